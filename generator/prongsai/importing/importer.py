"""The whole import: documents read, their fields filed, compared with the files that are there, and written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from prongsai.exceptions import EditError
from prongsai.importing.document import Reading
from prongsai.importing.filing import Filing, Place
from prongsai.importing.merging import Conflict
from prongsai.importing.writing import Planned, load_existing, parse_existing, plan_file, write_files


class Choices(Struct, frozen=True):
    """What whoever imports says beyond the documents.

    Attributes:
        period: The plan's folder; empty: as the document says.
        round: Fiscal year and round of a report; empty: as the document says.
        year: Fiscal year of measures; empty: as the document says.
        replace: Let the documents win over values that are there.
    """

    period: str = ""
    round: str = ""
    year: str = ""
    replace: bool = False


class ImportPlan(Struct, frozen=True):
    """What an import would write.

    Attributes:
        files: Every file with what becomes of it.
        missing: What has to be said before some records can be written, in Thai.
        counts: How many records of each kind the documents hold, by its Thai name.
        clashes: What one document says and a later one otherwise, with the file; the first stays.
    """

    files: tuple[Planned, ...]
    missing: tuple[str, ...]
    counts: dict[str, int]
    clashes: tuple[tuple[str, Conflict], ...] = ()


def plan_import(readings: Sequence[Reading], folder: Path, choices: Choices) -> ImportPlan:
    """Return what documents would change in an LAO's folder; nothing is written.

    Raises:
        EditError: The folder is not there, or a file in it that the documents speak of cannot be changed.
    """
    if not (folder / "lao.yml").is_file():
        raise EditError(
            f"ไม่มีหน่วยงาน {folder.name} (ไม่พบ {folder.as_posix()}/lao.yml) สร้างก่อนด้วย prongsai new lao หรือตรวจตัวเลือก --lao และ --plans"
        )
    texts = load_existing(folder)
    filing = Filing(parse_existing(texts))
    for reading in readings:
        place = Place(choices.period or reading.period, choices.round or reading.round, choices.year or reading.year)
        filing.add(reading, place)
    planned = [
        plan_file(draft, texts.get(draft.path), replace=choices.replace)
        for draft in filing.drafts.values()
        if draft.data
    ]
    clashes = tuple((draft.path, clash) for draft in filing.drafts.values() for clash in draft.clashes)
    return ImportPlan(
        tuple(sorted(planned, key=lambda item: item.path)),
        tuple(dict.fromkeys(filing.missing)),
        filing.count(),
        clashes,
    )


def write_import(plan: ImportPlan, readings: Iterable[Reading], folder: Path) -> list[str]:
    """Write an import, and beside the records what no field took; return the names of the files written.

    Raises:
        EditError: A file cannot be written.
    """
    files = {item.path: item.text for item in plan.files if item.text is not None}
    for reading in readings:
        file = Path(reading.ledger.source.name)
        name = re.sub(r"[^\w\u0e00-\u0e7f.-]+", "-", file.stem, flags=re.UNICODE)[:60] + file.suffix.removesuffix(
            ".txt"
        )
        kept = f"README-import-{name}.txt"
        files[kept] = f"{files[kept]}\n{format_leftovers(reading)}" if kept in files else format_leftovers(reading)
    write_files(folder, files)
    return list(files)


def format_leftovers(reading: Reading) -> str:
    """Return what no field took of a document, and what is uncertain, as a text for people."""
    ledger = reading.ledger
    lines = [f"นำเข้าจาก {ledger.source.name}", ""]
    lines += [f"อ่านไม่ได้เพราะเป็นภาพ: {place}" for place in ledger.source.unread]
    leftovers = list(ledger.iter_leftovers())
    lines.append(
        f"ข้อความที่ไม่ได้ลงช่องใด {len(leftovers)} แห่ง (ตรวจว่าต้องนำไปใส่ที่ใดหรือไม่)" if leftovers else "ทุกข้อความลงช่องแล้ว"
    )
    lines += [f"- {left.place}: {left.text}" for left in leftovers]
    doubts = dict.fromkeys(
        (field.record.name, ".".join(map(str, field.path)), field.value, field.doubt)
        for field in ledger.fields
        if field.doubt
    )
    if doubts:
        lines += ["", f"ค่าที่ไม่แน่ใจ {len(doubts)} แห่ง"]
        lines += [
            f"- {' '.join(filter(None, (name, path)))} “{value[:80]}”: {doubt}" for name, path, value, doubt in doubts
        ]
    return "\n".join(lines) + "\n"
