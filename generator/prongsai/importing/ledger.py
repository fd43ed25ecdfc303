"""Which character of a document went where: into a field, a label, a running head, or nowhere.

Every character that is no space belongs to exactly one of them. A field's value is what stands at its spans, so that
nothing can be in a record that the document does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from msgspec import Struct

from prongsai.importing.source import Passage, Source, Span

Path = tuple[str | int, ...]
# Signs of emphasis and of paragraphs that OCR and e-Plan leave in a text.
_MARKUP = re.compile(
    r"\*\*+|</?(?:p|br|b|i|u|strong|em|span|div|li|ul|ol)\b[^>]{0,200}>|(?m:^[-: ]*-{3,}[-: ]*$)|\\(?=[-.])"
)


class Use(IntEnum):
    """What became of a character."""

    NONE = 0
    FIELD = 1
    LABEL = 2
    RUNNING = 3


class RecordRef(Struct, frozen=True):
    """Which record a field belongs to.

    Attributes:
        kind: ``plan``, ``project``, ``progress``, ``report``, ``measures`` or ``paper``.
        key: What tells it from others of its kind: a project's number or name, a paper's place in the document.
        name: How the document names it.
    """

    kind: str
    key: str = ""
    name: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RecordRef) and (self.kind, self.key) == (other.kind, other.key)

    def __hash__(self) -> int:
        return hash((self.kind, self.key))


class Field(Struct, frozen=True):
    """A value of a record with the places that it was read from.

    Attributes:
        record: The record.
        path: Keys and positions inside the record.
        value: The value as text.
        spans: Where it stands in the text.
        doubt: Why it may be wrong, in Thai; empty where it is certain.
    """

    record: RecordRef
    path: Path
    value: str
    spans: tuple[Span, ...]
    doubt: str = ""


class Leftover(Struct, frozen=True):
    """A passage, or a part of one, that no field took."""

    span: Span
    text: str
    place: str


class Ledger:
    """Takes note of what is read from one document."""

    def __init__(self, source: Source) -> None:
        """Begin with signs of emphasis as labels, and everything else open."""
        self.source = source
        self.fields: list[Field] = []
        self._uses = bytearray(len(source.text))
        self._markup = [match.span() for match in _MARKUP.finditer(source.text)]
        for start, end in self._markup:
            self._mark(start, end, Use.LABEL)
        for passage in source.passages:
            if passage.is_running:
                self.set_running(passage)

    def _mark(self, start: int, end: int, use: Use) -> None:
        """A field's characters stay a field's; what was a label may become one."""
        for index in range(start, end):
            if not self._uses[index] or (use is Use.FIELD and self._uses[index] == Use.LABEL):
                self._uses[index] = use

    def is_open(self, passage: Passage) -> bool:
        """Tell whether nothing of a passage was taken yet."""
        return not any(any(self._uses[start:end]) for start, end in self._clear([passage.span]))

    def set_label(self, *passages: Passage) -> None:
        """Take passages as headings or labels, which say nothing that a record holds."""
        for passage in passages:
            self._mark(passage.start, passage.end, Use.LABEL)

    def set_running(self, passage: Passage) -> None:
        """Take a passage as a running head, foot or page number."""
        self._mark(passage.start, passage.end, Use.RUNNING)

    def read(self, passages: Iterable[Passage]) -> str:
        """Return what passages say together, signs of emphasis left out."""
        return self._read(self._clear([passage.span for passage in passages]))

    def take(
        self,
        record: RecordRef,
        path: Path,
        passages: Passage | Sequence[Passage],
        value: str | None = None,
        doubt: str = "",
    ) -> None:
        """Take passages as the value of a field.

        Args:
            record: Where the field belongs.
            path: Its keys and positions.
            passages: Where it stands.
            value: What it means, where that is not what it says (a date, a status).
            doubt: Why it may be wrong.
        """
        given = [passages] if isinstance(passages, Passage) else list(passages)
        spans = self._clear([passage.span for passage in given])
        text = self._read(spans) if value is None else value
        if not text:
            return
        for start, end in spans:
            self._mark(start, end, Use.FIELD)
        self.fields.append(Field(record, path, text, tuple(spans), doubt))

    def drop(self, *fields: Field) -> None:
        """Give up fields that another place of the document says more exactly; their characters become labels."""
        self.fields = [item for item in self.fields if item not in fields]
        kept = {span for item in self.fields for span in item.spans}
        for item in fields:
            for start, end in item.spans:
                if (start, end) not in kept:
                    self._uses[start:end] = bytes([Use.LABEL]) * (end - start)

    def _clear(self, spans: Iterable[Span]) -> list[Span]:
        """Cut the signs of emphasis out of spans, and white space off their ends."""
        cleared: list[Span] = []
        for start, end in spans:
            begin = start
            for sign_start, sign_end in self._markup:
                if sign_end <= begin or sign_start >= end:
                    continue
                cleared.append((begin, sign_start))
                begin = sign_end
            cleared.append((begin, end))
        text = self.source.text
        trimmed = []
        for start, end in cleared:
            inner = text[start:end]
            first = start + len(inner) - len(inner.lstrip())
            if inner.strip():
                trimmed.append((first, first + len(inner.strip())))
        return trimmed

    def _read(self, spans: Sequence[Span]) -> str:
        text = self.source.text
        words = [text[start:end] for start, end in spans[:1]]
        for (_, before), (start, end) in pairwise(spans):
            # Where only a sign of emphasis stood between them, the words are as close as they were.
            gap = re.sub(_MARKUP, "", text[before:start]) if start - before < 300 else " "
            words += [" " if gap else "", text[start:end]]
        return "".join(words)

    def iter_spans(self, use: Use) -> Iterator[Span]:
        """Yield the stretches of the text that were taken as this, passage by passage, white space left out."""
        for passage in self.source.lines:
            start = passage.start
            while start < passage.end:
                end = start
                while end < passage.end and (self._uses[end] == use or self._is_gap(end, passage, use)):
                    end += 1
                if end > start:
                    inner = self.source.text[start:end]
                    begin = start + len(inner) - len(inner.lstrip())
                    if inner.strip():
                        yield begin, begin + len(inner.strip())
                start = max(end, start + 1)

    def _is_gap(self, index: int, passage: Passage, use: Use) -> bool:
        """Tell whether a space stands between characters of one use."""
        text = self.source.text
        if not text[index].isspace():
            return False
        while index < passage.end and text[index].isspace():
            index += 1
        return index < passage.end and self._uses[index] == use

    def iter_leftovers(self) -> Iterator[Leftover]:
        """Yield what no field took, in order."""
        passages = iter(self.source.lines)
        passage = next(passages, None)
        for start, end in self.iter_spans(Use.NONE):
            while passage is not None and passage.end <= start:
                passage = next(passages, None)
            if passage is not None:
                yield Leftover((start, end), self.source.text[start:end], passage.place)
