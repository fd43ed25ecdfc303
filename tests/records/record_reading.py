"""Reading one field or record alone: its value, what is refused, what is missing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails


def read(kind: Any, value: object) -> Any:
    """Return the value read as a kind of field or record."""
    return TypeAdapter(kind).validate_python(value)


def refuse(kind: Any, value: object) -> ErrorDetails:
    """Return the one error of a value that must be refused, with a Thai message and fix."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    (error,) = caught.value.errors()
    for part in ("message", "fix"):
        assert re.search("[ก-ฮ]", error["ctx"][part])
    return error


def list_missing_keys(kind: Any, data: object) -> list[str]:
    """Return the keys that the data lacks."""
    with pytest.raises(ValidationError) as caught:
        read(kind, data)
    return [str(error["loc"][-1]) for error in caught.value.errors() if error["type"] == "missing"]
