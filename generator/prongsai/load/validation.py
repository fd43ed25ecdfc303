"""From plain data to a record, with every error of pydantic told in Thai at its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from prongsai.load.data_file import DataFile, DataPath
from prongsai.load.edits import count_edits
from prongsai.problem import Problem, Severity
from prongsai.thai.text import compact

_IN_BRACKETS = re.compile(r"\([^()]*\)")
Model = TypeVar("Model", bound=BaseModel)

# Every pydantic error type that the records can raise, apart from our own converters' (rule, message, fix).
STRUCTURE_ERRORS = {
    "missing": ("missing-key", "ขาดคีย์ “{key}” ซึ่งต้องมี", "เติมคีย์ {key}: แล้วใส่ค่า"),
    "extra_forbidden": ("unknown-key", "ไม่รู้จักคีย์ “{key}”", "ลบคีย์นี้ หรือแก้ตัวสะกด คีย์ที่ใช้ได้: {known}"),
    "tuple_type": ("wrong-type", "ค่านี้ต้องเป็นรายการ (ขีด - นำหน้าแต่ละข้อ)", "ขึ้นบรรทัดใหม่ ย่อหน้า แล้วใส่ - นำหน้าแต่ละข้อ"),
    "dict_type": ("wrong-type", "ค่านี้ต้องเป็นชุดข้อมูลแบบ คีย์: ค่า", "ขึ้นบรรทัดใหม่ ย่อหน้า แล้วเขียน คีย์: ค่า"),
    "model_type": ("wrong-type", "ค่านี้ต้องเป็นชุดข้อมูลแบบ คีย์: ค่า", "ขึ้นบรรทัดใหม่ ย่อหน้า แล้วเขียน คีย์: ค่า"),
}


def validate(
    model: type[Model], document: DataFile, data: Any, prefix: DataPath = ()
) -> tuple[Model | None, list[Problem]]:
    """Return the record and its problems; None where there is any.

    Args:
        model: The record to build.
        document: The file that the data comes from.
        data: The plain data, or a part of it.
        prefix: Where the part stands in the document.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        meant = {
            (*detail["loc"][:-1], nearest)
            for detail in details
            if detail["type"] == "extra_forbidden" and (nearest := _find_key(model, detail["loc"]))
        }
        told = [detail for detail in details if not (detail["type"] == "missing" and detail["loc"] in meant)]
        return None, [_explain(model, document, detail, prefix) for detail in told]


def validate_each(
    model: type[Model], document: DataFile, items: Any, prefix: DataPath
) -> tuple[list[tuple[int, Model]], list[Problem]]:
    """Validate a list item by item, so that one bad item does not hide the others.

    Returns:
        The good items with their index in the list, and the problems of the others.
    """
    if not isinstance(items, list):
        _, message, fix = STRUCTURE_ERRORS["tuple_type"]
        return [], [Problem(document.where(*prefix), "wrong-type", Severity.ERROR, message, fix)]
    good: list[tuple[int, Model]] = []
    problems: list[Problem] = []
    for index, item in enumerate(items):
        record, found = validate(model, document, item, (*prefix, index))
        problems += found
        if record is not None:
            good.append((index, record))
    return good, problems


def find_nearest(given: str, known: Iterable[str], meaning: Mapping[str, str] | None = None) -> str | None:
    """Return the known word that a mistyped one most likely means; None where two are equally likely.

    Where ``meaning`` tells the choice behind each word, several spellings of one choice are that choice.

    First by slips of the keyboard: one in a word of up to five letters, two in a longer one. A text without digits may
    also be a part of the word, or say the same in another order (เสร็จแล้ว, แล้วเสร็จ); an id with other digits is another
    id.
    """
    words = sorted(set(known))
    typed = given.casefold()
    # Words of very different length are not near; counting would take long where a value is a whole book.
    distances = {word: count_edits(typed, word.casefold()) for word in words if abs(len(word) - len(typed)) < 3}
    near = [word for word, slips in distances.items() if slips < min(len(word), 2 if len(word) < 6 else 3)]
    if near:
        least = min(distances[word] for word in near)
        candidates = [word for word in near if distances[word] == least]
    elif len(typed) < 3 or any(letter.isdigit() for letter in typed):
        candidates = []
    else:
        holding = [word for word in words if typed in word.casefold()]
        candidates = holding or difflib.get_close_matches(given, words, n=1, cutoff=0.6)
    if len(candidates) > 1 and meaning:
        candidates = sorted({meaning[word] for word in candidates})
    return candidates[0] if len(candidates) == 1 else None


def suggest(given: str, known: Iterable[str], fix: str, meaning: Mapping[str, str] | None = None) -> str:
    """Return the fix, led by the word that was probably meant."""
    nearest = find_nearest(given, known, meaning)
    return f"หมายถึง “{nearest}” หรือไม่ · {fix}" if nearest else fix


def _explain(model: type[BaseModel], document: DataFile, detail: ErrorDetails, prefix: DataPath) -> Problem:
    location: Sequence[str | int] = [part for part in detail["loc"] if part != "[key]"]
    path: DataPath = (*prefix, *location)
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind not in STRUCTURE_ERRORS:
        fix = str(context.get("fix", ""))
        if "expected" in context:
            fix = suggest(str(context["given"]), context["expected"], fix, context["expected"])
        message = _shorten(str(context.get("message", detail["msg"])))
        return Problem(_place(document, path, detail), f"bad-{kind}", Severity.ERROR, message, fix)
    rule, message, fix = STRUCTURE_ERRORS[kind]
    key = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        where = document.where_key(*path)
        fix = fix.format(known=", ".join(sorted(_known_fields(model, location[:-1]))))
        if nearest := _find_key(model, location):
            fix = f"หมายถึง “{nearest}” หรือไม่ · {fix}"
    elif kind == "missing" and document.has_key(*path):
        where = document.where_key(*path)
        message, fix = "คีย์ “{key}” ยังไม่มีค่า แต่ต้องมี", f"ใส่ค่าหลัง {key}:"
    else:
        where = document.where(*path)
        fix = fix.format(key=key)
    return Problem(where, rule, Severity.ERROR, message.format(key=key), fix)


def _place(document: DataFile, path: DataPath, detail: ErrorDetails) -> Any:
    return document.where_key(*path) if "[key]" in detail["loc"] else document.where(*path)


def _find_key(model: type[BaseModel], location: Sequence[str | int]) -> str | None:
    """Return the key that was meant by an unknown one: near in spelling, or called so in Thai."""
    fields = _known_fields(model, location[:-1])
    key = str(location[-1])
    return find_nearest(key, fields) if key.isascii() else _find_thai_key(compact(key), fields)


def _find_thai_key(typed: str, fields: Mapping[str, FieldInfo]) -> str | None:
    """Return the key whose Thai name is the given one: in full, its first words, a part of it, or near in spelling.

    A key is called what its description begins with, or what the record under it is. Of several keys the one with the
    shortest word is meant: งบประมาณ is budget, not budget_words.
    """
    names = [(name, key) for key, field in fields.items() for name in _list_thai_names(field)]
    exact = [key for name, key in names if name == typed]
    longer = [key for name, key in names if name.startswith(typed)]
    # What is typed may say more than the name (วัตถุประสงค์ของโครงการ); of two such names the longer one is nearer.
    shorter = [key for name, key in sorted(names, key=lambda item: -len(item[0])) if typed.startswith(name)]
    holding = [key for name, key in names if typed in name]
    for found in (sorted(exact, key=len), sorted(longer, key=len), shorter, sorted(holding, key=len)):
        if found and len(typed) > 1:
            return found[0]
    nearest = find_nearest(typed, (name for name, _ in names))
    return next((key for name, key in names if name == nearest), None)


def _list_thai_names(field: FieldInfo) -> Iterator[str]:
    inner = _inner_model(field.annotation)
    described = (field.description or "").partition(":")[0]
    for name in (described, (inner.model_config.get("title") or "") if inner else ""):
        if name := compact(_IN_BRACKETS.sub("", name)):
            yield name


def _known_fields(model: Any, location: Sequence[str | int]) -> dict[str, FieldInfo]:
    """Return the keys that the record at a location accepts, by walking its annotations."""
    current: Any = model
    for part in location:
        field = next((f for name, f in current.model_fields.items() if part in {name, f.alias}), None)
        if field is not None:  # otherwise the part is an index or a key of the data, inside the same record
            current = _inner_model(field.annotation)
        if current is None:
            return {}
    return {field.alias or name: field for name, field in current.model_fields.items()}


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """Return the record inside ``tuple[X, ...]``, ``dict[K, X]``, ``X | None`` or ``Annotated[X, …]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_inner_model(inner) for inner in getattr(annotation, "__args__", ()))
    return next((model for model in found if model is not None), None)


def _shorten(message: str) -> str:
    """Leave out the middle of a message that repeats a very long value."""
    return message if len(message) <= 300 else f"{message[:200].rstrip()} … {message[-80:].lstrip()}"
