"""Copies of the files that published records name: signed originals, evidence, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from prongsai import pictures
from prongsai.documents.shelf import Shelf
from prongsai.load.files import find_file_references
from prongsai.outputs.artifact import Artifact, hash_parts
from prongsai.outputs.originals import read_original, read_published
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.printed import format_size
from prongsai.outputs.record import Entry

NAME = "files"


def list_artifacts(lao: LaoPages) -> Iterator[Artifact]:
    """Yield the published copy of every file that an LAO's records name.

    Raises:
        OutputError: A file cannot be read.
    """
    for name in list_published_files(lao.shelf):
        original = lao.folder / name
        key = hash_parts(_hash_tools(), read_original(original))
        yield Artifact(lao.paths.file(name), key, partial(read_published, original))


def list_published_files(shelf: Shelf) -> list[str]:
    """Return the files that published records name, each once, in alphabetical order."""
    dossier = shelf.dossier
    records = (
        *dossier.rounds.values(),
        *dossier.measures.values(),
        *dossier.oit_lists.values(),
        *shelf.papers.values(),
    )
    seal = {dossier.lao.seal} if dossier.lao.seal else set()
    return sorted(seal | {name for _, name in find_file_references(records)})


def describe_files(lao: LaoPages, written: Iterable[tuple[Artifact, Entry]]) -> dict[str, str]:
    """Return kind and size in words of each published copy, by the name of its original: PDF, 120 KB.

    Args:
        lao: The LAO.
        written: The copies as they were written; a picture is seldom as large as its original.
    """
    sizes = {artifact.path: entry.size for artifact, entry in written}
    return {name: _describe(name, sizes[lao.paths.file(name)]) for name in list_published_files(lao.shelf)}


@cache
def _hash_tools() -> bytes:
    """Return the state of what makes a published picture: our code, the library."""
    return hash_parts(Path(pictures.__file__).read_bytes(), version("pillow").encode()).encode()


def _describe(name: str, size: int) -> str:
    return f"{PurePosixPath(name).suffix.removeprefix('.').upper()}, {format_size(size)}"
