"""One command at a time in ``content/``: two that write and read it together would publish a mixture of both."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from prongsai.exceptions import OutputError
from prongsai.thai.system_errors import describe_os_error

if sys.platform != "win32":
    import fcntl

PATIENCE = 300.0  # seconds; a large site is built in less
_PAUSE = 0.2


class ContentLock:
    """Held by the command that writes ``content/``, until nobody reads what it wrote; the system takes it from the dead.

    It is on the folder itself, so that no file is left behind. Windows knows no such lock; there is none there.
    """

    def __init__(self, content: Path, tell: Callable[[str], object]) -> None:
        """Take nothing yet.

        Args:
            content: MkDocs' ``docs_dir``; made where it is not there.
            tell: Is given a Thai sentence where another command has to be waited for.
        """
        self._content = content
        self._tell = tell
        self._folder: int | None = None

    def __enter__(self) -> Self:
        """Take it."""
        self.take()
        return self

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        self.give_back()

    def take(self, patience: float = PATIENCE) -> None:
        """Wait until no other command has it.

        Raises:
            OutputError: The folder cannot be made or opened, or another command keeps it.
        """
        if self._folder is not None or sys.platform == "win32":
            return
        try:
            self._content.mkdir(parents=True, exist_ok=True)
            folder = os.open(self._content, os.O_RDONLY)
        except OSError as error:
            raise OutputError(f"เขียน {self._content} ไม่ได้: {describe_os_error(error)}") from None
        end = time.monotonic() + patience
        is_told = False
        while not _try_lock(folder):
            if time.monotonic() > end:
                os.close(folder)
                raise OutputError(
                    f"คำสั่งอื่นกำลังเขียน {self._content} อยู่นานเกินไป ปิดคำสั่งนั้นก่อน แล้วสั่งใหม่ "
                    "(เว็บไซต์สองแบบสร้างพร้อมกันได้เมื่อใช้คนละ docs_dir)"
                )
            if not is_told:
                self._tell(f"คำสั่งอื่นกำลังเขียน {self._content} รอให้เสร็จก่อน")
                is_told = True
            time.sleep(_PAUSE)
        self._folder = folder

    def give_back(self) -> None:
        """Let the next one have it."""
        if self._folder is not None:
            os.close(self._folder)
            self._folder = None


def _try_lock(folder: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a network folder that knows no locks
    return True
