"""From plain data to a record, with every error told in Thai at its place."""

from __future__ import annotations

import re
from typing import Any

import pytest
from prongsai.load.data_file import DataPath
from prongsai.load.validation import find_nearest, suggest, validate, validate_each
from prongsai.load.yaml_reader import parse_yaml
from prongsai.papers.registry import PAPER_RECORDS
from prongsai.problem import Problem, Severity, Where
from prongsai.records.lao import Contacts, Lao
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.papers import Signer
from prongsai.records.plan import Plan, Target
from prongsai.records.progress import Evidence, Progress, RoundReport
from prongsai.records.project import PlannedProject, ReportedProject, TargetGroup
from pydantic import BaseModel

FILE = "plans/maesai/plan.yml"
PROJECT = "id: p01\nnumber: 1\nname: ก\nmission: 1.1\n"
LIST = ("ค่านี้ต้องเป็นรายการ (ขีด - นำหน้าแต่ละข้อ)", "ขึ้นบรรทัดใหม่ ย่อหน้า แล้วใส่ - นำหน้าแต่ละข้อ")
MAPPING = ("ค่านี้ต้องเป็นชุดข้อมูลแบบ คีย์: ค่า", "ขึ้นบรรทัดใหม่ ย่อหน้า แล้วเขียน คีย์: ค่า")
STATUSES = "เลือกค่าหนึ่งจาก: รอรายงาน, อยู่ระหว่างดำเนินการ, ดำเนินการแล้วเสร็จ, ไม่สามารถดำเนินการได้"
YEAR = "เขียนปี พ.ศ. สี่หลัก เช่น 2566"

# Record, YAML, and the one problem: line and column, rule, message, fix.
CASES: dict[str, tuple[type[BaseModel], str, tuple[int, int], str, str, str]] = {
    "missing-key": (Signer, "name: ก\n", (1, 1), "missing-key", "ขาดคีย์ “position” ซึ่งต้องมี", "เติมคีย์ position: แล้วใส่ค่า"),
    "missing-key-without-value": (
        Signer,
        "name: ก\nposition:\n",
        (2, 1),
        "missing-key",
        "คีย์ “position” ยังไม่มีค่า แต่ต้องมี",
        "ใส่ค่าหลัง position:",
    ),
    "missing-key-in-list": (
        RoundReport,
        "provincial:\n  province: เชียงราย\n  rows:\n    - lao: ก\n      district: ข\n      level: มาก\n",
        (4, 7),
        "missing-key",
        "ขาดคีย์ “percent” ซึ่งต้องมี",
        "เติมคีย์ percent: แล้วใส่ค่า",
    ),
    "unknown-key": (
        Signer,
        "position: ก\nagency: ข\n",
        (2, 1),
        "unknown-key",
        "ไม่รู้จักคีย์ “agency”",
        "ลบคีย์นี้ หรือแก้ตัวสะกด คีย์ที่ใช้ได้: ignore, name, position",
    ),
    "mistyped-key": (
        Signer,
        "position: ก\nnmae: ข\n",
        (2, 1),
        "unknown-key",
        "ไม่รู้จักคีย์ “nmae”",
        "หมายถึง “name” หรือไม่ · ลบคีย์นี้ หรือแก้ตัวสะกด คีย์ที่ใช้ได้: ignore, name, position",
    ),
    "mistyped-key-in-mapping": (
        Lao,
        "type: เทศบาลตำบล\nname: ก\nprovince: ข\nlevel_thresholds:\n  hihg: 80\n",
        (5, 3),
        "unknown-key",
        "ไม่รู้จักคีย์ “hihg”",
        "หมายถึง “high” หรือไม่ · ลบคีย์นี้ หรือแก้ตัวสะกด คีย์ที่ใช้ได้: high, ignore, medium",
    ),
    "mistyped-key-in-list": (
        Plan,
        "years: 2566-2570\ndeclared:\n  papers:\n    - {paper: a, place: ก}\n    - {paper: b, place: ข, dat: ค}\n",
        (5, 28),
        "unknown-key",
        "ไม่รู้จักคีย์ “dat”",
        "หมายถึง “date” หรือไม่ · ลบคีย์นี้ หรือแก้ตัวสะกด คีย์ที่ใช้ได้: date, ignore, number, paper, place",
    ),
    "mistyped-key-by-year": (
        Lao,
        "type: เทศบาลตำบล\nname: ก\nprovince: ข\noit:\n  2566:\n    plann: O36\n",
        (6, 5),
        "unknown-key",
        "ไม่รู้จักคีย์ “plann”",
        "หมายถึง “plan” หรือไม่ · ลบคีย์นี้ หรือแก้ตัวสะกด คีย์ที่ใช้ได้: annual, half_year, ignore, measures, measures_result, plan",
    ),
    "mistyped-key-in-tree": (
        PlannedProject,
        PROJECT + "steps:\n  - text: ก\n    steps:\n      - text: ข\n        nunber: 1\n",
        (9, 9),
        "unknown-key",
        "ไม่รู้จักคีย์ “nunber”",
        "หมายถึง “number” หรือไม่ · ลบคีย์นี้ หรือแก้ตัวสะกด คีย์ที่ใช้ได้: ignore, number, steps, text",
    ),
    "list-wanted": (PlannedProject, PROJECT + "target_groups:\n  text: ก\n", (6, 3), "wrong-type", *LIST),
    "mapping-wanted": (Plan, "years: 2566-2570\ndeclared: 30\n", (2, 11), "wrong-type", *MAPPING),
    "mapping-wanted-by-year": (
        Lao,
        "type: เทศบาลตำบล\nname: ก\nprovince: ข\nminimum_projects: 25\n",
        (4, 19),
        "wrong-type",
        *MAPPING,
    ),
    "text-wanted": (Signer, "position: [ก]\n", (1, 11), "bad-text", "ต้องเป็นข้อความ แต่พบรายการ (ขีด -)", "เขียนเป็นข้อความเดียว ไม่มี - นำหน้า"),
    "text-wanted-in-list": (
        Plan,
        "years: 2566-2570\ngoals:\n  - ก\n  - ข: ค\n",
        (4, 5),
        "bad-text",
        "ต้องเป็นข้อความ แต่พบชุดข้อมูล (คีย์: ค่า)",
        'เขียนเป็นข้อความเดียว หากข้อความมี “: ” หรือขึ้นต้นด้วย { ให้ครอบทั้งข้อความด้วยเครื่องหมายคำพูด "…"',
    ),
    "wrong-choice": (Progress, "project: p01\nstatus: ยกเลิก\n", (2, 9), "bad-choice", "ไม่รู้จักค่า “ยกเลิก”", STATUSES),
    "mistyped-choice": (
        Progress,
        "project: p01\nstatus: ดำเนินการแล้วเสร้จ\n",
        (2, 9),
        "bad-choice",
        "ไม่รู้จักค่า “ดำเนินการแล้วเสร้จ”",
        "หมายถึง “ดำเนินการแล้วเสร็จ” หรือไม่ · " + STATUSES,
    ),
    "mistyped-code-word": (
        Progress,
        "project: p01\nstatus: wating\n",
        (2, 9),
        "bad-choice",
        "ไม่รู้จักค่า “wating”",
        "หมายถึง “waiting” หรือไม่ · " + STATUSES,
    ),
    "value-in-mapping-by-year": (
        PlannedProject,
        PROJECT + "budget:\n  2566: 1\n  2567: มาก\n",
        (7, 9),
        "bad-money",
        "อ่าน “มาก” เป็นจำนวนเงินไม่ได้",
        "เขียนจำนวนเงินเป็นบาท เช่น 180000, 180,000.00, ๑๘๐,๐๐๐ หรือเขียนว่า ไม่ใช้งบประมาณ",
    ),
    "key-in-mapping-by-year": (PlannedProject, PROJECT + "budget:\n  2566: 1\n  256: 1\n", (7, 3), "bad-year", "“256” ไม่ใช่ปี พ.ศ.", YEAR),
    "value-in-list-of-records": (
        Plan,
        "years: 2566-2570\ntargets:\n  - indicator: ข\n    unit: คะแนน\n    values:\n      ค.ศ.: 10\n",
        (6, 7),
        "bad-year",
        "“ค.ศ.” ไม่ใช่ปี พ.ศ.",
        YEAR,
    ),
}  # fmt: skip


def find(model: type[BaseModel], text: str) -> list[Problem]:
    """Return the problems of a record written as YAML."""
    document, problems = parse_yaml(text, FILE)
    assert problems == []
    return validate(model, document, document.data)[1]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_problem(case: tuple[type[BaseModel], str, tuple[int, int], str, str, str]) -> None:
    """One mistake is one problem, at its line and column."""
    model, text, place, rule, message, fix = case

    assert find(model, text) == [Problem(Where(FILE, *place), rule, Severity.ERROR, message, fix)]


def test_good_record_has_no_problem() -> None:
    """The record is returned."""
    document, _ = parse_yaml("text: ประชาชน\ncount: ๖๐\n", FILE)

    assert validate(TargetGroup, document, document.data) == (TargetGroup(text="ประชาชน", count=60), [])


def test_bad_record_is_none() -> None:
    """Nothing is built from wrong data."""
    document, _ = parse_yaml("text: ประชาชน\ncount: หกสิบ\n", FILE)

    assert validate(TargetGroup, document, document.data)[0] is None


def test_all_mistakes_of_a_record_are_told() -> None:
    """The first one does not hide the others; a mistyped key is not told again as missing."""
    problems = find(Target, "indicater: ก\nunit: บาท\nvalues:\n  2566: x\n  2567: y\n")

    assert sorted((problem.where.line, problem.rule) for problem in problems) == [
        (1, "unknown-key"),
        (2, "bad-choice"),
        (4, "bad-number"),
        (5, "bad-number"),
    ]


def test_braces_in_a_value_are_shown_as_typed() -> None:
    """What a clerk typed is no template of pydantic's."""
    [problem] = find(Progress, "project: p01\nstatus: '{fix} {message} %s'\n")

    assert problem.message == "ไม่รู้จักค่า “{fix} {message} %s”"


@pytest.mark.parametrize("key", ["{key}", "{0}", "%s", "<b>"], ids=ascii)
def test_odd_key_is_shown_as_typed(key: str) -> None:
    """A key is no template either."""
    [problem] = find(Signer, f"position: ก\n'{key}': 1\n")

    assert problem.message == f"ไม่รู้จักคีย์ “{key}”"


def test_part_of_a_document() -> None:
    """The places of a part are those of the whole."""
    document, _ = parse_yaml("years: 2566-2570\nprojects:\n  - id: p01\n  - id: P 2\n    number: 1\n", FILE)

    _, problems = validate(PlannedProject, document, document.data["projects"][1], ("projects", 1))

    assert sorted((problem.where.line, problem.where.column, problem.rule) for problem in problems) == [
        (4, 5, "missing-key"),
        (4, 5, "missing-key"),
        (4, 9, "bad-slug"),
    ]


def validate_items(text: str) -> tuple[list[tuple[int, Signer]], list[Problem]]:
    """Validate the list under the key ``items``."""
    document, _ = parse_yaml(text, FILE)
    return validate_each(Signer, document, document.data["items"], ("items",))


def test_bad_item_does_not_hide_the_others() -> None:
    """Good items keep their index in the file."""
    good, [problem] = validate_items("items:\n  - position: ก\n  - nmae: ข\n    position: ค\n  - position: ง\n")

    assert good == [(0, Signer(position="ก")), (2, Signer(position="ง"))]
    assert problem.where == Where(FILE, 3, 5)


def test_item_of_the_wrong_kind() -> None:
    """A text where a record is wanted."""
    good, problems = validate_items("items:\n  - ก\n")

    assert good == []
    assert problems == [Problem(Where(FILE, 2, 5), "wrong-type", Severity.ERROR, *MAPPING)]


@pytest.mark.parametrize("value", ["ก", "{position: ก}"], ids=["text", "mapping"])
def test_no_list(value: str) -> None:
    """What should be a list and is none is one problem."""
    good, problems = validate_items(f"items: {value}\n")

    assert good == []
    assert problems == [Problem(Where(FILE, 1, 8), "wrong-type", Severity.ERROR, *LIST)]


@pytest.mark.parametrize(
    ("given", "nearest"),
    [("maesia", "maesai"), ("maesai", "maesai"), ("MAESAI", "maesai"), ("bangkok", None), ("", None)],
)
def test_find_nearest(given: str, nearest: str | None) -> None:
    """Only a word that is close enough is offered."""
    assert find_nearest(given, ["maechan", "maesai"]) == nearest


def test_suggest_leads_with_the_word_meant() -> None:
    """The fix follows."""
    assert suggest("nmae", ["name"], "ลบคีย์นี้") == "หมายถึง “name” หรือไม่ · ลบคีย์นี้"


def test_suggest_without_a_near_word() -> None:
    """The fix stands alone."""
    assert suggest("xyz", ["name"], "ลบคีย์นี้") == "ลบคีย์นี้"


MODELS = [
    Lao, Plan, PlannedProject, ReportedProject, RoundReport, Progress, IntegrityMeasures, Contacts, Evidence,
    *PAPER_RECORDS.values(),
]  # fmt: skip


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_unknown_key_lists_the_keys_of_every_record_inside(model: type[BaseModel]) -> None:
    """Wherever a record stands in another, its known keys are found."""
    document, _ = parse_yaml("x: 1\n", FILE)
    nested: list[tuple[DataPath, Any]] = [
        (("x",), {"zz": {}}),
        *(((name,), {name: value}) for name in model.model_fields for value in ({"zz": "1"}, [{"zz": "1"}])),
        *(((name,), {name: {"2566": {"zz": "1"}}}) for name in model.model_fields),
    ]

    problems = [problem for _, data in nested for problem in validate(model, document, data)[1]]

    unknown = [problem for problem in problems if problem.message == "ไม่รู้จักคีย์ “zz”"]
    assert unknown
    assert all(re.search("คีย์ที่ใช้ได้: [a-z]", problem.fix) for problem in unknown)


def test_spellings_of_one_choice_are_one_suggestion() -> None:
    """Two accepted words of one status are no reason to be silent; ids that are equally near are."""
    [problem] = find(Progress, "project: p01\nstatus: เสร็จ\n")

    assert problem.fix.startswith("หมายถึง “ดำเนินการแล้วเสร็จ” หรือไม่ · ")


def test_key_called_by_its_thai_name() -> None:
    """A clerk who types the Thai name of a key is told the key, once."""
    [problem] = find(Signer, "ตำแหน่ง: นายก\n")

    assert problem.message == "ไม่รู้จักคีย์ “ตำแหน่ง”"
    assert problem.fix.startswith("หมายถึง “position” หรือไม่ · ")


def test_hyphen_without_a_space() -> None:
    """YAML reads it as one text; two such lines would be published as one item."""
    [problem] = find(Plan, "years: 2566-2570\ngoals:\n  -ก\n  -ข\n")

    assert (problem.where.line, problem.message) == (3, "ขาดเว้นวรรคหลังเครื่องหมาย -")


@pytest.mark.parametrize(
    ("model", "given", "key"),
    [
        (PlannedProject, "งบประมาณ", "budget"),
        (PlannedProject, "ชื่อ", "name"),
        (PlannedProject, "ชื่อโครงการ", "name"),
        (PlannedProject, "ขั้นตอน", "steps"),
        (PlannedProject, "ผลผลิต", "outputs"),
        (PlannedProject, "วัตถุประสงค์ของโครงการ", "objectives"),
        (PlannedProject, "ผลลัพท์", "outcomes"),
        (Progress, "เบิกจ่าย", "disbursed"),
        (Lao, "ติดต่อ", "contacts"),
    ],
)
def test_key_called_by_a_part_of_its_thai_name(model: type[BaseModel], given: str, key: str) -> None:
    """The first words, more words than the name has, what the record under the key is called, or a slip."""
    problems = find(model, f"{given}: ก\n")

    [fix] = [problem.fix for problem in problems if problem.rule == "unknown-key"]
    assert fix.startswith(f"หมายถึง “{key}” หรือไม่ · ")
