"""The pages and files of changes: bounded, safe with hostile text, read back as they were written."""

from __future__ import annotations

import csv
import datetime as dt
import json
from io import StringIO

import markdown
import pytest
from figure_records import make_dossier, make_plan, make_project
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.history.changes import Action
from prongsai.history.history import History, PublicChange
from prongsai.history.repository import Source
from prongsai.history.values import Form
from prongsai.outputs.history_tables import list_artifacts
from prongsai.outputs.pages.changes import list_changes
from prongsai.outputs.pages.kinds import history_pages, project_pages
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page

HOSTILE = "<script>alert(1)</script> *ดาว* [ล](javascript:x) {{ 7*7 }} `โค้ด`\n# หัวข้อ"
DAY = dt.date(2024, 3, 1)


def make_change(old: str = "1", new: str = "2", form: Form = Form.TEXT, *, is_withheld: bool = False) -> PublicChange:
    """Return a change to the first project."""
    key = ("project", "2566-2570", "p01")
    return PublicChange(
        DAY, Action.CHANGED, key, True, key[1:], HOSTILE, "note", HOSTILE, old, new, form, HOSTILE, "a" * 40, is_withheld
    )  # fmt: skip


def make_pages(*changes: PublicChange, source: Source = Source.GIT) -> LaoPages:
    """Return an LAO's pages with a history."""
    dossier = make_dossier([make_plan([make_project()])], {})
    return LaoPages(Shelf(Ledger(dossier)), history=History(source, DAY if changes else None, changes), today=DAY)


def get_pages(lao: LaoPages) -> dict[str, Page]:
    """Return the history's pages by their path below the LAO's."""
    return {page.path.partition("/")[2]: page for page in history_pages.render_pages(lao)}


def test_hostile_text_is_text() -> None:
    """Old values, names and reasons are shown as they were typed."""
    page = get_pages(make_pages(make_change(HOSTILE, HOSTILE)))["history/index.md"]
    html = markdown.markdown(str(page.body), extensions=["attr_list", "md_in_html", "tables"])

    assert "<script" not in html
    assert "<em>" not in html
    assert 'href="javascript' not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (Source.NO_REPOSITORY, "ไม่ทราบว่าข้อมูลเคยถูกแก้หรือไม่"),
        (Source.REFUSED, "อ่านประวัติจาก git ไม่ได้"),
        (Source.NOT_ASKED, "โดยไม่ได้อ่าน"),
    ],
)
def test_page_without_history_says_why(source: Source, told: str) -> None:
    """No history is a page that says so, and no files to download."""
    lao = make_pages(source=source)

    assert told in str(get_pages(lao)["history/index.md"].body)
    assert list(list_artifacts(lao)) == []


def test_shallow_history_says_so() -> None:
    """A reader is told that there was more."""
    assert "ไม่ครบ" in str(get_pages(make_pages(make_change(), source=Source.SHALLOW))["history/index.md"].body)


def test_pages_are_bounded() -> None:
    """The first page has the latest twenty, a year's page five hundred, a card ten and the way to all."""
    lao = make_pages(*[make_change(str(number)) for number in range(600)])
    pages = get_pages(lao)
    (card,) = (page for page in project_pages.render_pages(lao) if page.path.endswith("/p01.md"))

    rows = [str(pages[name].body).count("<tr>") - 1 for name in ("history/index.md", "history/2567.md")]
    assert rows == [20, 500]
    assert "changes.csv" in str(pages["history/2567.md"].body)
    assert str(card.body).partition("{#history}")[2].count("<tr>") - 1 == 10
    assert "๖๐๐ รายการ" in str(card.body)


def test_withheld_values_are_said_to_be() -> None:
    """The reader learns that something was changed, and why it is not shown."""
    assert "ข้อมูลส่วนบุคคล" in str(get_pages(make_pages(make_change("", "", is_withheld=True)))["history/2567.md"].body)


@pytest.mark.parametrize(
    ("old", "new", "form", "shown"),
    [
        ("180000", "ไม่ใช้งบประมาณ", Form.MONEY, ("180,000 บาท", "ไม่ใช้งบประมาณ")),
        ("ไม่ทราบ", "0", Form.MONEY, ("ไม่ทราบ", "0 บาท")),
        ("1200", "87.5", Form.NUMBER, ("1,200", "87.5")),
        ("2023-10-19", "สิบเก้า", Form.DATE, ("19 ตุลาคม 2566", "สิบเก้า")),
        ("", "ใหม่", Form.TEXT, ("ไม่มี", "ใหม่")),
    ],
)
def test_values_are_written_as_on_other_pages(old: str, new: str, form: Form, shown: tuple[str, str]) -> None:
    """Money, numbers and dates look as they do elsewhere; none at all is told in words."""
    (change,) = list_changes(make_pages(), [make_change(old, new, form)])

    assert (change.old, change.new) == shown


@pytest.mark.parametrize(
    ("action", "field", "new"),
    [
        (Action.CHANGED, "สถานะ", "2"),
        (Action.ADDED, "เพิ่มผลของโครงการ", "เพิ่มใหม่"),
        (Action.REMOVED, "ลบผลของโครงการ", "ลบแล้ว"),
    ],
)
def test_what_was_reported_is_told_with_its_round(action: Action, field: str, new: str) -> None:
    """On a project's page every change of a result names the round that it belongs to."""
    result = make_change()._replace(action=action, key=("progress", "2566-12", "p01"), field="สถานะ")
    (change,) = list_changes(make_pages(), [result])

    assert (change.field, change.new) == (f"ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน › {field}", new)
    assert change.page == "nongsaeng/2566-2570/projects/p01.md"


def test_long_texts_show_what_differs() -> None:
    """Of a long text the part that is another is shown, with a little around it."""
    before, after = "ก" * 2_000, "ข" * 2_000
    (change,) = list_changes(make_pages(), [make_change(f"{before}เดิม{after}", f"{before}ใหม่{after}")])

    assert change.old == f"…{'ก' * 60}เดิม{'ข' * 60}…"
    assert change.new == f"…{'ก' * 60}ใหม่{'ข' * 60}…"


def test_files_give_back_every_value() -> None:
    """CSV and JSON hold whole values; no cell is a formula."""
    change = make_change("=1+1", f"{HOSTILE}\n“ข”,\t;")
    table, data = (artifact.make() for artifact in list_artifacts(make_pages(change)))
    (row,) = csv.DictReader(StringIO(table.decode("utf-8-sig"), newline=""))
    (known,) = json.loads(data)["changes"]

    assert (row["old"], row["new"], row["date"], row["date_be"]) == ("'=1+1", change.new, "2024-03-01", "1/3/2567")
    assert (known["old"], known["new"], known["reason"], known["withheld"]) == ("=1+1", change.new, HOSTILE, False)
