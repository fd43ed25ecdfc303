"""Counts, money and percentages that prose tells of a plan or a round: ดำเนินการแล้วเสร็จ 14 โครงการ คิดเป็นร้อยละ 87.50.

A number is read only where the words around it leave no doubt what it counts; every other number is passed over. The
words since the last number (``lead``) tell what it is, the last มิติที่ which dimension, the last year or round which
period.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from prongsai.checks.subjects.passages import find_last
from prongsai.thai.money_words import NUMBER_WORD, parse_number_words
from prongsai.thai.patterns import compile_late


class Figure(StrEnum):
    """What a number tells."""

    PROJECTS = "projects"
    DONE = "done"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    CANNOT = "cannot"
    UNDONE = "undone"
    CARRIED_OUT = "carried_out"
    FUNDED = "funded"
    UNFUNDED = "unfunded"
    MINIMUM = "minimum"
    IN_ORDINANCE = "in_ordinance"
    DIMENSIONS = "dimensions"
    PLANNED = "planned"
    BUDGET = "budget"
    ORDINANCE = "ordinance"
    DISBURSED = "disbursed"
    LEFT = "left"
    SHARE = "share"
    LEVEL = "level"


class Period(NamedTuple):
    """A year and months that a text names; None is what it does not name, ``other`` a year that it leaves open."""

    year: int | None = None
    months: int | None = None
    is_other: bool = False


class Told(NamedTuple):
    """One figure of a passage.

    Attributes:
        figure: What it tells.
        value: The number; baht, projects, percent.
        start: Where its words begin in the text.
        end: Where they end.
        number: Where the number itself begins.
        dimension: The dimension that it is about; None for all.
        is_sum: It may also be the sum of all dimensions, although one was named before.
        period: The year and round that the text named last.
        is_of_plan: The years of a plan were named before, and no single one since: it may be about all of them.
        of: For a share: the figure that it is the share of.
    """

    figure: Figure
    value: Decimal
    start: int
    end: int
    number: int
    dimension: int | None
    is_sum: bool
    period: Period
    is_of_plan: bool
    of: Figure | None = None


_N = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,15}(?:\.[0-9]+)?"
_ERA = r"(?:พ\.\s?ศ\.?\s*)?"
_YEAR = "2[56][0-9]{2}(?![0-9])"
_RANGE = rf"(?!\s*(?:-|–|ถึง)\s*{_ERA}2[56])"
_YEARS = compile_late(rf"2[56][0-9]{{2}}\s*(?:-|–|ถึง)\s*{_ERA}2[56][0-9]{{2}}|[3-6]\s*ปี|(?:สาม|สี่|ห้า)ปี")
_UNIT = r"(?:โครงการ(?:/\S{1,20})?|มิติ|บาท|ล้านบาท|แสนบาท|หมื่นบาท|พันบาท)"
_PERIOD_TOKEN = (
    rf"ปี(?:งบประมาณ)?\s*{_ERA}(?P<year>{_YEAR}){_RANGE}"
    r"|รอบ(?:ระยะเวลา)?\s*(?P<months>6|12|หก|สิบสอง)\s*เดือน|(?P<half>ครึ่งปี(?:งบประมาณ)?แรก)"
    r"|(?P<other>ปี(?:งบประมาณ)?(?:ก่อน|ที่(?:ผ่านมา|แล้ว)|ถัดไป|หน้า|ต่อไป)|ครึ่งปี(?:งบประมาณ)?หลัง|ไตรมาส)"
)
_PERIOD = compile_late(_PERIOD_TOKEN)
_TOKEN = compile_late(
    r"มิติที่\s*(?P<dimension>[1-9])(?![0-9])(?P<more>\s*(?:-|–|ถึง|,|และ|กับ|หรือ)\s*(?:มิติที่\s*)?[1-9](?![0-9])(?!\s*(?:โครงการ|บาท)))*"
    rf"|{_PERIOD_TOKEN}"
    rf"|ร้อยละ\s*(?P<percent>{_N})(?![0-9,])|(?<![0-9.,])(?P<sign>{_N})\s*(?:%|เปอร์เซ็นต์)"
    rf"|(?<![0-9.,/])(?P<part>[0-9]{{1,4}})(?=\s*จาก(?:ทั้งหมด|จำนวน)?\s*[0-9]{{1,4}}\s*โครงการ)"
    rf"|(?<![0-9.,/])(?P<number>{_N})(?:\.-)?\s*(?P<unit>{_UNIT})"
    rf"|(?P<words>{NUMBER_WORD}{{1,30}}+)\s*(?P<word_unit>โครงการ|มิติ|บาท)"
)
_STATUS = compile_late(
    "(?P<cannot>ไม่สามารถดำเนินการ(?:ได้)?|ไม่อาจดำเนินการ(?:ได้)?)"
    "|(?P<undone>(?:ยัง)?(?:ไม่ได้|มิได้|ไม่)ดำเนินการ|ยังไม่แล้วเสร็จ|ไม่แล้วเสร็จ)"
    "|(?P<in_progress>(?:อยู่(?:ใน)?ระหว่าง|กำลัง)(?:การ)?ดำเนินการ)"
    "|(?P<carried_out>ดำเนินการ(?=ครบ(?:ถ้วน)?ทั้ง)|(?<!ไม่)สามารถดำเนินการ(?:ได้)?|ดำเนินการ(?:ได้|แล้ว)(?!เสร็จ)|(?<=ที่)ได้ดำเนินการ(?=\\s*(?:จำนวน)?(?:รวม|ทั้งหมด|ทั้งสิ้น)))"
    "|(?P<unfunded>ไม่(?:ได้)?ใช้งบประมาณ)|(?P<funded>(?<!ไม่)(?<!ไม่ได้)(?:ที่|มี|ซึ่ง|(?<!\\S))ใช้งบประมาณ)"
    "|(?P<minimum>โครงการขั้นต่ำ(?:ตามที่)?(?:สำนักงาน)?\\s*(?:ป\\.ป\\.ช\\.)?\\s*(?:กำหนด)?|ขั้นต่ำ(?:ที่กำหนด)?)"
    "|(?P<in_ordinance>บรรจุ(?:อยู่)?ใน(?:ข้อ|เทศ)บัญญัติ(?:งบประมาณรายจ่าย)?(?:ประจำปี)?(?:/แผน(?:การ)?ดำเนินงาน)?)"
    "|(?P<waiting>รอ(?:การ)?รายงาน|ยังไม่(?:ได้)?รายงาน)"
    "|(?P<done>(?:ดำเนินการ|จัดทำ|ทำ)?(?:แล้วเสร็จ|เสร็จสิ้น|เสร็จเรียบร้อย|สำเร็จ))"
)
# What may stand between a status, or a kind of money, and its number. Possessive: a text is read once.
_LINK = compile_late(
    r"(?:[\s:=(]|รวมทั้งสิ้น|รวมทั้งหมด|รวม|จำนวน|ทั้งหมด|ทั้งสิ้น|ทั้งปี|แล้ว|ไป|ได้|ครบ|มีเพียง|มี|เพียง|คือ|เป็นเงิน|เป็น|เงิน|เรียบร้อย|ทั้ง|โครงการ"
    r"|ตามแผน(?:ปฏิบัติการ)?(?:ป้องกันการทุจริต)?(?:ฯ|ดังกล่าว)?|จริง|ไว้|ตั้งไว้|ที่|ซึ่ง|ตาม|ของ|ใน|แผน(?:ปฏิบัติการ)?(?:ป้องกันการทุจริต)?(?:ฯ|ดังกล่าว)?"
    r"|ทุก|ปีนี้|ตลอดปี|งบประมาณ)*+"
)
_TAIL_STATUS = compile_late(rf"(?:ที่|ซึ่ง|ได้)?{_STATUS.pattern}")
_TOTAL = compile_late(
    r"(?P<strong>รวมทั้งสิ้น|รวมทั้งหมด|ทั้งหมด|ทั้งสิ้น|เพิ่มเป็น|ลดเหลือ|โครงการตามแผน|จากทั้งหมด|ที่กำหนดไว้|ตามแผน)"
    r"|(?P<weak>รวม|จำนวน|ประกอบด้วย|มี|จาก|ของ|ทั้ง|โครงการ|ครบ)"
)
_TOTAL_LINK = compile_late(r"(?:[\s:=(]|จำนวน|ว่า|คือ|เป็น|มี|โครงการ|รวม|ทั้งสิ้น|ทั้งหมด|กิจกรรม|มาตรการ|และ|/|,)*+")
_PLAN = compile_late(
    r"แผน(?:ปฏิบัติการ|ป้องกัน|ดังกล่าว|ฉบับ|ฯ|ประกอบด้วย|มี|นี้|การป้องกัน|\s*\()|โครงการ\s*/\s*กิจกรรม|กิจกรรม\s*และ\s*มาตรการ|มิติ"
)
# One project or several by name, and not those of the plan.
_NAMED = "โครงการ(?!ตามแผน|ทั้งหมด|ทั้งสิ้น|กิจกรรม|ดำเนินการ|แล้วเสร็จ|รวม|จำนวน|ดังกล่าว|ป้องกัน|ที่ดำเนินการ|ที่ต้อง|ตาม)[ก-๎]{6,}"
# Words that make a number of projects that of a part of the plan, or of something else.
_PART = compile_late(
    "ใช้งบประมาณ|แผนพัฒนา|แผน(?:การ)?ดำเนินงาน|(?:ข้อ|เทศ)บัญญัติ|บรรจุ|ก่อสร้าง|จัดซื้อ|จัดจ้าง|อุดหนุน|(?<!ฉบับ)เพิ่ม(?!เป็น)|ยกเลิก|ใหม่|อื่น|เช่น|ตัวอย่าง|ขั้นต่ำ"
    "|นำร่อง|ถ่ายทอด|โครงการละ|โครงการของ|ที่ทำ|ที่(?:ไม่|ยัง|ได้|มี|เป็น)|อย่างน้อย|ไม่น้อยกว่า|กว่า|(?<!งบ)ประมาณ|เกือบ|(?<!เรื่อง)ราว|อีก|จะ|ควร|"
    + _NAMED
)
_MONEY = compile_late(
    "(?P<disbursed>(?<!ค่า)(?:เบิกจ่าย|ใช้จ่าย)|(?<!ไม่)(?<!ที่)ใช้(?:เงิน|งบประมาณ|ไป|จริง|จ่าย))(?:เงิน|งบประมาณ|จริง|ไป|แล้ว|จาก|(?:ใน)?(?:การ)?ดำเนิน(?:การ|งาน))*+"
    "|(?P<ordinance>(?:ข้อ|เทศ)บัญญัติ|จัดสรร|ได้รับ(?:การ)?อนุมัติ)"
    "|(?P<left>คงเหลือ|เหลือจ่าย|ประหยัด(?:เงิน)?(?:งบประมาณ)?)"
    "|(?P<planned>ตั้ง(?:งบประมาณ)?ไว้|งบประมาณตามแผน|ตามแผน|วงเงินงบประมาณ)"
    "|(?P<budget>งบประมาณ|วงเงิน)"
)
_NOT_MONEY = compile_late(
    "เฉพาะ|ปีละ|โครงการละ|คนละ|เดือนละ|(?<!งบ)ประมาณ|เกือบ|(?<!เรื่อง)ราว|กว่า|ไม่เกิน|เงินอุดหนุน|แผนพัฒนา|รายจ่ายประจำ|ก่อสร้าง|เพิ่มขึ้น|ลดลง"
    r"|(?:[0-9]|สาม|สี่|ห้า)\s*ปี|ตลอดแผน|ตลอดระยะเวลา|" + _NAMED
)
_ALL = compile_late("รวม|ทั้ง|จาก")  # “a budget of …” alone may be anybody's
# A clause of its own about the plan: what was said before it is about something else.
_OWN_CLAUSE = compile_late(
    r"(?:^|\s)(?:โดย|ซึ่ง|แผนดังกล่าว)?มี(?:โครงการ|มาตรการ|กิจกรรม|/|\s|และ)+(?:รวม|ทั้งสิ้น|ทั้งหมด)|(?:^|\s)(?:โครงการ\s*/\s*กิจกรรม|(?:โครงการ)?(?:ใน)?มิติที่\s*[1-9])"
)
_EACH = compile_late(r"\s*(?:ต่อ|/)\s*(?:ปี|โครงการ|คน)|\s*(?:ขึ้นไป|ที่เพิ่ม)")
_SHARE_LEAD = compile_late(r"(?:[\s(]|หรือ|คิดเป็น|เท่ากับ|ซึ่ง|โดย|เป็น)*+")
_SHARE_LINK = compile_late(r"(?:[\s(]|หรือ|คิดเป็น|เท่ากับ|ได้|แล้ว|ครบ|ตามแผน|รวม|งบประมาณ|ไป)*+")
_LEVEL = compile_late("นำแผน(?:ปฏิบัติการ)?(?:ป้องกันการทุจริต)?(?:ฯ)?(?:ดังกล่าว)?\\s*ไปปฏิบัติ")
_OF_BUDGET = compile_late(r"\s*ของ(?:วงเงิน)?งบประมาณ")
_OF_OTHER = compile_late(r"\s*ของ(?!(?:วงเงิน)?งบประมาณ|โครงการ|จำนวน|แผน|ทั้งหมด|เป้าหมาย)|\s*ขึ้นไป")
_NEXT_NUMBER = compile_late(r"[\s:]*(?:แล้ว|จำนวน|รวม|เพียง|ได้|ครบ|ทั้งสิ้น)*+\s*[0-9]")
_DIMENSIONS = compile_late(r"(?:(?:จำแนก|แบ่ง|แยก|กระจาย|กรอบ|จัด)[^0-9]{0,25}|ประกอบด้วย|รวม|ครบ|ทั้ง|ใน)\s*$")
_SHARED = (Figure.DONE, Figure.IN_PROGRESS, Figure.WAITING, Figure.CANNOT, Figure.DISBURSED)
_REACH = 160
_AROUND = 90
_MONTHS = {"6": 6, "หก": 6, "12": 12, "สิบสอง": 12}


def find_told_figures(text: str) -> Iterator[Told]:
    """Yield the figures that a passage tells without doubt.

    Args:
        text: The passage with Arabic digits and plain blanks.
    """
    reader = _Reader(text)
    for token in _TOKEN.finditer(text):
        told = reader.read(token)
        if told:
            yield told


class _Reader:
    """Reads the numbers of one passage in order, with what the words before have said."""

    def __init__(self, text: str) -> None:
        self.text = text
        # Years and rounds do not part a number from its words: งบประมาณ ปีงบประมาณ พ.ศ. 2566 รวม 230,000 บาท.
        self.words = _PERIOD.sub(lambda found: " " * len(found[0]), text)
        self.lead_start = 0
        self.dimension: int | None = None
        self.is_unclear = False  # several dimensions at once
        self.has_count = False  # a number of projects of this dimension was told
        self.period = Period()
        self.period_end = -1
        self.plan_ends = [found.end() for found in _YEARS.finditer(text)]
        self.last: Told | None = None  # what a percentage may be the share of
        self.follows_dimensions = False
        self.follows_count = False
        self.is_other = False  # the last number of projects was not of the plan, and so is the money after it

    def read(self, token: re.Match[str]) -> Told | None:
        """Return the figure that a token tells, None where it tells none for certain."""
        if token["dimension"]:
            self.dimension, self.is_unclear, self.has_count = int(token["dimension"]), bool(token["more"]), False
            self.is_other = False
            return None
        if token["year"] or token["months"] or token["half"] or token["other"]:
            self._read_period(token)
            return None
        lead = self.words[max(self.lead_start, token.start() - _REACH) : token.start()]
        self.lead_start = token.end()
        percent = token["percent"] or token["sign"]
        if percent:
            told = self._read_share(token, lead, Decimal(percent.replace(",", "")))
        else:
            told = self._read_number(token, lead)
            self.follows_dimensions = told is not None and told.figure is Figure.DIMENSIONS
            self.follows_count = told is not None and told.figure is Figure.PROJECTS
            if told is None or told.figure in _SHARED:
                self.last = told
            if told is None or token["unit"] != "บาท":
                self.is_other = told is None
        return told._replace(number=token.start()) if told and not self.is_unclear else None

    def _read_period(self, token: re.Match[str]) -> None:
        self.period_end = token.end()
        if token["other"]:
            self.period = Period(is_other=True)
        elif token["year"]:
            self.period = Period(int(token["year"]))
        else:
            months = 6 if token["half"] else _MONTHS[token["months"]]
            self.period = self.period._replace(months=months)

    def _read_number(self, token: re.Match[str], lead: str) -> Told | None:
        unit = token["unit"] or token["word_unit"] or "โครงการ"
        if token["words"]:
            number = parse_number_words(token["words"])
            value = None if number is None or (lead.endswith("ทั้ง") and unit != "มิติ") else Decimal(number)
        else:
            value = Decimal((token["number"] or token["part"]).replace(",", ""))
        if value is None or _EACH.match(self.text, token.end()):
            return None
        if unit == "มิติ":
            return self._read_dimensions(token, lead, value)
        if unit == "บาท":
            return self._read_money(token, lead, value)
        return self._read_count(token, lead, value) if unit.startswith("โครงการ") else None

    def _make(self, figure: Figure, value: Decimal, start: int, end: int, *, is_sum: bool = False) -> Told:
        place = bisect_right(self.plan_ends, start)
        is_of_plan = place > 0 and self.plan_ends[place - 1] > self.period_end
        return Told(figure, value, start, end, start, self.dimension, is_sum, self.period, is_of_plan)

    def _read_dimensions(self, token: re.Match[str], lead: str, value: Decimal) -> Told | None:
        if not _DIMENSIONS.search(lead):
            return None
        self.dimension, self.is_unclear, self.has_count = None, False, False
        return self._make(Figure.DIMENSIONS, value, token.start(), token.end())

    def _read_count(self, token: re.Match[str], lead: str, value: Decimal) -> Told | None:
        begin = token.start() - len(lead)
        status = find_last(_STATUS, lead)
        if status and _LINK.fullmatch(lead, status.end()):
            return self._make_count(Figure(status.lastgroup or ""), value, begin + status.start(), token.end())
        after = _TAIL_STATUS.match(self.words, token.end())
        if after and not _NEXT_NUMBER.match(self.words, after.end()):
            self.lead_start = after.end()
            return self._make_count(Figure(after.lastgroup or ""), value, token.start(), after.end())
        if self.follows_dimensions and not lead.strip():
            return self._make_count(Figure.PROJECTS, value, token.start(), token.end())
        for found in reversed(list(_TOTAL.finditer(lead))):
            if not _TOTAL_LINK.fullmatch(lead, found.end()):
                break
            follows = self.follows_dimensions or (found[0] in {"จาก", "จากทั้งหมด"} and self.last is not None)
            is_plan = follows or self.dimension is not None or _PLAN.search(lead)
            own = find_last(_OWN_CLAUSE, lead)
            around = lead[max(0, found.start() - _AROUND, own.start() if own else 0) :]
            if (is_plan or found.lastgroup == "strong") and not _PART.search(around):
                return self._make_count(Figure.PROJECTS, value, begin + found.start(), token.end())
        return None

    def _make_count(self, figure: Figure, value: Decimal, start: int, end: int) -> Told:
        is_second = figure is Figure.PROJECTS and self.has_count
        told = self._make(figure, value, start, end, is_sum=is_second or "รวม" in self.text[start:end])
        self.has_count = self.has_count or figure is Figure.PROJECTS
        return told

    def _read_money(self, token: re.Match[str], lead: str, value: Decimal) -> Told | None:
        found = None if self.is_other else find_last(_MONEY, lead)
        if not found or not _LINK.fullmatch(lead, found.end()) or _NOT_MONEY.search(lead, max(0, found.start() - 40)):
            return None
        figure = Figure(found.lastgroup or "")
        is_whole = self.dimension is not None or self.follows_count or _ALL.search(lead)
        if figure is Figure.BUDGET and not is_whole:
            return None
        start = token.start() - len(lead) + found.start()
        return self._make(figure, value, start, token.end(), is_sum="รวม" in lead)

    def _read_share(self, token: re.Match[str], lead: str, value: Decimal) -> Told | None:
        begin = token.start() - len(lead)
        level = _LEVEL.search(lead)
        if level:
            return self._make(Figure.LEVEL, value, begin + level.start(), token.end())
        if self.last and _SHARE_LEAD.fullmatch(lead):
            of, start = self.last.figure, token.start()
        else:
            found = find_last(_STATUS, lead) or find_last(_MONEY, lead)
            if not found or not _SHARE_LINK.fullmatch(lead, found.end()):
                return None
            of, start = Figure(found.lastgroup or ""), begin + found.start()
        is_of_budget = _OF_BUDGET.match(self.text, token.end()) is not None
        if (
            of not in _SHARED
            or (is_of_budget and of is not Figure.DISBURSED)
            or _OF_OTHER.match(self.text, token.end())
        ):
            return None
        return self._make(Figure.SHARE, value, start, token.end())._replace(of=of)
