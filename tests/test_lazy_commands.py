"""The commands: listed without being loaded, and each loads no more than it needs."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from conftest import MADE_UP_PLANS
from prongsai.cli.main import COMMANDS, cli

HEAVY = ("typst", "pikepdf", "fontTools", "docx", "jinja2", "PIL", "mkdocs")


def list_loaded(*arguments: str) -> set[str]:
    """Return the modules that a command loads."""
    code = (
        "import sys\nfrom prongsai.cli.main import cli\n"
        f"try:\n    cli({list(arguments)!r})\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sys.modules, file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    return set(result.stderr.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_says_what_the_command_says_of_itself(name: str) -> None:
    """The list of commands and each command's own help begin alike."""
    command = cli.get_command(click.Context(cli), name)

    assert command is not None
    assert (command.help or "").strip().split("\n")[0] == COMMANDS[name]


def test_help_loads_no_command() -> None:
    """``--help`` loads click and the names, nothing else of ours."""
    ours = {name for name in list_loaded("--help") if name.startswith("prongsai")}

    assert ours == {"prongsai", "prongsai.cli", "prongsai.cli.main", "prongsai.cli.exit_codes", "prongsai.exceptions"}


@pytest.mark.slow
def test_check_loads_nothing_that_prints() -> None:
    """Checking needs no typesetter, no fonts, no templates, and no pictures where there are none."""
    loaded = list_loaded("check", "--plans", str(MADE_UP_PLANS), "--lao", "huaimai")

    assert not {name for name in HEAVY if name in loaded}
