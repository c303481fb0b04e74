"""A person who is erased leaves a hash: the graph is as if they had never been, and no load brings them back."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.graph.digest import digest
from claimgraph.graph.errors import InvalidInput
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import assessment_id, claim_id, judgement_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load, rebuild
from claimgraph.graph.purge import purge
from claimgraph.graph.records import Assessment, Claim, Entity, Judgement, Kind, Level, Value
from claimgraph.graph.store import Store
from claimgraph.tests.conftest import Run
from claimgraph.tests.synthetic import made_up

PLAIN = made_up(seed=21, claims=60)
ANNA = Entity("entity/made-up/anna", "made-up", Kind.PERSON, "Anna Example", ("A. Example",))
ANNA = replace(ANNA, external_ids=("wikidata:Q999",))
PAPER = PLAIN.claims[0].attribution[-1].entity


def identified(claim: Claim) -> Claim:
    """The claim with its id."""
    return replace(claim, id=claim_id(claim))


def with_anna() -> Evidence:
    """The evidence with a person: claims about her, by her and relayed by her, a grade of one, and of her."""
    first = PLAIN.claims[0]
    about = identified(
        replace(
            first, id="", predicate="DESCRIBED_AS", subject=ANNA.id, object=None, during=None, value=Value(text="tall")
        )
    )
    by = identified(replace(first, id="", attribution=(Level(ANNA.id), first.attribution[-1])))
    relayed = identified(
        replace(first, id="", attribution=(first.attribution[0], Level(ANNA.id), first.attribution[-1]))
    )
    grades = [Assessment("", "made-up", target, "mine", "good", "me") for target in (about.id, ANNA.id)]
    return replace(
        PLAIN,
        entities=[*PLAIN.entities, ANNA],
        claims=[*PLAIN.claims, about, by, relayed],
        assessments=[replace(each, id=assessment_id(each)) for each in grades],
    )


def other(external: str) -> Evidence:
    """Another dataset that describes a person of that Wikidata id, and says something of them."""
    told = made_up(seed=22, claims=20, dataset="other")
    person = Entity("entity/other/anne", "other", Kind.PERSON, "Anne", external_ids=(external,))
    first = told.claims[0]
    claim = identified(replace(first, id="", attribution=(Level(person.id), first.attribution[-1])))
    return replace(told, entities=[*told.entities, person], claims=[*told.claims, claim])


async def test_it_is_as_if_they_had_never_been(empty: Store) -> None:
    """The digest is that of a graph which never knew them; deriving anew and loading again leave it so."""
    await load(empty, [PLAIN], Silent())
    never = await digest(empty)
    await load(empty, [with_anna()], Silent())
    assert await digest(empty) != never
    erased, version = await purge(empty, ANNA.id, Silent())
    assert (len(erased.claims), version) == (3, 3)
    assert await digest(empty) == never
    assert not (await rebuild(empty, Silent())).wrote or await digest(empty) == never
    again = await load(empty, [with_anna()], Silent())
    assert (again.wrote, again.left_out) == (False, 6)
    assert await digest(empty) == never
    for text in ("Anna", "tall", "Q999"):
        query = "MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS $text) RETURN n.id"
        assert await empty.read(query, {"text": text}, timeout=10) == []


async def test_a_merged_person_is_known_again_in_other_datasets(empty: Store) -> None:
    """By a Wikidata id; whom they were shown as one with is another entity again."""
    await load(empty, [other("wikidata:Q1000")], Silent())
    await load(empty, [with_anna()], Silent())
    word = Judgement("", "judging", "same", ANNA.id, "entity/other/anne", "me", "seen")
    judging = Evidence(replace(PLAIN.dataset, id="dataset/judging"), PLAIN.vocabulary)
    await load(empty, [replace(judging, judgements=[replace(word, id=judgement_id(word))])], Silent())
    erased, _ = await purge(empty, ANNA.id, Silent())
    assert erased.others == ("entity/other/anne",)
    ids = "MATCH (e:Person {id: 'entity/other/anne'}) RETURN e.canonical_id"
    assert await empty.read(ids, {}, timeout=10) == [["entity/other/anne"]]
    same = await load(empty, [other("wikidata:Q999")], Silent())
    assert same.left_out == 2
    assert await empty.read("MATCH (e:Person {id: 'entity/other/anne', live: true}) RETURN e.id", {}, timeout=10) == []


async def test_only_people_are_erased_and_only_when_meant(
    empty: Store, run: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The command says what goes, what stays, and what to do oneself; a backup keeps the hash."""
    await load(empty, [with_anna()], Silent())
    with pytest.raises(InvalidInput, match="is of the kind Organisation"):
        await purge(empty, PAPER, Silent())
    with pytest.raises(InvalidInput, match="there is no entity"):
        await purge(empty, "entity/made-up/nobody", Silent())
    capsys.readouterr()
    assert await run("purge", ANNA.id, "--yes") == 0
    output = capsys.readouterr().out
    assert "entity/made-up/anna: Anna Example" in output
    assert "3 claims about them or by them" in output
    assert "erased entity/made-up/anna with 3 claims" in output
    assert await run("purge", ANNA.id, "--yes") == 2
    assert await run("export", tmp_path / "backup.jsonl", "--format", "history") == 0
    assert "Anna" not in (tmp_path / "backup.jsonl").read_text("utf-8")
    await empty.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    assert await run("restore", tmp_path / "backup.jsonl") == 0
    assert (await load(empty, [with_anna()], Silent())).left_out == 6
