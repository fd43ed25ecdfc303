"""The page in English: there where the office has an English name, with the figures of the Thai pages."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.pages.kinds import front
from prongsai.outputs.pages.kinds.english_page import render_pages
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.lao import Lao
from prongsai.records.plan import Plan
from prongsai.records.progress import RoundReport
from prongsai.records.project import Project
from pydantic import ValidationError

NAMES = {"name": "Thotsop <b> Municipality", "province": "Sommot"}
KEY = RoundKey.from_slug("2566-12")


def make_dossier(*, has_report: bool = True, **lao: Any) -> Dossier:
    """Return an LAO with three projects and a report: one done, one that could not be done, one not told of."""
    record = Lao.model_validate(
        {"type": "เทศบาลตำบล", "name": "ทดสอบ", "province": "สมมติ", "english": NAMES, "numerals": "thai", **lao}
    )
    projects = tuple(
        Project.model_validate(
            {
                "id": f"p0{number}",
                "number": str(number),
                "name": f"โครงการที่ {number}",
                "mission": f"{number}.1",
                **budget,
            }
        )
        for number, budget in ((1, {"budget": "20000"}), (2, {"budget": "ไม่ใช้งบประมาณ"}), (3, {}))
    )
    plan = Plan(years="2566-2570", projects=projects)
    told = {
        "as_of": "6 ตุลาคม 2566",
        "projects": [
            {"project": "p01", "status": "done", "disbursed": "18495"},
            {"project": "p02", "status": "cannot", "reason": "บุคลากรไม่เพียงพอ"},
        ],
    }
    rounds = {KEY: RoundReport.model_validate(told)} if has_report else {}
    return Dossier("x", record, {plan.period: plan}, rounds)


def make_pages(dossier: Dossier) -> LaoPages:
    """Return what pages see of it on a day of 2569."""
    return LaoPages(Shelf(Ledger(dossier)), today=dt.date(2026, 1, 1))


def render(dossier: Dossier) -> Page:
    """Return the page."""
    [page] = render_pages(make_pages(dossier))
    return page


def test_figures_are_those_of_the_ledger() -> None:
    """Counts, money with its unknown part, both eras, Arabic digits on a site with Thai ones."""
    body = render(make_dossier()).body

    assert "1 of 3 projects completed" in body
    assert "Spent: at least 18,495 baht; unknown for 1 of the projects" in body
    assert "Fiscal year B.E. 2566 (October 2022 to September 2023), twelve-month report" in body
    assert "data as of 6 October 2023 (B.E. 2566)" in body
    assert "1. Building a culture of integrity" in body.replace("&#46;", ".")
    assert "no budget used" in body
    assert "Implementation level: unknown" in body
    assert not set("๐๑๒๓๔๕๖๗๘๙") & set(body)


def test_page_tells_its_language() -> None:
    """Its front matter has the language and both pages; Thai names in it are marked, and what is typed is escaped."""
    page = render(make_dossier())
    text = page.render()

    assert 'language: "en"' in text
    assert 'translations: [["th", "x/"], ["en", "x/en/"]]' in text
    assert '<span lang="th">เทศบาลตำบลทดสอบ</span>' in page.body
    assert 'lang="th" hreflang="th">โครงการที่ 2</a>: Could not be done' in page.body
    assert "<b>" not in page.body + page.title
    assert page.title.startswith("Anti-corruption plan of Thotsop")


def test_front_page_leads_to_it_only_where_it_is() -> None:
    """Without an English name there is no page, no link and no other language."""
    with_names, without = make_pages(make_dossier()), make_pages(make_dossier(english=None))

    [front_page, *_] = front.render_pages(with_names)
    assert '<a href="en/" lang="en" hreflang="en">English</a>' in front_page.body
    assert list(render_pages(without)) == []
    [front_page, *_] = front.render_pages(without)
    assert ">English</a>" not in front_page.body
    assert front_page.translations == ()


def test_titles_of_the_plan_itself_are_not_translated() -> None:
    """A dimension that the plan calls something else is shown in Thai, and the page says so."""
    dossier = make_dossier()
    plan = dossier.plans["2566-2570"].model_copy(update={"dimensions": {1: "มิติของเราเอง"}})
    body = render(replace(dossier, plans={plan.period: plan})).body

    assert '<span lang="th">มิติของเราเอง</span>' in body
    assert "2. Transparent public administration" in body.replace("&#46;", ".")
    assert "have no translation are shown in Thai" in body


def test_without_report_or_plan_it_says_so() -> None:
    """Nothing is drawn of what is not there; a round is not called late where nobody set a day."""
    body = render(make_dossier(has_report=False)).body
    assert "No report on its results has been published" in body
    assert "not on this website; no deadline is on record" in body
    assert "overdue" not in body
    assert "overdue since" in render(make_dossier(has_report=False, deadlines={"annual_days": 30})).body
    assert "No anti-corruption plan" in render(replace(make_dossier(has_report=False), plans={})).body


def test_thai_letters_are_no_english_name() -> None:
    """A clerk who repeats the Thai name is told to leave the page out instead of guessing."""
    with pytest.raises(ValidationError, match="มีอักษรไทย"):
        make_dossier(english={"name": "ทต.ทดสอบ", "province": "Sommot"})
