"""Copies of the files that published records name: signed originals, evidence, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps

from prongsai.documents.shelf import Shelf
from prongsai.load.files import PICTURE_FORMATS, PICTURES, find_file_references
from prongsai.outputs.artifact import Artifact, hash_parts
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.printed import format_size

NAME = "files"


def list_artifacts(lao: LaoPages) -> Iterator[Artifact]:
    """Yield the published copy of every file that an LAO's records name."""
    for name in list_published_files(lao.shelf):
        original = lao.folder / name
        key = hash_parts(version("pillow").encode(), original.read_bytes())
        yield Artifact(lao.paths.file(name), key, partial(read_publishable, original))


def list_published_files(shelf: Shelf) -> list[str]:
    """Return the files that published records name, each once, in alphabetical order."""
    dossier = shelf.dossier
    records = (*dossier.rounds.values(), *dossier.measures.values(), *shelf.papers.values())
    seal = {dossier.lao.seal} if dossier.lao.seal else set()
    return sorted(seal | {name for _, name in find_file_references(records)})


def describe_file(path: Path) -> str:
    """Return kind and size of a file in words: PDF, 120 KB."""
    kind = PurePosixPath(path.name).suffix.removeprefix(".").upper()
    return f"{kind}, {format_size(path.stat().st_size)}"


def read_publishable(original: Path) -> bytes:
    """Return a file's bytes; a picture is turned upright and loses its metadata (place, camera, time)."""
    if original.suffix.lower() not in PICTURES:
        return original.read_bytes()
    with Image.open(original, formats=PICTURE_FORMATS) as picture:
        upright = ImageOps.exif_transpose(picture)
        # Transparency and colours are part of the picture; everything else tells where, when and with what it was made.
        upright.info = {name: value for name, value in upright.info.items() if name in {"transparency", "icc_profile"}}
        output = BytesIO()
        format_ = "JPEG" if picture.format == "MPO" else picture.format  # a phone's JPEG with a second picture in it
        upright.save(output, format_, **({} if format_ == "PNG" else {"quality": 90}))
        return output.getvalue()
