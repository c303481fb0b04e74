"""Links into Neo4j Browser: the id comes through whole, and nothing in an id can end the string that it stands in."""

from urllib.parse import quote, unquote

import pytest

from claimgraph.cypher import statement
from claimgraph.graph.browser.links import AROUND, browser_link, guide_link, literal
from claimgraph.graph.errors import InvalidInput
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import entity_id
from claimgraph.graph.store import Store

LOCAL = "http://127.0.0.1:7474/browser/?dbms=bolt://neo4j@127.0.0.1:7687"
AURA = "https://browser.example.org/?dbms=neo4j+s://0123abcd.example.org&db=neo4j"
HOSTILE = [
    "entity/x/') DETACH DELETE n //",
    "entity/x/' OR ''='",
    "entity/x/\\",
    "entity/x/\\'",
    "entity/x/\\\\' RETURN 1 //",
    "entity/x/\\u0027 RETURN 1 //",
    "entity/x/\\\\u0027 RETURN 1 //",
    "entity/x/\\\\\\u0027 RETURN 1 //",
    "entity/x/\\u005c' RETURN 1 //",
    "entity/x/\u2019\uff07\u02bc",
    'entity/x/"`$id{}',
    "entity/x/a\nb\r\tc\0d\b",
    "entity/x/a&cmd=play#arg=b&arg=c?cmd=x",
    "entity/x/a+b c%20d%2Be%2520",
    "entity/x/*/ /* // ;:",
    "entity/x/Херсон \N{GRINNING FACE}",
]


def as_browser_reads(link: str) -> tuple[str, str]:
    """Command and argument, taken out of an address just as Neo4j Browser's code does it."""
    decoded = unquote(link.replace("+", " "))
    found = []
    for name in ("cmd", "arg"):
        for mark in (f"?{name}=", f"&{name}="):
            if mark in decoded:
                rest = decoded.split(mark, 1)[1]
                found.append(rest.split("&", 1)[0].split("#", 1)[0])
                break
    command, argument = found
    return command, argument


@pytest.mark.parametrize("kind", AROUND)
@pytest.mark.parametrize("browser", [LOCAL, AURA, "http://127.0.0.1:7474/browser/", "https://browser.example.org"])
def test_a_link_fills_the_editor(kind: str, browser: str) -> None:
    """With the statement of its kind and the id in it, beside what the address said already."""
    link = browser_link(browser, f"{kind}/kherson/a")
    assert as_browser_reads(link) == ("edit", statement(f"around/{kind}").text.replace("$id", f"'{kind}/kherson/a'"))
    assert link.startswith(browser)


def test_a_guide_of_this_machine_is_asked_for_by_name() -> None:
    """Of the hosts that Browser trusts before it is connected, this machine's is `localhost`."""
    local = guide_link(LOCAL, "http://127.0.0.1:8000/browser/guide.html")
    assert as_browser_reads(local) == ("guide", "http://localhost:8000/browser/guide.html")
    other = "https://claims.example.org/browser/guide.html"
    assert as_browser_reads(guide_link(LOCAL, other)) == ("guide", other)


def test_a_link_of_a_link_has_one_command() -> None:
    """What the address told Browser to do is replaced."""
    link = browser_link(guide_link(LOCAL, "http://127.0.0.1:8000/browser/guide.html"), "claim/c1a")
    assert link == browser_link(LOCAL, "claim/c1a")


@pytest.mark.parametrize("text", HOSTILE)
def test_an_id_comes_through_the_address_whole(text: str) -> None:
    """Browser cuts at `&` and `#` and takes `+` for a space, and still finds what was meant."""
    _, argument = as_browser_reads(browser_link(LOCAL, text))
    assert argument == statement("around/entity").text.replace("$id", literal(text))


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_literal_is_the_text(store: Store, text: str) -> None:
    """Neo4j reads the literal as that very text, whatever is in it: it ends where it should."""
    assert await store.read(f"RETURN {literal(text)} AS text", {}, timeout=10) == [[text]]


def test_percent_encoded_keys_stay_encoded() -> None:
    """An id with a key of many signs is found in the graph as it is written there."""
    identifier = entity_id("a&b", "50% + 'x'/#1")
    _, argument = as_browser_reads(browser_link(LOCAL, identifier))
    assert f"'{identifier}'" in argument
    assert quote("%") in identifier


@pytest.mark.parametrize("identifier", ["", "claim", "claims/c1", "position/a", "http://x", "Entity/a", "/entity/a"])
def test_other_ids_are_refused(identifier: str) -> None:
    """An id that there is no statement for is refused, with what would be right."""
    with pytest.raises(InvalidInput, match="it knows claim/…, entity/…, issue/…, source/…"):
        browser_link(LOCAL, identifier)


async def test_each_thing_is_found_with_its_surroundings(store: Store, kherson: Evidence) -> None:
    """The statements find every kind of thing of the Kherson corpus; an entity without a claim shows itself."""
    [[issue]] = await store.read("MATCH (issue:Contested) RETURN issue.id ORDER BY issue.id LIMIT 1", {}, timeout=10)
    ids = [kherson.claims[0].id, kherson.sources[0].id, issue, *(entity.id for entity in kherson.entities)]
    for identifier in ids:
        _, cypher = as_browser_reads(browser_link(LOCAL, identifier))
        rows = await store.read(cypher, {}, timeout=20)
        assert identifier in {node["id"] for (path,) in rows for node in path.nodes}, identifier


async def test_a_claim_shows_its_chain_and_what_stands_against_it(store: Store, kherson: Evidence) -> None:
    """From the first who said it to the publisher of the source, and the claims that contradict it."""
    assert kherson.claims
    [[claim]] = await store.read(
        "MATCH (claim:Claim)-[:CONTRADICTS]-() RETURN claim.id ORDER BY claim.id LIMIT 1", {}, timeout=10
    )
    rows = await store.read(as_browser_reads(browser_link(LOCAL, claim))[1], {}, timeout=10)
    types = {link.type for (path,) in rows for link in path.relationships}
    assert {"CLAIMED_BY", "STATED_IN", "PUBLISHED_BY", "SUBJECT", "ANSWERS", "CONTRADICTS"} <= types
