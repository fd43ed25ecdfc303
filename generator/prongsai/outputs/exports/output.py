"""The files of data of one LAO, and of the whole site, whose rows come from the LAOs' own files."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from prongsai.addresses import LaoPaths
from prongsai.outputs.artifact import hash_parts
from prongsai.outputs.exports.data import Data, collect
from prongsai.outputs.exports.files import Files
from prongsai.outputs.exports.json_file import StoredFile, StoredRows, render_json
from prongsai.outputs.exports.publication import Publication, describe_lao
from prongsai.outputs.exports.tables import TABLES
from prongsai.outputs.originals import read_original
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.summary import Summary
from prongsai.settings.licences import LICENCES

NAME = "exports"
SITE_FOLDER = "data/"
SITE_NAME = "all"


def describe_lao_files(lao: LaoPages) -> Files:
    """Return the files of data of one LAO."""
    data = collect(lao)
    counts = {table: len(rows) for table, rows in data.rows.items()}
    return Files(lao.paths.data_file(""), describe_lao(lao), b"".join(render_json(data)), counts, data)


def describe_site_files(
    content: Path, summaries: Sequence[Summary], site_name: str, site_url: str, licence: str
) -> Files:
    """Return the files of data of all LAOs, put together from the JSON file of each.

    Args:
        content: MkDocs' ``docs_dir``, where the LAOs' files have been written.
        summaries: The LAOs.
        site_name: The site's name.
        site_url: Where the site will stand; empty where that is not known.
        licence: Id of the licence of the data; empty for none.

    Raises:
        OutputError: An LAO's file cannot be read.
    """
    slugs = [summary.slug for summary in summaries]
    files = [content / LaoPaths(slug).data_file(f"{slug}.json") for slug in slugs]
    counts = sum((Counter(summary.rows) for summary in summaries), Counter())
    publisher = site_name or "เว็บไซต์นี้"
    publication = Publication(
        SITE_NAME,
        publisher,
        f"{site_url}{SITE_FOLDER}",
        False,
        bool(site_url),
        "องค์กรปกครองส่วนท้องถิ่นในเว็บไซต์",
        licence=LICENCES.get(licence),
    )
    digests = (hashlib.sha256(read_original(file)).digest() for file in files)
    state = hash_parts(*digests).encode()
    as_of = max(filter(None, (summary.as_of for summary in summaries)), default=None)
    is_sample = any(summary.is_sample for summary in summaries)
    stored = [StoredFile(file) for file in files]
    data = Data(
        publisher, as_of, is_sample, {table.name: StoredRows(table, stored, counts[table.name]) for table in TABLES}
    )
    return Files(SITE_FOLDER, publication, state, counts, data)
