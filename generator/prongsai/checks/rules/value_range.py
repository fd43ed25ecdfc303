"""คะแนน ร้อยละ และค่าเป้าหมายต้องอยู่ในช่วงที่เป็นไปได้

ตรวจคะแนน ITA เกณฑ์ผ่าน ค่าเป้าหมาย และร้อยละที่เกิน 100 ค่าเป้าหมายหน่วยคะแนนที่น้อยกว่า 1 รวมถึงร้อยละเกิน 100 ของคนหรือคะแนนในข้อความ
เหตุที่สำคัญ: จุดทศนิยมหรือเลขศูนย์ที่พิมพ์ผิดทำให้ผลของหน่วยงานดูเกินจริง และค่าเป้าหมายกลายเป็นสิ่งที่ทำไม่ได้

ไม่ผ่าน: score: 971.8
ไม่ผ่าน: values: {2569: 80, 2570: 850} ที่หน่วยเป็นคะแนน
ไม่ผ่าน: projects_percent: 110.00
ผ่าน: score: 97.18
ผ่าน: ผู้เข้ารับบริการเพิ่มขึ้นร้อยละ 120
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.plan import Direction, Unit
from prongsai.records.progress import DeclaredFigures
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late

ID = "value-range"
SEVERITY = Severity.ERROR
_MOST = 100
_LEAST_SCORE = 10
_FIX = "แก้ตัวเลขให้ตรงกับเอกสาร ระวังจุดทศนิยมและเลขที่พิมพ์เกิน"
_SHARE = compile_late(
    r"(?:ร้อยละ|เปอร์เซ็นต์)\s*([0-9]{1,7}(?:\.[0-9]+)?)(?![0-9,])|(?<![0-9,.])([0-9]{1,7}(?:\.[0-9]+)?)\s*(?:%|เปอร์เซ็นต์)"
)
_SCORE = compile_late(
    r"(?:ITA|ไอทีเอ|คุณธรรมและความโปร่งใส)[^\n]{0,60}?(?<![0-9.,/])([0-9]{1,6}(?:\.[0-9]+)?)\s*คะแนน(?!\s*เต็ม)"
)
# What can be more than the whole: growth, and what is counted against a minimum or a plan.
_COMPARED = compile_late(
    r"\s*(?:ซึ่ง)?(?:เพิ่ม|สูงกว่า|เกิน|ของ(?:แผน|เป้า|ขั้นต่ำ|งบ|ปี)|เมื่อเทียบ|เทียบกับ|จาก(?:เป้า|แผน|ปี|เดิม)|ตามเป้า|ขึ้นไป)"
)
_MAY_EXCEED = compile_late("เพิ่ม|ขยาย|เติบโต|สูงขึ้น|สูงกว่า|มากกว่า|เกินกว่า|เกิน|ขั้นต่ำ|เมื่อเทียบ|เทียบกับ|ของแผน|ของเป้าหมาย|ตามเป้า")
_REACH = 60


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield scores, percentages and targets over 100."""
    for what, value, where, severity in (*_list_plan(loaded), *_list_measures(loaded), *_list_rounds(loaded)):
        if value is not None and value > _MOST:
            yield Problem(where, ID, severity, f"{what} {value} เกิน {_MOST}", _FIX)
    yield from _check_fractions(loaded)
    yield from _check_texts(loaded)


_Value = tuple[str, Decimal | None, Where, Severity]


def _list_plan(loaded: LoadedDossier) -> Iterator[_Value]:
    for plan in loaded.dossier.plans.values():
        for row, target in enumerate(plan.targets):
            unit: Unit = target.unit

            def locate(*path: str | int, period: str = plan.period, index: int = row) -> Where:
                return loaded.sources.where_plan(period, "targets", index, *path)

            for year, value in target.values.items():
                yield f"ค่าเป้าหมายปี {year} หน่วย{unit.label}", value, locate("values", str(year)), SEVERITY
            yield f"ค่าในปีฐาน หน่วย{unit.label}", target.baseline_value, locate("baseline_value"), SEVERITY
            yield f"เกณฑ์ผ่าน หน่วย{unit.label}", target.pass_mark, locate("pass_mark"), SEVERITY


def _check_fractions(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield scores below one beside others of the same target: 0.85 where 85 is meant."""
    for plan in loaded.dossier.plans.values():
        for row, target in enumerate(plan.targets):
            if target.unit is not Unit.POINTS or target.direction is Direction.DECREASE:
                continue
            # In later years the fall itself is told, by target-baseline.
            years = sorted(target.values)[:1] if target.direction else list(target.values)
            for year in years:
                value = target.values[year]
                if 0 < value < 1 < _LEAST_SCORE < max(target.values.values()):
                    where = loaded.sources.where_plan(plan.period, "targets", row, "values", str(year))
                    yield Problem(where, ID, Severity.WARNING, f"ค่าเป้าหมายปี {year} หน่วยคะแนน {value} น้อยกว่า 1", _FIX)


def _list_measures(loaded: LoadedDossier) -> Iterator[_Value]:
    for year, record in loaded.dossier.measures.items():
        name = f"measures/{year}"
        yield "เกณฑ์ผ่าน", record.pass_mark, loaded.sources.where(name, "pass_mark"), SEVERITY
        for row, section in enumerate(record.sections):
            for index, measure in enumerate(section.measures):
                where = loaded.sources.where(name, "sections", row, "measures", index, "score")
                yield "คะแนน", measure.score, where, SEVERITY


def _list_rounds(loaded: LoadedDossier) -> Iterator[_Value]:
    for key, report in loaded.dossier.rounds.items():
        figures: list[tuple[tuple[str, ...], DeclaredFigures]] = [(("declared",), report.declared)]
        figures += [
            (("declared", "dimensions", str(number)), row) for number, row in report.declared.dimensions.items()
        ]
        for path, row in figures:
            where = loaded.sources.where_round(key, *path, "projects_percent")
            yield "ร้อยละโครงการ", row.projects_percent, where, SEVERITY
        where = loaded.sources.where_round(key, "declared", "level_percent")
        yield "ร้อยละของระดับการนำแผนไปปฏิบัติ", report.declared.level_percent, where, SEVERITY
        for index, table_row in enumerate(report.provincial.rows if report.provincial else ()):
            where = loaded.sources.where_round(key, "provincial", "rows", index, "percent")
            yield f"ร้อยละของ{table_row.lao}", table_row.percent, where, SEVERITY


def _check_texts(loaded: LoadedDossier) -> Iterator[Problem]:
    places = TextPlaces(loaded)
    for place in loaded.sources.texts:
        if not any(word in place.text for word in ("ร้อยละ", "%", "เปอร์เซ็นต์", "คะแนน")):
            continue
        text = to_arabic(place.text)
        for match in _SHARE.finditer(text):
            number = match[1] or match[2]
            before = text[max(0, match.start() - _REACH) : match.start()]
            is_more = Decimal(number) > _MOST
            if is_more and not _MAY_EXCEED.search(before) and not _COMPARED.match(text, match.end()):
                message = f"ข้อความบอกร้อยละ {number} ซึ่งเกิน {_MOST}"
                yield Problem(places.where(place, match.start()), ID, Severity.WARNING, message, _FIX)
                break
        for match in _SCORE.finditer(text):
            if Decimal(match[1]) > _MOST:
                message = f"ข้อความบอกคะแนน ITA {match[1]} ซึ่งเกิน {_MOST}"
                yield Problem(places.where(place, match.start(1)), ID, Severity.WARNING, message, _FIX)
                break
