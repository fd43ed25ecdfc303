"""How often “หมายถึง … หรือไม่” names the right word after one slip of the keyboard.

Slips in every key, every choice and every project id of a made-up plan: a letter left out, typed twice, swapped with
the next one, or replaced by a neighbouring key of the English (QWERTY) or Thai (Kedmanee) keyboard; every third of them,
spread over all places of a word, is tried.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pytest
from conftest import MADE_UP_PLANS
from prongsai.load.assemble import load_plans
from prongsai.load.data_file import DataFile
from prongsai.load.sources import LoadedDossier
from prongsai.load.validation import find_nearest, suggest, validate
from prongsai.records.base import Ignore, LabelledEnum, Record, choice_converter
from pydantic import create_model

pytestmark = pytest.mark.slow

KEYBOARDS = (
    "`1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "_+", "QWERTYUIOP{}", "ASDFGHJKL", "ZXCVBNM",
    "_ๅ/-ภถุึคตจขช", "ๆไำพะัีรนยบล", "ฟหกดเ้่าสวง", "ผปแอิืทมใฝ",
    "%+๑๒๓๔ู฿๕๖๗๘๙", '๐"ฎฑธํ๊ณฯญฐ,', "ฤฆฏโฌ็๋ษศซ.", "ฉฮฺ์?ฒฬฦ",
)  # fmt: skip
SUGGESTED = re.compile("^หมายถึง “(.*)” หรือไม่ · ")
NO_FILE = DataFile("plans/a/2566-2570/plan.yml")


class Slip(NamedTuple):
    """A mistyped word, the words that it may have meant, and what was suggested."""

    typed: str
    right: frozenset[str]
    suggested: str | None


def list_slips(word: str) -> list[str]:
    """Return the word with every third of the single slips of the keyboard."""
    slips = set()
    for index, letter in enumerate(word):
        before, after = word[:index], word[index + 1 :]
        slips |= {before + after, before + letter * 2 + after, before + after[:1] + letter + after[1:]}
        for row in KEYBOARDS:
            place = row.find(letter)
            neighbours = row[max(place - 1, 0) : place] + row[place + 1 : place + 2] if place >= 0 else ""
            slips |= {before + neighbour + after for neighbour in neighbours}
    return sorted(slips - {word})[::3]


def list_records(record: type[Record] = Record) -> list[type[Record]]:
    """Return all kinds of record."""
    return [kind for child in record.__subclasses__() for kind in (child, *list_records(child))]


def read_suggestion(fix: str) -> str | None:
    """Return the word that a fix suggests."""
    match = SUGGESTED.match(fix)
    return match[1] if match else None


def list_key_slips() -> Iterator[Slip]:
    """Yield the slips in all keys of all records that are no key themselves."""
    for record in (Ignore, *list_records()):
        keys = [field.alias or name for name, field in record.model_fields.items()]
        for key in keys:
            for typed in sorted({*list_slips(key)} - set(keys) - set(record.model_fields)):
                _, problems = validate(record, NO_FILE, {typed: "1"})
                [fix] = [problem.fix for problem in problems if problem.rule == "unknown-key"]
                yield Slip(typed, frozenset({key}), read_suggestion(fix))


def list_choice_slips() -> Iterator[Slip]:
    """Yield the slips in all labels, code words and other spellings of all choices that are none themselves."""
    for choices in LabelledEnum.__subclasses__():
        holder: Any = create_model("Holder", x=(choice_converter(choices), ...))
        for member in choices:
            names = frozenset({member.label, member.value, *member.aliases})
            for typed in sorted({slip for name in names for slip in list_slips(name)}):
                _, problems = validate(holder, NO_FILE, {"x": typed})
                yield from (Slip(typed, names, read_suggestion(problem.fix)) for problem in problems)


def list_project_ids() -> list[str]:
    """Return the project ids of the made-up plan."""
    [loaded] = load_plans(MADE_UP_PLANS, only="nongsaeng")
    assert isinstance(loaded, LoadedDossier)
    return [project.id for project in loaded.dossier.plans["2566-2570"].projects]


def list_id_slips() -> Iterator[Slip]:
    """Yield the slips in all project ids that are no id themselves."""
    ids = list_project_ids()
    for project_id in ids:
        for typed in sorted({*list_slips(project_id)} - set(ids)):
            yield Slip(typed, frozenset({project_id}), read_suggestion(suggest(typed, ids, "แก้รหัส")))


@functools.cache
def list_words_slips(kind: str) -> tuple[Slip, ...]:
    """Return all slips in one kind of word."""
    return tuple({"key": list_key_slips, "choice": list_choice_slips, "id": list_id_slips}[kind]())


def compute_rate(slips: Sequence[Slip]) -> float:
    """Return how many slips in a hundred led to the right suggestion."""
    return 100 * sum(slip.suggested in slip.right for slip in slips) / len(slips)


def test_right_word_is_suggested() -> None:
    """At least 90 in 100 over all words."""
    slips = [slip for kind in ("key", "choice", "id") for slip in list_words_slips(kind)]

    assert compute_rate(slips) >= 90


@pytest.mark.parametrize(("kind", "least"), [("key", 99), ("choice", 99), ("id", 60)])
def test_right_word_is_suggested_by_kind_of_word(kind: str, least: int) -> None:
    """Short numbered ids are often equally near to several; then nothing is suggested."""
    assert compute_rate(list_words_slips(kind)) >= least


@pytest.mark.parametrize("kind", ["key", "choice", "id"])
def test_no_other_word_is_suggested(kind: str) -> None:
    """No suggestion is better than a wrong one: at most 1 slip in 1000 leads to another word."""
    slips = list_words_slips(kind)

    assert sum(slip.suggested not in {None, *slip.right} for slip in slips) <= len(slips) / 1000


@pytest.mark.parametrize(
    ("given", "known", "nearest"),
    [
        pytest.param("p20", ["p01", "p02", "p03", "p10", "p15"], None, id="other-project"),
        pytest.param("p31", [f"p{number:02}" for number in range(1, 31)], None, id="project-after-the-last"),
        pytest.param("p2O", ["p01", "p20"], "p20", id="letter-for-digit"),
        pytest.param("p2O", ["p01", "p20", "p21"], None, id="letter-for-digit-of-several"),
        pytest.param("p021", ["p01", "p02", "p30"], None, id="digit-too-many-of-several"),
        pytest.param("p021", ["p02", "p11", "p30"], "p02", id="digit-too-many"),
        pytest.param("P01", ["p01", "p11"], "p01", id="capital-letter"),
        pytest.param("report-2568-06", ["report-2566-12"], None, id="other-report"),
        pytest.param("objectvies", ["objectives", "outputs"], "objectives", id="two-slips"),
        pytest.param("responsible", ["responsible_units", "results"], "responsible_units", id="part-of-one"),
        pytest.param("unit", ["assessment_units", "responsible_units"], None, id="part-of-two"),
        pytest.param("ดำเนินการเสร็จแล้ว", ["รอรายงาน", "ดำเนินการแล้วเสร็จ"], "ดำเนินการแล้วเสร็จ", id="other-order"),
        pytest.param("", ["a", "at"], None, id="nothing"),
        pytest.param("x", [], None, id="nothing-known"),
    ],
)
def test_nearest(given: str, known: list[str], nearest: str | None) -> None:
    """A word is suggested only where it alone is near."""
    assert find_nearest(given, known) == nearest
