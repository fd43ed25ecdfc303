"""The folder of plans: a folder for each LAO, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prongsai.exceptions import PlansFolderError
from prongsai.load.lao_list import NAME as LAO_LIST
from prongsai.load.names import IGNORED, RECORD_FOLDERS, SLUG
from prongsai.load.places import DATA_FILE, find_place
from prongsai.problem import Problem, Severity, Where
from prongsai.records.base import PERIOD
from prongsai.thai.system_errors import describe_os_error


def list_laos(folder: Path) -> list[str]:
    """Return the names of the LAOs' folders, in alphabetical order.

    Raises:
        PlansFolderError: The folder cannot be listed, or is itself that of an LAO.
    """
    try:
        names = sorted(entry.name for entry in _iter_entries(folder) if entry.is_dir())
        if any(_belongs_to_lao(name) for name in names) and not any(
            (folder / name / "lao.yml").exists() for name in names
        ):
            whole = folder.resolve()
            above = whole.parent if not PERIOD.fullmatch(whole.name) else whole.parent.parent
            lao = whole.relative_to(above).parts[0]
            raise PlansFolderError(
                f"{folder.name}/ เป็นโฟลเดอร์ของหน่วยงานเดียว ไม่ใช่โฟลเดอร์ข้อมูล ระบุโฟลเดอร์ {above.name}/ ซึ่งมีโฟลเดอร์นี้อยู่ข้างใน "
                f"(คำสั่ง prongsai เพิ่ม --lao {lao} ได้หากต้องการเฉพาะหน่วยงานนี้)"
            )
    except OSError as error:
        raise PlansFolderError(
            f"เปิดโฟลเดอร์ข้อมูล {folder.name}/ ไม่ได้ ({describe_os_error(error)}) "
            "วิธีแก้: สั่งในโฟลเดอร์ของเว็บไซต์ ซึ่งมี mkdocs.yml หรือถ้ายังไม่มี สร้างด้วย prongsai new site"
        ) from None
    return names


def find_stray_files(folder: Path, shown: str) -> Iterator[Problem]:
    """Yield the files that lie beside the LAOs' folders, where nobody reads them.

    Args:
        folder: The folder of plans, which can be listed.
        shown: How messages name it.
    """
    laos = [name for name in list_laos(folder) if SLUG.fullmatch(name)]
    lao = laos[0] if len(laos) == 1 else "<ชื่อหน่วยงาน>"
    for entry in sorted(_iter_entries(folder)):
        if entry.is_dir() or entry.name == LAO_LIST:
            continue
        match = DATA_FILE.fullmatch(entry.name)
        place = find_place(entry.name)
        if place:
            fix = f"ย้ายไปไว้ที่ {shown}/{lao}/{place}"
        elif match and SLUG.fullmatch(match[1]):
            target = f"{shown}/{match[1]}/lao.yml"
            is_taken = (folder / match[1] / "lao.yml").exists()
            fix = f"ย้ายข้อมูลไปรวมไว้ที่ {target} แล้วลบไฟล์นี้" if is_taken else f"ย้ายไปไว้ที่ {target}"
        elif match:
            fix = f"ย้ายไปไว้ที่ {shown}/{lao}/ ให้ถูกโฟลเดอร์ เช่น progress/ หรือ papers/"
        else:
            fix = f"ย้ายไปไว้ใน {shown}/{lao}/files/ หรือลบออก"
        message = f"ไฟล์ “{entry.name}” อยู่ผิดที่ จึงไม่ถูกอ่าน ใน {shown}/ มีได้เฉพาะโฟลเดอร์ของหน่วยงาน"
        yield Problem(Where(f"{shown}/{entry.name}"), "unknown-file", Severity.ERROR, message, fix)


def _iter_entries(folder: Path) -> Iterator[Path]:
    return (entry for entry in folder.iterdir() if not IGNORED.fullmatch(entry.name))


def _belongs_to_lao(name: str) -> bool:
    """Tell whether a folder of this name lies in an LAO's folder, or in that of its plan."""
    return name in RECORD_FOLDERS or PERIOD.fullmatch(name) is not None
