"""What holds for every record: frozen, strict keys, a JSON schema, and every error told in Thai."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from prongsai.load.validation import STRUCTURE_ERRORS
from prongsai.outputs.schemas.schema import Schema
from prongsai.papers.registry import PAPER_RECORDS
from prongsai.records import measures, plan, progress, project
from prongsai.records.base import Record
from prongsai.records.lao import Lao
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

FILE_RECORDS = [
    Lao, plan.Plan, project.PlannedProject, project.ReportedProject, progress.RoundReport, measures.IntegrityMeasures,
    *PAPER_RECORDS.values(),
]  # fmt: skip


def find_records(kind: type[Record] = Record) -> Iterator[type[Record]]:
    """Yield every record of the package."""
    for record in kind.__subclasses__():
        yield record
        yield from find_records(record)


RECORDS = sorted(set(find_records()), key=lambda record: record.__name__)
WRONG_VALUES: tuple[object, ...] = (
    "ข้อความ",
    "",
    "x",
    "2566",
    "2023",
    "๒๕๖6",
    "2570-2566",
    "\x00",
    "javascript:alert(1)",
    [],
    ["ข้อความ"],
    [""],
    [["ข้อความ"]],
    [{"ก": "ข"}],
    [{}],
    {},
    {"ก": "ข"},
    {"ก": ["ข"]},
    {"ก": {"ข": "ค"}},
    {"2566": "ข้อความ"},
    {"2566": ["ข้อความ"]},
    {"2566": {"ก": "ข"}},
    {"2023": "1"},
    {"text": ["ข้อความ"]},
    [{"text": "ก", "steps": [{"text": {}, "steps": [{"steps": "ข"}]}]}],
    {"every_year": ["1"], "by_year": "2"},
)


def list_names(record: type[BaseModel]) -> list[str]:
    """Return the keys that a record accepts."""
    return [field.alias or name for name, field in record.model_fields.items()]


def list_errors(record: type[BaseModel], data: object) -> list[ErrorDetails]:
    """Return every error of the data; whatever else goes wrong is raised."""
    try:
        record.model_validate(data)
    except ValidationError as error:
        return error.errors()
    return []


def has_thai_text(error: ErrorDetails) -> bool:
    """Tell whether web staff get a Thai message and a Thai fix."""
    if error["type"] in STRUCTURE_ERRORS:
        _, *texts = STRUCTURE_ERRORS[error["type"]]
    else:
        context = error.get("ctx", {})
        texts = [context.get("message", ""), context.get("fix", "")]
    return all(re.search("[ก-ฮ]", text) for text in texts)


def test_records_are_frozen() -> None:
    """No field of a record can be set after reading, and none can be added."""
    assert [record for record in RECORDS if not record.model_config.get("frozen")] == []

    with pytest.raises(ValidationError, match="frozen_instance"):
        Lao.model_construct().name = "x"  # type: ignore[misc]


def test_records_refuse_unknown_keys() -> None:
    """A key that a record does not know is an error at that key."""
    for record in RECORDS:
        errors = list_errors(record, {"unknown_key": "x"})
        unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
        assert unknown == [("unknown_key",)], record


def test_every_error_of_a_field_has_a_thai_text() -> None:
    """Whatever stands in a field or in place of a record, each error has a Thai message and fix."""
    errors = [
        (record, error)
        for record in RECORDS
        for data in ("ข้อความ", [], *({name: value} for name in list_names(record) for value in WRONG_VALUES))
        for error in list_errors(record, data)
    ]

    assert {record for record, _ in errors} == set(RECORDS)
    assert [error for _, error in errors if not has_thai_text(error)] == []


def test_every_field_refuses_a_mapping_in_a_list_in_a_list() -> None:
    """No field takes just anything."""
    accepting = [
        (record, name)
        for record in RECORDS
        for name in list_names(record)
        if not any(error["loc"][:1] == (name,) for error in list_errors(record, {name: [[{"ก": "ข"}]]}))
    ]

    assert accepting == []


NAMES = sorted({name for record in RECORDS for name in list_names(record)} | {"2566", "2023", "1", "1.1", "ก"})
LEAVES = st.sampled_from([value for value in WRONG_VALUES if isinstance(value, str)]) | st.text(max_size=8)
PLAIN_DATA = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)
)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)
@given(record=st.sampled_from(FILE_RECORDS), data=st.data())
def test_any_plain_data_is_read_or_told_in_thai(record: type[Record], data: st.DataObject) -> None:
    """Whatever a file says, it is a record or a list of Thai errors."""
    content = data.draw(st.dictionaries(st.sampled_from(list_names(record)), PLAIN_DATA, max_size=5))

    assert [error for error in list_errors(record, content) if not has_thai_text(error)] == []


def find_objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a schema that lists its properties."""
    if isinstance(schema, dict):
        if "properties" in schema and isinstance(schema["properties"], dict):
            yield schema
        for part in schema.values():
            yield from find_objects(part)


@pytest.mark.parametrize("record", [pytest.param(record, id=record.__name__) for record in FILE_RECORDS])
def test_json_schema_names_every_key(record: type[Record]) -> None:
    """The JSON schema of a file can be written, and names the record's keys and no others."""
    schema = record.model_json_schema(schema_generator=Schema)

    text = json.dumps(schema, ensure_ascii=False)

    assert json.loads(text) == schema
    assert sorted(schema["properties"]) == sorted(list_names(record))
    assert all(part["additionalProperties"] is False for part in find_objects(schema))
