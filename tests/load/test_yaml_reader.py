"""YAML values stay the text that was typed, and every value keeps its place."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from prongsai.load.yaml_reader import parse_yaml
from prongsai.problem import Where

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
# PyYAML itself loses rare line ends (NEL, U+2028) in quotes of one kind; Thai digits are one key with Arabic ones.
TAME = st.text(st.characters(exclude_categories=["Cs", "Zl", "Zp"], exclude_characters="\x85๐๑๒๓๔๕๖๗๘๙"))
TREES = st.recursive(
    TAME,
    lambda children: st.lists(children, max_size=4) | st.dictionaries(TAME, children, max_size=4),
    max_leaves=20,
)
FILE = "plan.yml"


class NoAliasDumper(yaml.SafeDumper):
    """Writes equal lists twice instead of pointing at the first."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the signature is PyYAML's
        return True


def read(text: str) -> Any:
    """Return the data of a text that has no problem."""
    document, problems = parse_yaml(text, FILE)
    assert problems == []
    return document.data


@pytest.mark.parametrize(
    "text",
    [
        "010", "no", "yes", "on", "true", "nullable", "1:30", "2566-10-19", "2567-02-29", "0812345678", "081-234-5678",
        "+66812345678", "1e3", "0x1F", "1_000", ".5", "180,000.-", "=", "<<", ".nan",
    ],
)  # fmt: skip
def test_scalar_stays_text(text: str) -> None:
    """Nothing is turned into a number, date or truth value."""
    assert read(f"value: {text}\n") == {"value": text}


def test_thai_text_keeps_its_code_points() -> None:
    """The reader does not normalise."""
    assert read("name: นํ้า เเม่สาย\n") == {"name": "นํ้า เเม่สาย"}


def test_folded_text_is_one_line() -> None:
    """A folded block joins its lines with a space."""
    assert read("text: >-\n  บรรทัดหนึ่ง\n  บรรทัดสอง\n") == {"text": "บรรทัดหนึ่ง บรรทัดสอง"}


@pytest.mark.parametrize("text", ["note:\n", "note: ''\n", 'note: ""\n', "note: # ยังไม่มี\n"])
def test_empty_value_is_not_given(text: str) -> None:
    """A key with nothing behind it is as good as no key."""
    assert read("name: แม่สาย\n" + text) == {"name": "แม่สาย"}


def test_empty_list_item_stays() -> None:
    """A dash with nothing behind it is an item, so that it can be reported."""
    assert read("goals:\n  -\n  - ลดคดี\n") == {"goals": ["", "ลดคดี"]}


@pytest.mark.parametrize("text", ["", "\n\n", "# ยังไม่มีข้อมูล\n", "---\n", "---\n# ยังไม่มี\n"], ids=ascii)
def test_empty_file_is_a_problem(text: str) -> None:
    """A file that says nothing is told apart from a file with wrong data."""
    document, [problem] = parse_yaml(text, FILE)

    assert document.data is None
    assert (problem.where, problem.rule) == (Where(FILE), "file-empty")
    assert (problem.message, problem.fix) == ("ไฟล์นี้ว่างเปล่า", "เติมข้อมูล หรือลบไฟล์ทิ้ง")


def test_duplicate_key_gives_both_lines() -> None:
    """The second key is the place, the first is related."""
    _, [problem] = parse_yaml("name: แม่สาย\nprovince: เชียงราย\nname: แม่จัน\n", FILE)

    assert problem.where == Where(FILE, 3, 1)
    assert problem.rule == "duplicate-key"
    assert problem.message == "คีย์ “name” ซ้ำกับบรรทัด 1"
    assert problem.fix == "ลบคีย์หนึ่งออก หรือรวมค่าไว้ที่คีย์เดียว"
    assert problem.related == (Where(FILE, 1, 1),)


def test_third_equal_key_points_at_the_first() -> None:
    """Each further key is a problem of its own."""
    _, problems = parse_yaml("a: 1\na: 2\na: 3\n", FILE)

    assert [(problem.where.line, problem.related[0].line) for problem in problems] == [(2, 1), (3, 1)]


def test_duplicate_key_in_a_list_item() -> None:
    """Keys are compared inside one mapping only."""
    _, [problem] = parse_yaml("projects:\n  - id: p01\n  - id: p02\n    id: p03\n", FILE)

    assert (problem.where, problem.related) == (Where(FILE, 4, 5), (Where(FILE, 3, 5),))


def test_duplicate_of_an_empty_key() -> None:
    """A key without value counts as a key."""
    _, [problem] = parse_yaml("note:\nnote: ข้อความ\n", FILE)

    assert problem.rule == "duplicate-key"


def test_thai_and_arabic_digits_are_one_key() -> None:
    """๒๕๖๖ and 2566 are one year."""
    _, [problem] = parse_yaml("2566: 1\n๒๕๖๖: 2\n", FILE)

    assert (problem.rule, problem.where, problem.message) == (
        "duplicate-key",
        Where(FILE, 2, 1),
        "คีย์ “๒๕๖๖” ซ้ำกับบรรทัด 1",
    )


@pytest.mark.parametrize("text", ["{2566: 200,000}", "{2567: 1, 2566: 200,000}"], ids=["first", "later"])
def test_comma_in_an_amount_between_braces(text: str) -> None:
    """The comma ends the amount and makes a key of its rest, which must not pass in silence."""
    _, [problem] = parse_yaml(f"budget: {text}\n", FILE)

    assert (problem.rule, problem.where) == ("flow-comma", Where(FILE, 1, 9 + text.index("000")))
    assert problem.message == "“000” ในวงเล็บ { } ไม่มีค่า มักเกิดจากจำนวนเงินที่มีจุลภาค"
    assert problem.fix == 'ครอบจำนวนเงินด้วยเครื่องหมายคำพูด เช่น {2566: "200,000"} หรือเขียน 200000'


def test_second_key_without_value_between_braces() -> None:
    """A key can be both: a duplicate in other digits, and without value."""
    _, problems = parse_yaml("{2566: 1, ๒๕๖๖}\n", FILE)

    assert [(problem.rule, problem.where.column) for problem in problems] == [("duplicate-key", 11), ("flow-comma", 11)]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (2, 1)),
        (("years",), (2, 8)),
        (("targets",), (4, 3)),
        (("targets", 0, "values"), (4, 13)),
        (("targets", 0, "values", "2567"), (4, 30)),
        (("targets", 1, "unit"), (5, 11)),
        (("goals", 1), (6, 18)),
        (("foreword",), (7, 11)),
    ],
    ids=str,
)
def test_place_of_value(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """Lines and columns count from 1, in characters."""
    text = (
        "# แผนปฏิบัติการ\n"
        "years: 2566-2570\n"
        "targets:\n"
        "  - values: {2566: 10, 2567: 20}\n"
        "  - unit: ร้อยละ\n"
        "goals: [ลดคดี ๆ, เพิ่มคะแนน]\n"
        "foreword: >-\n"
        "  ข้อความ\n"
    )

    document, _ = parse_yaml(text, FILE)

    assert document.where(*path) == Where(FILE, *place)


def test_place_after_windows_line_ends() -> None:
    """CRLF is one line end."""
    document, _ = parse_yaml("a: 1\r\nb:\r\n  - c\r\n", FILE)

    assert document.where("b", 0) == Where(FILE, 3, 5)


@settings(deadline=None)
@given(texts=st.lists(TEXTS, max_size=8))
def test_any_text_comes_back_with_its_line(texts: list[str]) -> None:
    """What is dumped as YAML, one value a line, comes back unchanged from that line."""
    data = {f"k{index}": text for index, text in enumerate(texts)}
    dumped = yaml.safe_dump(data, allow_unicode=True, default_style='"', width=float("inf"), sort_keys=False)

    document, problems = parse_yaml(dumped, FILE)

    given_values = {key: text for key, text in data.items() if text}
    assert problems == []
    assert document.data == given_values
    for line, key in enumerate(data, start=1):
        if key in given_values:
            assert document.where_key(key) == Where(FILE, line, 1)
            assert document.where(key) == Where(FILE, line, 7)


@settings(deadline=None)
@given(tree=st.dictionaries(TAME, TREES, max_size=5), flow=st.booleans())
def test_any_tree_comes_back_with_its_places(tree: dict[str, Any], *, flow: bool) -> None:
    """Data and places are those of PyYAML's own composer, in block and in flow style."""
    dumped = yaml.dump(tree, Dumper=NoAliasDumper, allow_unicode=True, sort_keys=False, default_flow_style=flow)

    document, problems = parse_yaml(dumped, FILE)

    assert problems == []
    assert document.data == drop_empty(tree)
    assert document.places == dict(list_places(yaml.compose(dumped, Loader=yaml.SafeLoader)))


def drop_empty(value: Any) -> Any:
    """Leave out the keys without value."""
    if isinstance(value, dict):
        return {key: drop_empty(item) for key, item in value.items() if item != ""}
    return [drop_empty(item) for item in value] if isinstance(value, list) else value


def list_places(node: yaml.Node, path: tuple[str | int, ...] = ()) -> list[Any]:
    """Return path and place of a composed node and all nodes in it."""
    places: list[Any] = [(path, (node.start_mark.line + 1, node.start_mark.column + 1))]
    if isinstance(node, yaml.MappingNode):
        filled = ((key.value, value) for key, value in node.value if value.value != "")
        children = [list_places(value, (*path, key)) for key, value in filled]
    elif isinstance(node, yaml.SequenceNode):
        children = [list_places(item, (*path, index)) for index, item in enumerate(node.value)]
    else:
        children = []
    return places + [place for child in children for place in child]


def test_amounts_with_commas_are_told_once() -> None:
    """Two amounts in one pair of braces are one mistake, and their rests are no double keys."""
    _, problems = parse_yaml("budget: {2566: 20,000, 2567: 30,000}\n", "plan.yml")

    assert [(problem.rule, problem.where.column) for problem in problems] == [("flow-comma", 19)]
