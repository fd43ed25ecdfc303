"""ข้อความต้องไม่มีข้อมูลส่วนบุคคล

ตรวจเลขประจำตัวประชาชน (citizen-id) เลขที่เอกสารหรือทรัพย์สินของบุคคล (document) โทรศัพท์มือถือและโทรศัพท์บ้าน (phone)
อีเมลส่วนตัว (email) ไลน์ไอดี (line) บัญชีสื่อสังคมส่วนตัว (social) บัญชีธนาคาร (bank-account) บ้านเลขที่ (address) วันเกิดและอายุ (birth-date)
ข้อมูลสุขภาพ (health) หนี้สิน ประวัติอาชญากรรม ศาสนา (private) และชื่อของเด็ก (child) ผู้ร้องเรียน (complainant) พยาน (witness)
ผู้ถูกกล่าวหา (accused) ชื่อผู้จัดทำในคุณสมบัติของไฟล์ Word และ Excel (author)
หน้าของไฟล์แนบที่เป็นภาพสแกนอ่านไม่ได้ จึงบอกให้เปิดดูเอง (unread)
ตรวจทุกสิ่งที่เผยแพร่: ข้อความ เหตุผลใน ignore: ช่องทางติดต่อ รหัส ที่อยู่เว็บ ชื่อไฟล์ ข้อความใน .pdf .docx .xlsx .csv รายชื่อไฟล์ใน .zip
ช่องทางติดต่อของหน่วยงานที่อยู่ใน contacts: ของ lao.yml เขียนซ้ำที่อื่นได้ การยกเว้นต้องระบุชนิดด้วย kind:
เหตุที่สำคัญ: การเผยแพร่ข้อมูลส่วนบุคคลโดยไม่มีเหตุตามกฎหมายผิด พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562
และเมื่อขึ้นเว็บแล้วเรียกคืนไม่ได้

ไม่ผ่าน: ผู้ประสานงาน โทร. 08x-xxx-xx78 (เลขเต็มสิบหลัก)
ไม่ผ่าน: ผู้ร้องเรียนชื่อนาย… (ชื่อจริง)
ผ่าน: โทร. 0 5373 1234 (โทรศัพท์สำนักงาน)
ผ่าน: หนังสือที่ ชม 74201/1614
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.personal.authors import find_author
from prongsai.checks.personal.detector import PersonalDatum
from prongsai.checks.personal.finding import CONTACTS, find_personal_data
from prongsai.checks.personal.own_contacts import OwnContacts
from prongsai.checks.personal.published import PublishedText, find_published
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "personal-data"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield each personal datum once a text, masked, with its kind; those inside an attached file once a kind."""
    published = list(find_published(loaded))
    own = OwnContacts(loaded.slug, loaded.dossier.lao, (text for text in published if text.contact))
    in_files: dict[tuple[object, ...], list[tuple[PublishedText, PersonalDatum]]] = {}
    for text in published:
        if text.is_unread:
            yield _report_unread(text)
            continue
        find = find_author if text.is_author else find_personal_data
        for datum in find(text.text):
            if own.holds(datum):
                continue
            if text.is_file:
                in_files.setdefault((text.where, datum.kind), []).append((text, datum))
            else:
                yield _report(text, datum)
    for (text, datum), *others in in_files.values():
        yield _report(text, datum, others=len(others))


def _report_unread(text: PublishedText) -> Problem:
    return Problem(
        text.where,
        ID,
        Severity.ADVICE,
        f"{text.text} ของไฟล์แนบเป็นภาพสแกน โปรแกรมอ่านไม่ได้ จึงยังไม่ได้ตรวจข้อมูลส่วนบุคคล",
        "เปิดดูเองก่อนเผยแพร่ แล้วยกเว้นด้วย ignore: ที่มี kind: unread",
        text.related,
        kind="unread",
    )


def _report(text: PublishedText, datum: PersonalDatum, *, others: int = 0) -> Problem:
    place = f" {text.place}" if text.place else ""
    more = f" และอีก {others} แห่ง" if others else ""
    return Problem(
        text.where,
        ID,
        SEVERITY,
        f"พบ{datum.label} “{datum.masked}”{place}{more} ซึ่งเป็นข้อมูลส่วนบุคคล",
        _explain_fix(text, datum.kind),
        text.related,
        kind=datum.kind,
    )


def _explain_fix(text: PublishedText, kind: str) -> str:
    otherwise = f"หากจำเป็นต้องเผยแพร่ให้ยกเว้นด้วย ignore: ที่มี kind: {kind}"
    if kind == "author":
        return f"เปิดไฟล์แล้วลบชื่อผู้จัดทำ (ข้อมูล > ตรวจหาปัญหา > ตรวจสอบเอกสาร) {otherwise}"
    if text.is_file:
        return f"ลบออกจากไฟล์แล้ววางไฟล์ใหม่ {otherwise}"
    if text.place:
        return f"เปลี่ยนชื่อไฟล์ไม่ให้มีข้อมูลนี้ {otherwise}"
    if text.contact:
        return f"เขียนเฉพาะช่องทางของหน่วยงาน {otherwise}"
    if kind in CONTACTS:
        return f"ลบออก หากเป็นของหน่วยงานให้เขียนใน contacts: ของ lao.yml {otherwise}"
    return f"ลบออก หรือแทนด้วยข้อความที่ไม่ระบุตัวบุคคล {otherwise}"
