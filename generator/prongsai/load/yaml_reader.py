"""Strict YAML: every scalar stays the text that was typed, every value keeps its place.

``yaml.safe_load`` reads ``010`` as 8, ``no`` as False, ``2566-10-19`` as a date of the Common Era, and keeps the last
of two equal keys. Here the parser's events are built into text, lists and mappings in one pass. What plans do not
need (aliases, tags, several documents) is refused, which also disarms alias bombs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import yaml
from msgspec import Struct, field

from prongsai.load.data_file import DataFile, DataPath
from prongsai.problem import Problem, Severity, Where
from prongsai.thai.digits import to_arabic

MAX_DEPTH = 40
MAX_VALUES = 200_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What libyaml says → what a clerk understands.
_SYNTAX = {
    "found character that cannot start any token": (
        "มีอักขระที่ขึ้นต้นค่าไม่ได้ (เช่น แท็บ @ หรือ `)",
        "ใช้เว้นวรรคแทนแท็บในการย่อหน้า หรือครอบค่าด้วยเครื่องหมายคำพูด",
    ),
    "mapping values are not allowed in this context": (
        "มีเครื่องหมาย : ในที่ที่ไม่ควรมี",
        "ตรวจย่อหน้าของบรรทัดนี้ หรือครอบค่าที่มี “: ” ด้วยเครื่องหมายคำพูด",
    ),
    "could not find expected ':'": (
        "บรรทัดนี้ไม่มีเครื่องหมาย : และเว้นวรรคหลังคีย์",
        "เขียนเป็น คีย์: ค่า (ใช้ : ของแป้นอังกฤษ) หากเป็นข้อความต่อจากบรรทัดก่อนหน้า ให้ย่อหน้าลึกกว่าคีย์นั้น",
    ),
    "did not find expected key": (
        "ย่อหน้าของบรรทัดนี้ไม่ตรงกับบรรทัดข้างเคียง",
        "จัดย่อหน้าให้ตรงกับคีย์ในชุดเดียวกัน และตรวจว่าข้อก่อนหน้าขึ้นต้นด้วย - ครบทุกข้อ",
    ),
    "did not find expected '-' indicator": (
        "บรรทัดนี้อยู่ในรายการ แต่ย่อหน้าไม่ตรงกับข้ออื่น",
        "ข้อใหม่: จัด - ให้ตรงกับข้ออื่น คีย์ของข้อเดิม: จัดให้ตรงกับคีย์แรกของข้อนั้น",
    ),
    "found unexpected end of stream": ("เครื่องหมายคำพูดเปิดไว้แต่ไม่ปิด", "ปิดเครื่องหมายคำพูดให้ครบคู่"),
    "block sequence entries are not allowed in this context": (
        "มีเครื่องหมาย - ในที่ที่ไม่ควรมี",
        'หากหมายถึงไม่ใช้งบประมาณ ให้เขียน ไม่ใช้งบประมาณ หรือ "-" ในเครื่องหมายคำพูด หากเป็นรายการ ให้ขึ้นบรรทัดใหม่',
    ),
    "did not find expected ',' or ']'": ("วงเล็บ [ ] ไม่ครบหรือขาดจุลภาค", "ปิด ] และคั่นแต่ละค่าด้วย ,"),
    "did not find expected ',' or '}'": ("วงเล็บ { } ไม่ครบหรือขาดจุลภาค", "ปิด } และคั่นแต่ละคู่ด้วย ,"),
    "did not find expected alphabetic or numeric character": (
        "มีค่าที่ขึ้นต้นด้วย * หรือ &",
        "ครอบค่าที่ขึ้นต้นด้วย * หรือ & ด้วยเครื่องหมายคำพูด",
    ),
    "found unknown escape character": (
        "มีเครื่องหมาย \\ ในเครื่องหมายคำพูดคู่",
        "เปลี่ยนเป็นเครื่องหมายคำพูดเดี่ยว หรือพิมพ์ \\ สองตัว",
    ),
    "control characters are not allowed": ("มีอักขระควบคุมที่มองไม่เห็น", "ลบอักขระนั้น (มักติดมาจากการคัดลอก)"),
}

# Told at the line where the fault begins; libyaml notices it lines later.
_TOLD_AT_START = {
    "could not find expected ':'",
    "found unexpected end of stream",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
}
_NULLS = frozenset({"~", "null", "Null", "NULL"})
# A key in Latin letters, at the start of its line or of its item, and what stands where the colon belongs.
_BARE_KEY = re.compile(
    r"\s*(?:- +)*(?P<key>[a-z][a-z_]*)(?:\s*(?P<mark>[:;=：.,](?=\S)|[;=：](?=\s|$))|(?=\s|$))(?P<value>[^:]*(?::\S[^:]*)*)$"
)
_TAB = re.compile(r"[ \t\u00a0\u3000]*[\t\u00a0\u3000]")


class _Frame(Struct):
    """A list or mapping under construction."""

    value: Any
    path: DataPath
    key: str | None = None
    key_place: tuple[int, int] = (0, 0)
    is_flow: bool = False
    has_cut_amount: bool = False
    seen: dict[str, tuple[int, int]] = field(default_factory=dict)

    def next_path(self) -> DataPath:
        return (*self.path, len(self.value)) if isinstance(self.value, list) else (*self.path, self.key or "")


class _RefusedError(Exception):
    """Raised to stop reading a file at a construct that is not accepted."""


def parse_yaml(text: str, shown: str) -> tuple[DataFile, list[Problem]]:
    """Return the document and its problems; where the text is no YAML, the document's data is None.

    An empty value (``key:``) counts as not given.
    """
    builder = _Builder(shown)
    try:
        for event in parse_events(text):
            builder.feed(event)
    except _RefusedError:
        return DataFile(shown), builder.problems
    except yaml.YAMLError as error:
        return DataFile(shown), [*builder.problems, _explain(error, shown, text)]
    if builder.root is None and not builder.problems:
        builder.report("file-empty", (0, 0), "ไฟล์นี้ว่างเปล่า", "เติมข้อมูล หรือลบไฟล์ทิ้ง")
    return DataFile(shown, builder.root, builder.places, builder.keys, builder.ends), builder.problems


def parse_events(text: str) -> Iterator[yaml.Event]:
    """Yield what the parser finds, each with the marks of its beginning and its end."""
    yield from yaml.parse(text, Loader=_Loader)


_TOO_DEEP = (f"ข้อมูลซ้อนกันลึกเกิน {MAX_DEPTH} ชั้น", "ตรวจย่อหน้าและวงเล็บ")


class _Builder:
    """Builds plain data from parser events, without recursion."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.root: Any = None
        self.places: dict[DataPath, tuple[int, int]] = {}
        self.keys: dict[DataPath, tuple[int, int]] = {}
        self.ends: dict[DataPath, int] = {}
        self.problems: list[Problem] = []
        self.documents = 0
        self._stack: list[_Frame] = []

    def report(
        self, rule: str, place: tuple[int, int], message: str, fix: str, related: tuple[Where, ...] = ()
    ) -> None:
        where = Where(self.shown, *place)
        self.problems.append(Problem(where, rule, Severity.ERROR, message, fix, related))

    def refuse(self, place: tuple[int, int], message: str, fix: str) -> None:
        self.report("yaml-limits", place, message, fix)
        raise _RefusedError

    def feed(self, event: yaml.Event) -> None:
        mark: Any = event.start_mark
        place = (mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.refuse(place, "มีเอกสาร YAML มากกว่าหนึ่งชุดในไฟล์เดียว (---)", "แยกเป็นไฟล์ละชุด หรือลบบรรทัด ---")
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.refuse(place, "มีการอ้างซ้ำแบบ & หรือ * ซึ่งไม่รองรับ", "เขียนค่าเต็ม หรือครอบค่าที่ขึ้นต้นด้วย & หรือ * ด้วยเครื่องหมายคำพูด")
        elif tag := getattr(event, "tag", None):
            self.refuse(place, f"มีป้ายชนิดข้อมูล {tag} ซึ่งไม่รองรับ", "ลบป้ายที่ขึ้นต้นด้วย ! หรือครอบค่าด้วยเครื่องหมายคำพูด")
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, place)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(self._stack) >= MAX_DEPTH:
                self.refuse(place, *_TOO_DEEP)
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], place, is_flow=bool(event.flow_style))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._stack.pop()

    def _scalar(self, event: yaml.ScalarEvent, place: tuple[int, int]) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            self._key(frame, event.value, place)
        elif event.value == "" and frame is None:
            return  # ``---`` with nothing behind it: an empty file
        elif frame is not None and isinstance(frame.value, dict) and is_empty_value(event):
            if frame.is_flow and event.value == "" and event.style not in {"'", '"'}:
                self._report_cut_amount(frame)
            frame.key = None  # ``key:`` with nothing behind it: not given
        else:
            path = self._attach("" if is_empty_value(event) else event.value, place)
            end: Any = event.end_mark
            last = end.line + (1 if end.column else 0)  # a folded text ends where the next line begins
            if last > place[0]:
                self.ends[path] = last

    def _report_cut_amount(self, frame: _Frame) -> None:
        """{2566: 200,000} is the amount 200 and a key 000 without a value; one report for all amounts of a mapping."""
        if frame.has_cut_amount:
            last = self.problems[-1]
            if last.rule == "duplicate-key" and (last.where.line, last.where.column) == frame.key_place:
                self.problems.pop()
            return
        frame.has_cut_amount = True
        self.report(
            "flow-comma",
            frame.key_place,
            f"“{frame.key}” ในวงเล็บ {{ }} ไม่มีค่า มักเกิดจากจำนวนเงินที่มีจุลภาค",
            'ครอบจำนวนเงินด้วยเครื่องหมายคำพูด เช่น {2566: "200,000"} หรือเขียน 200000',
        )

    def _key(self, frame: _Frame, key: str, place: tuple[int, int]) -> None:
        name = to_arabic(key)  # ๒๕๖๖ and 2566 are one year
        if name in frame.seen:
            first = Where(self.shown, *frame.seen[name])
            self.report(
                "duplicate-key",
                place,
                f"คีย์ “{key}” ซ้ำกับบรรทัด {first.line}",
                "ลบคีย์หนึ่งออก หรือรวมค่าไว้ที่คีย์เดียว",
                related=(first,),
            )
        else:
            frame.seen[name] = place
            self.keys[(*frame.path, key)] = place
        frame.key, frame.key_place = key, place

    def _open(self, value: Any, place: tuple[int, int], *, is_flow: bool) -> None:
        if self._stack and isinstance(self._stack[-1].value, dict) and self._stack[-1].key is None:
            self.refuse(place, "คีย์ต้องเป็นข้อความบรรทัดเดียว", "ครอบข้อความที่ขึ้นต้นด้วย [ หรือ { ด้วยเครื่องหมายคำพูด")
        path = self._attach(value, place)
        self._stack.append(_Frame(value, path, is_flow=is_flow))

    def _attach(self, value: Any, place: tuple[int, int]) -> DataPath:
        if len(self.places) >= MAX_VALUES:
            self.refuse(place, f"ไฟล์มีข้อมูลเกิน {MAX_VALUES:,} ค่า", "แบ่งข้อมูลเป็นหลายไฟล์")
        if not self._stack:
            self.root = value
            self.places[()] = place
            return ()
        frame = self._stack[-1]
        path = frame.next_path()
        if isinstance(frame.value, list):
            frame.value.append(value)
        else:
            frame.value[frame.key] = value
            frame.key = None
        self.places[path] = place
        return path


def is_empty_value(event: yaml.ScalarEvent) -> bool:
    """Tell whether a value is not given: nothing, or what other programs write for nothing (null, ~)."""
    is_plain = event.implicit[0]
    return event.value == "" or (is_plain and event.value in _NULLS)


def _explain(error: yaml.YAMLError, shown: str, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "")
    message, fix = _SYNTAX.get(said, ("รูปแบบ YAML ไม่ถูกต้อง", "ตรวจย่อหน้า เครื่องหมาย : - และเครื่องหมายคำพูดของบรรทัดนี้"))
    context = getattr(error, "context_mark", None)
    if mark is None:
        # The reader's error; its position counts bytes, so the character is looked up.
        position = max(text.find(chr(getattr(error, "character", 0))), 0)
        where = Where(shown, text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))
        return Problem(where, "yaml-syntax", Severity.ERROR, message, fix)
    line, column = mark.line, mark.column
    if context and context.line < line and said in _TOLD_AT_START:
        line, column = context.line, context.column
    if said == "exceeded maximum nesting depth":  # libyaml's own limit, met before an event tells the depth
        return Problem(Where(shown, line + 1, column + 1), "yaml-limits", Severity.ERROR, *_TOO_DEEP)
    lines = text.split("\n")
    for number in (line, line - 1):
        if 0 <= number < len(lines) and (found := _TAB.match(lines[number])):
            message, fix = "ย่อหน้าด้วยแท็บหรือเว้นวรรคพิเศษ", "ลบที่ว่างหน้าบรรทัด แล้วย่อหน้าใหม่ด้วยเว้นวรรคธรรมดา"
            return Problem(Where(shown, number + 1, found.end()), "yaml-syntax", Severity.ERROR, message, fix)
    before = lines[line][:column].strip() if line < len(lines) else ""
    if said == "did not find expected key" and before:
        message = "มีข้อความต่อท้ายเครื่องหมายคำพูดหรือวงเล็บที่ปิดแล้ว"
        fix = "ครอบทั้งค่าด้วยเครื่องหมายคำพูดอีกชนิดหนึ่ง เช่น '\"โครงการ\" อบรม'"
    elif said == "mapping values are not allowed in this context":
        forgotten = _find_forgotten_colon(lines, line)
        if forgotten is not None:
            return Problem(
                Where(shown, *forgotten.place), "yaml-syntax", Severity.ERROR, forgotten.message, forgotten.fix
            )
        message, fix = _explain_colon(before)
    return Problem(Where(shown, line + 1, column + 1), "yaml-syntax", Severity.ERROR, message, fix)


class _Forgotten(NamedTuple):
    place: tuple[int, int]
    message: str
    fix: str


def _find_forgotten_colon(lines: Sequence[str], number: int) -> _Forgotten | None:
    """Return the key without a colon, or without a space behind it, that swallowed the lines up to this one.

    Args:
        lines: The file.
        number: Index of the line where libyaml met a colon that it did not expect.
    """
    for index in range(number - 1, max(number - 20, -1), -1):
        text = lines[index]
        if not text.strip():
            continue
        match = _BARE_KEY.match(text)
        if match:
            key, mark, value = match["key"], match["mark"], match["value"].strip()
            message = f"หลังคีย์ “{key}” " + (f"ต้องเป็น : แล้วเว้นวรรค แต่พบ “{mark}”" if mark else "ไม่มีเครื่องหมาย :")
            return _Forgotten((index + 1, match.start("key") + 1), message, f"เขียนเป็น {key}: {value[:40]}".rstrip())
        if ": " in text or text.rstrip().endswith(":"):
            return None
    return None


def _explain_colon(before: str) -> tuple[str, str]:
    """Say what a second colon means: inside a value, or after a key that the line before has swallowed."""
    if ": " in before:
        return "ค่าในบรรทัดนี้มี “: ” อยู่ข้างใน", 'ครอบทั้งค่าด้วยเครื่องหมายคำพูด "…"'
    return (
        "บรรทัดนี้ย่อหน้าลึกเกินไป จึงถูกอ่านเป็นค่าของบรรทัดก่อนหน้า",
        "จัดย่อหน้าให้ตรงกับคีย์ในชุดเดียวกัน และตรวจว่าบรรทัดก่อนหน้าเว้นวรรคหลัง - และ : แล้ว",
    )
