"""A repository with plans, committed to as an office would, on days that a test tells."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

NEEDS_GIT = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
LAO = "type: เทศบาลตำบล\nname: หนองดี\nprovince: สมมติ\n"
PLAN = "years: 2566-2570\nobjectives: [เพื่อความโปร่งใส]\n"
CARD = """number: 1
name: โครงการอบรมความโปร่งใส
mission: 1.1
budget: 20000
objectives:
  - เพื่อให้บุคลากรเข้าใจ
  - เพื่อให้ประชาชนตรวจสอบได้
responsible_units: สำนักปลัด
"""
ROUND = """as_of: 30 กันยายน 2566
projects:
  - project: p01
    status: อยู่ระหว่างดำเนินการ
    ordinance: 20000
    disbursed: 10000
"""


class MadeRepository:
    """A repository in an empty folder; what is committed is told by path and text."""

    def __init__(self, folder: Path) -> None:
        """Begin a repository."""
        self.folder = folder
        self.plans = folder / "plans"
        self.plans.mkdir(parents=True)
        self._day = 0
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """Run git, without anybody's settings, at noon of the next day that was told."""
        time = f"{1_700_000_000 + self._day * 86_400} +0000"
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder.parent),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "office"), ("EMAIL", "office@example.go.th"), ("DATE", time))},
        }  # fmt: skip
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, env=environment, capture_output=True, encoding="utf-8", check=True
        ).stdout.strip()

    def write(self, name: str, text: str) -> None:
        """Write a file below ``plans/``."""
        path = self.plans / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file."""
        text = (self.plans / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def commit(self, message: str = "edit") -> str:
        """Commit everything a day later than the last time, and return the commit's id."""
        self._day += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def begin(self) -> None:
        """Commit one LAO with a plan of one project and its report."""
        self.write("nongdee/lao.yml", LAO)
        self.write("nongdee/2566-2570/plan.yml", PLAN)
        self.write("nongdee/2566-2570/projects/p01.yml", CARD)
        self.write("nongdee/progress/2566-12.yml", ROUND)
        self.commit("begin")
