"""หน่วยงานเดียวต้องมีโฟลเดอร์เดียว

ตรวจ lao.yml ของทุกโฟลเดอร์ที่ประเภท ชื่อ อำเภอ และจังหวัดตรงกัน หรือรหัส อปท. ตรงกัน
เหตุที่สำคัญ: สองโฟลเดอร์ของหน่วยงานเดียวทำให้มีหน้าเว็บสองชุดที่ผลไม่เท่ากัน และมักเกิดจากการคัดลอกโฟลเดอร์แล้วลืมแก้

ไม่ผ่าน: plans/maesai และ plans/maesai-new เป็นเทศบาลตำบลแม่สาย อำเภอแม่สาย จังหวัดเชียงราย
ผ่าน: เทศบาลตำบลแม่จัน และองค์การบริหารส่วนตำบลแม่จัน
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.checks.subjects.lao_facts import LaoFacts
from prongsai.problem import Problem, Severity
from prongsai.thai.text import compact

ID = "same-lao"
SEVERITY = Severity.ERROR


def check(laos: Sequence[LaoFacts]) -> Iterator[Problem]:
    """Yield each LAO that a folder before it describes too."""
    by_name: dict[tuple[str, ...], list[LaoFacts]] = {}
    by_code: dict[str, LaoFacts] = {}
    for lao in laos:
        named = by_name.setdefault((lao.type, compact(lao.name), compact(lao.province)), [])
        twin = next((other for other in named if _is_same_district(lao, other)), None)
        named.append(lao)
        if twin:
            yield _report(lao, twin, "name", f"{lao.full_name} {lao.location}")
        elif lao.code:
            twin = by_code.setdefault(compact(lao.code), lao)
            if twin is not lao:
                yield _report(lao, twin, "code", f"รหัส อปท. “{lao.code}”")


def _is_same_district(one: LaoFacts, other: LaoFacts) -> bool:
    return not one.district or not other.district or compact(one.district) == compact(other.district)


def _report(lao: LaoFacts, twin: LaoFacts, key: str, what: str) -> Problem:
    return Problem(
        lao.places[key],
        ID,
        SEVERITY,
        f"โฟลเดอร์ {lao.slug}/ เป็นหน่วยงานเดียวกับ {twin.slug}/ คือ {what}",
        f"รวมข้อมูลไว้ใน {twin.slug}/ แล้วลบ {lao.slug}/ หรือแก้{'ชื่อ' if key == 'name' else 'รหัส'}ที่คัดลอกมา",
        (twin.places[key],),
    )
