"""What differs between two states of one record, field by field in the office's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from prongsai.history.values import (
    NOTHING,
    FieldOf,
    Form,
    Value,
    find_shape,
    get_given,
    list_fields,
    parse_value,
    spell_out,
    summarise,
)
from prongsai.records.base import Year
from prongsai.records.money import Budget

# What tells a part of a list from the others, where it has such a field.
_NAMES = ("number", "code", "project", "paper", "rule", "indicator", "title", "text", "role", "position")


class FieldChange(NamedTuple):
    """A field that has another value.

    Attributes:
        path: Its keys in the YAML (``budget.2567``, ``steps.2.text``); parts of a list count from 1.
        title: The office's words for it.
        old: Its value before, empty for none.
        new: Its value after.
        form: How both are written.
    """

    path: str
    title: str
    old: str
    new: str
    form: Form = Form.TEXT


class _Place(NamedTuple):
    path: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    def add(self, key: str, title: str) -> _Place:
        return _Place((*self.path, key), (*self.titles, title) if title else self.titles)

    def tell(self, old: Value, new: Value) -> FieldChange:
        form = old.form if not new.text else new.form
        form = form if old.form == new.form or not (old.text and new.text) else Form.TEXT
        return FieldChange(".".join(self.path), " › ".join(self.titles), old.text, new.text, form)


def compare_records(model: type[BaseModel], old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FieldChange]:
    """Yield what differs between two states of a record; spelling, order of keys and comments are no difference.

    Args:
        model: The record's model.
        old: Its plain data before.
        new: Its plain data after.
    """
    for change in _compare_records(model, old, new, _Place()):
        yield change._replace(old="", new="") if change.form is Form.PERSON else change


def count_equal_fields(model: type[BaseModel], old: Mapping[str, Any], new: Mapping[str, Any]) -> float:
    """Return how much two records have in common: the share of the fields given in either that are equal, 0 to 1."""
    fields = [field for field in list_fields(model) if not (get_given(old, field) is None is get_given(new, field))]
    equal = sum(not any(_compare_field(field, old, new, _Place())) for field in fields)
    return equal / len(fields) if fields else 0.0


def _compare_records(
    model: type[BaseModel], old: Mapping[str, Any], new: Mapping[str, Any], place: _Place
) -> Iterator[FieldChange]:
    for field in list_fields(model):
        yield from _compare_field(field, old, new, place)


def _compare_field(
    field: FieldOf, old: Mapping[str, Any], new: Mapping[str, Any], place: _Place
) -> Iterator[FieldChange]:
    before, after = get_given(old, field), get_given(new, field)
    if before != after:
        inner = place.add(field.key, field.title)
        if field.is_person:
            yield FieldChange(".".join(inner.path), " › ".join(inner.titles), str(before), str(after), Form.PERSON)
        else:
            yield from _compare(field.hint, before, after, inner, field.default)


def _compare(hint: Any, old: Any, new: Any, place: _Place, default: Any = None) -> Iterator[FieldChange]:
    shape = find_shape(hint)
    old, new = spell_out(shape, old), spell_out(shape, new)
    if shape.record and all(data is None or isinstance(data, Mapping) for data in (old, new)):
        if shape.record is Budget:  # one amount for all years: the keys inside are nobody's words
            yield from _compare_budgets(old or {}, new or {}, place)
        else:
            yield from _compare_records(shape.record, old or {}, new or {}, place)
    elif shape.key is not None and all(data is None or isinstance(data, Mapping) for data in (old, new)):
        yield from _compare_mappings(shape.key, shape.item, old or {}, new or {}, place)
    elif shape.item is not None and all(data is None or isinstance(data, list) for data in (old, new)):
        yield from _compare_lists(shape.item, old or [], new or [], place)
    elif shape.record or shape.item is not None:  # one of the two is no such thing
        yield from _tell(place, *(Value(summarise(hint, data)) for data in (old, new)))
    else:
        yield from _tell(place, parse_value(hint, old, default), parse_value(hint, new, default))


def _tell(place: _Place, old: Value, new: Value) -> Iterator[FieldChange]:
    if old.text != new.text:
        yield place.tell(old, new)


def _compare_budgets(old: Mapping[str, Any], new: Mapping[str, Any], place: _Place) -> Iterator[FieldChange]:
    every, by_year = list_fields(Budget)[-2:]
    amounts = (parse_value(every.hint, get_given(data, every), every.default) for data in (old, new))
    yield from _tell(place.add("every_year", ""), *amounts)
    before, after = (get_given(data, by_year) for data in (old, new))
    yield from _compare(by_year.hint, before, after, place)


def _compare_mappings(
    key_hint: Any, hint: Any, old: Mapping[str, Any], new: Mapping[str, Any], place: _Place
) -> Iterator[FieldChange]:
    before, after = ({parse_value(key_hint, key).text: value for key, value in data.items()} for data in (old, new))
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            title = f"ปี {key}" if key_hint == Year else key
            yield from _compare(hint, before.get(key), after.get(key), place.add(key, title))


def _compare_lists(hint: Any, old: Sequence[Any], new: Sequence[Any], place: _Place) -> Iterator[FieldChange]:
    """Another order is no change: what stands in both goes first, then what has one name, then one after the other."""
    shape = find_shape(hint)
    gone, come = _drop_equal(hint, old, new)
    pairs: list[tuple[int, int]] = []
    for is_pair in (_has_one_name, lambda *_: True):
        for index in list(gone):
            match = next((other for other in come if is_pair(shape, old[index], new[other])), None)
            if match is not None:
                pairs.append((index, match))
                gone.remove(index)
                come.remove(match)
    for index, other in sorted(pairs, key=lambda pair: pair[1]):
        inner = place.add(str(other + 1), f"ข้อ {other + 1}")
        yield from _compare(hint, old[index], new[other], inner)
    for index in gone:
        yield place.add(str(index + 1), f"ข้อ {index + 1}").tell(Value(summarise(hint, old[index])), NOTHING)
    for other in come:
        yield place.add(str(other + 1), f"ข้อ {other + 1}").tell(NOTHING, Value(summarise(hint, new[other])))


def _drop_equal(hint: Any, old: Sequence[Any], new: Sequence[Any]) -> tuple[list[int], list[int]]:
    """Return the places of the parts that have no equal on the other side."""
    before, after = ([_make_comparable(hint, item) for item in items] for items in (old, new))
    shared = Counter(before) & Counter(after)

    def rest(items: list[str]) -> list[int]:
        left = shared.copy()
        places = []
        for index, item in enumerate(items):
            if left[item]:
                left[item] -= 1
            else:
                places.append(index)
        return places

    return rest(before), rest(after)


def _make_comparable(hint: Any, data: Any) -> str:
    """Return a text that two parts of a list share only where nothing differs between them."""
    shape = find_shape(hint)
    if shape.record is None:
        return parse_value(hint, data).text
    changes = _compare(hint, None, data, _Place())
    return repr([(change.path, change.new) for change in changes])


def _has_one_name(shape: Any, old: Any, new: Any) -> bool:
    """Tell whether two parts of a list bear one name: number, id or words."""
    if shape.record is None:
        return False
    names = []
    for data in (spell_out(shape, old), spell_out(shape, new)):
        known = {field.key: field for field in list_fields(shape.record)}
        first = next((known[key] for key in _NAMES if key in known), None)
        given = data.get(first.key) if first and isinstance(data, Mapping) else None
        names.append(parse_value(first.hint, given).text if first and given is not None else "")
    return names[0] == names[1] != ""
