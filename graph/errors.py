"""The errors that claimgraph raises on purpose; each message says what is wrong, where, and what would be right.

    ClaimgraphError
    ├── InvalidInput        what a person wrote or asked is wrong
    │   ├── BadId               an id that is no address of such a thing
    │   ├── BadCursor           a cursor that is none of ours, or another list's
    │   ├── BadFilter           a filter that does not go with what else is asked
    │   └── BadPageSize         a page of none or of too many
    ├── Conflict            two things that cannot happen at once, or do not fit together
    ├── Unavailable         the database is away or was lost
    │   └── LocalServerError    the Neo4j of our own cannot be fetched, started or stopped
    ├── QueryTimedOut       the database needed longer than it may
    ├── OutOfMemory         the database has no memory for so large a transaction
    └── QueryFailed         the database refused a statement of ours

`code` names the kind to programs, `exit_code` is the command line's, `http_status` the endpoint's.
"""


class ClaimgraphError(Exception):
    """Anything that went wrong in a way that was foreseen."""

    code = "INTERNAL"
    exit_code = 1
    http_status = 500


class InvalidInput(ClaimgraphError):  # noqa: N818 - it names what is wrong, as the others do
    """What a person wrote or asked is wrong."""

    code = "INVALID_INPUT"
    exit_code = 2
    http_status = 400


class BadId(InvalidInput):
    """An id that is no address of the kind of thing asked for."""

    code = "BAD_ID"


class BadCursor(InvalidInput):
    """A cursor that is none of ours, or that belongs to another list, filter or order."""

    code = "BAD_CURSOR"


class BadFilter(InvalidInput):
    """A filter that does not go together with what else is asked."""

    code = "BAD_FILTER"


class BadPageSize(InvalidInput):
    """A page of none or of too many."""

    code = "BAD_PAGE_SIZE"


class Conflict(ClaimgraphError):  # noqa: N818
    """Two things that cannot happen at once, or do not fit together."""

    code = "CONFLICT"
    exit_code = 5
    http_status = 409


class Unavailable(ClaimgraphError):  # noqa: N818
    """The database is away or was lost; running the same again later finishes."""

    code = "DATABASE_UNAVAILABLE"
    exit_code = 4
    http_status = 503


class LocalServerError(Unavailable):
    """The Neo4j of our own cannot be fetched, started or stopped."""

    code = "LOCAL_NEO4J"


class QueryTimedOut(ClaimgraphError):  # noqa: N818
    """The database needed longer than it may; the work was ended."""

    code = "TIMEOUT"
    http_status = 504


class OutOfMemory(ClaimgraphError):  # noqa: N818
    """The database has no memory for so large a transaction; nothing of it is kept."""

    code = "OUT_OF_MEMORY"
    exit_code = 4
    http_status = 503


class QueryFailed(ClaimgraphError):  # noqa: N818
    """The database refused a statement of ours: a mistake of ours, whose text no client sees."""
