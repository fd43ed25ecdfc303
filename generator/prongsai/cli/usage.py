"""Faults in what was typed behind ``prongsai``, in Thai; click tells them in English."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

import click

_THAI = re.compile("[ก-ฮ]")
_QUOTED = re.compile("'[^']*'")
_EXTRA = re.compile(r"extra arguments? \((.*)\)")  # click has no kind of its own for it


def describe_usage_error(error: click.UsageError) -> str:
    """Return what is wrong with the arguments of a command, and where its use is explained."""
    name = error.ctx.command_path if error.ctx else "prongsai"
    return f"{_describe(error)}\nดูวิธีใช้: {name} --help"


def _describe(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"ไม่มีตัวเลือก “{error.option_name}”{_suggest(error.possibilities or ())}"
        case click.MissingParameter():
            return f"ขาด {_name(error)} ที่ต้องระบุ"
        case click.BadOptionUsage():
            return f"ตัวเลือก “{error.option_name}” ใช้ผิด: ต้องมีค่าตามหลัง หรือไม่ต้องมีค่า"
        case click.BadParameter():
            name = error.param_hint if isinstance(error.param_hint, str) else _name(error)
            is_ours = _THAI.search(_QUOTED.sub("", error.message))  # click repeats in its own words what was typed
            told = error.message if is_ours else _tell_expected(error)
            return f"ค่าของ {name} ใช้ไม่ได้ {told}".rstrip()
    typed = getattr(error, "command_name", None)
    if typed is not None:
        group = error.ctx.command if error.ctx else None
        commands = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx else []
        return f"ไม่มีคำสั่ง “{typed}”{_suggest(difflib.get_close_matches(typed, commands))} คำสั่งที่มีคือ {', '.join(commands)}"
    extra = _EXTRA.search(error.message)
    return f'มีคำที่เกินมา “{extra[1]}” ชื่อที่มีช่องว่างให้ครอบด้วยเครื่องหมายคำพูด "…"' if extra else f"พิมพ์คำสั่งไม่ถูก: {error.message}"


def _name(error: click.BadParameter) -> str:
    """Return what a parameter is called in the command's help."""
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.make_metavar(error.ctx) if error.param and error.ctx else "ค่าที่พิมพ์"


def _tell_expected(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"เลือกได้จาก {', '.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        most = "" if kind.max is None else f" ไม่เกิน {kind.max}"
        return f"ต้องเป็นจำนวนเต็มตั้งแต่ {kind.min}{most}"
    if isinstance(kind, click.Path):
        return "ต้องเป็นไฟล์ ไม่ใช่โฟลเดอร์" if not kind.dir_okay else "ต้องเป็นโฟลเดอร์ ไม่ใช่ไฟล์"
    return ""


def _suggest(names: Iterable[str]) -> str:
    known = " หรือ ".join(names)
    return f" น่าจะเป็น {known}" if known else ""
