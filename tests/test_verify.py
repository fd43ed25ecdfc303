"""``prongsai verify``: a citizen's file against the list that the site published."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT
from prongsai.build.checked import check_plans
from prongsai.build.commit import Commit, find_commits
from prongsai.build.lao import Settings
from prongsai.build.site import write_site
from prongsai.cli.main import cli


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the pages and files of the made-up LAOs, as they are published."""
    folder = tmp_path_factory.mktemp("site") / "site"
    settings = Settings(dt.date(2025, 5, 1), "ทดสอบ", "https://plans.example.go.th/")
    plans = shutil.copytree(ROOT / "tests" / "plans", folder.with_name("plans"))
    with (plans / "huaimai" / "lao.yml").open("a", encoding="utf-8") as file:
        file.write("revisions: [{date: 1 ธันวาคม 2566, what: ชื่อหน่วยงาน, old: ห้วยเก่า}]\n")
    write_site(check_plans(plans), folder, settings)
    return folder


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """Return a copy that a test may change."""
    return Path(shutil.copytree(site, tmp_path / "copy"))


def run(*arguments: str | Path) -> tuple[int, list[str]]:
    """Return exit code and lines of the command."""
    result = CliRunner().invoke(cli, ["verify", *map(str, arguments)])
    assert not result.exception or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output.splitlines()


@pytest.mark.slow
def test_list_has_every_download_and_its_true_sum(site: Path) -> None:
    """Tables, workbooks, descriptions, databases, copies of signed papers: as any other program adds them up."""
    listed = dict(
        line.split("  ")[::-1] for line in (site / "data" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    files = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.parent.name in {"data", "files", "history", "oit"} and path.suffix not in {".md", ".xml", ""}
    }

    assert {
        "data/all.db",
        "data/exchange.json",
        "huaimai/history/huaimai-changes.csv",
        "nongsaeng/data/nongsaeng.xlsx",
        "nongsaeng/files/report-2566-12.pdf",
    } <= set(files)
    assert {name: listed.get(name) for name in files} == files


def test_whole_copy_is_as_published(copy: Path) -> None:
    """Nothing to tell but the count."""
    code, lines = run(copy)

    assert code == 0
    assert len(lines) == 1
    assert lines[0].startswith("ตรง ")


def test_changed_and_lost_files_are_named(copy: Path) -> None:
    """One letter is enough."""
    changed = copy / "nongsaeng" / "data" / "nongsaeng-progress.csv"
    changed.write_bytes(changed.read_bytes().replace(b"done", b"dome", 1))
    (copy / "data" / "all.db").unlink()

    code, lines = run(copy)

    assert code == 1
    assert lines[:-1] == ["หายไป: data/all.db", "ไม่ตรง: nongsaeng/data/nongsaeng-progress.csv"]


def test_one_file_under_another_name(site: Path, tmp_path: Path) -> None:
    """It is known by what is in it."""
    file = tmp_path / "ที่ได้รับมา.csv"
    shutil.copy(site / "nongsaeng" / "data" / "nongsaeng-laos.csv", file)

    code, lines = run(file, "--sums", site / "data" / "SHA256SUMS")

    assert (code, lines[0]) == (0, f"ตรง: {file} (nongsaeng/data/nongsaeng-laos.csv)")


def test_one_file_with_the_list_beside_it(site: Path, tmp_path: Path) -> None:
    """The list need not be named; a changed file is told apart from one that was never published."""
    shutil.copy(site / "data" / "SHA256SUMS", tmp_path)
    for name in ("nongsaeng-laos.csv", "other.csv"):
        (tmp_path / name).write_text("x", encoding="utf-8")

    assert run(tmp_path / "nongsaeng-laos.csv")[1][0].startswith("ไม่ตรง: ")
    assert run(tmp_path / "other.csv")[1][0].startswith("ไม่มีในรายการ: ")
    assert run(tmp_path / "other.csv")[0] == 1


def test_folder_of_downloads(site: Path, tmp_path: Path) -> None:
    """Files that a citizen saved beside the list, under whatever names, are looked at one by one."""
    for source, name in (("data/SHA256SUMS", "SHA256SUMS"), ("nongsaeng/data/nongsaeng-laos.csv", "ได้มา (1).csv")):
        shutil.copy(site / source, tmp_path / name)
    assert run(tmp_path) == (0, ["ตรง 1 ไฟล์"])

    (tmp_path / "nongsaeng-oit.csv").write_text("x", encoding="utf-8")
    (tmp_path / "note.txt").write_text("x", encoding="utf-8")

    code, lines = run(tmp_path)
    assert code == 1
    assert [line.partition(":")[0] for line in lines] == [
        "ไม่ตรง",
        "ไม่มีในรายการ",
        "ตรง 1 ไฟล์ ไม่ตรง 1 ไฟล์ ไม่มีในรายการ 1 ไฟล์",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gone.csv"], "ไม่พบ SHA256SUMS"),
        (["gone.csv", "--sums", "list"], "อ่าน gone.csv ไม่ได้"),
        (["there", "--sums", "gone"], "อ่าน gone ไม่ได้"),
        (["there", "--sums", "there"], "ไม่ใช่รายการผลรวม SHA-256 (บรรทัด 2)"),
        (["there", "--sums", "binary"], "ไม่ใช่รายการผลรวม SHA-256 วิธีแก้"),
    ],
)
def test_what_cannot_be_done_is_told(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Thai, with what to do."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list").write_text(f"{'0' * 64}  x.csv\n", encoding="utf-8")
    (tmp_path / "there").write_text(f"{'0' * 64}  x.csv\nnonsense\n", encoding="utf-8")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")

    result = CliRunner().invoke(cli, ["verify", *arguments])

    assert told in str(result.exception)


def test_commit_is_told_only_of_data_that_are_in_it(tmp_path: Path) -> None:
    """Each LAO has the commit that last changed its folder; without git, and with a change on top, none."""
    plans = tmp_path / "plans"
    slugs = ["maesai", "maechan"]
    environment = ["-c", "user.name=x", "-c", "user.email=x@x.example"]

    def git(*arguments: str) -> str:
        command = ["git", *environment, *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True).stdout.strip()

    def write(slug: str, text: str) -> None:
        (plans / slug).mkdir(parents=True, exist_ok=True)
        (plans / slug / "lao.yml").write_text(text, encoding="utf-8")

    commits = []
    assert find_commits(plans, slugs) == {}
    git("init", "-q")
    for slug in slugs:
        write(slug, "a")
        git("add", ".")
        git("commit", "-qm", slug)
        commits.append(git("rev-parse", "HEAD"))
    both = {slug: Commit(commit, is_all=True) for slug, commit in zip(slugs, commits, strict=True)}
    assert find_commits(plans, slugs) == both
    write("maechan", "b")
    assert find_commits(plans, slugs) == both | {"maechan": Commit(commits[1], is_all=False)}
