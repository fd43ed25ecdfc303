"""The JSON Schemas of the data files, published for editors."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.outputs.artifact import Artifact, hold
from prongsai.outputs.schemas.schema import list_schema_files

NAME = "schemas"
FOLDER = "schemas"  # of the site; no page and no LAO may have this name


def list_artifacts() -> Iterator[Artifact]:
    """Yield the schema of every kind of file."""
    for name, path in list_schema_files().items():
        yield hold(f"{FOLDER}/{name}", path.read_bytes())
