"""Evidence: a list of links, and photographs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from prongsai.addresses import LaoPaths
from prongsai.blocks.blocks import Block, Items, Line, Photo, Photos, Span, line
from prongsai.records.dossier import Dossier
from prongsai.records.progress import Evidence
from prongsai.thai.dates import format_thai_date


def list_evidence_lines(dossier: Dossier, entries: Iterable[Evidence]) -> Items:
    """Return evidence as bullets; a web address goes before a file, which then follows it."""
    return Items(tuple(make_evidence_line(dossier, entry) for entry in entries))


def list_evidence_blocks(dossier: Dossier, entries: Sequence[Evidence]) -> Iterator[Block]:
    """Yield evidence as bullets, then that which is a picture as photographs."""
    others = [entry for entry in entries if not entry.is_photo]
    photos = [entry for entry in entries if entry.is_photo]
    if others:
        yield list_evidence_lines(dossier, others)
    if photos:
        yield make_photos(dossier, photos)


def make_photos(dossier: Dossier, entries: Iterable[Evidence]) -> Photos:
    """Return the pictures among some evidence, in its order."""
    paths = LaoPaths(dossier.slug)
    photos, lines = [], []
    for entry in entries:
        if entry.file and entry.is_photo:
            caption = line(Span(entry.title, entry.url or ""), _tell_date(entry))
            photos.append(Photo(paths.file(entry.file), entry.alt or entry.title, caption))
            lines.append(make_evidence_line(dossier, entry))
    return Photos(tuple(photos), tuple(lines))


def make_evidence_line(dossier: Dossier, entry: Evidence) -> Line:
    """Return one piece of evidence as a bullet."""
    file = LaoPaths(dossier.slug).file(entry.file) if entry.file else ""
    parts: list[str | Span] = [Span(entry.title, entry.url or file)]
    if entry.url and file:
        parts += [" · ", Span("ไฟล์แนบ", file)]
    return line(*parts, _tell_date(entry), number="-")


def _tell_date(entry: Evidence) -> str:
    return f" ({format_thai_date(entry.date)})" if entry.date else ""
