"""ปีท้ายเลขที่ของคำสั่งหรือประกาศต้องตรงกับปีของวันที่

ตรวจ number: ของเอกสารใน papers/ ที่เขียนเป็นเลขที่/ปี เอกสารที่ออกในเดือนตุลาคมถึงธันวาคมใช้ปีงบประมาณก็ได้
เหตุที่สำคัญ: ทะเบียนคำสั่งเริ่มนับใหม่ทุกปี เลขที่กับวันที่คนละปีทำให้ค้นคำสั่งไม่พบ และแปลว่าพิมพ์ผิดหนึ่งแห่ง

ไม่ผ่าน: number: 372/2564 และ date: 5 สิงหาคม 2565
ผ่าน: number: 372/2565 และ date: 5 สิงหาคม 2565
ผ่าน: number: 12/2566 และ date: 15 พฤศจิกายน 2565
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.papers import PaperKind
from prongsai.thai.dates import BE_OFFSET, compute_fiscal_year, format_thai_date
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

ID = "paper-number-year"
SEVERITY = Severity.WARNING

# The number of a memo (ชร 54801/1205) ends in a running number, not in a year.
_KINDS = {PaperKind.ORDER, PaperKind.ANNOUNCEMENT}
_NUMBER = compile_late(r"(?:เลขที่|ที่)?[0-9]+/(?P<year>2[56][0-9]{2}|[0-9]{2})")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield numbers of orders and announcements that end in a year other than that of their date."""
    for paper_id, paper in loaded.dossier.papers.items():
        found = _NUMBER.fullmatch(to_arabic(compact(paper.number or "")))
        if paper.kind not in _KINDS or not found:
            continue
        year = int(found["year"] if len(found["year"]) == 4 else "25" + found["year"])
        if year in {paper.date.year + BE_OFFSET, compute_fiscal_year(paper.date)}:
            continue
        name = f"papers/{paper_id}"
        yield Problem(
            loaded.sources.where(name, "number"),
            ID,
            SEVERITY,
            f"{paper.kind.label}เลขที่ “{paper.number}” เป็นของปี {year} แต่ลงวันที่ {format_thai_date(paper.date)}",
            "ตรวจกับฉบับลงนาม แล้วแก้ปีในเลขที่หรือในวันที่ที่ผิด",
            (loaded.sources.where(name, "date"),),
        )
