"""The photographs among the evidence, each in the few sizes that pages show; made once, whatever else changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from prongsai import pictures
from prongsai.addresses import LaoPaths
from prongsai.outputs.artifact import Artifact, hash_parts
from prongsai.outputs.originals import find_photo_sizes, read_original, shrink_photo
from prongsai.records.dossier import Dossier
from prongsai.records.measures import Measure
from prongsai.records.progress import Progress

NAME = "photos"
_DIGITS = 16  # of the content's key in a file's name


class Size(NamedTuple):
    """A photograph in one size: path in ``content/``, width and height in pixels."""

    path: str
    width: int
    height: int


class ShownPhoto(Struct, frozen=True):
    """A photograph as pages show it.

    Attributes:
        original: The file in the LAO's folder.
        content: The key of the original's bytes.
        sizes: Its sizes, the smallest first.
    """

    original: Path
    content: str
    sizes: tuple[Size, ...]

    @property
    def usual(self) -> Size:
        """The size for a browser that chooses none."""
        return self.sizes[len(self.sizes) // 2]


def find_photos(dossier: Dossier, folder: Path) -> dict[str, ShownPhoto]:
    """Return the photographs of an LAO by the path of their published copies in ``content/``.

    Raises:
        OutputError: A picture cannot be read.
    """
    paths = LaoPaths(dossier.slug)
    return {paths.file(name): _find_photo(paths, folder / name) for name in sorted(_list_names(dossier))}


def list_artifacts(photos: Mapping[str, ShownPhoto]) -> Iterator[Artifact]:
    """Yield every size of some photographs; two files with the same content are one."""
    return (artifact for photo in photos.values() for artifact in _list_sizes(photo))


def _list_names(dossier: Dossier) -> Iterable[str]:
    found = (entry for progress in _iter_records(dossier) for entry in progress.evidence if entry.is_photo)
    return {entry.file for entry in found if entry.file}


def _iter_records(dossier: Dossier) -> Iterator[Progress | Measure]:
    for report in dossier.rounds.values():
        yield from report.projects
    for measures in dossier.measures.values():
        for section in measures.sections:
            yield from section.measures


def _find_photo(paths: LaoPaths, original: Path) -> ShownPhoto:
    content = hash_parts(read_original(original))
    sizes = (
        Size(paths.photo(f"{content[:_DIGITS]}-{width}.webp"), width, height)
        for width, height in find_photo_sizes(original)
    )
    return ShownPhoto(original, content, tuple(sizes))


def _list_sizes(photo: ShownPhoto) -> Iterator[Artifact]:
    for path, width, height in photo.sizes:
        key = hash_parts(_hash_tools(), photo.content.encode(), f"{width} {height}".encode())
        yield Artifact(path, key, partial(shrink_photo, photo.original, width, height))


@cache
def _hash_tools() -> bytes:
    """Return the state of what makes a photograph smaller: our code, the library."""
    return hash_parts(Path(pictures.__file__).read_bytes(), version("pillow").encode()).encode()
