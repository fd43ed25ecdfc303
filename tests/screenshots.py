"""The handbook's pictures of a terminal, made from what the commands say; run when they say something else.

    CHROMIUM=/usr/bin/chromium .venv/bin/python tests/screenshots.py

Each picture is the output of real commands on made-up data on a fixed day, set as text in a page and photographed.
"""

from __future__ import annotations

import html
import io
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "content" / "handbook" / "images"
FONTS = ROOT / "generator" / "prongsai" / "fonts"
DAY = "1776643200"  # 20 April 2569, in seconds, as SOURCE_DATE_EPOCH has it
COLOURS = 32  # a terminal needs no more; the wheel carries every picture

STYLE = """
@font-face { font-family: Sarabun; src: url(FONTS/Sarabun-Regular.ttf); }
body { margin: 0; background: #fff; }
figure { margin: 0; width: 640px; background: #1b1f24; border-radius: 8px; overflow: hidden; }
figcaption { font: 14px Sarabun; color: #d0d7de; background: #2d333b; padding: 8px 16px; }
pre { margin: 0; padding: 14px 16px 18px; color: #e6edf3; font: 15px/1.6 "DejaVu Sans Mono", Sarabun, monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }
b { color: #7ee787; font-weight: normal; }
"""


@dataclass(frozen=True)
class Shot:
    """One picture.

    Attributes:
        name: Its file.
        title: The title of the window.
        prompt: What stands before each command.
        commands: Commands as a reader types them, and the words with which they are called here.
    """

    name: str
    title: str
    prompt: str
    commands: dict[str, list[str]]


SHOTS = (
    Shot("windows", "Command Prompt", r"(.venv) C:\prongsai>", {"prongsai check": ["check"]}),
    Shot("due", "หน้าต่างคำสั่ง", "$ ", {"prongsai due --within 30": ["due", "--within", "30"]}),
    Shot(
        "publish",
        "หน้าต่างคำสั่ง",
        "$ ",
        {
            "prongsai publish /var/www/itacenter --dry-run": ["publish", "www/itacenter", "--dry-run"],
            "prongsai publish /var/www/itacenter": ["publish", "www/itacenter"],
            "prongsai publish /var/www/itacenter ": ["publish", "www/itacenter"],
        },
    ),
)


def set_up(folder: Path) -> None:
    """Write the data of an LAO, a site that was published and what changed in it since."""
    shutil.copytree(ROOT / "tests" / "plans" / "nongsaeng", folder / "plans" / "nongsaeng")
    (folder / "www").mkdir()
    for name in ("index.html", "404.html", "nongsaeng/index.html", "nongsaeng/reports/2568-12/index.html"):
        (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / name).write_text(name * 500, encoding="utf-8")
    run(folder, ["publish", "www/itacenter"])
    (folder / "site" / "404.html").write_text("new", encoding="utf-8")
    run(folder, ["publish", "www/itacenter"])
    (folder / "site" / "nongsaeng" / "index.html").write_text("new" * 900, encoding="utf-8")
    new = folder / "site" / "nongsaeng" / "reports" / "2569-06" / "index.html"
    new.parent.mkdir()
    new.write_text("new" * 4000, encoding="utf-8")


def run(folder: Path, words: list[str]) -> str:
    """Return what a command says, both its streams in the order of a terminal."""
    result = subprocess.run(
        [sys.executable, "-m", "prongsai.cli.main", *words],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return result.stdout.replace(folder.resolve().as_posix(), "/var").strip()


def photograph(browser: Browser, shot: Shot, folder: Path) -> bytes:
    """Return the picture as a PNG of few colours."""
    said = "\n\n".join(
        f"<b>{html.escape(shot.prompt + typed.strip())}</b>\n{html.escape(run(folder, words))}"
        for typed, words in shot.commands.items()
    )
    page = browser.new_page(device_scale_factor=1.5)
    place = folder / "shot.html"
    place.write_text(
        f"<!doctype html><meta charset=utf-8><style>{STYLE.replace('FONTS', FONTS.as_uri())}</style>"
        f"<figure><figcaption>{shot.title}</figcaption><pre>{said}</pre></figure>",
        encoding="utf-8",
    )
    page.goto(place.as_uri())
    page.wait_for_timeout(200)
    taken = Image.open(io.BytesIO(page.locator("figure").screenshot()))
    page.close()
    made = io.BytesIO()
    taken.convert("RGB").quantize(COLOURS).save(made, "PNG", optimize=True)
    return made.getvalue()


def main() -> None:
    """Make every picture."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        set_up(folder)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for shot in SHOTS:
            picture = photograph(browser, shot, folder)
            (PICTURES / f"{shot.name}.png").write_bytes(picture)
            print(f"{shot.name}.png {len(picture) / 1000:.0f} KB")
        browser.close()


if __name__ == "__main__":
    main()
