"""A preview tells what is wrong with an LAO when it is saved, not at each save of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Site
from mkdocs.commands.build import build
from mkdocs.config import load_config
from small_site import begin_site, write

pytestmark = pytest.mark.slow

RESULT = "    results: จัดอบรมครบทุกคน\n    outcomes: พนักงานเข้าใจมากขึ้น\n"


def test_warning_that_comes_back_is_told_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Also where an edit is taken back, or a broken record mended, and the pages are kept as they were then."""
    site = begin_site(tmp_path, monkeypatch)
    record = site.plans / "bandin" / "progress" / "2566-12.yml"
    text = record.read_text(encoding="utf-8")

    assert preview(site, caplog) == {"bandin", "bannam"}
    assert preview(site, caplog) == set()
    write(record, text + RESULT)
    assert preview(site, caplog) == set()
    write(record, text)
    assert preview(site, caplog) == {"bandin"}
    write(record, text + "  x: [\n")
    preview(site, caplog)
    write(record, text)
    assert preview(site, caplog) == {"bandin"}
    assert preview(site, caplog) == set()


def preview(site: Site, caplog: pytest.LogCaptureFixture) -> set[str]:
    """Build as the preview does after each save, and return the LAOs that are told of a result that is missing."""
    caplog.clear()
    config = load_config(config_file=str(site.folder / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    lines = [record.getMessage() for record in caplog.records if "[empty-result]" in record.getMessage()]
    return {slug for slug in ("bandin", "bannam") for line in lines if f"plans/{slug}/" in line}
