"""What the rules about declared figures share: which records are complete, what is missing, where a figure stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from prongsai.figures.money_sum import MoneySum
from prongsai.figures.percent import round_half_up
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.dossier import RoundKey
from prongsai.records.plan import DeclaredPlan, Plan
from prongsai.records.progress import DeclaredReport, Round
from prongsai.records.project import Project
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late

FIX = "เทียบกับเอกสารฉบับจริง แล้วแก้ declared หรือข้อมูลรายโครงการที่บันทึกผิด"
OWN_FIX = "เทียบกับเอกสารฉบับจริง แล้วแก้ตัวเลขใน declared ที่บันทึกผิด"
_MAX_RELATED = 5
_DOUBTFUL = {"duplicate-key", "flow-comma"}
_NOT_DIGIT = compile_late("[^0-9]")


class Missing(NamedTuple):
    """How many projects a document counts without naming them: in all, and in each dimension that says so."""

    total: int
    by_dimension: dict[int, int]

    def get_at_most(self, dimension: int, declared: int | None) -> int:
        """Return how many unnamed projects a dimension may hold; without a number of its own, all of them."""
        return self.by_dimension.get(dimension, 0) if declared is not None else self.total


def count_missing(declared: DeclaredPlan | DeclaredReport, named: Mapping[int, int]) -> Missing:
    """Return how many projects are declared but not named.

    Args:
        declared: What the plan or the report prints.
        named: Number of projects that the records name, by dimension.
    """
    by_dimension = {
        number: row.projects - named.get(number, 0)
        for number, row in declared.dimensions.items()
        if row.projects is not None and row.projects > named.get(number, 0)
    }
    total = 0 if declared.projects is None else declared.projects - sum(named.values())
    return Missing(max(total, sum(by_dimension.values()), 0), by_dimension)


def is_plan_read(loaded: LoadedDossier, plan: Plan) -> bool:
    """Tell whether every project of a plan that is written down was read; otherwise the sums are not the records'.

    A value that stands twice, or was cut at a comma, was read and yet is not what was meant. A project of no dimension
    of the plan, or of no year, counts nowhere.
    """
    sources = loaded.sources
    if sources.is_broken_plan(plan.period) or is_doubtful(loaded, f"/{plan.period}/"):
        return False
    if any(project.dimension not in plan.dimension_titles or _is_reversed(project) for project in plan.projects):
        return False
    cards = sum(name.startswith(f"{plan.period}/projects/") for name in sources.documents)
    inline = sources.documents[f"{plan.period}/plan"].data.get("projects", [])
    return cards + len(inline) == len(plan.projects)


def is_doubtful(loaded: LoadedDossier, folder: str) -> bool:
    """Tell whether a value in the files of a folder may not be the one that was meant."""
    return any(problem.rule in _DOUBTFUL and folder in problem.where.path for problem in loaded.problems)


def _is_reversed(project: Project) -> bool:
    return bool(project.from_year and project.until_year and project.from_year > project.until_year)


def is_round_read(loaded: LoadedDossier, key: RoundKey) -> bool:
    """Tell whether a round's plan and every record that counts in it were read."""
    plan = loaded.dossier.find_plan(key.fiscal_year)
    slugs = {key.slug}
    if key.round is Round.TWELVE:
        slugs.add(RoundKey(key.fiscal_year, Round.SIX).slug)
    is_read = plan is not None and is_plan_read(loaded, plan) and not is_doubtful(loaded, "/progress/")
    if plan is not None and key in loaded.dossier.rounds:
        # A record under a wrong id leaves its own project without one.
        ids = [record.project for record in loaded.dossier.rounds[key].projects]
        is_read = is_read and len(set(ids)) == len(ids) and all(plan.get_project(name) for name in ids)
    return is_read and not any(f"progress/{slug}" in loaded.sources.broken for slug in slugs)


def is_contradicted(declared: Decimal, total: MoneySum, missing: int) -> bool:
    """Tell whether a declared sum cannot be right; one with unknown parts is only known to be no less."""
    return declared != total.amount if total.is_complete and not missing else declared < total.amount


def is_same_percent(declared: Decimal, expected: Decimal) -> bool:
    """Tell whether a percentage is the expected one, in as many decimals (at most two) as it is printed with."""
    places = min(2, max(0, -int(declared.as_tuple().exponent)))
    expected = expected.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return round_half_up(declared) == round_half_up(expected)


class Column(NamedTuple):
    """One declared figure: for all dimensions together, and for each.

    Attributes:
        path: Where it stands below ``declared``, and below each of its dimensions.
        label: What it is, in Thai; nothing for the number of projects.
        total: For all dimensions together; money is a ``Decimal``, a number of projects an ``int``.
        parts: By dimension, in those that print it.
    """

    path: DataPath
    label: str
    total: Decimal | int | None
    parts: Mapping[int, Decimal | int | None]


def find_wrong_total(
    loaded: LoadedDossier, name: str, column: Column, rule: str, *, needed: Iterable[int] | None
) -> Iterator[Problem]:
    """Yield a declared total that is not the sum of the dimensions.

    Args:
        loaded: The records.
        name: The file that declares.
        column: The figure.
        rule: The rule that asks.
        needed: Dimensions that hold something; one of them that the document leaves out may hold the rest. None
            where nobody knows which dimensions there are.
    """
    known = {number: part for number, part in column.parts.items() if part is not None}
    if column.total is None or not known:
        return
    found = sum(known.values())
    is_complete = needed is not None and known.keys() == column.parts.keys() and set(needed) <= known.keys()
    if found > column.total or (is_complete and found != column.total):
        yield Problem(
            where_declared(loaded, name, "declared", *column.path),
            rule,
            Severity.WARNING,
            f"รวมทุกมิติ: เอกสารระบุ{column.label} {format_figure(column.total)} "
            f"แต่ทุกมิติที่ระบุไว้รวมกันได้ {format_figure(found)}",
            OWN_FIX,
            tuple(where_declared(loaded, name, "declared", "dimensions", number, *column.path) for number in known),
        )


def format_figure(figure: Decimal | int) -> str:
    """Return money, or a number of projects, with its unit."""
    return f"{figure:,.2f} บาท" if isinstance(figure, Decimal) else f"{figure:,} โครงการ"


def where_declared(loaded: LoadedDossier, name: str, *path: str | int) -> Where:
    """Return the place of a declared figure; numbers in the path are keys, written with Thai or Arabic digits."""
    document = loaded.sources.documents[name]
    data, found = document.data, []
    for part in path:
        known = data if isinstance(data, dict) else {}
        key = next((key for key in known if _NOT_DIGIT.sub("", to_arabic(key)) == str(part)), part)
        found.append(str(key))
        data = known.get(key)
    return document.where(*found)


def keep_few(places: Iterable[Where]) -> tuple[Where, ...]:
    """Return the other places of a problem where they are few enough to go through."""
    found = tuple(places)
    return found if len(found) <= _MAX_RELATED else ()
