"""Evidence as a list of links."""

from __future__ import annotations

from collections.abc import Iterable

from generator.papers.blocks import Items, Line, Span, line
from generator.papers.paths import LaoPaths
from generator.records.dossier import Dossier
from generator.records.progress import Evidence
from generator.thai.dates import format_thai_date


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
