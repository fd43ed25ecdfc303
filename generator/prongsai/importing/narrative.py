"""The narrative report: under each project what was done, what came of it, and its money."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.importing.ledger import Ledger, RecordRef
from prongsai.importing.listed import take_list, take_steps
from prongsai.importing.lists import read_items
from prongsai.importing.reading_values import AMOUNT, NO_BUDGET, find_amounts, read_number
from prongsai.importing.source import Part, Passage
from prongsai.importing.statuses import find_status
from prongsai.importing.wording import loose
from prongsai.reading.marks import find_mark
from prongsai.thai.digits import to_arabic

# What stands under a project, in the words that offices use; the first that fits a line's beginning.
_LABELS: dict[str, str] = {
    "planned": "งบประมาณ(?:ที่ตั้งไว้|ตามแผน|ที่ได้รับ(?:จัดสรร)?|โครงการ|ที่ได้รับอนุมัติ|ดำเนินการ)",
    "disbursed": "(?:งบประมาณ)?(?:ที่|ผลการ|การ)?(?:เบิกจ่าย|ใช้จ่าย|ใช้(?:ไป|จริง)?)(?:งบประมาณ|จริง)?(?:แล้ว|จริง|ไป)?",
    "ordinance": "งบประมาณตาม(?:ข้อบัญญัติ|เทศบัญญัติ)[^\\s:]{0,40}",
    "outcomes": "(?:ผลลัพธ์|ผลสัมฤทธิ์)(?:/(?:ผลสัมฤทธิ์|ความสำเร็จ))?(?:ของโครงการ)?",
    "results": "(?:สรุป)?ผลการดำเนิน(?:การ|งาน)(?:โครงการ)?",
    "steps": "(?:การ|วิธี(?:การ)?|ขั้นตอน(?:การ)?)ดำเนิน(?:งาน|การ)(?:โครงการ)?",
    "status": "สถานะ(?:การดำเนินงาน|การดำเนินการ|โครงการ)?",
    "remark": "หมายเหตุ",
}
_PATTERNS = {key: re.compile(rf"(?:{loose(pattern)})\s*(?P<colon>[:：])?\s*") for key, pattern in _LABELS.items()}
_MONEY = ("planned", "ordinance", "disbursed")
_PROJECT = re.compile('(?:โครงการ|กิจกรรม|มาตรการ|แนวทาง|แนวปฏิบัติ|[“"]|การ)')
_MAX_NAME = 300


def match_label(text: str) -> tuple[str, int, int] | None:
    """Return which label a line begins with, where its words begin, and where what it labels begins."""
    mark = find_mark(text)
    start = mark.end if mark else 0
    for key, pattern in _PATTERNS.items():
        match = pattern.match(text, start)
        if match is None:
            continue
        rest = text[match.end() :]
        is_value = key in _MONEY and re.match(rf"(?:จำนวน\s*)?(?:{AMOUNT})|{NO_BUDGET.pattern}", rest)
        is_told = key in {"results", "outcomes"} and mark is None and match[0] != match[0].rstrip()
        if not rest or match["colon"] or is_value or is_told:
            return key, start, match.end()
    return None


def find_projects(parts: Sequence[Part]) -> set[int]:
    """Return the indexes of the passages that name a project: the line before the first label of each."""
    lines = [(i, part) for i, part in enumerate(parts) if isinstance(part, Passage) and not part.is_running]
    labels = [found[0] if (found := match_label(part.text)) else "" for _, part in lines]
    firsts = [
        labels[at]
        for at in range(1, len(lines))
        if labels[at] and not labels[at - 1] and _PROJECT.match(_drop_mark(lines[at - 1][1].text))
    ]
    if len(firsts) < 2 or "results" not in labels:
        return set()
    first = max(set(firsts), key=firsts.count)
    starts: set[int] = set()
    for at in range(1, len(lines)):
        if labels[at] != first or labels[at - 1]:
            continue
        name = at - 1
        if at > 1 and not find_mark(lines[name][1].text) and not _PROJECT.match(lines[name][1].text):
            name = at - 2  # a name on two lines
        if len(lines[name][1].text) <= _MAX_NAME:
            starts.add(lines[name][0])
    return starts


def _drop_mark(text: str) -> str:
    mark = find_mark(text)
    return text[mark.end :] if mark else text


def read_project(
    passages: Sequence[Passage], ledger: Ledger, index: int, dimension: tuple[str, Passage] | None
) -> None:
    """Take what a narrative report says of one project.

    Args:
        passages: Its name, and all below it.
        ledger: Where fields are noted.
        index: The project's place in the document, from 1.
        dimension: The number of the dimension that it stands under, and where that is said.
    """
    labels = [match_label(passage.text) for passage in passages]
    first = next((at for at, label in enumerate(labels) if label), len(passages))
    names = list(passages[:first])
    mark = find_mark(names[0].text)
    printed = ""
    if mark and mark.parts:
        printed = ".".join(map(str, mark.parts))
        number, names[0] = names[0].cut(0, mark.end), names[0].cut(mark.end)
    project = RecordRef("project", printed or str(index), ledger.read(names))
    progress = RecordRef("progress", project.key, project.name)
    if mark and printed:
        shown = number.cut(number.text.rindex(mark.text))
        if len(mark.parts) == 1:
            ledger.take(project, ("number",), shown, printed)
        else:
            ledger.take(progress, ("number",), shown, mark.text)
        ledger.set_label(number)
    ledger.take(project, ("name",), names)
    if dimension:
        ledger.take(project, ("dimension",), dimension[1], dimension[0])
    groups: list[tuple[str, list[Passage]]] = []
    for passage, label in zip(passages[first:], labels[first:], strict=True):
        if label:
            key, _, value = label
            ledger.set_label(passage.cut(0, value))
            groups.append((key, [passage.cut(value)] if passage.text[value:].strip() else []))
        else:
            groups[-1][1].append(passage)
    for key, group in groups:
        _take(key, group, ledger, progress)


def _take(key: str, group: list[Passage], ledger: Ledger, progress: RecordRef) -> None:
    if key in _MONEY:
        for passage in group:
            if amounts := find_amounts(passage):
                ledger.take(progress, (key,), amounts[0], read_number(amounts[0].text))
                if len(passage.text) < 60:
                    ledger.set_label(passage)
                break
    elif key == "steps":
        take_steps(read_items(group), ledger, progress, ("steps",))
    elif key == "status":
        for passage in group:
            if found := find_status(passage.text):
                ledger.take(progress, ("status",), passage, found[0].label)
    elif key == "remark":
        ledger.take(progress, ("remark",), group)
    else:
        if key == "results":
            _take_told_status(group, ledger, progress)
        take_list(group, ledger, progress, (key,))


def _take_told_status(group: list[Passage], ledger: Ledger, progress: RecordRef) -> None:
    """A result that begins with the status itself tells it; what else a sentence says stays a sentence."""
    for passage in group:
        text = to_arabic(passage.text)
        found = find_status(text)
        if found and found[1][0] < 8:
            ledger.take(progress, ("status",), passage, found[0].label, "สถานะนี้อ่านจากข้อความผลการดำเนินการ")
            return
