"""Data files in the wrong place: nobody reads them, so the message names the right one."""

from __future__ import annotations

from pathlib import Path

import pytest
from plans_folder import LAO, PlansFolder
from prongsai.build.checked import check_plans
from prongsai.exceptions import PlansFolderError
from prongsai.load.assemble import load_plans
from prongsai.problem import Severity

PLAN = "years: 2566-2570\n"


@pytest.fixture
def plans(tmp_path: Path) -> PlansFolder:
    """Return a folder with one LAO that has a plan."""
    folder = PlansFolder(tmp_path)
    folder.write({"2566-2570/plan.yml": PLAN})
    return folder


def find_fixes(plans: PlansFolder) -> list[tuple[str, str, str]]:
    """Return place, rule and fix of every error of the whole folder."""
    problems = check_plans(plans.path).problems
    return [(str(item.where), item.rule, item.fix) for item in problems if item.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("2566-06.yml", "progress/2566-06.yml"),
        ("2566-6.yml", "progress/2566-06.yml"),
        ("๒๕๖๖_๑๒.yaml", "progress/2566-12.yml"),
        ("2566-12.yml.txt", "progress/2566-12.yml"),
        ("measures/2566-06.yml", "progress/2566-06.yml"),
        ("2566-2570/2566-06.yml", "progress/2566-06.yml"),
        ("2566-2570/projects/2566-12.yml", "progress/2566-12.yml"),
        ("2567.yml", "measures/2567.yml"),
        ("2566-2570/2567.yml", "measures/2567.yml"),
    ],
)
def test_place_in_the_lao_is_named(plans: PlansFolder, name: str, place: str) -> None:
    """A report or measures outside their folder are told once, with the place where they are read."""
    plans.write({name: "reporter: ก\n"})

    [problem] = plans.find_problems()

    assert str(problem.where) == f"plans/maesai/{name}"
    assert (problem.rule, problem.fix) == ("unknown-file", f"ย้ายไปไว้ที่ {place}")
    assert problem.message == f"ไฟล์ “{name}” อยู่ผิดที่ จึงไม่ถูกอ่าน"


def test_taken_place_is_told(plans: PlansFolder) -> None:
    """A second file of one meaning is not to be moved over the first."""
    plans.write({"2566-2570/lao.yml": LAO})

    [problem] = plans.find_problems()

    assert (problem.rule, problem.fix) == ("unknown-file", "ย้ายข้อมูลไปรวมไว้ที่ lao.yml แล้วลบไฟล์นี้")


def test_year_among_reports_lacks_its_round(plans: PlansFolder) -> None:
    """A report named by its year alone is a report still."""
    plans.write({"progress/2566.yml": "reporter: ก\n"})

    [problem] = plans.find_problems()

    assert (problem.rule, "2566-12.yml" in problem.fix) == ("file-name", True)


def test_misplaced_report_is_not_called_missing(plans: PlansFolder) -> None:
    """What is there in the wrong place is told once, not as a report that nobody wrote."""
    plans.write({"2566-06.yml": "reporter: ก\n"})

    assert plans.load().sources.broken >= {"progress/2566-06"}


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("lao.yml", "ย้ายไปไว้ที่ plans/maesai/lao.yml"),
        ("plan.yml", "ย้ายไปไว้ที่ plans/maesai/2566-2570/plan.yml"),
        ("2566-06.yml", "ย้ายไปไว้ที่ plans/maesai/progress/2566-06.yml"),
        ("nongdee.yml", "ย้ายไปไว้ที่ plans/nongdee/lao.yml"),
        ("maesai.yml", "ย้ายข้อมูลไปรวมไว้ที่ plans/maesai/lao.yml แล้วลบไฟล์นี้"),
        ("แผน.yaml", "ย้ายไปไว้ที่ plans/maesai/ ให้ถูกโฟลเดอร์ เช่น progress/ หรือ papers/"),
        ("ประกาศ.pdf", "ย้ายไปไว้ใน plans/maesai/files/ หรือลบออก"),
    ],
)
def test_file_beside_the_laos_is_told(plans: PlansFolder, name: str, fix: str) -> None:
    """A file directly in ``plans/`` is told with the place in the LAO's folder that its name means."""
    (plans.path / name).write_text(LAO, encoding="utf-8")

    assert find_fixes(plans) == [(f"plans/{name}", "unknown-file", fix)]


def test_lao_is_not_guessed_among_several(plans: PlansFolder) -> None:
    """With two LAOs nobody knows whose file it is."""
    plans.write({"lao.yml": LAO}, lao="maechan")
    (plans.path / "2566-06.yml").write_text("x", encoding="utf-8")

    assert ("plans/2566-06.yml", "unknown-file", "ย้ายไปไว้ที่ plans/<ชื่อหน่วยงาน>/progress/2566-06.yml") in find_fixes(plans)


@pytest.mark.parametrize("name", ["README.md", ".gitkeep", "lao.yml~", "desktop.ini"])
def test_what_editors_leave_is_no_problem(plans: PlansFolder, name: str) -> None:
    """Notes and hidden files may lie beside the LAOs."""
    (plans.path / name).write_text("x", encoding="utf-8")

    assert find_fixes(plans) == []


def test_other_files_are_not_told_for_one_lao(plans: PlansFolder) -> None:
    """Who checks one LAO is told of that one."""
    (plans.path / "nongdee.yml").write_text("x", encoding="utf-8")

    assert check_plans(plans.path, only="maesai").problems == ()


@pytest.mark.parametrize("folder", ["maesai", "maesai/2566-2570"])
def test_folder_of_one_lao_is_told_in_one_sentence(plans: PlansFolder, folder: str) -> None:
    """``--plans plans/maesai`` is one mistake, not one for each file in it; the right folder is named."""
    plans.write({"2566-2570/projects/p01.yml": "name: ก\n", "progress/2566-06.yml": "x", "papers/a.yml": "x"})

    with pytest.raises(PlansFolderError, match=r"เป็นโฟลเดอร์ของหน่วยงานเดียว .* ระบุโฟลเดอร์ plans/ .*--lao maesai"):
        load_plans(plans.path / folder)


@pytest.mark.parametrize("name", ["papers", "progress"])
def test_lao_may_be_called_like_a_folder_of_records(plans: PlansFolder, name: str) -> None:
    """Where the folders hold LAOs, their names do not matter."""
    plans.write({"lao.yml": LAO}, lao=name)

    assert [loaded.slug for loaded in load_plans(plans.path)] == sorted(["maesai", name])


LONG = "a" * 61


@pytest.mark.parametrize(
    ("name", "rule"),
    [(f"papers/{LONG}.yml", "file-name"), (f"2566-2570/projects/{LONG}.yml", "file-name")],
    ids=["paper", "project"],
)
def test_long_id_is_told(plans: PlansFolder, name: str, rule: str) -> None:
    """An id is a part of an address, which people copy and print."""
    plans.write({name: "x: 1\n"})

    [problem] = [problem for problem in plans.find_problems() if problem.rule == rule]

    assert (str(problem.where), "ยาว 61 ตัวอักษร เกิน 60" in problem.message) == (f"plans/maesai/{name}", True)


def test_long_name_of_an_lao_is_told(plans: PlansFolder) -> None:
    """The folder's name stands in every address of the LAO."""
    plans.write({"lao.yml": LAO}, lao=LONG)

    assert [(str(problem.where), problem.rule) for problem in plans.find_problems()] == [
        (f"plans/{LONG}", "folder-name")
    ]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("files/" + "ก" * 79 + ".pdf", "ยาว 241 ไบต์ เกิน 240 (อักษรไทย 80 ตัว)"),
        ("files/" + "a" * 241 + "/b.pdf", "ยาว 241 ไบต์ เกิน 240"),
        ("files/" + "/".join(["a" * 200] * 5) + "/b.pdf", "ยาว 1,016 ไบต์ เกิน 1,000"),
    ],
    ids=["name", "folder", "whole"],
)
def test_long_name_of_a_file_is_told(plans: PlansFolder, path: str, told: str) -> None:
    """Names that some systems cannot store are told before they are missed there."""
    plans.write({"papers/a.yml": f"kind: เอกสาร\nsubject: ก\ndate: 1 ตุลาคม 2560\nsigned: {path}\n"})

    [problem] = plans.find_problems()

    assert (problem.rule, told in problem.message) == ("bad-path", True)


def test_long_reference_is_told(plans: PlansFolder) -> None:
    """An id that no file can have is no id anywhere."""
    plans.write({"progress/2566-12.yml": f"projects:\n  - project: {LONG}\n    status: done\n"})

    [problem] = plans.find_problems()

    assert (problem.rule, problem.message) == ("bad-slug", "รหัสยาว 61 ตัวอักษร เกิน 60")


def test_long_name_is_told(plans: PlansFolder) -> None:
    """A name of pages stands in titles, menus and on the card; a whole paragraph is none."""
    plans.write({"lao.yml": LAO.replace("name: แม่สาย", f"name: {'ก' * 1001}")})

    assert [(problem.rule, problem.message) for problem in plans.find_problems()] == [
        ("bad-too-long", "ข้อความบรรทัดเดียวยาว 1,001 ตัวอักษร เกิน 1,000")
    ]
