"""A colon that was forgotten is told at its own key, wherever libyaml stumbles."""

from __future__ import annotations

import pytest
from prongsai.load.yaml_reader import parse_yaml


@pytest.mark.parametrize(
    ("text", "place", "message", "fix"),
    [
        (
            "years 2566-2570\nforeword:\n  - ก\n",
            "plan.yml:1:1",
            "หลังคีย์ “years” ไม่มีเครื่องหมาย :",
            "เขียนเป็น years: 2566-2570",
        ),
        ("type เทศบาลตำบล\n\nname: แม่สาย\n", "plan.yml:1:1", "หลังคีย์ “type” ไม่มีเครื่องหมาย :", "เขียนเป็น type: เทศบาลตำบล"),
        ("contacts\n  unit: สำนักปลัด\n", "plan.yml:1:1", "หลังคีย์ “contacts” ไม่มีเครื่องหมาย :", "เขียนเป็น contacts:"),
        (
            "a:\n  - project p05\n    status: ก\n",
            "plan.yml:2:5",
            "หลังคีย์ “project” ไม่มีเครื่องหมาย :",
            "เขียนเป็น project: p05",
        ),
        ("years:2566\nname: ก\n", "plan.yml:1:1", "หลังคีย์ “years” ต้องเป็น : แล้วเว้นวรรค แต่พบ “:”", "เขียนเป็น years: 2566"),
        (
            "years = 2566\nname: ก\n",
            "plan.yml:1:1",
            "หลังคีย์ “years” ต้องเป็น : แล้วเว้นวรรค แต่พบ “=”",
            "เขียนเป็น years: 2566",
        ),
        ("years;2566\nname: ก\n", "plan.yml:1:1", "หลังคีย์ “years” ต้องเป็น : แล้วเว้นวรรค แต่พบ “;”", "เขียนเป็น years: 2566"),
    ],
)
def test_forgotten_colon(text: str, place: str, message: str, fix: str) -> None:
    """The line of the key is named, with what it should be."""
    _, [problem] = parse_yaml(text, "plan.yml")

    assert (str(problem.where), problem.rule, problem.message, problem.fix) == (place, "yaml-syntax", message, fix)


def test_deep_line_below_a_key_with_its_colon() -> None:
    """What follows a whole key is a matter of indentation, as before."""
    _, [problem] = parse_yaml("name: โครงการ\n  ต่อ: ก\n", "plan.yml")

    assert (str(problem.where), problem.message.partition(" ")[0]) == ("plan.yml:2:6", "บรรทัดนี้ย่อหน้าลึกเกินไป")
