"""The names of an LAO's files and folders: which are read, and what a wrong one most likely means."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

from prongsai.load.places import find_place
from prongsai.load.validation import suggest
from prongsai.problem import Problem, Severity, Where
from prongsai.records.base import DEVICES, INDEX, MAX_SLUG, PERIOD
from prongsai.thai.dates import BE_OFFSET
from prongsai.thai.digits import to_arabic
from prongsai.thai.system_errors import describe_os_error

# Names of hand-written and built folders of the site; an LAO's folder cannot take them.
RESERVED = frozenset({
    "about", "accessibility", "assets", "compare", "data", "handbook", "how-to-read", "javascripts", "portal", "rules", "schemas",
    "search", "stylesheets", "templates", "verify",
})  # fmt: skip
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
IGNORED = re.compile(r"\..*|.*~|README.*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
_ROUND_FILE = re.compile(r"2[56][0-9]{2}-(06|12)")
_YEAR_FILE = re.compile(r"2[56][0-9]{2}")
_FOLDERS = ("progress", "measures", "oit", "papers")
_PROJECTS = "projects"
RECORD_FOLDERS = frozenset({*_FOLDERS, _PROJECTS, "files"})
_MIGRATE = "สั่ง prongsai migrate ซึ่งย้ายไฟล์ไปไว้ในโฟลเดอร์ของช่วงปี เช่น 2566-2570/plan.yml"


def is_free_slug(text: str) -> bool:
    """Tell whether a name can be a project's or paper's address; ``index`` is that of their list."""
    return text != INDEX and text not in DEVICES and SLUG.fullmatch(text) is not None


def is_free_project(text: str) -> bool:
    """Tell whether a name can be a project's address; that of a round is a report in the wrong place."""
    return is_free_slug(text) and not _ROUND_FILE.fullmatch(text)


_SLUG_FIX = "ใช้ตัวอังกฤษพิมพ์เล็ก ตัวเลข และขีดกลาง เช่น p01.yml ยกเว้นชื่อ index และชื่ออุปกรณ์ของ Windows เช่น con"
# What may lie in each folder: how a file's name must be, and how to mend one that is not so.
_RULES: dict[str, tuple[Callable[[str], object], str]] = {
    # plan.yml itself is told as one in the old place; here it is what Plan.yml and plan.yaml mean.
    "": (
        lambda text: text in {"lao", "addresses", "plan"},
        "ไฟล์ที่ใช้ได้คือ lao.yml แผนอยู่ในโฟลเดอร์ของช่วงปี เช่น 2566-2570/plan.yml",
    ),
    "plan": (lambda text: text == "plan", "ไฟล์ที่ใช้ได้คือ plan.yml และโฟลเดอร์ projects/"),
    "progress": (_ROUND_FILE.fullmatch, "ตั้งชื่อเป็น <ปีงบประมาณ>-06.yml หรือ <ปีงบประมาณ>-12.yml เช่น 2566-12.yml"),
    "measures": (_YEAR_FILE.fullmatch, "ตั้งชื่อเป็น <ปีงบประมาณ>.yml เช่น 2568.yml"),
    "oit": (_YEAR_FILE.fullmatch, "ตั้งชื่อเป็น <ปีการประเมิน ITA>.yml เช่น 2568.yml"),
    "papers": (is_free_slug, _SLUG_FIX),
    "projects": (is_free_project, _SLUG_FIX),
}


class Listing(Struct):
    """The YAML files of one LAO.

    Attributes:
        files: Path of each file, by its path inside the folder without ``.yml``.
        periods: Names of the folders of plans.
        misnamed: Files that a wrong name most likely means (``2566-2570/plan.yml``).
        has_misplaced_plan: A plan is there in a place where it is not read.
        problems: What has no place in the folder.
    """

    folder: Path
    shown: str
    files: dict[str, Path] = field(default_factory=dict)
    periods: list[str] = field(default_factory=list)
    misnamed: set[str] = field(default_factory=set)
    has_misplaced_plan: bool = False
    problems: list[Problem] = field(default_factory=list)


def list_files(folder: Path, shown: str) -> Listing:
    """Return the YAML files of an LAO's folder, and what has no place there."""
    listing = Listing(folder, shown)
    _check_name(listing)
    entries = _list_folder(listing, folder, "")
    _check_old_place(listing, entries)
    for entry in entries:
        if entry.name in {"files", "plan.yml", _PROJECTS}:
            continue
        if entry.is_dir() and entry.name in _FOLDERS:
            for child in _list_folder(listing, entry, entry.name):
                _accept(listing, f"{entry.name}/", child, entry.name)
        elif entry.is_dir() and PERIOD.fullmatch(entry.name):
            listing.periods.append(entry.name)
            _list_plan(listing, entry)
        elif entry.is_dir() and (meant := _find_meant_period(entry.name) or _find_plan(entry)):
            listing.has_misplaced_plan = True
            _report(
                listing, entry.name, "folder-name", f"ชื่อโฟลเดอร์ “{entry.name}” ไม่ใช่ช่วงปีของแผน", f"เปลี่ยนชื่อเป็น {meant}"
            )
        else:
            _accept(listing, "", entry, "")
    return listing


def _list_plan(listing: Listing, folder: Path) -> None:
    for entry in _list_folder(listing, folder, folder.name):
        if entry.is_dir() and entry.name == _PROJECTS:
            for child in _list_folder(listing, entry, f"{folder.name}/{_PROJECTS}"):
                _accept(listing, f"{folder.name}/{_PROJECTS}/", child, _PROJECTS)
        else:
            _accept(listing, f"{folder.name}/", entry, "plan")


def find_folder_fault(name: str) -> tuple[str, str] | None:
    """Return why a name can be none of an LAO's folder, and how to mend it; None where it can."""
    if not SLUG.fullmatch(name):
        fix = "ตั้งชื่อด้วยตัวอังกฤษพิมพ์เล็ก ตัวเลข และขีดกลาง เช่น maesai"
        return f"ชื่อโฟลเดอร์ “{name}” ใช้เป็นที่อยู่หน้าเว็บไม่ได้", fix
    if len(name) > MAX_SLUG:
        message = f"ชื่อโฟลเดอร์ “{name}” ยาว {len(name)} ตัวอักษร เกิน {MAX_SLUG}"
        return message, "ตั้งชื่อให้สั้นลง ชื่อนี้เป็นส่วนหนึ่งของที่อยู่หน้าเว็บ"
    if name in DEVICES:
        return f"ชื่อโฟลเดอร์ “{name}” ใช้บน Windows ไม่ได้ เพราะเป็นชื่ออุปกรณ์", "ตั้งชื่อโฟลเดอร์ใหม่"
    if name in RESERVED:
        return f"ชื่อโฟลเดอร์ “{name}” สงวนไว้สำหรับหน้าของเว็บไซต์", "ตั้งชื่อโฟลเดอร์ใหม่"
    return None


def _check_name(listing: Listing) -> None:
    if fault := find_folder_fault(listing.folder.name):
        _report(listing, "", "folder-name", *fault)
    if not listing.folder.resolve().is_relative_to(listing.folder.parent.resolve()):
        message = "โฟลเดอร์นี้เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ข้อมูล"
        _report(listing, "", "file-outside", message, "คัดลอกโฟลเดอร์จริงมาวางแทนลิงก์")


def _check_old_place(listing: Listing, entries: list[Path]) -> None:
    """Before an LAO could have several plans, its one plan lay in the LAO's folder itself."""
    old = [entry.name for entry in entries if entry.name in {"plan.yml", _PROJECTS}]
    if old:
        listing.has_misplaced_plan = True
        name = "plan.yml" if "plan.yml" in old else f"{_PROJECTS}/"
        _report(
            listing,
            name,
            "old-place",
            f"{' และ '.join(old)} อยู่ในโฟลเดอร์ของหน่วยงาน แต่ละแผนต้องมีโฟลเดอร์ของตัวเอง",
            _MIGRATE,
        )


def _report(listing: Listing, name: str, rule: str, message: str, fix: str) -> None:
    where = Where(f"{listing.shown}/{name}" if name else listing.shown)
    listing.problems.append(Problem(where, rule, Severity.ERROR, message, fix))


def _list_folder(listing: Listing, folder: Path, name: str) -> list[Path]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not IGNORED.fullmatch(entry.name))
        for entry in entries[:1]:
            entry.lstat()  # names may be listed without the right to what they stand for
    except OSError as error:
        message = f"เปิดโฟลเดอร์ไม่ได้ ({describe_os_error(error)})"
        _report(listing, name, "file-unreadable", message, "ตรวจว่าโฟลเดอร์มีสิทธิ์อ่านและเปิดเข้าไปได้")
        return []
    return entries


def _accept(listing: Listing, prefix: str, path: Path, kind: str) -> None:
    """Take a file into the listing, or tell why it has no place."""
    name, stem = prefix + path.name, path.stem
    is_valid, fix = _RULES[kind]
    meant = _find_meant_name(prefix, path.name, is_valid)
    if meant and meant != name:
        listing.misnamed.add(meant)
        listing.has_misplaced_plan |= meant == "plan.yml"
    place = None if meant or is_valid(stem) else find_place(path.name, listing.periods)
    if place and not (prefix == "progress/" and place.startswith("measures/")):  # there a year alone lacks its round
        is_taken = (listing.folder / place).exists()
        if not is_taken:
            listing.misnamed.add(place)
        fix = f"ย้ายข้อมูลไปรวมไว้ที่ {place} แล้วลบไฟล์นี้" if is_taken else f"ย้ายไปไว้ที่ {place}"
        _report(listing, name, "unknown-file", f"ไฟล์ “{name}” อยู่ผิดที่ จึงไม่ถูกอ่าน", fix)
    elif path.suffix == ".yml" and len(stem) > MAX_SLUG:
        message = f"ชื่อไฟล์ “{path.name}” ยาว {len(stem)} ตัวอักษร เกิน {MAX_SLUG}"
        _report(listing, name, "file-name", message, "ตั้งชื่อให้สั้นลง ชื่อนี้เป็นส่วนหนึ่งของที่อยู่หน้าเว็บ")
    elif path.suffix != ".yml":
        known = [] if prefix else [*(f"{folder}/" for folder in _FOLDERS), "files/", "lao.yml"]
        fix = (
            f"เปลี่ยนชื่อเป็น {(meant or f'{stem}.yml').rpartition('/')[2]}"
            if meant or path.suffix == ".yaml"
            else suggest(name, known, "ย้ายไฟล์แนบไปไว้ใน files/ หรือลบออก")
        )
        _report(listing, name, "unknown-file", f"ไม่รู้จักไฟล์หรือโฟลเดอร์ “{name}”", fix)
    elif not is_valid(stem):
        fix = f"เปลี่ยนชื่อเป็น {meant.rpartition('/')[2]}" if meant else fix
        _report(listing, name, "file-name", f"ชื่อไฟล์ “{path.name}” ใช้ไม่ได้", fix)
    else:
        listing.files[prefix + stem] = path


def _find_meant_name(prefix: str, name: str, is_valid: Callable[[str], object]) -> str | None:
    """Return the path of the data file that a wrong file name most likely means: 2566-6.yml, Plan.yml, plan.yml.txt."""
    match = re.fullmatch(r"(.+?)\.ya?ml(?:\.txt)?", to_arabic(name).lower())
    if not match:
        return None
    stem = re.sub(r"[ _.]+", "-", match[1].strip())
    if prefix == "progress/":
        stem = re.sub(r"-6$", "-06", stem)
    return f"{prefix}{stem}.yml" if is_valid(stem) else None


def _find_plan(folder: Path) -> str | None:
    """Return what a folder that holds a plan shall be called; its name tells nothing of its years, or those of the C.E."""
    if not any((folder / name).exists() for name in ("plan.yml", _PROJECTS)):
        return None
    match = re.fullmatch(r"(20[0-9]{2})\D*(20[0-9]{2})", to_arabic(folder.name).strip())
    return (
        f"{int(match[1]) + BE_OFFSET}-{int(match[2]) + BE_OFFSET}"
        if match
        else "ปีแรกและปีสุดท้ายของแผน เช่น 2566-2570 หากเป็นสำเนาให้ย้ายออกจากโฟลเดอร์ข้อมูล"
    )


def _find_meant_period(name: str) -> str | None:
    """Return the period that the wrong name of a plan's folder means: ๒๕๖๖-๒๕๗๐, 2566_2570, 2566-70, 25662570."""
    match = re.fullmatch(r"\D*(2[56][0-9]{2})\D*(2[56][0-9]{2}|[0-9]{2})", to_arabic(name).strip())
    if not match:
        return None
    first, last = match[1], match[1][: 4 - len(match[2])] + match[2]
    return f"{first}-{last}" if first <= last else None  # 2566-12 is a round
