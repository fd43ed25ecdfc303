"""One escape for all text that comes from YAML: safe in Markdown, in HTML text and in HTML attributes alike.

Every character with a meaning in Python-Markdown or HTML becomes a character reference, which both show as typed.
Characters that matter at the start of a line only (lists, headings, definition lists) are referenced there only, so
that the generated Markdown stays readable.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_REFERENCES = {character: f"&#{ord(character)};" for character in "`*_{}[]#|\\~^!$"}
_REFERENCES |= {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": "<br>"}
# Most texts hold none of these; looking first is far quicker than translating Thai text character by character.
_SPECIAL = re.compile("[" + re.escape("".join(_REFERENCES)) + "]")
# \d holds Thai digits too, and Python-Markdown takes "๑. " for a numbered list.
_LIST_NUMBER = re.compile(r"(\s*\d+)([.)])(?=\s|$)")
_LINE_START = re.compile(r"\s*[-+=:]")


def escape_text(text: str) -> Markup:
    """Return the text so that a reader of the page sees it exactly as it was typed; a newline becomes ``<br>``."""
    escaped = _SPECIAL.sub(lambda match: _REFERENCES[match[0]], text)
    number = _LIST_NUMBER.match(escaped)
    if number:
        escaped = f"{number[1]}&#{ord(number[2])};{escaped[number.end() :]}"
    elif _LINE_START.match(escaped):
        indent = len(escaped) - len(escaped.lstrip())
        escaped = f"{escaped[:indent]}&#{ord(escaped[indent])};{escaped[indent + 1 :]}"
    return Markup(escaped)  # noqa: S704 - this is the place where text becomes safe
