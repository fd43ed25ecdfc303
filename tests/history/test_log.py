"""Reading the change log: what git tells, what it cannot tell, and what is kept of it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from made_repository import CARD, LAO, NEEDS_GIT, ROUND, MadeRepository
from prongsai.history import log
from prongsai.history.log import Log, load_logs
from prongsai.history.repository import Blobs, Source

CARD_FILE = "nongdee/2566-2570/projects/p01.yml"
ROUND_FILE = "nongdee/progress/2566-12.yml"


@pytest.fixture(autouse=True)
def _forget() -> None:
    """Let every test read anew, as another run of the program does."""
    log._read_logs.cache_clear()  # noqa: SLF001 - what a process remembers


@pytest.fixture
def made(tmp_path: Path) -> MadeRepository:
    """Return a repository with one LAO."""
    repository = MadeRepository(tmp_path / "site")
    repository.begin()
    return repository


def read(plans: Path, slug: str = "nongdee") -> Log:
    """Return an LAO's log, read anew."""
    log._read_logs.cache_clear()  # noqa: SLF001 - what a process remembers
    return load_logs(plans, [slug])[slug]


def tell(known: Log) -> list[tuple[str, ...]]:
    """Return the changes after the beginning, the oldest first."""
    changes = [(entry.change, entry.key) for entry in reversed(known.entries)]
    return [
        (change.action.value, "/".join(key), change.field, change.old, change.new)
        for change, key in changes
        if change.key != ("lao",)
    ]


def test_folder_without_repository(tmp_path: Path) -> None:
    """No repository is no error: the log says so."""
    assert read(tmp_path) == Log(Source.NO_REPOSITORY)


def test_machine_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No git is no error: the log says so."""
    monkeypatch.setenv("PATH", str(tmp_path))

    assert read(tmp_path) == Log(Source.NO_GIT)


@NEEDS_GIT
def test_repository_without_commit(tmp_path: Path) -> None:
    """Nothing was committed yet: there is no history."""
    made = MadeRepository(tmp_path / "site")
    made.write("nongdee/lao.yml", LAO)

    assert read(made.plans) == Log(Source.NO_REPOSITORY)


@NEEDS_GIT
def test_plans_that_nobody_committed(made: MadeRepository) -> None:
    """Plans that git does not keep have no changes, whatever else the repository holds."""
    made.write("maichan/lao.yml", LAO)

    assert read(made.plans, "maichan") == Log(Source.GIT)


@NEEDS_GIT
@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives folders to others")
def test_repository_of_somebody_else(made: MadeRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository that git does not trust is told as such."""
    monkeypatch.setenv("HOME", str(made.folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for path in (made.folder, *made.folder.rglob("*")):
        os.chown(path, 4321, 4321)

    assert read(made.plans) == Log(Source.REFUSED)


@NEEDS_GIT
def test_shallow_clone(made: MadeRepository, tmp_path: Path) -> None:
    """What a shallow clone begins with was not added on that day; the log tells how far back it goes."""
    for amount in ("21000", "22000", "23000"):
        made.change(CARD_FILE, made.plans.joinpath(CARD_FILE).read_text("utf-8").split("budget: ")[1][:5], amount)
        made.commit()
    made.git("clone", "--quiet", "--depth", "2", f"file://{made.folder}", str(tmp_path / "clone"))

    known = read(tmp_path / "clone" / "plans")

    assert known.source is Source.SHALLOW
    assert tell(known) == [("changed", "project/2566-2570/p01", "งบประมาณต่อปี (บาท)", "22000", "23000")]
    assert str(known.begin) == "2023-11-18"
    assert not (tmp_path / "clone" / ".git" / "prongsai").exists()


@NEEDS_GIT
def test_plans_at_the_top_of_the_repository(tmp_path: Path) -> None:
    """The folder of plans may be the repository itself."""
    made = MadeRepository(tmp_path)
    made.plans = tmp_path
    made.begin()
    made.change(CARD_FILE, "20000", "30000")
    made.commit()

    assert len(tell(read(tmp_path))) == 1


def edit_all(made: MadeRepository) -> None:
    """Make three changes in three commits."""
    made.change(CARD_FILE, "20000", "30000")
    made.commit()
    made.change(ROUND_FILE, "disbursed: 10000", "disbursed: 12000")
    made.commit("x\n\nเหตุผล: ก")
    made.change(CARD_FILE, "number: 1", "number: 2")
    made.commit()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the contents that were asked of git, as they are asked."""
    blobs: list[str] = []
    ask = Blobs.read

    def note(self: Blobs, blob: str) -> bytes | None:
        blobs.append(blob)
        return ask(self, blob)

    monkeypatch.setattr(Blobs, "read", note)
    return blobs


@NEEDS_GIT
def test_later_runs_read_the_new_commits_only(made: MadeRepository, asked: list[str]) -> None:
    """A commit that was worked out is never looked into again."""
    edit_all(made)
    first = read(made.plans)
    asked.clear()
    assert read(made.plans) == first
    assert asked == []

    made.change(CARD_FILE, "number: 2", "number: 3")
    made.commit()
    assert len(read(made.plans).entries) == len(first.entries) + 1
    assert len(asked) == 2


@NEEDS_GIT
@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("30000", "99999"),
        lambda text: text.replace('"made_by": "', '"made_by": "0'),
        lambda _: "[1, 2]",
        lambda _: "[" * 100_000,
    ],
    ids=["cut", "changed", "other version", "other data", "deep"],
)
def test_damaged_cache_is_noticed(made: MadeRepository, damage: object) -> None:
    """Nothing of a file that is not as it was written is believed; it is written anew."""
    edit_all(made)
    first = read(made.plans)
    kept = made.folder / ".git" / "prongsai" / "history.json"
    good = kept.read_text("utf-8")
    assert callable(damage)
    kept.write_text(damage(good), "utf-8")

    assert read(made.plans) == first
    assert json.loads(kept.read_text("utf-8")) == json.loads(good)


@NEEDS_GIT
def test_clones_tell_the_same(made: MadeRepository, tmp_path: Path) -> None:
    """The log depends on the commits alone."""
    edit_all(made)
    made.git("clone", "--quiet", str(made.folder), str(tmp_path / "clone"))

    assert read(tmp_path / "clone" / "plans") == read(made.plans)


@NEEDS_GIT
def test_file_that_could_not_be_read_for_a_while(made: MadeRepository) -> None:
    """What was published last is compared with what is published next; commits in between count for nothing."""
    made.change(CARD_FILE, "budget: 20000", "budget: [21000")
    made.commit()
    made.change(CARD_FILE, "number: 1", "number: 2")
    made.commit()
    made.change(CARD_FILE, "budget: [21000", "budget: 22000")
    made.commit()

    assert [change[2:] for change in tell(read(made.plans))] == [
        ("งบประมาณต่อปี (บาท)", "20000", "22000"),
        ("ลำดับที่ในแผน", "1", "2"),
    ]


@NEEDS_GIT
def test_project_that_moves_into_a_file_of_its_own(made: MadeRepository) -> None:
    """Where a project is written is no matter of its readers."""
    card = "".join(f"    {line}\n" for line in CARD.splitlines())
    made.write(
        "nongdee/2566-2570/plan.yml", f"years: 2566-2570\nobjectives: [เพื่อความโปร่งใส]\nprojects:\n  - id: p01\n{card}"
    )
    (made.plans / CARD_FILE).unlink()
    made.commit()

    assert tell(read(made.plans)) == []


@NEEDS_GIT
def test_id_that_is_used_again(made: MadeRepository) -> None:
    """What happened to the first bearer of an id is not told of the second."""
    made.git("mv", f"plans/{CARD_FILE}", "plans/nongdee/2566-2570/projects/p02.yml")
    made.change(ROUND_FILE, "p01", "p02")
    made.commit()
    made.write(CARD_FILE, CARD.replace("number: 1", "number: 2").replace("โครงการอบรมความโปร่งใส", "มาตรการตรวจรับ"))
    made.commit()
    made.change(CARD_FILE, "20000", "5000")
    made.commit()

    assert tell(read(made.plans)) == [
        ("renamed", "project/2566-2570/p02", "รหัสโครงการ", "p01", "p02"),
        ("added", "project/2566-2570/p01", "", "", ""),
        ("changed", "project/2566-2570/p01", "งบประมาณต่อปี (บาท)", "20000", "5000"),
    ]


@NEEDS_GIT
def test_report_comes_as_one_and_goes_as_one(made: MadeRepository) -> None:
    """What came with a report is not told line by line."""
    made.write("nongdee/progress/2567-06.yml", ROUND)
    made.commit()
    (made.plans / "nongdee/progress/2567-06.yml").unlink()
    made.commit()

    assert [change[0] for change in tell(read(made.plans))] == ["added", "removed"]


@NEEDS_GIT
def test_other_lao_that_takes_the_place_of_one(made: MadeRepository) -> None:
    """A folder is followed to its former name only where it was the same LAO's."""
    shutil.move(made.plans / "nongdee", made.plans / "maimai")
    made.change("maimai/lao.yml", "หนองดี", "ใหม่ใหม่")
    made.commit()

    assert [entry.change.action.value for entry in read(made.plans, "maimai").entries] == ["added"]


@NEEDS_GIT
def test_links_and_strange_names_are_passed_over(made: MadeRepository, tmp_path: Path) -> None:
    """A link is no record, and a message that looks like git's own words is a message."""
    (tmp_path / "elsewhere.yml").write_text(CARD.replace("20000", "999"), "utf-8")
    (made.plans / "nongdee/2566-2570/projects/p02.yml").symlink_to(tmp_path / "elsewhere.yml")
    made.write("nongdee/papers/a\nb\t“ค”.yml", "kind: ประกาศ\n")
    zeros = "0" * 40
    made.commit(f"x\n\n:100644 100644 {zeros} {zeros} M\nplans/nongdee/lao.yml\nReason: ก\x02\x03ข")

    assert tell(read(made.plans)) == []


@NEEDS_GIT
def test_attached_file_with_another_content(made: MadeRepository) -> None:
    """A file that is another under its old name is a change too."""
    made.write("nongdee/files/a.pdf", "1")
    made.commit()
    made.write("nongdee/files/a.pdf", "2")
    made.commit()

    assert tell(read(made.plans)) == [("changed", "file/files/a.pdf", "เนื้อไฟล์", "ฉบับเดิม", "ฉบับใหม่")]


@NEEDS_GIT
def test_hook_of_another_repository(made: MadeRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables that lead git to another repository are not followed."""
    edit_all(made)
    other = MadeRepository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))

    assert len(tell(read(made.plans))) == 3


@NEEDS_GIT
def test_folder_of_plans_that_moves(made: MadeRepository) -> None:
    """All plans may stand in another folder than they did."""
    edit_all(made)
    made.git("mv", "plans", "data")
    made.plans = made.folder / "data"
    made.commit()
    made.change(CARD_FILE, "number: 2", "number: 3")
    made.commit()

    assert len(tell(read(made.plans))) == 4


@NEEDS_GIT
def test_other_project_in_the_place_of_one(made: MadeRepository) -> None:
    """A project that comes when another goes is no new name of it, however little is written of both."""
    (made.plans / CARD_FILE).unlink()
    made.write("nongdee/2566-2570/projects/p02.yml", "number: 2\nname: มาตรการตรวจรับ\nmission: 1.1\nbudget: 20000\n")
    made.change(ROUND_FILE, "p01", "p02")
    made.commit()

    assert sorted(change[:2] for change in tell(read(made.plans))) == [
        ("added", "progress/2566-12/p02"),
        ("added", "project/2566-2570/p02"),
        ("removed", "progress/2566-12/p01"),
        ("removed", "project/2566-2570/p01"),
    ]


@NEEDS_GIT
def test_settings_of_whoever_builds_change_nothing(made: MadeRepository) -> None:
    """Git's own settings may hide paths, sort files by a file that is not there, or write messages in other letters."""
    made.change("nongdee/lao.yml", "หนองดี", "หนองดีงาม")
    made.commit("แก้ชื่อ\n\nเหตุผล: พิมพ์ผิด")
    before = read(made.plans)
    settings = {
        "color.ui": "always",
        "diff.orderFile": "/gone",
        "diff.relative": "true",
        "diff.renames": "copies",
        "i18n.logOutputEncoding": "TIS-620",
        "log.decorate": "full",
        "log.diffMerges": "combined",
        "log.follow": "true",
        "log.showRoot": "false",
        "log.showSignature": "true",
    }
    for name, value in settings.items():
        made.git("config", name, value)

    (made.folder / ".git" / "prongsai" / "history.json").unlink()

    assert read(made.plans) == before
    assert before.entries[0].reason == "พิมพ์ผิด"
