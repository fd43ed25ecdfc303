"""Events with a full date in Thai text, and whether two texts tell the same one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from prongsai.thai.dates import MONTHS, SHORT_MONTHS, ThaiDateError, parse_thai_date
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

MIN_RUN = 15
# Characters of text around a date that are looked at, and those of them that name the event.
_FAR = 300
_REACH = 80
_MONTH = "|".join(re.escape(month) for month in (*MONTHS, *SHORT_MONTHS))
_DAY = rf"(?<![0-9])[0-9]{{1,2}}\s*(?:เดือน\s*)?(?:{_MONTH})\s*(?:พ\.\s?ศ\.\s*)?[0-9]{{4}}(?![0-9])"
_DATE = compile_late(_DAY)
# From one full date to another is a time of work or of counting, not an event.
_SPAN = compile_late(rf"{_DAY}\s*(?:ถึง|จนถึง|-|–)\s*(?:วัน\S*?ที่)?\s*{_DAY}")
_LEAD = compile_late(r"(?:เมื่อ|ใน|ระหว่าง|ประจำ|ลง)?\s*(?:วัน[ก-์]*?ที่)?\s*$")
# “As of”, “since” and “by” a date are no events either.
_BOUND = compile_late(r"(?:ตั้งแต่|จนถึง|ถึง|ภายใน|ก่อน|หลัง|(?:^|\s)ณ)\s*$")
# Two meetings on one day may well be at the same place; the place does not make them one.
_VENUE = compile_late(r"(?:^|\s)ณ\s.*$", re.DOTALL)
_TIME = compile_late(r"เวลา\s*[0-9.:]+\s*น\.?(?:\s*(?:-|–|ถึง)\s*[0-9.:]+\s*น\.?)?")
_YEAR = compile_late(r"(?:ประจำ)?ปี(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.\s*)?[0-9]{4}|ประจำปี(?:งบประมาณ)?")
# Papers signed on one day have much the same words: only the same paper is the same event.
_PAPER = compile_late("ประกาศ|คำสั่ง|ลงนาม")


def find_dated_events(text: str, lao: str) -> Iterator[tuple[dt.date, str]]:
    """Yield each full date of a text with the words that name what happened.

    Args:
        text: A result.
        lao: Full name of the LAO, which stands in every text and tells nothing.
    """
    plain = to_arabic(text)
    if not _DATE.search(plain):
        return
    plain = _SPAN.sub(" ", plain)
    matches = list(_DATE.finditer(plain))
    for index, match in enumerate(matches):
        start = matches[index - 1].end() if index else 0
        end = matches[index + 1].start() if index + 1 < len(matches) else len(plain)
        before = _LEAD.sub("", plain[max(start, match.start() - _FAR) : match.start()])
        after = plain[match.end() : min(end, match.end() + _FAR)]
        if _BOUND.search(before):
            continue
        try:
            date = parse_thai_date(match[0])
        except ThaiDateError:
            continue
        names = (_clean(before, lao)[-_REACH:], _clean(_LEAD.sub("", after), lao)[:_REACH])
        event = next((name for name in names if len(name) >= MIN_RUN), None)
        if event:
            yield date, event


def _clean(text: str, lao: str) -> str:
    return compact(_YEAR.sub("", _TIME.sub("", _VENUE.sub("", text)))).replace(compact(lao), "")


def list_event_keys(date: dt.date, event: str) -> Iterator[tuple[dt.date, str]]:
    """Yield what two tellings of one event have in common at least once: the date and a stretch of words."""
    for start in range(len(event) - MIN_RUN + 1):
        yield date, event[start : start + MIN_RUN]


def is_same_event(one: str, other: str) -> bool:
    """Tell whether two names of events on the same day name the same event.

    They share a run of at least ``MIN_RUN`` characters that is half of the shorter name; all of it for papers.
    """
    if one == other:
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    run = matcher.find_longest_match(0, len(one), 0, len(other)).size
    shorter = min(len(one), len(other))
    if _PAPER.search(one) and _PAPER.search(other):
        return run == shorter
    return run >= MIN_RUN and 2 * run >= shorter
