"""Which file each record belongs in, and what the file shall say: the fields of one or several documents put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field

from prongsai.importing.assembling import assemble
from prongsai.importing.document import Reading
from prongsai.importing.ledger import Field, RecordRef
from prongsai.importing.matching import KnownProject, Projects, read_count
from prongsai.importing.merging import Conflict, fill
from prongsai.importing.sections import MEASURES, PLAN, REPORT
from prongsai.load.data_file import DataPath
from prongsai.records.project import ProjectKind
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import compact

_KIND = re.compile("|".join(kind.label for kind in ProjectKind))
_NO_STATUS = "เอกสารไม่ได้พิมพ์สถานะ โปรดเลือกสถานะที่ถูกต้อง"
_PROJECT_ORDER = (
    "number", "eplan_number", "eplan_name", "kind", "name", "card_name", "mission", "dimension", "rationale", "objectives",
    "target_groups", "steps", "period", "budget", "budget_words", "responsible_units", "outputs", "outcomes", "note",
)  # fmt: skip
_REPORT_ORDER = (
    "as_of", "reporter", "reporter_name", "foreword", "problems_lead", "problems", "suggestions_lead", "suggestions",
    "supporting_factors_lead", "supporting_factors", "eplan_problems", "eplan_suggestions", "announcement", "memo",
    "declared", "provincial",
)  # fmt: skip
_MEASURES_ORDER = ("unit", "announcement", "foreword", "introduction", "sections")
_PROGRESS_ORDER = (
    "project", "status", "planned", "ordinance", "disbursed", "number", "steps", "results", "outcomes", "remark",
    "eplan_remark",
)  # fmt: skip
_PLAN_ORDER = (
    "years", "source", "foreword", "foreword_date", "risk_introduction", "principles", "objectives", "goals", "benefits",
    "targets", "risks", "dimensions", "missions", "announcement", "order", "declared",
)  # fmt: skip
_PAPER_ORDER = (
    "kind", "unit", "number", "date", "subject", "addressee", "paragraphs", "members", "duties_lead", "duties",
    "effective_date", "background", "facts", "proposal", "closing", "signer", "writer", "opinions",
)  # fmt: skip


class Draft(Struct):
    """What a file shall say.

    Attributes:
        path: The file, inside the LAO's folder.
        data: Its data, or those parts that the documents say.
        doubts: What is uncertain, by the path in the data.
        clashes: What a later document says otherwise.
    """

    path: str
    data: dict[str, Any]
    doubts: dict[DataPath, str] = field(default_factory=dict)
    clashes: list[Conflict] = field(default_factory=list)

    def fill(self, data: dict[str, Any], given: Mapping[str, Any], path: DataPath = ()) -> None:
        """Add what a document says to a part of the data that stands at a path."""
        self.clashes += fill(data, given, path)


class Place(Struct, frozen=True):
    """Where the records of a document belong.

    Attributes:
        period: The plan's folder.
        round: Fiscal year and round of a report: ``2566-12``; empty where unknown.
        year: Fiscal year of measures; empty where unknown.
    """

    period: str
    round: str
    year: str


class Filing:
    """Puts the fields of documents into drafts of files."""

    def __init__(self, existing: Mapping[str, Any]) -> None:
        """Know the projects that have files.

        Args:
            existing: Data of every file of the LAO, by its path inside the folder.
        """
        self.drafts: dict[str, Draft] = {}
        self.missing: list[str] = []
        self._existing = existing
        self._projects: dict[str, Projects] = {}

    def add(self, reading: Reading, place: Place) -> None:
        """Put the fields of a document into the drafts.

        Args:
            reading: The document.
            place: Where its records belong.
        """
        fields = reading.ledger.fields
        records = assemble(fields)
        doubts = _collect_doubts(fields)
        projects = self._get_projects(place.period)
        found = {
            record: _find_project(projects, record, data, fields)
            for record, data in records.items()
            if record.kind == "project"
        }
        is_reported = reading.owner != PLAN
        for record, (project, doubt) in found.items():
            names = [item.value for item in fields if item.record == record and item.path == ("name",)]
            filed = dict(doubts.get(record, {}))
            if doubt:
                filed[("eplan_name",) if "eplan_name" in records[record] else ("name",)] = doubt
            self._file_project(project, records[record], names, filed, place)
        if PLAN in records:
            filed = dict(doubts.get(PLAN, {}))
            data = {**records[PLAN], "risks": _link_controls(records[PLAN].get("risks", []), projects, filed)}
            self._file(f"{place.period}/plan.yml", {key: value for key, value in data.items() if value}, filed)
        if found and is_reported and f"{place.period}/plan.yml" not in self._existing:
            self._file(f"{place.period}/plan.yml", {"source": "report"}, {})
        if any(record.kind in {"report", "progress"} for record in records):
            self._file_report(records, found, doubts, place)
        if MEASURES in records:
            self._file_year(
                f"measures/{place.year}.yml", place.year, "มาตรการ", records[MEASURES], doubts.get(MEASURES, {})
            )
        self._file_papers(reading, records, doubts, place)
        for path, keys in (
            (f"{place.period}/plan.yml", _PLAN_ORDER),
            (f"progress/{place.round}.yml", _REPORT_ORDER),
            (f"measures/{place.year}.yml", _MEASURES_ORDER),
        ):
            if draft := self.drafts.get(path):
                draft.data = _order(draft.data, keys)

    def _file(self, path: str, data: Mapping[str, Any], doubts: Mapping[DataPath, str]) -> Draft:
        draft = self.drafts.setdefault(path, Draft(path, {}))
        draft.fill(draft.data, data)
        for where, doubt in doubts.items():
            draft.doubts.setdefault(where, doubt)
        return draft

    def count(self) -> dict[str, int]:
        """Return how many records of each kind the drafts hold."""
        progress = [draft for path, draft in self.drafts.items() if path.startswith("progress/")]
        measures = [draft for path, draft in self.drafts.items() if path.startswith("measures/")]
        return {
            "โครงการ": sum(1 for path in self.drafts if "/projects/" in path),
            "ผลของโครงการ": sum(len(draft.data.get("projects", ())) for draft in progress),
            "มาตรการ": sum(
                len(section.get("measures", ())) for draft in measures for section in draft.data.get("sections", ())
            ),
            "ประกาศ คำสั่ง บันทึก": sum(1 for path in self.drafts if path.startswith("papers/")),
        }

    # Projects

    def _get_projects(self, period: str) -> Projects:
        if period not in self._projects:
            projects = self._projects[period] = Projects()
            for path, data in self._existing.items():
                if path.startswith(f"{period}/projects/") and isinstance(data, dict):
                    names = [str(data.get(key, "")) for key in ("name", "card_name", "eplan_name")]
                    project_id = path.rpartition("/")[2].removesuffix(".yml")
                    projects.add(project_id, read_count(data.get("number")), *names, is_new=False)
            plan = self._existing.get(f"{period}/plan.yml")
            for data in plan.get("projects", ()) if isinstance(plan, dict) else ():
                if isinstance(data, dict) and data.get("id"):
                    names = [str(data.get(key, "")) for key in ("name", "card_name", "eplan_name")]
                    projects.add(str(data["id"]), read_count(data.get("number")), *names, is_new=False)
        return self._projects[period]

    def _file_project(
        self,
        project: KnownProject,
        data: Mapping[str, Any],
        names: list[str],
        doubts: Mapping[DataPath, str],
        place: Place,
    ) -> None:
        data = dict(data)
        if len(names) > 1 and compact(names[-1]) != compact(names[0]):
            data["card_name"] = names[-1]
        eplan = data.get("eplan_name")
        if (
            eplan
            and project.is_new
            and "name" not in data
            and f"{place.period}/projects/{project.id}.yml" not in self.drafts
        ):
            data["name"] = data.pop("eplan_name")
        path = f"{place.period}/projects/{project.id}.yml"
        draft = self.drafts.get(path)
        known_name = (draft.data if draft else self._existing.get(path) or data).get("name", "")
        if eplan and compact(str(known_name)) == compact(str(eplan)):
            data.pop("eplan_name", None)
        data.setdefault("number", str(project.number))
        if "mission" in data or (draft and "mission" in draft.data) or not project.is_new:
            data.pop("dimension", None)
        if kind := _KIND.match(str(data.get("name", ""))):
            data.setdefault("kind", kind[0])
        draft = self._file(path, data, {where: text for where, text in doubts.items() if where[0] in data})
        draft.data = _order(draft.data, _PROJECT_ORDER)

    # Reports

    def _file_report(
        self,
        records: Mapping[RecordRef, dict[str, Any]],
        found: Mapping[RecordRef, tuple[KnownProject, str]],
        doubts: Mapping[RecordRef, Mapping[DataPath, str]],
        place: Place,
    ) -> None:
        if not place.round:
            self.missing.append("ไม่พบปีงบประมาณและรอบของรายงาน ให้ระบุด้วย --round เช่น --round 2566-12")
            return
        draft = self._file(f"progress/{place.round}.yml", records.get(REPORT, {}), doubts.get(REPORT, {}))
        progress: list[dict[str, Any]] = draft.data.setdefault("projects", [])
        by_id = {item["project"]: at for at, item in enumerate(progress)}
        for record, data in records.items():
            if record.kind != "progress":
                continue
            project, _ = found[RecordRef("project", record.key)]
            if project.id not in by_id:
                by_id[project.id] = len(progress)
                progress.append({"project": project.id})
            at = by_id[project.id]
            draft.fill(progress[at], data, ("projects", at))
            for where, doubt in doubts.get(record, {}).items():
                draft.doubts.setdefault(("projects", at, *where), doubt)
        for at, item in enumerate(progress):
            self._settle_planned(item, place)
            if "status" not in item:
                item["status"] = "รอรายงาน"
                draft.doubts["projects", at, "status"] = _NO_STATUS
            else:
                draft.doubts.pop(("projects", at, "status"), None) if draft.doubts.get(
                    ("projects", at, "status")
                ) == _NO_STATUS else None
            progress[at] = _order(item, _PROGRESS_ORDER)

    def _settle_planned(self, item: dict[str, Any], place: Place) -> None:
        """The planned money of a report is the project's budget, unless the plan says another."""
        planned = item.get("planned")
        path = f"{place.period}/projects/{item['project']}.yml"
        existing = self._existing.get(path)
        draft = self.drafts.get(path)
        known = existing.get("budget") if isinstance(existing, dict) else None
        known = known or (draft.data.get("budget") if draft else None)
        if isinstance(known, dict):
            known = known.get("by_year", known).get(place.round[:4]) or known.get("every_year")
        if planned is None:
            return
        if known is None and draft and "budget" not in draft.data:
            draft.data = _order({**draft.data, "budget": {"by_year": {place.round[:4]: planned}}}, _PROJECT_ORDER)
            del item["planned"]
        elif known is not None and _is_same_money(str(known), str(planned)):
            del item["planned"]

    # Measures and papers

    def _file_year(self, path: str, year: str, what: str, data: dict[str, Any], doubts: Mapping[DataPath, str]) -> None:
        if year:
            self._file(path, data, doubts)
        else:
            self.missing.append(f"ไม่พบปีงบประมาณของ{what} ให้ระบุด้วย --year เช่น --year 2568")

    def _file_papers(
        self,
        reading: Reading,
        records: Mapping[RecordRef, dict[str, Any]],
        doubts: Mapping[RecordRef, Mapping[DataPath, str]],
        place: Place,
    ) -> None:
        for record, data in records.items():
            if record.kind != "paper":
                continue
            name, owner, key = _name_paper(data, reading, place)
            filed = dict(doubts.get(record, {}))
            self._file(f"papers/{name}.yml", _order(data, _PAPER_ORDER), filed)
            if owner in self.drafts or owner in self._existing:  # a letter alone makes no plan
                self._file(owner, {key: name}, {})


def _find_project(
    projects: Projects, record: RecordRef, data: Mapping[str, Any], fields: Iterable[Field]
) -> tuple[KnownProject, str]:
    name = str(data.get("name") or data.get("eplan_name") or record.name)
    number = read_count(data.get("number") or (record.key if data.get("name") else 0))
    project, doubt = projects.find(name, number)
    if project is None:
        number = number or projects.next_number
        project = projects.add(projects.make_id(number), number, name, is_new=True)
    for item in fields:
        if item.record == record and item.path[-1] in {"name", "eplan_name"}:
            project.names.add(compact(item.value))
    return project, doubt


def _link_controls(risks: list[Any], projects: Projects, doubts: dict[DataPath, str]) -> list[Any]:
    """Let the controls of risks name the plan's projects where they are called so."""
    linked = []
    for at, risk in enumerate(risks):
        controls = []
        for position, control in enumerate(risk.get("controls", ())):
            project, doubt = projects.find(control.get("outside", ""), 0)
            if project is None:
                controls.append(control)
                continue
            rest = {key: value for key, value in control.items() if key != "outside"}
            text = {"text": control["outside"]} if doubt else {}
            controls.append({"project": project.id, **text, **rest})
            if doubt:
                doubts["risks", at, "controls", position, "project"] = doubt
        linked.append({**risk, "controls": controls} if controls else risk)
    return linked


def _collect_doubts(fields: Iterable[Field]) -> dict[RecordRef, dict[DataPath, str]]:
    doubts: dict[RecordRef, dict[DataPath, str]] = {}
    for item in fields:
        if item.doubt:
            doubts.setdefault(item.record, {}).setdefault(item.path, item.doubt)
    return doubts


def _order(data: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    ordered = {key: data[key] for key in keys if key in data}
    return {**ordered, **{key: value for key, value in data.items() if key not in ordered}}


def _is_same_money(left: str, right: str) -> bool:
    plain = [re.sub(r"[, ]|\.0*$|\.-$", "", to_arabic(text)) for text in (left, right)]
    nothing = {"0", "ไม่ใช้งบประมาณ", "-"}
    return plain[0] == plain[1] or (plain[0] in nothing and plain[1] in nothing)


def _name_paper(data: Mapping[str, Any], reading: Reading, place: Place) -> tuple[str, str, str]:
    """Return a paper's id, and which key of which file names it."""
    kind = str(data.get("kind", ""))
    year = (re.findall("[0-9]{4}", to_arabic(str(data.get("date", "")))) or [place.period[:4]])[-1]
    number = "-".join(re.findall("[0-9]+", to_arabic(str(data.get("number", "")))))
    plan, report = f"{place.period}/plan.yml", f"progress/{place.round}.yml" if place.round else ""
    if kind == "คำสั่ง":
        return f"order-{number or year}", plan if reading.owner == PLAN else "", "order"
    if kind == "บันทึกข้อความ":
        is_owned = reading.owner == REPORT and place.round
        return f"memo-{place.round or number or year}", report if is_owned else "", "memo"
    subject = str(data.get("subject", ""))
    if reading.owner == MEASURES and place.year:
        return f"measures-{place.year}", f"measures/{place.year}.yml", "announcement"
    if "รายงานผล" in subject or reading.owner == REPORT:
        return f"report-{place.round or year}", report if reading.owner == REPORT else "", "announcement"
    return f"adopt-{year}", plan if reading.owner == PLAN else "", "announcement"
