"""The workflow that publishes the site: valid, pinned, with the least rights, and running what the tests run."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
import yaml
from conftest import ROOT

PATH = ROOT / ".github" / "workflows" / "publish.yml"


@pytest.fixture(scope="module")
def workflow() -> dict[str, Any]:
    """Return the workflow as plain data."""
    data: dict[str, Any] = yaml.load(PATH.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    return data


def list_steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the steps of all jobs."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_workflow_fits_its_schema() -> None:
    """The file is a valid GitHub workflow."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(PATH)]

    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_actions_are_pinned_by_commit(workflow: dict[str, Any]) -> None:
    """Every action is named by a full commit hash."""
    used = [step["uses"] for step in list_steps(workflow) if "uses" in step]

    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", name)] == []


def test_rights_are_given_per_job(workflow: dict[str, Any]) -> None:
    """Nothing is allowed by default; only the job that deploys may write, and only pages."""
    assert workflow["permissions"] in ({}, "{}")
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_commands_are_the_makefiles(workflow: dict[str, Any]) -> None:
    """Each command is a target of the Makefile, and none takes text from an event into the shell."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = [step["run"] for step in list_steps(workflow) if "run" in step]

    assert {command.split()[1] for command in commands} == {"check", "site", "diff"}
    assert all(command.startswith("make ") and command.split()[1] in targets for command in commands)
    assert not any("${{" in command for command in commands)


def test_lock_files_name_hashes_and_no_index() -> None:
    """What is installed is locked by hash, without the address of any package index."""
    for name in ("site.txt", "test.txt"):
        text = (ROOT / ".ci" / name).read_text(encoding="utf-8")
        requirements = re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)
        assert len(requirements) > 30
        assert text.count("--hash=sha256:") >= len(requirements)
        assert "://" not in text
