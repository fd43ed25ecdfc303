"""Reading ``plans/``: every folder an LAO, every file a record, all problems of all files in one go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.exceptions import PlansFolderError
from generator.load.document import DataPath, Document
from generator.load.files import check_file, find_file_references
from generator.load.source import UnreadableFileError, read_text
from generator.load.texts import PlacedText, list_texts
from generator.load.validation import find_nearest, suggest, validate, validate_each
from generator.load.yaml_reader import parse_yaml
from generator.problem import Problem, Severity, Where
from generator.records.base import INDEX
from generator.records.dossier import Dossier, RoundKey
from generator.records.lao import Lao
from generator.records.measures import IntegrityMeasures
from generator.records.papers import PAPER_RECORDS, Paper, PaperKind
from generator.records.plan import Plan, Project
from generator.records.progress import Progress, RoundReport
from generator.thai.digits import to_arabic
from generator.thai.system_errors import describe_os_error
from generator.thai.text import normalise

# Names of hand-written and built folders of the site; an LAO's folder cannot take them.
RESERVED = frozenset({
    "about", "accessibility", "assets", "data", "handbook", "how-to-read", "javascripts", "rules", "schemas", "search",
    "stylesheets", "templates",
})  # fmt: skip
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ROUND_FILE = re.compile(r"2[56][0-9]{2}-(06|12)")
_YEAR_FILE = re.compile(r"2[56][0-9]{2}")
_FOLDERS = ("projects", "progress", "measures", "papers")
_IGNORED = re.compile(r"\..*|.*~|README.*|Thumbs\.db|desktop\.ini", re.IGNORECASE)


@dataclass
class Sources:
    """Where the records of one LAO come from, for problems that appear after reading.

    Attributes:
        documents: The files, by their path inside the LAO's folder without ``.yml`` (``progress/2566-12``).
        projects: File and place of each project that was read.
        progress: Place of each progress record, by round, in the order of ``RoundReport.projects``.
        broken: Files, and ids of projects and papers, that could not be read in full.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    projects: dict[str, tuple[Document, DataPath]] = field(default_factory=dict)
    progress: dict[RoundKey, list[DataPath]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    @cached_property
    def texts(self) -> tuple[PlacedText, ...]:
        """Every text for readers in all files."""
        return list_texts(self.documents)

    def where(self, name: str, *path: str | int) -> Where:
        """Return the place of a value in a file."""
        return self.documents[name].where(*path)

    def where_project(self, project_id: str, *path: str | int) -> Where:
        """Return the place of a value in a project's card."""
        document, prefix = self.projects[project_id]
        return document.where(*prefix, *path)

    def where_progress(self, key: RoundKey, index: int, *path: str | int) -> Where:
        """Return the place of a value in a progress record."""
        return self.where(f"progress/{key.slug}", *self.progress[key][index], *path)


@dataclass(frozen=True)
class LoadedDossier:
    """The records of one LAO and where they come from; ``dossier`` is None without a readable ``lao.yml``."""

    slug: str
    folder: Path
    dossier: Dossier | None
    sources: Sources
    problems: tuple[Problem, ...]


def load_plans(folder: Path, *, shown: str | None = None, only: str | None = None) -> list[LoadedDossier]:
    """Read every LAO's folder, in alphabetical order.

    Args:
        folder: The folder of plans.
        shown: How messages name it; its own name by default.
        only: Slug of the one LAO to read.

    Raises:
        PlansFolderError: The folder cannot be listed, or the LAO asked for is not there.
    """
    try:
        entries = sorted(entry for entry in folder.iterdir() if not _IGNORED.fullmatch(entry.name) and entry.is_dir())
    except OSError as error:
        raise PlansFolderError(f"เปิดโฟลเดอร์ข้อมูล {folder.name}/ ไม่ได้ ({describe_os_error(error)})") from None
    folders = entries if only is None else [entry for entry in entries if entry.name == only]
    if only is not None and not folders:
        nearest = find_nearest(only, [entry.name for entry in entries])
        hint = f" หมายถึง {nearest} หรือไม่" if nearest else ""
        raise PlansFolderError(f"ไม่มีหน่วยงานชื่อ {only} ใน {folder.name}/{hint}")
    return [_Reader(entry, shown or folder.name, folder).read() for entry in folders]


def _is_free_slug(text: str) -> bool:
    """Tell whether a name can be a project's or paper's address; ``index`` is that of their list."""
    return text != INDEX and _SLUG.fullmatch(text) is not None


def _keep(records: dict[Any, Any], key: object, record: object) -> None:
    """Put a record where it belongs, unless it could not be read."""
    if record is not None:
        records[key] = record


class _Reader:
    """Reads one LAO's folder."""

    def __init__(self, folder: Path, plans_shown: str, plans: Path) -> None:
        self.folder = folder
        self.plans = plans
        self.shown = f"{plans_shown}/{folder.name}"
        self.sources = Sources()
        self.problems: list[Problem] = []
        self.misnamed: set[str] = set()

    def read(self) -> LoadedDossier:
        self._check_name()
        files = dict(self._list_files())
        lao = self._read_lao(files)
        plan = self._read_plan(files)
        rounds: dict[RoundKey, RoundReport] = {}
        measures: dict[int, IntegrityMeasures] = {}
        papers: dict[str, Paper] = {}
        for name, path in files.items():
            kind, _, stem = name.partition("/")
            if kind == "progress":
                key = RoundKey.from_slug(stem)
                _keep(rounds, key, self._read_round(name, path, key))
            elif kind == "measures":
                _keep(measures, int(stem), self._read_record(IntegrityMeasures, name, path))
            elif kind == "papers":
                _keep(papers, stem, self._read_paper(name, path))
        dossier = None
        if lao is not None:
            dossier = Dossier(self.folder.name, lao, plan, dict(sorted(rounds.items())), measures, papers)
        return LoadedDossier(self.folder.name, self.folder, dossier, self.sources, tuple(self.problems))

    def _report(self, where: Where, rule: str, message: str, fix: str, related: tuple[Where, ...] = ()) -> None:
        self.problems.append(Problem(where, rule, Severity.ERROR, message, fix, related))

    def _check_name(self) -> None:
        name = self.folder.name
        if not _SLUG.fullmatch(name):
            self._report(
                Where(self.shown),
                "folder-name",
                f"ชื่อโฟลเดอร์ “{name}” ใช้เป็นที่อยู่หน้าเว็บไม่ได้",
                "ตั้งชื่อด้วยตัวอังกฤษพิมพ์เล็ก ตัวเลข และขีดกลาง เช่น maesai",
            )
        elif name in RESERVED:
            self._report(
                Where(self.shown), "folder-name", f"ชื่อโฟลเดอร์ “{name}” สงวนไว้สำหรับหน้าของเว็บไซต์", "ตั้งชื่อโฟลเดอร์ใหม่"
            )
        if not self.folder.resolve().is_relative_to(self.plans.resolve()):
            self._report(
                Where(self.shown), "file-outside", "โฟลเดอร์นี้เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ข้อมูล", "คัดลอกโฟลเดอร์จริงมาวางแทนลิงก์"
            )

    def _list_files(self) -> Iterator[tuple[str, Path]]:
        """Yield the YAML files by their name without suffix; report what has no place here."""
        for entry in self._list_folder(self.folder, self.shown):
            if entry.name == "files":
                continue
            if entry.is_dir() and entry.name in _FOLDERS:
                for child in self._list_folder(entry, f"{self.shown}/{entry.name}"):
                    yield from self._accept(f"{entry.name}/", child)
            else:
                yield from self._accept("", entry)

    def _list_folder(self, folder: Path, shown: str) -> list[Path]:
        try:
            return sorted(entry for entry in folder.iterdir() if not _IGNORED.fullmatch(entry.name))
        except OSError as error:
            self._report(
                Where(shown),
                "file-unreadable",
                f"เปิดโฟลเดอร์ไม่ได้ ({describe_os_error(error)})",
                "ตรวจว่าโฟลเดอร์มีสิทธิ์อ่านและเปิดเข้าไปได้",
            )
            return []

    def _accept(self, prefix: str, path: Path) -> Iterator[tuple[str, Path]]:
        name, stem = prefix + path.name, path.stem
        meant = _find_meant_name(prefix, path.name)
        if meant and meant != name:
            self.misnamed.add(meant)
            self._mark_broken(meant.removesuffix(".yml"))
        if path.suffix != ".yml":
            known = [*(f"{folder}/" for folder in _FOLDERS), "files/", "lao.yml", "plan.yml"]
            fix = (
                f"เปลี่ยนชื่อเป็น {(meant or f'{stem}.yml').rpartition('/')[2]}"
                if meant or path.suffix == ".yaml"
                else suggest(name, [] if prefix else known, "ย้ายไฟล์แนบไปไว้ใน files/ หรือลบออก")
            )
            self._report(Where(f"{self.shown}/{name}"), "unknown-file", f"ไม่รู้จักไฟล์หรือโฟลเดอร์ “{name}”", fix)
            return
        rules: dict[str, tuple[Callable[[str], object], str]] = {
            "": (lambda text: text in {"lao", "plan"}, "ไฟล์ที่ใช้ได้คือ lao.yml และ plan.yml"),
            "progress/": (_ROUND_FILE.fullmatch, "ตั้งชื่อเป็น <ปีงบประมาณ>-06.yml หรือ <ปีงบประมาณ>-12.yml เช่น 2566-12.yml"),
            "measures/": (_YEAR_FILE.fullmatch, "ตั้งชื่อเป็น <ปีงบประมาณ>.yml เช่น 2568.yml"),
        }
        is_slug = (_is_free_slug, "ใช้ตัวอังกฤษพิมพ์เล็ก ตัวเลข และขีดกลาง เช่น p01.yml ยกเว้นชื่อ index")
        is_valid, fix = rules.get(prefix, is_slug)
        if not is_valid(stem):
            fix = f"เปลี่ยนชื่อเป็น {meant.rpartition('/')[2]}" if meant else fix
            self._report(Where(f"{self.shown}/{name}"), "file-name", f"ชื่อไฟล์ “{path.name}” ใช้ไม่ได้", fix)
            return
        yield prefix + stem, path

    def _read_data(self, name: str, path: Path) -> Document:
        shown = f"{self.shown}/{name}.yml"
        try:
            text = read_text(path, inside=self.folder, shown=shown)
        except UnreadableFileError as error:
            self.problems.append(error.problem)
            document = Document(shown)
        else:
            document, found = parse_yaml(text, shown)
            self.problems += found
            if document.data is not None and not isinstance(document.data, dict):
                self._report(document.where(), "wrong-type", "ไฟล์นี้ต้องขึ้นต้นด้วยคีย์ เช่น name:", "เขียนข้อมูลเป็น คีย์: ค่า")
                document = Document(shown)
        self.sources.documents[name] = document
        if document.data is None:
            self._mark_broken(name)
        return document

    def _mark_broken(self, name: str) -> None:
        self.sources.broken |= {name, name.rpartition("/")[2]}

    def _validate(self, model: type[Any], name: str, document: Document, data: Any) -> Any:
        record, found = validate(model, document, data)
        self.problems += found
        if record is None:
            self._mark_broken(name)
        else:
            self._check_files(record, document)
        return record

    def _check_files(self, record: BaseModel, document: Document, prefix: DataPath = ()) -> None:
        for place, file in find_file_references(record):
            self.problems += check_file(self.folder, file, document, (*prefix, *place))

    def _read_record(self, model: type[Any], name: str, path: Path) -> Any:
        document = self._read_data(name, path)
        return None if document.data is None else self._validate(model, name, document, document.data)

    def _read_lao(self, files: dict[str, Path]) -> Lao | None:
        path = files.get("lao")
        if path is None and "lao.yml" in self.misnamed:
            return None
        if path is None:
            self._report(
                Where(self.shown), "missing-file", "ขาดไฟล์ lao.yml", "สร้าง lao.yml ที่มี type, name, district และ province"
            )
            return None
        record: Lao | None = self._read_record(Lao, "lao", path)
        return record

    def _read_plan(self, files: dict[str, Path]) -> Plan | None:
        card_files = {name: path for name, path in files.items() if name.startswith("projects/")}
        projects = [project for name, path in card_files.items() for project in self._read_card(name, path)]
        path = files.get("plan")
        if path is None:
            if card_files and "plan.yml" not in self.misnamed:
                self._report(
                    Where(self.shown), "missing-file", "มีโฟลเดอร์ projects/ แต่ขาดไฟล์ plan.yml", "สร้าง plan.yml ที่มี years"
                )
            return None
        document = self._read_data("plan", path)
        if document.data is None:
            return None
        data = dict(document.data)
        if "projects" in data:
            projects += self._read_inline_projects(document, data.pop("projects"))
        plan: Plan | None = self._validate(Plan, "plan", document, data)
        if plan is None:
            return None
        return plan.model_copy(update={"projects": tuple(sorted(projects, key=lambda item: (item.number, item.id)))})

    def _read_card(self, name: str, path: Path) -> Iterator[Project]:
        document = self._read_data(name, path)
        if document.data is None:
            return
        stem = name.rpartition("/")[2]
        project = self._validate(Project, name, document, {"id": stem, **document.data})
        if project is not None and project.id != stem:
            self.sources.broken |= {stem, project.id}
            self._report(
                document.where("id"),
                "file-name",
                f"รหัสโครงการ “{project.id}” ไม่ตรงกับชื่อไฟล์ {stem}.yml",
                f"แก้ id เป็น {stem}",
            )
        elif project is not None and self._register(project, document, ()):
            yield project

    def _read_inline_projects(self, document: Document, items: Any) -> Iterator[Project]:
        good, found = validate_each(Project, document, items, ("projects",))
        self.problems += found
        if found and isinstance(items, list):
            self.sources.broken |= {str(item.get("id", "")) for item in items if isinstance(item, dict)}
            self.sources.broken -= {project.id for _, project in good}
        if not isinstance(items, list) or not all(isinstance(item, dict) and item.get("id") for item in items):
            self._mark_broken("plan")
        for index, project in good:
            if self._register(project, document, ("projects", index)):
                yield project

    def _register(self, project: Project, document: Document, place: DataPath) -> bool:
        first = self.sources.projects.get(project.id)
        if first is not None:
            self._report(
                document.where(*place, "id"),
                "duplicate-id",
                f"รหัสโครงการ “{project.id}” ซ้ำกับอีกโครงการหนึ่ง",
                "ตั้งรหัสใหม่ที่ไม่ซ้ำให้โครงการที่เพิ่มทีหลัง",
                related=(first[0].where(*first[1], "id"),),
            )
            return False
        self.sources.projects[project.id] = (document, place)
        return True

    def _read_round(self, name: str, path: Path, key: RoundKey) -> RoundReport | None:
        document = self._read_data(name, path)
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

    def _read_paper(self, name: str, path: Path) -> Paper | None:
        document = self._read_data(name, path)
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

    def _name_kinds(self, document: Document) -> None:
        """Say of a key that another kind of paper has which kind that is."""
        others = {document.where_key(key): _list_kinds_with(key) for key in document.data}
        for index, problem in enumerate(self.problems):
            if problem.rule == "unknown-key" and (kinds := others.get(problem.where)):
                fix = f"ลบคีย์นี้ หรือแก้ kind: เป็น {' หรือ '.join(kinds)} ซึ่งมีคีย์นี้"
                self.problems[index] = replace(problem, fix=fix)


def _find_meant_name(prefix: str, name: str) -> str | None:
    """Return the path of the data file that a wrong file name most likely means: 2566-6.yml, Plan.yml, plan.yml.txt."""
    match = re.fullmatch(r"(.+?)\.ya?ml(?:\.txt)?", to_arabic(name).lower())
    if not match:
        return None
    stem = re.sub(r"[ _.]+", "-", match[1].strip())
    if prefix == "progress/":
        stem = re.sub(r"-6$", "-06", stem)
        is_valid = _ROUND_FILE.fullmatch(stem) is not None
    elif prefix == "measures/":
        is_valid = _YEAR_FILE.fullmatch(stem) is not None
    elif prefix:
        is_valid = _SLUG.fullmatch(stem) is not None
    else:
        is_valid = stem in {"lao", "plan"}
    return f"{prefix}{stem}.yml" if is_valid else None


def _list_kinds_with(key: str) -> list[str]:
    return [kind.label for kind, record in PAPER_RECORDS.items() if key in record.model_fields]


def _find_paper_kind(given: object) -> PaperKind | None:
    text = normalise(given).strip() if isinstance(given, str) else None
    return next((kind for kind in PaperKind if text in {kind.value, kind.label}), None)
