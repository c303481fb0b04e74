"""A small file of each format, with the headers and quirks of the real ones, hand-written."""

import json
from pathlib import Path
from typing import Final

UAWARDATA: Final = (
    "date,lat,lng,icon,type,strength,strength_in_btg_text,strength_in_btg_number,unit,unitnumber,subordinate_to,"
    "sources_url,sources_date,notes,country,stacked,icon15\n"
    "2030-03-31,47.14638,37.82305,SSGP,Mechanized Infantry,Regiment,2,2.0,302nd Motor Régiment,302?,350th Division,"
    ",,,ru,False,SSGP-\n"
    "2030-04-01,46.64,32.61,SSGP,Tank,Brigade,1,1.0,44th Tank Brigade,44,,https://example.org/a,2030-03-31,"
    ",ua,False,SSGP-\n"
)
TOTALS: Final = json.dumps(
    [
        {"date": "2030-02-25", "day": 2, "tank": 80, "APC": 516, "drone": 0, "personnel": 2800, "personnel*": "about"},
        {
            "date": "2030-02-26",
            "day": 3,
            "tank": 146,
            "APC": 706,
            "drone": 2,
            "personnel": 4300,
            "greatest losses direction": "Évreux",
        },
    ],
    indent=1,
    ensure_ascii=False,
)
ORYX: Final = json.dumps(
    [
        {
            "equipment_oryx": "Tanks",
            "model": "T-62 Élite",
            "manufacturer": "the Soviet Union",
            "losses_total": 50,
            "equipment_ua": "Tanks",
        },
        {
            "equipment_oryx": "Tanks",
            "model": "T-64A",
            "manufacturer": "the Soviet Union",
            "losses_total": 2,
            "equipment_ua": "Tanks",
        },
    ],
    ensure_ascii=False,
)
WIKIDATA: Final = json.dumps(
    {
        "type": "item",
        "id": "Q42424242",
        "labels": {"en": {"language": "en", "value": "Ana Exémple"}},
        "descriptions": {},
        "aliases": {},
        "claims": {
            "P31": [
                {
                    "mainsnak": {
                        "snaktype": "value",
                        "property": "P31",
                        "datavalue": {"value": {"entity-type": "item", "id": "Q5"}, "type": "wikibase-entityid"},
                        "datatype": "wikibase-item",
                    },
                    "type": "statement",
                    "id": "Q42424242$1",
                    "rank": "normal",
                }
            ],
            "P569": [
                {
                    "mainsnak": {
                        "snaktype": "value",
                        "property": "P569",
                        "datavalue": {
                            "value": {
                                "time": "+1970-03-05T00:00:00Z",
                                "timezone": 0,
                                "before": 0,
                                "after": 0,
                                "precision": 11,
                                "calendarmodel": "http://www.wikidata.org/entity/Q1985727",
                            },
                            "type": "time",
                        },
                        "datatype": "time",
                    },
                    "type": "statement",
                    "id": "Q42424242$2",
                    "rank": "deprecated",
                }
            ],
        },
        "sitelinks": {},
    },
    ensure_ascii=False,
)
FTM: Final = """\
{"id": "p1", "schema": "Person", "properties": {"name": ["Léa Muster"], "country": ["de"]}}
{"id": "c1", "schema": "Company", "properties": {"name": ["Muster GmbH"]}}
{"id": "o1", "schema": "Ownership", "properties": {"owner": ["p1"], "asset": ["c1"], "startDate": ["2030-03-05"]}}
"""
ENTITIES: Final = """\
key,kind,name,names,side,location,event
ministry,Organisation,The Ministère,Ministry of War | МО,,,
town,Place,Oldbridge,,,"46.64, 32.61",
retreat,Event,The retreat,,,,2030-03/2030-04
"""
JSONL: Final = """\
{"record": "dataset", "id": "dataset/small", "title": "Small", "licence": "CC0-1.0", "redistribute": true}
{"record": "entity", "dataset": "small", "id": "entity/small/ann", "kind": "Person", "name": "Ann Exámple"}
{"record": "entity", "dataset": "small", "id": "entity/small/town", "kind": "Place", "name": "Town"}
"""
SAMPLES: Final = {
    "positions.csv": UAWARDATA,
    "losses.json": TOTALS,
    "oryx.json": ORYX,
    "Q42424242.json": WIKIDATA,
    "donations.json": FTM,
    "entities.csv": ENTITIES,
    "small.jsonl": JSONL,
}
"""By the name of the file."""


def written(folder: Path, name: str) -> Path:
    """The sample of a format as a file."""
    path = folder / name
    path.write_text(SAMPLES[name], "utf-8")
    return path
