"""A setting that would publish an unsafe or broken site, and its place."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from prongsai.problem import Where


class Refusal(Struct, frozen=True):
    """One setting that stops the build.

    Attributes:
        setting: The key in ``mkdocs.yml``, the name of an environment variable or an option of the command.
        message: Thai sentence: what is wrong, with the value found.
        fix: Thai sentence: the one action that mends it.
    """

    setting: str
    message: str
    fix: str


def find_place(settings_file: Path, refusal: Refusal) -> Where:
    """Return where a setting stands in ``mkdocs.yml``; the file as a whole where it is not in it."""
    key, _, inner = refusal.setting.partition(".")
    try:
        lines = settings_file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return Where(settings_file.name)
    starts = [number for number, line in enumerate(lines) if re.match(rf"{re.escape(key)}\s*:", line)]
    if not starts:
        return Where(settings_file.name)
    for number, line in enumerate(lines[starts[0] + 1 :], starts[0] + 1):
        if line[:1] not in {" ", "\t", "#", "-", ""}:
            break
        if inner and (found := re.match(rf"[\s-]*{re.escape(inner)}\s*:", line)):
            return Where(settings_file.name, number + 1, len(found[0]) - len(found[0].lstrip(" -")) + 1)
    return Where(settings_file.name, starts[0] + 1, 1)
