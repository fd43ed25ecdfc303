"""What downloads are called once they are saved: whose they are, whatever their address says."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from conftest import Site
from lxml import html
from prongsai.addresses import name_printed

ENDINGS = {".pdf", ".docx", ".xlsx", ".csv", ".svg"}


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("maesai/reports/2566-12.md", "maesai/reports/maesai-report-2566-12.pdf"),
        ("maesai/2566-2570/index.md", "maesai/2566-2570/maesai-plan-2566-2570.pdf"),
        ("maesai/2566-2570/projects/p01.md", "maesai/2566-2570/projects/maesai-2566-2570-p01.pdf"),
        ("maesai/announcements/report-2566-12.md", "maesai/announcements/maesai-paper-report-2566-12.pdf"),
        ("maesai/measures/2568.md", "maesai/measures/maesai-measures-2568.pdf"),
    ],
    ids=["report", "plan", "project", "paper", "measures"],
)
def test_name_tells_the_lao_and_what_it_is(page: str, file: str) -> None:
    """The file stands beside its page, under a name that it can be saved with."""
    assert name_printed(page, "pdf") == file


def test_every_download_of_an_lao_bears_its_name(made_up_site: Site) -> None:
    """PDF, Word, Excel and CSV, on every page; two files of an LAO never have one name."""
    names: dict[str, str] = {}
    for page in (made_up_site.built / "nongsaeng").rglob("*.html"):
        for link in html.parse(page).iterfind(".//a[@href]"):
            file = (page.parent / unquote(link.get("href"))).resolve()
            if file.suffix not in ENDINGS or "files" in file.parts:  # an attachment bears the name that its office gave
                continue
            if "nongsaeng" in file.parts:
                assert file.name.startswith("nongsaeng"), page
                assert names.setdefault(file.name, str(file)) == str(file)

    assert {name.rpartition(".")[2] for name in names} >= {"pdf", "docx", "xlsx", "csv"}
