"""Money in its three states: unknown, no budget, an amount."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from msgspec import Struct
from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from prongsai.records.base import DIGIT, Number, Record, Year, data_error
from prongsai.thai.digits import has_mixed_digits, to_arabic
from prongsai.thai.text import normalise

NO_BUDGET_WORDS = "ไม่ใช้งบประมาณ"
_NO_BUDGET = re.compile(r"-|–|ไม่(?:ได้)?ใช้งบประมาณ(?:ดำเนินการ|ในการดำเนินการ)?")
_UNKNOWN = frozenset({"ไม่ทราบ", "ไม่มีข้อมูล", "unknown"})
_AMOUNT = re.compile(
    r"(?:จำนวน)?\s*(?P<baht>[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.(?P<satang>[0-9]{1,2})|\.-|\.)?\s*(?:บาท)?"
)


class Money(Struct, frozen=True):
    """An amount of baht, or the statement that no budget is used, or nothing known.

    Attributes:
        amount: Baht, at least 0; 0 where no budget is used; None where unknown.
        is_budgeted: False where the document says ไม่ใช้งบประมาณ.
    """

    amount: Decimal | None
    is_budgeted: bool = True

    @property
    def is_known(self) -> bool:
        """Tell whether the amount is known; "no budget" is a known 0."""
        return self.amount is not None


UNKNOWN_MONEY = Money(None)
NO_BUDGET = Money(Decimal(0), is_budgeted=False)


def parse_money(text: str) -> Money:
    """Read money in every spelling in use: 200,000.00, 180,000.-, ๒๐๐,๐๐๐, ไม่ใช้งบประมาณ, -, ไม่ทราบ.

    Raises:
        ValueError: The text is none of these; the message is Thai.
    """
    stripped = " ".join(normalise(text).split())
    if _NO_BUDGET.fullmatch(stripped):
        return NO_BUDGET
    if stripped in _UNKNOWN:
        return UNKNOWN_MONEY
    if has_mixed_digits(stripped):
        raise ValueError(f"จำนวนเงิน “{stripped}” มีเลขไทยปนกับเลขอารบิก")
    match = _AMOUNT.fullmatch(to_arabic(stripped))
    if not match:
        raise ValueError(f"อ่าน “{stripped}” เป็นจำนวนเงินไม่ได้")
    return Money(Decimal(match["baht"].replace(",", "") + "." + (match["satang"] or "0")))


def _convert_money(value: object) -> Money:
    if isinstance(value, Money):
        return value
    fix = "เขียนจำนวนเงินเป็นบาท เช่น 180000, 180,000.00, ๑๘๐,๐๐๐ หรือเขียนว่า ไม่ใช้งบประมาณ"
    if not isinstance(value, str):
        raise data_error("money", "จำนวนเงินต้องเป็นค่าเดียว ไม่ใช่รายการหรือชุดข้อมูล", fix)
    try:
        return parse_money(value)
    except ValueError as error:
        raise data_error("money", str(error), fix) from None


_MONEY_SCHEMA = {
    "type": ["string", "number"],
    "pattern": rf"^\s*([-–]|ไม่|unknown|(จำนวน|จํานวน)?\s*{DIGIT})",
    "minimum": 0,
    "examples": [180000, "180,000.00", NO_BUDGET_WORDS],
}
MoneyField = Annotated[Money, PlainValidator(_convert_money), WithJsonSchema(_MONEY_SCHEMA)]


def _convert_budget(value: object) -> object:
    """One amount holds for every year; a mapping gives the years one by one."""
    if isinstance(value, list):
        raise data_error(
            "money", "งบประมาณเป็นรายการ (ขีด -) ไม่ได้", "เขียนจำนวนเดียว เช่น budget: 20000 หรือรายปี เช่น {2566: 20000}"
        )
    if isinstance(value, dict) and not ({"every_year", "by_year"} & value.keys()):
        return {"by_year": value}
    return {"every_year": value} if isinstance(value, str) else value


class Budget(Record, title="งบประมาณของโครงการ"):
    """A project's budget per fiscal year: one amount for every year, or the years one by one."""

    every_year: MoneyField = Field(UNKNOWN_MONEY, description="บาทต่อปี: ทุกปีที่ไม่ได้เขียนใน by_year")
    by_year: dict[Year, MoneyField] = Field({}, description="บาท: รายปีงบประมาณ")

    def in_year(self, fiscal_year: int) -> Money:
        """Return the planned money of one fiscal year (B.E.), unknown where nothing is written."""
        return self.by_year.get(fiscal_year, self.every_year)


BudgetByYear = dict[Year, MoneyField]
BudgetField = Annotated[
    Budget, BeforeValidator(_convert_budget, json_schema_input_type=MoneyField | BudgetByYear | Budget)
]
YearNumbers = dict[Year, Number]
