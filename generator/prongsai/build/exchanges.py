"""The exchange files of other sites, as they were fetched or placed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from prongsai.exceptions import ProngsaiError
from prongsai.outputs.exchange.format import Exchange, parse_exchange
from prongsai.settings.sources import find_copy, is_address
from prongsai.thai.system_errors import describe_os_error


def load_exchanges(home: Path, sources: Iterable[str]) -> tuple[Exchange, ...]:
    """Return what other sites tell of their LAOs; nothing is fetched.

    Args:
        home: The folder of ``mkdocs.yml``.
        sources: Files, or addresses of which there is a copy.

    Raises:
        ProngsaiError: A file is not there, or is no exchange file; all that is wrong in one message.
    """
    found, faults = [], []
    for source in sources:
        path = find_copy(home, source)
        try:
            found.append(parse_exchange(path.read_bytes(), source))
        except FileNotFoundError:
            fix = "สั่ง prongsai fetch ก่อน" if is_address(source) else f"วางไฟล์ไว้ที่ {path}"
            faults.append(f"sources: ยังไม่มีไฟล์ของ {source} วิธีแก้: {fix}")
        except OSError as error:
            faults.append(f"sources: อ่าน {path} ไม่ได้: {describe_os_error(error)}")
        except ProngsaiError as error:
            faults.append(f"sources: {error}")
    if faults:
        raise ProngsaiError("\n".join(faults))
    return tuple(found)
