"""The personal data in a text: every kind's detector on one cleaned spelling."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from urllib.parse import unquote

from prongsai.checks.personal import (
    addresses,
    bank_accounts,
    birth_dates,
    children,
    citizen_ids,
    emails,
    identity_documents,
    line_ids,
    parties,
    phones,
    private_facts,
    social_accounts,
)
from prongsai.checks.personal.detector import Detector, Needs, PersonalDatum, Span
from prongsai.checks.personal.persons import NAME_WORDS
from prongsai.checks.personal.spelling import clean
from prongsai.thai.patterns import compile_late

# What one kind has claimed is not offered to the next: the surest and longest first.
DETECTORS: tuple[Detector, ...] = (
    *line_ids.DETECTORS,
    *social_accounts.DETECTORS,
    *emails.DETECTORS,
    *bank_accounts.DETECTORS,
    *citizen_ids.DETECTORS,
    *phones.DETECTORS,
    *identity_documents.DETECTORS,
    *addresses.DETECTORS,
    *birth_dates.DETECTORS,
    *parties.DETECTORS,
    *children.DETECTORS,
    *private_facts.DETECTORS,
)
CONTACTS = frozenset(detector.kind for detector in DETECTORS if detector.is_contact)
_SHORTEST = 6  # letters of the shortest name with its title
_BY_NEEDS = tuple((needs, tuple(group)) for needs, group in groupby(DETECTORS, lambda detector: detector.needs))
_DIGIT = compile_late(r"\d")
_MANY_DIGITS = compile_late(r"\d(?:[^\dก-ฮa-zA-Z]{0,6}\d){8}")
_LETTER = compile_late("[A-Za-z]")
_WITH_ADDRESSES = frozenset({"line", "social"})
# Characters that hide a word or a digit from a glance: what cannot be seen, other widths, the two parts of ำ.
_UNUSUAL = compile_late("[\u00ad\u0e4d\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe6b\ufeff\uff01-\uff5e]")
_URL = compile_late(r"(?:https?://|www\.)[^\s\"'<>“”]+", re.IGNORECASE)


@lru_cache(maxsize=4096)  # units, headings and steps stand in many projects
def find_personal_data(text: str) -> tuple[PersonalDatum, ...]:
    """Return the personal data in a text, kind by kind, each value once; addresses of the web in it are read too."""
    if len(text) < _SHORTEST:
        return ()
    if _UNUSUAL.search(text):
        text = clean(text)
    detectors = _choose_detectors(text)
    has_url = "://" in text or "www." in text
    if not (detectors or has_url):
        return ()
    cleaned = clean(text)
    passages = [(cleaned, detectors)]
    if has_url:
        urls = map(_read_url, _URL.findall(cleaned))
        passages += [(url, _choose_detectors(url)) for url in urls]
    found: dict[tuple[str, str], PersonalDatum] = {}
    for passage, chosen in passages:
        for datum in _search(passage, chosen):
            found.setdefault(datum[:2], datum)
    return tuple(found.values())


def _choose_detectors(text: str) -> list[Detector]:
    """Return the detectors that may find something; the patterns themselves are slow to fail."""
    has_word = text.lower().__contains__
    has_digits = _DIGIT.search(text) is not None
    met = {
        Needs.NOTHING: True,
        Needs.DIGITS: has_digits,
        Needs.MANY_DIGITS: has_digits and _MANY_DIGITS.search(text) is not None,
        Needs.LETTERS: _LETTER.search(text) is not None,
        Needs.NAME: any(map(has_word, NAME_WORDS)),
    }
    return [
        detector
        for needs, detectors in _BY_NEEDS
        if met[needs]
        for detector in detectors
        if not detector.words or any(map(has_word, detector.words))
    ]


def _read_url(url: str) -> str:
    """Return the path and query of an address as a text: percent signs decoded, their parts apart."""
    path = (url.partition("://")[2] or url).partition("/")[2]
    return clean(re.sub("[/+?=]", " ", re.sub("[&|]", " | ", unquote(path))))


def _search(text: str, detectors: list[Detector]) -> list[PersonalDatum]:
    """Return what the detectors find in a passage, in its order."""
    found: list[tuple[int, PersonalDatum]] = []
    is_whole = True
    for detector in detectors:
        if is_whole and detector.kind not in _WITH_ADDRESSES:
            text, is_whole = _URL.sub(lambda match: "|" * len(match[0]), text), False
        spans = list(detector.find(text))
        found += [(start, detector.describe(text[start:end])) for start, end in spans]
        for span in spans:
            text = _claim(text, span)
    # Who tells as a witness is told once, as a witness.
    witnesses = {start for start, datum in found if datum.kind == "witness"}
    return [
        datum
        for start, datum in sorted(found, key=itemgetter(0))
        if datum.kind != "complainant" or start not in witnesses
    ]


def _claim(text: str, span: Span) -> str:
    """Return a text with the digits and Latin letters of a datum taken out; names may tell of another kind too."""
    start, end = span
    return text[:start] + re.sub("[0-9A-Za-z@]", "|", text[start:end]) + text[end:]
