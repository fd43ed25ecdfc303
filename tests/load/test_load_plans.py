"""Reading ``plans/``: all problems of all files in one go, and no good record lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from plans_folder import LAO, PERIOD, PlansFolder
from prongsai.exceptions import PlansFolderError
from prongsai.load.assemble import load_lao, load_plans
from prongsai.load.sources import LoadedDossier, UnreadLao
from prongsai.papers.kinds.announcement import Announcement
from prongsai.papers.kinds.order import Order
from prongsai.problem import Problem, Severity, Where
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import Round

PLAN = "years: 2566-2570\n"
CARD = "number: 1\nname: โครงการหนึ่ง\nmission: 1.1\n"
KEY = RoundKey(2566, Round.TWELVE)


@pytest.fixture
def plans(tmp_path: Path) -> PlansFolder:
    """Return a folder with one LAO."""
    return PlansFolder(tmp_path)


def test_all_kinds_of_record(plans: PlansFolder) -> None:
    """Every file is read into its place."""
    plans.write({
        "2566-2570/plan.yml": PLAN,
        "2566-2570/projects/p01.yml": CARD,
        "progress/2566-12.yml": "projects:\n  - {project: p01, status: done}\n",
        "progress/2566-06.yml": "projects: []\n",
        "measures/2568.yml": "unit: สำนักปลัด\n",
        "papers/adopt.yml": "kind: ประกาศ\nsubject: ก\ndate: 1 ตุลาคม 2565\n",
        "papers/order.yml": "kind: order\nsubject: ข\ndate: 2 ตุลาคม 2565\n",
    })  # fmt: skip

    loaded = plans.load()

    assert loaded.problems == ()
    assert list(loaded.dossier.plans) == [PERIOD]
    assert [project.id for project in loaded.dossier.plans[PERIOD].projects] == ["p01"]
    assert [key.slug for key in loaded.dossier.rounds] == ["2566-06", "2566-12"]
    assert list(loaded.dossier.measures) == [2568]
    assert {slug: type(paper) for slug, paper in loaded.dossier.papers.items()} == {
        "adopt": Announcement,
        "order": Order,
    }


def test_laos_in_alphabetical_order(plans: PlansFolder) -> None:
    """The order does not depend on the file system."""
    for lao in ("nongsaeng", "huaimai", "maechan"):
        plans.write({"lao.yml": LAO}, lao=lao)

    assert [loaded.slug for loaded in load_plans(plans.path)] == ["huaimai", "maechan", "maesai", "nongsaeng"]


def test_projects_by_number_then_id(plans: PlansFolder) -> None:
    """Cards and inline projects are one list."""
    plans.write({
        "2566-2570/plan.yml": PLAN + "projects:\n"
        "  - {id: c, number: 2, name: ก, mission: 1.1}\n  - {id: b, number: 1, name: ก, mission: 1.1}\n",
        "2566-2570/projects/a.yml": "number: 2\nname: ก\nmission: 1.1\n",
    })  # fmt: skip

    plan = plans.load().dossier.plans[PERIOD]

    assert [project.id for project in plan.projects] == ["b", "a", "c"]


def test_windows_files(plans: PlansFolder) -> None:
    """Byte order marks and CRLF line ends are accepted."""
    plans.write({"lao.yml": ("\ufeff" + LAO).replace("\n", "\r\n")})

    loaded = plans.load()

    assert loaded.problems == ()
    assert loaded.dossier.lao.full_name == "เทศบาลตำบลแม่สาย"


def test_missing_lao_file(plans: PlansFolder) -> None:
    """Without lao.yml there is no dossier, and the other files are read all the same."""
    (plans.path / "maesai" / "lao.yml").unlink()
    plans.write({"2566-2570/plan.yml": "years: แผน\n"})

    [loaded] = load_plans(plans.path)

    assert isinstance(loaded, UnreadLao)
    assert loaded.problems[0] == Problem(
        Where("plans/maesai"),
        "missing-file",
        Severity.ERROR,
        "ขาดไฟล์ lao.yml",
        "สร้าง lao.yml ที่มี type, name, district และ province",
    )
    assert [str(problem.where) for problem in loaded.problems[1:]] == ["plans/maesai/2566-2570/plan.yml:1:8"]


def test_cards_without_plan(plans: PlansFolder) -> None:
    """Cards alone are no plan, and their problems are told too."""
    plans.write({"2566-2570/projects/p01.yml": CARD + "x: 1\n"})

    loaded = plans.load()

    assert loaded.dossier.plans == {}
    assert loaded.sources.has_unread_plan
    assert [(str(problem.where), problem.rule, problem.message) for problem in loaded.problems] == [
        ("plans/maesai/2566-2570", "missing-file", "โฟลเดอร์ 2566-2570/ ขาดไฟล์ plan.yml"),
        ("plans/maesai/2566-2570/projects/p01.yml:4:1", "unknown-key", "ไม่รู้จักคีย์ “x”"),
    ]


def test_several_broken_files_in_one_run(plans: PlansFolder) -> None:
    """A file that cannot be read does not hide the problems of the others."""
    plans.write({
        "lao.yml": "type: เทศบาลตำบล\nname: แม่สาย\nprovince: เชียงราย\nnumerals: จีน\n",
        "2566-2570/plan.yml": "years: [2566\n",
        "2566-2570/projects/p01.yml": "number: หนึ่ง\nname: ก\nmission: 1.1\n",
        "2566-2570/projects/p02.yml": "number: 2\nname: โครงการ\n".encode("cp874"),
        "progress/2566-12.yml": "as_of: 31 กุมภาพันธ์ 2566\n",
        "measures/2568.yml": "",
        "papers/a.yml": "kind: ประกาศ\nkind: คำสั่ง\nsubject: ก\ndate: 1 ตุลาคม 2565\n",
    })  # fmt: skip
    plans.write({"lao.yml": "- ก\n"}, lao="maechan")

    assert sorted(plans.find_places()) == [
        ("plans/maechan/lao.yml:1:1", "wrong-type"),
        ("plans/maesai/2566-2570/plan.yml:1:8", "yaml-syntax"),
        ("plans/maesai/2566-2570/projects/p01.yml:1:9", "bad-number"),
        ("plans/maesai/2566-2570/projects/p02.yml:2:1", "file-encoding"),
        ("plans/maesai/lao.yml:4:11", "bad-choice"),
        ("plans/maesai/measures/2568.yml", "file-empty"),
        ("plans/maesai/papers/a.yml:2:1", "duplicate-key"),
        ("plans/maesai/progress/2566-12.yml:1:8", "bad-date"),
    ]


@pytest.mark.parametrize("text", ["- ก\n- ข\n", "ข้อความ\n"], ids=["list", "text"])
def test_file_that_is_no_mapping(plans: PlansFolder, text: str) -> None:
    """A file must begin with keys."""
    plans.write({"2566-2570/plan.yml": text})

    assert plans.find_problems() == [
        Problem(
            Where("plans/maesai/2566-2570/plan.yml", 1, 1),
            "wrong-type",
            Severity.ERROR,
            "ไฟล์นี้ต้องขึ้นต้นด้วยคีย์ เช่น name:",
            "เขียนข้อมูลเป็น คีย์: ค่า",
        )
    ]


def test_bad_inline_project_does_not_hide_the_others(plans: PlansFolder) -> None:
    """The good projects stay, at their own places."""
    plans.write({
        "2566-2570/plan.yml": PLAN + "projects:\n"
        "  - {id: p01, number: 1, name: ก, mission: 1.1}\n"
        "  - {id: p02, number: สอง, name: ก, mission: 1.1}\n"
        "  - {id: p03, number: 3, name: ก, mission: 1.1}\n"
        "  - {id: p04, number: 4, name: ก, mission: หนึ่ง}\n",
    })  # fmt: skip

    loaded = plans.load()

    assert [(problem.where.line, problem.rule) for problem in loaded.problems] == [
        (4, "bad-number"),
        (6, "bad-mission"),
    ]
    assert [project.id for project in loaded.dossier.plans[PERIOD].projects] == ["p01", "p03"]
    assert loaded.sources.where_project(PERIOD, "p03", "name") == Where("plans/maesai/2566-2570/plan.yml", 5, 32)
    broken = {name for name in ("p01", "p02", "p03", "p04") if loaded.sources.is_broken_project(PERIOD, name)}
    assert broken == {"p02", "p04"}


def test_bad_progress_record_does_not_hide_the_others(plans: PlansFolder) -> None:
    """The good records stay, at their own places."""
    plans.write({
        "progress/2566-12.yml": "projects:\n"
        "  - {project: p01, status: done}\n"
        "  - {project: p02, status: เสร็จ}\n"
        "  - {project: p03, status: done, disbursed: มาก}\n"
        "  - {project: p04, status: done}\n",
    })  # fmt: skip

    loaded = plans.load()

    assert [(problem.where.line, problem.rule) for problem in loaded.problems] == [(3, "bad-choice"), (4, "bad-money")]
    report = loaded.dossier.rounds[KEY]
    assert [record.project for record in report.projects] == ["p01", "p04"]
    assert loaded.sources.where_progress(KEY, 1, "status") == Where("plans/maesai/progress/2566-12.yml", 5, 28)


def test_bad_report_is_not_half_published(plans: PlansFolder) -> None:
    """A report with a wrong heading is no report; its records are still told."""
    plans.write({"progress/2566-12.yml": "as_of: เมื่อวาน\nprojects:\n  - {project: p01, status: เสร็จ}\n"})

    loaded = plans.load()

    assert [problem.rule for problem in loaded.problems] == ["bad-choice", "bad-date"]
    assert loaded.dossier.rounds == {}


def test_projects_that_are_no_list(plans: PlansFolder) -> None:
    """The same mistake in plan and report is told in both."""
    plans.write({"2566-2570/plan.yml": PLAN + "projects: p01\n", "progress/2566-12.yml": "projects:\n  p01: done\n"})

    assert plans.find_places() == [
        ("plans/maesai/2566-2570/plan.yml:2:11", "wrong-type"),
        ("plans/maesai/progress/2566-12.yml:2:3", "wrong-type"),
    ]


def test_duplicate_id_inline(plans: PlansFolder) -> None:
    """The second project is told, with the place of the first."""
    project = "{id: p01, number: 1, name: ก, mission: 1.1}"
    plans.write({"2566-2570/plan.yml": f"{PLAN}projects:\n  - {project}\n  - {project}\n"})

    assert plans.find_problems() == [
        Problem(
            Where("plans/maesai/2566-2570/plan.yml", 4, 10),
            "duplicate-id",
            Severity.ERROR,
            "รหัสโครงการ “p01” ซ้ำกับอีกโครงการหนึ่ง",
            "ตั้งรหัสใหม่ที่ไม่ซ้ำให้โครงการที่เพิ่มทีหลัง",
            (Where("plans/maesai/2566-2570/plan.yml", 3, 10),),
        )
    ]


def test_duplicate_id_inline_and_in_a_file(plans: PlansFolder) -> None:
    """Both files are told."""
    plans.write(
        {
            "2566-2570/plan.yml": PLAN + "projects:\n  - {id: p01, number: 1, name: ก, mission: 1.1}\n",
            "2566-2570/projects/p01.yml": CARD,
        }
    )

    [problem] = plans.find_problems()

    assert (problem.rule, problem.where) == ("duplicate-id", Where("plans/maesai/2566-2570/plan.yml", 3, 10))
    assert problem.related == (Where("plans/maesai/2566-2570/projects/p01.yml", 1, 1),)


def test_card_with_another_id_than_its_file(plans: PlansFolder) -> None:
    """The file's name is the id."""
    plans.write({"2566-2570/plan.yml": PLAN, "2566-2570/projects/p01.yml": f"id: p02\n{CARD}"})

    loaded = plans.load()

    assert loaded.problems == (
        Problem(
            Where("plans/maesai/2566-2570/projects/p01.yml", 1, 5),
            "file-name",
            Severity.ERROR,
            "รหัสโครงการ “p02” ไม่ตรงกับชื่อไฟล์ p01.yml",
            "แก้ id เป็น p01",
        ),
    )
    assert loaded.sources.is_broken_project(PERIOD, "p01")
    assert loaded.sources.is_broken_project(PERIOD, "p02")


def test_paper_of_unknown_kind(plans: PlansFolder) -> None:
    """Keys of all kinds of paper cannot be judged, the kind can."""
    plans.write({"papers/a.yml": "kind: ประกาด\nsubject: ก\ndate: 1 ตุลาคม 2565\n"})

    problems = plans.find_problems()

    assert [(problem.where.line, problem.message) for problem in problems] == [(1, "ไม่รู้จักค่า “ประกาด”")]
    assert problems[0].fix.startswith("หมายถึง “ประกาศ” หรือไม่ · เลือกค่าหนึ่งจาก:")


def test_only_one_lao(plans: PlansFolder) -> None:
    """The other LAO is not read."""
    plans.write({"lao.yml": "["}, lao="maechan")

    [loaded] = load_plans(plans.path, only="maesai")

    assert (loaded.slug, loaded.problems) == ("maesai", ())


def test_only_a_mistyped_lao(plans: PlansFolder) -> None:
    """The nearest name is offered."""
    with pytest.raises(PlansFolderError, match=r"^ไม่มีหน่วยงานชื่อ mesai ใน plans/ หมายถึง maesai หรือไม่$"):
        load_plans(plans.path, only="mesai")


@pytest.mark.parametrize("name", ["bangkok", "", "../plans/maesai", "README.md"])
def test_only_an_unknown_lao(plans: PlansFolder, name: str) -> None:
    """Nothing is offered where nothing is near."""
    with pytest.raises(PlansFolderError) as caught:
        load_plans(plans.path, only=name)

    assert str(caught.value).startswith(f"ไม่มีหน่วยงานชื่อ {name} ใน plans/")


def test_missing_plans_folder(tmp_path: Path) -> None:
    """The tool cannot work without it."""
    with pytest.raises(PlansFolderError, match=r"^เปิดโฟลเดอร์ข้อมูล plan/ ไม่ได้ \("):
        load_plans(tmp_path / "plan")


def test_file_in_the_place_of_the_plans_folder(tmp_path: Path) -> None:
    """A file is no folder."""
    (tmp_path / "plans").write_text("x", encoding="utf-8")

    with pytest.raises(PlansFolderError, match=r"^เปิดโฟลเดอร์ข้อมูล plans/ ไม่ได้ \("):
        load_plans(tmp_path / "plans")


def test_empty_plans_folder(tmp_path: Path) -> None:
    """No LAO is no problem."""
    assert load_plans(tmp_path) == []


def test_shown_folder(plans: PlansFolder) -> None:
    """Messages may name the folder otherwise."""
    plans.write({"2566-2570/plan.yml": "["})

    [loaded] = load_plans(plans.path, shown="data/plans")

    assert str(loaded.problems[0].where) == "data/plans/maesai/2566-2570/plan.yml:2:1"


def test_drafts_stand_for_files(tmp_path: Path) -> None:
    """A text takes the place of a file, makes one that is not there, or takes one away; the disk stays as it is."""
    folder = tmp_path / "hello"
    (folder / "measures").mkdir(parents=True)
    (folder / "lao.yml").write_text("type: เทศบาลตำบล\nname: ก\nprovince: ข\n", encoding="utf-8")
    (folder / "measures" / "2566.yml").write_text("unit: เดิม\n", encoding="utf-8")
    (folder / "measures" / "2567.yml").write_text("unit: เดิม\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*.yml")}

    drafts = {"measures/2566": "unit: ใหม่\n", "measures/2568": "unit: เพิ่ม\n", "measures/2567": None}
    loaded = load_lao(folder, shown="plans", drafts=drafts)

    assert isinstance(loaded, LoadedDossier)
    assert {year: item.unit for year, item in loaded.dossier.measures.items()} == {2566: "ใหม่", 2568: "เพิ่ม"}
    assert {path: path.read_bytes() for path in folder.rglob("*.yml")} == before
