"""The history of the records is seen by the cache, also where no record changes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Site
from small_site import ROUND, change_in_turn, copy_built_site, edit_amount, write


@pytest.fixture
def built_site(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site that was built."""
    return copy_built_site(tmp_path_factory, tmp_path, monkeypatch)


def git(folder: Path, *arguments: str) -> str:
    """Run git as an office would."""
    who = ("-c", "user.name=office", "-c", "user.email=office@example.go.th", "-c", "protocol.file.allow=always")
    command = ["git", *who, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True).stdout.strip()


def commit_plans(site: Site) -> None:
    """Begin a repository, and change a record in it."""
    git(site.folder, "init", "-q", "-b", "main")
    write(site.folder / ".gitignore", "site/\n.cache/\ncontent/\n")
    git(site.folder, "add", "-A")
    git(site.folder, "commit", "-qm", "begin")


def commit_on_branch(site: Site) -> None:
    """Change a record on a branch of its own, while another LAO's changes on the published one."""
    git(site.folder, "checkout", "-qb", "edit")
    edit_amount(site)
    git(site.folder, "commit", "-qam", "edit")


def merge_branch(site: Site) -> None:
    """Merge the branch: the records stay as they are, their history is that of the published branch."""
    git(site.folder, "checkout", "-q", "main")
    git(site.folder, "merge", "-q", "--no-ff", "-m", "merge", "edit")


def amend_merge(site: Site) -> None:
    """Give the merge a reason."""
    git(site.folder, "commit", "-q", "--amend", "-m", "merge\n\nเหตุผล: นับใบสำคัญใหม่")


def clone_shallow(site: Site) -> None:
    """Go on with a repository that knows the last commit only."""
    write(site.plans / "bandin" / "progress" / "2566-12.yml", ROUND.format(disbursed="19,500"))
    git(site.folder, "commit", "-qam", "edit again")
    clone = site.folder.with_name("clone")
    git(site.folder.parent, "clone", "-q", "--depth=1", site.folder.as_uri(), str(clone))
    (site.folder / ".git").rename(site.folder.with_name("whole"))
    (clone / ".git").rename(site.folder / ".git")
    git(site.folder, "remote", "set-url", "origin", site.folder.with_name("whole").as_uri())


def deepen(site: Site) -> None:
    """Let the repository know one more commit, and not all."""
    git(site.folder, "fetch", "-q", "--deepen=1")


def unshallow(site: Site) -> None:
    """Let the repository know all."""
    git(site.folder, "fetch", "-q", "--unshallow")


GIT: list[Callable[[Site], None]] = [
    commit_plans, commit_on_branch, merge_branch, amend_merge, clone_shallow, deepen, unshallow,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_what_happens_to_the_history_is_seen(built_site: Site) -> None:
    """Also where no record changes: after each of these, the site has the bytes of one built from nothing."""
    change_in_turn(built_site, GIT)
