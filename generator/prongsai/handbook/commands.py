"""The table of commands and options, read off the command line itself."""

from __future__ import annotations

from collections import Counter
from inspect import cleandoc
from pathlib import PurePath

import click

from prongsai.cli.main import cli
from prongsai.handbook.table import mark_typed, render_table

_HEAD = ("ตัวเลือก", "คืออะไร")

Row = tuple[str, str]


def render_commands(group: click.Group = cli) -> str:
    """Return every command with its options; an option of several commands is told once."""
    commands = collect_commands(group)
    rows = {name: [_describe(parameter) for parameter in command.params] for name, command in commands.items()}
    counts = Counter(row for options in rows.values() for row in options)
    parts = []
    for name, command in commands.items():
        parts += [f"## prongsai {name} {{#{name.replace(' ', '-')}}}", mark_typed(cleandoc(command.help or ""))]
        own = [row for row in rows[name] if counts[row] == 1]
        shared = [row[0] for row in rows[name] if counts[row] > 1]
        parts += [render_table(_HEAD, own)] if own else []
        parts += [f"และ {' '.join(shared)}"] if shared else []
    common = [row for row, count in counts.items() if count > 1]
    parts += ["## ตัวเลือกของหลายคำสั่ง {#shared}", render_table(_HEAD, common)] if common else []
    return "\n\n".join(parts)


def collect_commands(group: click.Group = cli) -> dict[str, click.Command]:
    """Return the commands by name, those of a group by both names (``new plan``), without hidden ones."""
    context = click.Context(group, info_name="prongsai")
    found: dict[str, click.Command] = {}
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": known for inner, known in collect_commands(command).items()}
        elif command and not command.hidden:
            found[name] = command
    return found


def _describe(parameter: click.Parameter) -> Row:
    if not isinstance(parameter, click.Option):
        name = (parameter.metavar or parameter.name or "").upper()
        return f"`{name}`", "ต้องเขียน" if parameter.required else "ไม่เขียนก็ได้"
    about = [mark_typed(parameter.help or "")]
    if isinstance(parameter.type, click.Choice):
        about.append(" ".join(f"`{choice}`" for choice in parameter.type.choices))
    default = parameter.default
    if isinstance(default, str | PurePath) and default:
        about.append(f"ไม่เขียนคือ `{default}`")
    return " ".join(f"`{option}`" for option in parameter.opts), " ".join(about)
