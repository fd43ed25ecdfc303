"""The ``prongsai`` command itself: it knows the commands by name, and loads the one that is called."""

from __future__ import annotations

import atexit
import gc
import importlib
import keyword
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

import click

from prongsai.cli.exit_codes import FAILED
from prongsai.exceptions import ProngsaiError

# What each command does, in the first line of its help; a test holds both equal. Reading it from the commands would
# load everything that any of them needs.
COMMANDS = {
    "cache": "แสดงหรือลบหน้าที่เก็บไว้ใช้ครั้งถัดไป",
    "addresses": "จดที่อยู่ของหน้าที่เผยแพร่ เพื่อให้ check เตือนเมื่อที่อยู่ใดหายไป",
    "check": "ตรวจข้อมูลทั้งหมดโดยไม่เขียนไฟล์ใด",
    "doctor": "ตรวจว่าเครื่องนี้พร้อมใช้งาน และบอกสิ่งที่ขาด",
    "due": "บอกว่าเผยแพร่อะไรแล้ว และต้องเผยแพร่อะไรต่อ ภายในเมื่อใด",
    "explain": "อธิบายกฎหนึ่ง หรือบอกรายชื่อกฎทั้งหมดเมื่อไม่ระบุ RULE",
    "fetch": "ดึงสรุปของหน่วยงานจากเว็บไซต์อื่นที่เขียนไว้ใน sources มาเก็บไว้ใช้ตอนสร้างเว็บไซต์",
    "generate": "ตรวจข้อมูล แล้วเขียนหน้าเว็บเป็นไฟล์ Markdown",
    "links": "ตรวจทางอินเทอร์เน็ตว่าลิงก์ในข้อมูลยังเปิดได้หรือไม่",
    "import": "อ่านเอกสารของหน่วยงาน (Word, PDF, Excel, ข้อความ) เป็นข้อมูลใน plans/",
    "migrate": "ย้ายแผนจากที่เดิมไปไว้ในโฟลเดอร์ของช่วงปี",
    "new": "สร้างเว็บไซต์ หน่วยงาน แผน รอบ มาตรการ รายการข้อ OIT เอกสาร หรือการแก้ไขแผน",
    "pdf": "ทำเอกสารเป็น PDF และ Word เฉพาะที่เปลี่ยน ทั้งหมด หรือเฉพาะ PAPERS เช่น maesai/2566-2570/",
    "publish": "ส่งเว็บไซต์ที่สร้างแล้วไปยัง TARGET ซึ่งเป็น ftps:// ftp:// หรือโฟลเดอร์ของเครื่องแม่ข่าย",
    "sheet": "กรอกแผน ผลของรอบ มาตรการ หรือข้อ OIT ใน Excel แล้วนำกลับเข้าไฟล์ข้อมูล",
    "shards": "แบ่งหน่วยงานให้หลายเครื่องช่วยกันสร้าง แล้วรวมเป็นเว็บไซต์เดียว",
    "verify": "บอกว่าไฟล์ที่ดาวน์โหลดมา หรือทุกไฟล์ในโฟลเดอร์ ตรงกับที่เว็บไซต์เผยแพร่หรือไม่",
}

_GARBAGE = (
    100_000  # objects; what a command loads is kept to its end, and Python would look for circles in it every 700
)
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
        module = f"{name}_" if keyword.iskeyword(name) else name
        command: click.Command = getattr(importlib.import_module(f"prongsai.cli.commands.{module}"), module)
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the arguments; what is wrong with them is told in Thai."""
        with _telling_usage():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what is wrong with its arguments is told in Thai."""
        with _telling_usage():
            return super().invoke(ctx)

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@contextmanager
def _telling_usage() -> Iterator[None]:
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:  # shows the help
        raise
    except click.UsageError as error:
        from prongsai.cli.usage import describe_usage_error  # noqa: PLC0415 - most commands are typed right

        raise ProngsaiError(describe_usage_error(error)) from None


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="prongsai", message="%(prog)s %(version)s")
def cli() -> None:
    """ตรวจข้อมูลแผนป้องกันการทุจริต และสร้างหน้าเว็บไซต์จากข้อมูลนั้น"""


def main() -> None:
    """Run the command; a failure of the tool is one Thai sentence and exit code 2, never a traceback."""
    gc.set_threshold(_GARBAGE)
    atexit.register(gc.freeze)  # or Python would look through all once more before it ends
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Windows consoles and pipes default to a code page without Thai; file names may be no UTF-8 at all
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(FAILED)
    except click.Abort:
        stop("ถูกสั่งให้หยุด")
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
