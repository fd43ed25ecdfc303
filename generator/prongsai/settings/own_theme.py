"""An LAO's own ``theme/``: its pictures, styles and parts of pages win over ours, the frame of the page does not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader

from prongsai import places
from prongsai.settings.material import TESTED, list_changed_files
from prongsai.settings.refusal import Refusal

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

THEME = "prongsai"
_FRAME = "main.html"  # holds the policy of every page
_REINSTALL = "ติดตั้งใหม่: pip install --force-reinstall prongsai"


def find_own_theme(config: MkDocsConfig) -> Path | None:
    """Return the folder whose files win over ours: what ``custom_dir`` says, else ``theme/`` beside ``mkdocs.yml``."""
    if config.theme.custom_dir:
        folder = Path(config.theme.custom_dir)
    elif config.config_file_path:
        folder = Path(config.config_file_path).parent / "theme"
    else:
        return None
    is_ours = folder.resolve() == places.THEME.resolve()  # in the checkout
    return folder if folder.is_dir() and not is_ours else None


def add_own_theme(config: MkDocsConfig) -> None:
    """Let the templates be looked for in the LAO's folder first; MkDocs knows of ``custom_dir`` only."""
    folder = find_own_theme(config)
    if folder and not config.theme.custom_dir and str(folder) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(folder))


class _ThemeFiles(FileSystemLoader):
    """Lists of the theme's files those that MkDocs may publish: not the ten thousand icons, which lie in ``.icons``."""

    def list_templates(self) -> list[str]:
        """Return the files below no folder whose name begins with a dot."""
        found: set[str] = set()
        for root in self.searchpath:
            for folder, folders, files in os.walk(root):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {os.path.relpath(f"{folder}/{name}", root).replace(os.sep, "/") for name in files}
        return sorted(found)


def list_few_files(config: MkDocsConfig) -> None:
    """Let MkDocs look at those files of the theme only that it may publish."""
    get_env = config.theme.get_env

    def get_lean_env() -> Environment:
        env = get_env()
        env.loader = _ThemeFiles(config.theme.dirs)
        return env

    config.theme.get_env = get_lean_env  # type: ignore[method-assign]


def list_assets(config: MkDocsConfig) -> dict[str, frozenset[str]]:
    """Return the names of the scripts and of the styles that a page may ask for."""
    folders = [Path(folder) / "assets" for folder in (find_own_theme(config), places.THEME) if folder]
    patterns = {"scripts": "javascripts/*.js", "styles": "stylesheets/*.css"}
    return {
        kind: frozenset(path.stem for folder in folders for path in folder.glob(pattern))
        for kind, pattern in patterns.items()
    }


def find_theme_refusals(config: MkDocsConfig) -> Iterator[Refusal]:
    """Yield why pages would not be those that were tested: another theme, another frame, another mkdocs-material."""
    if config.theme.name != THEME:
        yield Refusal(
            "theme",
            f"theme คือ “{config.theme.name}” แต่ปลั๊กอิน prongsai ใช้ได้กับธีม {THEME} เท่านั้น หน้าเว็บจะไม่มีนโยบายความปลอดภัย",
            f"เขียน theme: {THEME}",
        )
        return
    if config.theme.get("font") is not False:
        yield Refusal("theme.font", "theme: font จะโหลดตัวอักษรจากเว็บไซต์อื่น", "ลบบรรทัด font")
    own = find_own_theme(config)
    if own and (own / _FRAME).exists():
        yield Refusal(
            "theme",
            f"ไฟล์ {own.name}/{_FRAME} แทนโครงของทุกหน้า ซึ่งมีนโยบายความปลอดภัย",
            f"ลบ {own.name}/{_FRAME} แล้วแก้เฉพาะส่วน เช่น {own.name}/partials/footer.html",
        )
    folders = [Path(folder) for folder in config.theme.dirs]
    ours = [index for index, folder in enumerate(folders) if folder.resolve() == places.THEME.resolve()]
    if not ours or not (places.THEME / _FRAME).is_file():
        yield Refusal("theme", f"ไม่พบแม่แบบของธีม {THEME} ใน {places.THEME}", _REINSTALL)
        return
    # MkDocs puts the theme that ours extends behind it.
    if changed := list_changed_files(folders[ours[0] + 1]):
        yield Refusal(
            "theme",
            f"mkdocs-material ที่ติดตั้งอยู่มีไฟล์ {changed[0]} ต่างจากรุ่นที่ทดสอบ ({len(changed)} ไฟล์) หน้าเว็บอาจไม่ปลอดภัยหรือแสดงผิด",
            f'ติดตั้งรุ่นที่ทดสอบแล้ว: pip install --force-reinstall "mkdocs-material=={TESTED}"',
        )
