"""A script that runs commands one after the other in its own process and tells as JSON how each ended.

What nobody catches is a traceback on the screens of web staff; here it ends with the code 99.
"""

from __future__ import annotations

import io
import json
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout

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


if __name__ == "__main__":
    print(json.dumps({name: run(name) for name in sys.argv[1:]}))
