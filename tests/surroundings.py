"""A site whose surroundings turn bad: disks that are full, rights that are withheld, files where folders belong."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from prongsai.places import STARTER

LAO = "nongsaeng"
SOURCE = Path(__file__).with_name("plans") / LAO
SCRIPT = Path(__file__).with_name("run_commands.py")
# Root passes over every right; without these two it is like any other user.
ORDINARY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


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
        order = {
            "folder": str(self.folder),
            "environment": variables | self.environment,
            "commands": commands,
        }
        runner = start_runner(is_ordinary=self.is_ordinary)
        assert runner.stdin
        assert runner.stdout
        runner.stdin.write(json.dumps(order) + "\n")
        runner.stdin.flush()
        return {name: Ending(*ending) for name, ending in json.loads(runner.stdout.readline()).items()}


@cache
def start_runner(*, is_ordinary: bool) -> subprocess.Popen[str]:
    """Start the script that runs commands; it ends with the tests."""
    runner = subprocess.Popen(
        [*(ORDINARY if is_ordinary else []), sys.executable, str(SCRIPT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(runner.communicate)
    return runner


def make_place(folder: Path) -> Place:
    """Return a site with one LAO of two papers and a seal."""
    shutil.copytree(STARTER, folder)
    place = Place(folder)
    (place.lao / "papers").mkdir(parents=True)
    text = "type: องค์การบริหารส่วนตำบล\nname: หนองแสงทอง\nprovince: สมมติ\nsample: ใช่\nseal: files/seal.png\n"
    (place.lao / "lao.yml").write_text(text, encoding="utf-8")
    shutil.copytree(SOURCE / "files", place.lao / "files")
    for name in ("adopt-2565", "report-2566-12"):
        shutil.copy(SOURCE / "papers" / f"{name}.yml", place.lao / "papers")
    return place


def can_mount() -> bool:
    """Tell whether small disks can be put in the place of folders here."""
    return os.geteuid() == 0 and shutil.which("mount") is not None


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
