"""Evidence as a list of links."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.addresses import LaoPaths
from prongsai.blocks.blocks import Items, Line, Span, line
from prongsai.records.dossier import Dossier
from prongsai.records.progress import Evidence
from prongsai.thai.dates import format_thai_date


def list_evidence_lines(dossier: Dossier, entries: Iterable[Evidence]) -> Items:
    """Return evidence as bullets; a web address goes before a file, which then follows it."""
    return Items(tuple(make_evidence_line(dossier, entry) for entry in entries))


def make_evidence_line(dossier: Dossier, entry: Evidence) -> Line:
    """Return one piece of evidence as a bullet."""
    file = LaoPaths(dossier.slug).file(entry.file) if entry.file else ""
    parts: list[str | Span] = [Span(entry.title, entry.url or file)]
    if entry.url and file:
        parts += [" · ", Span("ไฟล์แนบ", file)]
    if entry.date:
        parts.append(f" ({format_thai_date(entry.date)})")
    return line(*parts, number="-")
