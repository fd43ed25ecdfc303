"""The charts of an LAO that stand on pages of their own: those of its front page."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.chart import Chart
from prongsai.documents.charts import make_money_chart, make_progress_chart, make_status_chart
from prongsai.outputs.pages.lao_pages import LaoPages


def list_charts(lao: LaoPages) -> Iterator[Chart]:
    """Yield the charts of the newest round, and of all rounds."""
    latest = lao.ledger.latest
    if latest and latest.total.counts.total:
        yield make_status_chart(latest)
        if money_chart := make_money_chart(lao.dossier, latest):
            yield money_chart
    if lao.ledger.rounds:
        yield make_progress_chart(lao.ledger.rounds)
