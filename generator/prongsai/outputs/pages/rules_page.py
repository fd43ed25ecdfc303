"""The catalogue of the checker's rules."""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.registry import Explanation
from generator.pages.environment import get_writer, render
from generator.pages.page import Page
from generator.records.lao import Numerals

RULES_PATH = "rules/index.md"


def render_rules(rules: Iterable[Explanation]) -> Page:
    """Return the catalogue of all rules."""
    write = get_writer(Numerals.ARABIC)
    return Page(
        path=RULES_PATH,
        title=write("กฎการตรวจข้อมูล"),
        description=write("ระบบตรวจอะไรบ้างก่อนเผยแพร่แผนและผลการป้องกันการทุจริต เพราะอะไร และแก้อย่างไร"),
        body=render("rules.md.jinja", Numerals.ARABIC, RULES_PATH, rules=list(rules)),
        breadcrumbs=((write("หน้าแรก"), "index.md"), (write("กฎการตรวจข้อมูล"), RULES_PATH)),
    )
