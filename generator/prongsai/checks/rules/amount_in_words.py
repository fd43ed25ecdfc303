"""จำนวนเงินที่เขียนทั้งตัวเลขและตัวหนังสือในข้อความเดียวกันต้องเท่ากัน

ตรวจทุกข้อความที่มีจำนวนเงินเป็นตัวเลขและตามด้วยตัวหนังสือในวงเล็บ หรือกลับกัน ส่วน budget_words มีกฎของตนเอง (budget-words)
เหตุที่สำคัญ: ตัวเลขกับตัวหนังสือที่ขัดกันทำให้ไม่รู้ว่าอนุมัติหรือเบิกจ่ายเงินเท่าใด

ไม่ผ่าน: งบประมาณ 230,000 บาท (สองแสนสามพันบาทถ้วน)
ผ่าน: งบประมาณ 230,000 บาท (สองแสนสามหมื่นบาทถ้วน)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.checks.subjects.passages import read_plainly
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.money_words import NUMBER_WORD, format_baht_words, parse_baht_words
from prongsai.thai.patterns import compile_late

ID = "amount-in-words"
SEVERITY = Severity.WARNING

_NUMBER = r"(?<![0-9.,])(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]{1,15}(?:\.[0-9]{1,2})?)(?:\.-)?"
_WORDS = rf"(?P<words>{NUMBER_WORD}{{1,30}}+(?:บาท(?:ถ้วน|{NUMBER_WORD}{{1,6}}+สตางค์)?|สตางค์))"
_PAIRS = (
    compile_late(rf"{_NUMBER}\s*(?:บาท)?\s*\(\s*{_WORDS}\s*\)"),
    compile_late(rf"{_WORDS}\s*\(\s*{_NUMBER}\s*(?:บาท)?\s*\)"),
)
_KEYS = {"budget_words", "budget"}


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield amounts in figures whose words spell another amount."""
    places = TextPlaces(loaded)
    for placed in loaded.sources.texts:
        if "(" not in placed.text or placed.key in _KEYS:
            continue
        text = read_plainly(placed.text)
        for pattern in _PAIRS:
            for found in pattern.finditer(text):
                amount, words = Decimal(found["number"].replace(",", "")), found["words"]
                if parse_baht_words(words) == amount:
                    continue
                message = f"ตัวเลข {amount:,.2f} บาท แต่ตัวหนังสือในวงเล็บเดียวกันคือ “{words}”"
                fix = f"แก้จำนวนเงินที่ผิด ตัวหนังสือของตัวเลขนี้คือ {format_baht_words(amount)}"
                yield Problem(places.where(placed, found.start("words")), ID, SEVERITY, message, fix)
