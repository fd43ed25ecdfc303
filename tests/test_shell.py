"""The site's shell in a browser: its policy, the keyboard, zoom, a site below a folder, the LAO's own colours."""

from __future__ import annotations

import functools
import gzip
import shutil
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS, Site, Tab
from lxml import etree, html
from playwright.sync_api import Browser, Page, expect
from prongsai.outputs.identity.colours import compute_contrast

LAO = "nongsaeng"
CARD = f"{LAO}/2566-2570/projects/p01/"
ADDRESS = "https://lao.go.th/itacenter/"
KINDS = (
    "",
    f"{LAO}/",
    f"{LAO}/2566-2570/",
    f"{LAO}/2566-2570/projects/",
    CARD,
    f"{LAO}/reports/2566-12/",
    f"{LAO}/measures/2567/",
    f"{LAO}/announcements/",
    f"{LAO}/announcements/adopt-2565/",
    f"{LAO}/announcements/memo-2566-12/",
    f"{LAO}/notes/",
    f"{LAO}/contact/",
    f"{LAO}/search/?q=ทุจริต",
    "rules/",
    "how-to-read/",
    "accessibility/",
)
MOST_STOPS = 12
NAME = "(e => e.id || e.getAttribute('aria-label') || e.className || e.innerText)(document.activeElement)"
STOP_BEFORE_CONTENT = f"""document.activeElement !== document.body
  && (document.querySelector('article').compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_PRECEDING)
  ? {NAME} : null"""
# The next stop is the first, as where a page was just opened.
LEAVE_FOCUS = """() => {
  const start = document.createElement("i");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
}"""
CUT = """() => [...document.querySelectorAll("article :is(p, li, h1, h2, h3, dd, a)")]
  .filter(e => !e.closest(".table-box, .spoken") && e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.outerHTML.slice(0, 100))"""
# What the site may not weigh on its first visit, compressed, font included.
MAX_CARD_BYTES = 50_000


@pytest.fixture(scope="module")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build a site as it is published below a folder: with its address, one LAO no sample, its colour a light one."""
    site = Site(tmp_path_factory.mktemp("published") / "project", has_handbook=False)
    site.add(MADE_UP_PLANS / "huaimai")
    site.add_one_round()
    lao = site.plans / LAO / "lao.yml"
    text = (
        lao.read_text(encoding="utf-8")
        .replace("sample: ใช่", "")
        .replace("province: สมมติ", "province: ลำปาง")
        .replace("#7a4b00", "#ffd500")
    )
    lao.write_text(text, encoding="utf-8")
    page = site.content / "injected.md"
    page.write_text(
        "# ทดสอบ {#top}\n\n<script>window.ran = true</script>\n<p id='x' style='color: red'>x</p>\n", "utf-8"
    )
    result = site.build(strict=False, SITE_URL=ADDRESS)
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="module")
def published(published_site: Site, serve_folder: functools.partial[str]) -> str:
    """Serve that site below ``/itacenter/`` and return its address on this machine."""
    root = published_site.folder / "server"
    shutil.copytree(published_site.built, root / "itacenter")
    return serve_folder(root) + "itacenter/"


def read_head(site: Site, address: str) -> html.HtmlElement:
    """Return a built page as a tree."""
    return html.document_fromstring(site.read(address))


def open_page(tab: Tab, address: str, width: int = 1280, **looks: str) -> Page:
    """Return a page as it looks on a screen of that width."""
    return tab.clear(width, 720, **looks).open(address)


@pytest.mark.parametrize("path", ["", "nongsaeng/", CARD], ids=["root", "one deep", "three deep"])
def test_every_page_has_a_strict_policy(made_up_site: Site, path: str) -> None:
    """The policy is on pages of every depth, before the first script, and allows nothing unsafe."""
    tree = read_head(made_up_site, path)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

    assert "unsafe" not in policy
    assert not tree.xpath("//meta[@http-equiv]/preceding::script")
    assert not tree.xpath("//*[@style] | //style | //@*[starts-with(name(), 'on')]")


def test_script_and_style_from_elsewhere_do_not_run(published: str, tab: Tab) -> None:
    """An inline script or style that got into a page, here through a page written by hand, is refused."""
    page = open_page(tab, f"{published}injected/")

    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.getElementById('x')).color") != "rgb(255, 0, 0)"
    assert sum("Content Security Policy" in message for message in tab.messages) == 2


def test_everything_works_under_the_policy(published: str, tab: Tab) -> None:
    """Below a folder: the palette switch, the search, its results and the way back, without a word in the console."""
    page = open_page(tab, published + CARD, color_scheme="light")

    page.click(".palette-button")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.reload()
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.fill("#site-search-words", "ทุจริต")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits a")
    page.click(".hits a >> nth=0")
    page.wait_for_load_state()
    page.click(".md-header .md-logo")
    page.wait_for_load_state()

    assert page.url == f"{published}{LAO}/"
    assert tab.messages == []


def test_missing_page_leads_on(published: str, tab: Tab) -> None:
    """The page for a wrong address works from any depth: style, search, front page; and no search engine keeps it."""
    page = open_page(tab, f"{published}404.html")
    missing = page.content()
    page.route("**/no/such/page/", lambda route: route.fulfill(status=200, content_type="text/html", body=missing))
    page.goto(f"{published}no/such/page/")

    assert page.inner_text("h1") == "ไม่พบหน้านี้"
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    assert page.get_attribute("meta[name=robots]", "content") == "noindex"
    page.fill("#site-search-words", "แผน")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits a")
    page.go_back()
    page.click("article a")
    page.wait_for_load_state()
    assert page.url == published
    assert tab.messages == []


def test_page_tells_previews_and_search_engines_what_it_is(published_site: Site) -> None:
    """A page names its own address, and its title, description and picture for previews."""
    head = read_head(published_site, CARD)
    read = {meta.get("property") or meta.get("name"): meta.get("content") for meta in head.xpath("//head/meta")}

    assert head.xpath("//link[@rel='canonical']/@href") == [ADDRESS + CARD] == [read["og:url"]]
    assert read["og:title"] == head.xpath("//h1")[0].text_content()
    assert read["og:description"] == read["description"]
    assert read["og:type"] == "article"
    assert read["og:image"] == f"{ADDRESS}{CARD.rstrip('/')}.png"
    assert read["twitter:card"] == "summary_large_image"
    assert (published_site.built / f"{CARD.rstrip('/')}.png").is_file()
    assert (published_site.built / LAO / "assets" / "card.png").is_file()
    assert (published_site.built / "assets" / "card.png").is_file()
    assert "robots" not in read


def test_sitemap_lists_what_may_be_found(published_site: Site) -> None:
    """The sitemap has every page of the real LAO and of the site, no sample page, and its copy is the same."""
    raw = (published_site.built / "sitemap.xml").read_bytes()
    listed = etree.fromstring(raw).xpath("//*[local-name()='loc']/text()")

    assert ADDRESS + CARD in listed
    assert f"{ADDRESS}accessibility/" in listed
    assert not [address for address in listed if "huaimai" in address]
    assert gzip.decompress((published_site.built / "sitemap.xml.gz").read_bytes()) == raw


def test_oit_index_shows_full_addresses(published_site: Site) -> None:
    """Where the site's address is known, addresses of items are whole, and are not called relative."""
    text = read_head(published_site, f"{LAO}/oit/2567/").xpath("string(//article)")

    assert f"{ADDRESS}{LAO}/2566-2570/" in text
    assert "นับจากหน้าแรกของเว็บไซต์" not in text


def test_small_pages_for_other_sites_are_copied_as_they_are(published_site: Site) -> None:
    """MkDocs changes nothing in them."""
    page = f"{LAO}/embed/index.html"
    assert (published_site.built / page).read_bytes() == (published_site.content / page).read_bytes()


def test_robots_are_let_in_and_shown_the_sitemap(published_site: Site, made_up_site: Site) -> None:
    """robots.txt shuts nothing out, and names the sitemap where the site knows its address."""
    text = (published_site.built / "robots.txt").read_text(encoding="utf-8")

    assert "Disallow" not in text
    assert text.rstrip().endswith(f"Sitemap: {ADDRESS}sitemap.xml")
    assert "Sitemap" not in (made_up_site.built / "robots.txt").read_text(encoding="utf-8")
    assert not (made_up_site.built / "sitemap.xml").exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_header_wears_the_colour_and_the_seal(published: str, tab: Tab, scheme: str) -> None:
    """The header of an LAO has its colour, its name readable on it, and its seal; links stay readable on the page."""
    page = open_page(tab, published + CARD, color_scheme=scheme)
    pick = "(name, key) => getComputedStyle(document.querySelector(name))[key]"
    read = {
        name: to_hex(page.evaluate(f"([name, key]) => ({pick})(name, key)", [selector, key]))
        for name, selector, key in (
            ("header", ".md-header", "backgroundColor"),
            ("name", ".md-header__title", "color"),
            ("link", "article a", "color"),
            ("page", "body", "backgroundColor"),
        )
    }

    assert (read["header"] == "#ffd500") is (scheme == "light")
    assert compute_contrast(read["header"], read["name"]) >= 4.5
    assert compute_contrast(read["page"], read["link"]) >= 4.5
    assert page.get_attribute(".md-header .md-logo img", "alt") == "ตราองค์การบริหารส่วนตำบลหนองแสงทอง"
    assert page.evaluate("document.querySelector('.md-header .md-logo img').naturalWidth") == 96
    page.goto(f"{published}huaimai/")
    assert page.locator(".md-header .md-logo img").count() == 0


def to_hex(colour: str) -> str:
    """Return ``rgb(1, 2, 3)`` as ``#010203``."""
    return "#" + "".join(f"{int(part):02x}" for part in colour[colour.index("(") + 1 : -1].split(",")[:3])


def test_every_page_of_an_lao_tells_who_when_and_whom_to_ask(made_up_site: Site) -> None:
    """The foot of every page names the publisher, files and date of the data, and leads to contacts and statement."""
    for path in (made_up_site.built / LAO).rglob("index.html"):
        foot = html.document_fromstring(path.read_text(encoding="utf-8")).xpath("//footer")[0]
        text = " ".join(foot.text_content().split())
        assert "เผยแพร่โดยองค์การบริหารส่วนตำบลหนองแสงทอง" in text, path
        assert "ข้อมูล ณ วันที่" in text or "ไม่ได้ระบุวันที่ของข้อมูล" in text, path
        assert [link.text_content() for link in foot.xpath(".//a")] == [
            "ติดต่อหน่วยงาน",
            "แจ้งข้อมูลผิด",
            "ข้อมูลเปิด",
            "วิธีอ่านเว็บไซต์นี้",
            "ตรวจว่าไฟล์เป็นของจริง",
            "การเข้าถึงเว็บไซต์",
        ], path
        assert f"ที่มา: {LAO}/" in text, path


@pytest.mark.parametrize(
    ("path", "date"),
    [
        (f"{LAO}/reports/2566-06/", "ข้อมูล ณ วันที่ ๑๐ เมษายน ๒๕๖๖"),
        (f"{LAO}/announcements/adopt-2565/", "ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๕"),
        ("huaimai/", "ไม่ได้ระบุวันที่ของข้อมูล"),
    ],
    ids=["report", "paper", "nothing told"],
)
def test_date_is_that_of_what_the_page_shows(made_up_site: Site, path: str, date: str) -> None:
    """A report has its own date, a paper its own, and a page without one says so."""
    assert date in " ".join(read_head(made_up_site, path).xpath("//footer")[0].text_content().split())


def focus(page: Page) -> str:
    """Return what has the keyboard's focus, in words."""
    return page.evaluate(NAME)


def test_keyboard_reaches_the_content_first(made_up_address: str, tab: Tab) -> None:
    """The first stop is the link that skips to the content, visible while it has the focus."""
    page = open_page(tab, made_up_address + CARD)
    page.keyboard.press("Tab")
    assert focus(page) == "md-skip"
    expect(page.locator(".md-skip")).to_have_css("opacity", "1")

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.url.endswith("#top")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_every_kind_of_page_has_room_and_is_a_few_keys_away(made_up_address: str, tab: Tab) -> None:
    """A window of 1280 px enlarged to 200 and 400 percent shows every page kind without scrolling sideways.

    By keyboard the first stop skips to the content; without it at most a dozen stops stand before the content.
    """
    page = open_page(tab, made_up_address, reduced_motion="reduce")
    for kind in KINDS:
        page.goto(made_up_address + kind)
        for width, height in ((640, 512), (320, 256)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, kind
            assert page.evaluate(CUT) == [], (kind, width)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 720})
            page.evaluate(LEAVE_FOCUS)
            stops = []
            for _ in range(MOST_STOPS + 1):
                page.keyboard.press("Tab")
                stop = page.evaluate(STOP_BEFORE_CONTENT)
                if stop is None:
                    break
                stops.append(stop)
            assert stops[0] == "md-skip", (kind, width)
            assert len(stops) <= MOST_STOPS, (kind, width, stops)


def test_phones_may_enlarge_text(made_up_address: str, tab: Tab) -> None:
    """The size of text that a phone's user set is not switched off, as the theme below does."""
    page = open_page(tab, made_up_address + CARD)
    assert page.evaluate("getComputedStyle(document.documentElement).textSizeAdjust") == "auto"


def test_menu_works_by_keyboard(made_up_address: str, tab: Tab) -> None:
    """On a narrow screen the closed menu takes no focus; Enter opens it and leads in; Escape closes and leads back."""
    page = open_page(tab, made_up_address + CARD, 360, reduced_motion="reduce")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focus(page) == "เมนู"
    assert page.get_attribute(".menu-button", "aria-expanded") == "false"
    assert page.evaluate("getComputedStyle(document.querySelector('.md-sidebar--primary')).visibility") == "hidden"

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    assert page.get_attribute(".menu-button", "aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText.trim()") == "ภาพรวม"

    page.keyboard.press("Escape")
    assert focus(page) == "เมนู"
    assert page.get_attribute(".menu-button", "aria-expanded") == "false"

    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert page.get_attribute(".menu-button", "aria-expanded") == "false"


def test_palette_and_tables_work_by_keyboard(made_up_address: str, tab: Tab) -> None:
    """The colour scheme changes by keyboard; a wide table's box takes the focus and scrolls by arrow keys."""
    page = open_page(tab, f"{made_up_address}{LAO}/2566-2570/", 800, color_scheme="light")
    page.focus(".palette-button")
    page.keyboard.press("Space")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

    boxes = page.locator(".table-box")
    wide = next(box for box in boxes.all() if box.evaluate("box => box.scrollWidth > box.clientWidth"))
    wide.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=wide.element_handle())


def test_focus_can_be_seen_everywhere(made_up_address: str, tab: Tab) -> None:
    """Whatever the Tab key stops at on a card is inside the window and has an outline or is the skip link."""
    page = open_page(tab, made_up_address + CARD, 360, reduced_motion="reduce")
    stops = 0
    for _ in range(80):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const e = document.activeElement;
              if (e === document.body) return null;
              const box = e.getBoundingClientRect();
              return {name: e.outerHTML.slice(0, 80), outline: parseFloat(getComputedStyle(e).outlineWidth),
                inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
            }"""
        )
        if seen is None:
            break
        stops += 1
        assert seen["inside"], seen
        assert seen["outline"] >= 1, seen
    assert stops > 15


def test_nothing_moves_where_motion_is_unwanted(made_up_address: str, tab: Tab) -> None:
    """With reduced motion asked for, no element's transition or animation lasts."""
    page = open_page(tab, made_up_address + CARD, 360, reduced_motion="reduce")
    longest = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll("*")].flatMap(e => {
          const style = getComputedStyle(e);
          return [style.transitionDuration, style.animationDuration].flatMap(d => d.split(",").map(parseFloat));
        }))"""
    )

    assert longest < 0.001


def test_paper_from_the_browser_says_whose_and_when(made_up_address: str, tab: Tab) -> None:
    """In print the header, menus and search are gone; publisher and date of the data stay."""
    page = open_page(tab, made_up_address + CARD)
    page.emulate_media(media="print")
    visible = page.inner_text("body")

    assert "เผยแพร่โดย" in visible
    assert "ข้อมูล ณ วันที่" in visible
    assert "แจ้งข้อมูลผิด" not in visible
    assert not page.is_visible(".md-header")
    assert not page.is_visible("form")


def test_card_is_light_on_the_first_visit(made_up_address: str, browser: Browser) -> None:
    """A project card with everything that it loads, compressed, seal and fonts included, is at most 50 KB."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    sizes: dict[str, int] = {}

    def note(path: str, body: bytes) -> None:
        sizes[path] = len(body) if path.endswith((".woff2", ".png")) else len(gzip.compress(body, mtime=0))

    page.on("response", lambda response: note(Path(response.url).name or "page", response.body()))
    page.goto(made_up_address + CARD, wait_until="networkidle")
    total = sum(sizes.values())
    print(f"\n{total / 1000:.1f} KB: " + ", ".join(f"{name} {size / 1000:.1f}" for name, size in sizes.items()))

    assert len([name for name in sizes if name.endswith(".woff2")]) == 2
    assert total <= MAX_CARD_BYTES
    page.close()


def test_a_paper_prints_as_a_paper(tab: Tab, made_up_address: str) -> None:
    """Printed from the browser, an announcement begins with its own head; an example still says that it is one."""
    page = open_page(tab, f"{made_up_address}nongsaeng/announcements/adopt-2565/")
    page.emulate_media(media="print")

    expect(page.locator(".paper-head").first).to_be_visible()
    expect(page.get_by_text("ข้อมูลตัวอย่าง", exact=True)).to_be_visible()
    for around in ("h1", ".downloads", ".breadcrumbs", ".md-header", ".md-footer"):
        expect(page.locator(around).first).to_be_hidden()
