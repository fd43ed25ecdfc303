"""Addresses that were published: noted by a command, missed by the checker, led on by the site."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner, Result
from conftest import Site
from prongsai.build.checked import check_plans
from prongsai.build.lao import Settings
from prongsai.build.site import write_site
from prongsai.cli.main import cli
from prongsai.exceptions import HandWrittenPageError, ProngsaiError

LAO = "type: เทศบาลตำบล\nname: หนองดี\nprovince: เชียงราย\nminimum_projects: {2566: 1}\n"
PLAN = """projects:
  - {id: p01, number: 1, name: โครงการอบรม, mission: 1.1, budget: 100}
  - {id: p02, number: 2, name: โครงการตรวจสอบ, mission: 1.1, budget: 100}
"""
PAPER = "kind: ประกาศ\nsubject: ใช้แผน\ndate: 1 ตุลาคม 2565\nparagraphs: ประกาศใช้แผน\n"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Return a folder of plans with one LAO."""
    write(tmp_path / "plans", "lao.yml", LAO)
    write(tmp_path / "plans", "2566-2570/plan.yml", PLAN)
    write(tmp_path / "plans", "papers/adopt-2565.yml", PAPER)
    return tmp_path / "plans"


def write(plans: Path, name: str, text: str, slug: str = "nongdee") -> None:
    """Write a file of an LAO."""
    path = plans / slug / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(plans: Path, *options: str) -> Result:
    """Run the command inside this process."""
    return CliRunner().invoke(cli, ["addresses", "--plans", str(plans), *options])


def find_rules(plans: Path) -> set[str]:
    """Return the rules about addresses that find something."""
    return {problem.rule for problem in check_plans(plans).problems if "address" in problem.rule}


def test_noted_address_that_goes_is_missed_until_it_is_let_go(plans: Path) -> None:
    """The command notes, check tells, an alias or ``--remove`` settles it; a build changes nothing of it."""
    assert run(plans).exit_code == 0
    book = plans / "nongdee" / "addresses.yml"
    noted = book.read_text("utf-8")
    assert "  - 2566-2570/projects/p01/\n" in noted
    assert find_rules(plans) == set()
    assert run(plans).stdout == ""

    write(plans, "2566-2570/plan.yml", PLAN.replace("id: p01", "id: p1"))
    (plans / "nongdee" / "papers" / "adopt-2565.yml").unlink()
    assert find_rules(plans) == {"lost-address", "unnoted-address"}
    run(plans)
    assert "  - 2566-2570/projects/p01/\n  - 2566-2570/projects/p02/\n  - 2566-2570/projects/p1/\n" in book.read_text(
        "utf-8"
    )
    assert find_rules(plans) == {"lost-address"}

    write(plans, "2566-2570/plan.yml", PLAN.replace("id: p01", "aliases: p01, id: p1"))
    run(plans, "--lao", "nongdee", "--remove", "announcements/adopt-2565/")
    assert find_rules(plans) == set()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--remove", "nongdee"), "ยังมีหน้า"),
        (("--remove", "maimai"), "ไม่มีที่อยู่"),
        (("--lao", "nongdee", "--remove", "2566-2570/"), "ยังมีหน้า"),
        (("--lao", "nongdee", "--remove", "2566-2570/projects/p09/"), "ไม่มีที่อยู่"),
    ],
    ids=["lao there", "lao unknown", "there", "unknown"],
)
def test_what_cannot_be_let_go(plans: Path, options: tuple[str, ...], told: str) -> None:
    """The command says why, and writes nothing."""
    run(plans)
    before = (plans / "nongdee" / "addresses.yml").read_bytes()
    result = run(plans, *options)

    assert isinstance(result.exception, ProngsaiError)
    assert told in str(result.exception)
    assert (plans / "nongdee" / "addresses.yml").read_bytes() == before


def test_lao_that_goes_is_missed_until_it_is_let_go(plans: Path) -> None:
    """A whole LAO that disappears is told, unless another takes its readers, or the command lets it go."""
    other = LAO.replace("หนองดี", "ใหม่ใหม่")
    write(plans, "lao.yml", other, "maimai")
    run(plans)
    assert find_rules(plans) == set()

    (plans / "nongdee").rename(plans.parent / "elsewhere")
    write(plans, "lao.yml", other.replace("ใหม่ใหม่", "ดงดี"), "dongdee")
    found = [(str(problem.where), problem.rule) for problem in check_plans(plans).problems]
    assert found == [("plans/addresses.yml:3:1", "unnoted-address"), ("plans/addresses.yml:5:5", "lost-address")]
    assert check_plans(plans, only="maimai").problems == ()

    write(plans, "lao.yml", f"{other}aliases: nongdee\n", "maimai")
    assert find_rules(plans) == {"unnoted-address"}
    write(plans, "lao.yml", other, "maimai")
    assert run(plans, "--remove", "nongdee").exit_code == 0
    assert find_rules(plans) == set()


@pytest.mark.parametrize("text", ["laos: nongdee\n", "laos: [A B]\n", "lao: x\n", "[\n", ""])
def test_list_that_cannot_be_read(plans: Path, text: str) -> None:
    """It is told as any file is, and nothing is written over it."""
    (plans / "addresses.yml").write_text(text, "utf-8")
    result = run(plans)

    assert result.exit_code == 1
    assert "plans/addresses.yml:" in result.stdout
    assert (plans / "addresses.yml").read_text("utf-8") == text


def test_data_with_errors_are_not_noted(plans: Path) -> None:
    """What cannot be read has no addresses; those that were noted stay."""
    write(plans, "papers/adopt-2565.yml", "kind: จดหมาย\n")
    result = run(plans)

    assert result.exit_code == 1
    assert not (plans / "nongdee" / "addresses.yml").exists()


def build(plans: Path) -> Path:
    """Write the pages, and return their folder."""
    content = plans.parent / "content"
    write_site(check_plans(plans), content, Settings(dt.date(2025, 5, 1)))
    return content


def list_redirects(content: Path) -> dict[str, str]:
    """Return the address that each page leads to at once, by its own."""
    found = {}
    for page in content.rglob("*.md"):
        target = re.search(r'^redirect: "(.*)"$', page.read_text("utf-8"), re.MULTILINE)
        address = page.relative_to(content).as_posix().removesuffix(".md").removesuffix("/index") + "/"
        if target:
            found[address] = urljoin(f"https://a.example/{address}", target[1]).removeprefix("https://a.example/")
    return found


def test_former_addresses_lead_to_pages(plans: Path) -> None:
    """Every former address of a project, a plan and a paper leads to a page that is there, and never to another such."""
    write(plans, "2566-2570/plan.yml", "aliases: 2566-2569\n" + PLAN.replace("id: p01", "aliases: [p1, p001], id: p01"))
    write(plans, "papers/adopt-2565.yml", f"{PAPER}aliases: adopt\n")
    content = build(plans)

    front = "nongdee/2566-2570/"
    assert list_redirects(content) == {
        "nongdee/2566-2569/": front,
        "nongdee/2566-2569/projects/": f"{front}projects/",
        "nongdee/announcements/adopt/": "nongdee/announcements/adopt-2565/",
        **{f"nongdee/2566-2569/projects/{id_}/": f"{front}projects/p01/" for id_ in ("p01", "p1", "p001")},
        "nongdee/2566-2569/projects/p02/": f"{front}projects/p02/",
        **{f"{front}projects/{id_}/": f"{front}projects/p01/" for id_ in ("p1", "p001")},
    }


def test_former_name_of_an_lao_leads_to_all_its_pages(plans: Path) -> None:
    """Each page of the LAO can be reached below its former name; without the alias these pages go again."""
    write(plans, "lao.yml", f"{LAO}aliases: nong-dee\n")
    content = build(plans)
    pages = {page.relative_to(content / "nongdee") for page in (content / "nongdee").rglob("*.md")}

    assert {page.relative_to(content / "nong-dee") for page in (content / "nong-dee").rglob("*.md")} == pages
    assert len(list_redirects(content)) == len(pages)

    write(plans, "lao.yml", LAO)
    build(plans)
    assert not (content / "nong-dee").exists()


def test_folder_of_an_lao_that_was_renamed(plans: Path) -> None:
    """What an earlier build wrote under the former name makes room for what leads on."""
    content = build(plans)
    (plans / "nongdee").rename(plans / "nongdee-city")
    write(plans, "lao.yml", f"{LAO}aliases: nongdee\n", "nongdee-city")
    build(plans)

    assert list_redirects(content)["nongdee/2566-2570/projects/p01/"] == "nongdee-city/2566-2570/projects/p01/"
    assert not (content / "nongdee" / ".prongsai.json").exists()


def test_page_that_a_person_wrote_is_kept(plans: Path) -> None:
    """A former address at which somebody wrote a page is told, not written over."""
    write(plans, "2566-2570/plan.yml", PLAN.replace("id: p01", "aliases: p1, id: p01"))
    page = plans.parent / "content" / "nongdee" / "2566-2570" / "projects" / "p1.md"
    page.parent.mkdir(parents=True)
    page.write_text("# ของเรา\n", "utf-8")

    with pytest.raises(HandWrittenPageError):
        build(plans)
    assert page.read_text("utf-8") == "# ของเรา\n"


def test_alias_of_an_lao_that_is_anothers(plans: Path) -> None:
    """No LAO takes the readers of another, and no two take the same."""
    write(plans, "lao.yml", f"{LAO}aliases: [maimai, old]\n")
    write(plans, "lao.yml", LAO.replace("หนองดี", "ใหม่ใหม่") + "aliases: old\n", "maimai")

    found = [(str(p.where), p.rule) for p in check_plans(plans).problems if p.rule == "lao-alias"]
    assert found == [("plans/nongdee/lao.yml:5:11", "lao-alias"), ("plans/nongdee/lao.yml:5:19", "lao-alias")]


@pytest.mark.slow
def test_built_page_leads_on_at_once(plans: Path) -> None:
    """It refreshes within the policy, names the page of today as its own, and stands in no list of pages."""
    write(plans, "2566-2570/plan.yml", PLAN.replace("id: p01", "aliases: p1, id: p01"))
    write(plans, "lao.yml", f"{LAO}aliases: nong-dee\n")
    site = Site(plans.parent / "own")
    site.add(plans / "nongdee")
    result = site.build(SITE_URL="https://a.example/x/")
    assert result.returncode == 0, result.stderr

    for address in ("nongdee/2566-2570/projects/p1/", "nong-dee/2566-2570/projects/p1/"):
        page = site.read(address)
        target = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', page)
        assert target
        assert urljoin(f"https://a.example/{address}", target[1]) == "https://a.example/nongdee/2566-2570/projects/p01/"
        assert '<link rel="canonical" href="https://a.example/x/nongdee/2566-2570/projects/p01/">' in page
        assert page.count('<meta name="robots" content="noindex">') == 1
    listed = (site.built / "sitemap.xml").read_text("utf-8")
    assert "/projects/p01/" in listed
    assert "/p1/" not in listed + (site.built / "nongdee" / "search.json").read_text("cp874")
    assert "nong-dee" not in listed
