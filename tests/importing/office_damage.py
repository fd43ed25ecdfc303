"""What Word, OCR and hands do to such documents (domain handbook § 8), one kind at a time, by a seeded choice."""

from __future__ import annotations

import copy
import pickle
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from office_blocks import Cell, Document, Paragraph, Piece, Table
from prongsai.thai.digits import to_thai

_LONG = 40
_NAME, _MONEY = 2, 3  # columns of the plan's table
# Headings of a card in other words that offices use.
_OTHER_WORDS = {
    "ระยะเวลาดำเนินการ": "ระยะเวลาการดำเนินงาน",
    "ระยะเวลาการดำเนินงาน": "ระยะเวลาดำเนินงาน",
    "งบประมาณดำเนินการ": "งบประมาณที่ใช้ในการดำเนินการ",
    "ผู้รับผิดชอบโครงการ": "ผู้รับผิดชอบ",
    "วิธีดำเนินการ": "วิธีการดำเนินการ",
    "หลักการและเหตุผล": "หลักการและเหตุผล/ที่มาของโครงการ",
}


@dataclass(frozen=True)
class Damage:
    """One kind of damage.

    Attributes:
        spoil: Changes a copy of a document.
        keeps_levels: False where the levels of steps cannot be told any more.
    """

    spoil: Callable[[Document, random.Random], None]
    keeps_levels: bool = True


def spoil(document: Document, kind: str, seed: int = 1) -> Document:
    """Return a copy of a document with one kind of damage; its truth is what then stands there."""
    spoilt: Document = pickle.loads(pickle.dumps(document))  # noqa: S301 - a copy, in a quarter of deepcopy's time
    DAMAGES[kind].spoil(spoilt, random.Random(f"{kind} {document.name} {seed}"))  # noqa: S311 - no secret
    return spoilt


def _texts(document: Document) -> Iterator[Piece]:
    """Yield the pieces that are texts of fields: what stands there is what is right."""
    for paragraph in document.paragraphs():
        for piece in paragraph.pieces:
            if piece.places and not any(place.value for place in piece.places):
                yield piece


def _mix_digits(document: Document, choose: random.Random) -> None:
    """One digit in three of a text is of the other kind: ๒๕๖6."""
    for piece in _texts(document):
        piece.text = re.sub(
            "[0-9]", lambda match: to_thai(match[0]) if choose.random() < 1 / 3 else match[0], piece.text
        )


def _thai_numbers(document: Document, _: random.Random) -> None:
    """Every number before an item is Thai."""
    for paragraph in document.paragraphs():
        paragraph.number = to_thai(paragraph.number)


def _split_am(document: Document, choose: random.Random) -> None:
    """ำ is typed as two characters."""
    for paragraph in document.paragraphs():
        for piece in paragraph.pieces:
            if choose.random() < 1 / 2:
                piece.text = piece.text.replace("\u0e33", "\u0e4d\u0e32")


def _double_spaces(document: Document, choose: random.Random) -> None:
    """Spaces are doubled, and a soft hyphen or a zero-width space stands inside a word."""
    for paragraph in document.paragraphs():
        for piece in paragraph.pieces:
            piece.text = piece.text.replace(" ", choose.choice(("  ", " \u00a0", "   ")))
            if len(piece.text) > _LONG:
                middle = len(piece.text) // 2
                piece.text = piece.text[:middle] + choose.choice("\u00ad\u200b") + piece.text[middle:]


def _running_heads(document: Document, choose: random.Random) -> None:
    """A page ends in the middle of a sentence: page number, the plan's title, the rest of the sentence."""
    blocks: list[Paragraph | Table] = []
    page = 1
    for block in document.blocks:
        texts = block.pieces if isinstance(block, Paragraph) else []
        cut = len(texts) == 1 and len(texts[0].text) > 2 * _LONG and " " in texts[0].text and choose.random() < 1 / 3
        if not cut or not isinstance(block, Paragraph):
            blocks.append(block)
            continue
        page += 1
        words = texts[0].text.split(" ")
        middle = len(words) // 2
        first, second = " ".join(words[:middle]), " ".join(words[middle:])
        blocks.append(Paragraph([Piece(first, texts[0].places)], block.number, block.level, block.style, block.card))
        blocks += [Paragraph([Piece(f"- {page} -")], style="running")]
        blocks += [Paragraph([Piece(document.head or document.name)], style="running")]
        blocks.append(Paragraph([Piece(second, texts[0].places)], card=block.card))
    document.blocks = blocks


def _wrap_lines(document: Document, _: random.Random) -> None:
    """Long texts are broken into lines of the page's width, as OCR and a copied PDF give them."""
    blocks: list[Paragraph | Table] = []
    for block in document.blocks:
        if not isinstance(block, Paragraph) or len(block.pieces) != 1 or len(block.body) < 2 * _LONG:
            blocks.append(block)
            continue
        piece = block.pieces[0]
        lines = [""]
        for word in piece.text.split(" "):
            if len(lines[-1]) + len(word) > 2 * _LONG and lines[-1]:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        for n, text in enumerate(lines):
            number = block.number if n == 0 else ""
            level, style = (block.level, block.style) if n == 0 else (0, "")
            blocks.append(Paragraph([Piece(text, piece.places)], number, level, style, block.card))
    document.blocks = blocks


def _run_headings_in(document: Document, _: random.Random) -> None:
    """A card's heading stands at the end of the line before: ลำดับที่ 18**1. ชื่อโครงการ …**."""
    blocks: list[Paragraph | Table] = []
    for block in document.blocks:
        before = blocks[-1] if blocks else None
        if (
            isinstance(block, Paragraph)
            and isinstance(before, Paragraph)
            and block.card
            and block.card == before.card
            and "heading" in block.style
            and "heading" in before.style
        ):
            before.pieces = [*before.pieces, Piece("**"), *block.pieces, Piece("**")]
        else:
            blocks.append(block)
    document.blocks = blocks


def _other_headings(document: Document, choose: random.Random) -> None:
    """Headings of the cards in slightly other words."""
    for paragraph in document.paragraphs():
        if "heading" in paragraph.style and paragraph.card:
            for piece in paragraph.pieces:
                match = re.fullmatch(r"([2-9๒-๙]\. )([^/ ]+).*", piece.text)
                if not piece.places and match and match[2] in _OTHER_WORDS and choose.random() < 2 / 3:
                    piece.text = match[1] + _OTHER_WORDS[match[2]]


def _lose_headings(document: Document, choose: random.Random) -> None:
    """One card in three lacks the heading of its responsible unit; the heading of results says 10."""
    lost = {card for card in document.names if choose.random() < 1 / 3}
    document.blocks = [
        block
        for block in document.blocks
        if not (
            isinstance(block, Paragraph)
            and block.card in lost
            and re.match("[8๘]. ", block.body)
            and "heading" in block.style
        )
    ]
    for paragraph in document.paragraphs():
        if paragraph.card and paragraph.card not in lost and paragraph.body.startswith("9. "):
            paragraph.pieces[0].text = "10. ผลผลิต, ผลลัพธ์"


def _repeat_numbers(document: Document, choose: random.Random) -> None:
    """Typed numbers repeat and skip."""
    for paragraph in document.paragraphs():
        match = re.fullmatch(r"(\(?)([0-9]+)([).]+)", paragraph.number)
        if match and match[2] != "1" and choose.random() < 1 / 3:
            paragraph.number = f"{match[1]}{int(match[2]) + choose.choice((-1, 1))}{match[3]}"


def _bullets(document: Document, choose: random.Random) -> None:
    """Bullets of any shape stand for numbers."""
    for paragraph in document.paragraphs():
        if paragraph.number:
            paragraph.number = choose.choice("-•–▪")


def _dashes_before(document: Document, _: random.Random) -> None:
    """OCR puts a dash before items that are numbered already: - 1) …."""
    for paragraph in document.paragraphs():
        if paragraph.number and paragraph.number != "-":
            paragraph.number = f"- {paragraph.number}"


def _break_tables(document: Document, _: random.Random) -> None:
    """A table goes on over the page with its head repeated, one row being broken by the page."""
    blocks: list[Paragraph | Table] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) or len(block.rows) < block.head + 4:
            blocks.append(block)
            continue
        middle = (block.head + len(block.rows)) // 2
        first, rest = block.rows[:middle], block.rows[middle:]
        torn = first[-1]
        below: list[Cell] = []
        for cell in torn:
            below.append(Cell(cell.paragraphs[1:]))
            cell.paragraphs = cell.paragraphs[:1]
        rest = [below, *rest] if any(cell.paragraphs for cell in below) else rest
        # A cell that goes on from the page before is an empty one here.
        rest = [[Cell(cell.paragraphs) if cell.merged == "down" else cell for cell in row] for row in rest]
        blocks.append(Table(first, block.head, block.title))
        blocks.append(Table([*copy.deepcopy(_bare(block.rows[: block.head])), *rest], block.head, block.title))
    document.blocks = blocks


def _bare(rows: list[list[Cell]]) -> list[list[Cell]]:
    return [
        [Cell([Paragraph([Piece(each.text)]) for each in cell.paragraphs], cell.merged) for cell in row] for row in rows
    ]


def _other_ticks(document: Document, choose: random.Random) -> None:
    """Statuses are ticked with whatever is at hand."""
    mark = choose.choice(("/", "✓", "x", "√"))
    for paragraph in document.paragraphs():
        for piece in paragraph.pieces:
            if piece.text == "☑":
                piece.text = mark


def _other_money(document: Document, choose: random.Random) -> None:
    """Money in every spelling in use."""
    for paragraph in document.paragraphs():
        for piece in paragraph.pieces:
            key = piece.places[0].path[-1] if piece.places else ""
            value = piece.places[0].value if piece.places else ""
            if key in {"budget", "planned", "disbursed"} and piece.places[0].path[0] != "declared" and value.isdigit():
                amount = int(value)
                printed = choose.choice((f"{amount:,}", f"{amount:,}.-", f"{amount:,}.00", to_thai(f"{amount:,}.-")))
                piece.text = printed if amount else choose.choice(("-", "ไม่ใช้งบประมาณ", "ไม่ใช้งบประมาณดำเนินการ"))


def _stamps(document: Document, choose: random.Random) -> None:
    """A routing stamp falls between the lines."""
    blocks: list[Paragraph | Table] = []
    for block in document.blocks:
        blocks.append(block)
        if isinstance(block, Paragraph) and block.number and choose.random() < 1 / 12:
            blocks.append(Paragraph([Piece(f"เลขรับ {choose.randint(100, 999)} งานสารบรรณ")], style="running"))
    document.blocks = blocks


def _picture_texts(document: Document, choose: random.Random) -> None:
    """The automatic alternative text of a picture is left in."""
    blocks: list[Paragraph | Table] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and "heading" in block.style and choose.random() < 1 / 10:
            text = "รูปภาพประกอบด้วย ข้อความ, ภาพหน้าจอ, ตัวอักษร คำอธิบายที่สร้างโดยอัตโนมัติ"
            blocks.append(Paragraph([Piece(text)], style="running"))
        blocks.append(block)
    document.blocks = blocks


def _run_rows_together(document: Document, _: random.Random) -> None:
    """Projects of one mission without money stand in one row of the plan's table, their names in one cell."""
    for block in document.blocks:
        if not isinstance(block, Table) or block.title != "plan":
            continue
        rows: list[list[Cell]] = []
        for row in block.rows:
            before = rows[-1] if len(rows) > block.head else None
            free = row[1].merged == "down" and not row[0].paragraphs and row[_MONEY].text == "-"
            if before and free and before[_MONEY].text == "-":
                before[_NAME].paragraphs += row[_NAME].paragraphs
            else:
                rows.append(row)
        block.rows = rows


DAMAGES: dict[str, Damage] = {
    "mixed-digits": Damage(_mix_digits),
    "thai-numbers": Damage(_thai_numbers),
    "split-am": Damage(_split_am),
    "double-spaces": Damage(_double_spaces),
    "running-heads": Damage(_running_heads),
    "wrapped-lines": Damage(_wrap_lines),
    "headings-run-in": Damage(_run_headings_in),
    "other-headings": Damage(_other_headings),
    "lost-headings": Damage(_lose_headings),
    "repeated-numbers": Damage(_repeat_numbers),
    "bullets": Damage(_bullets, keeps_levels=False),
    "dashes-before-numbers": Damage(_dashes_before),
    "broken-tables": Damage(_break_tables),
    "other-ticks": Damage(_other_ticks),
    "other-money": Damage(_other_money),
    "routing-stamps": Damage(_stamps),
    "picture-texts": Damage(_picture_texts),
    "rows-run-together": Damage(_run_rows_together),
}
