"""ข้อความต้องไม่มีข้อมูลส่วนบุคคล

ตรวจเลขประจำตัวประชาชน (citizen-id) โทรศัพท์มือถือ (phone) อีเมลส่วนตัว (email) ไลน์ไอดี (line) บัญชีธนาคาร
(bank-account) บ้านเลขที่ (address) วันเกิด (birth-date) และชื่อผู้ร้องเรียน (complainant)
ช่องทางติดต่อของหน่วยงานที่อยู่ใน contacts: ของ lao.yml เขียนซ้ำที่อื่นได้ การยกเว้นต้องระบุชนิดด้วย kind:
เหตุที่สำคัญ: การเผยแพร่ข้อมูลส่วนบุคคลโดยไม่มีเหตุตามกฎหมายผิด พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562
และเมื่อขึ้นเว็บแล้วเรียกคืนไม่ได้

ไม่ผ่าน: ผู้ประสานงาน โทร. 08x-xxx-xx78 (เลขเต็มสิบหลัก)
ไม่ผ่าน: ผู้ร้องเรียนชื่อนาย… (ชื่อจริง)
ผ่าน: โทร. 0 5373 1234 (โทรศัพท์สำนักงาน)
ผ่าน: หนังสือที่ ชม 74201/1614
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.subjects.personal_patterns import PersonalDatum, clean_contact, find_personal_data
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Problem, Severity

ID = "personal-data"
SEVERITY = Severity.ERROR

LABELS = {
    "citizen-id": "เลขประจำตัวประชาชน",
    "phone": "หมายเลขโทรศัพท์มือถือ",
    "email": "อีเมลส่วนตัว",
    "line": "ไลน์ไอดี",
    "bank-account": "เลขที่บัญชีธนาคาร",
    "address": "บ้านเลขที่",
    "birth-date": "วันเกิด",
    "complainant": "ชื่อผู้ร้องเรียน",
}
_CONTACTS = frozenset({"phone", "email", "line", "address"})
# Amounts: nothing but money can stand there.
_AMOUNTS = frozenset({"budget", "budgets", "planned", "ordinance", "disbursed"})


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield each personal datum once a text, masked, with its kind."""
    texts = [placed for placed in loaded.sources.texts if _AMOUNTS.isdisjoint(placed.path)]
    contacts = [placed.text for placed in texts if _is_contact(placed)]
    for placed in texts:
        if _is_contact(placed):
            continue
        found = {(datum.kind, datum.value): datum for datum in find_personal_data(placed.text)}
        for datum in found.values():
            if not _is_published(datum, contacts):
                yield Problem(
                    placed.where,
                    ID,
                    SEVERITY,
                    f"พบ{LABELS[datum.kind]} “{datum.masked}” ซึ่งเป็นข้อมูลส่วนบุคคล",
                    _explain_fix(datum.kind),
                    kind=datum.kind,
                )


def _is_contact(placed: PlacedText) -> bool:
    return placed.document == "lao" and placed.path[:1] == ("contacts",)


def _is_published(datum: PersonalDatum, contacts: list[str]) -> bool:
    """Tell whether the LAO gives a datum as its own contact, with or without the word that marks it."""
    if datum.kind not in _CONTACTS:
        return False
    if any(found[:2] == datum[:2] for text in contacts for found in find_personal_data(text)):
        return True
    whole = re.compile(rf"(?<![0-9a-z/]){re.escape(datum.value)}(?![0-9a-z/])")
    return datum.kind in {"address", "line"} and any(whole.search(clean_contact(text)) for text in contacts)


def _explain_fix(kind: str) -> str:
    if kind in _CONTACTS:
        return (
            f"ลบออก หากเป็นของหน่วยงานให้เขียนใน contacts: ของ lao.yml หากจำเป็นต้องเผยแพร่ให้ยกเว้นด้วย ignore: ที่มี kind: {kind}"
        )
    return f"ลบออก หรือแทนด้วยข้อความที่ไม่ระบุตัวบุคคล หากจำเป็นต้องเผยแพร่ให้ยกเว้นด้วย ignore: ที่มี kind: {kind}"
