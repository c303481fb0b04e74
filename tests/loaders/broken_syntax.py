"""Corpora broken as YAML or as files."""

from claimgraph.tests.loaders.broken_case import CORPUS, ENTITIES, JUDGEMENTS, RIGHT, SOURCE, Broken, in_claim

CASES = (
    # The grammar of YAML
    Broken(
        "a colon in a text without quotes",
        in_claim("The brigade left Oldbridge.", "Varga: the brigade left: all of it."),
        ((f"{SOURCE}:7:16", "a ':' inside a text without quotes"),),
    ),
    Broken(
        "a quote never closed",
        ((CORPUS, "A tiny corpus", '"A tiny corpus'),),
        ((f"{CORPUS}:2:8", "this quote is never closed"),),
    ),
    Broken(
        "a list never closed",
        in_claim("[speaker]", "[speaker"),
        ((f"{SOURCE}:13:18", "lacks its ']'"),),
    ),
    Broken(
        "crooked indentation",
        in_claim("    object: town\n    during", "     object: town\n    during"),
        ((f"{SOURCE}:10:12", "indented too far"),),
    ),
    Broken(
        "an apostrophe in single quotes",
        in_claim("The brigade left Oldbridge.", "'The brigade's gone.'"),
        ((f"{SOURCE}:7:24", "more text after a closed quote"),),
    ),
    Broken(
        "tabs, all of them",
        in_claim(
            "    subject: brigade\n    object: town\n    during:", "\tsubject: brigade\n\tobject: town\n    during:\t"
        ),
        (
            (f"{SOURCE}:9:1", "a tab stands here; use spaces"),
            (f"{SOURCE}:10:1", "a tab stands here; use spaces"),
            (f"{SOURCE}:11:12", "a tab stands here; use spaces"),
        ),
    ),
    Broken(
        "an invisible character",
        in_claim("left Oldbridge", "left\u2028Oldbridge"),
        ((f"{SOURCE}:7:27", "an invisible character (U+2028)"),),
    ),
    Broken(
        "an encoding from another century",
        ((ENTITIES, "River Brigade", "Fluß-Brigade".encode("latin-1")),),
        ((f"{ENTITIES}:7:14", "is not UTF-8 text (the byte 0xdf stands here)"),),
    ),
    Broken(
        "UTF-16",
        ((JUDGEMENTS, "", "same: []\n".encode("utf-16")),),
        ((f"{JUDGEMENTS}:1:1", "it looks like UTF-16"),),
    ),
    Broken(
        "two documents in a file",
        in_claim("claims:\n", "---\nclaims:\n"),
        ((f"{SOURCE}:6:1", "a second document begins here"),),
    ),
    Broken(
        "an empty file",
        ((JUDGEMENTS, "", "# to be written\n"),),
        ((f"{JUDGEMENTS}:1:1", "the file is empty"),),
    ),
    # What only programmers miss
    Broken(
        "keys that stand twice, in two places",
        (
            (ENTITIES, "    side: south\n", "    side: south\n    name: The Brigade\n"),
            (ENTITIES, "  speaker:", "  brigade: {kind: Unit, name: B}\n  speaker:"),
        ),
        (
            (f"{ENTITIES}:9:5: entities.brigade.name", "stands twice; the first is at line 7, column 5"),
            (f"{ENTITIES}:14:3: entities.brigade", "stands twice; the first is at line 5, column 3"),
        ),
    ),
    Broken(
        "anchor, alias, merge key and tag",
        (
            (ENTITIES, "{kind: Organisation, name: North}", "&land {kind: Organisation, name: North}"),
            (ENTITIES, "{kind: Organisation, name: South}", "{<<: *land, name: South, kind: !!str Organisation}"),
        ),
        (
            (f"{ENTITIES}:2:10: entities.north", "'&land' names a place for repeating"),
            (f"{ENTITIES}:3:11: entities.south", "'<<' merges mappings"),
            (f"{ENTITIES}:3:15: entities.south", "'*land' stands for another place"),
            (f"{ENTITIES}:3:41: entities.south.kind", "a tag ('!') stands here"),
        ),
    ),
    Broken(
        "keys without a value",
        in_claim("    object: town\n    during: retreat", "    object:\n    during: ''"),
        (
            (f"{SOURCE}:10:5: claims[0].object", "is empty; give it a value or delete it"),
            (f"{SOURCE}:11:5: claims[0].during", "is empty"),
        ),
    ),
    # The files of a corpus
    Broken(
        "strangers and wrong names",
        (
            ("entity.yaml", "", "entities: {}\n"),
            ("judgements.yml", "", "same: []\n"),
            ("notes/of-mine.yaml", "", "a: b\n"),
            ("README.md", "", "not a corpus file, and allowed\n"),
        ),
        (
            ("entity.yaml:1:1", "is not a file of a corpus; did you mean 'entities.yaml'"),
            ("judgements.yml:1:1", "ends in .yaml; rename it"),
            ("notes/of-mine.yaml:1:1", "entities belong in entities/, documents in sources/"),
        ),
    ),
    Broken(
        "no title, no time zone",
        ((CORPUS, "title: A tiny corpus\ntimezone: Europe/Kyiv\n", ""),),
        (
            (f"{CORPUS}:1:1: timezone", "is missing"),
            (f"{CORPUS}:1:1: title", "is missing"),
        ),
    ),
    Broken(
        "what no corpus has",
        (
            (CORPUS, "Europe/Kyiv", "Europe/Kiyv\nlicense: CC0\nredistribute: yes"),
            (CORPUS, "dataset: tiny", "dataset: tiny corpus"),
        ),
        (
            (f"{CORPUS}:1:10: dataset", "'tiny corpus' can not be a key"),
            (f"{CORPUS}:3:11: timezone", "is no time zone; did you mean 'Europe/Kyiv'"),
            (f"{CORPUS}:4:1: license", "there is no such field; did you mean 'licence'?"),
            (f"{CORPUS}:5:15: redistribute", "should be true or false, not 'yes'"),
        ),
    ),
    Broken(
        "a file with nothing in it, for which no reference in the others is blamed",
        ((CORPUS, RIGHT[CORPUS], "# nothing\n"), (SOURCE, "[speaker]", "[speakr]")),
        ((f"{CORPUS}:1:1", "the file is empty"),),
    ),
)
