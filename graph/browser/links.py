"""Addresses that open Neo4j Browser with something in its editor."""

from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from ...cypher import statement
from ..errors import InvalidInput

AROUND: Final = ("claim", "entity", "issue", "source")
"""The things that there is a statement for in `cypher/around/`, by the first word of their ids."""
_KEPT: Final = "/:@,~"
"""Signs that an address may hold as they are."""


def browser_link(browser_url: str, identifier: str) -> str:
    """The address that opens Browser with a statement in the editor that shows this thing with its surroundings.

    `browser_url` is any address of Browser, as `Running.browser_uri` is; what else its query says is kept.
    Raises InvalidInput for an id that is none of a claim, an entity, an issue or a source.
    """
    kind, slash, _ = identifier.partition("/")
    if kind not in AROUND or not slash:
        known = ", ".join(f"{each}/…" for each in AROUND)
        raise InvalidInput(f"Neo4j Browser has nothing to show for the id '{identifier}'; it knows {known}")
    cypher = statement(f"around/{kind}").text.replace("$id", literal(identifier))
    return _address(browser_url, "edit", cypher)


def guide_link(browser_url: str, guide: str) -> str:
    """The address that opens Browser with the guide at its side; Browser leaves out its first graph then.

    This machine is called by its name: Browser asks for the guide before it knows which hosts the server lets it ask.
    """
    return _address(browser_url, "guide", guide.replace("//127.0.0.1:", "//localhost:", 1))


def literal(text: str) -> str:
    r"""A text as a string of Cypher that Browser's address can carry: it would cut at `&` and `#`.

    Cypher 5 turns `\u0027` into a quote before it looks for the end of the string, so no sign that means anything to it
    may be written so; a backslash is doubled, and then `u0027` behind it is five letters.
    """
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return "'" + "".join(f"\\u{ord(sign):04x}" if sign in "&#" or sign < " " else sign for sign in escaped) + "'"


def _address(browser_url: str, command: str, argument: str) -> str:
    # Browser decodes the address as a whole, takes `+` for a space, and looks for the first `cmd=` and `arg=` in it.
    parts = urlsplit(browser_url)
    kept = [pair for pair in parts.query.split("&") if pair and not pair.startswith(("cmd=", "arg="))]
    query = "&".join([*kept, f"cmd={command}", f"arg={quote(argument, safe=_KEPT)}"])
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))
