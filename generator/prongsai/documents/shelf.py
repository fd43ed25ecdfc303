"""The shelf: an LAO's papers with their standard texts, and its documents, each made once for pages, PDF and Word."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from prongsai.blocks.blocks import Section
from prongsai.documents import books
from prongsai.documents.card import HistoryEntry, list_card_sections, make_progress_section
from prongsai.documents.document import Document
from prongsai.documents.measures import list_measures_sections
from prongsai.documents.origins import Origin, list_origins
from prongsai.documents.plan import list_plan_sections
from prongsai.documents.report import list_report_sections
from prongsai.documents.wording import complete_paper
from prongsai.figures.ledger import Ledger
from prongsai.figures.round_results import RoundResults
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.papers import Paper


class Shelf(Struct, frozen=True, dict=True):
    """What one LAO's pages and papers say; each part is made when it is first asked for, and kept.

    Attributes:
        ledger: The LAO's figures, with its records.
        folder: Its folder of plans.
    """

    ledger: Ledger
    folder: Path = Path()

    @property
    def dossier(self) -> Dossier:
        """The LAO's records."""
        return self.ledger.dossier

    @cached_property
    def completed(self) -> dict[str, Paper]:
        """Every paper by id, with the standard text for what its file leaves out."""
        return {name: complete_paper(self.ledger, name) for name in self.dossier.papers}

    @cached_property
    def papers(self) -> dict[str, Paper]:
        """The papers with a page of their own by id, newest first."""
        public = [item for item in self.completed.items() if item[1].is_public]
        return dict(sorted(public, key=lambda item: (item[1].sort_key, item[0]), reverse=True))

    @cached_property
    def plan_sections(self) -> dict[str, list[Section]]:
        """The parts of every plan by its period."""
        return {period: list_plan_sections(self.dossier, plan) for period, plan in self.dossier.plans.items()}

    @cached_property
    def report_sections(self) -> dict[RoundKey, list[Section]]:
        """The parts of every report by its round."""
        return {key: list_report_sections(self.dossier, round_) for key, round_ in self.ledger.by_round.items()}

    @cached_property
    def measures_sections(self) -> dict[int, list[Section]]:
        """The parts of the integrity measures by fiscal year."""
        return {year: list_measures_sections(self.dossier, record) for year, record in self.dossier.measures.items()}

    @cached_property
    def histories(self) -> dict[tuple[str, str], list[HistoryEntry]]:
        """What came of each project in all rounds, newest first, by the period of its plan and its id."""
        histories: dict[tuple[str, str], list[HistoryEntry]] = {}
        for round_ in self.ledger.rounds:
            for result in round_.results:
                entry = HistoryEntry(round_.key, result)
                histories.setdefault((round_.plan.period, result.project.id), []).append(entry)
        return histories

    @cached_property
    def card_sections(self) -> dict[tuple[str, str], list[Section]]:
        """The card and the progress of each project, by the period of its plan and its id."""
        return {
            (period, project.id): [
                *list_card_sections(project, plan),
                make_progress_section(self.dossier, self.histories.get((period, project.id), [])),
            ]
            for period, plan in self.dossier.plans.items()
            for project in plan.projects
        }

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Where the data of each page come from, by its path; a page that is not in it comes from all files."""
        return list_origins(self.dossier, self.folder)

    def find_reported(self, paper_id: str) -> RoundResults | None:
        """Return the round that a memo tells of."""
        return next((round_ for round_ in self.ledger.rounds if round_.report.memo == paper_id), None)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every document of the LAO: plans, detail cards, reports, measures, and the papers that have a text.

        A plan that is known only from its report is no document, and its projects have no cards.
        """
        dossier, ledger = self.dossier, self.ledger
        documents: list[Document] = []
        for period, plan in dossier.plans.items():
            if not plan.is_reported:
                documents.append(books.make_plan(dossier, plan, self.plan_sections[period], self.completed))
                documents += [
                    books.make_card(dossier, plan, project, self.card_sections[period, project.id])
                    for project in plan.projects
                ]
        for key, round_ in ledger.by_round.items():
            introduction = self.plan_sections[round_.plan.period]
            documents.append(books.make_report(dossier, round_, self.report_sections[key], introduction))
        documents += [books.make_measures(dossier, year, parts) for year, parts in self.measures_sections.items()]
        documents += [
            books.make_letter(dossier, name, self.completed[name], self.find_reported(name))
            for name in dossier.papers
            if name in self.papers and self.completed[name].has_text
        ]
        return tuple(replace(document, origin=self.origins[document.page].describe()) for document in documents)
