"""The filter of the portal in a real browser: what it shows, in which order, what it remembers."""

from __future__ import annotations

import datetime as dt
import functools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, Tab
from figure_records import make_dossier, make_progress, make_project
from msgspec.structs import replace
from playwright.sync_api import Page, expect
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.portal.pages import render_portal
from prongsai.outputs.pages.summary import Summary, summarise

SCRIPT = ROOT / "theme" / "assets" / "javascripts" / "portal.js"
FIRST = ["กอง", "แก้ว", "ขาว", "ดง"]  # in dictionary order


def make(name: str, status: str, disbursed: str | None, **lao: object) -> Summary:
    """Return an LAO with one project of 1,000 baht; without a status it reports nothing."""
    records = {"2566-12": [make_progress("p01", status, disbursed=disbursed)]} if status else {}
    dossier = make_dossier([make_project("p01", budget="1000")], records, minimum_projects={2566: 1}, **lao)
    own = dossier.lao.model_copy(update={"name": name, "district": "ก" if name != "ดง" else "ข"})
    return summarise(LaoPages(Shelf(Ledger(replace(dossier, slug="x", lao=own))), today=dt.date(2025, 5, 1)))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve_folder: functools.partial[str]) -> str:
    """Serve a province's page with the script, without the rest of a site."""
    days = {"half_year_days": 30, "annual_days": 30}
    laos = [
        make("ขาว", "done", "800"),
        make("แก้ว", "in_progress", None, deadlines=days),
        make("กอง", "", None),
        make("ดง", "cannot", "900"),
    ]
    page = next(page for page in render_portal(laos, {}) if page.path == "portal/chiang-rai/index.md")
    folder = tmp_path_factory.mktemp("portal")
    shutil.copy(SCRIPT, folder)
    text = f'<!doctype html><html lang="th"><meta charset="utf-8"><link rel="icon" href="data:,"><body>{page.body}<script src="portal.js"></script>'
    (Path(folder) / "index.html").write_text(text, encoding="utf-8")
    return serve_folder(folder)


@pytest.fixture
def page(tab: Tab, address: str) -> Iterator[Page]:
    """Open it where no fault of a script stays unseen."""
    tab.page.goto(address)
    yield tab.page
    assert tab.faults == []


def list_names(page: Page) -> list[str]:
    """Return the LAOs of the table in the order shown."""
    names = page.locator("tr[data-place] th a").all_text_contents()
    return [name.removeprefix("เทศบาลตำบล") for name in names]


@pytest.mark.parametrize(
    ("choice", "order"),
    [
        ("level", ["ขาว", "แก้ว", "ดง", "กอง"]),
        ("level-up", ["ดง", "แก้ว", "ขาว", "กอง"]),
        ("disbursed", ["ดง", "ขาว", "กอง", "แก้ว"]),
        ("behind", ["แก้ว", "กอง", "ขาว", "ดง"]),
        ("", FIRST),
    ],
)
def test_sorting_puts_what_is_not_known_last(page: Page, choice: str, order: list[str]) -> None:
    """From either end: an LAO without a level is not the lowest, and unknown money not nothing."""
    page.get_by_label("เรียงตาม").select_option(choice)

    assert list_names(page) == order


def test_choices_add_up_and_can_be_taken_back(page: Page) -> None:
    """State and district together; words say how many are left, also when none is; the reset shows all."""
    page.get_by_label("สถานะรายงาน", exact=True).select_option("late")
    assert list_names(page) == ["แก้ว"]
    page.get_by_label("อำเภอ", exact=True).select_option("ข")
    expect(page.get_by_role("status")).to_contain_text("ไม่มีหน่วยงานตามเงื่อนไขนี้")
    assert list_names(page) == []
    page.get_by_role("button", name="แสดงทั้งหมด").click()
    expect(page.get_by_role("status")).to_have_text("แสดง 4 จาก 4 หน่วยงานในหน้านี้")
    assert list_names(page) == FIRST


def test_address_keeps_the_choice(page: Page, address: str) -> None:
    """It can be sent to somebody, gone back from, and what it does not know is passed over."""
    page.get_by_label("ระดับ", exact=True).select_option("absent")
    assert page.url == f"{address}?level=absent"
    page.go_back()
    assert list_names(page) == FIRST
    page.goto(f"{address}?level=low&sort=nothing&state=%22%3E")
    assert list_names(page) == ["ดง"]
