"""Prints the detail cards of the made-up plan, each third of them by another hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from office_blocks import Paragraph, Piece, Place
from office_lines import line, say
from prongsai.records.frameworks import find_framework
from prongsai.thai.digits import to_thai
from prongsai.thai.money_words import format_baht_words

# Headings as different hands type them; the card's place in the plan chooses.
_RATIONALE = ("2. หลักการและเหตุผล", "2. หลักการและเหตุผล/ที่มาของโครงการ", "๒. หลักการและเหตุผล")
_STEPS = ("5. วิธีดำเนินการ", "5. วิธีการดำเนินงาน", "๕. วิธีดำเนินการ")
_PERIOD = ("6. ระยะเวลาดำเนินการ", "6. ระยะเวลาการดำเนินงาน", "๖. ระยะเวลาดำเนินการ")
_BUDGET = ("7. งบประมาณดำเนินการ", "7. งบประมาณที่ใช้ในการดำเนินการ", "๗. งบประมาณดำเนินการ")
_UNITS = ("8. ผู้รับผิดชอบโครงการ", "8. ผู้รับผิดชอบ", "๘. ผู้รับผิดชอบโครงการ")
_NO_BUDGET = ("ไม่ใช้งบประมาณ", "ไม่ใช้งบประมาณดำเนินการ", "ไม่ได้ใช้งบประมาณดำเนินการ")
_MARKS = ("{0})", "({0})", "{0}.")


def mission_places(data: dict[str, Any], code: str) -> tuple[Place, ...]:
    """Return the places that a mission's code tells: all projects under it."""
    return tuple(
        Place("project", str(number), ("mission",), code)
        for number, project in enumerate(data["projects"], 1)
        if project["mission"] == code or project["mission"].startswith(f"{code}.")
    )


def print_cards(data: dict[str, Any]) -> list[Paragraph]:
    """Return all cards, under headings of dimensions and missions that are not repeated on each."""
    framework = find_framework("2566-2570")
    assert framework is not None
    lines: list[Paragraph] = []
    seen: set[str] = set()
    for number, project in enumerate(data["projects"], 1):
        parts = project["mission"].split(".")
        for depth in range(1, len(parts) + 1):
            code = ".".join(parts[:depth])
            if code in seen:
                continue
            seen.add(code)
            if depth == 1:
                title = say(framework.dimensions[int(code)], Place("plan", "", ("dimensions", code), optional=True))
                lines.append(line(f"มิติที่ {code} ", title, style="heading"))
            elif depth == 2:
                title = say(framework.missions[code], Place("plan", "", ("missions", code), optional=True))
                lines.append(line(say(code, *mission_places(data, code)), " ", title, style="heading"))
            else:
                title = say(data["missions"][code], Place("plan", "", ("missions", code)))
                lines.append(line(say(code, *mission_places(data, code)), " ", title, style="heading"))
        lines += _print_card(project, number)
    return lines


def _print_card(project: dict[str, Any], number: int) -> list[Paragraph]:
    of = card = str(number)
    style = (number - 1) % 3
    mark = _MARKS[style]
    digits = to_thai if style == 2 else str

    def place(*path: str | int, **more: Any) -> Place:
        return Place("project", of, path, **more)

    def head(text: str) -> Paragraph:
        return line(text, style="heading", card=card)

    lines = [line("ลำดับที่ ", say(of, place("number", value=of)), style="heading break", card=card)]
    name = say(project["name"], place("card_name", value=project["name"], optional=True))
    start = ("1. ชื่อโครงการ : ", "1. ชื่อโครงการ: ", "๑. ชื่อโครงการ/กิจกรรม/มาตรการ : ")[style]
    lines += [line(start, name, style="heading", card=card), head(_RATIONALE[style])]
    lines += [line(say(text, place("rationale", n)), card=card) for n, text in enumerate(project["rationale"])]
    lines.append(head(digits("3. วัตถุประสงค์")))
    several = len(project["objectives"]) > 1
    lines += [
        line(say(text, place("objectives", n)), number=digits(mark.format(n + 1)) if several else "", card=card)
        for n, text in enumerate(project["objectives"])
    ]
    lines.append(head(digits("4. กลุ่มเป้าหมาย")))
    for n, group in enumerate(project["groups"]):
        text, count = group["text"], group.get("count")
        whole = f"{text} จำนวน {count} คน" if count else text
        group_text = say(text, place("target_groups", n, "text", readings=(digits(whole),)))
        pieces: list[Piece | str] = [group_text]
        if count:
            amount = say(digits(str(count)), place("target_groups", n, "count", value=str(count)))
            pieces += [" จำนวน ", amount, " คน"]
        lines.append(line(*pieces, card=card))
    lines += [head(_STEPS[style]), *_print_steps(project["steps"], of, (), "", style)]
    lines += [head(_PERIOD[style]), line(say(project["period"], place("period")), card=card), head(_BUDGET[style])]
    lines.append(_print_budget(project["budget"], of, style))
    lines.append(head(_UNITS[style]))
    lines += [line(say(text, place("responsible_units", n)), card=card) for n, text in enumerate(project["units"])]
    lines.append(head(digits("9. ผลผลิต/ผลลัพธ์")))
    for title, key in (("ผลผลิต", "outputs"), ("ผลลัพธ์", "outcomes")):
        lines.append(head(title))
        for n, item in enumerate(project[key]):
            lines.append(_print_result(item, of, (key, n), digits(mark.format(n + 1)) if len(project[key]) > 1 else ""))
    return lines


def _print_result(item: str | dict[str, str], of: str, path: tuple[str | int, ...], number: str) -> Paragraph:
    if isinstance(item, str):
        return line(say(item, Place("project", of, (*path, "text"))), number=number, card=of)
    whole = f"{item['text']} ({item['measure']})"
    text = say(item["text"], Place("project", of, (*path, "text"), readings=(whole,)))
    measure = say(item["measure"], Place("project", of, (*path, "measure"), optional=True))
    return line(text, " (", measure, ")", number=number, card=of)


def _print_steps(steps: list[Any], of: str, path: tuple[str | int, ...], outer: str, style: int) -> list[Paragraph]:
    lines: list[Paragraph] = []
    level = len(path) // 2
    for n, step in enumerate(steps):
        text, below = (step, []) if isinstance(step, str) else step
        where = (*path, "steps", n)
        # A step below a step is numbered by both: 2.1), and with the third hand by a dash.
        count = f"{outer}{n + 1}"
        number = (_MARKS[style] if not outer else "{0})").format(count)
        number = to_thai(number) if style == 2 else number
        number = "-" if style == 2 and level == 1 else number
        lines.append(line(say(text, Place("project", of, (*where, "text"))), number=number, level=level, card=of))
        lines += _print_steps(below, of, where, f"{count}.", style)
    return lines


def _print_budget(amount: int, of: str, style: int) -> Paragraph:
    place = Place("project", of, ("budget",), str(amount))
    if not amount:
        return line(say(_NO_BUDGET[style], place), card=of)
    words = say(format_baht_words(Decimal(amount)), Place("project", of, ("budget_words",)))
    printed = (f"{amount:,}.-", f"{amount:,}.00", to_thai(f"{amount:,}.-"))[style]
    return line("จำนวน ", say(printed, place), " บาท (", words, ")", card=of)
