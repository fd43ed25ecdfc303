"""The tables of keys: every key of a kind of file, as its record describes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from prongsai.handbook.forms import describe_form, find_record
from prongsai.handbook.table import mark_typed, render_table
from prongsai.papers.registry import PAPER_RECORDS
from prongsai.records.address_book import AddressBook
from prongsai.records.base import Ignore, LabelledEnum
from prongsai.records.lao import Deadlines, Lao
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.oit_list import OitList
from prongsai.records.papers import Paper
from prongsai.records.plan import DeclaredDimension, DeclaredPaper, DeclaredPlan, Plan, Target
from prongsai.records.progress import DeclaredFigures, DeclaredLevels, DeclaredReport, RoundReport
from prongsai.records.project import PlannedProject, Project

# Kind of file → its records; a file of the last kind is one of several.
FILES: dict[str, tuple[type[BaseModel], ...]] = {
    "lao": (Lao,),
    "plan": (Plan,),
    "project": (PlannedProject,),
    "progress": (RoundReport,),
    "measures": (IntegrityMeasures,),
    "oit": (OitList,),
    "papers": (Paper, *PAPER_RECORDS.values()),
    "ignore": (Ignore,),
    "addresses": (AddressBook,),
}
# Keys that are read and checked, but stand on no page and in no document.
NOT_SHOWN: dict[type[BaseModel], frozenset[str]] = {
    Lao: frozenset({"code", "neighbours", "start_round", "watch_names"}),
    Deadlines: frozenset(Deadlines.model_fields),
    Target: frozenset({"direction"}),
    Project: frozenset({"budget_words"}),
    DeclaredPlan: frozenset(DeclaredPlan.model_fields),
    DeclaredDimension: frozenset(DeclaredDimension.model_fields),
    DeclaredPaper: frozenset(DeclaredPaper.model_fields),
    DeclaredReport: frozenset(DeclaredReport.model_fields) - {"in_ordinance"},
    DeclaredFigures: frozenset(DeclaredFigures.model_fields),
    DeclaredLevels: frozenset(DeclaredLevels.model_fields),
}
_HEAD = ("คีย์", "คืออะไร · เขียนเป็น")
_OTHER_PAGES: dict[type[BaseModel], str] = {Project: "projects.md#keys"}

Key = tuple[FieldInfo, Any]
Path = tuple[str, ...]


def render_keys(kind: str) -> str:
    """Return the tables of keys of a kind of file, or of the entries of ``ignore``."""
    first, *others = FILES[kind]
    places = find_places(FILES[kind])
    links = {record: f"#keys-{'-'.join(paths[0])}" for record, paths in places.items()} | _OTHER_PAGES
    parts = [_render_rows(first, list_keys(first), links)]
    for record in others:
        parts.append(f"### เพิ่มเติมสำหรับ {record.model_config['title']} {{#keys-{record.__name__.lower()}}}")
        parts.append(_render_rows(record, _list_own_keys(record, first), links))
    for record, paths in places.items():
        names = " และ ".join(f"`{'.'.join(path)}`" for path in paths)
        longer = next((other for other in places if other is not record and issubclass(other, record)), None)
        own = _name_keys(record, places[longer][0]) if longer else _render_rows(record, list_keys(record), links)
        parts += [f"### ใน {names} {{{links[record]}}}", own]
    return "\n\n".join(parts)


def find_places(records: Sequence[type[BaseModel]]) -> dict[type[BaseModel], list[Path]]:
    """Return where the records inside some records stand: the paths of keys that lead to each, the shortest first."""
    places: dict[type[BaseModel], list[Path]] = {}
    waiting: list[tuple[type[BaseModel], Path]] = [(record, ()) for record in records]
    while waiting:
        record, path = waiting.pop(0)
        for key, (_, hint) in list_keys(record).items():
            inner = find_record(hint)
            if inner is None or inner is record or inner in _OTHER_PAGES:
                continue
            place = (*path, key)
            known = places.setdefault(inner, [])
            if not known:
                waiting.append((inner, place))
            if place not in known:
                known.append(place)
    return places


def list_keys(record: type[BaseModel]) -> dict[str, Key]:
    """Return the keys of a record as YAML has them, with field and type; ``ignore`` has a page of its own."""
    hints = get_type_hints(record, include_extras=True)
    fields = record.model_fields.items()
    return {field.alias or name: (field, hints[name]) for name, field in fields if name != "ignore"}


def is_shown(record: type[BaseModel], key: str) -> bool:
    """Tell whether a key's value stands on a page or in a document."""
    return not any(key in keys for kind, keys in NOT_SHOWN.items() if issubclass(record, kind))


def _list_own_keys(record: type[BaseModel], common: type[BaseModel]) -> dict[str, Key]:
    """Return the keys that a record has besides the common ones, or demands where those do not."""
    known = {key: field.is_required() for key, (field, _) in list_keys(common).items()}
    return {key: found for key, found in list_keys(record).items() if known.get(key) != found[0].is_required()}


def _name_keys(record: type[BaseModel], path: Path) -> str:
    """Return the keys of a record that another record has too, where they are told."""
    return f"ใช้คีย์เดียวกับใน `{'.'.join(path)}` ได้เพียง " + " ".join(f"`{key}`" for key in list_keys(record))


def _render_rows(record: type[BaseModel], keys: Mapping[str, Key], links: Mapping[type[BaseModel], str]) -> str:
    rows = []
    for key, (field, hint) in keys.items():
        about = field.description or ""
        mark = "" if is_shown(record, key) else " ◇"
        absent = "" if "ไม่เขียน" in about else "**ต้องมี**" if field.is_required() else _describe_default(field)
        told = (mark_typed(about), describe_form(hint, links), absent)
        rows.append((f"`{key}`{mark}", " · ".join(filter(None, told))))
    return render_table(_HEAD, rows)


def _describe_default(field: FieldInfo) -> str:
    value = field.default
    if isinstance(value, LabelledEnum):
        return f"ไม่เขียนคือ{value.label}"
    if isinstance(value, bool):
        return f"ไม่เขียนคือ{'ใช่' if value else 'ไม่ใช่'}"
    return f"ไม่เขียนคือ “{value}”" if isinstance(value, int | str) else ""
