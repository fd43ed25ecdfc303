"""YAML files as clerks write them, for Hypothesis: indented or not, in brackets, in quotes, with comments, on Windows."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import strategies as st

COMMENT = re.compile(r"# หมายเหตุ [0-9]+: \[ก")
REMARK = "# ท้ายบรรทัด"
_BAD_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<~\s.]")
WORDS = st.sampled_from(
    ["ก", "ข้อ ๑", "2566", "๒๕๖๗", "200,000", "ไม่มี", "a:b", "http://x/?y", "ก#ข", "“ค”", "ง ๆ จ", "yes"]
)
LONG = st.lists(st.sampled_from(["ยาว", "มาก", "โครงการ", "และ", "(พ.ศ.", "๒๕๗๐)"]), min_size=20, max_size=60).map(
    " ".join
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
TEXTS = (
    WORDS
    | LONG
    | ANY
    | st.just("ย่อหน้าแรก\n\nย่อหน้าสอง")
    | st.sampled_from(['"', "'", "#", "- ก", "ก: ข", "ก #ข", "ก:", "", "ก\n"])
)
KEYS = st.sampled_from(["years", "๒๕๖๖", "2567", "ชื่อ", "มี เว้น", "1.1", "a", "b", "c"])
TREES = st.recursive(
    TEXTS,
    lambda children: st.lists(children, max_size=4) | st.dictionaries(KEYS, children, max_size=4),
    max_leaves=14,
)
RECORDS = st.dictionaries(KEYS, TREES, min_size=1, max_size=5)


class Clerk:
    """Writes data as YAML, each time in another way."""

    def __init__(self, draw: st.DrawFn) -> None:
        """Keep what chooses."""
        self.draw = draw
        self._comments = 0

    def choose(self, *ways: str) -> str:
        """Return one of the ways to write something."""
        return self.draw(st.sampled_from(ways))

    def write_file(self, data: dict[str, Any]) -> str:
        """Return a whole file."""
        lines = [*self.write_gap(0), *self.write_entries(data, 0)]
        end = self.choose("\n", "\r\n")
        start = self.choose("", "", "---" + end, "\ufeff")
        return start + end.join(lines) + self.choose(end, end, "", end + end)

    def write_gap(self, indent: int) -> list[str]:
        """Return blank lines and comments between values."""
        way = self.choose("", "", "", "blank", "comment", "both")
        lines = [""] if way in {"blank", "both"} else []
        if way in {"comment", "both"}:
            self._comments += 1
            lines.append(" " * indent + f"# หมายเหตุ {self._comments}: [ก")
        return lines

    def write_entries(self, data: Any, indent: int) -> list[str]:
        """Return a list or mapping as a block."""
        if not data:
            return [" " * indent + ("{}" if isinstance(data, dict) else "[ ]")]
        pairs = data.items() if isinstance(data, dict) else [(None, item) for item in data]
        lines: list[str] = []
        for key, value in pairs:
            lines += self.write_gap(indent) if lines else []
            lines += self.write_entry(key, value, indent)
        return lines

    def write_entry(self, key: str | None, value: Any, indent: int) -> list[str]:
        """Return one item, or one key with its value."""
        sign = " " * indent + ("-" if key is None else self.write_key(key))
        remark = self.choose("", "", f" {REMARK}", "   ")
        if isinstance(value, str):
            first, *rest = self.write_text(value, indent)
            remark = remark if remark != "   " and (not rest or first[:1] in {"|", ">"}) else ""
            return [f"{sign} {first}{remark}" if first else sign + remark, *rest]
        if not value or self.choose("block", "block", "flow") == "flow":
            return [f"{sign} {self.write_flow(value)}{remark}"]
        step = int(self.choose("2", "2", "4", "0" if key is not None and isinstance(value, list) else "2"))
        if key is None and not remark and self.choose("compact", "below") == "compact":
            first, *rest = self.write_entries(value, indent + 2)
            return [f"{sign} {first.strip(' ')}", *rest]
        return [sign + remark, *self.write_gap(indent + step), *self.write_entries(value, indent + (step or 0))]

    def write_key(self, key: str) -> str:
        """Return a key with its colon."""
        return self.choose(f"{key}:", f"{key}:", f'"{key}":', f"'{key}' :")

    def write_flow(self, value: Any) -> str:
        """Return data between brackets."""
        if isinstance(value, str):
            can_be_plain = re.fullmatch(r"[ก-๙0-9a-z]+", value)
            return self.choose(value, self.write_quoted(value)) if can_be_plain else self.write_quoted(value)
        comma = self.choose(",", ", ", ",  ")
        last = self.choose("", "", ",") if value else ""
        if isinstance(value, dict):
            pairs = (
                f"{self.choose(key, json.dumps(key, ensure_ascii=False))}: {self.write_flow(item)}"
                for key, item in value.items()
            )
            return "{" + comma.join(pairs) + last + "}"
        return "[" + comma.join(self.write_flow(item) for item in value) + last + "]"

    def write_quoted(self, text: str) -> str:
        """Return a text in quotes."""
        double = '"' + re.sub(r"[^ -!#-\[\]-~ก-๙]", _escape, text) + '"'
        return self.choose("'" + text.replace("'", "''") + "'", double) if re.fullmatch(r"[ -~ก-๙]*", text) else double

    def write_text(self, text: str, indent: int) -> list[str]:
        """Return a text behind a key or dash: plain, quoted, in a block, over several lines."""
        ways = ["quoted"]
        lines = text.split("\n")
        if not text:
            return [self.choose("", "", "''")]
        is_tame = re.fullmatch(r"[ -~ก-๙“”\n]*", text) and text == text.strip(" \n") and "\n\n\n" not in text
        if is_tame and len(lines) == 1 and not _BAD_START.match(text) and not re.search(r": |:$| #", text):
            ways += ["plain", "plain", "plain", "long"] if " " in text else ["plain", "plain"]
        if is_tame and not any(line[:1] == " " or line[-1:] == " " for line in lines):
            ways += ["|", "|"] if len(lines) > 1 else ["|", ">", ">"]
        way = self.choose(*ways)
        inner = " " * (indent + int(self.choose("2", "2", "1", "4")))
        if way == "plain":
            return [text]
        if way == "quoted":
            return [self.write_quoted(text)]
        first, *rest = lines
        if way in {">", "long"} and len(lines) == 1:
            first, *rest = self.cut(text)
        if way == "long":
            return [first, *(inner + line for line in rest)]
        blank = [""] * int(self.choose("0", "0", "1"))
        return [
            way + self.choose("-", "-", ""),
            *(inner + line if line else "" for line in lines if way == "|"),
            *(inner + line for line in [first, *rest] if way == ">"),
            *blank,
        ]

    def cut(self, text: str) -> list[str]:
        """Return a text over lines that a reader joins again."""
        words = re.split(r"(?<=\S) (?=[^\s#])", text)
        size = int(self.choose("1", "3", "9"))
        return [" ".join(words[start : start + size]) for start in range(0, len(words), size)]


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\U{code:08x}"


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return whole files."""
    return Clerk(draw).write_file(draw(RECORDS))
