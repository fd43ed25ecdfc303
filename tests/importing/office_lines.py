"""Lines and cells of made-up documents, and what several of them print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from office_blocks import Cell, Paragraph, Piece, Place
from prongsai.thai.digits import to_thai

DOCUMENTS = Path(__file__).with_name("documents")


def load_description(name: str) -> dict[str, Any]:
    """Return what a made-up document says."""
    data: dict[str, Any] = yaml.load((DOCUMENTS / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return data


def say(text: str, *places: Place) -> Piece:
    """Return a piece of text that is the value of these fields."""
    return Piece(text, places)


def line(*pieces: Piece | str, number: str = "", level: int = 0, style: str = "", card: str = "") -> Paragraph:
    """Return a passage; bare text belongs to no field."""
    return Paragraph(
        [piece if isinstance(piece, Piece) else Piece(piece) for piece in pieces], number, level, style, card
    )


def cell(*content: Paragraph | Piece | str, merged: str = "") -> Cell:
    """Return a cell of a paragraph each; an empty one where nothing is given."""
    return Cell([each if isinstance(each, Paragraph) else line(each) for each in content], merged)


def name_kind(name: str) -> str:
    """Return the word that a project's name begins with."""
    return next(kind for kind in ("โครงการ", "กิจกรรม", "มาตรการ") if name.startswith(kind))


def list_lines(record: str, key: str, texts: list[str], marks: str = "({0})", *, thai: bool = False) -> list[Paragraph]:
    """Return a list of texts of one key, numbered."""
    digits = to_thai if thai else str
    return [
        line(say(text, Place(record, "", (key, position))), number=digits(marks.format(position + 1)))
        for position, text in enumerate(texts)
    ]


def print_announcement(paper: dict[str, Any], lao: str, head: str, record: str) -> list[Paragraph]:
    """Return an announcement in the official form, numerals Thai."""

    def place(*path: str | int, **more: Any) -> Place:
        return Place(record, "", path, **more)

    kind = place("kind", value="ประกาศ")
    lines = [line(say("ประกาศ", kind), say(lao, place("issuer", optional=True)), style="title break")]
    lines.append(line("เรื่อง ", say(to_thai(paper["subject"]), place("subject")), style="title"))
    lines += [line(say(to_thai(text), place("paragraphs", n))) for n, text in enumerate(paper["paragraphs"])]
    lines.append(line(say(paper["closing"], place("closing"))))
    day, month, year = paper["date"].split()
    formal = to_thai(f"{day} {month} พ.ศ. {year}")
    lines.append(line("ประกาศ ณ วันที่ ", say(formal, place("date", value=paper["date"]))))
    lines += [line("(......................................)"), line(say(head, place("signer", "position")))]
    return lines
