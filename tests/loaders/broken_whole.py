"""Corpora whose parts do not fit each other: references, repetitions, judgements, many mistakes at once."""

from claimgraph.tests.loaders.broken_case import CORPUS, END, ENTITIES, JUDGEMENTS, SOURCE, Broken, in_claim

CASES = (
    # References
    Broken(
        "references to nothing, in every place that refers",
        (
            (ENTITIES, "side: south", "side: sout"),
            (ENTITIES, "    name: Oldbridge\n", "    name: Oldbridge\n    part_of: [county]\n"),
            (SOURCE, "publisher: gazette", "publisher: gazete"),
            (SOURCE, "during: retreat", "during: retreet"),
            (SOURCE, "[speaker]", "[speaker, {entity: herald}]"),
        ),
        (
            (f"{ENTITIES}:8:11: entities.brigade.side", "did you mean 'south'"),
            (f"{ENTITIES}:12:15: entities.town.part_of[0]", "there is no entity 'county'"),
            (f"{SOURCE}:4:14: source.publisher", "did you mean 'gazette'?"),
            (f"{SOURCE}:11:13: claims[0].during", "did you mean 'retreat'?"),
            (f"{SOURCE}:13:37: claims[0].attribution[1].entity", "there is no entity 'herald'"),
        ),
    ),
    Broken(
        "references of the wrong kind",
        (
            (SOURCE, "publisher: gazette", "publisher: speaker"),
            (SOURCE, "during: retreat", "during: brigade"),
            (SOURCE, "[speaker]", "[town]"),
            (ENTITIES, "    name: Oldbridge\n", "    name: Oldbridge\n    part_of: [north]\n"),
        ),
        (
            (f"{ENTITIES}:12:15: entities.town.part_of[0]", "'north' is an Organisation; here stands a Place"),
            (f"{SOURCE}:4:14: source.publisher", "'speaker' is a Person; here stands an Organisation"),
            (f"{SOURCE}:11:13: claims[0].during", "'brigade' is a Unit; here stands an Event"),
            (
                f"{SOURCE}:13:19: claims[0].attribution[0].entity",
                "'town' is a Place; here stands a Person, Unit or Organisation",
            ),
        ),
    ),
    Broken(
        "an id that is none",
        in_claim("subject: brigade", "subject: entity/brigade"),
        ((f"{SOURCE}:9:14: claims[0].subject", "'entity/brigade' is no id"),),
    ),
    Broken(
        "a dataset with the key of what is judged without people",
        ((CORPUS, "dataset: tiny", "dataset: claimgraph"),),
        ((f"{CORPUS}:1:10: dataset", "the key 'claimgraph' is kept for what is judged without people"),),
    ),
    Broken(
        "fields of another kind",
        (
            (ENTITIES, "    side: south", "    side: south\n    location: 1, 2\n    event: 2030"),
            (ENTITIES, "    name: Ilona Varga", "    name: Ilona Varga\n    echelon: brigade"),
        ),
        (
            (f"{ENTITIES}:9:15: entities.brigade.location", "only a Place has this; 'brigade' is a Unit"),
            (f"{ENTITIES}:10:12: entities.brigade.event", "only an Event has this"),
            (f"{ENTITIES}:18:14: entities.speaker.echelon", "only a Unit has this"),
        ),
    ),
    Broken(
        "places in each other",
        (
            (ENTITIES, "    name: Oldbridge\n", "    name: Oldbridge\n    part_of: [county]\n"),
            (ENTITIES, "  speaker:", "  county: {kind: Place, name: C, part_of: [town]}\n  speaker:"),
        ),
        ((f"{ENTITIES}:14:34: entities.county.part_of", "the places lie in each other: county in town in county"),),
    ),
    Broken(
        "a party with a party of its own",
        (
            (
                ENTITIES,
                "    side: south\n",
                "    side: south\n  company: {kind: Unit, name: The Company, side: brigade}\n",
            ),
        ),
        ((f"{ENTITIES}:9:50: entities.company.side", "'brigade' is of the side of 'south' itself"),),
    ),
    # The same thing twice
    Broken(
        "an entity in two files, with other words",
        (("entities/more.yaml", "", "entities:\n  north: {kind: Organisation, name: Northland}\n"),),
        (("entities/more.yaml:2:3: entities.north", f"'north' is described differently at {ENTITIES}:2:3"),),
    ),
    Broken(
        "a source in two files",
        (("sources/other.yaml", "", "source: {key: gazette-1, title: Other news, publisher: gazette}\n"),),
        (("sources/other.yaml:1:1: source", f"'gazette-1' is described differently at {SOURCE}:1:1"),),
    ),
    Broken(
        "one claim twice, in other words",
        in_claim(
            "  - text: The brigade is",
            "  - text: It went.\n    predicate: WITHDREW_FROM\n    subject: brigade\n    object: town\n"
            "    during: retreat\n    asserted: 2030-03-04\n    attribution: [speaker]\n    locator: p. 9\n"
            "  - text: The brigade is",
        ),
        ((f"{SOURCE}:15:5: claims[1]", f"says the same as {SOURCE}:7:5; make the two one"),),
    ),
    Broken(
        "two claims that only their mistakes make alike",
        (
            (SOURCE, "", '  - {text: A, predicate: LOCATED_IN, subject: brigade, object: town, quantity: "1,0"}\n'),
            (SOURCE, "", '  - {text: B, predicate: LOCATED_IN, subject: brigade, object: town, quantity: "2,0"}\n'),
        ),
        (
            (f"{SOURCE}:21:80: claims[2].quantity", "'1,0' is no quantity"),
            (f"{SOURCE}:22:80: claims[3].quantity", "'2,0' is no quantity"),
        ),
    ),
    Broken(
        "one key for two claims",
        (
            (SOURCE, "    during: retreat\n", "    during: retreat\n    key: c1\n"),
            (SOURCE, END, "    key: c1\n" + END),
        ),
        ((f"{SOURCE}:21:10: claims[1].key", f"the key 'c1' belongs to another claim, at {SOURCE}:7:5"),),
    ),
    # Judgements
    Broken(
        "judgements against themselves",
        (
            (
                JUDGEMENTS,
                "",
                """\
same:
  - {a: north, b: south, by: me, basis: a map}
  - {a: south, b: gazette, by: me, basis: a guess}
different:
  - {a: gazette, b: north, by: me, basis: plain to see}
  - {a: town, b: town, by: me, basis: a slip}
  - {a: town, b: village, by: me}
""",
            ),
        ),
        (
            (f"{JUDGEMENTS}:5:5: different[0]", f"and to be the same at {JUDGEMENTS}:2:5, {JUDGEMENTS}:3:5"),
            (f"{JUDGEMENTS}:6:18: different[1].b", "'town' is judged against itself"),
            (f"{JUDGEMENTS}:7:5: different[2].basis", "is missing"),
            (f"{JUDGEMENTS}:7:18: different[2].b", "there is no entity 'village'"),
        ),
    ),
    # Many files at once
    Broken(
        "a mistake in every file, and a file that can not be read does not accuse the others",
        (
            (CORPUS, "title:", "titel:"),
            (ENTITIES, "entities:\n", "entities:\n  - \n  x: y\n"),
            (SOURCE, "key: gazette-1", "key: gazette 1"),
            (JUDGEMENTS, "", "same: {}\n"),
        ),
        (
            (f"{CORPUS}:1:1: title", "is missing"),
            (f"{CORPUS}:2:1: titel", "did you mean 'title'"),
            (f"{ENTITIES}:3:3", "can not be read as YAML here"),
            (f"{JUDGEMENTS}:1:1: same", "should be a list, as in [a, b], not a mapping"),
            (f"{SOURCE}:2:8: source.key", "'gazette 1' can not be a key"),
        ),
    ),
)
