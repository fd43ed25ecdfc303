"""ไฟล์ฉบับลงนามหนึ่งไฟล์ต้องเป็นของเอกสารฉบับเดียว

ตรวจ signed: ของทุกเอกสารที่ชี้ไฟล์เดียวกัน หรือไฟล์คนละชื่อที่มีเนื้อหาเดียวกันทุกไบต์
เหตุที่สำคัญ: ผู้อ่านที่เปิดประกาศจะได้คำสั่งแทน และเอกสารอีกฉบับไม่มีฉบับลงนามอยู่จริง

ไม่ผ่าน: คำสั่งและประกาศมี signed: files/scan0001.pdf ทั้งสองฉบับ
ผ่าน: signed: files/คำสั่ง.pdf และ signed: files/ประกาศ.pdf
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "shared-signed-file"
SEVERITY = Severity.WARNING
_MAX_BYTES = 30_000_000  # what is larger is refused by reading


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield papers whose signed original is that of a paper before them."""
    by_name: dict[str, str] = {}
    by_size: dict[int, list[str]] = {}
    for paper_id, paper in loaded.dossier.papers.items():
        if paper.signed is None:
            continue
        name = unicodedata.normalize("NFC", paper.signed)
        earlier = by_name.setdefault(name, paper_id)
        is_same_name = earlier != paper_id
        if not is_same_name:
            path = loaded.folder / paper.signed
            same = by_size.setdefault(_measure(path), [])
            earlier = next((other for other in same if _is_equal(loaded, other, path)), "")
            same.append(paper_id)
        if is_same_name or earlier:
            other_file = loaded.dossier.papers[earlier].signed
            how = f"ไฟล์ “{paper.signed}”" if is_same_name else f"ไฟล์ “{paper.signed}” ซึ่งเหมือน “{other_file}” ทุกไบต์"
            yield Problem(
                loaded.sources.where(f"papers/{paper_id}", "signed"),
                ID,
                SEVERITY,
                f"เอกสาร {earlier} และ {paper_id} ใช้ฉบับลงนามเดียวกัน คือ{how}",
                "แก้ signed: ของเอกสารที่ชี้ผิดไฟล์ หรือลบคีย์นี้หากยังไม่มีฉบับลงนาม",
                (loaded.sources.where(f"papers/{earlier}", "signed"),),
            )


def _measure(path: Path) -> int:
    """Return a file's size; -1 where there is none, which another rule tells."""
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _is_equal(loaded: LoadedDossier, other: str, path: Path) -> bool:
    """Tell whether another paper's file, of the same size, holds the same bytes."""
    signed = loaded.dossier.papers[other].signed
    if signed is None or not 0 < _measure(path) <= _MAX_BYTES:
        return False
    try:
        return (loaded.folder / signed).read_bytes() == path.read_bytes()
    except OSError:
        return False
