# ruff: noqa: UP031 - the braces are GraphQL's
"""Requests that are made to hurt, each with a word of the answer that it has to get."""

from __future__ import annotations

from typing import Any, Final

Attack = tuple[dict[str, Any] | bytes, str]


def _asked(query: str, **variables: object) -> dict[str, Any]:
    return {"query": query, "variables": variables}


def _spreading(levels: int, times: int) -> str:
    """Fragments each of which spreads the next one several times: so many fields to the power of the levels."""
    spreads = " ".join(f"c{n}: subject {{ claims {{ nodes {{ ...f%d }} }} }}" for n in range(times))
    parts = [f"fragment f{n} on Claim {{ {spreads.replace('%d', str(n + 1))} }}" for n in range(levels)]
    return f'{{ claim(id: "claim/x") {{ ...f0 }} }} {" ".join(parts)} fragment f{levels} on Claim {{ id }}'


def _nested(field: str, levels: int) -> str:
    return f"{field} {{ " * levels + "id" + " }" * levels


def _repeated(levels: int) -> str:
    """The same key twice at each level, whose halves validation compares with each other."""
    return "id" if levels == 0 else "subject { claims { nodes { %s } } } " % _repeated(levels - 1) * 2


_LINKS = "contradicts(first: 100) { nodes { claim { %s } } }"
_COUNTS = " ".join(
    f"{word.lower()}: claims(filter: {{modality: {word}}}) {{ totalCount }}" for word in ("PREDICTED", "POSSIBLE")
)
_FIELDS = "fields { type { fields { type { fields { type { name } } } } } }"
_TYPES = "{ types { fields { type { ofType { ofType { fields { type { name } } } } } } } }"

ATTACKS: Final[dict[str, Attack]] = {
    "a fragment bomb": (_asked(_spreading(8, 6)), "fields"),
    "fragments in a circle": (_asked("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }"), "itself"),
    "a fragment of itself": (
        _asked('{ claim(id: "claim/x") { ...a } } fragment a on Claim { subject { claims { nodes { ...a } } } }'),
        "itself",
    ),
    "many aliases": (_asked("{ %s }" % " ".join(f"a{n}: __typename" for n in range(220))), "aliases"),
    "many directives": (_asked("{ __typename %s }" % ("@skip(if: false) " * 200)), "directives"),
    "five thousand directives": (_asked("{ __typename %s }" % ("@a " * 5_000)), "tokens"),
    "depth of a hundred": (_asked(f"{{ {_nested('a', 150)} }}"), "levels"),
    "depth without end": (_asked("{a" * 4_000), "nested too deeply"),
    "a list in a list in a list": (
        _asked('{ search(text: "a", kinds: %s) { nodes { __typename } } }' % ("[" * 700 + "]" * 700)),
        "nested too deeply",
    ),
    "repeated keys": (_asked(f'{{ claim(id: "claim/x") {{ {_repeated(5)} }} }}'), "repeated keys"),
    "one key a thousand times": (_asked("{ %s }" % ("__typename " * 1_000)), "repeated keys"),
    "many fragments": (
        _asked(
            "{ %s } %s"
            % (
                " ".join(f"...f{n}" for n in range(120)),
                " ".join(f"fragment f{n} on Query {{ __typename }}" for n in range(120)),
            )
        ),
        "fragment spreads",
    ),
    "a long text": (_asked("{ __typename # %s\n}" % ("x" * 900_000)), "letters"),
    "a long string": (_asked('{ claim(id: "%s") { id } }' % ("x" * 900_000)), "letters"),
    "a body of ten megabytes": (b'{"query": "' + b"x" * 10_000_000 + b'"}', "larger than"),
    "a list of a hundred thousand values": (
        _asked(
            'query($k: [NodeKind!]) { search(text: "a", kinds: $k) { nodes { __typename } } }', k=["CLAIM"] * 90_000
        ),
        "more than 2,000 values",
    ),
    "deep variables": (
        b'{"query": "{ __typename }", "variables": {"a": ' + b"[" * 5_000 + b"]" * 5_000 + b"}}",
        "no JSON",
    ),
    "filters in filters in variables": (
        b'{"query": "query($f: ClaimFilter) { claims(filter: $f) { totalCount } }", "variables": {"f": '
        + b'{"not": ' * 300
        + b"{}"
        + b"}" * 301
        + b"}",
        "20 levels",
    ),
    "filters in filters": (
        _asked("{ claims(filter: %s) { totalCount } }" % ("{not: " * 150 + "{}" + "}" * 150)),
        "keys",
    ),
    "a filter of many filters": (
        _asked("query($f: ClaimFilter) { claims(filter: $f) { totalCount } }", f={"or": [{"text": "a"}] * 600}),
        "keys",
    ),
    "a batch": (b"[" + b",".join([b'{"query": "{ __typename }"}'] * 1_000) + b"]", "one operation a request"),
    "introspection in a loop": (
        _asked(f"{{ __schema {_TYPES.replace('name', _FIELDS)} }}"),
        "introspection",
    ),
    "too many rows": (
        _asked("{ claims(first: 100) { nodes { %s } } }" % (_LINKS % (_LINKS % "id"))),
        "could fetch some",
    ),
    "counts of hubs": (
        _asked("{ entities(first: 100) { nodes { claims { nodes { subject { %s } } } } } }" % _COUNTS),
        "could fetch some",
    ),
    "a cursor of one's own": (_asked('{ claims(after: "AAAA") { nodes { id } } }'), "cursor"),
    "a number without end": (b'{"query": "{ __typename }", "variables": {"a": ' + b"9" * 100_000 + b"}}", "no JSON"),
}
"""By what they are."""
