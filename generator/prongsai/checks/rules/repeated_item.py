"""รายการเดียวกันต้องไม่มีข้อที่ซ้ำกัน

เทียบข้อในวัตถุประสงค์ กลุ่มเป้าหมาย วิธีดำเนินการชั้นเดียวกัน ผลผลิต ผลลัพธ์ และรายการอื่นของแบบรายละเอียดโครงการ ข้อที่ยาวพอ
ในรายการของแผน รายงาน มาตรการ และประกาศหรือคำสั่ง กับชื่อมาตรการในหัวข้อเดียวกัน โดยไม่นับช่องว่างและเครื่องหมายคำพูด
เหตุที่สำคัญ: ข้อที่ซ้ำมักเป็นข้อที่พิมพ์ทับข้ออื่น ทำให้เนื้อหาที่ควรมีหายไป

ไม่ผ่าน: objectives มี “เพื่อป้องกันการทุจริต” สองข้อ
ผ่าน: steps สองข้อใช้คำเดียวกันแต่มีข้อย่อยต่างกัน
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from prongsai.checks.subjects.plan_projects import iter_plan_projects
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Problem, Severity
from prongsai.records.project import Project, Step
from prongsai.thai.text import compact

ID = "repeated-item"
SEVERITY = Severity.WARNING
_MIN_LENGTH = 12  # shorter items are names and units, which may well come twice
_OTHER_LISTS = {"steps", "responsible_units", "neighbours", "watch_names"}
# Each item of a list: what makes it the same as another, and its text.
Items = Sequence[tuple[Hashable, str]]


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield items that a list of a card has twice; each points at the first."""
    for card in iter_plan_projects(loaded):
        for path, label, items in _list_lists(card.project):
            if len(items) < 2:
                continue
            first: dict[Hashable, int] = {}
            for index, (key, text) in enumerate(items):
                earlier = first.setdefault(key, index)
                if earlier != index:
                    yield Problem(
                        card.where(*path, index),
                        ID,
                        SEVERITY,
                        f"{label}ข้อ {index + 1} ซ้ำกับข้อ {earlier + 1}: “{text}”",
                        "แก้เป็นข้อความที่ควรเป็น หรือลบข้อที่ซ้ำ",
                        (card.where(*path, earlier),),
                    )
    yield from _check_other_lists(loaded)
    yield from _check_measures(loaded)


def _check_other_lists(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield items that a list of a plan, report, measure or paper has twice."""
    cards = {(f"{period}/plan", "projects") for period in loaded.dossier.plans}
    first: dict[tuple[str, DataPath, str], PlacedText] = {}
    for placed in loaded.sources.texts:
        text = compact(placed.text)
        is_card = "/projects/" in placed.document or (placed.document, placed.path[0]) in cards
        if is_card or not isinstance(placed.path[-1], int) or placed.key in _OTHER_LISTS or len(text) < _MIN_LENGTH:
            continue
        earlier = first.setdefault((placed.document, placed.path[:-1], text), placed)
        if earlier is not placed:
            yield Problem(
                placed.where,
                ID,
                SEVERITY,
                f"ข้อ {placed.path[-1] + 1} ของ {placed.key}: ซ้ำกับข้อ {int(earlier.path[-1]) + 1}: “{placed.text}”",
                "แก้เป็นข้อความที่ควรเป็น หรือลบข้อที่ซ้ำ",
                (earlier.where,),
            )


def _check_measures(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield measures of a section with the same title."""
    for year, record in loaded.dossier.measures.items():
        for row, section in enumerate(record.sections):
            first: dict[str, int] = {}
            for index, measure in enumerate(section.measures):
                earlier = first.setdefault(compact(measure.title), index)
                if earlier != index:
                    where, other = (
                        loaded.sources.where(f"measures/{year}", "sections", row, "measures", place, "title")
                        for place in (index, earlier)
                    )
                    numbers = (
                        f"{section.number}.{measure.number} ซ้ำกับ {section.number}.{section.measures[earlier].number}"
                    )
                    fix = "แก้เป็นชื่อมาตรการที่ควรเป็น หรือรวมเป็นมาตรการเดียว"
                    yield Problem(where, ID, SEVERITY, f"ชื่อมาตรการ {numbers}: “{measure.title}”", fix, (other,))


def _list_lists(project: Project) -> Iterator[tuple[DataPath, str, Items]]:
    yield ("rationale",), "หลักการและเหตุผล", [(compact(text), text) for text in project.rationale]
    yield ("objectives",), "วัตถุประสงค์", [(compact(text), text) for text in project.objectives]
    groups = [((compact(group.text), group.count), group.text) for group in project.target_groups]
    yield ("target_groups",), "กลุ่มเป้าหมาย", groups
    yield from _list_steps(project.steps, ("steps",))
    yield ("responsible_units",), "ผู้รับผิดชอบ", [(compact(text), text) for text in project.responsible_units]
    for name, label, results in (("outputs", "ผลผลิต", project.outputs), ("outcomes", "ผลลัพธ์", project.outcomes)):
        # One output may be measured in two ways.
        yield (name,), label, [((compact(item.text), compact(item.measure or "")), item.text) for item in results]


def _list_steps(steps: tuple[Step, ...], path: DataPath) -> Iterator[tuple[DataPath, str, Items]]:
    yield path, "วิธีดำเนินการ", [((compact(step.text), _list_texts(step.steps)), step.text) for step in steps]
    for index, step in enumerate(steps):
        if step.steps:
            yield from _list_steps(step.steps, (*path, index, "steps"))


def _list_texts(steps: tuple[Step, ...]) -> tuple[Hashable, ...]:
    return tuple((compact(step.text), _list_texts(step.steps)) for step in steps)
