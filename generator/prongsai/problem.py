"""What the checks report: a problem in the data, with its place and its fix."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How serious a problem is."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def label(self) -> str:
        """The Thai word shown to web staff."""
        return {"error": "ข้อผิดพลาด", "warning": "คำเตือน", "advice": "คำแนะนำ"}[self.value]


class Where(Struct, frozen=True, order=True):
    """A place in a file; line and column count from 1, 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


class Problem(Struct, frozen=True):
    """One thing that is wrong in the data.

    Attributes:
        where: The place to mend.
        rule: Id of the rule that found it.
        severity: Errors stop the build, warnings stop it under ``--strict``.
        message: Thai sentence: what is wrong, with the values found.
        fix: Thai sentence: the one action that mends it.
        related: Other places involved.
        kind: What sort of thing was found, where one rule finds several sorts that must be silenced one by one.
    """

    where: Where
    rule: str
    severity: Severity
    message: str
    fix: str
    related: tuple[Where, ...] = ()
    kind: str = ""


class Silenced(Struct, frozen=True):
    """A problem that the record keepers know of and leave as it is, with their reason."""

    problem: Problem
    reason: str
