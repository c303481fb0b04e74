"""From rows to evidence: one canonical result whatever the order, and nothing slips through between the records."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.graph.ids import claim_id
from claimgraph.loaders.compile import compile_rows
from claimgraph.loaders.compiled import Compiled
from claimgraph.loaders.corpus.read import read
from claimgraph.loaders.corpus.transform import transform
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.loaders.places import InvalidFiles, Problems
from claimgraph.loaders.rows import DESCRIBED, Rows
from claimgraph.tests.loaders.broken_case import ENTITIES, SOURCE, Broken

SMALL = Path(__file__).parents[1] / "corpora" / "small"


AGAIN = """\
  - {text: The brigade is in Oldbridge with 400 people., predicate: LOCATED_IN, subject: brigade, object: town,
     quantity: 400 people, locator: p. 2}
"""


def compiled(folder: Path, *changes: tuple[str, str, str]) -> Compiled:
    """The tiny corpus with a few changes, which must leave it right."""
    folder.mkdir(exist_ok=True)
    Broken("right", changes, ()).write(folder)
    return compile_inputs([folder])


@settings(deadline=None)
@given(st.randoms())
def test_the_order_of_the_input_does_not_matter(random: object) -> None:
    """Shuffled rows give the same evidence, in canonical order."""
    problems = Problems()
    rows = Rows(problems)
    transform(read(SMALL, problems), rows)
    expected = compile_inputs([SMALL]).evidence
    read_rows = [row for portion in rows.stored(*DESCRIBED, "claim", "judgement", "assessment") for row in portion]
    random.shuffle(read_rows)  # type: ignore[attr-defined]
    shuffled = Rows(problems, vocabularies=rows.vocabularies)
    for row in read_rows:
        shuffled.add(row.record, row.origin, row.mark)
    assert compile_rows(shuffled).evidence == expected


def test_ids_are_those_of_what_is_said_and_everything_is_sorted_by_them() -> None:
    """So they hold for the compiled record, units converted and dates resolved."""
    [part] = compile_inputs([SMALL]).evidence
    for records in (part.entities, part.sources, part.claims, part.judgements, part.assessments):
        ids = [record.id for record in records]
        assert ids == sorted(ids)
    assert all(claim.id == claim_id(replace(claim, id="")) for claim in part.claims)


def test_the_same_figure_in_two_units_is_one_claim(tmp_path: Path) -> None:
    """A paper that gives miles and another reading that gives kilometres say the same."""
    distance = "  - {text: T, predicate: DISTANCE_TO, subject: town, object: camp, quantity: %s, locator: p. 3}\n"
    camp = (ENTITIES, "  speaker:", "  camp: {kind: Place, name: Camp}\n  speaker:")
    once = compiled(tmp_path / "once", camp, (SOURCE, "", distance % "10 km"))
    again = compiled(tmp_path / "again", camp, (SOURCE, "", distance % "10000 m"))
    assert {claim.id for claim in once.evidence[0].claims} == {claim.id for claim in again.evidence[0].claims}


def test_the_same_content_twice_is_one(tmp_path: Path) -> None:
    """An entity repeated word for word in another file, a claim repeated in its own."""
    repeated = compiled(
        tmp_path,
        ("entities/again.yaml", "", "entities:\n  north: {kind: Organisation, name: North}\n"),
        (SOURCE, "", AGAIN),
    )
    [part] = repeated.evidence
    assert len([entity for entity in part.entities if entity.name == "North"]) == 1
    assert len(part.claims) == 2


def test_the_publisher_may_be_written_as_the_last_level(tmp_path: Path) -> None:
    """For the sake of its verb and mode; it is not added once more."""
    spoken = compiled(tmp_path, (SOURCE, "[speaker]", "[speaker, {entity: gazette, verb: reports}]"))
    [claim] = [claim for claim in spoken.evidence[0].claims if claim.predicate == "WITHDREW_FROM"]
    assert [(level.entity, level.verb) for level in claim.attribution] == [
        ("entity/tiny/speaker", None),
        ("entity/tiny/gazette", "reports"),
    ]


def test_references_to_other_datasets_are_left_to_the_database(tmp_path: Path) -> None:
    """With the kinds that fit there, and the place to name if they do not exist."""
    foreign = compiled(tmp_path, (SOURCE, "subject: brigade", "subject: entity/other/brigade")).foreign
    assert [(reference.id, reference.kinds, reference.row.locate(reference.field).line) for reference in foreign] == [
        ("entity/other/brigade", ("Unit", "Organisation"), 9)
    ]


def test_what_is_graded_elsewhere_is_left_to_the_database(tmp_path: Path) -> None:
    """An entity, a source, and a claim, whose id does not say of which dataset it is."""
    ids = ("entity/other/town", "source/other/news", "claim/c1" + "a" * 32)
    items = "".join(f"  - {{{each.partition('/')[0]}: {each}, scheme: mine, value: good, by: me}}\n" for each in ids)
    foreign = compiled(tmp_path, ("assessments.yaml", "", f"assessments:\n{items}")).foreign
    assert [(reference.id, reference.row.locate(reference.field).line) for reference in foreign] == [
        (identifier, line) for line, identifier in enumerate(ids, 2)
    ]


def test_a_claim_of_another_dataset_in_the_run_may_be_named_by_its_key(tmp_path: Path) -> None:
    """As by its id; either way it is the same assessment."""
    other = (("corpus.yaml", "tiny", "other"), (SOURCE, "    during: retreat\n", "    during: retreat\n    key: k/1\n"))
    Broken("other", other, ()).write(tmp_path / "other")
    [claim] = [each for each in compile_inputs([tmp_path / "other"]).evidence[0].claims if each.source_key]
    graded = []
    for number, target in enumerate(("claim/other/k%2F1", claim.id)):
        item = f"assessments: [{{claim: {target}, scheme: mine, value: good, by: me}}]\n"
        Broken("tiny", (("assessments.yaml", "", item),), ()).write(tmp_path / str(number))
        both = compile_inputs([tmp_path / "other", tmp_path / str(number)])
        assert not both.foreign
        graded.append(both.evidence[1].assessments)
    assert graded[0] == graded[1]
    assert graded[0][0].target == claim.id


def test_a_dataset_in_the_same_run_is_not_foreign(tmp_path: Path) -> None:
    """Its entities are looked up, and what is not there is told."""
    Broken("other", (("corpus.yaml", "tiny", "other"),), ()).write(tmp_path / "other")
    Broken(
        "tiny",
        (
            (SOURCE, "subject: brigade", "subject: entity/other/brigade"),
            (SOURCE, "object: town", "object: entity/other/toun"),
        ),
        (),
    ).write(tmp_path / "tiny")
    with pytest.raises(InvalidFiles, match=r"there is no entity 'toun'; did you mean 'town'\?\n1 problem in 1 file"):
        compile_inputs([tmp_path / "other", tmp_path / "tiny"])


def test_datasets_that_judge_differently_are_warned_of(tmp_path: Path) -> None:
    """Neither is wrong by itself; until one gives in, nobody is merged."""
    pair = "{a: entity/tiny/north, b: entity/tiny/south, by: someone, basis: a map}"
    first = (("judgements.yaml", "", f"same: [{pair}]\n"),)
    second = (("corpus.yaml", "tiny", "other"), ("judgements.yaml", "", f"different: [{pair}]\n"))
    Broken("tiny", first, ()).write(tmp_path / "tiny")
    Broken("other", second, ()).write(tmp_path / "other")
    both = compile_inputs([tmp_path / "other", tmp_path / "tiny"])
    [warning] = both.warnings
    assert warning.place.file == str(tmp_path / "other" / "judgements.yaml")
    assert f"the same at {tmp_path / 'tiny' / 'judgements.yaml'}:1:8" in warning.message
    assert warning.message.endswith("until then none of them is merged")


def test_claims_that_answer_no_question_are_warned_of(tmp_path: Path) -> None:
    """Without its event, a withdrawal stands on no board."""
    [warning] = compiled(tmp_path, (SOURCE, "    during: retreat\n", "")).warnings
    assert (warning.place.line, warning.place.path) == (7, "claims[0]")
    assert warning.message.startswith("answers no question")


def test_datasets_whose_vocabularies_clash_are_refused(tmp_path: Path) -> None:
    """One word can not mean two things in one graph."""
    for name, unit in (("tiny", "person"), ("other", "item")):
        changes = (
            ("corpus.yaml", "tiny", name),
            ("vocabulary.yaml", "", f"dimensions: {{crowd: {{unit: {unit}}}}}\n"),
        )
        Broken(name, changes, ()).write(tmp_path / name)
    with pytest.raises(InvalidFiles, match=r"the vocabularies define differently: dimensions\.crowd"):
        compile_inputs([tmp_path / "tiny", tmp_path / "other"])


def test_a_corpus_named_twice_is_loaded_once(tmp_path: Path) -> None:
    """Or read from two copies."""
    shutil.copytree(SMALL, tmp_path / "copy")
    assert compile_inputs([SMALL, SMALL, tmp_path / "copy"]).evidence == compile_inputs([SMALL]).evidence


def test_what_is_neither_a_corpus_nor_json_lines_says_so(tmp_path: Path) -> None:
    """Nor anything at all."""
    (tmp_path / "notes.txt").write_text("", "utf-8")
    (tmp_path / "dangling.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(InvalidFiles) as raised:
        compile_inputs([tmp_path / "notes.txt", tmp_path / "gone", tmp_path])
    *messages, last = [problem.message for problem in raised.value.problems]
    assert messages == [
        "is missing; it names the dataset, its title and its time zone",
        "is not a file of a corpus; entities belong in entities/, documents in sources/",
        "does not exist",
    ]
    assert last.startswith("is in no format that is known here: JSON Lines, ")
