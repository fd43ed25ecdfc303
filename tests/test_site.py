"""The built site of the made-up LAOs: addresses, headings, links, states, and what a page must not depend on."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import FIXED_DAY, MADE_UP_PLANS, ROOT, Site
from lxml import html
from prongsai.outputs.schemas.schema import render_schemas
from runner import run_commands

pytestmark = pytest.mark.slow

LAO = "nongsaeng"
ROUNDS = ("2566-06", "2566-12")
PAGES = (
    "",
    f"{LAO}/",
    f"{LAO}/plans/",
    f"{LAO}/2566-2570/",
    f"{LAO}/2566-2570/projects/",
    f"{LAO}/2566-2570/projects/p01/",
    f"{LAO}/2566-2570/projects/p09/",
    f"{LAO}/reports/",
    f"{LAO}/reports/2566-06/",
    f"{LAO}/reports/2566-12/",
    f"{LAO}/reports/2567-12/",
    f"{LAO}/reports/2566-12/results/",
    f"{LAO}/reports/2566-12/results/1/",
    f"{LAO}/reports/2566-12/narrative/",
    f"{LAO}/reports/2566-12/narrative/1/",
    f"{LAO}/reports/2566-12/eplan/",
    f"{LAO}/measures/",
    f"{LAO}/measures/2567/",
    f"{LAO}/announcements/",
    f"{LAO}/oit/",
    f"{LAO}/oit/2567/",
    f"{LAO}/contact/",
    "huaimai/",
    "huaimai/plans/",
    "huaimai/reports/",
    "huaimai/measures/",
    "huaimai/announcements/",
    "huaimai/contact/",
    "how-to-read/",
    "accessibility/",
)


def read_tree(site: Site, address: str) -> html.HtmlElement:
    """Return a built page as a tree."""
    return html.document_fromstring(site.read(address))


def list_pages(site: Site) -> list[Path]:
    """Return every built page."""
    return sorted(site.built.rglob("*.html"))


def read_text(site: Site, address: str) -> str:
    """Return the words of a page's content, white space as one space."""
    return " ".join(read_tree(site, address).xpath("//article")[0].text_content().split())


def build(folder: Path, *sources: Path, papers: Site | None = None) -> Site:
    """Build a site of some LAO folders; with papers where those of another site can be begun with."""
    site = Site(folder)
    site.add(*sources)
    if papers:
        site.take_papers(papers)
    result = site.build(papers=papers is not None)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    return site


def read_under(site: Site, slug: str) -> dict[str, bytes]:
    """Return every built file under an LAO's address."""
    folder = site.built / slug
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.strip("/") or "root")
def test_every_page_kind_is_there(made_up_site: Site, address: str) -> None:
    """Each stable address has a page in Thai with one title and a description."""
    tree = read_tree(made_up_site, address)

    assert tree.get("lang") == "th"
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//meta[@name='description']/@content")[0].strip()


def test_schemas_are_published(made_up_site: Site) -> None:
    """Editors can take the schema of every kind of file from the site."""
    published = {path.name: path.read_text(encoding="utf-8") for path in (made_up_site.built / "schemas").iterdir()}

    assert published == render_schemas()


def test_links_and_anchors_resolve(made_up_site: Site) -> None:
    """Every link inside the site leads to a file, and to an id in it where it names one."""
    ids: dict[Path, set[str]] = {}
    broken = []
    for page in list_pages(made_up_site):
        tree = html.document_fromstring(page.read_text(encoding="utf-8"))
        for link in tree.xpath("//a/@href | //img/@src | //link[@rel='stylesheet']/@href | //script/@src"):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            folder = "/" if page.name == "404.html" else "/" + page.parent.relative_to(made_up_site.built).as_posix()
            path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
            target = made_up_site.built / path.lstrip("/") if parts.path else page
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                broken.append((page.relative_to(made_up_site.built).as_posix(), link))
            elif parts.fragment:
                if target not in ids:
                    ids[target] = set(html.document_fromstring(target.read_text(encoding="utf-8")).xpath("//@id"))
                if unquote(parts.fragment) not in ids[target]:
                    broken.append((page.relative_to(made_up_site.built).as_posix(), link))
    assert broken == []


def test_ids_are_explicit_ascii_and_unique(made_up_site: Site) -> None:
    """No page has an id in Thai letters or digits, an automatic id such as _1, or one id twice."""
    for page in list_pages(made_up_site):
        ids = html.document_fromstring(page.read_text(encoding="utf-8")).xpath("//article//@id")
        assert [name for name in ids if not re.fullmatch(r"[a-z][a-z0-9-]*(_[a-z][a-z0-9-]*)*", name)] == [], page
        assert len(ids) == len(set(ids)), page


def test_attributes_hold_no_thai_digits(made_up_site: Site) -> None:
    """Numbers in attributes stay Arabic, also where the page writes Thai digits."""
    for page in list_pages(made_up_site):
        tree = html.document_fromstring(page.read_text(encoding="utf-8"))
        values = tree.xpath("//article//@rowspan | //article//@colspan | //article//@tabindex | //article//@class")
        assert not [value for value in values if re.search("[๐-๙]", value)], page


def test_rows_of_every_table_are_equally_wide(made_up_site: Site) -> None:
    """Spanned cells counted, each row of a table has as many columns as the others, under a caption."""
    for page in list_pages(made_up_site):
        for table in html.document_fromstring(page.read_text(encoding="utf-8")).xpath("//table[@class]"):
            assert table.xpath("./caption")
            assert table.xpath(".//th[@scope='col']")
            widths = {len(row) for row in lay_out(table)}
            assert len(widths) == 1, (page, table.xpath("./caption")[0].text_content(), widths)


def lay_out(table: html.HtmlElement) -> list[dict[int, bool]]:
    """Return the columns that each row fills, spans counted."""
    rows: list[dict[int, bool]] = [{} for _ in table.xpath(".//tr")]
    for index, row in enumerate(table.xpath(".//tr")):
        column = 0
        for cell in row.xpath("./th | ./td"):
            while column in rows[index]:
                column += 1
            for down in range(int(cell.get("rowspan", 1))):
                for across in range(int(cell.get("colspan", 1))):
                    rows[index + down][column + across] = True
    return rows


def test_digits_follow_the_setting(made_up_site: Site) -> None:
    """A page of an LAO with Thai digits shows no Arabic figure outside the e-Plan tables, addresses and Latin names."""
    text = read_text(made_up_site, f"{LAO}/2566-2570/")

    assert "๒๕๖๖" in text
    assert not re.search(r"(?<![A-Za-z./])[0-9](?![A-Za-z./])", text)


def test_eplan_tables_use_arabic_digits(made_up_site: Site) -> None:
    """The e-Plan part of a report writes Arabic digits on every site."""
    table = read_tree(made_up_site, f"{LAO}/reports/2566-12/eplan/").xpath("//caption[@id='e1-table']/..")[0]

    assert not re.search("[๐-๙]", table.text_content())


def test_results_report_shows_the_figures(made_up_site: Site) -> None:
    """The report of round 12 prints the counts, sums and shares that were computed by hand."""
    table = read_tree(made_up_site, f"{LAO}/reports/2566-12/eplan/").xpath("//caption[@id='e1-table']/..")[0]
    rows = [[" ".join(cell.text_content().split()) for cell in row.xpath("./th|./td")] for row in table.xpath(".//tr")]

    assert rows[4] == ["3", "2", "2", "20,000.00", "20,000.00", "18,495.00", "100.00", "92.48"]
    assert rows[-1][1:4] == ["13", "9", "อย่างน้อย 251,234.50 บาท (ไม่มีข้อมูล 2 รายการ)"]


def test_unknown_money_is_never_zero(made_up_site: Site) -> None:
    """A sum with unknown parts is told as a lower bound."""
    assert "อย่างน้อย ๒๕๑,๒๓๔.๕๐ บาท (ไม่มีข้อมูล ๒ รายการ)" in read_text(made_up_site, f"{LAO}/reports/2566-12/")


def test_year_without_minimum_has_no_level(made_up_site: Site) -> None:
    """Where the minimum number of projects is missing, no level is printed and the reason is."""
    text = read_text(made_up_site, f"{LAO}/")

    assert "ยังระบุระดับไม่ได้" in text
    assert "ไม่มีข้อมูลโครงการขั้นต่ำของปี ๒๕๖๗" in text


def test_front_page_tells_what_changed(made_up_site: Site) -> None:
    """The front page lists the projects whose status is not what it was a round before."""
    changes = read_tree(made_up_site, f"{LAO}/").xpath("//h2[@id='changes']/following-sibling::ul[1]/li")

    assert changes
    assert any("→" in change.text_content() for change in changes)


def test_front_page_sets_the_round_against_the_last(made_up_site: Site) -> None:
    """The front page gives the numbers of the round before and of this one."""
    text = read_text(made_up_site, f"{LAO}/")

    assert "แล้วเสร็จจาก ๓ เป็น ๘ โครงการ" in text
    assert "เบิกจ่ายจาก อย่างน้อย ๑๑,๒๓๔.๕๐ บาท (ไม่มีข้อมูล ๒ รายการ) เป็น อย่างน้อย ๑๖๘,๕๓๕.๒๕ บาท (ไม่มีข้อมูล ๑ รายการ)" in text


def test_front_page_tells_what_is_late(made_up_site: Site) -> None:
    """The front page names the round not reported in time and the projects not done when the year ended, and the day."""
    text = read_text(made_up_site, f"{LAO}/")
    late = read_tree(made_up_site, f"{LAO}/").xpath("//h2[@id='late']/following-sibling::ul[2]/li")

    assert "รายงานค้างเผยแพร่ ๑ รอบ" in text
    assert "ข้อมูล ณ วันที่ปรับปรุงเว็บไซต์ ๑ พฤษภาคม ๒๕๖๘" in text
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๘ รอบ ๖ เดือน ต้องเผยแพร่ภายในวันที่ ๓๐ เมษายน ๒๕๖๘ เลยกำหนด ๑ วัน" in text
    assert len(late) == 4
    assert "กำหนดเผยแพร่ตามที่หน่วยงานแจ้ง: รอบ ๖ เดือน ภายใน ๓๐ วัน" in text


def test_charts_stand_after_their_tables(made_up_site: Site) -> None:
    """Each chart of the front page comes after the table that prints its numbers, as one picture with a text."""
    tree = read_tree(made_up_site, f"{LAO}/")

    for chart, table in (("status", "by-dimension"), ("money", "by-dimension"), ("progress", "by-round")):
        figure = tree.xpath(f"//figure[@id='chart-{chart}']")[0]
        picture = figure.xpath("./div[@role='img']")[0]
        assert figure.xpath(f"preceding::caption[@id='{table}']")
        assert picture.get("aria-labelledby") == f"chart-{chart}-title"
        assert tree.get_element_by_id(picture.get("aria-describedby")).text_content().strip()


def test_site_front_lists_laos_in_dictionary_order(made_up_site: Site) -> None:
    """The site's front page gives status, money, level and what is late of each LAO, sorted as in a dictionary."""
    rows = [
        [" ".join(cell.text_content().split()) for cell in row.xpath("./th|./td")]
        for row in read_tree(made_up_site, "").xpath("//caption[@id='lao-table']/../tbody/tr")
    ]

    assert rows == [
        ["เทศบาลเมืองห้วยใหม่จังหวัดสมมติ", "ยังไม่มีแผนในเว็บไซต์นี้", "", "", ""],
        [
            "องค์การบริหารส่วนตำบลหนองแสงทองอำเภอทุ่งตัวอย่าง จังหวัดสมมติ",
            "เสร็จ 8 จาก 12 โครงการปีงบประมาณ พ.ศ. 2567 รอบ 12 เดือน",
            "เบิกจ่าย อย่างน้อย 168,535.25 บาท (ไม่มีข้อมูล 1 รายการ) จากที่ตั้งไว้ 223,234.50 บาท",
            "ไม่แสดง",
            "รายงานค้างเผยแพร่ 1 รอบไม่เสร็จเมื่อสิ้นปี 2567: 4 โครงการ",
        ],
    ]


def test_empty_card_tells_what_is_missing(made_up_site: Site) -> None:
    """A project with only a name leaves the headings out and says which."""
    tree = read_tree(made_up_site, f"{LAO}/2566-2570/projects/p09/")

    assert not tree.xpath("//h2[@id='rationale']")
    assert "ข้อมูลที่เผยแพร่ไม่มีหัวข้อต่อไปนี้: หลักการและเหตุผล" in read_text(made_up_site, f"{LAO}/2566-2570/projects/p09/")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("huaimai/", "ยังไม่ได้เผยแพร่แผนปฏิบัติการป้องกันการทุจริต"),
        ("huaimai/plans/", "ยังไม่ได้เผยแพร่แผนปฏิบัติการป้องกันการทุจริต"),
        ("huaimai/reports/", "ยังไม่มีรายงานผล"),
        ("huaimai/measures/", "ยังไม่ได้เผยแพร่มาตรการส่งเสริมคุณธรรม"),
        ("huaimai/announcements/", "ยังไม่มีประกาศ คำสั่ง หรือบันทึกข้อความ"),
        ("huaimai/oit/", "ยังไม่มีแผน รายงานผล หรือมาตรการ"),
        ("huaimai/contact/", "หน่วยงานยังไม่ได้ให้ช่องทางติดต่อไว้"),
    ],
    ids=["front", "plans", "reports", "measures", "papers", "oit", "contacts"],
)
def test_empty_section_says_so(made_up_site: Site, address: str, sentence: str) -> None:
    """An LAO without data gets a sentence, not an empty table."""
    assert sentence in read_text(made_up_site, address)
    assert not read_tree(made_up_site, address).xpath("//article//table")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (f"{LAO}/contact/", "แจ้งหน่วยงานตามช่องทางข้างต้น โดยบอกสามอย่าง"),
        ("huaimai/contact/", "ยังไม่ได้ให้โทรศัพท์ อีเมล หรือที่อยู่ไว้ แจ้งได้ที่สำนักงาน"),
        (f"{LAO}/announcements/memo-2566-12/", "รวมที่อยู่ระหว่างดำเนินการ ๑ โครงการ และรอรายงาน ๑ โครงการ"),
    ],
    ids=["contacts", "no contacts", "memo"],
)
def test_page_says_what_its_data_need(made_up_site: Site, address: str, sentence: str) -> None:
    """Who has no phone is not sent to one; a memo's column of what is not done is explained."""
    assert sentence in read_text(made_up_site, address)


def test_sample_is_marked_and_kept_out_of_search_engines(made_up_site: Site) -> None:
    """Every page of a sample LAO has a banner and is not indexed."""
    for page in (made_up_site.built / LAO).rglob("*.html"):
        tree = html.document_fromstring(page.read_text(encoding="utf-8"))
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        notice = "Sample data" if tree.get("lang") == "en" else "ข้อมูลตัวอย่าง"
        assert notice in tree.xpath("//aside")[0].text_content()


def test_notes_name_the_projects(made_up_site: Site) -> None:
    """A finding that gives a project's id links the project by its name."""
    links = read_tree(made_up_site, f"{LAO}/notes/").xpath("//table//a[@href='../2566-2570/projects/p12/']")

    assert links
    assert links[0].text_content().startswith("มาตรการตรวจสอบภายใน")


def test_round_without_report_is_told(made_up_site: Site, tmp_path: Path) -> None:
    """A half-year without a report is told with the year's report that covers it, and is not called late."""
    gap = Site(tmp_path / "gap")
    gap.add(MADE_UP_PLANS / LAO, MADE_UP_PLANS / "huaimai")
    (gap.plans / LAO / "progress" / "2567-06.yml").unlink()
    [ended] = run_commands(gap.folder, [["prongsai", "generate"]], FIXED_DAY)
    assert ended.returncode == 0, ended.stderr

    told = "เพราะผลทั้งปีอยู่ในรายงานรอบ ๑๒ เดือนแล้ว: ปีงบประมาณ พ.ศ. ๒๕๖๗"
    for page in (f"{LAO}/index.md", f"{LAO}/reports/index.md"):
        text, whole = ((site.content / page).read_text(encoding="utf-8") for site in (gap, made_up_site))
        assert told in text
        assert told not in whole
        assert "๒๕๖๗ รอบ ๖ เดือน ต้องเผยแพร่" not in text


def test_signed_original_is_listed_first(made_up_site: Site) -> None:
    """A paper with a signed original offers it before its own text."""
    article = read_tree(made_up_site, f"{LAO}/announcements/adopt-2565/").xpath("//article")[0]
    first = article.xpath(".//ul[@class='downloads']/following-sibling::div[@class='paper']")

    assert first
    assert "ฉบับลงนาม" in article.xpath(".//ul[@class='downloads']/li[1]")[0].text_content()


def test_cards_lead_to_their_neighbours(made_up_site: Site) -> None:
    """A card links the project before and after it in the plan's order."""
    tree = read_tree(made_up_site, f"{LAO}/2566-2570/projects/p02/")

    assert tree.xpath("//a[@rel='prev' and not(parent::head)]/@href")
    assert tree.xpath("//nav[@class='siblings']/a[@rel='next']/@href")


@pytest.fixture(scope="module")
def alone(made_up_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build a site of one LAO."""
    return build(tmp_path_factory.mktemp("alone") / "site", MADE_UP_PLANS / LAO, papers=made_up_site)


def test_one_lao_alone_gives_the_same_bytes(made_up_site: Site, alone: Site) -> None:
    """A build of one LAO writes what the build of all writes under its address."""
    assert read_under(alone, LAO) == read_under(made_up_site, LAO)


def test_single_lao_is_the_front_page(alone: Site) -> None:
    """With one LAO the site's front page is that LAO's."""
    assert read_tree(alone, "").xpath("//h2[@id='glance']")
    assert read_text(alone, "").startswith("องค์การบริหารส่วนตำบลหนองแสงทอง")


@pytest.fixture(scope="module")
def new_year(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build a site of one real LAO, at an address, whose newest round is the first of its year."""
    site = Site(tmp_path_factory.mktemp("new-year") / "site", has_handbook=False)
    folder = write_lao(site.plans / "lao-1", projects=1, rounds=("2566-12", "2567-06"))
    lao = folder / "lao.yml"
    real = lao.read_text(encoding="utf-8").replace("sample: true", "").replace("province: สมมติ", "province: ลำปาง")
    lao.write_text(real, encoding="utf-8")
    result = site.build(strict=False, SITE_URL="https://lao.go.th/")
    assert result.returncode == 0, result.stderr
    return site


def test_search_engines_keep_one_of_two_equal_front_pages(new_year: Site) -> None:
    """With one LAO both front pages name the LAO's address as theirs, and the sitemap lists it once."""
    address = "https://lao.go.th/lao-1/"
    assert [read_tree(new_year, page).xpath("//link[@rel='canonical']/@href") for page in ("", "lao-1/")] == [
        [address]
    ] * 2
    listed = re.findall("<loc>(.*?)</loc>", (new_year.built / "sitemap.xml").read_text(encoding="utf-8"))
    assert listed.count(address) == 1
    assert "https://lao.go.th/" not in listed


def test_empty_plans_say_how_to_start(tmp_path: Path) -> None:
    """Without any LAO the site builds and explains the first steps."""
    site = build(tmp_path / "empty")

    assert "lao.yml" in read_text(site, "")


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """Build a small LAO alone, and again with projects that its plan took in later, among others; with papers."""
    small, large = (
        Site(tmp_path_factory.mktemp("grown") / f"of-{projects}", has_handbook=False) for projects in (3, 9)
    )
    write_lao(small.plans / "lao-1", projects=3, rounds=ROUNDS)
    write_lao(large.plans / "lao-1", projects=9, rounds=ROUNDS)
    write_lao(large.plans / "lao-2", projects=9)
    for site in (small, large):
        result = site.build(strict=False, papers=True)
        assert result.returncode == 0, result.stderr
    return small, large


def test_later_amendment_leaves_an_earlier_report_alone(grown: tuple[Site, Site]) -> None:
    """Projects added in 2568 leave the 2566 reports byte-identical, pages and papers."""
    assert "โครงการที่ ๙" in read_text(grown[1], "lao-1/2566-2570/")
    for round_ in ROUNDS:
        small, large = (
            {path: data for path, data in read_under(site, "lao-1").items() if round_ in path} for site in grown
        )
        assert small == large
        assert {".html", ".pdf"} <= {Path(path).suffix for path in small}


def test_page_does_not_grow_with_other_projects_or_laos(grown: tuple[Site, Site]) -> None:
    """A card's HTML is as long in a site with 2 LAOs of 9 projects as in one with a single small LAO."""
    small, large = grown

    assert large.read("lao-1/2566-2570/projects/p002/") == small.read("lao-1/2566-2570/projects/p002/")
    assert large.read("lao-1/reports/") == small.read("lao-1/reports/")


def write_lao(folder: Path, *, projects: int, rounds: tuple[str, ...] = ()) -> Path:
    """Write an LAO with some projects that have nothing but a name, those after the third from 2568 on; the first is done."""
    (folder / "2566-2570").mkdir(parents=True)
    (folder / "lao.yml").write_text(
        f"type: เทศบาลตำบล\nname: หนอง{folder.name}\nprovince: สมมติ\nsample: true\n", encoding="utf-8"
    )
    cards = [
        {"id": f"p{n:03}", "number": str(n), "name": f"โครงการที่ {n}", "mission": "2.1"}
        | ({"from": 2568} if n > 3 else {})
        for n in range(1, projects + 1)
    ]
    plan = {"years": "2566-2570", "projects": cards}
    (folder / "2566-2570" / "plan.yml").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    for round_ in rounds:
        (folder / "progress").mkdir(exist_ok=True)
        (folder / "progress" / f"{round_}.yml").write_text(
            "projects:\n  - {project: p001, status: done, results: อบรมแล้ว}\n", encoding="utf-8"
        )
    return folder


def test_generated_pages_are_ignored_by_git() -> None:
    """What the prongsai writes is not tracked; the hand-written pages are."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert {"/content/index.md", "/content/*/", "/site/"} <= set(ignored)


def test_unpublished_memo_is_not_named_anywhere(tmp_path: Path) -> None:
    """A memo that is not public has no page, and no other page tells its subject or links to it."""
    folder = write_lao(tmp_path / "lao-1", projects=1)
    (folder / "papers").mkdir()
    (folder / "papers" / "m1.yml").write_text(
        "kind: บันทึกข้อความ\nsubject: เรื่องภายใน\ndate: 1 ตุลาคม 2565\nunit: ก\naddressee: ข\npublic: ไม่ใช่\n",
        encoding="utf-8",
    )
    (folder / "2566-2570" / "plan.yml").write_text("years: 2566-2570\nannouncement: m1\n", encoding="utf-8")
    site = Site(tmp_path / "site", has_handbook=False)
    site.add(folder)
    site.build()

    assert list_pages(site)
    assert not [page for page in list_pages(site) if "เรื่องภายใน" in page.read_text(encoding="utf-8")]
    assert not (site.built / "lao-1" / "announcements" / "m1").exists()


def test_new_fiscal_year_is_not_compared_with_the_old_one(new_year: Site) -> None:
    """The first round of a year is not held against the last of the year before."""
    assert "ยังไม่มีรายงานรอบก่อนหน้าของปีงบประมาณนี้" in read_text(new_year, "lao-1/")
