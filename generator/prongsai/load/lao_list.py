"""The list of the LAOs that a site has published: ``addresses.yml`` in the folder of plans itself."""

from __future__ import annotations

from pathlib import Path

from prongsai.load.data_file import DataFile
from prongsai.load.source import UnreadableFileError, read_text
from prongsai.load.validation import validate
from prongsai.load.yaml_reader import parse_yaml
from prongsai.problem import Problem
from prongsai.records.address_book import LaoList

NAME = "addresses.yml"


def load_lao_list(folder: Path, shown: str) -> tuple[DataFile, LaoList | None, list[Problem]]:
    """Return the file, what it lists and what is wrong in it; None where there is no list, or it cannot be read.

    Args:
        folder: The folder of plans.
        shown: How messages name it.
    """
    place = f"{shown}/{NAME}"
    if not (folder / NAME).exists():
        return DataFile(place), None, []
    try:
        document, problems = parse_yaml(read_text(folder / NAME, inside=folder, shown=place), place)
    except UnreadableFileError as error:
        return DataFile(place), None, [error.problem]
    if document.data is None:
        return document, None, problems
    record, found = validate(LaoList, document, document.data)
    return document, record, [*problems, *found]
