"""A preview tells what is wrong with an LAO when it is saved, not at each save of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Site
from mkdocs.commands.build import build
from mkdocs.config import load_config
from small_site import NAMES, begin_site, share_contact, write

pytestmark = pytest.mark.slow

RESULT = "    results: จัดอบรมครบทุกคน\n    outcomes: พนักงานเข้าใจมากขึ้น\n"


def test_warning_that_comes_back_is_told_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Also where an edit is taken back, or a broken record mended, and the pages are kept as they were then."""
    site = begin_site(tmp_path, monkeypatch)
    share_contact(site)
    record = site.plans / "bannam" / "progress" / "2566-12.yml"
    text = record.read_text(encoding="utf-8")
    of_bannam = {("bannam", "empty-result"), ("bannam", "other-lao-contact")}

    assert preview(site, caplog) == {*of_bannam, ("bandin", "empty-result")}
    assert preview(site, caplog) == set()
    write(record, text + "\n")
    assert preview(site, caplog) == of_bannam
    write(record, text + RESULT)
    assert preview(site, caplog) == of_bannam - {("bannam", "empty-result")}
    write(record, text)
    assert preview(site, caplog) == of_bannam
    write(record, text + "  x: [\n")
    preview(site, caplog)
    write(record, text)
    assert preview(site, caplog) == of_bannam
    assert preview(site, caplog) == set()


def preview(site: Site, caplog: pytest.LogCaptureFixture) -> set[tuple[str, str]]:
    """Build as the preview does after each save, and return the LAOs that are told something, with the rule."""
    caplog.clear()
    config = load_config(config_file=str(site.folder / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    lines = [record.getMessage() for record in caplog.records]
    rules = ("empty-result", "other-lao-contact")
    return {(slug, rule) for slug in NAMES for rule in rules for line in lines if is_told(line, slug, rule)}


def is_told(line: str, slug: str, rule: str) -> bool:
    """Tell whether a message says what a rule finds in a record of an LAO."""
    return line.startswith(f"prongsai: plans/{slug}/") and f"[{rule}]" in line
