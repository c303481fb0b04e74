"""The guide for Neo4j Browser: each question has a title, a sentence and a statement that any graph can answer."""

import html
import io
import re
import zipfile
from importlib.resources import files

import pytest

from claimgraph.cypher import statement
from claimgraph.graph.browser.connect import first_graph
from claimgraph.graph.browser.guide import QUESTIONS, guide_html, question, saved_queries
from claimgraph.graph.browser.links import AROUND
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.tests.conftest import KHERSON

CYPHER = files("claimgraph") / "cypher"


def test_every_file_is_in_the_guide() -> None:
    """No question is forgotten, and each thing that links open has a statement."""
    assert {f"{name}.cypher" for name in QUESTIONS} == {file.name for file in (CYPHER / "guide").iterdir()}
    assert {f"{name}.cypher" for name in AROUND} == {file.name for file in (CYPHER / "around").iterdir()}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_a_title_and_a_sentence(name: str) -> None:
    """The title is a few words, the sentence ends; the statement takes no parameters, as nobody would fill them."""
    asked = question(name)
    assert 10 < len(asked.title) < 50
    assert asked.sentence.endswith(".")
    assert "\n" not in asked.sentence
    assert statement(f"guide/{name}").params == frozenset()


def test_the_guide_shows_each_statement_as_it_is() -> None:
    """What Browser takes out of the page when a statement is clicked is the file's text."""
    shown = [
        html.unescape(text) for text in re.findall(r'<pre class="runnable"[^>]*>(.*?)</pre>', guide_html(), re.DOTALL)
    ]
    assert shown == [question(name).cypher for name in QUESTIONS]


def test_browser_finds_no_script_in_the_guide() -> None:
    """Browser takes out what it holds for scripts and event handlers; nothing of ours looks like one."""
    assert not re.search(r"<script", guide_html(), re.IGNORECASE)
    assert not re.search(r"\s+on[^\s=]+\s*=", guide_html(), re.IGNORECASE)
    assert "src=" not in guide_html()


def test_saved_queries_are_files_with_titles() -> None:
    """One folder; the first line of each file is its title, as Browser's list shows it."""
    with zipfile.ZipFile(io.BytesIO(saved_queries())) as archive:
        texts = [archive.read(name).decode() for name in archive.namelist()]
        assert {name.split("/")[0] for name in archive.namelist()} == {"claimgraph"}
    assert texts == [f"// {asked.title}\n{asked.cypher}\n" for asked in map(question, QUESTIONS)]


def test_the_first_graph_is_one_line_that_a_setting_can_hold() -> None:
    """As the style is: nothing in it ends the command or the setting, and no comment swallows the rest."""
    assert not set(first_graph()) & set(";\\\n")
    assert "//" not in first_graph()


@pytest.mark.parametrize("name", QUESTIONS)
async def test_kherson_answers_every_question(store: Store, kherson: Evidence, name: str) -> None:
    """Each statement finds something in the Kherson corpus."""
    assert kherson.claims
    assert await store.read(question(name).cypher, {}, timeout=20)


async def test_a_name_narrows_a_question(store: Store, kherson: Evidence) -> None:
    """What stands between the quotes is a name in whatever case, or else a part of one."""
    assert kherson.claims
    for name, found in (("snihurivka", "Snihurivka"), ("near snihuriv", "Frontline village near Snihurivka")):
        asked = question("who_says_what").cypher.replace("''", f"'{name}'")
        assert {path.start_node["name"] for (path,) in await store.read(asked, {}, timeout=20)} == {found}


async def test_the_first_graph_says_that_there_is_nothing(empty: Store) -> None:
    """Over an empty database Browser begins with a sentence, not with an empty frame."""
    assert await empty.read(first_graph(), {}, timeout=20) == [["No claims contradict each other here yet."]]


@pytest.mark.parametrize("name", QUESTIONS)
async def test_other_graphs_can_be_asked(empty: Store, name: str) -> None:
    """Over an empty database, and over a corpus with a vocabulary of its own, each statement runs."""
    await empty.read(question(name).cypher, {}, timeout=20)
    await load(empty, compile_inputs([KHERSON.parents[1] / "tests" / "corpora" / "small"]).evidence, Silent())
    assert await empty.read(question(name).cypher, {}, timeout=20) or name == "two_people"
