"""The ``prongsai`` command itself: it knows the commands by name, and loads the one that is called."""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from prongsai.cli.exit_codes import FAILED
from prongsai.exceptions import ProngsaiError

# What each command does, in the first line of its help; a test holds both equal. Reading it from the commands would
# load everything that any of them needs.
COMMANDS = {
    "check": "ตรวจข้อมูลทั้งหมดโดยไม่เขียนไฟล์ใด",
    "due": "บอกว่าเผยแพร่อะไรแล้ว และต้องเผยแพร่อะไรต่อ ภายในเมื่อใด",
    "explain": "อธิบายกฎหนึ่ง หรือบอกรายชื่อกฎทั้งหมดเมื่อไม่ระบุ RULE",
    "generate": "ตรวจข้อมูล แล้วเขียนหน้าเว็บเป็นไฟล์ Markdown",
    "migrate": "ย้ายแผนจากที่เดิมไปไว้ในโฟลเดอร์ของช่วงปี",
    "pdf": "ทำเอกสารเป็น PDF และ Word เฉพาะที่เปลี่ยน ทั้งหมด หรือเฉพาะ PAPERS เช่น maesai/2566-2570/",
}

_TRACEBACK = "PRONGSAI_TRACEBACK"  # set, a fault of the program shows where it happened


class LazyGroup(click.Group):
    """A group whose commands are modules, imported when they are called."""

    def list_commands(self, _: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """Return a command; it is loaded now."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"prongsai.cli.commands.{name}"), name)
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="prongsai", message="%(prog)s %(version)s")
def cli() -> None:
    """ตรวจข้อมูลแผนป้องกันการทุจริต และสร้างหน้าเว็บไซต์จากข้อมูลนั้น"""


def main() -> None:
    """Run the command; a failure of the tool is one Thai sentence and exit code 2, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Windows consoles and pipes default to a code page without Thai; file names may be no UTF-8 at all
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli()
    except ProngsaiError as error:
        stop(str(error))
    except OSError as error:
        from prongsai.thai.system_errors import describe_os_error  # noqa: PLC0415 - a failure may take its time

        stop(f"{error.filename or 'เขียนผลลัพธ์ไม่ได้'}: {describe_os_error(error)}")
    except Exception as error:  # a fault of ours, which whoever enters data can only pass on
        if os.environ.get(_TRACEBACK):
            raise
        stop(
            f"โปรแกรมผิดพลาดเอง ({type(error).__name__}: {error})\n"
            f"โปรดแจ้งผู้ดูแลโปรแกรม พร้อมผลของคำสั่งเดิมเมื่อตั้งตัวแปร {_TRACEBACK}=1"
        )


def stop(reason: str) -> NoReturn:
    """Say why the tool could not run, and end, also where nothing can be written any more."""
    with suppress(OSError):
        click.echo(f"ทำงานต่อไม่ได้: {reason}", err=True)
    # What could not be written is not tried again at the end, which would be told by Python in its own words.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
        with suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    sys.exit(FAILED)


if __name__ == "__main__":
    main()
