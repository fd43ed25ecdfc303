"""JSON Schema of the files in ``plans/``: what an editor accepts and refuses is what the reader does."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import MADE_UP_PLANS, ROOT
from jsonschema import Draft202012Validator
from prongsai.load.assemble import load_plans
from prongsai.load.validation import validate
from prongsai.load.yaml_reader import parse_yaml
from prongsai.outputs.schemas.schema import KINDS, build_schema, list_schema_files, render_schemas
from prongsai.papers.registry import PAPER_RECORDS
from prongsai.records.project import ReportedProject

FILES = sorted(
    path for plans in (ROOT / "plans", MADE_UP_PLANS) for path in plans.glob("*/**/*.yml") if "files" not in path.parts
)
PROJECT = "id: p01\nnumber: 1\nname: ก\nmission: 2.1\n"
LAO = "type: เทศบาลตำบล\nname: ก\nprovince: ข\n"


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML as editors do: YAML 1.2, where numbers, true, false and null have types and dates are text."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's own
        """Return a mapping with text as keys, as JSON has it."""
        pairs = [(key.value, self.construct_object(value, deep=deep)) for key, value in node.value]
        return dict(pairs)


for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def read_as_editor(text: str) -> Any:
    """Return what an editor's YAML parser makes of a file."""
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a kind of SafeLoader


@cache
def get_validator(kind: str) -> Draft202012Validator:
    """Return the validator of a kind of file."""
    return Draft202012Validator(build_schema(kind))


def find_errors(kind: str, text: str) -> list[str]:
    """Return what an editor underlines in a file."""
    return [error.message for error in get_validator(kind).iter_errors(read_as_editor(text))]


def find_reader_problems(kind: str, text: str) -> list[str]:
    """Return the rules that the reader finds broken in a file."""
    document, problems = parse_yaml(text, "plans/a/x.yml")
    data = document.data
    record = ReportedProject if kind == "project" and "dimension" in data else KINDS[kind][0]
    if kind == "paper":
        record = next(record for paper, record in PAPER_RECORDS.items() if data["kind"] in {paper.value, paper.label})
    data = {**({"years": "2566-2570"} if kind == "plan" else {}), **data}  # the folder's name tells them
    return [problem.rule for problem in (*problems, *validate(record, document, data)[1])]


def get_kind(path: Path) -> str:
    """Return the kind of a file by its place."""
    folder = {"projects": "project", "papers": "paper"}.get(path.parent.name, path.parent.name)
    return folder if folder in KINDS else path.stem


def find_properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every key of the records in a schema."""
    for part in (schema, *schema.get("$defs", {}).values()):
        yield from part["properties"].items()


def test_files_fit_their_schemas() -> None:
    """Nothing is underlined in a file that the reader accepts."""
    errors = {path: find_errors(get_kind(path), path.read_text(encoding="utf-8")) for path in FILES}

    assert {path: found for path, found in errors.items() if found} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_valid_and_tells_its_keys_in_thai(kind: str) -> None:
    """It keeps to JSON Schema 2020-12; every key and record has a Thai title, no docstring is left."""
    schema = build_schema(kind)

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for name, field in find_properties(schema):
        assert field.get("title"), name
        assert re.search("[ก-ฮ]", field.get("description", "")), name
        assert field["description"].startswith(field["title"]), name
    for part in (schema, *schema.get("$defs", {}).values()):
        assert re.search("[ก-ฮ]", part["title"])


def test_others_can_use_every_published_schema() -> None:
    """Its patterns, too, are such as every language reads: check-jsonschema, which others use, finds no fault."""
    files = map(str, list_schema_files().values())
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *files]

    checked = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_no_english_text(kind: str) -> None:
    """No docstring and no generated title is left."""
    schema = build_schema(kind)

    texts = [schema["description"], *(part["title"] for part in schema.get("$defs", {}).values())]
    assert all(re.search("[ก-ฮ]", text) for text in texts)
    assert all("description" not in part for part in schema.get("$defs", {}).values())


def test_files_are_up_to_date() -> None:
    """Run ``make schemas`` after a change of the records."""
    written = {name: path.read_text(encoding="utf-8") for name, path in list_schema_files().items()}

    assert written == render_schemas()


def test_there_is_a_schema_for_every_file_that_the_reader_knows() -> None:
    """Every file of the made-up LAO has its kind; the one of addresses is written by a command."""
    [loaded] = load_plans(MADE_UP_PLANS, only="nongsaeng")

    assert {get_kind(Path("plans/a") / f"{name}.yml") for name in loaded.sources.documents} == set(KINDS) - {
        "addresses"
    }


GOOD = {
    "text-for-list": ("project", PROJECT + "objectives: ก\n"),
    "list": ("project", PROJECT + "objectives: [ก, 2566]\n"),
    "bare-step": ("project", PROJECT + "steps: [ก, {text: ข, steps: [ค, {text: ง}]}]\n"),
    "bare-output": ("project", PROJECT + "outputs: [ก, {text: ข, measure: ค}]\noutcomes: [ก]\n"),
    "bare-target-group": ("project", PROJECT + "target_groups: [ก, {text: ข, count: 60}, {text: ค, count: ๖๐}]\n"),
    "bare-evidence": ("progress", "projects: [{project: p01, status: done, evidence: [ก, {title: ข}]}]\n"),
    "budget-number": ("project", PROJECT + "budget: 180000\n"),
    "budget-text": ("project", PROJECT + "budget: จำนวน 180,000.- บาท\n"),
    "budget-none": ("project", PROJECT + "budget: ไม่ใช้งบประมาณ\n"),
    "budget-dash": ("project", PROJECT + 'budget: "-"\n'),
    "budget-by-year": ("project", PROJECT + 'budget: {2566: 180000, ๒๕๖๗: "180,000", 2568: ไม่ทราบ}\n'),
    "budget-both": ("project", PROJECT + "budget: {every_year: 20000, by_year: {2568: 0}}\n"),
    "mission-number": ("project", PROJECT),
    "mission-text": ("project", PROJECT.replace("2.1", "๒.๑.๓")),
    "key-without-value": ("project", PROJECT + "note:\nbudget:\nsteps:\nkind:\nfrom:\n"),
    "empty-text": ("project", PROJECT + 'note: ""\nuntil: ""\n'),
    "year-without-value": ("project", PROJECT + "budget:\n  2566:\n  2567: 1\n"),
    "id-from-file-name": ("project", PROJECT.replace("id: p01\n", "")),
    "ignore": ("project", PROJECT + "ignore: [{rule: spelling, reason: ก, at: steps.1}]\n"),
    "text-that-is-a-number": ("project", PROJECT + "note: 2566\nperiod: 5.5\n"),
    "id-that-is-a-number": ("plan", "years: 2566-2570\nannouncement: 2565\n"),
    "years": ("plan", "years: 2566-2570\n"),
    "years-from-folder-name": ("plan", "foreword: ก\n"),
    "own-framework": ("plan", "years: 2571-2575\ndimensions: {1: ก, ๒: ข}\nmissions: {1.1: ค}\n"),
    "reported-plan": ("plan", "source: รายงาน\nprojects: [{id: p01, number: 1, dimension: 2}]\n"),
    "reported-project": ("project", "id: p01\nnumber: 1\ndimension: 2\n"),
    "plan-of-a-paper": ("paper", "kind: ประกาศ\nsubject: ก\ndate: 1 ตุลาคม 2570\nplan: ๒๕๗๑ – ๒๕๗๕\n"),
    "years-thai": ("plan", "years: ๒๕๖๖ – ๒๕๗๐\n"),
    "years-mapping": ("plan", "years: {first: 2566, last: ๒๕๗๐}\n"),
    "missions": ("plan", "years: 2566-2570\nmissions:\n  2.1: ก\n  ๒.๑.๑: ข\n  2.1.2:\n"),
    "dimensions": ("plan", "years: 2566-2570\ndeclared: {dimensions: {1: {projects: 3}, ๒: {projects: ๓}}}\n"),
    "choice-by-label": ("lao", LAO),
    "choice-by-code": ("lao", LAO.replace("เทศบาลตำบล", "town_municipality")),
    "choice-by-alias": ("lao", LAO.replace("เทศบาลตำบล", "อบต.")),
    "yes": ("lao", LAO + "sample: true\n"),
    "yes-text": ("lao", LAO + "sample: Yes\n"),
    "yes-thai": ("lao", LAO + "sample: ใช่\n"),
    "date-iso": ("paper", "kind: ประกาศ\nsubject: ก\ndate: 2566-10-19\n"),
    "date-thai": ("paper", "kind: file\nsubject: ก\ndate: ๑๙ ต.ค. ๒๕๖๖\nsigned: files/ก.pdf\n"),
    "paper-number": ("paper", "kind: คำสั่ง\nsubject: ก\ndate: 19/10/2566\nnumber: 372\nmembers: [{role: ก}]\n"),
    "memo": ("paper", "kind: memo\nsubject: ก\ndate: 1 ตุลาคม 2566\nunit: ก\naddressee: ข\npublic: no\n"),
}
BAD = {
    "unknown-key": ("project", PROJECT + "objectivs: ก\n"),
    "unknown-key-inside": ("project", PROJECT + "steps: [{text: ก, txet: ข}]\n"),
    "unknown-key-in-ignore": ("project", PROJECT + "ignore: [{rule: a, reason: ก, why: ข}]\n"),
    "missing-key": ("project", "number: 1\nname: ก\n"),
    "required-key-without-value": ("lao", LAO.replace("name: ก", "name:")),
    "wrong-choice": ("progress", "projects: [{project: p01, status: เสร็จ}]\n"),
    "wrong-type": ("lao", LAO.replace("เทศบาลตำบล", "ตำบล")),
    "list-for-text": ("project", PROJECT.replace("name: ก", "name: [ก]")),
    "text-for-mapping": ("lao", LAO + "contacts: ก\n"),
    "text-for-list-of-records": ("plan", "years: 2566-2570\nprojects: p01\n"),
    "mapping-for-list": ("project", PROJECT + "steps: {text: ก}\n"),
    "empty-item": ("project", PROJECT + "steps:\n  -\n"),
    "half-a-person": ("project", PROJECT + "target_groups: [{text: ก, count: 60.5}]\n"),
    "negative-number": ("progress", "declared: {projects: -1}\n"),
    "money-in-words": ("project", PROJECT + "budget: สองแสน\n"),
    "money-of-no-year": ("project", PROJECT + "budget: {ปี: 1}\n"),
    "common-era": ("project", PROJECT + "from: 2023\n"),
    "one-year": ("plan", "years: 2566\n"),
    "source-of-another-kind": ("plan", "source: ข่าว\n"),
    "dimension-without-number": ("plan", "dimensions: {สุจริต: ก}\n"),
    "plan-of-a-paper-by-one-year": ("paper", "kind: ประกาศ\nsubject: ก\ndate: 1 ตุลาคม 2570\nplan: 2571\n"),
    "neither-dimension-nor-mission": ("project", "id: p01\nnumber: 1\nname: ก\n"),
    "id-in-capitals": ("plan", "years: 2566-2570\nannouncement: Adopt\n"),
    "no-mission": ("project", PROJECT.replace("2.1", "2")),
    "no-address": ("lao", LAO + "website: www.example.go.th\n"),
    "file-elsewhere": ("lao", LAO + "seal: ../seal.png\n"),
    "no-colour": ("lao", LAO + "colour: blue\n"),
    "perhaps": ("lao", LAO + "sample: อาจจะ\n"),
    "no-kind": ("paper", "kind: จดหมาย\nsubject: ก\ndate: 1 ตุลาคม 2566\n"),
    "key-of-another-kind": ("paper", "kind: ประกาศ\nsubject: ก\ndate: 1 ตุลาคม 2566\nmembers: []\n"),
    "file-paper-without-file": ("paper", "kind: เอกสาร\nsubject: ก\ndate: 1 ตุลาคม 2566\n"),
    "project-without-id": ("plan", "years: 2566-2570\nprojects: [{number: 1, name: ก, mission: 1.1}]\n"),
    "score-in-measures": ("measures", "sections: [{number: 1, measures: [{number: 1, title: ก, score: ดี}]}]\n"),
}


def test_what_the_reader_accepts_is_accepted() -> None:
    """Every shorthand, with numbers as an editor sees them."""
    told = {}
    for name, (kind, text) in GOOD.items():
        reader_text = text if kind != "project" or "id:" in text else "id: p01\n" + text
        told[name] = (find_reader_problems(kind, reader_text), find_errors(kind, text))

    assert {name: found for name, found in told.items() if found != ([], [])} == {}


def test_what_the_reader_refuses_is_refused() -> None:
    """The editor underlines what the checks would tell."""
    known = {name: case for name, case in BAD.items() if name != "no-kind"}  # of which the reader knows no record

    assert [name for name, case in known.items() if not find_reader_problems(*case)] == []
    assert [name for name, case in BAD.items() if not find_errors(*case)] == []
