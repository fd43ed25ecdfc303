"""The tables, a module each, in the order in which sheets and lists have them."""

from __future__ import annotations

from prongsai.outputs.exports.table import AnyTable
from prongsai.outputs.exports.tables import (
    budgets,
    dimensions,
    implementation,
    ita,
    laos,
    measures,
    notes,
    oit,
    papers,
    plans,
    progress,
    projects,
    provincial,
    risks,
    targets,
)

TABLES: tuple[AnyTable, ...] = (
    laos.TABLE,
    plans.TABLE,
    projects.TABLE,
    budgets.TABLE,
    implementation.TABLE,
    dimensions.TABLE,
    progress.TABLE,
    measures.TABLE,
    risks.TABLE,
    targets.TABLE,
    papers.TABLE,
    oit.TABLE,
    ita.TABLE,
    provincial.TABLE,
    notes.TABLE,
)


def get_table(name: str) -> AnyTable:
    """Return the table of a name.

    Raises:
        KeyError: There is none.
    """
    return {table.name: table for table in TABLES}[name]
