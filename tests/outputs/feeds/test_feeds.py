"""The feeds: valid to Atom's own schema, dated by the data, with ids that last."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from export_readers import get_made_up
from figure_records import make_dossier, make_plan, make_progress, make_project
from lxml import etree
from msgspec.structs import replace
from prongsai.addresses import SITE_FEED
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.history.changes import Action
from prongsai.history.history import History, PublicChange
from prongsai.history.repository import Source
from prongsai.history.values import Form
from prongsai.outputs.feeds.output import KEPT, list_artifacts, list_site_artifacts
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.summary import summarise

SITE = "https://plans.example.go.th/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def read_feeds(lao: LaoPages) -> dict[str, etree._Element]:
    """Return the feeds of an LAO by their path."""
    return {artifact.path: etree.fromstring(artifact.make()) for artifact in list_artifacts(lao)}


def read_site_feed(*laos: LaoPages) -> etree._Element:
    """Return the feed of a site of these LAOs."""
    [artifact] = list_site_artifacts([summarise(lao) for lao in laos], SITE_FEED, "ศูนย์ข้อมูล", SITE)
    assert artifact.path == SITE_FEED
    return etree.fromstring(artifact.make())


def make_pages(name: str = "โครงการ", **settings: object) -> LaoPages:
    """Return an LAO with a project that was done between two rounds."""
    rounds = {"2566-06": [make_progress("p01", "in_progress")], "2566-12": [make_progress("p01")]}
    dossier = make_dossier([make_plan([make_project().model_copy(update={"name": name})])], rounds)
    return LaoPages(Shelf(Ledger(dossier)), today=dt.date(2026, 1, 1), **settings)  # type: ignore[arg-type]


def test_feeds_are_valid() -> None:
    """Of the LAO, of every project with news, of the site, with and without the site's address."""
    feeds = read_feeds(get_made_up())
    whole = [
        *feeds.values(),
        *read_feeds(replace(get_made_up(), site_url=SITE)).values(),
        read_site_feed(get_made_up()),
    ]

    assert {"nongsaeng/feed.xml", "nongsaeng/2566-2570/projects/p01.xml"} <= set(feeds)
    for feed in whole:
        assert SCHEMA.validate(feed), SCHEMA.error_log


@pytest.mark.parametrize("part", ["id", "title", "updated"])
def test_schema_finds_faults(part: str) -> None:
    """A feed that lacks what every feed must have is refused, so that the test above means something."""
    feed = read_site_feed(make_pages())
    feed.remove(feed.find(f"a:{part}", ATOM))

    assert not SCHEMA.validate(feed)


def test_round_and_change_of_status_are_news() -> None:
    """Newest first, dated by the round's end where the report tells no date, in Thai time."""
    feed = read_feeds(make_pages(site_url=SITE))["nongsaeng/feed.xml"]

    told = [
        [entry.findtext(f"a:{part}", namespaces=ATOM) for part in ("title", "updated")]
        for entry in feed.iterfind("a:entry", ATOM)
    ]
    assert sorted(told) == [
        ["1 โครงการเปลี่ยนสถานะใน ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน", "2023-09-30T00:00:00+07:00"],
        ["รายงานผล ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน", "2023-09-30T00:00:00+07:00"],
        ["รายงานผล ปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน", "2023-03-31T00:00:00+07:00"],
    ]
    assert feed.findtext("a:updated", namespaces=ATOM) == "2023-09-30T00:00:00+07:00"
    assert feed.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [f"{SITE}nongsaeng/feed.xml"]


def test_figures_that_became_others_are_news() -> None:
    """An entry a day, of the day on which they were saved; a withheld one and another text are none."""
    key, day = ("project", "2566-2570", "p01"), dt.date(2024, 3, 1)

    def change(old: str, new: str, form: Form, *, is_withheld: bool = False) -> PublicChange:
        return PublicChange(day, Action.CHANGED, key, True, key[1:], "โครงการ", "x", "งบประมาณ", old, new, form, "ตกหลัก", "",
                            is_withheld)  # fmt: skip

    changes = (
        change("5000", "50000", Form.MONEY),
        change("1", "2", Form.NUMBER),
        change("ก", "ข", Form.TEXT),
        change("", "", Form.NUMBER, is_withheld=True),
    )
    plan = make_dossier([make_plan([make_project()])], {})
    lao = LaoPages(Shelf(Ledger(plan)), history=History(Source.GIT, day, changes), today=day)
    feeds = read_feeds(lao)

    assert lao.has_news
    for path in ("nongsaeng/feed.xml", "nongsaeng/2566-2570/projects/p01.xml"):
        assert SCHEMA.validate(feeds[path]), SCHEMA.error_log
        [entry] = feeds[path].iterfind("a:entry", ATOM)
        assert "แก้ตัวเลข 2 ค่า" in entry.findtext("a:title", namespaces=ATOM)
        assert "5,000 บาท → 50,000 บาท (ตกหลัก)" in entry.findtext("a:summary", namespaces=ATOM)
        assert entry.findtext("a:updated", namespaces=ATOM) == "2024-03-01T00:00:00+07:00"


def test_addresses_are_relative_where_the_site_s_own_is_not_known() -> None:
    """They lead from the feed's place to the pages."""
    feeds = read_feeds(make_pages())

    links = feeds["nongsaeng/2566-2570/projects/p01.xml"].xpath("a:link/@href", namespaces=ATOM)
    assert links == ["p01.xml", "p01/"]


def test_ids_last_when_the_site_moves() -> None:
    """Ids depend on the LAO and the thing, not on the address, and are those of the site's feed, too."""
    find_ids = etree.XPath("a:entry/a:id/text()", namespaces=ATOM)
    here, there = (
        read_feeds(make_pages(site_url=url))["nongsaeng/feed.xml"] for url in (SITE, "https://other.example/")
    )

    assert find_ids(here) == find_ids(there)
    assert len(set(find_ids(here))) == 3
    assert set(find_ids(read_site_feed(make_pages()))) == set(find_ids(here))


def test_hostile_text_stays_text() -> None:
    """Markup in a name is shown as it was typed."""
    name = "<script>alert(1)</script> & ]]> \"'"
    feed = read_feeds(make_pages(name))["nongsaeng/2566-2570/projects/p01.xml"]

    assert feed.findtext("a:title", namespaces=ATOM) == f"{name} เทศบาลตำบลหนองแสง"
    assert SCHEMA.validate(feed)


def test_site_feed_keeps_the_newest() -> None:
    """However many LAOs there are, the feed does not grow."""
    feed = read_site_feed(*[make_pages()] * KEPT)

    assert len(feed.findall("a:entry", ATOM)) == KEPT
    assert {entry.findtext("a:updated", namespaces=ATOM)[:10] for entry in feed.iterfind("a:entry", ATOM)} == {
        "2023-09-30"
    }


def test_nothing_new_is_no_feed() -> None:
    """An LAO without anything dated has none, and its pages name none."""
    empty = LaoPages(Shelf(Ledger(make_dossier([make_project()], {}))), today=dt.date(2026, 1, 1))

    assert list(list_artifacts(empty)) == []
    assert not empty.has_news
    assert list(list_site_artifacts([summarise(empty)], SITE_FEED, "", "")) == []
