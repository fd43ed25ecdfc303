"""The folder for passing things to the typesetter, which stands outside ``content/``."""

from __future__ import annotations

import os
import tempfile

from prongsai.exceptions import OutputError
from prongsai.thai.system_errors import describe_os_error


def explain_temporary(error: OSError) -> OutputError:
    """Return what the system refuses in the folder of temporary files."""
    place = tempfile.tempdir or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 - told, not used
    return OutputError(
        f"ใช้โฟลเดอร์ชั่วคราว {place} ไม่ได้: {describe_os_error(error)} ลบไฟล์ที่ไม่ใช้ในนั้น หรือตั้งตัวแปร TMPDIR เป็นโฟลเดอร์อื่นที่เขียนได้"
    )
