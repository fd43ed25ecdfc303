"""How a value of the YAML stands in one cell, and what a cell says.

A form shows plain data (texts, lists, mappings) as the text of a cell and reads a cell as plain data. What it cannot
read stays the text that it is, so that the record's own converter tells what is wrong with it. What a cell cannot show
without loss is not shown at all: then the cell says where to change it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from msgspec import Struct

from prongsai.editing.differences import simplify
from prongsai.records.base import LabelledEnum
from prongsai.records.money import NO_BUDGET_WORDS, parse_money
from prongsai.thai.dates import ThaiDateError, format_thai_date, parse_thai_date
from prongsai.thai.digits import has_mixed_digits, to_arabic
from prongsai.thai.text import normalise

NOT_SHOWN = "(แก้ในไฟล์ YAML)"
MAX_CELL = 32_767  # characters in UTF-16, as Excel counts them
UNKNOWN_WORDS = "ไม่ทราบ"
YES, NO = "ใช่", "ไม่ใช่"
_AS_TYPED = "@"
_BREAK = "⏎"  # a line break inside one item of a list
_STEP = re.compile(r"(?P<depth>-{0,2}) ?(?:\[(?P<number>[^\[\]]+)\] )?(?P<text>.*)")
_PART = " | "
_EVIDENCE = ("title", "url", "file", "date")
_ALT = "ภาพ:"


class Form(Struct, frozen=True):
    """A single value; as it stands here, a text.

    Attributes:
        number_format: How Excel shows the value where it is a number, which it then keeps as one; empty for long texts.
            A short text is kept as it is typed, so that 1.10 stays and 4/10/2567 becomes no day of another calendar.
        is_long: The value may have several lines.
    """

    number_format: str = ""
    is_long: bool = False

    @property
    def is_number(self) -> bool:
        """Tell whether Excel shall keep the value as a number."""
        return self.number_format not in {"", _AS_TYPED}

    @property
    def choices(self) -> tuple[str, ...]:
        """What the cell's drop-down list offers."""
        return ()

    def show(self, value: Any) -> str:
        """Return the text of a cell that says this; empty for nothing."""
        if value is None:
            return ""
        shown = self._show(value)
        fits = len(shown.encode("utf-16-le")) // 2 <= MAX_CELL
        return shown if fits and self._is_whole(value, shown) else NOT_SHOWN

    def read(self, text: str) -> Any:
        """Return the plain data that a cell says; None for an empty one."""
        return self._read(text) if text else None

    def is_same(self, first: str, second: str) -> bool:
        """Tell whether two cells say the same, in whatever digits and spelling."""
        return first == second or (
            NOT_SHOWN not in {first, second} and self.show(self.read(first)) == self.show(self.read(second))
        )

    def _show(self, value: Any) -> str:
        return value.strip() if isinstance(value, str) else NOT_SHOWN

    def _read(self, text: str) -> Any:
        return text

    def _is_whole(self, value: Any, shown: str) -> bool:  # noqa: ARG002 - a single value always is
        return True


class Spelling(Form, frozen=True):
    """A value that has several spellings; one of them is shown and written."""

    spell: Callable[[str], str] = str

    def _show(self, value: Any) -> str:
        return self.spell(super()._show(value))

    def _read(self, text: str) -> str:
        return self.spell(text)


def _spell_money(text: str) -> str:
    try:
        money = parse_money(text)
    except ValueError:
        return text
    if not money.is_budgeted:
        return NO_BUDGET_WORDS
    return UNKNOWN_WORDS if money.amount is None else format_amount(money.amount)


def _spell_number(text: str) -> str:
    if has_mixed_digits(text):
        return text
    try:
        return format_number(Decimal(to_arabic(text).replace(",", "")))
    except InvalidOperation:
        return text


def format_number(number: Decimal) -> str:
    """Return a number in Arabic digits without zeros that say nothing: 20000, 87.5."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def format_amount(amount: Decimal) -> str:
    """Return an amount of baht as it is typed: without satang where there are none, else with both digits."""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def _spell_date(text: str) -> str:
    try:
        return format_thai_date(parse_thai_date(text))
    except ThaiDateError:
        return text


def _spell_answer(text: str) -> str:
    word = text.lower()
    return YES if word in {"yes", "true", YES, "บรรจุ"} else NO if word in {"no", "false", NO, "ไม่", "ไม่บรรจุ"} else text


class YesNoForm(Spelling, frozen=True):
    """Yes or no."""

    spell: Callable[[str], str] = _spell_answer

    @property
    def choices(self) -> tuple[str, ...]:
        """Both answers."""
        return YES, NO


class ChoiceForm(Form, frozen=True, dict=True):
    """One of the choices of a record, by its Thai label."""

    kind: type[LabelledEnum] | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """The Thai labels."""
        return tuple(member.label for member in self.kind or ())

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {name: item.label for item in self.kind or () for name in (item.label, item.value, *item.aliases)}

    def _show(self, value: Any) -> str:
        text = super()._show(value)
        return self._labels.get(normalise(text), text)

    def _read(self, text: str) -> str:
        return self._labels.get(normalise(text), text)


class ListForm(Form, frozen=True):
    """Paragraphs or items, a line each."""

    is_long: bool = True

    def _show(self, value: Any) -> str:
        return "\n".join(map(self._show_item, as_list(value)))

    def _read(self, text: str) -> Any:
        lines = (" ".join(line.split(" ")).strip() for line in text.split("\n"))
        return [self._read_item(line) for line in lines if line]

    def _is_whole(self, value: Any, shown: str) -> bool:
        return bool(simplify(self._read(shown)) == simplify(value))

    def _show_item(self, item: Any) -> str:
        return item.strip().replace("\n", _BREAK) if isinstance(item, str) else NOT_SHOWN

    def _read_item(self, line: str) -> Any:
        return line.replace(_BREAK, "\n")


class PartsForm(ListForm, frozen=True):
    """Items of a text and one thing more, behind an upright stroke: ประชาชน | 60.

    Attributes:
        second: The key of what is more.
        is_bare: A text without more stands alone; else as a mapping too.
    """

    second: str = ""
    is_bare: bool = True

    def _show_item(self, item: Any) -> str:
        if isinstance(item, str) or not isinstance(item, dict):
            return super()._show_item(item)
        more = item.get(self.second)
        text = super()._show_item(item.get("text"))
        return text if more is None else f"{text}{_PART}{super()._show_item(more)}"

    def _read_item(self, line: str) -> Any:
        text, stroke, more = line.rpartition("|")
        if not stroke or not more.strip():
            text = super()._read_item(line.rstrip("| "))
            return text if self.is_bare else {"text": text}
        return {"text": super()._read_item(text.strip()), self.second: super()._read_item(more.strip())}


class EvidenceForm(ListForm, frozen=True):
    """Evidence: its title, then an address or a file, a day, and what a picture shows, behind upright strokes."""

    def _show_item(self, item: Any) -> str:
        if isinstance(item, str) or not isinstance(item, dict):
            return super()._show_item(item)
        parts = [super(EvidenceForm, self)._show_item(item[key]) for key in _EVIDENCE if key in item]
        alt = [f"{_ALT} {super()._show_item(item['alt'])}"] if "alt" in item else []
        return _PART.join((*parts, *alt))

    def _read_item(self, line: str) -> Any:
        title, *others = (part.strip() for part in line.split("|"))
        item = {"title": super()._read_item(title)}
        for part in filter(None, others):
            if part.startswith(_ALT):
                item["alt"] = super()._read_item(part.removeprefix(_ALT).strip())
                continue
            key = "url" if part.startswith(("http:", "https:")) else "file" if part.startswith("files/") else "date"
            item[key] = part
        return item if len(item) > 1 else item["title"]


class StepsForm(ListForm, frozen=True):
    """Steps with those below them behind a dash, and those below these behind two; printed numbers in brackets."""

    def _show(self, value: Any) -> str:
        return "\n".join(self._show_steps(as_list(value), 0))

    def _show_steps(self, steps: list[Any], depth: int) -> list[str]:
        lines = []
        for step in steps:
            parts = step if isinstance(step, dict) else {"text": step}
            number = f"[{parts['number']}] " if "number" in parts else ""
            lines.append(f"{'-' * depth}{' ' if depth else ''}{number}{self._show_item(parts.get('text'))}")
            lines += self._show_steps(as_list(parts.get("steps", [])), depth + 1)
        return lines

    def _read(self, text: str) -> Any:
        levels: list[list[Any]] = [[]]
        for line in filter(None, (line.strip() for line in text.split("\n"))):
            match = _STEP.fullmatch(line)
            depth = min(len(match["depth"]) if match else 0, len(levels) - 1)
            step: dict[str, Any] = {"text": self._read_item(match["text"] if match else line)}
            if match and match["number"]:
                step["number"] = match["number"]
            del levels[depth + 1 :]
            levels[depth].append(step)
            levels.append(step.setdefault("steps", []))
        return [_tidy(step) for step in levels[0]]


def _tidy(step: dict[str, Any]) -> Any:
    """Return a step as a clerk writes it: a bare text where it has nothing else."""
    steps = [_tidy(inner) for inner in step["steps"]]
    kept = {key: value for key, value in step.items() if key != "steps"} | ({"steps": steps} if steps else {})
    return kept if len(kept) > 1 else kept["text"]


def as_list(value: Any) -> list[Any]:
    """Return a list, or the one text that may stand instead of it, as a list."""
    return value if isinstance(value, list) else [value]


TEXT = Form(_AS_TYPED)
LONG_TEXT = Form(is_long=True)
MONEY = Spelling(number_format="#,##0.00", spell=_spell_money)
NUMBER = Spelling(number_format="General", spell=_spell_number)
DATE = Spelling(_AS_TYPED, spell=_spell_date)
YES_NO = YesNoForm()
LIST = ListForm()
STEPS = StepsForm()
EVIDENCE = EvidenceForm()
