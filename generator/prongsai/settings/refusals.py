"""The settings that would publish an unsafe or broken site, as MkDocs has read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from prongsai.settings.folders import find_folder_refusals
from prongsai.settings.own_theme import find_own_theme, find_theme_refusals
from prongsai.settings.refusal import Refusal
from prongsai.settings.site_address import find_address_refusal

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_LONGEST_NAME = 300  # letters
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
NO_PLUGIN = Refusal("plugins", "ไม่มีปลั๊กอิน prongsai ซึ่งเขียนทุกหน้าของเว็บไซต์", "เพิ่มบรรทัด plugins: [prongsai]")


def find_refusals(config: MkDocsConfig, *, plans: Path, site_url: str, is_dirty: bool) -> Iterator[Refusal]:
    """Yield every setting that stops the build.

    Args:
        config: The settings.
        plans: The folder of plans.
        site_url: Where the site will stand; empty where that is not known.
        is_dirty: MkDocs was told to build only what changed.
    """
    yield from find_theme_refusals(config)
    if is_dirty:
        yield Refusal(
            "--dirty",
            "คำสั่งมี --dirty ซึ่งสร้างเฉพาะหน้าที่เปลี่ยน การค้นหาจะเหลือเพียงหน้าเหล่านั้น",
            "สั่งใหม่โดยไม่มี --dirty",
        )
    if len(config.site_name) > _LONGEST_NAME or _CONTROL.search(config.site_name):
        yield Refusal(
            "site_name",
            f"site_name {config.site_name[:40]!r} ยาวเกิน {_LONGEST_NAME} ตัวอักษร ขึ้นบรรทัดใหม่ หรือมีอักขระที่มองไม่เห็น",
            "เขียนชื่อเว็บไซต์สั้น ๆ ในบรรทัดเดียว",
        )
    if not config.use_directory_urls:
        yield Refusal(
            "use_directory_urls",
            "use_directory_urls: false ทำให้ลิงก์ในทุกหน้าเสีย",
            "ลบบรรทัด use_directory_urls ถ้าต้องการเปิดจากโฟลเดอร์ ให้ตั้งตัวแปร OFFLINE=true แทน",
        )
    if config.extra.get("analytics"):
        yield Refusal("extra.analytics", "extra: analytics จะส่งข้อมูลของผู้อ่านไปยังเว็บไซต์อื่น", "ลบส่วน analytics")
    yield from _find_foreign_files("extra_css", config.extra_css)
    yield from _find_foreign_files("extra_javascript", config.extra_javascript)
    if refusal := find_address_refusal(site_url):
        yield refusal
    folders = {"docs_dir": Path(config.docs_dir), "site_dir": Path(config.site_dir), "plans": plans}
    if own := find_own_theme(config):
        folders["theme"] = own
    yield from find_folder_refusals(folders, Path(config.config_file_path).parent)


def _find_foreign_files(setting: str, files: Iterable[object]) -> Iterator[Refusal]:
    for address in map(str, files):
        if urlsplit(address).netloc:
            yield Refusal(
                setting,
                f"{setting} มี {address} ซึ่งอยู่ที่เว็บไซต์อื่น นโยบายความปลอดภัยของหน้าเว็บไม่ยอมให้โหลด",
                "ดาวน์โหลดไฟล์นั้นมาไว้ใน theme/assets/ แล้วเขียนที่อยู่ในเว็บไซต์นี้",
            )
