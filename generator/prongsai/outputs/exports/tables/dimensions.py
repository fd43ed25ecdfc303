"""The figures of every round by dimension."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.figures.round_results import ResultSums, RoundResults
from prongsai.outputs.exports.columns import TO_ROUND, lao_column, plan_column, round_columns
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.exports.tables.implementation import result_columns
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.dossier import RoundKey
from prongsai.records.plan import Plan


class Item(NamedTuple):
    """One dimension in one round."""

    lao: LaoPages
    results: RoundResults
    dimension: int
    sums: ResultSums

    @property
    def plan(self) -> Plan:
        """The plan that the round tells of."""
        return self.results.plan

    @property
    def key(self) -> RoundKey:
        """The round."""
        return self.results.key


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield every dimension of every round."""
    for results in lao.ledger.by_round.values():
        for dimension, sums in results.by_dimension.items():
            yield Item(lao, results, dimension, sums)


TABLE: Table[Item] = Table(
    "dimensions",
    "ผลรายมิติ",
    "มิติหนึ่งในรอบหนึ่งละแถว",
    "คำนวณจากผลรายโครงการ",
    ("lao", "fiscal_year", "round", "dimension"),
    (
        lao_column(),
        *round_columns(),
        plan_column(),
        Column("dimension", "มิติที่", "เลขมิติ", lambda item: item.dimension, Kind.INTEGER, empty=""),
        Column("dimension_title", "ชื่อมิติ", "ชื่อมิติ", lambda item: item.plan.dimension_titles.get(item.dimension)),
        *result_columns(lambda item: item.sums),
    ),
    list_items,
    (TO_ROUND,),
)
