"""Small pages for other sites: whole in themselves, safe, and held by pages elsewhere."""

from __future__ import annotations

import datetime as dt
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from export_readers import get_made_up
from figure_records import make_dossier, make_plan, make_project
from lxml import html
from msgspec.structs import replace
from playwright.sync_api import Browser
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.embeds.output import NAME, list_artifacts, list_written
from prongsai.outputs.embeds.snippet import render_snippet
from prongsai.outputs.pages.kinds.data_page import render_pages as render_data
from prongsai.outputs.pages.kinds.project_pages import render_pages as render_projects
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.writer import Writer

SITE = "https://plans.example.go.th/"


def read_embeds(lao: LaoPages) -> dict[str, str]:
    """Return the small pages by path."""
    return {artifact.path: artifact.make().decode() for artifact in list_artifacts(lao)}


def get_pages() -> LaoPages:
    """Return a made-up LAO at an address."""
    return replace(get_made_up(), site_url=SITE)


def test_every_project_the_lao_and_its_charts_have_one() -> None:
    """One a project; without the site's address none, since nobody could reach them."""
    embeds = read_embeds(get_pages())

    projects = [plan.projects for plan in get_pages().dossier.plans.values()]
    assert len(embeds) == sum(map(len, projects)) + 4
    assert {"nongsaeng/embed/index.html", "nongsaeng/embed/chart-status.html"} <= set(embeds)
    assert read_embeds(get_made_up()) == {}


def test_page_loads_nothing_and_its_style_counts() -> None:
    """The policy allows the style that is there, letter for letter, and nothing else."""
    for path, text in read_embeds(get_pages()).items():
        tree = html.document_fromstring(text)
        [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        [style] = tree.xpath("//style/text()")
        digest = b64encode(sha256(style.encode()).digest()).decode()
        assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'", path
        assert not tree.xpath("//script | //img | //link[@rel='stylesheet'] | //*[@style] | //iframe"), path
        assert not re.search(r"\son[a-z]+=", text), path
        assert tree.xpath("//link[@rel='canonical']/@href")[0].startswith(SITE), path
        assert set(tree.xpath("//a/@target")) == {"_blank"}, path


def test_project_says_what_its_page_says() -> None:
    """Status by word and shape, money of the year, date, in the LAO's digits."""
    text = read_embeds(get_pages())["nongsaeng/embed/2566-2570/p01.html"]
    facts = html.document_fromstring(text).xpath("//dt/text()")

    assert facts == ["สถานะ", "ตั้งไว้ (บาท)", "เบิกจ่าย (บาท)"]
    assert html.document_fromstring(text).xpath("//dd/span[@class[contains(., 'status-')]]/span[@class='sign']")


def test_hostile_name_stays_text() -> None:
    """In the small page, and in the snippet that others copy, which stays one element."""
    name = '<script>alert(x)</script>" onload="x\' & </style>'
    plan = make_plan([make_project().model_copy(update={"name": name})])
    lao = LaoPages(Shelf(Ledger(make_dossier([plan], {}))), site_url=SITE, today=dt.date(2026, 1, 1))
    tree = html.document_fromstring(read_embeds(lao)["nongsaeng/embed/2566-2570/p01.html"])
    [frame] = html.fragments_fromstring(render_snippet(f"{SITE}x.html", name, "project"))

    assert tree.xpath("string(//h1)") == name
    assert not tree.xpath("//script")
    assert dict(frame.attrib) == {
        "src": f"{SITE}x.html", "title": name, "width": "100%", "height": "360", "loading": "lazy",
    }  # fmt: skip


def test_pages_offer_the_snippets() -> None:
    """A project's below its page, the LAO's and its charts' on the page of data; none without the site's address."""
    embeds = read_embeds(get_pages())
    bodies = [page.body for kind in (render_data, render_projects) for page in kind(get_pages())]
    offered = set(re.findall(rf"src=&quot;{SITE}([^&]*)&quot;", "".join(map(str, bodies))))

    assert offered == set(embeds)
    assert "iframe" not in "".join(
        str(page.body) for kind in (render_data, render_projects) for page in kind(get_made_up())
    )


def test_only_written_pages_are_let_through(tmp_path: Path) -> None:
    """A page that somebody puts beside them is none of them."""
    with Writer(tmp_path, "nongsaeng") as writer:
        writer.write(NAME, list_artifacts(get_pages()))
    (tmp_path / "nongsaeng" / "embed" / "own.html").write_text("<script>", encoding="utf-8")

    written = list_written(tmp_path, {"nongsaeng", "gone"})
    assert written == set(read_embeds(get_pages()))


def test_page_of_another_site_holds_it(browser: Browser, tmp_path: Path, serve_folder: Callable[[Path], str]) -> None:
    """A browser shows the small page in a frame of another origin, runs nothing, and complains of nothing."""
    for path, text in read_embeds(get_pages()).items():
        (tmp_path / "a" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "a" / path).write_text(text, encoding="utf-8")
    inner = serve_folder(tmp_path / "a")
    (tmp_path / "b").mkdir()
    frame = render_snippet(f"{inner}nongsaeng/embed/chart-status.html", "แผนภูมิ", "chart")
    (tmp_path / "b" / "index.html").write_text(f"<!doctype html><title>x</title>{frame}", encoding="utf-8")
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
    page.goto(serve_folder(tmp_path / "b"))

    held = page.frame_locator("iframe")
    assert held.locator("h1").inner_text()
    assert held.locator(".bar rect").first.bounding_box()
    assert held.locator("body").evaluate("body => getComputedStyle(body).borderTopWidth") == "1px"
    assert [text for text in told if "favicon" not in text and "404" not in text] == []
    page.close()
