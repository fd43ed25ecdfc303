"""The table of commands: every command and option, an option of several commands once."""

from __future__ import annotations

import click
import pytest
from prongsai.handbook.commands import collect_commands, render_commands

COMMANDS = collect_commands()


@click.group()
def made_up() -> None:
    """Tell nothing."""


@made_up.command()
@click.option("--plans", default="plans", help="โฟลเดอร์")
@click.option("--format", type=click.Choice(["text", "json"]), help="รูปแบบ")
def check() -> None:
    """ตรวจข้อมูล"""


@made_up.command()
@click.option("--plans", default="plans", help="โฟลเดอร์")
@click.argument("rule", required=False)
def explain() -> None:
    """อธิบายกฎ"""


@made_up.command(hidden=True)
def secret() -> None:
    """Nobody needs this."""


def test_options_are_told() -> None:
    """An option of one command stands with it, an option of two below both, a default is named."""
    assert render_commands(made_up) == (
        "## prongsai check {#check}\n\nตรวจข้อมูล\n\n"
        "| ตัวเลือก | คืออะไร |\n|---|---|\n| `--format` | รูปแบบ `text` `json` |\n\nและ `--plans`\n\n"
        "## prongsai explain {#explain}\n\nอธิบายกฎ\n\n"
        "| ตัวเลือก | คืออะไร |\n|---|---|\n| `RULE` | ไม่เขียนก็ได้ |\n\nและ `--plans`\n\n"
        "## ตัวเลือกของหลายคำสั่ง {#shared}\n\n"
        "| ตัวเลือก | คืออะไร |\n|---|---|\n| `--plans` | โฟลเดอร์ ไม่เขียนคือ `plans` |"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described(name: str) -> None:
    """No command and no option is left undocumented."""
    command = COMMANDS[name]
    options = [option for option in command.params if isinstance(option, click.Option)]

    assert command.help
    assert [option.name for option in options if not option.help] == []
