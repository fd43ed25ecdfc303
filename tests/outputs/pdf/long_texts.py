"""Long texts for papers, always the same: what clerks write, and runs of letters that no line breaks."""

from __future__ import annotations

import random

_TEXT = (
    "การประเมิน ความเสี่ยง การทุจริต ของ หน่วยงาน ตรวจสอบ ประชาชน ข้อมูล ข่าวสาร เผยแพร่ ผ่าน เว็บไซต์ ตำบล จัดทำ คู่มือ "
    "สำหรับ บริการ ผู้บริหาร ประกาศ เจตนารมณ์ ไม่รับ ของขวัญ ฝึกอบรม บุคลากร ประจำปี งบประมาณ วัฒนธรรม องค์กร ต่อเนื่อง"
)
_WORDS = _TEXT.split()


def write_thai(size: int, space: str = "") -> str:
    """Return about so many letters of Thai words, with a number now and then that tells the place."""
    choose = random.Random(size)  # noqa: S311 - the same words each time
    words: list[str] = []
    while sum(map(len, words)) + len(words) * len(space) < size:
        words.append(choose.choice(_WORDS) + (str(len(words)) if len(words) % 7 == 0 else ""))
    return space.join(words)


def write_letters(size: int, letters: str) -> str:
    """Return so many of some letters, as chance wants them."""
    return "".join(random.Random(size).choices(letters, k=size))  # noqa: S311 - the same letters each time


AMOUNT = "999,999,999,999,999.99"
TEXTS = {
    "thai-600": write_thai(600),
    "thai-600-spaces": write_thai(600, " "),
    "thai-3000": write_thai(3000),
    "latin-200": write_letters(200, "abcdefghijklmnopqrstuvwxyzABCMW"),
    "address": "https://www.example.go.th/" + write_letters(174, "abcdefghij-_/?=&.%0123456789"),
    "words-with-hyphens": "-".join(write_letters(9 + count % 3, "abcdefgh") for count in range(19)),
    "mixed": "ระบบ" + "E-Service" * 6 + "ของตำบล" + "1234567890" * 6 + "ประชาชน",
    "amount": AMOUNT,
    "no-words": write_letters(300, "กขคงจชซดตถทนบปผพมยรลวสหอ"),
    "one-letter": "ก" * 300,
    "syllables": "".join(
        random.Random(5).choices(("กา", "เข้", "คิ", "ดู", "แต่", "ไม้", "โน้", "ฤ", "ฎี", "ทร์", "สำ", "ๆ"), k=150)  # noqa: S311
    ),
}
