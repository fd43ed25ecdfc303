"""What the front matter of a page asks the theme for; the theme never guesses it from the page's address."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from prongsai.exceptions import PageSettingsError

# Of a page of this site, from the page on.
_ADDRESS = re.compile(r"(?:(?:\.\.|[a-z0-9-]+)/)+")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_LANGUAGES = ("th", "en")


def _is_list_of(is_item: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(map(is_item, value))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and _NAME.fullmatch(value) is not None


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and _ADDRESS.fullmatch(value) is not None


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


def _is_language(value: Any) -> bool:
    return value in _LANGUAGES


def _is_link(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_text, value))


# Key → what it must be, and an example. Others are the reader's own, or MkDocs'.
_SHAPES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "title": (_is_text, 'title: "แผนปี 2567"'),
    "description": (_is_text, 'description: "หน้านี้บอกอะไร"'),
    "lao": (_is_text, "lao: maesai"),
    "as_of": (_is_text, 'as_of: "30 กันยายน 2567"'),
    "card": (_is_text, "card: maesai/assets/card.png"),
    "canonical": (_is_text, "canonical: maesai/"),
    "redirect": (_is_address, 'redirect: "../p01/"'),
    "breadcrumbs": (_is_list_of(_is_link), 'breadcrumbs: [["หน้าแรก", "../"]]'),
    "sample": (_is_switch, "sample: true"),
    "feeds": (_is_list_of(_is_link), 'feeds: [["ข่าว", "../feed.xml"]]'),
    "origin": (_is_list_of(_is_text), "origin: [maesai/lao.yml]"),
    "scripts": (_is_list_of(_is_text), "scripts: [search]"),
    "language": (_is_language, "language: en"),
    "translations": (_is_list_of(_is_link), "translations: [[th, maesai/], [en, maesai/en/]]"),
    "styles": (_is_list_of(_is_text), "styles: [charts]"),
    "search_box": (_is_switch, "search_box: false"),
    "in_search": (_is_switch, "in_search: false"),
}

_ASSETS = {"scripts": ("สคริปต์", "javascripts"), "styles": ("สไตล์", "stylesheets")}


def check_front_matter(
    meta: Mapping[str, Any], path: str, assets: Mapping[str, Collection[str]], laos: Collection[str]
) -> None:
    """Refuse a page whose front matter the theme cannot follow.

    Args:
        meta: The front matter.
        path: The page, in ``content/``.
        assets: Names of the theme's scripts and styles that a page may ask for, by the key that asks.
        laos: The LAOs of the site.

    Raises:
        PageSettingsError: A key has a value of another kind, or names a script, a style or an LAO that there is not.
    """
    for key, (is_right, example) in _SHAPES.items():
        if key in meta and not is_right(meta[key]):
            raise PageSettingsError(f"{path}: หัวข้อ {key} ด้านบนของหน้ามีค่า “{meta[key]}” ซึ่งใช้ไม่ได้ วิธีแก้: เขียนเช่น {example}")
    for key, (kind, folder) in _ASSETS.items():
        for name in meta.get(key, ()):
            if not _NAME.fullmatch(name) or name not in assets[key]:
                known = " ".join(sorted(assets[key]))
                raise PageSettingsError(f"{path}: ไม่มี{kind} “{name}” ใน theme/assets/{folder}/ วิธีแก้: เลือกจาก {known}")
    if meta.get("lao") and meta["lao"] not in laos:
        known = " ".join(sorted(laos)) or "(ยังไม่มีหน่วยงาน)"
        raise PageSettingsError(f"{path}: ไม่มีหน่วยงาน “{meta['lao']}” ในโฟลเดอร์ข้อมูล วิธีแก้: เลือกจาก {known}")


def check_excluded(paths: Iterable[str], laos: Collection[str]) -> None:
    """Refuse settings that leave out pages of an LAO, which others lead to.

    Args:
        paths: The pages that MkDocs was told to leave out.
        laos: The LAOs of the site.

    Raises:
        PageSettingsError: One of them belongs to an LAO.
    """
    for path in paths:
        if path.partition("/")[0] in laos:
            raise PageSettingsError(
                f"{path}: exclude_docs หรือ draft_docs ใน mkdocs.yml ซ่อนหน้าของหน่วยงาน ลิงก์จากหน้าอื่นจะเสีย "
                "วิธีแก้: ลบบรรทัดนั้น หรือย้ายโฟลเดอร์ของหน่วยงานออกจากโฟลเดอร์ข้อมูล"
            )
