"""A page tells how large the file is that its link leads to, not the one that it was made of."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS
from PIL import Image
from prongsai.build.checked import check_plans
from prongsai.build.lao import Settings
from prongsai.build.site import write_site
from prongsai.outputs.printed import format_size
from prongsai.thai.digits import to_arabic

LAO = "nongsaeng"


@pytest.mark.slow
def test_size_of_a_published_picture_is_told(tmp_path: Path) -> None:
    """A picture is written anew without the camera's notes; its page tells what a reader will download."""
    others = shutil.ignore_patterns("progress", "measures", "2566-2570")
    shutil.copytree(MADE_UP_PLANS / LAO, tmp_path / "plans" / LAO, ignore=others)
    picture = tmp_path / "plans" / LAO / "files" / "ภาพกิจกรรม.jpg"
    Image.effect_noise((900, 900), 90).convert("RGB").save(picture, quality=100, comment=b"x" * 60_000)

    with (tmp_path / "plans" / LAO / "papers" / "adopt-2565.yml").open("a", encoding="utf-8") as paper:
        paper.write(f"attachments: [{{title: ภาพ, file: files/{picture.name}}}]\n")

    write_site(check_plans(tmp_path / "plans"), tmp_path / "content", Settings(dt.date(2025, 5, 1)))

    published = (tmp_path / "content" / LAO / "files" / picture.name).stat().st_size
    assert published < picture.stat().st_size / 2
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "content" / LAO).rglob("*.md")]
    told = {
        size for page in pages for size in re.findall(r"JPG, ([0-9.]+ [KM]B)", to_arabic(page).replace("\u00a0", " "))
    }
    assert told == {format_size(published)}
