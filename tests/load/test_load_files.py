"""Files that records point at: there, inside the folder, of a published kind, not too big."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from plans_folder import LAO, PlansFolder
from prongsai.load.attachments.check import MAX_FILE_BYTES
from prongsai.load.attachments.contents import ALLOWED
from prongsai.load.files import find_file_references
from prongsai.papers.kinds.announcement import Announcement
from prongsai.problem import Problem, Severity, Where
from prongsai.records.lao import Lao
from prongsai.records.papers import Attachment
from prongsai.records.progress import Evidence, Progress, RoundReport, Status

KINDS = ".csv, .doc, .docx, .jpeg, .jpg, .pdf, .png, .webp, .xls, .xlsx, .zip"


@pytest.fixture
def check_seal(tmp_path: Path) -> Callable[[str], list[Problem]]:
    """Return a function that names a file as the seal and returns what is wrong with it."""

    def check(name: str) -> list[Problem]:
        plans = PlansFolder(tmp_path)
        plans.write({"lao.yml": f"{LAO}seal: {name}\n"})
        return plans.find_problems()

    (tmp_path / "plans" / "maesai" / "files").mkdir(parents=True)
    return check


@pytest.fixture
def check_signed(tmp_path: Path) -> Callable[[str], list[Problem]]:
    """Return a function that names a file as an old paper and returns what is wrong with it."""

    def check(name: str) -> list[Problem]:
        plans = PlansFolder(tmp_path)
        plans.write({"papers/old.yml": f"kind: เอกสาร\nsubject: ก\ndate: 1 ตุลาคม 2560\nsigned: {name}\n"})
        return plans.find_problems()

    (tmp_path / "plans" / "maesai" / "files").mkdir(parents=True)
    return check


def signed_problem(rule: str, message: str, fix: str) -> Problem:
    """Return a problem at the value of ``signed``."""
    return Problem(Where("plans/maesai/papers/old.yml", 4, 9), rule, Severity.ERROR, message, fix)


def seal_problem(rule: str, message: str, fix: str) -> Problem:
    """Return a problem at the value of ``seal``."""
    return Problem(Where("plans/maesai/lao.yml", 4, 7), rule, Severity.ERROR, message, fix)


def test_good_file(check_seal: Callable[[str], list[Problem]], tmp_path: Path) -> None:
    """A file in files/ of a published kind."""
    Image.new("1", (1, 1)).save(tmp_path / "plans/maesai/files/ตรา.PNG")

    assert check_seal("files/ตรา.PNG") == []


def test_missing_file(check_seal: Callable[[str], list[Problem]]) -> None:
    """The name is told, and that case matters."""
    assert check_seal("files/seal.png") == [
        seal_problem(
            "file-missing",
            "ไม่พบไฟล์ “files/seal.png”",
            "วางไฟล์ในโฟลเดอร์ files/ หรือแก้ชื่อให้ตรง (ตัวพิมพ์เล็ก-ใหญ่ต่างกัน)",
        )
    ]


def test_name_that_leads_nowhere(check_seal: Callable[[str], list[Problem]], tmp_path: Path) -> None:
    """What the system cannot follow is a missing file."""
    (tmp_path / "plans/maesai/files/loop.png").symlink_to("loop.png")

    [problem] = check_seal("files/loop.png")

    assert problem.rule == "file-missing"


def test_nul_in_the_name(check_seal: Callable[[str], list[Problem]]) -> None:
    """YAML can write what no file system can."""
    assert check_seal('"files/a\\0.png"') != []


@pytest.mark.parametrize("name", ["files/run.exe", "files/page.html", "files/seal", "files/seal.svg"])
def test_kind_that_is_not_published(check_signed: Callable[[str], list[Problem]], tmp_path: Path, name: str) -> None:
    """Programs, pages and files without suffix are refused although they are there."""
    (tmp_path / "plans/maesai" / name).write_bytes(b"x")

    assert check_signed(name) == [signed_problem("file-type", f"ไฟล์ “{name}” เป็นชนิดที่ไม่เผยแพร่", f"ใช้ไฟล์ชนิด {KINDS}")]


@pytest.mark.parametrize("name", ["files/seal.pdf", "files/seal.svg"])
def test_seal_that_is_no_picture(check_seal: Callable[[str], list[Problem]], tmp_path: Path, name: str) -> None:
    """What stands on pages and papers must be a picture, also where the file itself could be published."""
    (tmp_path / "plans/maesai" / name).write_bytes(b"x")

    assert check_seal(name) == [
        seal_problem("file-type", f"ไฟล์ “{name}” ไม่ใช่ภาพที่ใช้ได้", "ใช้ไฟล์ชนิด .jpeg, .jpg, .png, .webp")
    ]


def test_kinds_are_what_the_message_says() -> None:
    """The list that web staff read is the list in force."""
    assert ", ".join(sorted(ALLOWED)) == KINDS


def test_folder_with_a_file_name(check_seal: Callable[[str], list[Problem]], tmp_path: Path) -> None:
    """A folder is no file."""
    (tmp_path / "plans/maesai/files/a.png").mkdir()

    assert check_seal("files/a.png") == [
        seal_problem("file-missing", "“files/a.png” ไม่ใช่ไฟล์", "ระบุชื่อไฟล์ ไม่ใช่โฟลเดอร์"),
    ]


@pytest.mark.parametrize("target", ["../../../secret.png", "../secret.png"], ids=["out-of-plans", "out-of-files"])
def test_link_out_of_the_folder(check_seal: Callable[[str], list[Problem]], tmp_path: Path, target: str) -> None:
    """A link must not publish what lies elsewhere."""
    link = tmp_path / "plans/maesai/files/seal.png"
    (link.parent / target).write_bytes(b"x")
    link.symlink_to(target)

    problems = [problem for problem in check_seal("files/seal.png") if problem.rule != "unknown-file"]

    assert problems == [
        seal_problem("file-outside", "ไฟล์ “files/seal.png” เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ files/", "คัดลอกไฟล์จริงมาวางแทนลิงก์")
    ]


def test_link_inside_the_folder(check_seal: Callable[[str], list[Problem]], tmp_path: Path) -> None:
    """A link to a file beside it is accepted."""
    Image.new("1", (1, 1)).save(tmp_path / "plans/maesai/files/real.png")
    (tmp_path / "plans/maesai/files/seal.png").symlink_to("real.png")

    assert check_seal("files/seal.png") == []


@pytest.mark.parametrize(
    "name", ["../lao.yml", "files/../lao.yml", "/etc/hosts.csv", "seal.png", "files//a.png", "files"]
)
def test_path_that_leaves_files(check_seal: Callable[[str], list[Problem]], name: str) -> None:
    """The path itself must stay in files/."""
    assert check_seal(name) == [
        seal_problem(
            "bad-path",
            f"ที่อยู่ไฟล์ “{name}” ใช้ไม่ได้",
            "วางไฟล์ในโฟลเดอร์ files/ ของหน่วยงาน แล้วเขียน เช่น files/ประกาศ.pdf",
        )
    ]


def make_picture() -> bytes:
    """Return a small picture as a file."""
    output = BytesIO()
    Image.effect_noise((40, 40), 50).save(output, "PNG")
    return output.getvalue()


def test_picture_that_cannot_be_opened(check_seal: Callable[[str], list[Problem]], tmp_path: Path) -> None:
    """What is named like a picture must be a whole one."""
    (tmp_path / "plans/maesai/files/seal.png").write_bytes(make_picture()[:500])

    assert check_seal("files/seal.png") == [
        seal_problem(
            "file-broken",
            "เปิดไฟล์ภาพ “files/seal.png” ไม่ได้: ภาพหรือข้อมูลกำกับภาพ (EXIF, โปรไฟล์สี) เสีย",
            "เปิดภาพด้วยโปรแกรมแต่งภาพ บันทึกใหม่เป็น JPEG หรือ PNG แล้ววางแทน",
        )
    ]


@pytest.mark.parametrize(("excess", "rules"), [(0, []), (1, ["file-too-big"])], ids=["at-limit", "above"])
def test_size(check_signed: Callable[[str], list[Problem]], tmp_path: Path, excess: int, rules: list[str]) -> None:
    """The limit itself is accepted."""
    start, end = b"%PDF-1.4\n", b"startxref\n0\n%%EOF"
    with (tmp_path / "plans/maesai/files/scan.pdf").open("wb") as file:
        file.write(start)
        file.seek(MAX_FILE_BYTES + excess - len(end))
        file.write(end)

    assert [problem.rule for problem in check_signed("files/scan.pdf")] == rules


def test_too_big_file_is_told_with_its_size(check_signed: Callable[[str], list[Problem]], tmp_path: Path) -> None:
    """Found and allowed size are both told."""
    with (tmp_path / "plans/maesai/files/scan.pdf").open("wb") as file:
        file.truncate(31_400_000)

    assert check_signed("files/scan.pdf") == [
        signed_problem("file-too-big", "ไฟล์ “files/scan.pdf” ใหญ่ 31.4 MB เกิน 20 MB", "ย่อหรือสแกนใหม่ด้วยความละเอียดต่ำลง")
    ]


def test_files_of_every_record_are_checked(tmp_path: Path) -> None:
    """Each missing file is told at its own place."""
    plans = PlansFolder(tmp_path)
    plans.write({
        "lao.yml": f"{LAO}seal: files/a.png\nemblem: files/b.png\n",
        "papers/adopt-2565.yml": "kind: ประกาศ\nsubject: ก\ndate: 1 ตุลาคม 2565\nsigned: files/c.pdf\n"
        "attachments:\n  - title: ก\n    file: files/d.pdf\n",
        "progress/2566-12.yml": "projects:\n  - project: p01\n    status: done\n    evidence:\n"
        "      - {title: ก, file: files/e.jpg}\n",
        "measures/2566.yml": "sections:\n  - number: 1\n    measures:\n      - number: 1\n        title: ก\n"
        "        evidence:\n          - title: ก\n            file: files/f.jpg\n",
    })  # fmt: skip

    assert plans.find_places() == [
        ("plans/maesai/lao.yml:4:7", "file-missing"),
        ("plans/maesai/lao.yml:5:9", "file-missing"),
        ("plans/maesai/measures/2566.yml:8:19", "file-missing"),
        ("plans/maesai/papers/adopt-2565.yml:4:9", "file-missing"),
        ("plans/maesai/papers/adopt-2565.yml:7:11", "file-missing"),
        ("plans/maesai/progress/2566-12.yml:5:26", "file-missing"),
    ]


def test_find_file_references() -> None:
    """Paths are found in nested records, with their place; a text that looks like a path is none."""
    report = RoundReport(
        reporter="files/x.pdf",
        projects=(
            Progress(project="p01", status=Status.DONE),
            Progress(project="p02", status=Status.DONE, evidence=(Evidence(title="ก", file="files/a.jpg"),)),
        ),
    )

    assert list(find_file_references(report)) == [(("projects", 1, "evidence", 0, "file"), "files/a.jpg")]


def test_records_without_files_have_no_references() -> None:
    """An attachment may be a title only."""
    lao = Lao(type="เทศบาลตำบล", name="แม่สาย", province="เชียงราย")
    paper = Announcement(kind="ประกาศ", subject="ก", date="1 ตุลาคม 2565", attachments=(Attachment(title="ก"),))

    assert [*find_file_references(lao), *find_file_references(paper)] == []
