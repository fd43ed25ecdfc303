"""The workflows: valid, pinned, with the least rights, and running what is there; those of an office are ten lines."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from conftest import ROOT
from mkdocs.__main__ import cli as mkdocs_cli
from prongsai.cli.main import cli
from prongsai.places import STARTER

FOLDER = ROOT / ".github" / "workflows"
OURS = sorted(FOLDER.glob("*.yml"))
OFFICE = sorted((STARTER / ".github" / "workflows").glob("*.yml"))
EVERY = pytest.mark.parametrize("path", [*OURS, *OFFICE], ids=lambda path: f"{path.parts[-4]}-{path.stem}")
EVERY_OF_OFFICE = pytest.mark.parametrize("path", OFFICE, ids=lambda path: path.stem)

READ = {"contents": "read"}
DEPLOY = {"pages": "write", "id-token": "write", "attestations": "write"}
RIGHTS = {
    "engines": {"compare": READ},
    "preview": {"preview": READ},
    "province": {"plan": READ, "shard": READ, "site": READ | DEPLOY},
    "publish": {"site": READ | DEPLOY},
    "site": {"build": READ, "deploy": DEPLOY},
    "test": {"test": READ, "commands": READ},
    "weekly": {"look": READ},
}


def load(path: Path) -> dict[str, Any]:
    """Return a workflow as plain data, every scalar text."""
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - text only
    return data


def list_steps(path: Path) -> list[dict[str, Any]]:
    """Return the steps of all jobs."""
    return [step for job in load(path)["jobs"].values() for step in job.get("steps", ())]


def list_commands(path: Path) -> list[list[str]]:
    """Return the commands of all steps as words, without the variables before them and the pipes behind."""
    lines = [line for step in list_steps(path) for line in step.get("run", "").splitlines()]
    words = [re.split(r" \| | >> ", line)[0].replace('"', "").split() for line in lines]
    return [[word for word in found if not re.match(r"[A-Z_]+=", word)] for found in words]


def test_rights_are_told_for_every_workflow() -> None:
    """No workflow is left out of the tests here."""
    assert {path.stem for path in OURS} == RIGHTS.keys()
    assert {path.stem for path in OFFICE} == {"publish", "preview", "weekly"}


@pytest.mark.slow
def test_workflows_fit_their_schema() -> None:
    """Every file is a valid GitHub workflow."""
    paths = [*map(str, (*OURS, *OFFICE))]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *paths]
    checked = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert checked.returncode == 0, checked.stdout


def test_whole_history_is_fetched() -> None:
    """The published pages tell what was changed since the beginning, so their build needs every commit of the data."""
    checkouts = [step for step in list_steps(FOLDER / "site.yml") if "actions/checkout@" in step.get("uses", "")]

    assert any(step.get("with", {}).get("fetch-depth") in {0, "0"} for step in checkouts)


def test_actions_are_pinned_by_commit() -> None:
    """Every action is named by a full commit hash with its version, the same one everywhere."""
    lines = [line for path in OURS for line in path.read_text(encoding="utf-8").splitlines() if " uses: " in line]
    outside = {line.split("uses: ")[1] for line in lines if "$/" not in line}

    assert outside
    assert [line for line in outside if not re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    assert len({line.partition("@")[0] for line in outside}) == len(outside)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_rights_are_given_per_job(path: Path) -> None:
    """Nothing is allowed by default; only what deploys may write, and what builds cannot."""
    workflow = load(path)

    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == RIGHTS[path.stem]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_commands_are_there(path: Path) -> None:
    """Each command is one that the Makefile or the program has; none takes text from an event into the shell."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for program, *words in list_commands(path):
        if program == "make":
            assert set(words) <= targets
        elif program in {"prongsai", "mkdocs"}:
            result = CliRunner().invoke(cli if program == "prongsai" else mkdocs_cli, [*words, "--help"])
            assert result.exit_code == 0, result.output
        elif program.endswith(".ci/diff"):
            assert (ROOT / ".ci" / "diff").is_file()
        else:
            assert program in {"python", "find", "mv", "echo"}
    assert not any("${{" in step.get("run", "") for step in list_steps(path))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_no_failure_passes_unseen(path: Path) -> None:
    """Inside of other words a command's failure is lost, and on the left of a pipe too, unless the shell is asked for."""
    runs = [step["run"] for step in list_steps(path) if "run" in step]

    assert [run for run in runs if re.search(r"\$\((prongsai|mkdocs)", run)] == []
    if any(re.search(r"(prongsai|mkdocs)[^\n]* \| ", run) for run in runs):
        assert load(path)["defaults"] == {"run": {"shell": "bash"}}


@EVERY_OF_OFFICE
def test_an_office_needs_ten_lines(path: Path) -> None:
    """What lies in an office's repository is short, and grants all that the called workflow's jobs ask for."""
    text = path.read_text(encoding="utf-8")
    (job,) = load(path)["jobs"].values()
    called = re.fullmatch(r"OWNER/prongsai/\.github/workflows/([a-z]+\.yml)@COMMIT", job["uses"])

    assert len(text.splitlines()) <= 10
    assert load(path)["permissions"] == {}
    assert called
    workflow = load(FOLDER / called[1])
    assert "workflow_call" in workflow["on"]
    asked: dict[str, str] = {}
    for each in workflow["jobs"].values():
        asked |= each["permissions"]
    assert job["permissions"] == asked


@pytest.mark.parametrize("path", [*OFFICE, FOLDER / "publish.yml"], ids=lambda path: path.parts[-4] + path.stem)
def test_caller_and_called_do_not_wait_for_each_other(path: Path) -> None:
    """A workflow that waits in the group of the one that called it would never run."""
    (job,) = load(path)["jobs"].values()
    called = load(FOLDER / Path(job["uses"].partition("@")[0]).name)

    assert load(path)["concurrency"]["group"] != called.get("concurrency", {}).get("group")


def test_requests_from_forks_run_what_only_reads() -> None:
    """A pull request starts no workflow that may write, here and in an office's repository."""
    for path in [*OURS, *OFFICE]:
        workflow = load(path)
        assert "pull_request_target" not in workflow["on"]
        if "pull_request" in workflow["on"]:
            assert all(job["permissions"] == READ for job in workflow["jobs"].values())


def test_list_of_the_site_is_one_that_can_be_checked(tmp_path: Path) -> None:
    """The attested list names every file of the site, also those with spaces, and none else; its digest is given."""
    (step,) = (step for step in list_steps(FOLDER / "site.yml") if step.get("id") == "sums")
    site = tmp_path / "site"
    (site / "a b").mkdir(parents=True)
    (site / "index.html").write_text("front", encoding="utf-8")
    (site / "a b" / "แผน.pdf").write_text("plan", encoding="utf-8")
    output = tmp_path / "output"

    subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=site,
        check=True,
        env={"PATH": "/usr/bin:/bin", "GITHUB_OUTPUT": str(output)},
    )

    checked = subprocess.run(["sha256sum", "-c", "--quiet", "sha256sums.txt"], cwd=site, check=False)
    names = [line[66:] for line in (site / "sha256sums.txt").read_text(encoding="utf-8").splitlines()]
    assert checked.returncode == 0
    assert names == ["a b/แผน.pdf", "index.html"]
    assert re.fullmatch(r"digest=[0-9a-f]{64}\n", output.read_text(encoding="utf-8"))


def test_lock_files_name_hashes_and_no_index() -> None:
    """What is installed is locked by hash, without the address of any package index."""
    for name in ("site.txt", "test.txt"):
        text = (ROOT / ".ci" / name).read_text(encoding="utf-8")
        requirements = re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)
        assert len(requirements) > 30
        assert text.count("--hash=sha256:") >= len(requirements)
        assert "://" not in text
