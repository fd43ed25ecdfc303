"""Whether a machine has what the program needs: told before a clerk runs into it."""

from __future__ import annotations

import importlib
import importlib.metadata
import locale
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from prongsai import fonts
from prongsai.places import CONTENT, THEME
from prongsai.thai.system_errors import describe_os_error

OLDEST = (3, 11)
NEEDED_SPACE = 500_000_000  # bytes: a site with its papers, and room to work
LONGEST_PATH = 150  # characters of the folder; Windows allows 260 for a whole path, and pages lie deep
# Libraries with parts that are no Python: they can be there and not load, on an old Windows for one.
_BINARY = ("lxml.etree", "PIL.Image", "pikepdf", "pydantic_core", "pypdfium2", "python_calamine", "typst", "yaml")


class Finding(Struct, frozen=True):
    """One thing that was looked at.

    Attributes:
        text: What was found, in Thai.
        fix: What to do; empty where nothing is wrong.
        is_needed: Nothing works without it.
    """

    text: str
    fix: str = ""
    is_needed: bool = True

    @property
    def is_missing(self) -> bool:
        """Tell whether something must be done first."""
        return self.is_needed and bool(self.fix)


def examine(folder: Path) -> Iterator[Finding]:
    """Yield what was found on this machine, and in the folder that a clerk works in."""
    yield from _examine_python()
    yield from _examine_libraries()
    yield from _examine_package()
    yield from _examine_writing(folder)
    yield from _examine_folder(folder)
    yield from _examine_programs()
    yield from _examine_letters()


def _examine_python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    oldest = ".".join(map(str, OLDEST))
    fix = "" if sys.version_info >= OLDEST else f"ติดตั้ง Python {oldest} ขึ้นไปจาก python.org แล้วติดตั้งโปรแกรมใหม่"
    yield Finding(f"Python {version} ที่ {sys.executable}", fix)


def _examine_libraries() -> Iterator[Finding]:
    missing = []
    for requirement in importlib.metadata.requires("prongsai") or []:
        name = "".join(letter if letter.isalnum() or letter in "-_" else " " for letter in requirement).split()[0]
        if "extra ==" in requirement:
            continue
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    for module in _BINARY:
        try:
            importlib.import_module(module)
        except ImportError as error:
            missing.append(f"{module} ({error})")
    fix = "สั่ง pip install --force-reinstall prongsai (Windows: ติดตั้ง Microsoft Visual C++ Redistributable ด้วย)"
    yield Finding(f"ไลบรารีขาดหรือเปิดไม่ได้: {', '.join(missing)}", fix) if missing else Finding("ไลบรารีครบ")


def _examine_package() -> Iterator[Finding]:
    parts = (Path(fonts.__file__).parent / "Sarabun-Regular.ttf", THEME / "mkdocs_theme.yml", CONTENT / "handbook")
    missing = [part.name for part in parts if not part.exists()]
    fix = "ติดตั้งโปรแกรมใหม่"
    text = f"ส่วนของโปรแกรมขาด: {', '.join(missing)}" if missing else "ตัวอักษร หน้าตาเว็บ และคู่มืออยู่ในโปรแกรม ไม่ต้องติดตั้งเพิ่ม"
    yield Finding(text, fix if missing else "")


def _examine_writing(folder: Path) -> Iterator[Finding]:
    """Try it: rights are told by nothing else on Windows and on network folders."""
    try:
        # A Thai name, as attachments have.
        with tempfile.NamedTemporaryFile(prefix="ทดสอบ", dir=folder):
            yield Finding("เขียนไฟล์ชื่อไทยในโฟลเดอร์นี้ได้")
    except (OSError, UnicodeError) as error:
        reason = describe_os_error(error) if isinstance(error, OSError) else "ระบบไม่รับชื่อไทย"
        yield Finding(f"เขียนไฟล์ใน {folder} ไม่ได้ ({reason})", "ย้ายไปทำงานในโฟลเดอร์ของท่านเอง เช่น Documents")
    free = shutil.disk_usage(folder).free
    fix = "" if free >= NEEDED_SPACE else f"ลบไฟล์ที่ไม่ใช้ ให้ว่างอย่างน้อย {NEEDED_SPACE // 1_000_000} MB"
    yield Finding(f"ดิสก์ว่าง {free // 1_000_000:,} MB", fix)
    if sys.platform == "win32" and len(str(folder)) > LONGEST_PATH:
        yield Finding(f"ที่อยู่โฟลเดอร์ยาว {len(str(folder))} ตัวอักษร", "ย้ายไปโฟลเดอร์ที่ชื่อสั้น เช่น C:\\web", is_needed=False)


def _examine_folder(folder: Path) -> Iterator[Finding]:
    if (folder / "mkdocs.yml").is_file():
        yield Finding("พบ mkdocs.yml ในโฟลเดอร์นี้")
    else:
        fix = "สั่ง cd ไปยังโฟลเดอร์ของเว็บไซต์ หรือสร้างใหม่ด้วย prongsai new site <โฟลเดอร์>"
        yield Finding("ไม่พบ mkdocs.yml ในโฟลเดอร์นี้", fix, is_needed=False)
        return
    has_plans = (folder / "plans").is_dir()
    yield Finding(
        "พบ plans/" if has_plans else "ไม่พบ plans/", "" if has_plans else "สร้างด้วย prongsai new lao", is_needed=False
    )


def _examine_programs() -> Iterator[Finding]:
    if shutil.which("mkdocs"):
        yield Finding("พบคำสั่ง mkdocs")
    else:
        yield Finding("ไม่พบคำสั่ง mkdocs", "เปิดใช้ .venv ก่อน หรือสั่ง python -m mkdocs แทน mkdocs", is_needed=False)
    if shutil.which("git"):
        yield Finding("พบ git")
    else:
        yield Finding("ไม่พบ git", "ติดตั้งจาก git-scm.com เมื่อต้องการเก็บประวัติหรือเผยแพร่ด้วย GitHub", is_needed=False)
    yield Finding("ไม่ต้องมีเบราว์เซอร์บนเครื่องที่สร้างเว็บไซต์ ใช้เมื่อเปิดดูเท่านั้น")


def _examine_letters() -> Iterator[Finding]:
    given = locale.getencoding()
    fix = ""
    if sys.platform == "win32" and given.lower() not in {"utf-8", "cp65001", "cp874"}:
        fix = "ถ้าอักษรไทยบนหน้าจอคำสั่งเพี้ยน ใช้ Windows Terminal หรือสั่ง chcp 65001 (ไฟล์ข้อมูลไม่เกี่ยว เป็น UTF-8 เสมอ)"
    yield Finding(f"รหัสอักษรของระบบ {given} ไฟล์ข้อมูลอ่านและเขียนเป็น UTF-8 เสมอ", fix, is_needed=False)
