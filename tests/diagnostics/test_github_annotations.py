"""Problems as workflow commands of GitHub."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.diagnostics.github import format_annotation
from prongsai.problem import Problem, Severity, Where

WHERE = Where("plans/maesai/plan.yml", 12, 5)
# How GitHub's runner reads a command and its escapes.
COMMAND = (
    r"::(?P<level>\w+) file=(?P<file>[^,:]*),line=(?P<line>\d+),col=(?P<col>\d+),title=(?P<title>[^,:]*)::(?P<text>.*)"
)


def make_problem(*, where: Where = WHERE, message: str = "ไม่มีภารกิจ 2.5", fix: str = "แก้เลขภารกิจ") -> Problem:
    """Return a problem with one thing changed."""
    return Problem(where, "unknown-mission", Severity.ERROR, message, fix)


def unescape(text: str) -> str:
    """Turn the escapes of a command back into characters, as GitHub does."""
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def test_annotation() -> None:
    """File, line, column and rule are properties; message and fix are the text."""
    assert format_annotation(make_problem()) == (
        "::error file=plans/maesai/plan.yml,line=12,col=5,title=unknown-mission::ไม่มีภารกิจ 2.5%0Aวิธีแก้: แก้เลขภารกิจ"
    )


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "notice")],
    ids=["error", "warning", "advice"],
)
def test_level(severity: Severity, level: str) -> None:
    """Each severity has GitHub's own word."""
    problem = Problem(WHERE, "rule", severity, "ข้อความ", "แก้")

    assert format_annotation(problem).startswith(f"::{level} file=")


def test_problem_of_a_whole_file_is_shown_at_its_start() -> None:
    """GitHub knows no line 0."""
    assert "file=plans/maesai,line=1,col=1," in format_annotation(make_problem(where=Where("plans/maesai")))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("บรรทัดหนึ่ง\nบรรทัดสอง", "บรรทัดหนึ่ง%0Aบรรทัดสอง"),
        ("ก\r\n::error::ข", "ก%0D%0A::error::ข"),
        ("ร้อยละ 50%", "ร้อยละ 50%25"),
        ("%0A::error::ก", "%250A::error::ก"),
        ("1,000 บาท: มาก", "1,000 บาท: มาก"),
    ],
    ids=["newline", "command-on-a-new-line", "percent", "escape-typed-out", "comma-and-colon"],
)
def test_message_cannot_end_the_line(text: str, escaped: str) -> None:
    """What YAML says stays inside the text of the command."""
    annotation = format_annotation(make_problem(message=text))

    assert annotation.endswith(f"title=unknown-mission::{escaped}%0Aวิธีแก้: แก้เลขภารกิจ")


def test_fix_cannot_end_the_line() -> None:
    """The fix may quote a value too."""
    assert format_annotation(make_problem(fix="ลบ\n100%")).endswith("%0Aวิธีแก้: ลบ%0A100%25")


@pytest.mark.parametrize(
    ("path", "escaped"),
    [
        ("plans/ก,line=1.yml", "plans/ก%2Cline=1.yml"),
        ("plans/ก::ข.yml", "plans/ก%3A%3Aข.yml"),
        ("plans/ก\nข%.yml", "plans/ก%0Aข%25.yml"),
    ],
    ids=["comma", "colons", "newline-and-percent"],
)
def test_path_cannot_end_its_property(path: str, escaped: str) -> None:
    """A file's name cannot set other properties or begin the text."""
    annotation = format_annotation(make_problem(where=Where(path, 2, 3)))

    assert annotation.startswith(f"::error file={escaped},line=2,col=3,title=unknown-mission::")


@given(message=st.text(), fix=st.text(), path=st.text())
def test_any_problem_arrives_as_it_is(message: str, fix: str, path: str) -> None:
    """GitHub reads back one command with just this path and this text."""
    annotation = format_annotation(make_problem(where=Where(path, 2, 3), message=message, fix=fix))

    [line] = re.split("[\r\n]", annotation)
    match = re.fullmatch(COMMAND, line, re.DOTALL)
    assert match is not None
    assert unescape(match["file"]) == path
    assert unescape(match["text"]) == f"{message}\nวิธีแก้: {fix}"
