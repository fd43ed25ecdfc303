"""``prongsai explain``: what a rule is about."""

from __future__ import annotations

import click

from prongsai.checks.registry import get_explanations
from prongsai.diagnostics.explanations import format_explanation, format_rule_list
from prongsai.exceptions import UnknownRuleError
from prongsai.load.validation import suggest


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """อธิบายกฎหนึ่ง หรือบอกรายชื่อกฎทั้งหมดเมื่อไม่ระบุ RULE"""
    explanations = get_explanations()
    if rule is None:
        click.echo(format_rule_list(explanations.values()))
    elif rule in explanations:
        click.echo(format_explanation(explanations[rule]))
    else:
        hint = suggest(rule, explanations, "ดูรหัสกฎทั้งหมดด้วยคำสั่ง prongsai explain")
        raise UnknownRuleError(f"ไม่มีกฎชื่อ “{rule}” {hint}")
