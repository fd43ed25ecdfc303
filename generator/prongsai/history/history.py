"""The history of an LAO as it may be published: no private paper, and nobody's data that are no longer there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from prongsai.checks.personal.finding import find_personal_data
from prongsai.checks.personal.own_contacts import OwnContacts
from prongsai.checks.personal.persons import find_persons
from prongsai.checks.personal.published import PublishedText
from prongsai.checks.personal.spelling import clean
from prongsai.history.changes import Action, Change
from prongsai.history.items import Key
from prongsai.history.log import Entry, Log
from prongsai.history.repository import Source
from prongsai.history.values import Form
from prongsai.load.data_file import DataFile
from prongsai.load.files import find_file_references
from prongsai.load.sources import LoadedDossier
from prongsai.records.base import Revision
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.thai.dates import compute_fiscal_year

# Who gives this as the reason wants what was there before to be seen nowhere, also where no rule knows it as personal.
_PERSONAL = "ข้อมูลส่วนบุคคล"


class PublicChange(NamedTuple):
    """A change as it is published.

    Attributes:
        date: The day in Thailand on which it was committed.
        action: What happened.
        key: What it happened to, by the key of today where that is still there.
        is_there: Whether that is still there.
        project: Period and id of the project whose card tells of it; empty for none.
        name: What it happened to, in its own words; empty where its key tells all.
        path: The keys of the field in the YAML; empty where the thing as a whole came or went.
        field: The office's words for the field.
        old: The value before; empty for none, and where it is withheld.
        new: The value after.
        form: How both are written.
        reason: Why; empty where nobody said.
        commit: The commit's id; empty for what the records themselves tell.
        is_withheld: Old and new value are not shown.
    """

    date: dt.date
    action: Action
    key: Key
    is_there: bool
    project: tuple[str, ...]
    name: str
    path: str
    field: str
    old: str
    new: str
    form: Form
    reason: str
    commit: str
    is_withheld: bool

    @property
    def is_figure(self) -> bool:
        """Tell whether a figure became another one, and which may be shown."""
        is_number = self.form in {Form.MONEY, Form.NUMBER}
        return self.action is Action.CHANGED and is_number and not self.is_withheld

    @property
    def fiscal_year(self) -> int:
        """The Thai fiscal year (B.E.) of its day."""
        return compute_fiscal_year(self.date)


class History(Struct, frozen=True, dict=True):
    """What is known of the changes to an LAO's records.

    Attributes:
        source: Where it was read, or why there is nothing.
        begin: The first day of which git knows; None where it knows none.
        changes: The changes, the newest first.
    """

    source: Source = Source.NOT_ASKED
    begin: dt.date | None = None
    changes: tuple[PublicChange, ...] = ()

    def of_project(self, period: str, project_id: str) -> Sequence[PublicChange]:
        """Return the changes to a project and to what was reported of it."""
        return self._by_project.get((period, project_id), ())

    @property
    def has_figures(self) -> bool:
        """Tell whether a figure became another one."""
        return any(change.is_figure for change in self.changes)

    @cached_property
    def _by_project(self) -> dict[tuple[str, ...], list[PublicChange]]:
        projects: dict[tuple[str, ...], list[PublicChange]] = {}
        for change in self.changes:
            projects.setdefault(change.project, []).append(change)
        return projects

    @cached_property
    def by_year(self) -> Mapping[int, Sequence[PublicChange]]:
        """The changes by fiscal year (B.E.), the newest first."""
        years: dict[int, list[PublicChange]] = {}
        for change in self.changes:
            years.setdefault(change.fiscal_year, []).append(change)
        return dict(sorted(years.items(), reverse=True))  # a clock may have been wrong


def make_history(loaded: LoadedDossier, log: Log) -> History:
    """Return an LAO's history as it may be published.

    Args:
        loaded: The LAO's records as they are now.
        log: Its changes as git tells them.
    """
    told = [entry for entry in log.entries if _is_published(entry.change.key, entry.key, loaded.dossier)]
    written = [entry for entry in _list_revisions(loaded.dossier) if log.begin is None or entry.date < log.begin]
    written.sort(key=lambda entry: entry.date, reverse=True)
    judge = _Judge(loaded)
    return History(log.source, log.begin, tuple(_publish([*told, *written], loaded.dossier, judge)))


def _is_published(key: Key, today: Key, dossier: Dossier) -> bool:
    """Tell whether the site shows a thing, or once did."""
    if key[0] == "file":
        papers = [paper for paper in dossier.papers.values() if paper.is_public]
        records = (
            dossier.lao,
            *dossier.rounds.values(),
            *dossier.measures.values(),
            *dossier.oit_lists.values(),
            *papers,
        )
        return key[1] in {name for _, name in find_file_references(records)}
    paper = dossier.papers.get(today[1]) if today[:1] == ("paper",) else None
    return paper is None or paper.is_public


def _list_revisions(dossier: Dossier) -> Iterator[Entry]:
    """Yield what the records themselves tell of their changes."""
    told: list[tuple[Key, str, Iterable[Revision]]] = [(("lao",), "", dossier.lao.revisions)]
    for period, plan in dossier.plans.items():
        told += [(("project", period, project.id), project.name, project.revisions) for project in plan.projects]
    for key, name, revisions in told:
        for item in revisions:
            change = Change(Action.CHANGED, key, name, "revisions", item.what, item.old or "", item.new or "")
            yield Entry(item.date, change, item.reason or "", key=key)


def _publish(entries: Iterable[Entry], dossier: Dossier, judge: _Judge) -> Iterator[PublicChange]:
    closed: set[tuple[Key, str]] = set()
    for entry in entries:
        change = entry.change
        # The parts of a list change their places, so all of a list is closed.
        field = change.path.partition(".")[0]
        thing = entry.key or change.key
        is_closed = not closed.isdisjoint({(thing, field), (thing, "")})
        is_withheld = is_closed or change.form is Form.PERSON or not judge.may_show(change.old, change.new)
        if _PERSONAL in entry.reason:
            closed.add((thing, field))
            is_withheld = is_withheld or bool(change.old)
        is_there = _is_there(entry.key, dossier)
        key = entry.key if is_there else change.key
        name = change.name or _find_name(key, dossier)
        yield PublicChange(
            entry.date,
            change.action,
            key if judge.may_show(" | ".join(key)) else key[:1],
            is_there,
            _find_project(key, dossier) if is_there else (),
            name if judge.may_show(name) and (thing, "") not in closed else "",
            change.path if judge.may_show(change.path) else "",
            change.field if judge.may_show(change.field) else "",
            "" if is_withheld else change.old,
            "" if is_withheld else change.new,
            change.form,
            entry.reason if judge.may_show(entry.reason) else "",
            entry.commit,
            is_withheld,
        )


def _is_there(key: Key, dossier: Dossier) -> bool:
    """Tell whether the records have a thing now."""
    if not key:
        return False
    kind, *ids = key
    if kind == "project":
        plan = dossier.plans.get(ids[0])
        return plan is not None and plan.get_project(ids[1]) is not None
    rounds = {round_.slug for round_ in dossier.rounds}
    things: Mapping[str, Iterable[str]] = {
        "plan": dossier.plans,
        "round": rounds,
        "progress": rounds,
        "measures": set(map(str, dossier.measures)),
        "oit": set(map(str, dossier.oit_lists)),
        "paper": dossier.papers,
    }
    return kind not in things or ids[0] in things[kind]


def _find_project(key: Key, dossier: Dossier) -> tuple[str, ...]:
    """Return period and id of the project whose card tells of a thing."""
    if key[0] == "project":
        return key[1:]
    if key[0] == "progress":
        plan = dossier.find_plan(RoundKey.from_slug(key[1]).fiscal_year)
        return (plan.period, key[2]) if plan and plan.get_project(key[2]) else ()
    return ()


def _find_name(key: Key, dossier: Dossier) -> str:
    period, *rest = _find_project(key, dossier) or ("",)
    plan = dossier.plans.get(period)
    project = plan.get_project(rest[0]) if plan and rest else None
    return project.name if project else ""


class _Judge:
    """Tells what may be shown: nothing that the rules call personal, and no name that the site does not show now."""

    def __init__(self, loaded: LoadedDossier) -> None:
        """Read what the LAO publishes now."""
        lao = loaded.dossier.lao
        given = {key: value for key, value in lao.contacts if isinstance(value, str)}
        contacts = (PublishedText(value, DataFile(""), (), contact=key) for key, value in given.items())
        self._own = OwnContacts(loaded.slug, lao, contacts)
        self._now = "\n".join(clean(text.text) for text in loaded.sources.texts)
        self._known: dict[str, bool] = {}

    def may_show(self, *texts: str) -> bool:
        """Tell whether some texts may stand on a page."""
        return all(self._may_show(text) for text in texts)

    def _may_show(self, text: str) -> bool:
        known = self._known.get(text)
        if known is None:
            # Ids and names of files join their words with marks.
            known = self._known[text] = all(map(self._is_free, {text, re.sub("[-_+/]", " ", text)}))
        return known

    def _is_free(self, text: str) -> bool:
        if any(not self._own.holds(datum) for datum in find_personal_data(text)):
            return False
        cleaned = clean(text)
        return all(cleaned[person.start : person.end] in self._now for person in find_persons(cleaned))
