"""What has no place in ``plans/`` is told by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from plans_folder import LAO, PlansFolder
from prongsai.load.assemble import load_plans
from prongsai.load.names import RESERVED
from prongsai.problem import Problem, Severity, Where

ROUND = "ตั้งชื่อเป็น <ปีงบประมาณ>-06.yml หรือ <ปีงบประมาณ>-12.yml เช่น 2566-12.yml"
YEAR = "ตั้งชื่อเป็น <ปีงบประมาณ>.yml เช่น 2568.yml"
SLUG = "ใช้ตัวอังกฤษพิมพ์เล็ก ตัวเลข และขีดกลาง เช่น p01.yml ยกเว้นชื่อ index และชื่ออุปกรณ์ของ Windows เช่น con"
ATTACH = "ย้ายไฟล์แนบไปไว้ใน files/ หรือลบออก"
AT_LAO = "ไฟล์ที่ใช้ได้คือ lao.yml แผนอยู่ในโฟลเดอร์ของช่วงปี เช่น 2566-2570/plan.yml"
MIGRATE = "สั่ง prongsai migrate ซึ่งย้ายไฟล์ไปไว้ในโฟลเดอร์ของช่วงปี เช่น 2566-2570/plan.yml"


@pytest.fixture
def plans(tmp_path: Path) -> PlansFolder:
    """Return a folder with one LAO."""
    return PlansFolder(tmp_path)


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("progress/2566-6.yml", "เปลี่ยนชื่อเป็น 2566-06.yml"),
        ("progress/2566.yml", ROUND),
        ("progress/2023-12.yml", ROUND),
        ("progress/๒๕๖๖-12.yml", "เปลี่ยนชื่อเป็น 2566-12.yml"),
        ("progress/25๖๖-12.yml", "เปลี่ยนชื่อเป็น 2566-12.yml"),
        ("progress/2566-12-2.yml", ROUND),
        ("measures/68.yml", YEAR),
        ("measures/25๖๘.yml", "เปลี่ยนชื่อเป็น 2568.yml"),
        ("papers/ประกาศ.yml", SLUG),
        ("papers/Adopt.yml", "เปลี่ยนชื่อเป็น adopt.yml"),
        ("2566-2570/projects/p 01.yml", "เปลี่ยนชื่อเป็น p-01.yml"),
        ("2566-2570/projects/-p01.yml", SLUG),
        ("2566-2570/projects/index.yml", SLUG),
        ("2566-2570/Plan.yml", "เปลี่ยนชื่อเป็น plan.yml"),
        ("plans.yml", AT_LAO),
        ("2566-2570.yml", AT_LAO),
        ("Plan.yml", "เปลี่ยนชื่อเป็น plan.yml"),
    ],
    ids=[
        "short-round", "no-round", "common-era", "thai-digits", "mixed-digits", "two-rounds", "short-year",
        "mixed-digits-of-measures", "thai-paper", "capital", "space", "leading-hyphen", "index",
        "capital-plan", "top-level", "period-of-a-file", "capital-plan-in-the-old-place",
    ],
)  # fmt: skip
def test_file_name(plans: PlansFolder, name: str, fix: str) -> None:
    """A YAML file with a wrong name is not read; the right form is told."""
    plans.write({"2566-2570/plan.yml": "years: 2566-2570\n", name: "announcement: x\n"})

    stem = name.rpartition("/")[2]
    assert plans.find_problems() == [
        Problem(Where(f"plans/maesai/{name}"), "file-name", Severity.ERROR, f"ชื่อไฟล์ “{stem}” ใช้ไม่ได้", fix)
    ]


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("2566-2570/plan.yaml", "เปลี่ยนชื่อเป็น plan.yml"),
        ("plan.yaml", "เปลี่ยนชื่อเป็น plan.yml"),
        ("progress/2566-12.yaml", "เปลี่ยนชื่อเป็น 2566-12.yml"),
        ("2566-2570/plan.YML", "เปลี่ยนชื่อเป็น plan.yml"),
        ("2566-2570/plan.yml.txt", "เปลี่ยนชื่อเป็น plan.yml"),
        ("papers/signed.pdf", ATTACH),
        ("seal.png", ATTACH),
        ("2566-2570/projects/old/p01.yml", ATTACH),
        ("2566-2570/files/scan.pdf", ATTACH),
    ],
    ids=[
        "yaml",
        "yaml-in-the-old-place",
        "yaml-in-folder",
        "capitals",
        "hidden-suffix",
        "signed-paper",
        "picture",
        "folder-in-folder",
        "files-in-plan",
    ],
)
def test_unknown_file(plans: PlansFolder, name: str, fix: str) -> None:
    """What is no YAML file, or lies too deep, is told with the nearest right name."""
    plans.write({name: "x"})

    found = name.replace("old/p01.yml", "old").replace("files/scan.pdf", "files")
    message = f"ไม่รู้จักไฟล์หรือโฟลเดอร์ “{found}”"
    where = Where(f"plans/maesai/{found}")
    assert [problem for problem in plans.find_problems() if problem.rule == "unknown-file"] == [
        Problem(where, "unknown-file", Severity.ERROR, message, fix)
    ]


@pytest.mark.parametrize(("name", "nearest"), [("progres", "progress/"), ("paper", "papers/"), ("file", "files/")])
def test_unknown_folder(plans: PlansFolder, name: str, nearest: str) -> None:
    """A mistyped folder is told with the nearest right one, and what is in it is not told."""
    plans.write({f"{name}/p01.yml": "id: ["})

    [problem] = plans.find_problems()

    assert problem.where == Where(f"plans/maesai/{name}")
    assert problem.message == f"ไม่รู้จักไฟล์หรือโฟลเดอร์ “{name}”"
    assert problem.fix == f"หมายถึง “{nearest}” หรือไม่ · {ATTACH}"


@pytest.mark.parametrize(
    "name",
    [
        ".gitkeep",
        "lao.yml~",
        ".lao.yml.swp",
        "README.md",
        "readme.txt",
        "Thumbs.db",
        "desktop.ini",
        "progress/.DS_Store",
    ],
)
def test_ignored_file(plans: PlansFolder, name: str) -> None:
    """What editors and systems leave behind is no problem."""
    plans.write({name: "x"})

    assert plans.find_problems() == []


def test_files_folder_holds_anything(plans: PlansFolder) -> None:
    """Attached files are looked at only where a record names them."""
    plans.write({"files/run.exe": "x", "files/2567/ภาพ.jpg": "x"})

    assert plans.find_problems() == []


@pytest.mark.parametrize(
    "name", [pytest.param("แม่สาย", id="thai"), "MaeSai", "mae_sai", "mae sai", "-maesai", "mae--sai"]
)
def test_folder_name_that_is_no_address(plans: PlansFolder, name: str) -> None:
    """The folder's name is part of the address."""
    plans.write({"lao.yml": LAO}, lao=name)

    assert plans.find_problems() == [
        Problem(
            Where(f"plans/{name}"),
            "folder-name",
            Severity.ERROR,
            f"ชื่อโฟลเดอร์ “{name}” ใช้เป็นที่อยู่หน้าเว็บไม่ได้",
            "ตั้งชื่อด้วยตัวอังกฤษพิมพ์เล็ก ตัวเลข และขีดกลาง เช่น maesai",
        )
    ]


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_reserved_folder_name(plans: PlansFolder, name: str) -> None:
    """An LAO's pages must not lie among the site's own."""
    plans.write({"lao.yml": LAO}, lao=name)

    assert plans.find_problems() == [
        Problem(
            Where(f"plans/{name}"),
            "folder-name",
            Severity.ERROR,
            f"ชื่อโฟลเดอร์ “{name}” สงวนไว้สำหรับหน้าของเว็บไซต์",
            "ตั้งชื่อโฟลเดอร์ใหม่",
        )
    ]


def test_hand_written_pages_are_reserved() -> None:
    """No folder of the site's own pages can be taken."""
    content = Path(__file__).parents[2] / "content"
    pages = {page.stem for page in content.glob("*.md")} - {"index"}

    assert pages <= RESERVED


def test_link_to_a_folder_elsewhere(plans: PlansFolder, tmp_path: Path) -> None:
    """An LAO's folder that is a link out of plans/ is refused."""
    PlansFolder(tmp_path / "elsewhere")
    (plans.path / "maechan").symlink_to(tmp_path / "elsewhere" / "plans" / "maesai")

    assert plans.find_problems() == [
        Problem(
            Where("plans/maechan"),
            "file-outside",
            Severity.ERROR,
            "โฟลเดอร์นี้เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ข้อมูล",
            "คัดลอกโฟลเดอร์จริงมาวางแทนลิงก์",
        )
    ]


def test_link_to_records_elsewhere(plans: PlansFolder, tmp_path: Path) -> None:
    """A folder of records that is a link out of the LAO's folder gives no record."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "2566-12.yml").write_text("reporter: ก\n", encoding="utf-8")
    (plans.path / "maesai" / "progress").symlink_to(tmp_path / "elsewhere")

    assert plans.find_places() == [("plans/maesai/progress/2566-12.yml", "file-outside")]


def test_folder_that_cannot_be_listed(plans: PlansFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission is a problem, and the other files are read."""
    plans.write({"papers/a.yml": "x", "2566-2570/plan.yml": "years: [\n"})
    list_folder = Path.iterdir

    def refuse_papers(path: Path) -> object:
        if path.name == "papers":
            raise PermissionError(13, "Permission denied")
        return list_folder(path)

    monkeypatch.setattr(Path, "iterdir", refuse_papers)

    assert plans.find_places() == [
        ("plans/maesai/papers", "file-unreadable"),
        ("plans/maesai/2566-2570/plan.yml:2:1", "yaml-syntax"),
    ]


def test_file_beside_the_folders_is_no_lao(plans: PlansFolder) -> None:
    """Only folders are LAOs."""
    (plans.path / "README.md").write_text("x", encoding="utf-8")
    (plans.path / "list.csv").write_text("x", encoding="utf-8")

    assert [loaded.slug for loaded in load_plans(plans.path)] == ["maesai"]


@pytest.mark.parametrize(
    ("files", "place", "message"),
    [
        pytest.param(
            {"plan.yml": "years: [\n", "projects/p01.yml": "x"},
            "plans/maesai/plan.yml",
            "plan.yml และ projects อยู่ในโฟลเดอร์ของหน่วยงาน แต่ละแผนต้องมีโฟลเดอร์ของตัวเอง",
            id="plan-with-cards",
        ),
        pytest.param(
            {"plan.yml": "years: 2566-2570\n"},
            "plans/maesai/plan.yml",
            "plan.yml อยู่ในโฟลเดอร์ของหน่วยงาน แต่ละแผนต้องมีโฟลเดอร์ของตัวเอง",
            id="plan-alone",
        ),
        pytest.param(
            {"projects/p01.yml": "x"},
            "plans/maesai/projects/",
            "projects อยู่ในโฟลเดอร์ของหน่วยงาน แต่ละแผนต้องมีโฟลเดอร์ของตัวเอง",
            id="cards-alone",
        ),
    ],
)
def test_plan_in_the_old_place(plans: PlansFolder, files: dict[str, str | bytes], place: str, message: str) -> None:
    """A plan where it lay before is one problem, solved by one command; what is wrong in it is told after the move."""
    plans.write(files)

    assert plans.find_problems() == [Problem(Where(place), "old-place", Severity.ERROR, message, MIGRATE)]
    assert plans.load().sources.has_unread_plan


def test_plan_in_the_old_place_beside_a_new_one(plans: PlansFolder) -> None:
    """The plan that has its folder is read all the same."""
    plans.write({"plan.yml": "years: 2561-2564\n", "2566-2570/plan.yml": "foreword: ก\n"})

    assert plans.find_places() == [("plans/maesai/plan.yml", "old-place")]
    assert list(plans.load().dossier.plans) == ["2566-2570"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        pytest.param("๒๕๖๖-๒๕๗๐", "2566-2570", id="thai-digits"),
        pytest.param("2566_2570", "2566-2570", id="underscore"),
        pytest.param("2566–2570", "2566-2570", id="dash"),
        pytest.param("2566 - 2570", "2566-2570", id="spaces"),
        pytest.param("2566-70", "2566-2570", id="short"),
        pytest.param("25662570", "2566-2570", id="without-hyphen"),
        pytest.param("plan-2566-2570", "2566-2570", id="word-before"),
        pytest.param("พ.ศ. ๒๕๗๑ - ๒๕๗๕", "2571-2575", id="era"),
        pytest.param("2023-2027", "2566-2570", id="common-era"),
        *(
            pytest.param(name, "ปีแรกและปีสุดท้ายของแผน เช่น 2566-2570 หากเป็นสำเนาให้ย้ายออกจากโฟลเดอร์ข้อมูล", id=name)
            for name in ("2566", "2566-12", "2566-2570-old", "plan")
        ),
    ],
)
def test_folder_of_a_plan_with_a_wrong_name(plans: PlansFolder, name: str, meant: str) -> None:
    """The right name is told; nothing in the folder is read, and nobody is told that the plan is missing."""
    plans.write({f"{name}/plan.yml": "years: [\n"})

    message = f"ชื่อโฟลเดอร์ “{name}” ไม่ใช่ช่วงปีของแผน"
    assert plans.find_problems() == [
        Problem(Where(f"plans/maesai/{name}"), "folder-name", Severity.ERROR, message, f"เปลี่ยนชื่อเป็น {meant}")
    ]
    assert plans.load().sources.has_unread_plan


@pytest.mark.parametrize("name", ["2566", "2566-12", "2566-2570-old", "2023-2027"])
def test_folder_that_is_no_plan(plans: PlansFolder, name: str) -> None:
    """A year, a round, a copy or years of the Common Era name no period, and without a plan inside none is guessed."""
    plans.write({f"{name}/notes.yml": "years: [\n"})

    assert plans.find_problems() == [
        Problem(Where(f"plans/maesai/{name}"), "unknown-file", Severity.ERROR, f"ไม่รู้จักไฟล์หรือโฟลเดอร์ “{name}”", ATTACH)
    ]


@pytest.mark.parametrize("name", ["2566-2570/Plan.yml", "2566-2570/plan.yaml", "Plan.yml", "plan.yml.txt"])
def test_misnamed_plan_is_no_missing_plan(plans: PlansFolder, name: str) -> None:
    """A plan under a wrong name is one problem, and it is known that a plan could not be read."""
    plans.write({name: "years: 2566-2570\n"})

    assert len(plans.find_problems()) == 1
    assert plans.load().sources.has_unread_plan


def test_misnamed_card_is_no_unknown_project(plans: PlansFolder) -> None:
    """A card under a wrong name is a project that is there and could not be read."""
    plans.write({"2566-2570/plan.yml": "foreword: ก\n", "2566-2570/projects/P01.yml": "x"})

    sources = plans.load().sources
    assert sources.is_broken_project("2566-2570", "p01")
    assert not sources.is_broken_project("2571-2575", "p01")
    assert not sources.has_unread_plan


def test_misnamed_paper_is_no_unknown_paper(plans: PlansFolder) -> None:
    """A paper under a wrong name is there and could not be read."""
    plans.write({"papers/Adopt.yaml": "x"})

    assert "adopt" in plans.load().sources.broken


@pytest.mark.parametrize("name", ["papers/plan.yml", "2566-2570/projects/plan.yml"], ids=["paper", "project"])
def test_what_is_called_plan_and_is_none(plans: PlansFolder, name: str) -> None:
    """A broken paper or project with the id ``plan`` does not make the plan one that could not be read."""
    plans.write({"2566-2570/plan.yml": "foreword: ก\n", name: "["})

    assert not plans.load().sources.has_unread_plan


def test_link_to_a_plan_elsewhere(plans: PlansFolder, tmp_path: Path) -> None:
    """A plan's folder that is a link out of the LAO's folder gives no plan."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "plan.yml").write_text("foreword: ก\n", encoding="utf-8")
    (plans.path / "maesai" / "2566-2570").symlink_to(tmp_path / "elsewhere")

    assert plans.find_places() == [("plans/maesai/2566-2570/plan.yml", "file-outside")]
    assert plans.load().dossier.plans == {}
