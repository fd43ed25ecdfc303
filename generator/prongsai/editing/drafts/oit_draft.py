"""``oit/2569.yml`` of a new ITA year: the items of the last list, or those that this site answers itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from prongsai.editing.drafts.draft import Blank, render_draft
from prongsai.exceptions import EditError
from prongsai.figures.oit import OitItem, compute_oit_items
from prongsai.load.sources import LoadedDossier
from prongsai.records.oit_list import find_code
from prongsai.thai.digits import to_arabic

_KEPT = ("code", "group", "title", "url", "note")
_BLANKS = {
    "based_on": "เลขและชื่อข้อมาจากเอกสารใด เช่น ชื่อคู่มือการประเมินของปีนี้",
    "as_of": "วันที่ของข้อมูล",
    "introduction": "ข้อความก่อนตาราง",
}
_YEAR = re.compile(r"(?<![0-9])(?:2[56][0-9]{2}|20[0-9]{2})(?![0-9])")


def draft_oit_list(loaded: LoadedDossier, year: int) -> str:
    """Return the text of the list of an ITA year.

    Of the last list each item is kept with its address, unless a year stands in it: what is of one year is not the
    answer of the next. Without a list before there are the items that this site answers, by the titles of the program.

    Raises:
        EditError: The last list cannot be read in full.
    """
    before = max((_read_year(name) for name in loaded.sources.documents if _is_before(name, year)), default=0)
    if f"oit/{before}" in loaded.sources.broken:
        raise EditError(f"oit/{before}.yml อ่านได้ไม่ครบ วิธีแก้: สั่ง prongsai check แล้วแก้ข้อผิดพลาดก่อน")
    own = compute_oit_items(loaded.dossier, loaded.ledger.by_round, year)
    if before:
        written = loaded.sources.documents[f"oit/{before}"].data.get("items") or []
        items = [_draft_entry(item) for item in written]
    else:
        items = [{"code": item.code, "title": item.kind.label} for item in own if item.code]
    head = [
        f"ข้อ OIT ทั้งหมด การประเมิน ITA ปี พ.ศ. {year} {loaded.dossier.lao.full_name}",
        *_explain(before, year, own),
        f"วางทั้งตารางจาก Excel แทนได้: prongsai sheet export oit-{year}",
    ]
    blanks = {name: Blank(about) for name, about in _BLANKS.items()}
    return render_draft(head, blanks | {"items": items or Blank("ข้อละ - code: O1 title: ชื่อข้อ url: ที่อยู่")}, "items")


def _is_before(name: str, year: int) -> bool:
    return name.startswith("oit/") and _read_year(name) < year


def _read_year(name: str) -> int:
    return int(name.rpartition("/")[2]) if name.startswith("oit/") else 0


def _draft_entry(item: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: item[key] for key in _KEPT if key in item}
    urls = kept.pop("url", [])
    lasting = [url for url in ([urls] if isinstance(urls, str) else urls) if not _YEAR.search(to_arabic(url))]
    if lasting:
        kept["url"] = lasting[0] if len(lasting) == 1 else lasting
    return {key: kept[key] for key in _KEPT if key in kept}


def _explain(before: int, year: int, own: Iterable[OitItem]) -> list[str]:
    """Return what whoever fills the list in has to look after."""
    codes = [f"{find_code(item.code) or item.code} {item.kind.label}" for item in own if item.code]
    told = [f"ข้อที่เว็บไซต์นี้แสดงเองไม่ต้องเขียน url: {', '.join(codes)}"] if codes else []
    if not before:
        return [*told, "ตรวจเลขและชื่อข้อกับคู่มือการประเมินของปีนี้ แล้วเพิ่มข้ออื่นให้ครบ"]
    return [
        f"เลข ชื่อ และที่อยู่เป็นของปี {before} ตรวจทุกข้อกับคู่มือของปี {year} เพราะเลขเปลี่ยนทุกปี",
        f"ที่อยู่ที่มีเลขปีและไฟล์ของปี {before} ไม่ได้คัดลอกมา ให้เขียนของปีนี้",
        *told,
    ]
