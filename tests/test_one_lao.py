"""``prongsai generate --lao``: an LAO is written alone, as it is written with the others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import MADE_UP_PLANS
from prongsai.cli.main import cli

pytestmark = pytest.mark.slow


def list_files(folder: Path) -> dict[str, bytes]:
    """Return every file that is published, with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def generate(content: Path, *options: str, plans: Path = MADE_UP_PLANS) -> None:
    """Run the command inside this process."""
    result = CliRunner().invoke(cli, ["generate", "--plans", str(plans), "--content", str(content), *options])
    assert result.exit_code == 0, result.stdout


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write all LAOs once."""
    folder = tmp_path_factory.mktemp("all") / "content"
    generate(folder)
    return folder


def test_one_lao_is_written_as_with_the_others(content: Path, tmp_path: Path) -> None:
    """Its files have the same bytes, and nothing outside its address is written."""
    generate(tmp_path / "one", "--lao", "nongsaeng")

    everything = list_files(content)
    own = {path: data for path, data in everything.items() if path.startswith("nongsaeng/")}
    assert list_files(tmp_path / "one") == own
    assert "index.md" in everything


def test_other_laos_stay_as_they_are(content: Path, tmp_path: Path) -> None:
    """Writing one LAO touches no file of another, not even where the other's data are gone."""
    shutil.copytree(content, tmp_path / "content")
    shutil.copytree(MADE_UP_PLANS / "nongsaeng", tmp_path / "plans" / "nongsaeng")
    generate(tmp_path / "content", "--lao", "nongsaeng", plans=tmp_path / "plans")

    before, after = (
        {path: data for path, data in list_files(folder).items() if not path.startswith("nongsaeng/")}
        for folder in (content, tmp_path / "content")
    )
    assert "huaimai/index.md" in before
    assert after == before
