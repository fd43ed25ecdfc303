"""The part of mkdocs-material's style sheets that our pages use, cut out by PurgeCSS: run with ``make styles``.

A test tells when: another mkdocs-material came, or a page has something that a rule left out would style. What decides is
the pages of the samples and of the made-up LAOs, the package's own pages among them, and the theme's scripts.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from mkdocs.utils import get_theme_dir
from prongsai.places import STARTER, THEME
from prongsai.settings.material import list_styles
from prongsai.settings.theme_style import STYLE, render_head

ROOT = Path(__file__).parents[1]
PURGECSS = ROOT / ".venv" / "audit" / "node_modules" / ".bin" / "purgecss"
CONFIG = ROOT / ".ci" / "audit" / "purgecss.config.cjs"


def build_pages(plans: Path, project: Path) -> None:
    """Build the site of some LAOs into ``project/site``."""
    shutil.copytree(STARTER, project)
    shutil.copytree(plans, project / "plans", dirs_exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=project,
        check=True,
        env={**os.environ, "PRONGSAI_PAPERS": "build", "SITE_URL": "https://www.example.go.th/"},
    )


def purge(sheets: list[Path], folder: Path) -> str:
    """Return what is left of style sheets when nothing else than the pages and scripts of a folder is to be styled."""
    content = [str(folder / "**" / "*.html"), str(THEME / "assets" / "javascripts" / "*.js")]
    command = [PURGECSS, "--config", CONFIG, "--css", *sheets, "--content", *content]
    result = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    left = [
        re.sub(r"/\*.*?\*/|^@charset[^;]*;", "", entry["css"], flags=re.DOTALL).strip()
        for entry in json.loads(result.stdout)
    ]
    return "\n".join(left) + "\n"


def main() -> None:
    """Build, cut, write."""
    sheets = list_styles(Path(get_theme_dir("material")))
    with tempfile.TemporaryDirectory() as name:
        for plans in (ROOT / "plans", ROOT / "tests" / "plans"):
            build_pages(plans, Path(name) / plans.parent.name)
        style = purge(sheets, Path(name))
    (THEME / STYLE).write_text(render_head(sheets) + style, encoding="utf-8")
    print(f"{STYLE}: {len(style):,} of {sum(sheet.stat().st_size for sheet in sheets):,} B")


if __name__ == "__main__":
    main()
