"""Every word of every record stands in a PDF of its LAO."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS
from printed_papers import PrintedPaper, print_documents
from prongsai.documents.shelf import Shelf
from prongsai.load.assemble import load_plans
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from reading import Reading, squeeze_all
from test_several_plans import FOLDER as SEVERAL_PLANS
from test_several_plans import NEXT_FILES, OLD

pytestmark = pytest.mark.slow

# Dates, choices and names of records: papers write them in another form, which tests of their own compare.
_OTHER_FORM = {"as_of", "date", "direction", "effective_date", "in_ordinance", "mission", "projects", "reason"}
_MONEY = {"budget", "disbursed", "every_year", "ordinance", "planned"}
# Stand on web pages only: sub-missions, the list of files behind a paper, the card of contacts (all of lao.yml), what a photograph shows, the list of all OIT items.
_NO_PAPER = {"missions", "attachments", "contacts", "signed", "alt"}


def is_on_paper(placed: PlacedText) -> bool:
    """Tell whether papers print a text as it was typed."""
    keys = {str(part) for part in placed.path}
    is_value = placed.key in _OTHER_FORM | _MONEY or placed.key.isdigit()
    return not (
        is_value or keys & _NO_PAPER or placed.text == "percent" or placed.document.partition("/")[0] in {"lao", "oit"}
    )


def find_lost(loaded: LoadedDossier, papers: list[PrintedPaper]) -> list[str]:
    """Return the places of the texts of plans, projects, reports, measures and papers that no paper has whole."""
    read = "\n".join(Reading(paper).text for paper in papers)
    # A file that an office attaches has no paper of ours.
    files = {f"papers/{name}" for name, paper in loaded.dossier.papers.items() if paper.kind.value == "file"}
    texts = [each for each in loaded.sources.texts if is_on_paper(each) and each.document not in files]
    assert len(texts) > 80 or not papers
    return [str(each.where) for each in texts if squeeze_all(each.text) not in read]


def load(plans: Path) -> list[LoadedDossier]:
    """Return the LAOs of a folder, whose records can all be read."""
    laos = load_plans(plans)
    return [loaded for loaded in laos if isinstance(loaded, LoadedDossier)]


def test_every_text_of_every_record_is_printed(printed: list[PrintedPaper]) -> None:
    """What is read from the PDFs has each text of the made-up LAOs."""
    for loaded in load(MADE_UP_PLANS):
        papers = [paper for paper in printed if paper.document.page.startswith(f"{loaded.slug}/")]
        assert find_lost(loaded, papers) == []


def test_every_text_of_another_framework_is_printed(tmp_path: Path) -> None:
    """A plan of other dimensions, and one that is known from its report only, lose nothing either."""
    for slug in ("pasang", "nonghin"):
        shutil.copytree(SEVERAL_PLANS / slug, tmp_path / slug)
    shutil.rmtree(tmp_path / OLD)  # whose framework is that of the LAO above
    for name in ("progress", "papers"):
        for record in (tmp_path / "pasang" / name).glob("*.yml"):
            if f"{name}/{record.stem}" not in NEXT_FILES:
                record.unlink()
    for loaded in load(tmp_path):
        assert find_lost(loaded, print_documents(Shelf(loaded.ledger).documents, marked=False)) == []
