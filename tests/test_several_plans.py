"""An LAO with two plans side by side, and one whose plan is known only from its report."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from conftest import ROOT, Site
from lxml import html
from prongsai.addresses import name_printed
from prongsai.build.checked import check_plans
from prongsai.build.lao import Settings
from prongsai.build.site import write_site
from prongsai.documents.shelf import Shelf
from prongsai.figures import ledger as ledger_module
from prongsai.figures.ledger import Ledger
from prongsai.figures.money_sum import MoneySum
from prongsai.figures.oit import OitState
from prongsai.figures.plan_budget import compute_budget_row, group_by_dimension
from prongsai.figures.round_results import ResultSums
from prongsai.load.assemble import load_plans
from prongsai.load.sources import LoadedDossier
from prongsai.outputs.pdf import output as pdf
from prongsai.outputs.record import NAME as RECORD
from prongsai.outputs.word import output as word
from prongsai.records.dossier import RoundKey
from prongsai.records.oit import OitKind

pytestmark = pytest.mark.slow

FOLDER = ROOT / "tests" / "several_plans"
FIGURES = (FOLDER / "FIGURES.md").read_text(encoding="utf-8")
TODAY = dt.date(2028, 5, 1)  # in FY 2571, the first year of the second plan
OLD, NEXT = "pasang/2566-2570", "pasang/2571-2575"
NEXT_FILES = ("progress/2571-06", "papers/adopt-2570", "papers/order-158-2570", "papers/report-2571-06")
# Of the warnings that the two LAOs have on purpose: file, and what explains it.
EXPLAINED = {
    "pasang/lao.yml": (
        "ignore:\n  - {rule: oit-item-missing, kind: measures, reason: ยังไม่ได้คัดมาลง}\n"
        "  - {rule: oit-item-missing, kind: annual, reason: ยังไม่ได้คัดมาลง}\n"
    ),
    "pasang/progress/2568-06.yml": "ignore:\n  - {rule: missing-progress, reason: รายงานไม่มีผลของโครงการเหล่านี้}\n",
    "pasang/progress/2571-06.yml": "ignore:\n  - {rule: missing-progress, reason: รายงานไม่มีผลของโครงการนี้}\n",
}


def read_table(heading: str) -> dict[str, list[str]]:
    """Return the rows of the table under a heading of FIGURES.md by their first cell, the head left out."""
    text = FIGURES.split(f"### {heading}", 1)[1].split("\n#", 1)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    return {first: others for first, *others in rows[2:]}


def write_sum(total: MoneySum) -> str:
    """Return a sum as FIGURES.md writes it."""
    if total.is_complete:
        return "no money" if total.is_without_budget else f"{total.amount:,.2f}"
    unknown = total.unknown
    return f"at least {total.amount:,.2f} ({unknown} unknown)" if total.amount else f"unknown ({unknown})"


def write_row(sums: ResultSums) -> list[str]:
    """Return the counts and the money of some results as a row of FIGURES.md, the shares left out."""
    counts = sums.counts
    numbers = (counts.total, counts.done, counts.in_progress, counts.waiting, counts.cannot)
    return [*map(str, numbers), *map(write_sum, (sums.planned, sums.ordinance, sums.disbursed))]


def load(slug: str) -> LoadedDossier:
    """Read one of the LAOs."""
    [loaded] = load_plans(FOLDER, only=slug)
    assert isinstance(loaded, LoadedDossier)
    return loaded


def copy_plans(folder: Path, *slugs: str) -> Path:
    """Return a folder of plans with copies of LAOs."""
    for slug in slugs:
        shutil.copytree(FOLDER / slug, folder / "plans" / slug)
    return folder / "plans"


def write(plans: Path) -> dict[str, bytes]:
    """Write the site of a folder of plans and return the bytes of every file."""
    checked = check_plans(plans)
    assert checked.is_publishable()
    content = plans.parent / "content"
    with pytest.MonkeyPatch.context() as patch:  # what a card shows tells of a change as its picture does
        patch.setattr("prongsai.outputs.identity.output._draw_card", lambda *shown: repr(shown).encode())
        write_site(checked, content, Settings(TODAY, "ทดสอบ", "https://www.example.go.th/"))
    files = (path for path in content.rglob("*") if path.is_file() and path.name != RECORD)
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in files}


def list_paper_keys(plans: Path, slug: str = "pasang") -> dict[str, str]:
    """Return the key of every PDF and Word file of an LAO; equal keys make equal bytes."""
    [loaded] = load_plans(plans, only=slug)
    assert isinstance(loaded, LoadedDossier)
    shelf = Shelf(loaded.ledger)
    with pdf.Press() as press:
        return {
            artifact.path: artifact.key
            for artifact in (*pdf.list_artifacts(shelf, loaded.folder, press), *word.list_artifacts(shelf))
        }


@dataclass(frozen=True)
class Writing:
    """The site of both LAOs as it was written: the plans, the bytes of every file, what was computed how often."""

    plans: Path
    files: dict[str, bytes]
    calls: Counter[str]


@pytest.fixture(scope="module")
def writing(tmp_path_factory: pytest.TempPathFactory) -> Writing:
    """Write the site of both LAOs, and count what its ledgers compute."""
    plans = copy_plans(tmp_path_factory.mktemp("written"), "pasang", "nonghin")
    calls: Counter[str] = Counter()

    def count(compute: Callable[..., object], *args: object) -> object:
        calls[compute.__name__] += 1
        return compute(*args)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("compute_round_results", "compute_oit_years"):
            patch.setattr(ledger_module, name, partial(count, getattr(ledger_module, name)))
        return Writing(plans, write(plans), calls)


@pytest.fixture(scope="module")
def written(writing: Writing) -> dict[str, str]:
    """Return the Markdown of every page of both LAOs, with a tree's white space left as it is."""
    return {path: data.decode() for path, data in writing.files.items() if path.endswith((".md", ".csv"))}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the site of both LAOs strictly, the warnings that are there on purpose explained."""
    site = Site(tmp_path_factory.mktemp("built") / "project")
    site.add(FOLDER / "pasang", FOLDER / "nonghin")
    for name, text in EXPLAINED.items():
        path = site.plans / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    unnamed = site.plans / "nonghin" / "progress" / "2566-12.yml"
    text = unnamed.read_text(encoding="utf-8")
    note = "project: p15\n    ignore: [{rule: empty-result, reason: รายงานไม่ได้พิมพ์ผลของโครงการนี้}]\n"
    assert "project: p15\n" in text
    unnamed.write_text(text.replace("project: p15\n", note), encoding="utf-8")
    result = site.build(SOURCE_DATE_EPOCH=str(int(dt.datetime(2028, 5, 1, tzinfo=dt.UTC).timestamp())))
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    return site


ROUNDS = re.findall(r"^### (\w+) (\d{4}-\d{2}) ", FIGURES, re.MULTILINE)  # LAO and round of every table of results


def test_every_round_is_compared() -> None:
    """The tables are those of all rounds, so that the next tests leave out none."""
    assert {(slug, key.slug) for slug in ("pasang", "nonghin") for key in load(slug).dossier.rounds} == set(ROUNDS)


@pytest.mark.parametrize(("slug", "key"), ROUNDS)
def test_round_has_its_figures(slug: str, key: str) -> None:
    """Counts, money, shares and level of every round, by dimension and in all, are those computed apart."""
    round_ = load(slug).ledger.by_round[RoundKey.from_slug(key)]
    rows = {**{str(number): sums for number, sums in round_.by_dimension.items()}, "total": round_.total}
    expected = read_table(f"{slug} {key} ")

    assert {name: write_row(sums) for name, sums in rows.items()} == {name: row[:-2] for name, row in expected.items()}
    for name, sums in rows.items():
        done, used = expected[name][-2:]
        assert f"{sums.projects_percent:.2f}" == done
        assert ("at least" in used) == (sums.budget_percent is None)
        if sums.budget_percent is not None:
            assert f"{sums.budget_percent:.2f}" == used.removesuffix(" (nothing planned)")


@pytest.mark.parametrize(("slug", "key"), ROUNDS)
def test_round_has_its_level(slug: str, key: str) -> None:
    """The implementation level counts against the minimum of the round's year; without one there is none."""
    round_ = load(slug).ledger.by_round[RoundKey.from_slug(key)]
    text = FIGURES.split(f"### {slug} {key} ", 1)[1].split("\n#", 1)[0]
    told = re.search(r"minimum (\d+) = .* shown ([\d.]+), level (\S+)", text)
    ticks = re.search(r"yes (\d+), no \d+, not stated (\d+)", text)

    assert ticks
    assert (round_.in_ordinance.number or 0, round_.in_ordinance.unknown) == (int(ticks[1]), int(ticks[2]))
    if told is None:
        assert "no level" in text
        assert (round_.minimum, round_.level) == (None, None)
    else:
        assert round_.level
        assert (round_.minimum, round_.level.percent, round_.level.name.label) == (
            int(told[1]),
            Decimal(told[2]),
            told[3],
        )


@pytest.mark.parametrize(
    ("slug", "period"), [("pasang", "2566-2570"), ("pasang", "2571-2575"), ("nonghin", "2566-2570")]
)
def test_plan_has_its_figures(slug: str, period: str) -> None:
    """Projects in force and budget of every year, by the plan's own dimensions and in all, are those computed apart."""
    plan = load(slug).dossier.plans[period]
    groups = [*group_by_dimension(plan.projects, plan).values(), list(plan.projects)]
    # The tables of the two LAOs stand under equal headings, each in its LAO's part.
    part = FIGURES.split(f"## {slug}: ", 1)[1].split(f"### plan {period}: ", 1)[1].split("\n#", 1)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("|")]

    computed = {
        str(year): [
            f"{sum(project.is_in_force(year) for project in group)} projects, "
            + write_sum(compute_budget_row(group, plan).by_year[year])
            for group in groups
        ]
        for year in plan.years.span
    }
    assert part.startswith(f"{len(plan.projects)} projects in all")
    assert computed == {first: others for first, *others in rows[2:]}


def test_site_builds_strictly(built: Site) -> None:
    """Both LAOs stand side by side, and every address carries the plan's period."""
    addresses = {path.parent.relative_to(built.built).as_posix() for path in built.built.rglob("index.html")}

    assert {OLD, NEXT, f"{OLD}/projects/p01", f"{NEXT}/projects/p01", "pasang/plans"} <= addresses
    assert not [address for address in addresses if re.match(r"(pasang|nonghin)/(plan|projects)(/|$)", address)]


def test_every_link_of_the_site_leads_somewhere(built: Site) -> None:
    """No page links a plan, a project or a heading that is not there."""
    pages = {path.parent.relative_to(built.built).as_posix(): path for path in built.built.rglob("index.html")}
    trees = {address: html.document_fromstring(path.read_text(encoding="utf-8")) for address, path in pages.items()}
    ids = {address: set(tree.xpath("//@id")) for address, tree in trees.items()}
    broken = []
    for address, tree in trees.items():
        base = "https://site/" if address == "." else f"https://site/{address}/"
        for link in tree.xpath("//a/@href"):
            target, anchor = urldefrag(urljoin(base, link))
            if target.startswith("https://site/"):
                path = target.removeprefix("https://site/").split("?")[0]
                is_there = (
                    built.built / path / "index.html" if path.endswith("/") or not path else built.built / path
                ).is_file()
                if not is_there or (anchor and anchor not in ids.get(path.strip("/") or ".", {anchor})):
                    broken.append((address, link))

    assert broken == []


@pytest.mark.parametrize(
    ("page", "own", "foreign"),
    [
        pytest.param(
            f"{OLD}/projects/p01.md", "โครงการอบรมคุณธรรมและจริยธรรมผู้บริหาร", "โครงการค่ายเยาวชนป่าซางคำ", id="old"
        ),
        pytest.param(
            f"{NEXT}/projects/p01.md", "โครงการค่ายเยาวชนป่าซางคำ", "โครงการอบรมคุณธรรมและจริยธรรมผู้บริหาร", id="next"
        ),
    ],
)
def test_each_plan_has_its_own_p01(written: dict[str, str], page: str, own: str, foreign: str) -> None:
    """Two projects with one id are two pages with their own texts."""
    assert own in written[page]
    assert foreign not in written[page]


@pytest.mark.parametrize(
    ("page", "rounds"),
    [
        pytest.param(f"{OLD}/projects/p01.md", {"2566-12", "2568-06", "2568-12", "2570-12"}, id="old"),
        pytest.param(f"{NEXT}/projects/p01.md", {"2571-06"}, id="next"),
    ],
)
def test_each_p01_has_the_results_of_its_own_rounds(written: dict[str, str], page: str, rounds: set[str]) -> None:
    """What came of one is not told of the other."""
    assert set(re.findall(r'href="[./]*/reports/(\d{4}-\d{2})/"', written[page])) == rounds


def test_dimensions_are_those_of_the_plan(written: dict[str, str]) -> None:
    """The second plan has five under its own titles, the first the four of its period."""
    for page in (f"{NEXT}/index.md", f"{NEXT}/projects/index.md", "pasang/reports/2571-06.md"):
        assert "การกำกับตรวจสอบและบริหารความเสี่ยง" in written[page]
        assert "การสร้างวัฒนธรรมสุจริต" not in written[page]
    for page in (f"{OLD}/index.md", f"{OLD}/projects/index.md", "pasang/reports/2570-12.md"):
        assert "การสร้างวัฒนธรรมสุจริต" in written[page]
        assert "การกำกับตรวจสอบและบริหารความเสี่ยง" not in written[page]


def test_front_page_shows_the_latest_round_of_all(written: dict[str, str]) -> None:
    """Whichever plan it belongs to, and links that plan's projects."""
    text = written["pasang/index.md"]

    assert '<a href="reports/2571-06/">ปีงบประมาณ พ.ศ. ๒๕๗๑ รอบ ๖ เดือน</a> ของแผน พ.ศ. ๒๕๗๑ - ๒๕๗๕' in text
    assert '<a href="2571-2575/projects/">เสร็จ ๔ จาก ๑๐ โครงการ</a>' in text


def test_list_has_both_plans(written: dict[str, str]) -> None:
    """The newest first, each with its page, its projects, its budget and its reports."""
    text = written["pasang/plans/index.md"]
    new, old = (text.index(f'<a href="../{period}/">') for period in ("2571-2575", "2566-2570"))

    assert new < old
    assert re.findall(r'href="\.\./reports/(\d{4}-\d{2})/', text[new:old]) == ["2571-06"]
    assert re.findall(r'href="\.\./reports/(\d{4}-\d{2})/', text[old:]) == ["2570-12", "2568-12", "2568-06", "2566-12"]
    assert "๗๑๗,๕๐๐ บาท" in text[new:old]
    assert "๑,๑๖๔,๐๐๐ บาท" in text[old:]


def test_menu_leads_to_the_current_plan(built: Site) -> None:
    """In FY 2571 that is the second one, on every page of the LAO, those of the first plan included."""
    for address in ("pasang", OLD, f"{OLD}/projects/p01", "pasang/reports/2566-12"):
        base = f"https://site/{address}/"
        tree = html.document_fromstring(built.read(address))
        links = tree.xpath("//nav[.//a[normalize-space()='ข้อสังเกตเกี่ยวกับข้อมูล']]//a[@href]")
        menu = {link.text_content().strip(): urljoin(base, link.get("href")) for link in links}

        assert menu["แผนปฏิบัติการ"] == f"https://site/{NEXT}/"
        assert menu["โครงการ"] == f"https://site/{NEXT}/projects/"


def test_papers_tell_the_plan_that_they_belong_to(written: dict[str, str]) -> None:
    """The second plan is adopted while the first one runs, and the report of 2570 is announced when the second one runs."""
    assert "(พ.ศ. ๒๕๗๑ - ๒๕๗๕)" in written["pasang/announcements/adopt-2570.md"]
    assert "(พ.ศ. ๒๕๖๖ - ๒๕๗๐)" in written["pasang/announcements/report-2570-12.md"]
    assert "(พ.ศ. ๒๕๗๑ - ๒๕๗๕)" not in written["pasang/announcements/report-2570-12.md"]


def test_ita_year_of_the_change_asks_for_both_plans(written: dict[str, str]) -> None:
    """ITA 2571: the plan of 2571-2575, and the annual report of 2570."""
    links = re.findall(r'href="\.\./\.\./([^"]+)"', written["pasang/oit/2571.md"])

    assert "2571-2575/" in links
    assert "reports/2570-12/" in links
    assert "2566-2570/" not in links


LISTS = {
    "compare/index.md",
    "pasang/compare/index.md",
    "index.md",
    "pasang/index.md",
    "pasang/assets/card.png",
    "pasang/plans/index.md",
    "pasang/reports/index.md",
    "pasang/announcements/index.md",
    "pasang/oit/index.md",
    "pasang/oit/2571.md",
    "pasang/oit/pasang-oit-2571.csv",
    "pasang/oit/2572.md",
    "pasang/oit/pasang-oit-2572.csv",
    "pasang/notes/index.md",
    "pasang/contact/index.md",
    "pasang/search/index.md",
    "pasang/feed.xml",
    "pasang/embed/index.html",
    *(f"pasang/embed/chart-{name}.html" for name in ("money", "progress", "status")),
}


def _is_of_all(path: str) -> bool:
    """Tell whether a file holds what all plans or all LAOs have."""
    return "data/" in path or path.startswith("portal/")


def test_nothing_of_the_first_plan_changes_when_the_second_arrives(writing: Writing, tmp_path: Path) -> None:
    """Pages and papers stay byte for byte, lists and pages of the whole LAO apart; so do other LAOs."""
    alone = copy_plans(tmp_path / "alone", "pasang", "nonghin")
    shutil.rmtree(alone / NEXT)
    for name in NEXT_FILES:
        (alone / "pasang" / f"{name}.yml").unlink()
    before = {**write(alone), **list_paper_keys(alone)}
    after = {**writing.files, **list_paper_keys(writing.plans)}

    assert [path for path in before if path not in after] == []
    changed = {path for path in before if after[path] != before[path]}
    assert {path for path in changed if not _is_of_all(path)} <= LISTS
    kept = Counter(path.rpartition(".")[2] for path in before if path.startswith(f"{OLD}/"))
    assert kept == {"md": 18, "pdf": 17, "png": 16, "xml": 16}
    new = {path for path in after if path not in before and not path.startswith((f"{NEXT}/", "pasang/embed/"))}
    assert {path for path in new if not _is_of_all(path)} == {
        "compare/2571-06.md",
        "pasang/reports/2571-06.png",
        *(
            name_printed(page, ending) if ending else page
            for page, endings in {
                "pasang/reports/2571-06.md": ("", "pdf"),
                **dict.fromkeys(
                    (f"pasang/{name.replace('papers', 'announcements')}.md" for name in NEXT_FILES[1:]),
                    ("", "pdf", "docx"),
                ),
            }.items()
            for ending in endings
        ),
    } | {
        f"pasang/reports/2571-06/{part}.md"
        for part in (
            "eplan",
            *(f"{part}{page}" for part in ("results", "narrative") for page in ("", *(f"/{n}" for n in range(1, 6)))),
        )
    }


def test_each_round_is_computed_once_in_a_build(writing: Writing) -> None:
    """Checks, pages, papers and lists take their figures from one ledger of each LAO."""
    assert writing.calls == {"compute_round_results": len(ROUNDS), "compute_oit_years": 2}


def test_reported_plan_has_projects_and_no_plan(written: dict[str, str]) -> None:
    """Nobody wrote the plan down here: its address has no page, the list says so, the projects have theirs."""
    assert "nonghin/2566-2570/index.md" not in written
    assert "nonghin/2566-2570/projects/p15.md" in written
    assert 'href="../2566-2570/"' not in written["nonghin/plans/index.md"]
    assert "ยังไม่ได้เผยแพร่ตัวแผนบนเว็บไซต์นี้" in written["nonghin/plans/index.md"]


def test_reported_plan_has_no_paper_but_its_report() -> None:
    """No PDF pretends to be the plan or a card of it."""
    assert set(list_paper_keys(FOLDER, "nonghin")) == {
        "nonghin/reports/nonghin-report-2566-12.pdf",
        "nonghin/announcements/nonghin-paper-report-2566-12.pdf",
        "nonghin/announcements/nonghin-paper-report-2566-12.docx",
    }


def test_reported_plan_answers_no_oit_item() -> None:
    """No year's item of the plan counts it; the report's own item is there."""
    items = [item for of_year in Ledger(load("nonghin").dossier).oit_items.values() for item in of_year]

    assert {item.state for item in items if item.kind is OitKind.PLAN} == {OitState.MISSING}
    assert [item.fiscal_year for item in items if item.kind is OitKind.ANNUAL and item.is_published] == [2566]


def test_budget_counts_for_the_reported_year_only() -> None:
    """149,500 baht in 2566; of the other years nothing is known, so nothing is multiplied by five."""
    budget = load("nonghin").ledger.budgets["2566-2570"]

    assert (budget.by_year[2566].amount, budget.by_year[2566].is_complete) == (149_500, True)
    assert all(budget.by_year[year].amount == 0 and not budget.by_year[year].is_complete for year in range(2567, 2571))
    assert budget.total.amount == 149_500


def test_unnamed_project_is_shown_as_such(written: dict[str, str]) -> None:
    """It is counted with its money and its dimension, and no name is made up."""
    title = "โครงการที่เอกสารไม่ได้ระบุชื่อ"
    page = written["nonghin/2566-2570/projects/p15.md"]

    assert f"# {title} {{#top}}" in page
    assert "๑๕,๐๐๐" in page
    assert "๓. การส่งเสริมบทบาทและการมีส่วนร่วมของภาคประชาชน" in page
    for name in ("nonghin/2566-2570/projects/index.md", "nonghin/reports/2566-12/results/3.md"):
        assert title in written[name]


def test_card_of_a_reported_project_has_no_empty_sections(written: dict[str, str]) -> None:
    """Headings of the official form without content are neither shown nor told to be missing."""
    page = written["nonghin/2566-2570/projects/p01.md"]

    assert re.findall(r"^## (.+?) \{", page, re.MULTILINE) == ["ชื่อโครงการ", "งบประมาณดำเนินการ", "ความก้าวหน้า"]
    assert "ไม่มีหัวข้อต่อไปนี้" not in page
