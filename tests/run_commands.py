"""A script that runs commands in folders that it is told of, and tells as JSON how each ended.

Each line that it reads is an order: folder, variables of the environment, names of commands. A process of its own,
which need not load the program again, runs them one after the other. What nobody catches is a traceback on the screens
of web staff; here it ends with the code 99.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
import traceback
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

COMMANDS = {
    "check": ["prongsai", "check"],
    "due": ["prongsai", "due"],
    "explain": ["prongsai", "explain", "file-type"],
    "generate": ["prongsai", "generate"],
    "migrate": ["prongsai", "migrate", "--dry-run"],
    "pdf": ["prongsai", "pdf"],
    "build": ["mkdocs", "build"],
}
UNCAUGHT = 99


def run(name: str) -> tuple[int, str]:
    """Return exit code and output of a command."""
    from mkdocs.__main__ import cli as mkdocs  # noqa: PLC0415 - only the script needs them
    from prongsai.cli.main import main  # noqa: PLC0415 - see above

    sys.argv = COMMANDS[name]
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    code: object = 0
    with redirect_stdout(output), redirect_stderr(output):
        try:
            mkdocs() if sys.argv[0] == "mkdocs" else main()
        except SystemExit as ended:
            code = ended.code
        except BaseException:  # noqa: BLE001 - this is what is looked for
            traceback.print_exc(file=output)
            code = UNCAUGHT
    buffer: io.BytesIO = output.buffer  # type: ignore[assignment]
    return (code if isinstance(code, int) else int(bool(code))), buffer.getvalue().decode()


def carry_out(order: dict[str, Any]) -> str:
    """Return as JSON how the commands of an order ended."""
    os.chdir(order["folder"])
    os.environ.update(order["environment"])
    tempfile.tempdir = None  # found anew, as a new process does
    return json.dumps({name: run(name) for name in order["commands"]})


def serve() -> None:
    """Load what the commands load, then carry out orders until there are no more."""
    import docx  # noqa: F401, PLC0415 - only the script needs them
    import mkdocs.commands.build  # noqa: F401, PLC0415
    import prongsai.build.site  # noqa: PLC0415
    import prongsai.plugin  # noqa: F401, PLC0415
    import typst  # noqa: F401, PLC0415

    for line in sys.stdin:
        if os.fork() == 0:
            sys.stdout.write(carry_out(json.loads(line)) + "\n")
            sys.stdout.flush()
            os._exit(0)
        _, status = os.wait()
        if status:
            print("null", flush=True)


if __name__ == "__main__":
    serve()
