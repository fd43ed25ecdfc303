"""Links of a copy of the site that opens from a folder."""

from __future__ import annotations

import pytest
from prongsai.finish.folder_links import name_index_files


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a class="x" href="../plan/">', '<a class="x" href="../plan/index.html">'),
        ('<a href="../plan/#risks">', '<a href="../plan/index.html#risks">'),
        ('<link rel="next" href="../rules/">', '<link rel="next" href="../rules/index.html">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="../files/a.pdf">', '<a href="../files/a.pdf">'),
        ('<a href="https://example.go.th/">', '<a href="https://example.go.th/">'),
        ('<a href="mailto:a@example.go.th">', '<a href="mailto:a@example.go.th">'),
        ('<code>href="../"</code>', '<code>href="../"</code>'),
    ],
    ids=["above", "here", "folder", "anchor", "head", "same page", "file", "other site", "mail", "text"],
)
def test_links_to_folders_name_the_file(link: str, expected: str) -> None:
    """A link to a folder of the site leads to its index.html; every other link stays."""
    assert name_index_files(link) == expected
