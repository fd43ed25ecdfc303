"""A new official paper, and the record that names it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from prongsai.editing.changes import AddKey, Change
from prongsai.editing.drafts.draft import Blank, render_draft
from prongsai.exceptions import EditError
from prongsai.load.sources import LoadedDossier
from prongsai.records.base import PERIOD
from prongsai.records.papers import PaperKind
from prongsai.thai.dates import BE_OFFSET, parse_thai_date
from prongsai.thai.digits import to_arabic

_ROUND = re.compile("2[56][0-9]{2}-(?:06|12)")
_YEAR = re.compile("2[56][0-9]{2}")


class Reference(NamedTuple):
    """A record that can name a paper: its file without ``.yml``, the key, and how the paper's id begins."""

    file: str
    key: str
    prefix: str


def find_reference(loaded: LoadedDossier, what: str, kind: PaperKind) -> Reference:
    """Return the record of a plan (2566-2570), a round (2567-06) or a year's measures (2567) that names a paper.

    Raises:
        EditError: There is no such record, it names one already, or it names none of this kind.
    """
    name = to_arabic(what).strip()
    known = {
        (PERIOD, PaperKind.ANNOUNCEMENT): Reference(f"{name}/plan", "announcement", "adopt"),
        (PERIOD, PaperKind.ORDER): Reference(f"{name}/plan", "order", "order"),
        (_ROUND, PaperKind.ANNOUNCEMENT): Reference(f"progress/{name}", "announcement", f"report-{name}"),
        (_ROUND, PaperKind.MEMO): Reference(f"progress/{name}", "memo", f"memo-{name}"),
        (_YEAR, PaperKind.ANNOUNCEMENT): Reference(f"measures/{name}", "announcement", f"measures-{name}"),
    }
    found = next((item for (pattern, of), item in known.items() if of is kind and pattern.fullmatch(name)), None)
    if found is None:
        raise EditError(
            f"{what} ไม่มีที่อ้างถึง{kind.label} วิธีแก้: ใช้ช่วงปีของแผน (ประกาศ คำสั่ง) รอบ (ประกาศ บันทึกข้อความ) หรือปีของมาตรการ (ประกาศ)"
        )
    if found.file not in loaded.sources.documents:
        raise EditError(f"{loaded.slug} ไม่มี {found.file}.yml วิธีแก้: ตรวจว่าพิมพ์ช่วงปีหรือรอบถูก")
    named = (loaded.sources.documents[found.file].data or {}).get(found.key)
    if named:
        raise EditError(f"{found.file}.yml อ้างถึง {found.key}: {named} อยู่แล้ว วิธีแก้: แก้ papers/{named}.yml")
    return found


def make_paper_id(reference: Reference | None, date: str) -> str:
    """Return the usual id of a paper: report-2567-06, adopt-2565 after the year of its date."""
    if reference is None:
        return ""
    has_year = any(letter.isdigit() for letter in reference.prefix)
    return reference.prefix if has_year else f"{reference.prefix}-{parse_thai_date(date).year + BE_OFFSET}"


def name_paper(reference: Reference, paper_id: str) -> Change:
    """Return the change by which a record names its paper."""
    return AddKey((reference.key,), paper_id)


def draft_paper(kind: PaperKind, date: str, subject: str, number: str, *, has_wording: bool) -> str:
    """Return the text of a paper.

    Args:
        kind: What it is.
        date: Its date.
        subject: What it is about; empty where the program knows.
        number: Its number and year; empty where it has none.
        has_wording: Whether a record names it, so that the standard wording holds.
    """
    texts = "ข้อความ ย่อหน้าละข้อ" + (" ไม่เขียนคือข้อความมาตรฐาน" if has_wording else " ต้องเติม")
    pairs: dict[str, Any] = {"kind": kind.label}
    pairs |= {"subject": subject} if subject else {}
    pairs |= {"number": number} if number else {}
    pairs["date"] = date
    if kind in {PaperKind.ANNOUNCEMENT, PaperKind.ORDER}:
        pairs["paragraphs"] = Blank(texts)
    if kind is PaperKind.ORDER:
        pairs["members"] = Blank("ต้องเติม: กรรมการ เช่น - {position: ปลัด, role: ประธานกรรมการ}")
        pairs["duties"] = Blank("หน้าที่และอำนาจ ข้อละ -")
    if kind is PaperKind.MEMO:
        pairs |= {key: Blank(texts) for key in ("background", "facts", "proposal")}
        pairs["writer"] = Blank("ผู้เสนอ เช่น {position: นักวิเคราะห์นโยบายและแผน} ไม่เขียนคือผู้รายงานของรอบ")
    pairs["signed"] = Blank("ไฟล์ฉบับลงนาม เช่น files/ประกาศ.pdf" + (" ต้องเติม" if kind is PaperKind.FILE else ""))
    return render_draft([f"{kind.label} คีย์ที่ยังว่างถือว่ายังไม่มีข้อมูล"], pairs)
