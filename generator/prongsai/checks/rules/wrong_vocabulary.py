"""คำเรียกตำแหน่ง พนักงาน และกฎหมายงบประมาณต้องเป็นคำของ อปท. ประเภทนั้น

เหตุที่สำคัญ: พนักงานส่วนตำบลและข้อบัญญัติไม่มีในเทศบาล คำผิดประเภทแปลว่าข้อความคัดลอกมาโดยไม่ได้แก้

ข้อความที่ระบุไว้ทั้งสองประเภท ชื่อกฎหมาย และชื่อของหน่วยงานอื่นถือว่าถูกต้อง

ไม่ผ่าน: เทศบาลตำบลเขียนว่า ข้อบัญญัติงบประมาณรายจ่ายประจำปี
ไม่ผ่าน: เทศบาลตำบลเขียนว่า นายกเทศบาลตำบลแม่สาย
ไม่ผ่าน: องค์การบริหารส่วนตำบลเขียนว่า พนักงานเทศบาลและพนักงานจ้าง
ผ่าน: เทศบาลตำบลเขียนว่า เทศบัญญัติงบประมาณรายจ่ายประจำปี
ผ่าน: ข้อบัญญัติ/เทศบัญญัติ พนักงานส่วนท้องถิ่น พระราชบัญญัติการเข้าชื่อเสนอข้อบัญญัติท้องถิ่น
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.subjects.allowed_names import AllowedNames, is_about_others
from prongsai.checks.subjects.lao_mentions import MUNICIPALITIES, find_mentions, find_name
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.lao import Lao
from prongsai.records.lao_types import LaoType
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import normalise

ID = "wrong-vocabulary"
SEVERITY = Severity.WARNING

# Pattaya and Bangkok name only themselves, so their words are nobody's template.
_TEMPLATES = (*sorted(MUNICIPALITIES), LaoType.SUBDISTRICT_ORGANISATION, LaoType.PROVINCIAL_ORGANISATION)
_NEAR = 25
_FAR = 120
_TITLE = compile_late(
    r"(?:พระราชบัญญัติ|พ\.ร\.บ\.|กฎกระทรวง|ว่าด้วย|ระเบียบกระทรวง|ประกาศคณะกรรมการ)(?:(?!พ\.ศ\.)[^\n]){0,80}$"
)
_OTHERS = compile_late(
    r"(?:คณะกรรมการ|คณะกรรมการกลาง|สมาคม|ชมรม|สันนิบาต|สหกรณ์ออมทรัพย์)$|(?:เดิม|ยกฐานะ|รับโอน|โอนย้าย|โอนมา)(?:(?!\n).){0,40}$"
)
_GENERAL = compile_late(r"ท้องถิ่น|กรุงเทพ|เมืองพัทยา|จังหวัด|แห่ง|(?:ของ)?กฎหมาย|ทาง")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield words of another type of LAO, once a text and word."""
    lao = loaded.dossier.lao
    allowed = AllowedNames(loaded.dossier)
    own = _list_words(lao.type)
    wrong = _list_wrong_words(lao.type)
    pattern = re.compile(
        "|".join(re.escape(word).replace("อบ", " ?อบ") for word in sorted(wrong, key=len, reverse=True))
    )
    for place in loaded.sources.texts:
        if is_about_others(loaded, place):
            continue
        text = normalise(place.text)
        told: set[str] = set()
        for found in pattern.finditer(text):
            role = wrong[found[0].replace(" ", "")]
            if found[0] not in told and not _is_right(found, role, own[role], lao, allowed):
                told.add(found[0])
                yield Problem(
                    place.where,
                    ID,
                    SEVERITY,
                    f"“{found[0]}” ไม่ใช่คำของ{lao.type.label}",
                    f"แก้เป็น “{own[role]}” หากหมายถึงของหน่วยงานนี้",
                )


def _list_words(kind: LaoType) -> dict[str, str]:
    """Return the words of a type by their role, without what tells one type of municipality from another."""
    words = kind.vocabulary
    head, council = words.head, f"สภา{kind.label}"
    if kind in MUNICIPALITIES:
        head, council = "นายกเทศมนตรี", "สภาเทศบาล"
    return {
        "head": head,
        "secretary": words.secretary,
        "ordinance": words.ordinance,
        "staff": words.staff,
        "council": council,
    }


def _list_wrong_words(kind: LaoType) -> dict[str, str]:
    """Return the role of each word that is another type's."""
    own = _list_words(kind)
    wrong = {"นายกเทศบาล": "head"}
    for other in _TEMPLATES:
        for role, word in _list_words(other).items():
            if word != own[role]:
                wrong |= {word.replace(other.label, name): role for name in (other.label, *other.aliases)}
    return wrong


def _is_right(found: re.Match[str], role: str, own: str, lao: Lao, allowed: AllowedNames) -> bool:
    """Tell whether a word of another type stands for both types, or is about another body, a law or the past."""
    before = found.string[max(0, found.start() - _FAR) : found.start()]
    after = found.string[found.end() : found.end() + _FAR]
    if own in before[-_NEAR - len(own) :] or own in after[: _NEAR + len(own)]:
        return True
    if _TITLE.search(before) or _OTHERS.search(before) or (role == "ordinance" and _GENERAL.match(after)):
        return True
    mention = next(find_mentions(found[0] + after), None)
    if mention is None or len(mention.before) > len(found[0]):
        return False
    if allowed.match(mention):
        return lao.type not in mention.types
    return not mention.rest.startswith(lao.name) and find_name(mention) != ""
