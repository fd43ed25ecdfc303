"""What has no place in ``plans/`` is told by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from plans_folder import LAO, PlansFolder

from generator.load.plans import RESERVED, load_plans
from generator.problem import Problem, Severity, Where

ROUND = "ตั้งชื่อเป็น <ปีงบประมาณ>-06.yml หรือ <ปีงบประมาณ>-12.yml เช่น 2566-12.yml"
YEAR = "ตั้งชื่อเป็น <ปีงบประมาณ>.yml เช่น 2568.yml"
SLUG = "ใช้ตัวอังกฤษพิมพ์เล็ก ตัวเลข และขีดกลาง เช่น p01.yml ยกเว้นชื่อ index"
ATTACH = "ย้ายไฟล์แนบไปไว้ใน files/ หรือลบออก"


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
        ("measures/2568-12.yml", YEAR),
        ("measures/25๖๘.yml", "เปลี่ยนชื่อเป็น 2568.yml"),
        ("papers/ประกาศ.yml", SLUG),
        ("papers/Adopt.yml", "เปลี่ยนชื่อเป็น adopt.yml"),
        ("projects/p 01.yml", "เปลี่ยนชื่อเป็น p-01.yml"),
        ("projects/-p01.yml", SLUG),
        ("plans.yml", "ไฟล์ที่ใช้ได้คือ lao.yml และ plan.yml"),
    ],
    ids=[
        "short-round", "no-round", "common-era", "thai-digits", "mixed-digits", "two-rounds", "short-year",
        "round-of-measures", "mixed-digits-of-measures", "thai-paper", "capital", "space", "leading-hyphen", "top-level",
    ],
)  # fmt: skip
def test_file_name(plans: PlansFolder, name: str, fix: str) -> None:
    """A YAML file with a wrong name is not read; the right form is told."""
    plans.write({name: "announcement: x\n"})

    stem = name.rpartition("/")[2]
    assert plans.find_problems() == [
        Problem(Where(f"plans/maesai/{name}"), "file-name", Severity.ERROR, f"ชื่อไฟล์ “{stem}” ใช้ไม่ได้", fix)
    ]


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("plan.yaml", "เปลี่ยนชื่อเป็น plan.yml"),
        ("progress/2566-12.yaml", "เปลี่ยนชื่อเป็น 2566-12.yml"),
        ("plan.YML", "เปลี่ยนชื่อเป็น plan.yml"),
        ("plan.yml.txt", "เปลี่ยนชื่อเป็น plan.yml"),
        ("papers/signed.pdf", ATTACH),
        ("seal.png", ATTACH),
        ("projects/old/p01.yml", ATTACH),
    ],
    ids=["yaml", "yaml-in-folder", "capitals", "hidden-suffix", "signed-paper", "picture", "folder-in-folder"],
)
def test_unknown_file(plans: PlansFolder, name: str, fix: str) -> None:
    """What is no YAML file, or lies too deep, is told with the nearest right name."""
    plans.write({name: "x"})

    found = name.replace("old/p01.yml", "old")
    message = f"ไม่รู้จักไฟล์หรือโฟลเดอร์ “{found}”"
    where = Where(f"plans/maesai/{found}")
    assert [problem for problem in plans.find_problems() if problem.rule == "unknown-file"] == [
        Problem(where, "unknown-file", Severity.ERROR, message, fix)
    ]


@pytest.mark.parametrize(("name", "nearest"), [("project", "projects/"), ("paper", "papers/"), ("file", "files/")])
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
    plans.write({"papers/a.yml": "x", "plan.yml": "years: [\n"})
    list_folder = Path.iterdir

    def refuse_papers(path: Path) -> object:
        if path.name == "papers":
            raise PermissionError(13, "Permission denied")
        return list_folder(path)

    monkeypatch.setattr(Path, "iterdir", refuse_papers)

    assert plans.find_places() == [
        ("plans/maesai/papers", "file-unreadable"),
        ("plans/maesai/plan.yml:2:1", "yaml-syntax"),
    ]


def test_file_beside_the_folders_is_no_lao(plans: PlansFolder) -> None:
    """Only folders are LAOs."""
    (plans.path / "README.md").write_text("x", encoding="utf-8")
    (plans.path / "list.csv").write_text("x", encoding="utf-8")

    assert [loaded.slug for loaded in load_plans(plans.path)] == ["maesai"]
