"""A site whose surroundings turn bad: disks that are full, rights that are withheld, files where folders belong."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from conftest import Site
from runner import run_commands

LAO = "nongsaeng"
SOURCE = Path(__file__).with_name("plans") / LAO
# In an order in which each finds what it needs: those that write records come last.
COMMANDS = {
    "check": ["prongsai", "check"],
    "due": ["prongsai", "due"],
    "explain": ["prongsai", "explain", "file-type"],
    "generate": ["prongsai", "generate"],
    "migrate": ["prongsai", "migrate", "--dry-run"],
    "pdf": ["prongsai", "pdf"],
    "build": ["mkdocs", "build"],
    "doctor": ["prongsai", "doctor"],
    "fetch": ["prongsai", "fetch"],
    "links": ["prongsai", "links"],
    "verify": ["prongsai", "verify", "site"],
    "publish": ["prongsai", "publish", "server"],
    "shards": ["prongsai", "shards", "--runners", "2"],
    "shards-build": ["prongsai", "shards", "build", LAO, "--into", "shard.tar.gz"],
    "shards-measure": ["prongsai", "shards", "measure"],
    "shards-take": ["prongsai", "shards", "take", "shard.tar.gz"],
    "cache": ["prongsai", "cache"],
    "cache-clear": ["prongsai", "cache", "--clear"],
    "addresses": ["prongsai", "addresses"],
    "new-site": ["prongsai", "new", "site", "another", "--slug=a", "--type=อบจ.", "--name=ตาก", "--province=ตาก"],
    "new-plan": ["prongsai", "new", "plan", "--period=2566-2570", "--pick=1-2", f"--lao={LAO}"],
    "sheet-export": ["prongsai", "sheet", "export", "2566-2570", f"--lao={LAO}", "--out=plan.xlsx"],
    "sheet-import": ["prongsai", "sheet", "import", "plan.xlsx", f"--lao={LAO}", "--write"],
    "import": ["prongsai", "import", "document.txt", f"--lao={LAO}", "--write"],
    "new-progress": ["prongsai", "new", "progress", "2566-06", f"--lao={LAO}"],
    "new-measures": ["prongsai", "new", "measures", "2568", f"--lao={LAO}"],
    "new-oit": ["prongsai", "new", "oit", "2568", f"--lao={LAO}"],
    "new-paper": ["prongsai", "new", "paper", f"--lao={LAO}", "--for=2568", "--kind=ประกาศ", "--date=5 มกราคม 2568"],
    "new-amendment": [
        "prongsai",
        "new",
        "amendment",
        f"--lao={LAO}",
        "--kind=แก้ไข",
        "--date=5 มกราคม 2568",
        "--summary=แก้คำผิด",
    ],
    "new-lao": ["prongsai", "new", "lao", "--slug=b", "--type=อบจ.", "--name=ตาก", "--province=ตาก"],
}


class Ending(NamedTuple):
    """Exit code and output of a command."""

    code: int
    output: str


@dataclass
class Place:
    """A site with one LAO of two papers, and what its surroundings become.

    Attributes:
        folder: The site's folder.
        environment: Variables of the environment.
        is_ordinary: Commands run without the rights of root.
        disks: Folders that small disks stand in.
    """

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    is_ordinary: bool = False
    disks: list[Path] = field(default_factory=list)

    @property
    def lao(self) -> Path:
        """The LAO's data."""
        return self.folder / "plans" / LAO

    @property
    def content(self) -> Path:
        """The folder of pages."""
        return self.folder / "content"

    @property
    def cache(self) -> Path:
        """What is kept from one build to the next."""
        return self.folder / ".cache" / "prongsai"

    @property
    def site(self) -> Path:
        """The built site."""
        return self.folder / "site"

    def mount(self, folder: Path, kilobytes: int) -> None:
        """Put a small empty disk in the place of a folder."""
        folder.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], check=True)
        self.disks.append(folder)

    def close(self) -> None:
        """Take the disks away and give the rights back."""
        for folder in self.disks:
            subprocess.run(["umount", folder], check=True)
        for path in (self.folder, *self.folder.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() else 0o644)

    def run(self, *commands: str) -> dict[str, Ending]:
        """Return how each command ended, one after the other."""
        variables = {
            "SOURCE_DATE_EPOCH": "1746032400",
            "SITE_URL": "https://a.example/",
            "PRONGSAI_TRACEBACK": "1",
        }
        words = [COMMANDS[name] for name in commands]
        endings = run_commands(self.folder, words, variables | self.environment, is_ordinary=self.is_ordinary)
        return {
            name: Ending(ended.returncode, ended.stdout + ended.stderr)
            for name, ended in zip(commands, endings, strict=True)
        }


def make_place(folder: Path) -> Place:
    """Return a site with one LAO of two papers and a seal."""
    place = Place(Site(folder, has_handbook=False).folder)
    (place.lao / "papers").mkdir(parents=True)
    text = "type: องค์การบริหารส่วนตำบล\nname: หนองแสงทอง\nprovince: สมมติ\nsample: ใช่\nseal: files/seal.png\n"
    (place.lao / "lao.yml").write_text(text, encoding="utf-8")
    shutil.copytree(SOURCE / "files", place.lao / "files")
    for name in ("adopt-2565", "report-2566-12"):
        shutil.copy(SOURCE / "papers" / f"{name}.yml", place.lao / "papers")
    document = "แผนปฏิบัติการป้องกันการทุจริต พ.ศ. 2566-2570\nขององค์การบริหารส่วนตำบลหนองแสงทอง\n"
    (folder / "document.txt").write_text(document, encoding="utf-8")
    return place


def can_mount() -> bool:
    """Tell whether small disks can be put in the place of folders here."""
    return os.geteuid() == 0 and shutil.which("mount") is not None


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
