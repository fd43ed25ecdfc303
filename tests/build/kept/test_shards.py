"""A site that several machines build which share nothing but its files."""

from __future__ import annotations

import io
import json
import logging
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import Site
from prongsai.build.kept.cache import Cache
from prongsai.build.kept.costs import Costs, share_out
from prongsai.build.kept.entry import KeptFile
from prongsai.build.kept.parcel import pack_entries, take_in
from prongsai.cli.main import cli
from small_site import ROUND, add_lao, begin_site, build_site, note_reads, write


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site with three small LAOs on a fixed day."""
    site = begin_site(tmp_path, monkeypatch)
    add_lao(site, "banlom", "บ้านลม")
    return site


@pytest.fixture(autouse=True)
def _other_tests_read_messages() -> Iterator[None]:
    """Let MkDocs tell again what these commands keep it from telling."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    yield
    logger.setLevel(level)


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


@pytest.mark.parametrize(
    "text",
    ["", "[1]", '{"a": "x"}', '{"a": -1}', '{"a": null}', '{"a": Infinity}', "[" * 100_000, f'{{"a": 1{"0" * 400}}}'],
)
def test_damaged_costs_are_none(tmp_path: Path, text: str) -> None:
    """What cannot be read is measured again."""
    (tmp_path / "costs.json").write_text(text, encoding="utf-8")
    assert Costs(tmp_path).seconds == {}


def pack_lao(folder: Path, slug: str, page: str = "") -> bytes:
    """Return an archive with an LAO of one page, as another machine sends it."""
    write(folder / "page.html", "หน้า")
    there = Cache(folder / "there")
    there.store(slug, "key", [(KeptFile(f"{slug}/page.html", "page.html", page), folder / "page.html")])
    pack_entries(there.folder, [there.folder / slug / "key"], folder / "packed")
    return (folder / "packed").read_bytes()


def pack(**member: Any) -> bytes:
    """Return an archive with one thing in it."""
    info, data = tarfile.TarInfo("x"), io.BytesIO()
    for name, value in member.items():
        setattr(info, name, value)
    with tarfile.open(fileobj=data, mode="w:gz", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(info, io.BytesIO(bytes(info.size)))
    return data.getvalue()


@pytest.mark.parametrize(
    "member",
    [
        {"type": tarfile.SYMTYPE, "linkname": "y"},
        {"type": tarfile.LNKTYPE, "linkname": "gone"},
        {"pax_headers": {"path": "a\0b"}},
        {"pax_headers": {"mtime": "nan"}},
        {"name": "a/" * 3_000 + "b"},
        {"size": 3_000_000},
    ],
    ids=["link", "hard-link", "nul", "nan", "deep", "bomb"],
)
def test_hostile_archives_are_refused(tmp_path: Path, member: dict[str, Any]) -> None:
    """Whatever Python's library stumbles over; nothing of it stays."""
    with pytest.raises(OSError, match=r"^[^\[]*$"):  # it is none of the system's
        take_in(io.BytesIO(pack(**member)), Cache(tmp_path), {"x"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "page",
    ["index.md", "bannam/index.md", "bandin/../index.md", "/bandin/a.md", "bandin/..\\a.md", "bandin//a", "bandin/\0"],
)
def test_entry_writes_for_its_own_lao_only(tmp_path: Path, page: str) -> None:
    """What another machine says of its files leads neither to those of others nor out of the site."""
    archive = pack_lao(tmp_path, "bandin", page)
    assert take_in(io.BytesIO(archive), Cache(tmp_path / "here"), {"bandin", "bannam"}) == set()
    assert take_in(io.BytesIO(pack_lao(tmp_path, "bandin", "bandin/a..b.md")), Cache(tmp_path / "here"), {"bandin"})


def test_damage_anywhere_is_noticed(tmp_path: Path) -> None:
    """Also where all that was packed could be read, as far as it came."""
    whole = pack_lao(tmp_path, "bandin")
    assert take_in(io.BytesIO(whole), Cache(tmp_path / "here"), {"bandin"}) == {"bandin"}
    for damaged in (whole[:-4], whole[:-8] + b"xxxx" + whole[-4:]):
        with pytest.raises(OSError) as refused:  # noqa: PT011 - the words are gzip's
            take_in(io.BytesIO(damaged), Cache(tmp_path / "there"), {"bandin"})
        assert refused.value.errno is None


def test_one_bad_archive_does_not_stop_the_others(site: Site, tmp_path: Path) -> None:
    """An LAO that came twice counts once, another site's not at all."""
    for name in ("bandin", "bannam", "elsewhere"):
        (tmp_path / f"{name}.tar.gz").write_bytes(pack_lao(tmp_path / name, name))
    write(tmp_path / "bad.tar.gz", "เสีย")

    names = ("bandin", "bad", "gone", "elsewhere", "bannam", "bandin")
    told = run(site, "take", *(str(tmp_path / f"{name}.tar.gz") for name in names))

    assert told.exit_code == 1
    assert told.stdout.startswith("รับแล้ว 2 หน่วยงาน")
    [elsewhere, bad, gone] = told.stderr.splitlines()
    assert "elsewhere.tar.gz ไม่มีหน้า" in elsewhere
    assert "bad.tar.gz ไม่ได้: ไม่ใช่ไฟล์จาก" in bad
    assert "gone.tar.gz ไม่ได้: ไม่พบ" in gone
    kept = {path.name for path in (site.folder / ".cache" / "prongsai").iterdir() if path.is_dir()}
    assert kept == {"bandin", "bannam"}


def test_what_cannot_be_kept_is_not_counted(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk: the LAO is built here later, and nobody is told that it came."""
    (tmp_path / "a.tar.gz").write_bytes(pack_lao(tmp_path, "bandin"))

    def link(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("prongsai.build.kept.cache.link", link)

    assert run(site, "take", str(tmp_path / "a.tar.gz")).stdout.startswith("รับแล้ว 0 หน่วยงาน")


def test_take_where_no_site_is(tmp_path: Path) -> None:
    """Nothing is written into a folder that is no site."""
    (tmp_path / "a.tar.gz").write_bytes(pack_lao(tmp_path / "there", "bandin"))
    place = tmp_path / "place"
    place.mkdir()

    told = CliRunner().invoke(cli, ["shards", "--site", str(place), "take", str(tmp_path / "a.tar.gz")])

    assert f"ไม่พบ {place / 'mkdocs.yml'}" in str(told.exception)
    assert list(place.iterdir()) == []


def test_only_names_that_may_be_are_shared_out(site: Site) -> None:
    """A workflow would split “my lao” in two; whoever builds the site tells how to mend the name."""
    for name in ("my lao", "บ้านไทย"):
        (site.plans / name).mkdir()
    rows = json.loads(run(site, "--runners", "1", "--json").stdout)["include"]
    assert rows == [{"shard": 1, "laos": "bandin banlom bannam"}]
    assert "ยังไม่ได้บอกหน่วยงาน" in str(run(site, "build", "", "--into", "x.tar.gz").exception)


def test_what_goes_wrong_is_told(site: Site, tmp_path: Path) -> None:
    """Wrong names, files and settings are told in Thai with what to do."""
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes(b"PK")
    for arguments, words in (
        ((), "prongsai shards --runners 4"),
        (("build", "nobody", "--into", str(broken)), "nobody"),
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
