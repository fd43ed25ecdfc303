"""The recipes of CONTRIBUTING.md, walked in a copy of the package: one new file, at most one line elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pikepdf
import pytest
from conftest import ROOT

pytestmark = pytest.mark.slow

LAO = "type: {type}\nname: ทดสอบ\nprovince: เชียงราย\n"
PROJECT = "projects:\n  - {id: p01, number: 1, name: โครงการหนึ่ง, mission: 1.1, budget: ไม่ใช้งบประมาณ}\n"


class Copy:
    """A copy of the package that a test adds to, and a site's folder beside it."""

    def __init__(self, folder: Path) -> None:
        """Copy the package; there is no LAO yet."""
        self.package = folder / "code" / "prongsai"
        self.site = folder / "site"
        shutil.copytree(ROOT / "generator" / "prongsai", self.package)
        for part in ("theme", "content"):
            shutil.copytree(ROOT / part, self.package / part, ignore=shutil.ignore_patterns("*.pdf", "*.docx", ".*"))
        shutil.copytree(self.package / "starter", self.site)

    def add(self, path: str, text: str) -> None:
        """Write a new file of the package."""
        target = self.package / path
        assert not target.exists()
        target.write_text(text, encoding="utf-8")

    def add_line(self, path: str, before: str, line: str) -> None:
        """Put one line into a file of the package, before another."""
        target = self.package / path
        text = target.read_text(encoding="utf-8")
        assert before in text
        target.write_text(text.replace(before, f"{line}\n{before}", 1), encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file of ``plans/``."""
        target = self.site / "plans" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command of the copy in the site's folder."""
        return subprocess.run(
            [sys.executable, "-c", "from prongsai.cli.main import main; main()", *arguments],
            cwd=self.site,
            env={**os.environ, "PYTHONPATH": str(self.package.parent), "PYTHONDONTWRITEBYTECODE": ""},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Return a copy with one LAO that has nothing but a name."""
    made = Copy(tmp_path)
    made.write("hello/lao.yml", LAO.format(type="เทศบาลตำบล"))
    return made


def test_rule(copy: Copy) -> None:
    """A rule is a module: it runs, and is explained."""
    copy.add(
        "checks/rules/always_there.py",
        '"""ทุกหน่วยงานถูกเตือน\n\nไม่ผ่าน: ก\nผ่าน: ข\n"""\n'
        "from prongsai.problem import Problem, Severity\n"
        'ID = "always-there"\nSEVERITY = Severity.ADVICE\n'
        "def check(loaded):\n"
        '    yield Problem(loaded.sources.where("lao"), ID, SEVERITY, "สวัสดี", "ไม่ต้องทำอะไร")\n',
    )

    assert "สวัสดี" in copy.run("check").stdout
    assert "ทุกหน่วยงานถูกเตือน" in copy.run("explain", "always-there").stdout


def test_kind_of_page(copy: Copy) -> None:
    """A kind of page is a module: its pages are written."""
    copy.add(
        "outputs/pages/kinds/hello_page.py",
        "from prongsai.outputs.pages.page import Page\n"
        "def render_pages(lao):\n"
        '    yield Page(f"{lao.dossier.slug}/hello.md", "สวัสดี", "สวัสดี", "# สวัสดี")\n',
    )

    assert copy.run("generate").returncode == 0
    assert "# สวัสดี" in (copy.site / "content" / "hello" / "hello.md").read_text(encoding="utf-8")


def test_output(copy: Copy) -> None:
    """An output is a module and a line: its files are written, and removed when it no longer wants them."""
    copy.add(
        "outputs/hello.py",
        "from prongsai.outputs.artifact import hold\n"
        'NAME = "hello"\n'
        "def list_artifacts(lao):\n"
        '    yield hold(f"{lao.dossier.slug}/{lao.dossier.lao.name}.txt", b"hello")\n',
    )
    copy.add_line("build/lao.py", "# Everything below an LAO's address", "from prongsai.outputs import hello")
    path = copy.package / "build" / "lao.py"
    path.write_text(path.read_text(encoding="utf-8").replace("= (identity,", "= (hello, identity,"), encoding="utf-8")

    assert copy.run("generate").returncode == 0
    assert (copy.site / "content" / "hello" / "ทดสอบ.txt").read_bytes() == b"hello"
    copy.write("hello/lao.yml", LAO.format(type="เทศบาลตำบล").replace("ทดสอบ", "ทดลอง"))
    assert copy.run("generate").returncode == 0
    assert [path.name for path in (copy.site / "content" / "hello").glob("*.txt")] == ["ทดลอง.txt"]


def test_kind_of_paper(copy: Copy) -> None:
    """A kind of paper is a module and a line: it is read, checked, and has its page, its PDF and its Word file."""
    copy.add(
        "papers/kinds/certificate.py",
        "from prongsai.blocks.blocks import paragraph, paragraphs\n"
        "from prongsai.papers.letter import list_head, sign\n"
        "from prongsai.records.base import Line\n"
        "from prongsai.records.papers import Letter\n"
        "from pydantic import Field\n"
        'class Certificate(Letter, title="หนังสือรับรอง"):\n'
        '    place: Line = Field(description="สถานที่")\n'
        "RECORD = Certificate\n"
        "def list_blocks(paper, context):\n"
        "    yield from list_head(paper, context)\n"
        '    yield from paragraphs(paper.paragraphs, "indent")\n'
        '    yield paragraph(f"ให้ไว้ที่{paper.place}", kind="date")\n'
        "    yield from sign(paper.signer)\n",
    )
    copy.add_line("records/papers.py", "    FILE = ", '    CERTIFICATE = "certificate", "หนังสือรับรอง"')
    paper = "kind: หนังสือรับรอง\nsubject: การเผยแพร่แผน\ndate: 1 ตุลาคม 2566\n"
    copy.write("hello/papers/seen.yml", paper)
    assert "place" in copy.run("check").stdout
    copy.write("hello/papers/seen.yml", f"{paper}place: ศาลาชุมชน\n")
    assert "[incomplete-paper]" in copy.run("check").stdout
    copy.write("hello/papers/seen.yml", f"{paper}place: ศาลาชุมชน\nparagraphs: [ขอรับรองว่าเผยแพร่แล้ว]\n")

    assert copy.run("generate").returncode == 0
    assert copy.run("pdf").returncode == 0
    folder = copy.site / "content" / "hello" / "announcements"
    page = (folder / "seen.md").read_text(encoding="utf-8")
    words = ("หนังสือรับรองเทศบาลตำบลทดสอบ", "ขอรับรองว่าเผยแพร่แล้ว", "ให้ไว้ที่ศาลาชุมชน", "นายกเทศมนตรีตำบลทดสอบ")
    letter = "\n".join(paragraph.text for paragraph in docx.Document(str(folder / "hello-paper-seen.docx")).paragraphs)
    with pikepdf.open(folder / "hello-paper-seen.pdf") as printed:
        title = str(printed.docinfo["/Title"])
    for place in (page, letter):
        assert [word for word in words if word not in place] == []
    assert "หนังสือรับรอง" in title


def test_type_of_lao(copy: Copy) -> None:
    """A type of LAO is a file of words and a line."""
    copy.add(
        "records/lao_types/port.yml",
        "label: ท่าเรือ\nhead: นายท่าเรือ\nsecretary: ปลัดท่าเรือ\nordinance: ข้อบังคับ\nstaff: พนักงานท่าเรือ\n",
    )
    copy.add_line("records/lao_types/__init__.py", '    PATTAYA = _name("pattaya")', '    PORT = _name("port")')
    copy.write("hello/lao.yml", LAO.format(type="ท่าเรือ"))

    assert copy.run("generate").returncode == 0
    assert "ท่าเรือทดสอบ" in (copy.site / "content" / "hello" / "index.md").read_text(encoding="utf-8")


def test_period_of_plans(copy: Copy) -> None:
    """A framework is a file: a plan of its period needs no titles of its own."""
    copy.write("hello/2571-2575/plan.yml", PROJECT)
    assert "bad-framework" in copy.run("check").stdout
    copy.add("records/frameworks/2571-2575.yml", 'dimensions: {1: มิติใหม่}\nmissions: {"1.1": ภารกิจใหม่}\n')

    assert copy.run("generate").returncode == 0
    text = (copy.site / "content" / "hello" / "2571-2575" / "index.md").read_text(encoding="utf-8")
    assert "มิติใหม่" in text
    assert "ภารกิจใหม่" in text


def test_ita_year(copy: Copy) -> None:
    """An ITA year is a file: its codes are known."""
    copy.add("records/ita_years/2570.yml", "certainty: cited\nplan: O77\nannual: O78\n")
    copy.write("hello/2566-2570/plan.yml", PROJECT)

    assert copy.run("generate").returncode == 0
    assert "O77" in (copy.site / "content" / "hello" / "oit" / "2570.md").read_text(encoding="utf-8")
