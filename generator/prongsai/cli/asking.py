"""Asking on a terminal for what an option did not say; where nobody can answer, which option is missing."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click
from pydantic import TypeAdapter, ValidationError

from prongsai.exceptions import ProngsaiError
from prongsai.records.base import Line
from prongsai.thai.dates import ThaiDateError, parse_thai_date

# Tells what is wrong with an answer, in Thai; empty for nothing.
Check = Callable[[str], str]
_ANSWERS = {"ใช่": True, "y": True, "yes": True, "ไม่": False, "ไม่ใช่": False, "n": False, "no": False}
_LINE = TypeAdapter(Line)


def ask(
    given: str | None,
    question: str,
    option: str,
    *,
    check: Check = lambda _: "",
    default: str = "",
    suggestion: str = "",
) -> str:
    """Return what an option says, or the answer to a question; asked again until it can be so.

    Args:
        given: What the option says; None where it is not there.
        question: In Thai, without a mark behind it.
        option: The option's name, for who is not at a terminal.
        check: Finds what is wrong with an answer.
        default: The answer of who answers nothing, and where nobody can be asked.
        suggestion: The answer of who answers nothing; where nobody can be asked, the option is needed.

    Raises:
        ProngsaiError: The option says what cannot be so, or is missing where nobody can be asked.
    """
    if given is not None:
        if fault := check_line(given) or check(given.strip()):
            raise ProngsaiError(f"{option} “{given}”: {fault}")
        return given.strip()
    if not sys.stdin.isatty():
        if default and not check(default):
            return default
        raise ProngsaiError(f"ไม่รู้{question} วิธีแก้: ระบุด้วย {option}")
    while True:
        answer = _prompt(question, default or suggestion)
        if fault := check_line(answer) or check(answer):
            click.echo(f"  {fault}")
        else:
            return answer


def confirm(question: str) -> bool:
    """Return whether somebody at a terminal agrees; no where nobody can be asked.

    Raises:
        ProngsaiError: The question was left without an answer.
    """
    if not sys.stdin.isatty():
        return False
    while (answer := _prompt(f"{question} (ใช่/ไม่)", "ไม่").lower()) not in _ANSWERS:
        click.echo("  ตอบ ใช่ หรือ ไม่")
    return _ANSWERS[answer]


def _prompt(question: str, default: str) -> str:
    try:
        answer: str = click.prompt(question, default=default or None, type=str)
    except click.Abort:
        raise ProngsaiError("ยกเลิกแล้ว ไม่มีอะไรถูกบันทึก") from None
    return answer.strip()


def check_line(text: str) -> str:
    """Tell what is wrong with a text that must be there, on one line, without characters that nobody sees."""
    if not text.strip():
        return "ว่างไม่ได้"
    try:
        _LINE.validate_python(text)
    except ValidationError as error:
        return str(error.errors()[0]["ctx"]["message"])
    return ""


def check_date(text: str) -> str:
    """Tell what is wrong with a date."""
    try:
        parse_thai_date(text)
    except ThaiDateError as error:
        return f"{error} เขียนแบบ 19 ตุลาคม 2566"
    return ""
