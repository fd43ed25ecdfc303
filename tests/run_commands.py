"""A script that runs commands in folders that it is told of, and tells as JSON how each ended.

Each line that it reads is an order: folder, variables of the environment, commands as lists of words. A process of its
own, which need not load the program again, runs those of an order one after the other. What nobody catches is a
traceback on the screens of web staff; here it ends with the code 99.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import io
import json
import os
import pkgutil
import signal
import sys
import tempfile
import traceback
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

UNCAUGHT = 99
PASSES_OVER_RIGHTS = 0b110  # root's capabilities to read and write whatever it likes


def run(command: list[str]) -> tuple[int, str, str]:
    """Return exit code and what was told on both streams."""
    from mkdocs.__main__ import cli as mkdocs  # noqa: PLC0415 - only the script needs them
    from prongsai.cli.main import main  # noqa: PLC0415 - see above

    sys.argv = command
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
    code: object = 0
    with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
        try:
            mkdocs() if command[0] == "mkdocs" else main()
        except SystemExit as ended:
            code = ended.code
        except BaseException:  # noqa: BLE001 - this is what is looked for
            traceback.print_exc(file=streams[1])
            code = UNCAUGHT
    output, errors = (stream.buffer.getvalue().decode() for stream in streams)  # type: ignore[attr-defined]
    return (code if isinstance(code, int) else int(bool(code))), output, errors


def carry_out(order: dict[str, Any]) -> str:
    """Return as JSON how the commands of an order ended."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)  # nobody is there to be asked
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    if order["is_ordinary"] and os.geteuid() == 0:
        obey_rights()
    signal.setitimer(signal.ITIMER_REAL, order["seconds"])  # whose signal kills
    tempfile.tempdir = None  # found anew, as a new process does
    return json.dumps([run(command) for command in order["commands"]])


def obey_rights() -> None:
    """Go on as a user to whom the rights of files mean what they say; root passes over every right."""
    kernel = ctypes.CDLL(None)
    version, rights = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    kernel.capget(version, rights)
    for part in range(2):  # those in use, those that could be taken up again
        rights[part] &= ~PASSES_OVER_RIGHTS
    if kernel.capset(version, rights):
        raise OSError("rights cannot be given up")


def load_program() -> None:
    """Load the modules, words and templates of the package that commands load when they need them."""
    import docx  # noqa: F401, PLC0415 - only the script needs them
    import mkdocs.commands.build  # noqa: F401, PLC0415
    import prongsai  # noqa: PLC0415
    import pymdownx.superfences  # noqa: F401, PLC0415
    import typst  # noqa: F401, PLC0415
    from compiled_templates import compile_theme, keep_compiled_templates  # noqa: PLC0415

    keep_compiled_templates()
    compile_theme()
    for module in pkgutil.walk_packages(prongsai.__path__, "prongsai."):
        if not module.name.endswith(".__main__"):
            importlib.import_module(module.name)
    from prongsai.checks.subjects.spelling import list_misspellings  # noqa: PLC0415
    from prongsai.outputs.pages.environment import get_environment  # noqa: PLC0415
    from prongsai.records.lao import Numerals  # noqa: PLC0415
    from prongsai.thai.words import load_words  # noqa: PLC0415

    list_misspellings()
    load_words()
    for numerals in Numerals:
        templates = get_environment(numerals)
        for name in templates.list_templates():
            templates.get_template(name)


def serve() -> None:
    """Carry out orders until there are no more."""
    load_program()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a command says past Python's own streams is no answer
    gc.freeze()
    for line in sys.stdin:
        if os.fork() == 0:
            answers.write(carry_out(json.loads(line)) + "\n")
            answers.flush()
            os._exit(0)
        _, status = os.wait()
        if status:
            answers.write("null\n")
            answers.flush()


if __name__ == "__main__":
    serve()
