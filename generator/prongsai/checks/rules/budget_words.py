"""จำนวนเงินเป็นตัวหนังสือต้องตรงกับจำนวนเงินเป็นตัวเลข

หากงบประมาณแต่ละปีไม่เท่ากัน ตัวหนังสือต้องตรงกับจำนวนของปีใดปีหนึ่ง
เหตุที่สำคัญ: ตัวเลขกับตัวหนังสือที่ขัดกันทำให้ไม่รู้ว่าอนุมัติเงินเท่าใด

ไม่ผ่าน: budget: 180000 และ budget_words: หนึ่งแสนแปดพันบาทถ้วน
ผ่าน: budget: 180000 และ budget_words: หนึ่งแสนแปดหมื่นบาทถ้วน
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.declared import is_doubtful
from prongsai.checks.subjects.plan_projects import iter_plan_projects
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.money import NO_BUDGET, NO_BUDGET_WORDS, Money, parse_money
from prongsai.records.project import Project
from prongsai.thai.money_words import format_baht_words
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

ID = "budget-words"
SEVERITY = Severity.ERROR

_FRAME = compile_late(r"[()]|^(?:งบประมาณ|เป็นเงิน|จำนวน(?:เงิน)?|ปีละ)+|(?:/|ต่อ)ปี$")
_BETWEEN_AMOUNTS = compile_late(r"[/,;]|และ|(?<=บาทถ้วน)(?=.)|(?<=สตางค์)(?=.)")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield projects whose amount in words is none of their amounts."""
    for item in iter_plan_projects(loaded):
        project = item.project
        amounts = _list_amounts(project)
        if not project.budget_words or not amounts or is_doubtful(loaded, f"/{item.plan.period}/"):
            continue
        if not _is_expected(project.budget_words, amounts):
            expected = " หรือ ".join(_describe(money) for money in amounts)
            figures = ", ".join(f"{money.amount:,.2f}" for money in amounts if money.is_budgeted)
            yield Problem(
                item.where("budget_words"),
                ID,
                SEVERITY,
                f"โครงการ {project.id} เขียนตัวหนังสือว่า “{project.budget_words}” แต่งบประมาณคือ "
                + (f"{figures} บาท" if figures else NO_BUDGET_WORDS),
                f"แก้จำนวนเงินที่ผิด ตัวหนังสือของงบประมาณนี้คือ {expected}",
                (item.where("budget"),),
            )


def _list_amounts(project: Project) -> list[Money]:
    """Return the different amounts of all years; only where there is none, the statement that no budget is used."""
    parts = [*project.budget.by_year.values(), project.budget.every_year]
    amounts = dict.fromkeys(part for part in parts if part.amount is not None and part.is_budgeted)
    return list(amounts) or [part for part in parts if part == NO_BUDGET][:1]


def _describe(money: Money) -> str:
    return format_baht_words(money.amount) if money.amount is not None and money.is_budgeted else NO_BUDGET_WORDS


def _is_expected(words: str, amounts: list[Money]) -> bool:
    """Compare without brackets and spaces; several amounts may stand in one text."""
    try:
        if parse_money(words) in amounts:
            return True
    except ValueError:
        pass  # words, as they should be
    known = {_loosen(format_baht_words(money.amount)) for money in amounts if money.amount is not None}
    parts = [part for part in _BETWEEN_AMOUNTS.split(_FRAME.sub("", compact(words))) if part]
    return all(_loosen(part) in known for part in parts)


def _loosen(words: str) -> str:
    """Let ถ้วน be left out, and the last 1 be หนึ่ง or เอ็ด: both are in use."""
    return words.removesuffix("ถ้วน").replace("เอ็ด", "หนึ่ง")
