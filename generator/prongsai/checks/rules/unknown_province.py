"""จังหวัดต้องเป็นหนึ่งใน 77 จังหวัด และสะกดตรงกับชื่อทางการ

ตรวจ province: ของ lao.yml และของตารางระดับจังหวัด ชื่อที่คล้ายจังหวัดจริงเป็นข้อผิดพลาด ชื่ออื่นเป็นคำเตือน
ส่วนข้อมูลตัวอย่าง (sample: true) ใช้จังหวัดสมมติได้
เหตุที่สำคัญ: หน่วยงานรู้กันด้วยประเภท ชื่อ อำเภอ และจังหวัดพร้อมกัน จังหวัดที่สะกดผิดพิมพ์อยู่ในทุกหน้าและในประกาศทุกฉบับ

ไม่ผ่าน: province: พะเยาว์
ไม่ผ่าน: province: อยุธยา
ผ่าน: province: พะเยา
ผ่าน: province: พระนครศรีอยุธยา
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.load.validation import find_nearest
from prongsai.problem import Problem, Severity, Where
from prongsai.records.provinces import PROVINCES, SHORT_NAMES
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

ID = "unknown-province"
SEVERITY = Severity.ERROR
_THAI_NAME = compile_late(r"[ก-๎ ]+")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield provinces that do not exist."""
    lao = loaded.dossier.lao
    for province, where in _list_provinces(loaded):
        if province in PROVINCES:
            continue
        nearest = _find_meant(province)
        if nearest is None and lao.sample and _THAI_NAME.fullmatch(province):
            continue  # a made-up LAO may lie in a made-up province
        fix = f"เขียน {nearest}" if nearest else "เขียนชื่อจังหวัดตามชื่อทางการ หากเป็นจังหวัดสมมติให้เขียน sample: true ใน lao.yml"
        severity = SEVERITY if nearest else Severity.WARNING
        yield Problem(where, ID, severity, f"ไม่มีจังหวัดชื่อ “{province}”", fix)


def _list_provinces(loaded: LoadedDossier) -> Iterator[tuple[str, Where]]:
    yield loaded.dossier.lao.province, loaded.sources.where("lao", "province")
    for key, report in loaded.dossier.rounds.items():
        if report.provincial:
            yield report.provincial.province, loaded.sources.where_round(key, "provincial", "province")


def _find_meant(given: str) -> str | None:
    """Return the province that a wrong name means: a slip, a part of the name, or what people call it."""
    name = re.sub(r"^(?:จังหวัด|จว\.|จ\.)", "", compact(given).rstrip(".ฯ"))
    if name in PROVINCES:
        return name
    return SHORT_NAMES.get(name.replace(".", "")) or find_nearest(name, PROVINCES)
