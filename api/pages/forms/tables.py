"""Whole tables out of the endpoint, page by page: as CSV and as GeoJSON, streamed, complete or visibly broken off."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Final

import orjson
from starlette.responses import Response

from ...reasons import Node
from ..negotiation import Form
from ..site import Answer, Asked, Site
from . import columns, csv_form, geojson
from .standings import standings

IN_TABLES: Final = frozenset({Form.CSV, Form.GEO_JSON})
"""The forms that are made of whole tables."""
_ROLES: Final = ("subject", "object", "during")
_NOT_IN_A_NAME: Final = re.compile(r"[^A-Za-z0-9]+")
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind: "the claims of an entity, by the query `rows/entity`, which stand under entity, claims"."""

    query: str
    way: tuple[str, ...]
    columns: columns.Columns


TABLES: Final[Mapping[str, Table]] = {
    "issue": Table("rows/issue", ("issue", "claims"), columns.ISSUE_CLAIM),
    "entity": Table("rows/entity", ("entity", "claims"), columns.ENTITY_CLAIM),
    "source": Table("rows/source", ("source", "claims"), columns.CLAIM),
    "issues": Table("rows/issues", ("issues",), columns.ISSUE),
    "entities": Table("rows/entities", ("entities",), columns.ENTITY),
    "sources": Table("rows/sources", ("sources",), columns.SOURCE),
    "search": Table("rows/search", ("search",), columns.FOUND),
}


async def table_response(site: Site, asked: Asked, name: str, answer: Answer) -> Response:
    """A table in the form that is asked for; `answer` is its first page."""
    table = TABLES[name]
    pages = _rows(site, asked, name, answer)
    if asked.form is Form.CSV:
        file = _NOT_IN_A_NAME.sub("-", str(answer.variables.get("id", name)))[:_LONGEST].strip("-")
        disposition = {"content-disposition": f'attachment; filename="{file}.csv"'}
        return await site.stream(asked, _csv(pages, table.columns), disposition)
    thing = {**answer.data[name], "address": asked.at.absolute(str(answer.variables.get("id", name)))}
    return await site.stream(asked, _geojson(pages, table.columns, thing), {})


async def _rows(site: Site, asked: Asked, name: str, answer: Answer) -> AsyncIterator[list[Node]]:
    """The rows, as many at a time as the endpoint gives, each with what it does not say itself."""
    table = TABLES[name]
    on_issue = await standings(site, asked, answer.variables["id"]) if name == "issue" else None
    async for page in site.following(asked, table.query, table.way, answer):
        yield [
            {
                **row,
                "address": asked.at.absolute(row["id"]),
                **(on_issue.of(row) if on_issue else {}),
                **(_role(row, answer.variables["id"]) if name == "entity" else {}),
            }
            for row in page["nodes"]
        ]


def _role(claim: Node, entity: str) -> Mapping[str, str]:
    """The cell `role` of a claim: what the entity is in it."""
    roles = [role for role in _ROLES if claim[role] and claim[role]["id"] == entity]
    says = claim["attribution"][0]["entity"]["id"] == entity
    return {"role": " ".join([*roles, "claimant"] if says else roles)}


async def _csv(pages: AsyncIterator[list[Node]], shown: columns.Columns) -> AsyncIterator[str]:
    heading = csv_form.BYTE_ORDER_MARK + csv_form.lines([shown])
    async for rows in pages:
        yield heading + csv_form.lines(columns.cells(shown, row).values() for row in rows)
        heading = ""


async def _geojson(pages: AsyncIterator[list[Node]], shown: columns.Columns, thing: Node) -> AsyncIterator[str]:
    """The features of the thing itself, where it is a place, and of all its rows."""
    found = list(geojson.features(thing, columns.ENTITY)) if thing.get("location") else []
    heading, between = geojson.BEGINNING, ""
    async for rows in pages:
        found += (feature for row in rows for feature in geojson.features(row, shown))
        yield heading + between * bool(found) + ",".join(orjson.dumps(feature).decode() for feature in found)
        heading, between, found = "", "," if between or found else "", []
    yield geojson.END
