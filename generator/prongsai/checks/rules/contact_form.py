"""อีเมลและโทรศัพท์ของหน่วยงานต้องเขียนครบและใช้ติดต่อได้

ตรวจรูปแบบของ email, phone, fax และรหัสไปรษณีย์ใน address ใน contacts: ของ lao.yml
เหตุที่สำคัญ: ประชาชนส่งอีเมลหรือโทรศัพท์ตามที่เห็น อีเมลที่ไม่มี @ หรือเลขที่ขาดไปติดต่อไม่ถึงใคร

ไม่ผ่าน: email: saraban.maesai.go.th
ไม่ผ่าน: phone: 05373123
ผ่าน: email: saraban@maesai.go.th
ผ่าน: phone: 0 5373 1234 ต่อ 101
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late

ID = "contact-form"
SEVERITY = Severity.ERROR

_EMAIL = compile_late(
    r"[A-Za-z0-9](?:[A-Za-z0-9_+-]|\.(?=[A-Za-z0-9_+-])){0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_SPLIT_EMAIL = compile_late(r"\s*(?:[,;/]|\s(?:และ|หรือ)\s)\s*(?=\S*@)")
_LABEL = compile_late(r"^\s*(?:e-?mail|อีเมล์?)\s*[:：]?\s*", re.IGNORECASE)
_SLIPS = {".con": ".com", ".comm": ".com", ".cpm": ".com", ".co.ht": ".co.th", ".go.ht": ".go.th", ".go.t": ".go.th"}
_EXTENSION = compile_late(r"\s*(?:ต่อ|กด|ext\.?|\(ต่อ|#)\s*[0-9][0-9,\s\-–/และหรือถึง]*\)?", re.IGNORECASE)
_SPLIT_PHONE = compile_late(r"\s*(?:[,;/]|\s(?:และ|หรือ)\s?|ถึง)\s*|(?<=[0-9])\s{2,}(?=0)")
_RUN = compile_late(r"\+?[0-9(][0-9()\s.–-]*[0-9)]|[0-9]")
_LETTER = compile_late(r"(?<=[0-9])[\s-]*[OolI](?=[\s-]*[0-9])|(?<![A-Za-zก-๙])[Oo](?=[0-9])")
_POSTCODE = compile_late(r"(?:จังหวัด|จ\.)\s*[ก-๎]+\s*(?:รหัสไปรษณีย์\s*)?([0-9]{1,9})\s*$")
_POSTCODE_LENGTH = 5
_SHORT = {3, 4}  # hot lines: 191, 1567


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield e-mail addresses and telephone numbers that cannot be right."""
    contacts = loaded.dossier.lao.contacts
    if contacts.email:
        where = loaded.sources.where("lao", "contacts", "email")
        for address in _SPLIT_EMAIL.split(_LABEL.sub("", contacts.email)):
            reason = _find_email_fault(address.strip())
            if reason:
                fix = "เขียนอีเมลให้ครบ เช่น saraban@maesai.go.th"
                yield Problem(where, ID, SEVERITY, f"อีเมล “{address.strip()}” {reason}", fix)
    for key, label in (("phone", "โทรศัพท์"), ("fax", "โทรสาร")):
        value = getattr(contacts, key)
        for number, reason in _find_phone_faults(to_arabic(value)) if value else ():
            fix = "เขียนให้ครบ 9 หลัก หรือ 10 หลักสำหรับโทรศัพท์เคลื่อนที่ เช่น 0 5373 1234"
            where = loaded.sources.where("lao", "contacts", key)
            yield Problem(where, ID, SEVERITY, f"หมายเลข{label} “{number}” {reason}", fix)

    code = _POSTCODE.search(to_arabic(contacts.address)) if contacts.address else None
    if code and len(code[1]) != _POSTCODE_LENGTH:
        message = f"รหัสไปรษณีย์ “{code[1]}” มี {len(code[1])} หลัก ต้องมี {_POSTCODE_LENGTH} หลัก"
        yield Problem(
            loaded.sources.where("lao", "contacts", "address"), ID, SEVERITY, message, "เขียนรหัสไปรษณีย์ให้ครบ เช่น 57130"
        )


def _find_email_fault(address: str) -> str:
    if _EMAIL.fullmatch(address):
        slip = next((slip for slip in _SLIPS if address.casefold().endswith(slip)), None)
        return f"ลงท้ายด้วย {slip} ซึ่งมักหมายถึง {_SLIPS[slip]}" if slip else ""
    if "@" not in address:
        return "ไม่มีเครื่องหมาย @"
    if address.count("@") > 1:
        return "มีเครื่องหมาย @ มากกว่าหนึ่งตัว"
    local, _, domain = address.partition("@")
    if re.search(r"\s", address):
        return "มีเว้นวรรคอยู่ข้างใน"
    if not local or not domain:
        return f"ไม่มีข้อความ{'หน้า' if not local else 'หลัง'} @"
    return "มีชื่อเว็บไซต์หลัง @ ไม่ครบ" if "." not in domain else "มีอักขระที่ใช้ในอีเมลไม่ได้"


def _find_phone_faults(text: str) -> Iterator[tuple[str, str]]:
    """Yield each number that has too few or too many digits, and why; what follows “ต่อ” is an extension."""
    if _LETTER.search(text):
        yield text, "มีตัวอักษรอยู่ในตัวเลข"
        return
    parts = [part for part in _SPLIT_PHONE.split(_EXTENSION.sub(" ", text)) if part.strip()]
    found = [match[0].strip() for part in parts for match in _RUN.finditer(part)]
    if not found and re.search(r"\w", text) and "ไม่" not in text:  # a dash and ไม่มี are told by placeholder-text
        yield text, "ไม่มีตัวเลข"
    for place, number in enumerate(found):
        digits = re.sub("[^0-9]", "", number)
        if place and len(digits) < 5 and not digits.startswith("0"):
            continue  # 0 5373 1234, 5: the last digits of another line
        national = re.sub("^(?:00)?66", "0", digits) if number.startswith(("+", "00")) else digits
        if national.startswith("00"):
            national = national[1:]  # +66 (0)53…
        reason = _describe_digits(national, has_gaps=len(digits) != len(number))
        if reason:
            yield number, reason


def _describe_digits(digits: str, *, has_gaps: bool) -> str:
    if len(digits) in _SHORT and digits.startswith("1"):
        return ""
    if digits.startswith(("1800", "1900")) and len(digits) == 10:
        return ""
    least = 10 if re.match("0[689]", digits) else 9
    if len(digits) < least:
        return f"มี {len(digits)} หลัก ขาดไปจาก {least} หลัก"
    # A range (0-5373-1234-5) and two numbers side by side are longer.
    most = 10 if not has_gaps else 14
    if len(digits) > most and not (has_gaps and len(digits) in {18, 19, 20}):
        return f"มี {len(digits)} หลัก เกิน {10 if digits.startswith(('06', '08', '09')) else 9} หลัก"
    return "" if digits.startswith("0") else "ไม่ได้ขึ้นต้นด้วย 0"
