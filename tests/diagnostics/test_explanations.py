"""What the rules are about, as text for a terminal."""

from __future__ import annotations

from prongsai.checks.registry import Explanation
from prongsai.diagnostics.explanations import format_explanation, format_rule_list
from prongsai.problem import Severity

DATE = Explanation("bad-date", Severity.ERROR, "วันที่ต้องมีจริง", "เหตุที่สำคัญ: ลำดับเอกสาร\n\nไม่ผ่าน: ก\nผ่าน: ข")
SPELLING = Explanation("spelling", Severity.WARNING, "สะกดให้ถูก", "เหตุที่สำคัญ: อ่านง่าย")
UNKNOWN_KEY = Explanation("unknown-key", Severity.ERROR, "คีย์ต้องสะกดตรง", "เหตุที่สำคัญ: ข้อมูลหาย")


def test_explanation() -> None:
    """Id and severity, title, and the text."""
    assert format_explanation(DATE) == ("bad-date (ข้อผิดพลาด)\nวันที่ต้องมีจริง\n\nเหตุที่สำคัญ: ลำดับเอกสาร\n\nไม่ผ่าน: ก\nผ่าน: ข")


def test_rule_list() -> None:
    """Rules under their severity, the most serious first; a severity without rules is left out."""
    assert format_rule_list([DATE, SPELLING, UNKNOWN_KEY]) == (
        "ข้อผิดพลาด (2 กฎ)\n"
        "  bad-date     วันที่ต้องมีจริง\n"
        "  unknown-key  คีย์ต้องสะกดตรง\n"
        "คำเตือน (1 กฎ)\n"
        "  spelling     สะกดให้ถูก\n"
        "\n"
        "อ่านกฎหนึ่ง: prongsai explain <รหัสกฎ>"
    )
