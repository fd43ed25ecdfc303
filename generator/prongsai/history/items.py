"""The files of an LAO as the things in them: projects, reports, papers, each known by a key wherever it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from prongsai.load.source import MAX_BYTES
from prongsai.load.yaml_reader import parse_yaml
from prongsai.papers.registry import PAPER_RECORDS
from prongsai.records.base import PERIOD
from prongsai.records.lao import Lao
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.oit_list import OitList
from prongsai.records.papers import Paper, PaperKind
from prongsai.records.plan import Plan
from prongsai.records.progress import Progress, RoundReport
from prongsai.records.project import Project
from prongsai.thai.text import normalise

# What a thing is, then its ids: ("project", "2566-2570", "p01"), ("progress", "2566-12", "p01"), ("lao",). A plan of the
# time when an LAO could have one alone has no period: ("plan", "").
Key = tuple[str, ...]
Items = dict[Key, dict[str, Any]]

LAO: Key = ("lao",)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")  # nothing was ever published under another
_FILE = re.compile(
    rf"(?:(?P<period>{PERIOD.pattern})/)?(?:(?P<plan>plan)|projects/(?P<project>{_ID.pattern}))\.yml"
    r"|progress/(?P<round>2[56][0-9]{2}-(?:06|12))\.yml|measures/(?P<measures>2[56][0-9]{2})\.yml"
    r"|oit/(?P<oit>2[56][0-9]{2})\.yml"
    rf"|papers/(?P<paper>{_ID.pattern})\.yml|(?P<lao>lao)\.yml"
)
_MODELS: dict[str, type[BaseModel]] = {
    "lao": Lao,
    "plan": Plan,
    "project": Project,
    "round": RoundReport,
    "progress": Progress,
    "measures": IntegrityMeasures,
    "oit": OitList,
}


def is_data_file(name: str) -> bool:
    """Tell whether a path in an LAO's folder is that of a file of records."""
    return _FILE.fullmatch(name) is not None


def parse_items(name: str, data: bytes) -> Items | None:
    """Return the things in a file; None where it is no YAML that the site would have been built of.

    Args:
        name: Its path in the LAO's folder: 2566-2570/plan.yml.
        data: Its content.
    """
    match = _FILE.fullmatch(name)
    if match is None or len(data) > MAX_BYTES:
        return None
    try:
        document, _ = parse_yaml(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        return None
    record = document.data
    if not isinstance(record, dict):
        return None
    period = match["period"] or ""
    if match["lao"]:
        return {LAO: record}
    if match["plan"]:
        rest = {key: value for key, value in record.items() if key != "projects"}
        return {("plan", period): rest, **_list_parts(record, ("project", period), "id")}
    if match["project"]:
        return {("project", period, match["project"]): record}
    if match["round"]:
        rest = {key: value for key, value in record.items() if key != "projects"}
        return {("round", match["round"]): rest, **_list_parts(record, ("progress", match["round"]), "project")}
    kind = next(kind for kind in ("measures", "oit", "paper") if match[kind])
    return {(kind, match[kind]): record}


def _list_parts(record: Mapping[str, Any], key: Key, id_: str) -> Items:
    """Return the projects that stand in a plan's or a round's file, each with its id."""
    parts = record.get("projects")
    found = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    named = ((str(part.get(id_, "")).strip(), part) for part in found)
    return {(*key, name): part for name, part in named if _ID.fullmatch(name)}


def find_model(key: Key, record: Mapping[str, Any]) -> type[BaseModel]:
    """Return the model of a thing; a paper tells its own."""
    return _MODELS[key[0]] if key[0] != "paper" else _find_paper_model(record.get("kind"))


def _find_paper_model(kind: object) -> type[BaseModel]:
    text = normalise(kind).strip() if isinstance(kind, str) else ""
    known = {name: PAPER_RECORDS[member] for member in PaperKind for name in (member.value, member.label)}
    return known.get(text, Paper)


def is_public(key: Key, record: Mapping[str, Any]) -> bool:
    """Tell whether a thing was published: a memo may be kept for the office."""
    answer = record.get("public")
    return key[0] != "paper" or not isinstance(answer, str) or answer.strip().lower() in {"yes", "true", "ใช่"}
