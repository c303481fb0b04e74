"""Records on their way from the files to the graph, each with the way back to where it was written.

They lie on this machine's disk in the order in which they were read: no file is too large for memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Unpack

from ..graph.ids import key_of
from ..graph.progress import Silent
from ..graph.scratch import Scratch, listed
from .packed import pack, unpack
from .places import STAND_IN
from .row import Finished, Marks, Origin, Row, told

if TYPE_CHECKING:
    from ..graph.progress import Task
    from ..graph.records import Record
    from ..graph.vocabulary import Vocabulary
    from .places import Problems

_SCHEMA = """
CREATE TABLE also (key TEXT PRIMARY KEY, id TEXT) WITHOUT ROWID;
CREATE TABLE item (
    seq INTEGER PRIMARY KEY, kind TEXT, id TEXT, dataset TEXT, hash TEXT, key TEXT,
    origin INTEGER, mark TEXT, sound INTEGER, mention INTEGER, folds INTEGER, record BLOB
);
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS item_id ON item (kind, id);
CREATE INDEX IF NOT EXISTS item_dataset ON item (kind, dataset, id, hash);
CREATE INDEX IF NOT EXISTS item_key ON item (key) WHERE key IS NOT NULL;
"""
# One for each kind: claims get their ids later, and would only burden an index with the kind in it.
_DESCRIBED_INDEXES = """
CREATE INDEX IF NOT EXISTS dataset_id ON item (id) WHERE kind = 'dataset';
CREATE INDEX IF NOT EXISTS entity_id ON item (id) WHERE kind = 'entity';
CREATE INDEX IF NOT EXISTS source_id ON item (id) WHERE kind = 'source';
"""
_COLUMNS = "seq, origin, mark, sound, mention, folds, kind, record"
_PAGE = 2_000
DESCRIBED: Final = ("dataset", "entity", "source")
"""Kinds of what claims rest on."""


@dataclass(slots=True)
class Rows:
    """Everything that was read, before and while the records are checked against each other."""

    problems: Problems
    reading: Task = field(default_factory=Silent)
    """Told of every record that is read."""
    vocabularies: list[tuple[str, Vocabulary]] = field(default_factory=list)
    """What datasets, by their keys, bring beside the shared vocabulary."""
    broken: set[str] = field(default_factory=set)
    """Ids and names that stand in the files but could not be read; who refers to them is not to blame.

    `claim_key` with an empty key stands for claims of a dataset that nobody can name.
    """
    complete: bool = True
    """False where a file, or a vocabulary, could not be read at all: what is not found may stand there."""
    read: Counter[str] = field(default_factory=Counter)
    """How many rows of each kind were read."""
    again: Counter[str] = field(default_factory=Counter)
    """How many of them said what another says, and became one with it."""
    mentions: Counter[str] = field(default_factory=Counter)
    """How many only named what another describes."""
    units: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many of what its format consists of each file had: (file, `statements`)."""
    _scratch: Scratch = field(default_factory=lambda: Scratch(_SCHEMA))
    _origins: dict[int, Origin] = field(default_factory=dict)
    _numbers: dict[int, int] = field(default_factory=dict)
    _waiting: list[tuple[object, ...]] = field(default_factory=list)

    def add(self, record: Record, origin: Origin, mark: str, **marks: Unpack[Marks]) -> None:
        """Take in a record; `sound=False` where the reader has noted something wrong with it. See `Row`."""
        number = self._numbers.setdefault(id(origin), len(self._numbers))
        self._origins.setdefault(number, origin)
        told = (marks.get("sound", True), marks.get("mention", False), marks.get("folds", False))
        kind, dataset, packed = pack(record)
        if kind in DESCRIBED and key_of(record.id) == STAND_IN:
            self.broken.add(record.id)
        self._waiting.append((kind, record.id, dataset, number, mark, *told, packed))
        if len(self._waiting) >= _PAGE:
            self._flush()

    def add_vocabulary(self, dataset: str, vocabulary: Vocabulary) -> None:
        """Take in what a dataset, by its key, brings beside the shared vocabulary; in several parts if need be."""
        self.vocabularies.append((dataset, vocabulary))

    def stored(self, *kinds: str) -> Iterator[list[Row]]:
        """The rows of these kinds, in portions, in the order of reading; they may be finished in between."""
        self._flush()
        text = f"""
            SELECT {_COLUMNS} FROM item
            WHERE kind IN (SELECT value FROM json_each(?)) AND seq > ? ORDER BY seq LIMIT ?
        """  # noqa: S608 - the columns are ours
        after = 0
        while found := [self._row(cells) for cells in self._scratch.rows(text, (listed(kinds), after, _PAGE))]:
            yield found
            after = found[-1].seq

    def finish(self, rows: Iterable[Finished]) -> None:
        """Writes down what checking made of rows."""
        text = "UPDATE item SET id = ?, hash = ?, key = ?, sound = ?, record = ? WHERE seq = ?"
        self._scratch.run_many(text, map(told, rows))

    def drop(self, rows: Iterable[int]) -> None:
        """Takes rows out, by their numbers."""
        self._scratch.run_many("DELETE FROM item WHERE seq = ?", ((seq,) for seq in rows))

    def drop_unsound(self) -> None:
        """Takes out whatever a reader has noted something wrong with."""
        self._flush()
        self._scratch.run("DELETE FROM item WHERE NOT sound")

    def index(self, *, described_only: bool = False) -> None:
        """Makes what follows fast: looking up what is described, or everything once claims have their ids."""
        self._flush()
        for text in (_DESCRIBED_INDEXES if described_only else _INDEXES).strip().splitlines():
            self._scratch.run(text)

    def replace(self, rows: Sequence[Row], one: Row) -> None:
        """Leaves one row in the place of several; the keys of the others lead to it."""
        gone = listed(row.seq for row in rows if row.seq != one.seq)
        text = """
            INSERT OR IGNORE INTO also
            SELECT key, id FROM item WHERE key IS NOT NULL AND seq IN (SELECT value FROM json_each(?))
        """
        self._scratch.run(text, (gone,))
        self.drop(row.seq for row in rows if row.seq != one.seq)
        self._scratch.run("UPDATE item SET record = ? WHERE seq = ?", (pack(one.record)[2], one.seq))

    def repeated(self, kinds: Collection[str]) -> Iterator[tuple[str, list[Row]]]:
        """(kind, rows that share an id, in the order of reading), for each id that several have."""
        text = """
            SELECT kind, id FROM item WHERE kind IN (SELECT value FROM json_each(?))
            GROUP BY kind, id HAVING count(*) > 1
        """
        for kind, identifier in list(self._scratch.rows(text, (listed(kinds),))):
            yield kind, self._found("kind = ? AND id = ?", (kind, identifier))

    def sharing_keys(self) -> Iterator[list[Row]]:
        """Claims that share their dataset's own key, for each such key."""
        text = "SELECT key FROM item WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1"
        for (key,) in list(self._scratch.rows(text)):
            yield self._found("key = ?", (key,))

    def find(self, kind: str, identifier: str) -> Row | None:
        """The first row of a kind that has this id."""
        # SQLite takes a kind's own index only where the kind stands in the statement's text.
        where = f"kind = '{kind}' AND id = ?" if kind in DESCRIBED else "kind = ? AND id = ?"
        found = self._found(where, (identifier,) if kind in DESCRIBED else (kind, identifier))
        return found[0] if found else None

    def claim_of(self, key: str) -> str | None:
        """The id of the claim that has this key (`claim/kherson/c17`)."""
        text = "SELECT id FROM item WHERE key = ? UNION ALL SELECT id FROM also WHERE key = ?"
        found: str | None = self._scratch.value(text, (key, key))
        return found

    def ids(self, kind: str, beginning: str = "") -> Iterator[str]:
        """The ids of a kind that begin so, by id."""
        text = "SELECT id FROM item WHERE kind = ? AND id >= ? AND id < ? ORDER BY id"
        for (identifier,) in self._scratch.rows(text, (kind, beginning, f"{beginning}\U0010ffff")):
            yield identifier

    def keys(self) -> Iterator[str]:
        """The keys of claims, as `claim_of` takes them."""
        for (key,) in self._scratch.rows("SELECT key FROM item WHERE key IS NOT NULL"):
            yield key

    @property
    def total(self) -> int:
        """How many rows there are."""
        self._flush()
        return int(self._scratch.value("SELECT count(*) FROM item"))

    def count(self, kind: str, dataset: str | None = None) -> int:
        """How many rows of a kind there are, in one dataset or in all."""
        text = "SELECT count(*) FROM item WHERE kind = ? AND (? IS NULL OR dataset = ?)"
        return int(self._scratch.value(text, (kind, dataset, dataset)))

    def of_dataset(self, kind: str, dataset: str) -> Iterator[Record]:
        """A dataset's records of a kind, by id."""
        text = "SELECT record FROM item WHERE kind = ? AND dataset = ? ORDER BY id"
        for (packed,) in self._scratch.rows(text, (kind, dataset)):
            yield unpack(kind, packed)

    def hashes(self, kind: str, dataset: str) -> Iterator[tuple[str, str]]:
        """(id, hash) of a dataset's rows of a kind, by id."""
        text = "SELECT id, hash FROM item WHERE kind = ? AND dataset = ? ORDER BY id"
        yield from self._scratch.rows(text, (kind, dataset))

    def picked(self, kind: str, dataset: str, ids: Sequence[str]) -> list[Record]:
        """A dataset's records of a kind with these ids, by id."""
        text = """
            SELECT record FROM item
            WHERE kind = ? AND dataset = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id
        """
        return [unpack(kind, packed) for (packed,) in self._scratch.rows(text, (kind, dataset, listed(ids)))]

    def _found(self, where: str, params: Sequence[str]) -> list[Row]:
        text = f"SELECT {_COLUMNS} FROM item WHERE {where} ORDER BY seq"  # noqa: S608 - both are ours
        return [self._row(cells) for cells in self._scratch.rows(text, params)]

    def _row(self, cells: tuple[object, ...]) -> Row:
        seq, origin, mark, sound, mention, folds, kind, packed = cells
        record = unpack(str(kind), packed)  # type: ignore[arg-type]
        marks = bool(sound), bool(mention), bool(folds)
        return Row(record, self._origins[origin], str(mark), *marks, seq)  # type: ignore[index,arg-type]

    def _flush(self) -> None:
        if self._waiting:
            columns = "kind, id, dataset, origin, mark, sound, mention, folds, record"
            text = f"INSERT INTO item ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - they are ours
            self._scratch.run_many(text, self._waiting)
            self.reading.advance(len(self._waiting))
            self.read.update(str(kind) for kind, *_ in self._waiting)
            self._waiting = []
