"""ข้อความต้องไม่มีชื่อ อปท. อื่นค้างอยู่

เหตุที่สำคัญ: แผนที่คัดลอกจากแม่แบบของหน่วยงานอื่นมักลืมแก้ชื่อ ผู้อ่านจึงไม่รู้ว่าข้อความนั้นเป็นของหน่วยงานใด

ชื่อที่กล่าวถึงได้คือชื่อของหน่วยงานเอง อบจ. ของจังหวัด อปท. ในตารางระดับจังหวัด และชื่อใน neighbours: ของ lao.yml
ส่วนชื่อใน watch_names: ของ lao.yml จะถูกเตือนทุกที่แม้ไม่มีคำบอกประเภทนำหน้า

ไม่ผ่าน: เทศบาลตำบลแม่สายเขียนว่า ผู้บริหารเทศบาลตำบลแม่จัน
ไม่ผ่าน: เทศบาลตำบลแม่สายเขียนว่า องค์การบริหารส่วนตำบลแม่สาย
ผ่าน: ผู้บริหารเทศบาลตำบลแม่สาย พนักงานเทศบาลและพนักงานจ้าง
ผ่าน: neighbours มี องค์การบริหารส่วนตำบลโป่งผา และแผนกล่าวถึงหน่วยงานนั้น
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prongsai.checks.subjects.allowed_names import AllowedNames, is_about_others
from prongsai.checks.subjects.lao_mentions import find_longer_name, find_mentions, find_name
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.lao import Lao
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import normalise

ID = "foreign-lao"
SEVERITY = Severity.WARNING

# The head of the wrong type is a matter of the vocabulary, and what an LAO was before its rise is no mistake.
_OWN_PAST = compile_late(r"(?:นายก|ปลัด)$|(?:เดิม|ยกฐานะ|เปลี่ยนแปลงฐานะ)[^\n]{0,40}$")
# One visits others.
_VISITED = compile_late(r"(?:ดูงาน|ไปเยี่ยมชม)[^\n]{0,60}(?:ณ|ที่|จาก|ของ|กับ|\s)\s*$")
_NO_LONGER_WORD = "(?![ะ-ฺ็-๎]|[ก-ฮ]{1,2}[ิุ]?์)"


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield names of other LAOs, once a text and name."""
    lao = loaded.dossier.lao
    allowed = AllowedNames(loaded.dossier)
    watched = [(loaded.sources.where("lao", "watch_names", index), name) for index, name in enumerate(lao.watch_names)]
    for place in loaded.sources.texts:
        if is_about_others(loaded, place):
            continue
        text = normalise(place.text)
        found: dict[str, tuple[Where, ...]] = dict.fromkeys(_find_foreign(text, lao, allowed), ())
        found |= {name: (where,) for where, name in _find_watched(text, watched, allowed, found)}
        for name, related in found.items():
            yield Problem(
                place.where,
                ID,
                SEVERITY,
                f"พบชื่อ “{name}” ในข้อมูลของ “{lao.full_name}”",
                "แก้เป็นชื่อหน่วยงานของท่าน หากกล่าวถึงหน่วยงานนั้นจริงให้เพิ่มชื่อใน neighbours: ของ lao.yml",
                related,
            )


def _find_foreign(text: str, lao: Lao, allowed: AllowedNames) -> Iterator[str]:
    for mention in find_mentions(text):
        end = allowed.match(mention)
        name = find_longer_name(mention, end) if end else find_name(mention)
        is_own = name.startswith(lao.name) and lao.type not in mention.types
        if name and not (is_own and _OWN_PAST.search(mention.before)) and not _VISITED.search(mention.before):
            yield f"{mention.word}{lao.name if is_own else name}"


def _find_watched(
    text: str, watched: Iterable[tuple[Where, str]], allowed: AllowedNames, found: Iterable[str]
) -> Iterator[tuple[Where, str]]:
    for where, name in watched:
        if name not in text or any(name in other for other in found):
            continue
        if re.search(re.escape(name) + _NO_LONGER_WORD, allowed.blank_out(text, name)):
            yield where, name
