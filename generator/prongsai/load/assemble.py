"""Reading ``plans/``: every folder an LAO, every file a record, all problems of all files in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from pydantic import BaseModel

from prongsai.exceptions import PlansFolderError
from prongsai.load.attachments.check import Attachments
from prongsai.load.data_file import DataFile, DataPath
from prongsai.load.files import find_file_references
from prongsai.load.names import Listing, list_files
from prongsai.load.plans_folder import list_laos
from prongsai.load.source import UnreadableFileError, read_text
from prongsai.load.sources import LoadedDossier, Sources, UnreadLao
from prongsai.load.validation import find_nearest, validate, validate_each
from prongsai.load.yaml_reader import parse_yaml
from prongsai.papers.registry import PAPER_RECORDS
from prongsai.problem import Problem, Severity, Where
from prongsai.records.address_book import AddressBook
from prongsai.records.base import PERIOD
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.lao import Lao
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.money import Budget
from prongsai.records.oit_list import OitList
from prongsai.records.papers import Paper, PaperKind
from prongsai.records.plan import MAX_YEARS, Plan, PlanSource
from prongsai.records.progress import Progress, RoundReport
from prongsai.records.project import PlannedProject, Project, ReportedProject
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import normalise


def load_plans(folder: Path, *, shown: str | None = None, only: str | None = None) -> list[LoadedDossier | UnreadLao]:
    """Read every LAO's folder, in alphabetical order.

    Args:
        folder: The folder of plans.
        shown: How messages name it; its own name by default.
        only: Slug of the one LAO to read.

    Raises:
        PlansFolderError: The folder cannot be listed, or the LAO asked for is not there.
    """
    return [load_lao(folder / name, shown=shown or folder.name) for name in find_laos(folder, only)]


def find_laos(folder: Path, only: str | None = None) -> list[str]:
    """Return the names of the LAOs' folders in alphabetical order, or of the one that is asked for.

    Raises:
        PlansFolderError: The folder cannot be listed, or the LAO asked for is not there.
    """
    names = list_laos(folder)
    if only is None:
        return names
    if only not in names:
        nearest = find_nearest(only, names)
        hint = f" หมายถึง {nearest} หรือไม่" if nearest else ""
        raise PlansFolderError(f"ไม่มีหน่วยงานชื่อ {only} ใน {folder.name}/{hint}")
    return [only]


def load_lao(folder: Path, *, shown: str, drafts: Mapping[str, str | None] | None = None) -> LoadedDossier | UnreadLao:
    """Read one LAO's folder.

    Args:
        folder: The LAO's folder.
        shown: How messages name the folder of plans.
        drafts: Texts that stand for files (by name without ``.yml``), to see what a change would do before it is
            written; None for a file that would go.
    """
    listing = list_files(folder, f"{shown}/{folder.name}")
    for name, text in (drafts or {}).items():
        listing.files.pop(name, None)
        if text is not None:
            listing.files[name] = folder / f"{name}.yml"
    listing.files = dict(sorted(listing.files.items()))
    return _Assembler(listing, drafts or {}).assemble()


def _keep(records: dict[Any, Any], key: object, record: object) -> None:
    """Put a record where it belongs, unless it could not be read."""
    if record is not None:
        records[key] = record


class _Assembler:
    """Puts the records of one LAO together."""

    def __init__(self, listing: Listing, drafts: Mapping[str, str | None]) -> None:
        self.listing = listing
        self.drafts = drafts
        self.folder = listing.folder
        self.shown = listing.shown
        self.sources = Sources(has_misplaced_plan=listing.has_misplaced_plan)
        self.attachments = Attachments(listing.folder)
        self.problems: list[Problem] = list(listing.problems)
        for name in listing.misnamed:
            self._mark_broken(name.removesuffix(".yml"))

    def assemble(self) -> LoadedDossier | UnreadLao:
        lao = self._read_lao()
        rounds: dict[RoundKey, RoundReport] = {}
        measures: dict[int, IntegrityMeasures] = {}
        oit_lists: dict[int, OitList] = {}
        papers: dict[str, Paper] = {}
        plans: dict[str, Plan] = {}
        for period in self.listing.periods:
            _keep(plans, period, self._read_plan(period))
        for name in self.listing.files:
            kind, _, stem = name.partition("/")
            if kind == "progress":
                key = RoundKey.from_slug(stem)
                _keep(rounds, key, self._read_round(name, key))
            elif kind == "measures":
                _keep(measures, int(stem), self._read_record(IntegrityMeasures, name))
            elif kind == "oit":
                _keep(oit_lists, int(stem), self._read_record(OitList, name))
            elif kind == "papers":
                _keep(papers, stem, self._read_paper(name))
        book: AddressBook | None = (
            self._read_record(AddressBook, "addresses") if "addresses" in self.listing.files else None
        )
        self._check_overlaps(plans)
        found = tuple(self.problems)
        if lao is None:
            return UnreadLao(self.folder.name, self.folder, self.sources, found)
        plans = {period: _limit_budgets(plan, rounds) for period, plan in plans.items()}
        dossier = Dossier(self.folder.name, lao, plans, dict(sorted(rounds.items())), measures, papers, book, oit_lists)
        return LoadedDossier(self.folder.name, self.folder, dossier, self.sources, found)

    def _report(self, where: Where, rule: str, message: str, fix: str, related: tuple[Where, ...] = ()) -> None:
        self.problems.append(Problem(where, rule, Severity.ERROR, message, fix, related))

    def _read_data(self, name: str) -> DataFile:
        shown = f"{self.shown}/{name}.yml"
        try:
            draft = self.drafts.get(name)
            text = read_text(self.listing.files[name], inside=self.folder, shown=shown) if draft is None else draft
        except UnreadableFileError as error:
            self.problems.append(error.problem)
            document = DataFile(shown)
        else:
            document, found = parse_yaml(text, shown)
            self.problems += found
            if document.data is not None and not isinstance(document.data, dict):
                self._report(document.where(), "wrong-type", "ไฟล์นี้ต้องขึ้นต้นด้วยคีย์ เช่น name:", "เขียนข้อมูลเป็น คีย์: ค่า")
                document = DataFile(shown)
        self.sources.documents[name] = document
        if document.data is None:
            self._mark_broken(name)
        return document

    def _mark_broken(self, name: str) -> None:
        """Remember a file that could not be read in full, and the paper in it."""
        self.sources.broken |= {name, name.removeprefix("papers/")}

    def _validate(self, model: type[Any], name: str, document: DataFile, data: Any) -> Any:
        record, found = validate(model, document, data)
        self.problems += found
        if record is None:
            self._mark_broken(name)
        else:
            self._check_files(record, document)
        return record

    def _check_files(self, record: BaseModel, document: DataFile, prefix: DataPath = ()) -> None:
        for place, name in find_file_references(record):
            attached, found = self.attachments.check(name, document, (*prefix, *place))
            self.sources.attached.append(attached)
            self.problems += found

    def _read_record(self, model: type[Any], name: str) -> Any:
        document = self._read_data(name)
        return None if document.data is None else self._validate(model, name, document, document.data)

    def _read_lao(self) -> Lao | None:
        if "lao" not in self.listing.files:
            if "lao.yml" not in self.listing.misnamed:
                fix = "สร้าง lao.yml ที่มี type, name, district และ province"
                self._report(Where(self.shown), "missing-file", "ขาดไฟล์ lao.yml", fix)
            return None
        record: Lao | None = self._read_record(Lao, "lao")
        return record

    def _read_plan(self, period: str) -> Plan | None:
        name = f"{period}/plan"
        if name not in self.listing.files:
            self._mark_broken(name)
            if f"{name}.yml" not in self.listing.misnamed:
                fix = f"สร้าง {name}.yml หรือลบโฟลเดอร์ {period}/ หากไม่ใช้"
                self._report(Where(f"{self.shown}/{period}"), "missing-file", f"โฟลเดอร์ {period}/ ขาดไฟล์ plan.yml", fix)
        document = self._read_data(name) if name in self.listing.files else DataFile("")
        data = dict(document.data or {})
        is_reported = normalise(str(data.get("source", ""))).strip() in {PlanSource.REPORT, PlanSource.REPORT.label}
        model = ReportedProject if is_reported else PlannedProject
        cards = [item for item in self.listing.files if item.startswith(f"{period}/projects/")]
        projects = [project for item in cards for project in self._read_card(period, item, model)]
        if "projects" in data:
            projects += self._read_inline_projects(period, document, data.pop("projects"), model)
        if document.data is None:
            return None
        other = _read_period(data.get("years")) or period
        # With a mistyped year the plan would also seem to lack the framework of that other period.
        years = data.get("years", period) if other == period else period
        plan: Plan | None = self._validate(Plan, name, document, {**data, "years": years})
        other = plan.period if plan and plan.period != period else other
        if other != period:
            self._mark_broken(name)
            fix = f"แก้ years เป็น {period} หรือเปลี่ยนชื่อโฟลเดอร์เป็น {other}"
            message = f"ช่วงปีของแผน {other} ไม่ตรงกับชื่อโฟลเดอร์ {period}/"
            self._report(document.where("years"), "file-name", message, fix)
            return None
        ordered = tuple(sorted(projects, key=lambda item: (item.number, item.id)))
        return plan and plan.model_copy(update={"projects": ordered})

    def _read_card(self, period: str, name: str, model: type[Project]) -> Iterator[Project]:
        document = self._read_data(name)
        if document.data is None:
            return
        stem = name.rpartition("/")[2]
        project = self._validate(model, name, document, {"id": stem, **document.data})
        if project is not None and project.id != stem:
            self.sources.broken |= {name, f"{period}/projects/{project.id}"}
            message = f"รหัสโครงการ “{project.id}” ไม่ตรงกับชื่อไฟล์ {stem}.yml"
            self._report(document.where("id"), "file-name", message, f"แก้ id เป็น {stem}")
        elif project is not None and self._register(period, project, document, ()):
            yield project

    def _read_inline_projects(
        self, period: str, document: DataFile, items: Any, model: type[Project]
    ) -> Iterator[Project]:
        good, found = validate_each(model, document, items, ("projects",))
        self.problems += found
        if found and isinstance(items, list):
            given = {f"{period}/projects/{item.get('id', '')}" for item in items if isinstance(item, dict)}
            self.sources.broken |= given - {f"{period}/projects/{project.id}" for _, project in good}
        if not isinstance(items, list) or not all(isinstance(item, dict) and item.get("id") for item in items):
            self._mark_broken(f"{period}/plan")
        for index, project in good:
            if self._register(period, project, document, ("projects", index)):
                yield project

    def _register(self, period: str, project: Project, document: DataFile, place: DataPath) -> bool:
        first = self.sources.projects.get((period, project.id))
        if first is not None:
            self._report(
                document.where(*place, "id"),
                "duplicate-id",
                f"รหัสโครงการ “{project.id}” ซ้ำกับอีกโครงการหนึ่ง",
                "ตั้งรหัสใหม่ที่ไม่ซ้ำให้โครงการที่เพิ่มทีหลัง",
                related=(first[0].where(*first[1], "id"),),
            )
            return False
        self.sources.projects[period, project.id] = (document, place)
        return True

    def _check_overlaps(self, plans: dict[str, Plan]) -> None:
        for before, after in combinations(plans.values(), 2):
            shared = sorted({*before.years.span} & {*after.years.span})
            if shared:
                self._report(
                    self.sources.where_plan(after.period, "years"),
                    "overlapping-plans",
                    f"แผน {after.period} ทับปี {', '.join(map(str, shared))} กับแผน {before.period}",
                    "แก้ช่วงปีและชื่อโฟลเดอร์ให้แต่ละปีงบประมาณอยู่ในแผนเดียว",
                    related=(self.sources.where_plan(before.period, "years"),),
                )

    def _read_round(self, name: str, key: RoundKey) -> RoundReport | None:
        document = self._read_data(name)
        if document.data is None:
            return None
        data = dict(document.data)
        good, found = validate_each(Progress, document, data.pop("projects", []), ("projects",))
        self.problems += found
        if found:
            self._mark_broken(name)
        report: RoundReport | None = self._validate(RoundReport, name, document, data)
        for index, progress in good:
            self._check_files(progress, document, ("projects", index))
        self.sources.progress[key] = [("projects", index) for index, _ in good]
        return report and report.model_copy(update={"projects": tuple(progress for _, progress in good)})

    def _read_paper(self, name: str) -> Paper | None:
        document = self._read_data(name)
        if document.data is None:
            return None
        kind = _find_paper_kind(document.data.get("kind"))
        if kind is None:
            # Without a kind nobody knows which keys belong here: only the kind is reported.
            _, found = validate(Paper, document, document.data)
            self.problems += [problem for problem in found if problem.rule != "unknown-key"]
            self._mark_broken(name)
            return None
        paper: Paper | None = self._validate(PAPER_RECORDS[kind], name, document, document.data)
        if paper is None:
            self._name_kinds(document)
        return paper

    def _name_kinds(self, document: DataFile) -> None:
        """Say of a key that another kind of paper has which kind that is."""
        others = {document.where_key(key): _list_kinds_with(key) for key in document.data}
        for index, problem in enumerate(self.problems):
            if problem.rule == "unknown-key" and (kinds := others.get(problem.where)):
                fix = f"ลบคีย์นี้ หรือแก้ kind: เป็น {' หรือ '.join(kinds)} ซึ่งมีคีย์นี้"
                self.problems[index] = replace(problem, fix=fix)


def _read_period(years: object) -> str | None:
    """Return the period that a plan's ``years`` tell in their usual spelling, None where they cannot be right."""
    text = to_arabic(years).replace("–", "-").replace(" ", "") if isinstance(years, str) else ""
    is_period = PERIOD.fullmatch(text) and 0 <= int(text[5:]) - int(text[:4]) < MAX_YEARS
    return text if is_period else None


def _limit_budgets(plan: Plan, rounds: Iterable[RoundKey]) -> Plan:
    """Return a plan that is known from its report with budgets for the reported years only.

    A report tells the money of its own year; one amount without a year is not that of every year of the plan.
    """
    if not plan.is_reported:
        return plan
    years = {key.fiscal_year for key in rounds} & {*plan.years.span}
    projects = tuple(
        project.model_copy(
            update={
                "budget": Budget(
                    by_year={year: project.budget.in_year(year) for year in years} | project.budget.by_year
                )
            }
        )
        for project in plan.projects
    )
    return plan.model_copy(update={"projects": projects})


def _list_kinds_with(key: str) -> list[str]:
    return [kind.label for kind, record in PAPER_RECORDS.items() if key in record.model_fields]


def _find_paper_kind(given: object) -> PaperKind | None:
    text = normalise(given).strip() if isinstance(given, str) else None
    return next((kind for kind in PaperKind if text in {kind.value, kind.label}), None)
