"""A site that several machines build which share nothing but its files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import Site
from prongsai.build.kept.costs import Costs, share_out
from prongsai.cli.main import cli
from small_site import ROUND, add_lao, begin_site, build_site, note_reads, write


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site with three small LAOs on a fixed day."""
    site = begin_site(tmp_path, monkeypatch)
    add_lao(site, "banlom", "บ้านลม")
    return site


def run(site: Site, *arguments: str) -> Result:
    """Call ``prongsai shards`` for a site."""
    return CliRunner().invoke(cli, ["shards", *arguments, "--site", str(site.folder)])


def copy_machine(site: Site, name: str) -> Site:
    """Return another machine with the same files, on which nothing was built."""
    target = site.folder.parents[1] / name / "lao"
    shutil.copytree(site.folder, target, ignore=shutil.ignore_patterns(".cache", "site"))
    return Site(target)


@pytest.mark.slow
def test_shards_make_the_same_site(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two machines build what one does; the third builds nothing, apart from what the second did not send."""
    alone = build_site(site, has_cache=False)
    rows = json.loads(run(site, "--runners", "2", "--json").stdout)["include"]
    archives = []
    for row in rows:
        machine = copy_machine(site, f"runner-{row['shard']}")
        archives.append(tmp_path / f"shard-{row['shard']}.tar.gz")
        assert run(machine, "build", row["laos"], "--into", str(archives[-1])).exit_code == 0
    last, left = copy_machine(site, "last"), copy_machine(site, "left")
    read = note_reads(monkeypatch)

    assert run(last, "take", *map(str, archives)).stdout.startswith("รับแล้ว 3 หน่วยงาน")
    assert build_site(last) == alone
    assert read == []
    assert run(left, "take", str(archives[0])).exit_code == 0
    assert build_site(left) == alone
    assert set(read) == set(rows[1]["laos"].split())
    assert Costs(last.folder / ".cache" / "prongsai").seconds.keys() == {"bandin", "bannam", "banlom"}


def test_site_that_is_too_large_for_pages(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is told, and what to do where it is over the limit."""
    write(site.built / "index.html", "x" * 2_000)
    assert run(site, "measure").stdout == "เว็บไซต์ใหญ่ 0.0 MB ลงใน GitHub Pages ได้\n"
    monkeypatch.setattr("prongsai.build.shards.PAGES_LIMIT", 1_000)
    assert "จังหวัดละหนึ่งแห่ง" in str(run(site, "measure").exception)


@pytest.mark.slow
def test_what_is_kept_is_not_built_again(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that keeps its cache builds what changed, and sends an LAO with errors to who tells of them."""
    archive = tmp_path / "shard.tar.gz"
    run(site, "build", "bandin bannam", "--into", str(archive))
    write(site.plans / "bannam" / "progress" / "2566-12.yml", ROUND.format(disbursed="มาก"))
    built: list[tuple[str, ...]] = []
    monkeypatch.setattr("prongsai.build.run.build_apart", lambda task, _: built.append(task.slugs))

    told = run(site, "build", "bandin", "bannam", "--into", str(archive))

    assert built == [("bannam",)]
    assert told.stdout == f"เก็บ 1 จาก 2 หน่วยงานลงใน {archive}\n"
    assert "bannam" in told.stderr


def test_shards_take_about_as_long() -> None:
    """Neighbours stay together, so that each machine finds what it kept; those without anything to do are left out."""
    weights = {"a": 9.0, "b": 5.0, "c": 4.0, "d": 3.0, "e": 3.0}

    assert share_out(weights, 2) == [["a", "b"], ["c", "d", "e"]]
    assert share_out(weights | {"bb": 0.1}, 2) == [["a", "b"], ["bb", "c", "d", "e"]]
    assert share_out(weights, 9) == [["a"], ["b"], ["c"], ["d"], ["e"]]
    assert share_out({"a": 0.0, "b": 0.0}, 2) == [["a", "b"]]
    assert share_out({}, 3) == []


def test_costs_of_new_laos_follow_from_their_size(tmp_path: Path) -> None:
    """Two seconds for 100 bytes make six of 300; without any measure sizes are compared."""
    costs = Costs(tmp_path)
    assert costs.weigh({"new": 300, "old": 100}) == {"new": 300, "old": 100}
    costs.note({"old": 2.0})
    assert Costs(tmp_path).weigh({"new": 300, "old": 100}) == {"new": 6.0, "old": 2.0}


@pytest.mark.parametrize("text", ["", "[1]", '{"a": "x"}', '{"a": -1}'])
def test_damaged_costs_are_none(tmp_path: Path, text: str) -> None:
    """What cannot be read is measured again."""
    (tmp_path / "costs.json").write_text(text, encoding="utf-8")
    assert Costs(tmp_path).seconds == {}


def test_what_goes_wrong_is_told(site: Site, tmp_path: Path) -> None:
    """Wrong names, files and settings are told in Thai with what to do."""
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes(b"PK")
    for arguments, words in (
        ((), "prongsai shards --runners 4"),
        (("build", "nobody", "--into", str(broken)), "nobody"),
        (("take", str(tmp_path / "gone.tar.gz")), "gone.tar.gz"),
        (("take", str(broken)), "มาไม่ครบ"),
    ):
        found = run(site, *arguments)
        assert found.exit_code
        assert words in str(found.exception)
    assert "mkdocs build" in str(run(site, "measure").exception)
    settings = site.folder / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("plugins: [prongsai]", "plugins: [{prongsai: {cache: false}}]"),
        encoding="utf-8",
    )
    assert "cache: false" in str(run(site, "build", "bandin", "--into", str(broken)).exception)
