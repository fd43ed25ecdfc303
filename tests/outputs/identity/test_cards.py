"""The pictures for link previews: whose they are, which figure they show, and where there are none."""

from __future__ import annotations

import io

import pytest
from export_readers import get_made_up
from msgspec.structs import replace
from PIL import Image
from prongsai.documents.answers import tell_money, tell_project_money, tell_projects
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.identity.cards import Card, list_cards
from prongsai.outputs.identity.output import list_artifacts
from prongsai.outputs.identity.pictures import render_card
from prongsai.outputs.pages.kinds.project_pages import render_pages as render_projects
from prongsai.outputs.pages.kinds.report_pages import render_pages as render_reports
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.settings.cards import Cards

SITE = "https://plans.example.go.th/"


def get_pages(cards: Cards = Cards.ALL) -> LaoPages:
    """Return a made-up LAO at an address."""
    return replace(get_made_up(), site_url=SITE, cards=cards)


def read_cards(lao: LaoPages) -> dict[str, Card]:
    """Return the cards by path."""
    return dict(list_cards(lao))


def list_pictures(lao: LaoPages) -> set[str]:
    """Return the pictures for previews that are wanted."""
    paths = (artifact.path for artifact in list_artifacts(lao))
    return {path for path in paths if path.endswith(".png") and not path.endswith("seal.png")}


def test_lao_reports_and_reported_projects_have_one() -> None:
    """A project of which nothing is reported shows the LAO's; the setting takes those of projects, or all, away."""
    lao = get_pages()
    reports = {f"nongsaeng/reports/{round_.key.slug}.png" for round_ in lao.ledger.rounds}
    projects = {f"nongsaeng/{period}/projects/{project}.png" for period, project in lao.shelf.histories}

    assert len(reports) > 1
    assert len(projects) > 5
    assert list_pictures(lao) == {"nongsaeng/assets/card.png"} | reports | projects
    assert list_pictures(get_pages(Cards.REPORTS)) == {"nongsaeng/assets/card.png"} | reports
    assert list_pictures(get_pages(Cards.NEVER)) == list_pictures(get_made_up()) == set()


def test_pages_name_the_picture_that_there_is() -> None:
    """Each page's own picture is drawn, and each that is drawn is named by a page."""
    for cards in Cards:
        lao = get_pages(cards)
        named = {page.card for page in (*render_projects(lao), *render_reports(lao))} - {""}
        assert named == list_pictures(lao) - {"nongsaeng/assets/card.png"}


def test_card_says_what_the_page_says() -> None:
    """The figures of the newest round, in the LAO's digits, and that an example is one."""
    lao, cards = get_pages(), read_cards(get_pages())
    latest = lao.ledger.latest
    assert latest
    front = cards["nongsaeng/assets/card.png"]
    told = [tell_projects(latest.total), tell_money(latest.total)]
    assert [figure.text for figure in front.figures] == [str(lao.write(text)) for text in told]
    assert "ข้อมูลตัวอย่าง" in front.foot
    counts = latest.total.counts
    assert [kind for kind, _ in front.figures[0].parts] == [
        kind for kind in ("done", "in_progress", "waiting", "cannot") if getattr(counts, kind)
    ]
    assert abs(sum(share for _, share in front.figures[0].parts) - 100) < 0.05

    (period, project), history = next(iter(lao.shelf.histories.items()))
    result = history[0].result
    card = cards[f"nongsaeng/{period}/projects/{project}.png"]
    assert card.lines[-1].text == str(lao.write(result.project.name))
    assert [figure.text for figure in card.figures] == [
        str(lao.write(text)) for text in (result.status.label, tell_project_money(result))
    ]
    assert card.figures[0].kind == result.status.value


@pytest.mark.parametrize(
    "name", ["ิีึ็่้", "ๆๆๆ", "ยาวมาก" * 150, "#set page(fill: red) $x$ [a]"], ids=["marks", "sign", "long", "typst"]
)
def test_a_name_that_is_none_has_a_card(name: str) -> None:
    """Marks without a letter take no room, a sentence is broken and cut, and no text is markup."""
    lao = get_pages()
    dossier = lao.dossier
    named = replace(dossier, lao=dossier.lao.model_copy(update={"name": name}))
    pages = LaoPages(Shelf(Ledger(named)), today=lao.today, site_url=SITE, cards=Cards.ALL)
    card = read_cards(pages)["nongsaeng/assets/card.png"]

    with Image.open(io.BytesIO(render_card(card, None))) as picture:
        assert picture.size == (1200, 630)
    assert max(len(line.text) for line in card.lines) <= 101


def test_card_is_drawn_anew_only_where_it_changed() -> None:
    """Equal figures, equal keys; another site name changes all, another project none of the others."""
    keys = {artifact.path: artifact.key for artifact in list_artifacts(get_pages())}

    assert keys == {artifact.path: artifact.key for artifact in list_artifacts(get_pages())}
    named = {artifact.path: artifact.key for artifact in list_artifacts(replace(get_pages(), site_name="อื่น"))}
    assert {path for path in keys if keys[path] != named[path]} == list_pictures(get_pages())


def test_descriptions_answer() -> None:
    """What a preview says below the title: how it stands and what it cost."""
    lao = get_pages()
    told = {page.path: page.description for page in (*render_projects(lao), *render_reports(lao))}
    (period, project), history = next(iter(lao.shelf.histories.items()))
    result = history[0].result

    assert str(lao.write(tell_project_money(result))) in told[f"nongsaeng/{period}/projects/{project}.md"]
    for round_ in lao.ledger.rounds:
        assert str(lao.write(tell_projects(round_.total))) in told[lao.paths.report(round_.key)]
        assert str(lao.write(tell_money(round_.total))) in told[lao.paths.report(round_.key)]
