"""From the records to JSON Schema: what an editor may offer and underline while a file of ``plans/`` is typed.

pydantic writes the schema of a record; here it gets Thai titles, learns that a key without a value counts as not
given, and loses what only Python needs (names of fields as titles, docstrings, empty defaults).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from prongsai.outputs.exchange.format import build_schema as build_exchange_schema
from prongsai.outputs.exports.json_file import build_schema as build_data_schema
from prongsai.papers.registry import PAPER_RECORDS
from prongsai.records.address_book import AddressBook
from prongsai.records.lao import Lao
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.oit_list import OitList
from prongsai.records.papers import Paper
from prongsai.records.plan import Plan
from prongsai.records.progress import RoundReport
from prongsai.records.project import PlannedProject

FOLDER = Path(__file__).parent
SUFFIX = ".schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Kind of file → record and where such files lie.
KINDS: dict[str, tuple[type[BaseModel], str]] = {
    "lao": (Lao, "lao.yml"),
    "plan": (Plan, "<ช่วงปี>/plan.yml"),
    "project": (PlannedProject, "<ช่วงปี>/projects/<รหัสโครงการ>.yml"),
    "progress": (RoundReport, "progress/<ปีงบประมาณ>-<06 หรือ 12>.yml"),
    "measures": (IntegrityMeasures, "measures/<ปีงบประมาณ>.yml"),
    "oit": (OitList, "oit/<ปีการประเมิน ITA>.yml"),
    "paper": (Paper, "papers/<รหัสเอกสาร>.yml"),
    "addresses": (AddressBook, "addresses.yml"),
}


class Schema(GenerateJsonSchema):
    """Says nothing of defaults that JSON does not know: no schema names them."""

    ignored_warning_kinds: set[JsonSchemaWarningKind] = {"skipped-choice", "non-serializable-default"}


def render_schemas() -> dict[str, str]:
    """Return the text of every schema file by the file's name."""
    schemas = {kind: build_schema(kind) for kind in KINDS} | {
        "data": build_data_schema(),
        "exchange": build_exchange_schema(),
    }
    return {
        f"{kind}{SUFFIX}": json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for kind, schema in schemas.items()
    }


def list_schema_files() -> dict[str, Path]:
    """Return the schema files by name."""
    return {path.name: path for path in sorted(FOLDER.glob(f"*{SUFFIX}"))}


def build_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one kind of file."""
    record, place = KINDS[kind]
    schema = _build_paper_schema() if kind == "paper" else record.model_json_schema(schema_generator=Schema)
    if kind == "project":
        schema["required"].remove("id")  # the file's name is the id
    if kind == "plan":
        schema["required"].remove("years")  # the folder's name tells them
    for part in (schema, *schema.get("$defs", {}).values()):
        _finish_record(part)
    if kind == "project":
        # Of a project that is known from a report its dimension is enough.
        named = [name for name in schema["required"] if name in {"name", "mission"}]
        schema["required"] = [name for name in schema["required"] if name not in named]
        schema["anyOf"] = [{"required": named}, {"required": ["dimension"]}]
    return {"$schema": _DIALECT, "description": f"plans/<หน่วยงาน>/{place}", **schema}


def _build_paper_schema() -> dict[str, Any]:
    """Return a schema that chooses the record by the paper's kind."""
    definitions: dict[str, Any] = {}
    choices = []
    for kind, record in PAPER_RECORDS.items():
        schema = record.model_json_schema(schema_generator=Schema)
        definitions |= schema.pop("$defs", {})
        schema["properties"]["kind"]["enum"] = names = [kind.label, kind.value, *kind.aliases]
        definitions[record.__name__] = schema
        chosen = {"required": ["kind"], "properties": {"kind": {"enum": names}}}
        choices.append({"if": chosen, "then": {"$ref": f"#/$defs/{record.__name__}"}})
    common = Paper.model_json_schema(schema_generator=Schema)
    return {
        "$defs": definitions,
        "type": "object",
        "title": common["title"],
        "required": ["kind"],
        "properties": {"kind": common["properties"]["kind"]},
        "allOf": choices,
    }


def _finish_record(schema: dict[str, Any]) -> None:
    """Give a record's properties their titles, and let those that may be left out be empty."""
    schema.pop("description", None)  # an English docstring
    required = schema.get("required", [])
    for name, field in schema["properties"].items():
        field["title"] = field.get("description", "").partition(": ")[0]
        if field.get("default") in (None, [], {}) or isinstance(field["default"], dict):
            field.pop("default", None)
        _finish_mappings(field)
        if name not in required:
            schema["properties"][name] = _make_nullable(field)


def _finish_mappings(schema: dict[str, Any]) -> None:
    """Refuse keys of a mapping by year or number that match no pattern; a value may be left out."""
    for option in schema.get("anyOf", []):
        _finish_mappings(option)
    if patterns := schema.get("patternProperties"):
        schema["patternProperties"] = {key: _make_nullable(value) for key, value in patterns.items()}
        schema["additionalProperties"] = False


def _make_nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a value be empty, as one choice less where there is only one other."""
    options = [option for option in schema.get("anyOf", []) if option != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    if not options:
        about = {"title", "description", "default"}
        options = [{key: value for key, value in rest.items() if key not in about}]
        rest = {key: value for key, value in rest.items() if key in about}
    if len(options) > 1 or "type" not in options[0] or "enum" in options[0]:
        return {**rest, "anyOf": [*options, {"type": "null"}]}
    [option] = options
    types = option["type"] if isinstance(option["type"], list) else [option["type"]]
    merged = {**rest, **option, "type": [*types, "null"]}
    if "pattern" in merged:
        merged["pattern"] = f"^$|{merged['pattern']}"
    return merged
