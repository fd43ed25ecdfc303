"""Updates of what the project is built with: everything that is pinned is renewed, and nothing on its first days."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import yaml
from conftest import ROOT
from prongsai.places import STARTER

PATH = ROOT / ".github" / "dependabot.yml"
OFFICE = STARTER / ".github" / "dependabot.yml"


@pytest.fixture(scope="module")
def updates() -> list[dict[str, Any]]:
    """Return the kinds of update."""
    data = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = data["updates"]
    return found


@pytest.mark.slow
def test_settings_fit_their_schema() -> None:
    """The files are what Dependabot accepts, ours and that of an office."""
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.dependabot",
        str(PATH),
        str(OFFICE),
    ]
    checked = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert checked.returncode == 0, checked.stdout


def test_everything_pinned_is_renewed(updates: list[dict[str, Any]]) -> None:
    """Actions, Python packages and their locks, and what the measurements need."""
    places = {
        (update["package-ecosystem"], place)
        for update in updates
        for place in update.get("directories", [update.get("directory")])
    }

    assert places == {("github-actions", "/"), ("pip", "/"), ("pip", "/.ci"), ("npm", "/.ci/audit")}


def test_new_versions_wait(updates: list[dict[str, Any]]) -> None:
    """No version is offered in the week after it was published."""
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)


def test_an_office_is_offered_new_versions_of_the_program() -> None:
    """What an office has pinned is the program; new versions of it are offered, and wait too."""
    (update,) = yaml.safe_load(OFFICE.read_text(encoding="utf-8"))["updates"]

    assert (update["package-ecosystem"], update["directory"]) == ("github-actions", "/")
    assert update["cooldown"]["default-days"] >= 7
