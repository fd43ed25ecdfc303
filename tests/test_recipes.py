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

LAO = "type: {type}\nname: {name}\nprovince: เชียงราย\n"
PROJECT = "projects:\n  - {id: p01, number: 1, name: โครงการหนึ่ง, mission: 1.1, budget: ไม่ใช้งบประมาณ}\n"
PAPER = "kind: หนังสือรับรอง\nsubject: การเผยแพร่แผน\ndate: 1 ตุลาคม 2566\n"
WORDS = ["ขอรับรองว่าเผยแพร่แล้ว", "ให้ไว้ที่ศาลาชุมชน"]


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


def add_rule(copy: Copy) -> None:
    """A rule is a module."""
    copy.add(
        "checks/rules/always_there.py",
        '"""ทุกหน่วยงานถูกเตือน\n\nไม่ผ่าน: ก\nผ่าน: ข\n"""\n'
        "from prongsai.problem import Problem, Severity\n"
        'ID = "always-there"\nSEVERITY = Severity.ADVICE\n'
        "def check(loaded):\n"
        '    yield Problem(loaded.sources.where("lao"), ID, SEVERITY, "สวัสดี", "ไม่ต้องทำอะไร")\n',
    )


def add_kind_of_page(copy: Copy) -> None:
    """A kind of page is a module."""
    copy.add(
        "outputs/pages/kinds/hello_page.py",
        "from prongsai.outputs.pages.page import Page\n"
        "def render_pages(lao):\n"
        '    yield Page(f"{lao.dossier.slug}/hello.md", "สวัสดี", "สวัสดี", "# สวัสดี")\n',
    )


def add_output(copy: Copy) -> None:
    """An output is a module and a line."""
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


def add_kind_of_paper(copy: Copy) -> None:
    """A kind of paper is a module and a line."""
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


def add_type_of_lao(copy: Copy) -> None:
    """A type of LAO is a file of words and a line."""
    copy.add(
        "records/lao_types/port.yml",
        "label: ท่าเรือ\nhead: นายท่าเรือ\nsecretary: ปลัดท่าเรือ\nordinance: ข้อบังคับ\nstaff: พนักงานท่าเรือ\n",
    )
    copy.add_line("records/lao_types/__init__.py", '    PATTAYA = _name("pattaya")', '    PORT = _name("port")')


def add_period_of_plans(copy: Copy) -> None:
    """A framework is a file."""
    copy.add("records/frameworks/2571-2575.yml", 'dimensions: {1: มิติใหม่}\nmissions: {"1.1": ภารกิจใหม่}\n')


def add_ita_year(copy: Copy) -> None:
    """An ITA year is a file."""
    copy.add("records/ita_years/2570.yml", "certainty: cited\nplan: O77\nannual: O78\n")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Return a copy with LAOs that have little but a name: all recipes were walked, and their pages are written."""
    made = Copy(tmp_path_factory.mktemp("recipes"))
    for slug, name in (("hello", "ทดสอบ"), ("later", "ทดสอบใหม่")):
        made.write(f"{slug}/lao.yml", LAO.format(type="เทศบาลตำบล", name=name))
    made.write("hello/2566-2570/plan.yml", PROJECT)
    made.write("hello/papers/seen.yml", f"{PAPER}place: ศาลาชุมชน\nparagraphs: [ขอรับรองว่าเผยแพร่แล้ว]\n")
    made.write("later/2571-2575/plan.yml", PROJECT)
    assert "bad-framework" in made.run("check").stdout
    for walk in (
        add_rule, add_kind_of_page, add_output, add_kind_of_paper, add_type_of_lao, add_period_of_plans, add_ita_year,
    ):  # fmt: skip
        walk(made)
    made.write("port/lao.yml", LAO.format(type="ท่าเรือ", name="ทดสอบ"))
    generated = made.run("generate")
    assert generated.returncode == 0, generated.stderr
    return made


def read(copy: Copy, path: str) -> str:
    """Return a page that was written."""
    return (copy.site / "content" / path).read_text(encoding="utf-8")


def test_what_is_wrong_is_told(copy: Copy) -> None:
    """The rule runs, and is explained; a paper of the new kind is checked as others are."""
    copy.write("port/papers/seen.yml", PAPER)
    copy.write("later/papers/seen.yml", f"{PAPER}place: ศาลาชุมชน\n")
    told = copy.run("check").stdout

    assert "สวัสดี" in told
    assert "ทุกหน่วยงานถูกเตือน" in copy.run("explain", "always-there").stdout
    assert any("port/papers/seen.yml" in line and "place" in line for line in told.splitlines())
    assert any("later/papers/seen.yml" in line and "[incomplete-paper]" in line for line in told.splitlines())
    assert "bad-framework" not in told
    for slug in ("port", "later"):
        (copy.site / "plans" / slug / "papers" / "seen.yml").unlink()


def test_pages_are_written(copy: Copy) -> None:
    """Those of the new kind, of the new type of LAO, of a plan of the new period, and with the codes of the new year."""
    assert "# สวัสดี" in read(copy, "hello/hello.md")
    assert "ท่าเรือทดสอบ" in read(copy, "port/index.md")
    assert [word for word in ("มิติใหม่", "ภารกิจใหม่") if word not in read(copy, "later/2571-2575/index.md")] == []
    assert "O77" in read(copy, "hello/oit/2570.md")


def test_paper_is_printed(copy: Copy) -> None:
    """A paper of the new kind has its page, its PDF and its Word file."""
    assert copy.run("pdf", "--lao", "hello").returncode == 0
    folder = copy.site / "content" / "hello" / "announcements"
    words = ["หนังสือรับรองเทศบาลตำบลทดสอบ", *WORDS, "นายกเทศมนตรีตำบลทดสอบ"]
    letter = "\n".join(paragraph.text for paragraph in docx.Document(str(folder / "hello-paper-seen.docx")).paragraphs)
    with pikepdf.open(folder / "hello-paper-seen.pdf") as printed:
        title = str(printed.docinfo["/Title"])
    for place in (read(copy, "hello/announcements/seen.md"), letter):
        assert [word for word in words if word not in place] == []
    assert "หนังสือรับรอง" in title


def test_output_follows_the_records(copy: Copy) -> None:
    """The files of the new output are written, and removed when it no longer wants them."""
    assert (copy.site / "content" / "hello" / "ทดสอบ.txt").read_bytes() == b"hello"
    copy.write("hello/lao.yml", LAO.format(type="เทศบาลตำบล", name="ทดลอง"))
    assert copy.run("generate").returncode == 0
    assert [path.name for path in (copy.site / "content" / "hello").glob("*.txt")] == ["ทดลอง.txt"]
