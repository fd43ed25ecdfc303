"""ชื่อเดิมของหน่วยงานต้องไม่เป็นชื่อของหน่วยงานอื่น

ตรวจ aliases: ของ lao.yml ที่เป็นโฟลเดอร์ของหน่วยงานอื่น หรือที่สองหน่วยงานอ้างพร้อมกัน
เหตุที่สำคัญ: ผู้อ่านที่อยู่ของหน่วยงานหนึ่งจะถูกพาไปยังอีกหน่วยงานหนึ่ง

ไม่ผ่าน: plans/maesai/lao.yml มี aliases: maechan แต่มี plans/maechan/
ผ่าน: aliases: mae-sai ซึ่งไม่มีโฟลเดอร์นั้นแล้ว
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.checks.subjects.lao_facts import LaoFacts
from prongsai.problem import Problem, Severity, Where

ID = "lao-alias"
SEVERITY = Severity.ERROR


def check(laos: Sequence[LaoFacts]) -> Iterator[Problem]:
    """Yield each former name of an LAO that is, or was, another's."""
    there = {lao.slug: Where(lao.places["name"].path) for lao in laos}
    former: dict[str, tuple[str, Where]] = {}
    for lao in laos:
        for alias, where in lao.aliases:
            other = (alias, there[alias]) if alias in there else former.get(alias)
            if other and other[0] != lao.slug:
                yield Problem(
                    where,
                    ID,
                    SEVERITY,
                    f"ชื่อเดิม “{alias}” ของ {lao.slug}/ เป็นชื่อหรือชื่อเดิมของ {other[0]}/",
                    f"ลบ {alias} ออกจาก aliases: ของหน่วยงานที่ไม่เคยใช้ชื่อนี้",
                    (other[1],),
                )
            former.setdefault(alias, (lao.slug, where))
