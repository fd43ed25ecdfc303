"""จำนวนเงินของโครงการในข้อความต้องไม่ขัดกับเงินของโครงการเดียวกันในตาราง

ตรวจผลและหมายเหตุของโครงการ: ยอดที่บอกว่าเบิกจ่ายหรือใช้ไปต้องไม่เกินยอดเบิกจ่าย (disbursed) ยอดรวมต้องเท่ากัน
และงบประมาณที่บอกว่าตั้งไว้หรือได้รับต้องตรงกับงบประมาณตามแผนหรือตามข้อบัญญัติ จ่ายเป็นงวดหรือเป็นค่าใช้จ่ายบางรายการไม่ถือว่าผิด
ตรวจประกาศ คำนำ และบันทึกข้อความที่เขียนชื่อโครงการเต็มพร้อมงบประมาณ กับงบประมาณของโครงการนั้นในแผน
เหตุที่สำคัญ: เงินที่เขียนในข้อความแต่ไม่อยู่ในตาราง เป็นเงินที่ประชาชนตรวจสอบไม่ได้

ไม่ผ่าน: โครงการที่ไม่ใช้งบประมาณมีหมายเหตุว่า เบิกจ่ายเป็นค่าวิทยากร จำนวน 7,200 บาท
ไม่ผ่าน: disbursed: 28050 แต่ผลเขียนว่า เบิกจ่ายรวมทั้งสิ้น 28,500 บาท
ไม่ผ่าน: ประกาศเขียนว่า โครงการจัดเวทีประชาคม งบประมาณ 35,000 บาท แต่ในแผนคือ 30,000 บาท
ผ่าน: disbursed: 28050 และหมายเหตุว่า เบิกจ่ายเป็นค่าวิทยากร จำนวน 7,200 บาท
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from prongsai.checks.subjects.passages import Passage, iter_passages, read_plainly
from prongsai.checks.subjects.round_records import describe_money
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.figures.round_results import ProjectResult
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.dossier import RoundKey
from prongsai.records.plan import Plan
from prongsai.records.project import Project
from prongsai.thai.patterns import compile_late

ID = "record-money-text"
SEVERITY = Severity.WARNING

_AMOUNT = r"(?P<amount>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]{1,12}(?:\.[0-9]{1,2})?)(?:\.-)?\s*บาท"
_ALL = "(?P<all>รวมทั้งสิ้น|รวมทั้งหมด|ทั้งสิ้น|ทั้งหมด|รวม)"
# From เบิกจ่าย to its amount; what the money was for may stand between, another amount may not.
_SPENT = compile_late(
    r"(?<!การ)(?<!ค่า)(?:เบิกจ่าย|ใช้จ่าย|จ่ายเงิน|ใช้งบประมาณ|ใช้เงิน)(?:เงิน|งบประมาณ|ไป|แล้ว|จริง|ครบ(?:ถ้วน)?|เต็ม(?:ตาม)?(?:จำนวน|วงเงิน))*+\s*"
    rf"(?:(?:เป็น|สำหรับ|เพื่อ)?(?:ค่า|เงิน)[^0-9]{{0,60}}?)?(?:{_ALL}|เป็นเงิน|จำนวน|ไป)*+\s*{_AMOUNT}"
)
_GIVEN = compile_late(
    r"(?:งบประมาณที่(?:ตั้งไว้|ได้รับ)|ตั้งงบประมาณไว้|ได้รับ(?:การ)?(?:จัดสรร|อนุมัติ)?งบประมาณ|งบประมาณของโครงการ|งบประมาณตามแผน)"
    rf"(?:โครงการ|รวม|ทั้งสิ้น|จำนวน|เป็นเงิน|คือ)*+\s*{_AMOUNT}"
)
_BUDGET = compile_late(rf"[”\"’'\s]*(?:ตั้ง|มี|ได้รับ)?งบประมาณ(?:ดำเนินการ|ปีละ|จำนวน|ไว้|รวม|เป็นเงิน|\s)*+{_AMOUNT}")
_NOT_OWN = compile_late("ไม่|มิได้|ปีก่อน|ปีที่ผ่านมา|ประหยัด|ลด|เดิม|สนับสนุน|อุดหนุน|หน่วยงานอื่น|กองทุน|บริจาค|จะ|ละ$")
_KEYS = {"steps", "text", "results", "outcomes", "remark", "eplan_remark"}
_NEAR = 20
_FIX = "เทียบกับเอกสารฉบับจริง แล้วแก้จำนวนเงินในข้อความหรือในตารางที่ผิด"


class _Record(NamedTuple):
    """A record of a round: its place among them, and its figures."""

    key: RoundKey
    row: int
    result: ProjectResult


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield amounts in the words of a record, or of a passage that names a project, that its money contradicts."""
    places = TextPlaces(loaded)
    records = {
        (f"progress/{key.slug}", path): record for key in loaded.ledger.by_round for path, record in _list(loaded, key)
    }
    for placed in loaded.sources.texts:
        record = records.get((placed.document, placed.path[:2])) if placed.key in _KEYS else None
        if record and "บาท" in placed.text:
            for found, message, name in _find_wrong(read_plainly(placed.text), record.result):
                yield Problem(
                    places.where(placed, found.start("amount")),
                    ID,
                    SEVERITY,
                    f"โครงการ {record.result.project.id} เขียนว่า “{found[0].strip()}” แต่{message}",
                    _FIX,
                    (loaded.sources.where_progress(record.key, record.row, name),),
                )
    for passage in iter_passages(loaded):
        if passage.plan and "บาท" in passage.text:
            yield from _check_passage(loaded, places, passage, passage.plan)


def _list(loaded: LoadedDossier, key: RoundKey) -> Iterator[tuple[DataPath, _Record]]:
    """Yield where each record of a round stands, with its figures."""
    figures = loaded.ledger.by_round[key]
    results = {id(result.progress): result for result in figures.results if result.progress}
    paths = loaded.sources.progress.get(key, [])
    for row, (path, progress) in enumerate(zip(paths, figures.report.projects, strict=False)):
        if id(progress) in results:
            yield path, _Record(key, row, results[id(progress)])


def _find_wrong(text: str, result: ProjectResult) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield the amounts that are wrong, what is told of each, and the key of ours."""
    spent = result.disbursed.amount
    for found in _SPENT.finditer(text):
        amount = _read(found)
        if spent is None or _NOT_OWN.search(text[max(0, found.start() - _NEAR) : found.start()]):
            continue
        if amount > spent or (found["all"] and amount != spent):
            yield found, f"ยอดเบิกจ่ายของโครงการคือ {describe_money(result.disbursed)}", "disbursed"
    given = [money for money in (result.planned, result.ordinance) if money.amount is not None]
    if len(given) < 2:
        return
    for found in _GIVEN.finditer(text):
        if _NOT_OWN.search(text[max(0, found.start() - _NEAR) : found.start()]):
            continue
        if _read(found) not in [money.amount for money in given]:
            amounts = " และ ".join(dict.fromkeys(describe_money(money) for money in given))
            yield found, f"งบประมาณของโครงการคือ {amounts}", "ordinance"


def _check_passage(loaded: LoadedDossier, places: TextPlaces, passage: Passage, plan: Plan) -> Iterator[Problem]:
    """Yield the budget that follows a project's full name and is that of none of its years."""
    text = passage.text
    for project in plan.projects:
        start = text.find(project.name) if project.is_named else -1
        found = _BUDGET.match(text, start + len(project.name)) if start >= 0 else None
        amounts = [money.amount for money in (project.budget.every_year, *project.budget.by_year.values())]
        known = [amount for amount in amounts if amount is not None]
        if found is None or not known or _read(found) in {*known, sum(_list_years(plan, project))}:
            continue
        own = " หรือ ".join(f"{amount:,.2f}" for amount in dict.fromkeys(known))
        message = (
            f"{passage.label}เขียนว่า “{project.name}{found[0]}” แต่งบประมาณของโครงการ {project.id} ในแผนคือ {own} บาท"
        )
        where = loaded.sources.where_project(plan.period, project.id, "budget")
        yield Problem(places.where(passage.placed, found.start("amount")), ID, SEVERITY, message, _FIX, (where,))


def _list_years(plan: Plan, project: Project) -> list[Decimal]:
    years = (project.budget.in_year(year).amount for year in plan.years.span if project.is_in_force(year))
    return [amount for amount in years if amount is not None]


def _read(found: re.Match[str]) -> Decimal:
    return Decimal(found["amount"].replace(",", ""))
