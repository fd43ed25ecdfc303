"""The files of data in one folder: each table as CSV, all of them as Excel and JSON, and what describes them."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from prongsai.outputs.artifact import Artifact, hash_parts
from prongsai.outputs.exports import csv_file, described, json_file, parquet_file, sqlite_file, xlsx_file
from prongsai.outputs.exports.data import Data
from prongsai.outputs.exports.publication import Publication
from prongsai.outputs.exports.table import AnyTable
from prongsai.outputs.exports.tables import TABLES
from prongsai.outputs.printed import Download
from prongsai.outputs.record import Entry

_ROOM = Path(__file__).parent


class Files(Struct, frozen=True, dict=True):
    """The files of data of one LAO, or of the whole site.

    Attributes:
        folder: Where they stand in ``content/``, ending in ``/``.
        publication: Who publishes them; its name is the beginning of theirs.
        state: What the rows depend on.
        counts: Number of rows by table.
        data: The rows; gone through only where a file has to be made.
    """

    folder: str
    publication: Publication
    state: bytes
    counts: Mapping[str, int]
    data: Data

    def name_table(self, table: str, ending: str = "csv") -> str:
        """Return the name of a table's file: maesai-projects.csv."""
        return f"{self.publication.name}-{table}.{ending}"

    def list_names(self) -> dict[str, str]:
        """Return the name of every file by its table or kind."""
        name = self.publication.name
        return {
            **{table.name: self.name_table(table.name) for table in TABLES},
            **{name_parquet(table.name): self.name_table(table.name, "parquet") for table in TABLES},
            "xlsx": f"{name}.xlsx",
            "json": f"{name}.json",
            "datapackage": "datapackage.json",
            "csvw": "csv-metadata.json",
            "catalogue": "data-go-th.json",
            "sqlite": f"{name}.db",
        }

    def list_artifacts(self) -> Iterator[Artifact]:
        """Yield every file that an LAO and a site both have."""
        for table in TABLES:
            yield self._make(self.name_table(table.name), partial(self._render_csv, table))
        names = self.list_names()
        yield self._make(names["xlsx"], lambda: xlsx_file.render_xlsx(self.data, self.publication.facts))
        yield self._make(names["json"], lambda: json_file.render_json(self.data))
        yield self._make(names["datapackage"], self._render_package)
        files = {table.name: self.name_table(table.name) for table in TABLES}
        yield self._make(names["csvw"], lambda: described.render_csvw(self.data, self.publication, files))
        yield self._make(names["catalogue"], lambda: described.render_catalogue(self.data, self.publication))

    def list_site_artifacts(self, *, with_parquet: bool) -> Iterator[Artifact]:
        """Yield what a site has besides: the database, and the tables as Parquet where they are asked for."""
        yield self._make(self.list_names()["sqlite"], lambda: sqlite_file.render_sqlite(self.data))
        for table in TABLES if with_parquet else ():
            yield self._make(
                self.name_table(table.name, "parquet"),
                partial(lambda table: parquet_file.render_parquet(table, self.data.rows[table.name]), table),
            )

    def describe_downloads(self, written: Iterable[tuple[Artifact, Entry]]) -> dict[str, Download]:
        """Return the files as they were written, by table or kind."""
        sizes = {artifact.path: entry.size for artifact, entry in written}
        paths = {kind: self.folder + name for kind, name in self.list_names().items()}
        return {
            kind: Download(path, sizes[path], self.counts.get(kind, 0)) for kind, path in paths.items() if path in sizes
        }

    def _make(self, name: str, make: Callable[[], bytes | Iterator[bytes]]) -> Artifact:
        return Artifact(self.folder + name, hash_parts(_hash_tools(), self._state, name.encode()), make)

    @cached_property
    def _state(self) -> bytes:
        return hash_parts(repr(self.publication).encode(), self.state).encode()

    @cached_property
    def _sums(self) -> dict[str, tuple[int, str]]:
        """Bytes and SHA-256 of the CSV files that were made, by table."""
        return {}

    def _render_csv(self, table: AnyTable) -> Iterator[bytes]:
        size, digest = 0, hashlib.sha256()
        for part in csv_file.render_csv(table, self.data.rows[table.name]):
            size += len(part)
            digest.update(part)
            yield part
        self._sums[table.name] = size, digest.hexdigest()

    def _render_package(self) -> bytes:
        for table in (table for table in TABLES if table.name not in self._sums):
            deque(self._render_csv(table), maxlen=0)
        files = {name: (self.name_table(name), *sums) for name, sums in self._sums.items()}
        return described.render_package(self.data, self.publication, files)


def name_parquet(table: str) -> str:
    """Return the kind of file that a table is as Parquet."""
    return f"{table}.parquet"


@cache
def _hash_tools() -> bytes:
    """Return the state of all that makes the files: our code, the libraries."""
    code = [path.read_bytes() for path in sorted(_ROOM.rglob("*.py"))]
    return hash_parts(*code, version("xlsxwriter").encode()).encode()
