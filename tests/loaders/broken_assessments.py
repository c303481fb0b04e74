"""Corpora broken in what is graded, and how."""

from claimgraph.tests.loaders.broken_case import ASSESSMENTS, END, ENTITIES, SOURCE, Broken

KEYED = (
    (SOURCE, "    during: retreat\n", "    during: retreat\n    key: left-town\n"),
    (SOURCE, END, "    key: held-town\n" + END),
)


def _graded(*lines: str) -> tuple[tuple[str, str, str], ...]:
    """The claims with keys, and a file of assessments with these lines."""
    items = "".join(f"  - {{{line}, by: me}}\n" for line in lines)
    return (*KEYED, (ASSESSMENTS, "", f"assessments:\n{items}"))


CASES = (
    Broken(
        "grades of what there is not",
        _graded(
            "claim: left-tawn, scheme: fact-check, value: false",
            "source: gazette-2, scheme: admiralty-reliability, value: B",
            "entity: speakr, scheme: admiralty-reliability, value: B",
            "claim: claim/c1short, scheme: fact-check, value: true",
            "claim: claim/other/left-town, scheme: fact-check, value: true",
            "source: source/gazette-1, scheme: admiralty-reliability, value: B",
        ),
        (
            (
                f"{ASSESSMENTS}:2:13: assessments[0].claim",
                "no claim of 'tiny' has the key 'left-tawn'; did you mean 'left-town'",
            ),
            (f"{ASSESSMENTS}:3:14: assessments[1].source", "there is no source 'gazette-2'; did you mean 'gazette-1'?"),
            (f"{ASSESSMENTS}:4:14: assessments[2].entity", "there is no entity 'speakr'; did you mean 'speaker'?"),
            (f"{ASSESSMENTS}:5:13: assessments[3].claim", "'claim/c1short' is no id of a claim; write its key"),
            (f"{ASSESSMENTS}:6:13: assessments[4].claim", "the dataset 'other' is not in the input"),
            (
                f"{ASSESSMENTS}:7:14: assessments[5].source",
                "'source/gazette-1' is no id; write a key, or a whole id such as source/",
            ),
        ),
    ),
    Broken(
        "grades of nothing, and of two things",
        _graded(
            "scheme: fact-check, value: true",
            "claim: left-town, entity: speaker, scheme: mine, value: good",
            "clam: left-town, scheme: fact-check, value: true",
            "claim: [left-town], scheme: fact-check, value: maybe",
        ),
        (
            (
                f"{ASSESSMENTS}:2:5: assessments[0]",
                "names nothing that it grades; give it one of claim, source, entity",
            ),
            (f"{ASSESSMENTS}:3:5: assessments[1]", "grades claim and entity at once; write an assessment for each"),
            (f"{ASSESSMENTS}:4:6: assessments[2].clam", "there is no such field; did you mean 'claim'?"),
            (f"{ASSESSMENTS}:5:6: assessments[3].claim", "should be text, not a list"),
            (f"{ASSESSMENTS}:5:53: assessments[3].value", "'maybe' is no value of fact-check"),
        ),
    ),
    Broken(
        "values and schemes that are none",
        _graded(
            "claim: left-town, scheme: fact-check, value: halftrue",
            "claim: left-town, scheme: admiralty-credibility, value: B",
            "source: gazette-1, scheme: admiralty-reliability, value: b",
            "source: gazette-1, scheme: Admiralty reliability, value: B",
            "claim: left-town, scheme: factcheck, value: true",
            "entity: speaker, scheme: admiralty, value: B2",
            f"entity: speaker, scheme: mine, value: {'good ' * 20}",
        ),
        (
            (
                f"{ASSESSMENTS}:2:51: assessments[0].value",
                "unproven (neither shown to be true nor to be false); did you mean 'half-true' or 'true'?",
            ),
            (
                f"{ASSESSMENTS}:3:62: assessments[1].value",
                "'B' is no value of admiralty-credibility; there are 1 (confirmed by other",
            ),
            (
                f"{ASSESSMENTS}:4:63: assessments[2].value",
                "'b' is no value of admiralty-reliability; there are A (completely reliable)",
            ),
            (f"{ASSESSMENTS}:5:33: assessments[3].scheme", "did you mean 'admiralty-reliability'?"),
            (
                f"{ASSESSMENTS}:6:32: assessments[4].scheme",
                "'factcheck' is no known scheme; did you mean 'fact-check'?",
            ),
            (
                f"{ASSESSMENTS}:7:31: assessments[5].scheme",
                "did you mean 'admiralty-reliability' or 'admiralty-credibility'?",
            ),
            (f"{ASSESSMENTS}:8:44: assessments[6].value", "is longer than 80 characters"),
        ),
    ),
    Broken(
        "schemes for something else",
        _graded(
            "claim: left-town, scheme: admiralty-reliability, value: B",
            "source: gazette-1, scheme: fact-check, value: true",
            "entity: speaker, scheme: admiralty-credibility, value: 2",
        ),
        (
            (
                f"{ASSESSMENTS}:2:32: assessments[0].scheme",
                "grades sources and entities; for claims there is admiralty-credibility or fact-check",
            ),
            (
                f"{ASSESSMENTS}:3:33: assessments[1].scheme",
                "fact-check grades claims; for sources there is admiralty-rel",
            ),
            (f"{ASSESSMENTS}:4:31: assessments[2].scheme", "for entities there is admiralty-reliability"),
        ),
    ),
    Broken(
        "assessments without what they need",
        (
            *KEYED,
            (
                ASSESSMENTS,
                "",
                "assessments: [{claim: left-town, scheme: a},\n {entity: town, at: soon, scheme: a, value: b, by: I}]",
            ),
        ),
        (
            (f"{ASSESSMENTS}:1:15: assessments[0].by", "is missing"),
            (f"{ASSESSMENTS}:1:15: assessments[0].value", "is missing"),
            (f"{ASSESSMENTS}:2:21: assessments[1].at", "'soon' is no date"),
        ),
    ),
    Broken(
        "a grade of a claim in a file that can not be read is not to blame",
        (
            (ASSESSMENTS, "", "assessments:\n  - {claim: left-town, scheme: mine, value: good, by: me}\n"),
            (SOURCE, "claims:\n", "claims: {}\nclaim:\n"),
            (ENTITIES, "    kind: Person", "    kind: person"),
        ),
        (
            (f"{ENTITIES}:14:11: entities.speaker.kind", "'person' is none of"),
            (f"{SOURCE}:6:1: claims", "should be a list"),
            (f"{SOURCE}:7:1: claim", "there is no such field; did you mean 'claims'"),
        ),
    ),
)
