"""Groups of words that a site's search takes for one another."""

from __future__ import annotations

import re

_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 100


def find_synonym_fault(group: object) -> str | None:
    """Return what is wrong with a group, in Thai; None where nothing is."""
    if not isinstance(group, list) or len(group) < 2:
        return f"“{group}” ไม่ใช่กลุ่มคำ เขียนตั้งแต่ 2 คำในวงเล็บเหลี่ยม เช่น [รถขยะ, รถเก็บขยะมูลฝอย]"
    for word in group:
        if not isinstance(word, str):
            return f'“{word}” ในกลุ่ม {group} ไม่ใช่ข้อความ ใส่เครื่องหมาย "…" คร่อมคำ'
        if len(_LETTER.findall(word)) < 2 or len(word) > _LONGEST:
            return f"“{word}” ในกลุ่ม {group} ใช้ค้นหาไม่ได้ เขียนคำที่มี 2 ตัวอักษรขึ้นไป ไม่เกิน {_LONGEST} ตัว"
    return None
