"""Corpora broken in a field: its form, a time, a quantity, a word of the vocabulary."""

from claimgraph.tests.loaders.broken_case import END, ENTITIES, SOURCE, SUBJECT, VOCABULARY, Broken, in_claim

CASES = (
    # Fields
    Broken(
        "several slips in one claim, and one in another file",
        (
            (SOURCE, "WITHDREW_FROM", "WITHDREW_FORM"),
            (SOURCE, SUBJECT, "    subject: brigad\n    object: town\n    modality: probably\n    durng"),
            (SOURCE, "asserted: 2030-03-04", "asserted: 2030-02-30"),
            (ENTITIES, "    kind: Person", "    kind: person"),
        ),
        (
            (f"{ENTITIES}:14:11: entities.speaker.kind", "'person' is none of Person, Unit, Place"),
            (f"{SOURCE}:8:16: claims[0].predicate", "did you mean 'WITHDREW_FROM'"),
            (f"{SOURCE}:9:14: claims[0].subject", "there is no entity 'brigad'; did you mean 'brigade'?"),
            (f"{SOURCE}:11:15: claims[0].modality", "did you mean 'probable'"),
            (f"{SOURCE}:12:5: claims[0].durng", "there is no such field; did you mean 'during'?"),
            (f"{SOURCE}:13:15: claims[0].asserted", "'2030-02-30' is no date"),
        ),
    ),
    Broken(
        "missing fields do not hide the rest of the claim",
        in_claim(
            "  - text: The brigade left Oldbridge.\n    predicate: WITHDREW_FROM\n    subject: brigade\n",
            "  - subject: nobody\n",
        ),
        (
            (f"{SOURCE}:7:5: claims[0].predicate", "is missing"),
            (f"{SOURCE}:7:5: claims[0].text", "is missing"),
            (f"{SOURCE}:7:14: claims[0].subject", "there is no entity 'nobody'"),
        ),
    ),
    Broken(
        "lists and mappings in each other's place",
        (
            (SOURCE, "[speaker]", "speaker"),
            (SOURCE, "subject: brigade", "subject: [brigade]"),
            (ENTITIES, "  north: {kind: Organisation, name: North}", "  north: North"),
            (ENTITIES, "    name: Ilona Varga", "    name: {first: Ilona}"),
        ),
        (
            (f"{ENTITIES}:2:10: entities.north", "should be a mapping of fields (key: value), not 'North'"),
            (f"{ENTITIES}:15:5: entities.speaker.name", "should be text, not a mapping"),
            (f"{SOURCE}:9:5: claims[0].subject", "should be text, not a list"),
            (f"{SOURCE}:13:18: claims[0].attribution", "should be a list, as in [a, b], not 'speaker'"),
        ),
    ),
    Broken(
        "wrong addresses, locations, ids and keys",
        (
            (
                SOURCE,
                "  published: 2030-03-05\n",
                "  published: 5 March 2030\n  url: www.gazette.example\n  retrieved: ../2030\n",
            ),
            (ENTITIES, "    name: Oldbridge", "    name: Oldbridge\n    location: 46.64\n    external_ids: [Q1]"),
            (ENTITIES, "  speaker:", "  general varga: {kind: Person, name: V}\n  speaker:"),
        ),
        (
            (f"{ENTITIES}:12:15: entities.town.location", "write latitude and longitude"),
            (f"{ENTITIES}:13:20: entities.town.external_ids[0]", "should be scheme:value"),
            (f"{ENTITIES}:15:3: entities.general varga", "'general varga' can not be a key"),
            (f"{SOURCE}:5:14: source.published", "'5 March 2030' is no date"),
            (f"{SOURCE}:6:8: source.url", "is no web address"),
            (f"{SOURCE}:7:14: source.retrieved", "'../2030' has no beginning"),
        ),
    ),
    Broken(
        "a confidence in percent, a mode nobody knows",
        in_claim(
            "    attribution: [speaker]\n", "    attribution: [{entity: speaker, mode: quote}]\n    confidence: 90\n"
        ),
        (
            (f"{SOURCE}:13:43: claims[0].attribution[0].mode", "'quote' is none of direct_quote, indirect"),
            (f"{SOURCE}:14:17: claims[0].confidence", "a number from 0 to 1"),
        ),
    ),
    Broken(
        "a claim that is only a sentence, and a file without its source",
        (
            (SOURCE, "", "  - The brigade left.\n"),
            ("sources/other.yaml", "", "claims:\n  - text: x\n    predicate: DESTROYED\n    subject: toun\n"),
        ),
        (
            (f"{SOURCE}:21:5: claims[2]", "should be a mapping of fields"),
            ("sources/other.yaml:1:1: source", "is missing"),
            ("sources/other.yaml:4:14: claims[0].subject", "did you mean 'town'?"),
        ),
    ),
    # Times and quantities
    Broken(
        "times that no calendar has",
        in_claim(
            "    asserted: 2030-03-04\n",
            "    asserted: 2030-03-04/2030-03-01\n    event: {start: 2030-05, end: 2030-04-01}\n",
        ),
        (
            (f"{SOURCE}:12:15: claims[0].asserted", "ends before it begins"),
            (f"{SOURCE}:13:5: claims[0].event", "before it begins"),
        ),
    ),
    Broken(
        "a time relative to nothing",
        in_claim("    asserted: 2030-03-04\n", "    event: {end: asserted+P7D/.., strat: 2030}\n"),
        (
            (f"{SOURCE}:12:18: claims[0].event.end", "needs `asserted`, and the claim gives none"),
            (f"{SOURCE}:12:35: claims[0].event.strat", "did you mean 'start'?"),
        ),
    ),
    Broken(
        "a quantity in words",
        in_claim('quantity: "400"', "quantity: 40,000"),
        ((f"{SOURCE}:19:15: claims[1].quantity", "'40,000' is no quantity"),),
    ),
    Broken(
        "a range upside down",
        in_claim('quantity: "400"', 'quantity: "400..300"'),
        ((f"{SOURCE}:19:15: claims[1].quantity", "write 300..400"),),
    ),
    Broken(
        "a unit that does not fit",
        in_claim('quantity: "400"', 'quantity: "400 miles"'),
        ((f"{SOURCE}:19:15: claims[1].quantity", "'miles' does not"),),
    ),
    # The vocabulary
    Broken(
        "values that the predicate does not take",
        (
            (SOURCE, "    during: retreat\n", '    during: retreat\n    quantity: "3"\n'),
            (SOURCE, '    quantity: "400"\n', "    value: many\n"),
            (SOURCE, "", '  - {text: T, predicate: DESCRIBED_AS, subject: town, quantity: "1"}\n'),
        ),
        (
            (f"{SOURCE}:12:15: claims[0].quantity", "WITHDREW_FROM takes no quantity"),
            (f"{SOURCE}:20:12: claims[1].value", "LOCATED_IN takes no text as its value; its value is a `quantity`"),
            (f"{SOURCE}:22:65: claims[2].quantity", "its value is a text (`value`)"),
        ),
    ),
    Broken(
        "a dimension that the predicate does not count",
        in_claim(END, "    dimension: personnel_losses\n" + END),
        ((f"{SOURCE}:20:16: claims[1].dimension", "'personnel_losses' is none of LOCATED_IN's: present"),),
    ),
    Broken(
        "counting nothing",
        in_claim('    quantity: "400"\n', "    dimension: present\n    value_kind: unkown\n"),
        (
            (f"{SOURCE}:19:16: claims[1].dimension", "belongs to a quantity"),
            (f"{SOURCE}:20:17: claims[1].value_kind", "did you mean 'unknown'"),
        ),
    ),
    Broken(
        "a value both given and unknown",
        in_claim(END, "    value_kind: unknown\n" + END),
        ((f"{SOURCE}:20:17: claims[1].value_kind", "given, or said to be unknown or none"),),
    ),
    Broken(
        "kinds that do not fit",
        in_claim(SUBJECT, "    subject: town\n    object: brigade\n    during"),
        (
            (f"{SOURCE}:9:14: claims[0].subject", "'town' is a Place; here stands a Unit or Organisation"),
            (f"{SOURCE}:10:13: claims[0].object", "'brigade' is a Unit; here stands a Place"),
        ),
    ),
    Broken(
        "an object too few and one too many",
        (
            (SOURCE, "    object: town\n    during", "    during"),
            (SOURCE, "LOCATED_IN", "SUFFERED_LOSSES"),
        ),
        (
            (f"{SOURCE}:7:5: claims[0].object", "is missing; WITHDREW_FROM needs one (Place)"),
            (f"{SOURCE}:17:13: claims[1].object", "SUFFERED_LOSSES takes no object"),
        ),
    ),
    Broken(
        "conditions",
        (
            (SOURCE, "    during: retreat\n", "    during: retreat\n    modality: conditional\n"),
            (SOURCE, END, "    condition: if it rains\n" + END),
        ),
        (
            (f"{SOURCE}:7:5: claims[0].condition", "is missing; modality conditional says on what it depends"),
            (f"{SOURCE}:21:16: claims[1].condition", "belongs to modality conditional"),
        ),
    ),
    Broken(
        "a vocabulary with holes",
        (
            (
                VOCABULARY,
                "",
                """\
predicates:
  LEFT_FOR:
    says: "{subject} left for {object}"
    subject: [Units]
    object: [Place]
    holds: once
    families: [withdrawl]
  DESTROYED: {says: s, subject: [Unit], holds: state}
dimensions:
  boats: {unit: item, partof: losses}
families:
  twins: {question: "{side}?", slot: [side, [side, subject]], topic: t}
""",
            ),
        ),
        (
            (f"{VOCABULARY}:4:15: predicates.LEFT_FOR.subject[0]", "'Units' is none of Person, Unit"),
            (
                f"{VOCABULARY}:7:5: predicates.LEFT_FOR.families",
                "'withdrawl' is not defined; did you mean 'withdrawal'",
            ),
            (f"{VOCABULARY}:8:3: predicates.DESTROYED", "the shared vocabulary defines this differently"),
            (f"{VOCABULARY}:10:23: dimensions.boats.partof", "did you mean 'part_of'?"),
            (f"{VOCABULARY}:12:32: families.twins.slot", "'side' stands twice; a question asks for it once"),
        ),
    ),
)
