"""The scorer itself: a report without a fault scores everything, and each kind of fault lowers what it should."""

from __future__ import annotations

import copy
import zipfile
from pathlib import Path
from typing import Any

import pytest
from import_scoring import Score, score_report
from import_truth import normalise_source, squeeze
from import_values import is_printed, is_same
from import_witness import find_added, find_overlooked
from office_blocks import Document
from office_documents import MADE_UP
from office_files import WRITERS
from office_plan import print_plan
from office_word import write_word
from perfect_report import make_perfect_report


@pytest.mark.parametrize("name", MADE_UP)
def test_perfect_report_scores_everything(name: str) -> None:
    """A report made of the truth is right in every field, invents nothing and accounts for every character."""
    document = MADE_UP[name]()
    score = score_report(make_perfect_report(document), document.truth())
    assert (score.missed, score.wrong, score.invented, score.unaccounted) == ([], [], [], [])
    assert score.total.wanted > 20
    assert score.leftover_share == 0


@pytest.fixture(scope="module")
def plan() -> Document:
    """The made-up five-year plan."""
    return print_plan()


@pytest.fixture
def report(plan: Document) -> dict[str, Any]:
    """A report of the plan without a fault, to be spoilt."""
    return copy.deepcopy(make_perfect_report(plan))


def _find(report: dict[str, Any], record: str, of: str, *path: str | int) -> dict[str, Any]:
    return next(
        item for item in report["fields"] if (item["record"], item["of"], tuple(item["path"])) == (record, of, path)
    )


def _rates(score: Score) -> tuple[int, int, int, int]:
    total = score.total
    return total.wanted - total.got, total.read - total.right, len(score.invented), len(score.unaccounted)


def test_wrong_amount_is_invented(plan: Document, report: dict[str, Any]) -> None:
    """An amount that is not printed at its place is a wrong field and an invented one."""
    _find(report, "project", "1", "budget")["value"] = "24600"
    assert _rates(score_report(report, plan.truth())) == (1, 1, 1, 0)


def test_text_cut_short_is_not_right(plan: Document, report: dict[str, Any]) -> None:
    """A text that lost its end is printed, and yet not the field."""
    field = _find(report, "project", "3", "rationale", 0)
    field["value"] = field["value"][:-20]
    assert _rates(score_report(report, plan.truth())) == (1, 1, 0, 0)


def test_text_of_another_project_is_not_right(plan: Document, report: dict[str, Any]) -> None:
    """A field is right under its own project only."""
    _find(report, "project", "2", "period")["of"] = "4"
    assert _rates(score_report(report, plan.truth())) == (1, 1, 0, 0)


def test_step_under_the_wrong_step_is_not_right(plan: Document, report: dict[str, Any]) -> None:
    """A nested step that was read one level too high costs that step alone, not those after it."""
    for item in report["fields"]:
        path = item["path"]
        if item["record"] == "project" and item["of"] == "1" and path[0] == "steps":
            if path[:4] == ["steps", 1, "steps", 2]:
                item["path"] = ["steps", 2, "text"]
            elif path[1] >= 2:
                path[1] += 1
    score = score_report(report, plan.truth())
    assert _rates(score) == (1, 1, 0, 0)
    assert "ให้นิติกรตรวจคำตอบ" in score.missed[0]
    assert _rates(score_report(report, plan.truth(), nesting=False)) == (0, 0, 0, 0)


def test_lost_item_costs_one_field(plan: Document, report: dict[str, Any]) -> None:
    """Items after one that was lost are still right: their place in the list is not their worth."""
    report["fields"].remove(_find(report, "plan", "", "benefits", 0))
    for position in (1, 2):
        _find(report, "plan", "", "benefits", position)["path"][1] = position - 1
    assert _rates(score_report(report, plan.truth())) == (1, 0, 0, 1)


def test_made_up_sentence_is_invented(plan: Document, report: dict[str, Any]) -> None:
    """A text that stands nowhere is told, also where it is near enough to be right."""
    field = _find(report, "plan", "", "principles", 0)
    field["value"] = field["value"][:-1] + "ก"
    assert _rates(score_report(report, plan.truth())) == (0, 0, 1, 0)


def test_field_without_a_place_is_invented(plan: Document, report: dict[str, Any]) -> None:
    """Who cannot say where a value stands made it up."""
    _find(report, "project", "1", "kind")["spans"] = []
    assert len(score_report(report, plan.truth()).invented) == 1


def test_every_character_counts_once(plan: Document, report: dict[str, Any]) -> None:
    """A character in no class, and one in two, are told with their place."""
    lost = report["labels"].pop(0)
    report["leftovers"].append({"span": report["labels"][5], "place": "บรรทัดที่ 6"})
    score = score_report(report, plan.truth())
    assert len(score.unaccounted) == 2
    assert score.unaccounted[0].startswith(f"[{lost[0]}, {lost[1]}] nothing")
    assert "label+leftover" in score.unaccounted[1]


def test_leftovers_of_a_card_are_weighed(plan: Document, report: dict[str, Any]) -> None:
    """What no field took of a card is told as a share of it; what stands elsewhere is not."""
    field = _find(report, "project", "5", "outcomes", 0, "text")
    report["fields"].remove(field)
    report["leftovers"].append({"span": field["spans"][0], "place": "โครงการที่ 5"})
    report["leftovers"].append({"span": _find(report, "plan", "", "foreword", 0)["spans"][0], "place": "คำนำ"})
    card = squeeze(plan.truth().cards[4])
    assert score_report(report, plan.truth()).leftover_share == pytest.approx(len(squeeze(field["value"])) / len(card))


def test_project_is_known_by_name_or_number(plan: Document, report: dict[str, Any]) -> None:
    """A record may name its project as printed, with number and quotation marks, or by the number alone."""
    for item in report["fields"]:
        if item["of"] == "5":
            item["of"] = "๕) กิจกรรม “ประกาศไม่รับของขวัญทุกเทศกาล”"
        elif item["of"] == "6":
            item["of"] = "๖"
    assert _rates(score_report(report, plan.truth())) == (0, 0, 0, 0)


def test_budget_of_every_year_is_the_budget(plan: Document, report: dict[str, Any]) -> None:
    """The same amount in five years is one field, as the plan's table prints it; another amount in a year is not."""
    field = _find(report, "project", "7", "budget")
    years = [{**field, "path": ["budget", "by_year", year]} for year in range(2566, 2571)]
    report["fields"] = [item for item in report["fields"] if item is not field] + years
    assert _rates(score_report(report, plan.truth())) == (0, 0, 0, 0)
    years[2]["value"] = "38,000"
    assert _rates(score_report(report, plan.truth()))[:2] == (1, 5)


def test_numbers_of_steps_are_left_open(plan: Document, report: dict[str, Any]) -> None:
    """Whether a step's number is told is the importer's choice, but it must be printed."""
    step = _find(report, "project", "3", "steps", 0, "steps", 1, "text")
    label = step["spans"][0][0] - 2
    report["fields"].append(
        {**step, "path": ["steps", 0, "steps", 1, "number"], "value": "-", "spans": [[label, label + 1]]}
    )
    report["labels"].remove([label, label + 1])
    assert _rates(score_report(report, plan.truth())) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("path", "value", "reading", "same"),
    [
        (("budget",), "๑๘๐,๐๐๐.-", "180000", True),
        (("budget",), "ไม่ใช้งบประมาณ", "0", True),
        (("budget",), "18000", "180000", False),
        (("date",), "๑๙ ตุลาคม พ.ศ. ๒๕๖๖", "2566-10-19", True),
        (("status",), "done", "ดำเนินการแล้วเสร็จ", True),
        (("status",), "done", "รอรายงาน", False),
        (("number",), "๓๗๒/๒๕๖๕", "372/2565", True),
        (("sections", 0, "measures", 0, "score"), "๘๔.๐๑", "84.01", True),
        (("risks", 0, "issues", 0, "score"), "high", "สูง", True),
        (("declared", "dimensions", "1", "planned"), "200,000.00", "200000", True),
        (("rationale", 0), "สองบรรทัด ต่อกัน", "สองบรรทัด\nต่อกัน", True),
        (("rationale", 0), "สองบรรทัดต่อกัน", "สองบรรทัด\nต่อกัน", True),
        (("rationale", 0), "ก ข ค ง จ ฉ", "กขคงจฉ", False),
        (("rationale", 0), "กขคงจฉ", "ก ข ค ง จ ฉ", False),
        (("rationale", 0), "สองบรรทัดต่อกั", "สองบรรทัด\nต่อกัน", False),
        (("rationale", 0), "ก" * 99 + "ข", "ก" * 100, True),
        (("rationale", 0), "ก" * 97 + "ขขข", "ก" * 100, False),
    ],
)  # fmt: skip
def test_values_are_compared_by_their_kind(path: tuple[str | int, ...], value: str, reading: str, same: bool) -> None:  # noqa: FBT001
    assert is_same(path, value, reading) is same


@pytest.mark.parametrize(
    ("path", "value", "passage", "printed"),
    [
        (("budget",), "180000", "จำนวน ๑๘๐,๐๐๐.- บาท", True),
        (("budget",), "180000", "จำนวน 18,000.- บาท", False),
        (("budget",), "0", "ไม่ใช้งบประมาณ", True),
        (("budget",), "0", "180,000", True),
        (("date",), "2565-08-05", "๕ เดือนสิงหาคม พ.ศ. ๒๕๖๕", True),
        (("date",), "2565-08-06", "๕ เดือนสิงหาคม พ.ศ. ๒๕๖๕", False),
        (("steps", 0, "text"), "จัดเวที ชุมชน", "จัดเวที\nชุมชน", True),
        (("steps", 0, "text"), "จัดเวทีประชาคม", "จัดเวที\nชุมชน", False),
    ],
)  # fmt: skip
def test_what_is_not_printed_is_found(path: tuple[str | int, ...], value: str, passage: str, printed: bool) -> None:  # noqa: FBT001
    assert is_printed(path, value, passage) is printed


@pytest.mark.parametrize("name", MADE_UP)
@pytest.mark.parametrize("ending", WRITERS)
def test_witness_sees_every_passage(name: str, ending: str, tmp_path: Path) -> None:
    """The files hold the text of the truth, and a passage that a reader drops is named."""
    document = MADE_UP[name]()
    path = tmp_path / f"{name}.{ending}"
    WRITERS[ending](document, path)
    text = document.truth().text
    assert find_overlooked(path, text) == []
    longest = max((line for line in text.splitlines() if "\t" not in line), key=len)
    if ending in {"docx", "txt"}:
        assert len(find_overlooked(path, text.replace(longest, ""))) == 1


def test_text_that_is_not_printed_is_told(plan: Document, report: dict[str, Any]) -> None:
    """Deleted text, and the second copy of a text box, are told; a running head that is named as one is not."""
    printed = plan.truth().text
    assert find_added(report, printed) == []
    end = len(report["text"])
    whole = {**report, "text": f"{report['text']}- 7 -\n", "running_heads": [[end, end + 5]]}
    assert find_added(whole, printed) == []
    assert find_added({**whole, "running_heads": []}, printed) == ["- 7 -"]
    assert find_added({**report, "text": f"{report['text']}กองคลัง\n"}, printed) == ["7 letters stand twice"]


def test_word_file_hides_text_where_word_does(tmp_path: Path) -> None:
    """The made-up Word files hold all that makes such files hard to read, and deleted text too."""
    body = ""
    for name, make in MADE_UP.items():
        write_word(make(), tmp_path / f"{name}.docx")
        with zipfile.ZipFile(tmp_path / f"{name}.docx") as archive:
            body += archive.read("word/document.xml").decode()
    for mark in ("w:numPr", "ListChild", "w:vMerge", "w:gridSpan", "w:sdt>", "w:ins ", "w:delText", "txbxContent"):
        assert mark in body, mark
    assert 'w:type="page"' in body
    assert body.count("mc:Fallback>") == body.count("</mc:Choice>") * 2


def test_source_is_normalised_without_loss() -> None:
    """Two-part vowels, soft hyphens, tabs and doubled spaces go; digits stay as printed."""
    assert normalise_source("  ส\u0e4dานัก\u00ad  ๑2\t\tกอง \n\n ท้าย") == "สำนัก ๑2\nกอง\nท้าย"
