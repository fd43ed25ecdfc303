"""What is outstanding on a day: reports that are not there, projects that were not done when their year ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from prongsai.figures.duties import compute_round_due, compute_round_end, is_covered, is_due_set, list_begun_rounds
from prongsai.figures.round_results import ProjectResult, RoundResults
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.progress import Round, Status


class MissingRound(Struct, frozen=True):
    """A round without a report after its last day, and how many days after.

    Attributes:
        is_due_set: The LAO itself set the days; else its last day is assumed.
        is_covered: A round of six months whose year's report, which tells of the whole year, is there.
    """

    key: RoundKey
    due: dt.date
    days: int
    is_due_set: bool
    is_covered: bool

    @property
    def is_late(self) -> bool:
        """Tell whether it may be called late: on a day that the LAO set, and nothing else tells of the round."""
        return self.is_due_set and not self.is_covered


def compute_missing_rounds(dossier: Dossier, today: dt.date) -> tuple[MissingRound, ...]:
    """Return the rounds of the plan whose last day has passed and that are not reported, oldest first.

    Formula: round end + days of the LAO's ``deadlines`` < today, and no report of the round.
    Source: days as in ``Lao.deadlines``, assumed where the LAO sets none.
    """
    missing = []
    for key in list_begun_rounds(dossier, today):
        due = compute_round_due(dossier, key)
        if key not in dossier.rounds and today > due:
            missing.append(
                MissingRound(
                    key,
                    due,
                    (today - due).days,
                    is_due_set=is_due_set(dossier, key),
                    is_covered=is_covered(dossier, key),
                )
            )
    return tuple(missing)


class Unfinished(Struct, frozen=True):
    """The projects that a fiscal year's last report does not call done, in the plan's order."""

    round: RoundResults
    results: tuple[ProjectResult, ...]


def compute_unfinished(rounds: Iterable[RoundResults], today: dt.date) -> Unfinished | None:
    """Return the projects not done when the newest reported fiscal year ended; None where no full year is reported.

    Formula: of the newest round 12 whose period has ended, the projects whose status is not "done".
    Source: round 12 covers the whole fiscal year; e-PlanNACC "สถานะโครงการ/กิจกรรม/มาตรการ".
    """
    ended = [r for r in rounds if r.key.round is Round.TWELVE and compute_round_end(r.key) < today and r.results]
    if not ended:
        return None
    newest = max(ended, key=lambda round_: round_.key)
    return Unfinished(newest, tuple(result for result in newest.results if result.status is not Status.DONE))
