"""What the package sets where ``mkdocs.yml`` says nothing, so that it can be short."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.config_options import PathSpec

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

SITE_URL = "SITE_URL"
_DESCRIPTION = "แผนและผลการป้องกันการทุจริตขององค์กรปกครองส่วนท้องถิ่น ที่ประชาชนตรวจสอบได้"
_EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "md_in_html": {},
    "tables": {"use_align_attribute": True},  # the pages' policy refuses a style in a tag
    "toc": {"toc_depth": 3},
}
_BUILT_IN = frozenset({"toc", "tables", "fenced_code"})  # what MkDocs itself always uses
_NAV = {
    "index.md": "หน้าแรก",
    "how-to-read.md": "วิธีอ่านเว็บไซต์นี้",
    "data/index.md": "ข้อมูลเปิด",
    "verify.md": "ตรวจว่าไฟล์เป็นของจริง",
    "rules/index.md": "กฎการตรวจข้อมูล",
    "handbook/index.md": "คู่มือสำหรับหน่วยงาน",
    "accessibility.md": "การเข้าถึงเว็บไซต์",
}
_OWN_MENUS = "/*/"  # the pages of an LAO, the rules and the handbook have menus of their own


def read_site_url(config: MkDocsConfig) -> str:
    """Return the site's address: from ``mkdocs.yml``, else from the environment."""
    address = config.site_url or os.environ.get(SITE_URL, "")
    return f"{address.rstrip('/')}/" if address else ""


def set_defaults(config: MkDocsConfig) -> None:
    """Complete the settings; what ``mkdocs.yml`` says stays, extensions are added to ours."""
    config.site_description = config.site_description or _DESCRIPTION
    config.extra.setdefault("generator", False)
    config.markdown_extensions = list(dict.fromkeys([*_EXTENSIONS, *config.markdown_extensions]))
    given = config.mdx_configs
    config.mdx_configs = given | {name: ours | given.get(name, {}) for name, ours in _EXTENSIONS.items()}
    if config.not_in_nav is None:
        config.not_in_nav = PathSpec().validate(_OWN_MENUS)


def has_only_own_extensions(config: MkDocsConfig) -> bool:
    """Tell whether Markdown means what our generated pages take it to mean: no extension or option was added."""
    added = set(config.markdown_extensions) - set(_EXTENSIONS) - _BUILT_IN
    return not added and config.mdx_configs == _EXTENSIONS


def set_nav(config: MkDocsConfig, *, is_written: bool = True) -> None:
    """Set the menu of the site's own pages.

    Args:
        config: The settings.
        is_written: The pages are written, and the menu has those that there are.
    """
    if config.nav is None:
        content = Path(config.docs_dir)
        there = {path: title for path, title in _NAV.items() if not is_written or (content / path).is_file()}
        config.nav = [{title: path} for path, title in there.items()]
