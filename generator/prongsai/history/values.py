"""Values as they are compared: what two spellings of one thing have in common, in plain text."""

from __future__ import annotations

import datetime as dt
import re
import types
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticUndefined

from prongsai.papers.kinds.memo import MemoOpinion
from prongsai.papers.kinds.order import Member
from prongsai.records.base import FilePath, LabelledEnum, Year
from prongsai.records.money import Money
from prongsai.records.papers import Signer
from prongsai.records.plan import Plan
from prongsai.records.progress import RoundReport
from prongsai.thai.text import normalise

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")  # which no value of a record holds
# Fields that hold the name of a person.
_PERSONS = frozenset({(Signer, "name"), (Member, "name"), (MemoOpinion, "name"), (RoundReport, "reporter_name")})
# The key of a thing; what stands on the page of remarks; what tells of changes itself.
_LEFT_OUT = frozenset({"id", "ignore", "aliases", "revisions"})
_THINGS = frozenset({(Plan, "projects"), (RoundReport, "projects")})  # which are compared one by one


class Form(StrEnum):
    """How a value is written: as it is, or as the pages write money, numbers and dates."""

    TEXT = "text"
    MONEY = "money"
    NUMBER = "number"
    DATE = "date"
    FILE = "file"
    PERSON = "person"  # never kept: only that it is another


class Value(NamedTuple):
    """A value in plain text: baht or the words for none, an ISO date, the label of a choice; empty for none."""

    text: str = ""
    form: Form = Form.TEXT


class FieldOf(NamedTuple):
    """A field of a record.

    Attributes:
        key: Its key in the YAML.
        name: Its name in the model.
        title: Its Thai title.
        hint: Its type.
        default: What stands for nothing.
        is_person: It holds the name of a person.
    """

    key: str
    name: str
    title: str
    hint: Any
    default: Any
    is_person: bool


NOTHING = Value()


@cache
def list_fields(model: type[BaseModel]) -> tuple[FieldOf, ...]:
    """Return the fields of a record whose values are compared, in its order."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        FieldOf(
            field.alias or name,
            name,
            get_title(field),
            strip_optional(hints[name]),
            _get_default(field),
            (model, name) in _PERSONS,
        )
        for name, field in model.model_fields.items()
        if name not in _LEFT_OUT and (model, name) not in _THINGS
    )


def get_title(field: FieldInfo) -> str:
    """Return what the office calls a field: its description up to the explanation."""
    return (field.description or "").partition(":")[0]


def _get_default(field: FieldInfo) -> Any:
    default = field.get_default(call_default_factory=True, validated_data={})
    return None if default is PydanticUndefined else default


def strip_optional(hint: Any) -> Any:
    """Return the type inside ``X | None``."""
    if get_origin(hint) in {Union, types.UnionType}:
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def get_given(data: Mapping[str, Any], field: FieldOf) -> Any:
    """Return what is written for a field, under its key or its name in the model; None for nothing."""
    return data.get(field.key, data.get(field.name))


class Shape(NamedTuple):
    """What a type holds: a record, a list of something, a mapping of something, or else one value."""

    record: type[BaseModel] | None = None
    item: Any = None
    key: Any = None
    converters: tuple[BeforeValidator, ...] = ()


@cache
def find_shape(hint: Any) -> Shape:
    """Return what a type holds, and the converters that accept its shorter spellings."""
    hint = strip_optional(hint)
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        shape = find_shape(inner)
        # The one written last is asked first.
        found = tuple(mark for mark in reversed(marks) if isinstance(mark, BeforeValidator))
        return shape._replace(converters=(*found, *shape.converters))
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return Shape(record=hint)
    if get_origin(hint) is tuple:
        return Shape(item=get_args(hint)[0])
    if get_origin(hint) is dict:
        key, item = get_args(hint)
        return Shape(item=item, key=key)
    return Shape()


def spell_out(shape: Shape, data: Any) -> Any:
    """Return data in their long spelling; as they are where they cannot be read."""
    try:
        for converter in shape.converters:
            data = converter.func(data)  # type: ignore[call-arg]
    except PydanticCustomError:
        return data
    return data


@cache
def _get_adapter(hint: Any) -> TypeAdapter[Any]:
    return TypeAdapter(hint)


def parse_value(hint: Any, data: Any, default: Any = None) -> Value:
    """Return one value; what nothing can be made of stays as it was typed."""
    if data is None:
        return render_value(default, hint)
    try:
        return render_value(_get_adapter(hint).validate_python(data), hint)
    except ValidationError:
        return Value(" ".join(_CONTROL.sub(" ", normalise(str(data))).split()))


def render_value(value: Any, hint: Any = None) -> Value:
    """Return a value of a record in plain text."""
    if value is None or value in ({}, ()):
        return NOTHING
    if isinstance(value, Money):
        text = f"{value.amount:f}" if value.amount is not None and value.is_budgeted else ""
        return Value(_strip_zeros(text) or ("ไม่ใช้งบประมาณ" if value.is_known else "ไม่ทราบ"), Form.MONEY)
    if isinstance(value, bool):
        return Value("ใช่" if value else "ไม่ใช่")
    if isinstance(value, LabelledEnum):
        return Value(value.label)
    if isinstance(value, int):
        return Value(str(value), Form.TEXT if hint == Year else Form.NUMBER)
    if isinstance(value, Decimal):
        return Value(_strip_zeros(f"{value:f}"), Form.NUMBER)
    if isinstance(value, dt.date):
        return Value(value.isoformat(), Form.DATE)
    return Value(str(value), Form.FILE if hint == FilePath else Form.TEXT)


def _strip_zeros(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def summarise(hint: Any, data: Any) -> str:
    """Return all that a value holds in one line: the texts of a step and of the steps below it; no person's name."""
    shape = find_shape(hint)
    data = spell_out(shape, data)
    if shape.record and isinstance(data, Mapping):
        given = ((field, get_given(data, field)) for field in list_fields(shape.record) if not field.is_person)
        parts = [summarise(field.hint, value) for field, value in given if value is not None]
    elif shape.item is not None and isinstance(data, list):
        parts = [summarise(shape.item, item) for item in data]
    elif shape.item is not None and isinstance(data, Mapping):
        parts = [f"{key}: {summarise(shape.item, item)}" for key, item in data.items()]
    else:
        parts = [parse_value(hint, data).text]
    return " · ".join(filter(None, parts))
