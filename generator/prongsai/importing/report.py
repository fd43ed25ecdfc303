"""What was read from a document as plain data, for programs: every field with its places, and what became of the rest."""

from __future__ import annotations

from typing import Any

from prongsai.importing.document import Reading
from prongsai.importing.ledger import Use


def describe_reading(reading: Reading) -> dict[str, Any]:
    """Return a document's fields, labels, running heads and leftovers; places count the characters of ``text``."""
    ledger = reading.ledger
    return {
        "file": ledger.source.name,
        "format": str(ledger.source.format),
        "kinds": reading.kinds,
        "text": ledger.source.text,
        "fields": [
            {
                "record": f"paper:{field.record.key}" if field.record.kind == "paper" else field.record.kind,
                "of": field.record.name or field.record.key if field.record.kind in {"project", "progress"} else "",
                "path": list(field.path),
                "value": field.value,
                "spans": [list(span) for span in field.spans],
            }
            for field in ledger.fields
        ],
        "labels": [list(span) for span in ledger.iter_spans(Use.LABEL)],
        "running_heads": [list(span) for span in ledger.iter_spans(Use.RUNNING)],
        "leftovers": [{"span": list(left.span), "place": left.place} for left in ledger.iter_leftovers()],
        "unread": list(ledger.source.unread),
    }
