"""Plain data as YAML: plain where the text allows it, else in quotes, long texts and paragraphs as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

STEP = 2
WIDTH = 120  # characters; Thai vowels and tone marks above and below take no room on the screen

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# Signs that YAML reads something into at the start of a text, and words that other readers take for nothing.
_NOT_PLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<~]|\.\.\.|(?i:null)\Z|.*(?::(?:\s|\Z)|\s#)")
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}:?]")
# Where a line may be broken: a line that begins with a space would keep its break.
_FOLD = re.compile(r"(?<=\S) (?=\S)")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}

Rendered = tuple[str, list[str]]


def render_entry(key: str | None, value: Any, column: int) -> list[str]:
    """Return the lines of one item, or of one key with its value; the first line is not indented yet.

    Args:
        key: The key; None for an item of a list.
        value: Plain data.
        column: How far the dash or the key is indented.
    """
    head, tail = render_block(value, column, is_item=key is None)
    sign = "-" if key is None else f"{render_text(key, is_flow=True)}:"
    return [f"{sign} {head}" if head else sign, *tail]


def render_block(
    value: Any, column: int, *, is_item: bool, style: str = "", inner: int | None = None, old: Sequence[str] = ()
) -> Rendered:
    """Return what stands behind a dash or colon, and the lines below it.

    Args:
        value: Plain data.
        column: How far the dash or key is indented.
        is_item: Whether it stands behind a dash, where a list or mapping begins on the same line.
        style: How the text was written that this one replaces.
        inner: How far a list or mapping is indented; two more than ``column`` by default.
        old: The lines of the block of text that this one replaces.
    """
    inner = column + STEP if inner is None else inner
    if isinstance(value, str):
        return _render_block_text(value, inner, style, old)
    if not value:
        return render_flow(value), []
    pairs: Iterable[tuple[str | None, Any]] = (
        value.items() if isinstance(value, dict) else [(None, item) for item in value]
    )
    lines = []
    for key, item in pairs:
        first, *rest = render_entry(key, item, inner)
        lines += [" " * inner + first, *rest]
    return (lines[0].lstrip(" "), lines[1:]) if is_item else ("", lines)


def render_flow(value: Any, style: str = "") -> str:
    """Return plain data on one line, lists and mappings between brackets."""
    if isinstance(value, str):
        return render_text(value, style, is_flow=True)
    if isinstance(value, dict):
        return "{" + ", ".join(render_pair(key, item) for key, item in value.items()) + "}"
    return "[" + ", ".join(map(render_flow, value)) + "]"


def render_pair(key: str | None, value: Any) -> str:
    """Return one item, or one key with its value, as it stands between brackets."""
    return render_flow(value) if key is None else f"{render_text(key, is_flow=True)}: {render_flow(value)}"


def render_text(text: str, style: str = "", *, is_flow: bool = False) -> str:
    """Return a text on one line, in the quotes that it had where they fit."""
    is_seen = not _UNSEEN.search(text)
    if style not in {"'", '"'} and is_seen and _is_plain(text, is_flow=is_flow):
        return text
    if is_seen and (style == "'" or (style != '"' and re.search(r"[\"\\]", text) and "'" not in text)):
        return "'" + text.replace("'", "''") + "'"
    return '"' + re.sub(rf'{_UNSEEN.pattern}|[\\"]', _escape, text) + '"'


def _is_plain(text: str, *, is_flow: bool) -> bool:
    if not text or text != text.strip() or _NOT_PLAIN.match(text):
        return False
    return not (is_flow and _NOT_PLAIN_IN_FLOW.search(text))


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04x}"


def _render_block_text(text: str, indent: int, style: str, old: Sequence[str]) -> Rendered:
    lines = text.split("\n")
    if text and all(line == line.rstrip() and not _UNSEEN.search(line) for line in lines):
        begins = lines[0] == lines[0].lstrip() != "" and lines[-1] != ""
        if begins and (style == "|" or len(lines) > 1):
            return "|-", [" " * indent + line if line else "" for line in lines]
        if begins and (style in {"|", ">"} or (not style and len(text) > WIDTH and _FOLD.search(text))):
            return ">-", [" " * indent + line for line in _fold(text, old)]
    return render_text(text, style), []


def _fold(text: str, old: Sequence[str]) -> list[str]:
    """Return the text cut into lines that a reader joins with spaces; lines at either end that did not change stay."""
    first = _count_kept(text, old)
    text = text[sum(len(line) + 1 for line in old[:first]) :]
    last = _count_kept(text[::-1], [line[::-1] for line in old[:first:-1]])
    kept = old[len(old) - last :]
    lines: list[str] = []
    for word in _FOLD.split(text[: len(text) - sum(len(line) + 1 for line in kept)]):
        if lines and len(lines[-1]) + len(word) < WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [*old[:first], *filter(None, lines), *kept]


def _count_kept(text: str, lines: Sequence[str]) -> int:
    """Return how many of the lines a text begins with, a space and more text behind each."""
    start = 0
    for count, line in enumerate(lines):
        end = start + len(line)
        if not line or not text.startswith(f"{line} ", start) or text[end + 1].isspace():
            return count
        start = end + 1
    return len(lines)


def render_file(data: dict[str, Any], comments: Sequence[str] = ()) -> str:
    """Return the text of a new file.

    Args:
        data: Plain data.
        comments: Lines above it, without their sign.
    """
    lines = [f"# {comment}" for comment in comments]
    for key, value in data.items():
        lines += render_entry(key, value, 0)
    return "\n".join([*lines, ""])
