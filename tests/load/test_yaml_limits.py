"""What plans do not need is refused, and what is no YAML is explained, in Thai and at its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prongsai.load.yaml_reader import MAX_DEPTH, MAX_VALUES, parse_yaml
from prongsai.problem import Severity, Where

FILE = "plan.yml"
THAI = re.compile("[ก-ฮ]")
# Pieces with a meaning in YAML, which random characters seldom hit.
PIECES = st.sampled_from([
    "name: ", "a", "\n", "  ", "- ", "? ", ": ", ":", "[", "]", "{", "}", ",", "&a ", "*a", "!!str ", "!x ", "|", ">-",
    '"', "'", "\\", "#", "---\n", "...\n", "%YAML 1.1\n", "\t", "@", "`", "ก", "น้ำ", "<<: ", "\x00", "\x07", "\ufeff",
    "\r\n", "\x85", "\u2028", "\U0001f600", "2566", "~",
])  # fmt: skip
SOUP = st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=3), max_size=25).map("".join)

REFUSED = {
    "anchor": (
        "a: &x 1\n",
        Where(FILE, 1, 4),
        "มีการอ้างซ้ำแบบ & หรือ * ซึ่งไม่รองรับ",
        "เขียนค่าเต็ม หรือครอบค่าที่ขึ้นต้นด้วย & หรือ * ด้วยเครื่องหมายคำพูด",
    ),
    "anchor-on-list": (
        "a: &x [1]\n",
        Where(FILE, 1, 4),
        "มีการอ้างซ้ำแบบ & หรือ * ซึ่งไม่รองรับ",
        "เขียนค่าเต็ม หรือครอบค่าที่ขึ้นต้นด้วย & หรือ * ด้วยเครื่องหมายคำพูด",
    ),
    "alias": (
        "a: 1\nb: *x\n",
        Where(FILE, 2, 4),
        "มีการอ้างซ้ำแบบ & หรือ * ซึ่งไม่รองรับ",
        "เขียนค่าเต็ม หรือครอบค่าที่ขึ้นต้นด้วย & หรือ * ด้วยเครื่องหมายคำพูด",
    ),
    "tag": (
        "a: !python/name:os.system x\n",
        Where(FILE, 1, 4),
        "มีป้ายชนิดข้อมูล !python/name:os.system ซึ่งไม่รองรับ",
        "ลบป้ายที่ขึ้นต้นด้วย ! หรือครอบค่าด้วยเครื่องหมายคำพูด",
    ),
    "tag-on-mapping": (
        "a: !x {b: 1}\n",
        Where(FILE, 1, 4),
        "มีป้ายชนิดข้อมูล !x ซึ่งไม่รองรับ",
        "ลบป้ายที่ขึ้นต้นด้วย ! หรือครอบค่าด้วยเครื่องหมายคำพูด",
    ),
    "second-document": (
        "a: 1\n---\nb: 2\n",
        Where(FILE, 2, 1),
        "มีเอกสาร YAML มากกว่าหนึ่งชุดในไฟล์เดียว (---)",
        "แยกเป็นไฟล์ละชุด หรือลบบรรทัด ---",
    ),
    "list-as-key": (
        "? [a, b]\n: 1\n",
        Where(FILE, 1, 3),
        "คีย์ต้องเป็นข้อความบรรทัดเดียว",
        "ครอบข้อความที่ขึ้นต้นด้วย [ หรือ { ด้วยเครื่องหมายคำพูด",
    ),
    "template-braces": (
        "name: {{ชื่อ}}\n",
        Where(FILE, 1, 8),
        "คีย์ต้องเป็นข้อความบรรทัดเดียว",
        "ครอบข้อความที่ขึ้นต้นด้วย [ หรือ { ด้วยเครื่องหมายคำพูด",
    ),
    "too-deep": (
        "a: " + "[" * MAX_DEPTH,
        Where(FILE, 1, 3 + MAX_DEPTH),
        "ข้อมูลซ้อนกันลึกเกิน 40 ชั้น",
        "ตรวจย่อหน้าและวงเล็บ",
    ),
    "far-too-deep": ("[" * 500, Where(FILE, 1, 1 + MAX_DEPTH), "ข้อมูลซ้อนกันลึกเกิน 40 ชั้น", "ตรวจย่อหน้าและวงเล็บ"),
    "too-many-values": (
        "[" + "ก," * MAX_VALUES + "]",
        Where(FILE, 1, 2 * MAX_VALUES),
        "ไฟล์มีข้อมูลเกิน 200,000 ค่า",
        "แบ่งข้อมูลเป็นหลายไฟล์",
    ),
}

BROKEN = {
    "tab-indent": (
        "declared:\n\tprojects: 1\n",
        (2, 1),
        "ย่อหน้าด้วยแท็บหรือเว้นวรรคพิเศษ",
        "ลบที่ว่างหน้าบรรทัด แล้วย่อหน้าใหม่ด้วยเว้นวรรคธรรมดา",
    ),
    "no-break-space-indent": (
        "name: ก\nsteps:\n\u00a0 - ก\n- ข\n",
        (3, 1),
        "ย่อหน้าด้วยแท็บหรือเว้นวรรคพิเศษ",
        "ลบที่ว่างหน้าบรรทัด แล้วย่อหน้าใหม่ด้วยเว้นวรรคธรรมดา",
    ),
    "at-sign": (
        "line: @maesai\n",
        (1, 7),
        "มีอักขระที่ขึ้นต้นค่าไม่ได้ (เช่น แท็บ @ หรือ `)",
        "ใช้เว้นวรรคแทนแท็บในการย่อหน้า หรือครอบค่าด้วยเครื่องหมายคำพูด",
    ),
    "second-colon": (
        "subject: เรื่อง: แผน\n",
        (1, 16),
        "ค่าในบรรทัดนี้มี “: ” อยู่ข้างใน",
        'ครอบทั้งค่าด้วยเครื่องหมายคำพูด "…"',
    ),
    "too-deep-key": (
        "name: ก\n  province: ข\n",
        (2, 11),
        "บรรทัดนี้ย่อหน้าลึกเกินไป จึงถูกอ่านเป็นค่าของบรรทัดก่อนหน้า",
        "จัดย่อหน้าให้ตรงกับคีย์ในชุดเดียวกัน และตรวจว่าบรรทัดก่อนหน้าเว้นวรรคหลัง - และ : แล้ว",
    ),
    "text-after-quote": (
        'name: "โครงการ" อบรม\n',
        (1, 17),
        "มีข้อความต่อท้ายเครื่องหมายคำพูดหรือวงเล็บที่ปิดแล้ว",
        "ครอบทั้งค่าด้วยเครื่องหมายคำพูดอีกชนิดหนึ่ง เช่น '\"โครงการ\" อบรม'",
    ),
    "no-colon": (
        "name: ก\nprovince\n",
        (2, 1),
        "บรรทัดนี้ไม่มีเครื่องหมาย : และเว้นวรรคหลังคีย์",
        "เขียนเป็น คีย์: ค่า (ใช้ : ของแป้นอังกฤษ) หากเป็นข้อความต่อจากบรรทัดก่อนหน้า ให้ย่อหน้าลึกกว่าคีย์นั้น",
    ),
    "unclosed-quote": ('name: "แม่สาย\nprovince: ก\n', (1, 7), "เครื่องหมายคำพูดเปิดไว้แต่ไม่ปิด", "ปิดเครื่องหมายคำพูดให้ครบคู่"),
    "unclosed-bracket": ("goals: [ก, ข\nname: ค\n", (1, 8), "วงเล็บ [ ] ไม่ครบหรือขาดจุลภาค", "ปิด ] และคั่นแต่ละค่าด้วย ,"),
    "unclosed-brace": ("values: {2566: 1\nname: ค\n", (1, 9), "วงเล็บ { } ไม่ครบหรือขาดจุลภาค", "ปิด } และคั่นแต่ละคู่ด้วย ,"),
    "crooked-indent": (
        "goals:\n  - ก\n - ข\n",
        (3, 2),
        "ย่อหน้าของบรรทัดนี้ไม่ตรงกับบรรทัดข้างเคียง",
        "จัดย่อหน้าให้ตรงกับคีย์ในชุดเดียวกัน และตรวจว่าข้อก่อนหน้าขึ้นต้นด้วย - ครบทุกข้อ",
    ),
    "item-without-dash": (
        "goals:\n  - ก\n  ข: 1\n",
        (3, 3),
        "บรรทัดนี้อยู่ในรายการ แต่ย่อหน้าไม่ตรงกับข้ออื่น",
        "ข้อใหม่: จัด - ให้ตรงกับข้ออื่น คีย์ของข้อเดิม: จัดให้ตรงกับคีย์แรกของข้อนั้น",
    ),
    "asterisk": ("note: *หมายเหตุ\n", (1, 8), "มีค่าที่ขึ้นต้นด้วย * หรือ &", "ครอบค่าที่ขึ้นต้นด้วย * หรือ & ด้วยเครื่องหมายคำพูด"),
    "backslash": (
        'path: "C:\\q"\n',
        (1, 10),
        "มีเครื่องหมาย \\ ในเครื่องหมายคำพูดคู่",
        "เปลี่ยนเป็นเครื่องหมายคำพูดเดี่ยว หรือพิมพ์ \\ สองตัว",
    ),
    "control-character": ("a: 1\nb: กกก\x07\nc: 2\n", (2, 7), "มีอักขระควบคุมที่มองไม่เห็น", "ลบอักขระนั้น (มักติดมาจากการคัดลอก)"),
    "unknown-version": (
        "%YAML 9.9\n---\na: 1\n",
        (1, 1),
        "รูปแบบ YAML ไม่ถูกต้อง",
        "ตรวจย่อหน้า เครื่องหมาย : - และเครื่องหมายคำพูดของบรรทัดนี้",
    ),
}


@pytest.mark.parametrize(("text", "where", "message", "fix"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(text: str, where: Where, message: str, fix: str) -> None:
    """The file is not read further, and the place of the construct is told."""
    document, [problem] = parse_yaml(text, FILE)

    assert document.data is None
    assert (problem.where, problem.message, problem.fix) == (where, message, fix)
    assert (problem.rule, problem.severity) == ("yaml-limits", Severity.ERROR)


@pytest.mark.parametrize(("text", "place", "message", "fix"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_syntax_is_explained(text: str, place: tuple[int, int], message: str, fix: str) -> None:
    """The parser's English becomes a Thai sentence and one action."""
    document, [problem] = parse_yaml(text, FILE)

    assert document.data is None
    assert (problem.where, problem.message, problem.fix) == (Where(FILE, *place), message, fix)
    assert (problem.rule, problem.severity) == ("yaml-syntax", Severity.ERROR)


def test_unclosed_quote_points_at_its_start() -> None:
    """The end of the file alone would not help."""
    _, [problem] = parse_yaml('name: แม่สาย\nnote: "ข้อความ\nprovince: เชียงราย\n', FILE)

    assert problem.where == Where(FILE, 2, 7)


def test_deepest_accepted_nesting() -> None:
    """The limit itself is accepted."""
    document, problems = parse_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH, FILE)

    assert problems == []
    assert isinstance(document.data, list)


def test_most_accepted_values() -> None:
    """The limit itself is accepted; the list counts as a value."""
    document, problems = parse_yaml("[" + "ก," * (MAX_VALUES - 1) + "]", FILE)

    assert problems == []
    assert len(document.data) == MAX_VALUES - 1


def test_duplicate_key_before_a_syntax_error_is_reported_too() -> None:
    """The first problem does not get lost."""
    _, problems = parse_yaml("a: 1\na: 2\nb: [\n", FILE)

    assert [problem.rule for problem in problems] == ["duplicate-key", "yaml-syntax"]


@settings(deadline=None)
@given(text=SOUP)
def test_any_text_gives_data_or_a_thai_problem(text: str) -> None:
    """Reading never raises, and what cannot be read is explained inside the file."""
    document, problems = parse_yaml(text, FILE)

    assert document.data is not None or problems
    for problem in problems:
        assert THAI.search(problem.message)
        assert THAI.search(problem.fix)
        assert problem.where.line <= len(re.split("\r\n|[\n\r\x85\u2028\u2029]", text)) + 1
