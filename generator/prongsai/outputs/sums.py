"""``data/SHA256SUMS``: the sum of every download and paper, by which anybody can tell whether a file is as published.

The format is that of ``sha256sum``: a sum, two spaces, the file's path from the site's first folder on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from prongsai.outputs import files, history_tables, oit_tables
from prongsai.outputs.charts import output as charts
from prongsai.outputs.exports import output as exports
from prongsai.outputs.pdf import output as pdf
from prongsai.outputs.record import read_record
from prongsai.outputs.word import output as word

NAME = "sums"
PATH = "data/SHA256SUMS"
_OUTPUTS = (exports.NAME, files.NAME, pdf.NAME, word.NAME, charts.NAME, oit_tables.NAME, history_tables.NAME)
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def render_sums(content: Path, units: Iterable[str], own: Mapping[str, str]) -> bytes:
    """Return the sums of what was written for some LAOs, and for the site.

    Args:
        content: MkDocs' ``docs_dir``.
        units: The LAOs.
        own: Sum by path of the site's own downloads.
    """
    sums = dict(own)
    for unit in units:
        record = read_record(content, unit)
        for output in _OUTPUTS if record else ():
            entries = record.outputs.get(output, {}) if record else {}
            sums |= {path: entry.digest for path, entry in entries.items() if entry.digest}
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(sums.items())).encode()


def read_sums(text: str) -> dict[str, str]:
    """Return sum by path.

    Raises:
        ValueError: A line is none of such a file.
    """
    sums = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if not match:
            raise ValueError(f"บรรทัด {number}")
        sums[match[2]] = match[1]
    return sums
