"""Fetching the exchange files of other sites, which builds only read."""

from __future__ import annotations

from http.client import HTTPException
from pathlib import Path
from urllib.request import Request, urlopen

from prongsai.exceptions import ProngsaiError
from prongsai.outputs.exchange.format import MAX_BYTES, Exchange, parse_exchange
from prongsai.outputs.writer import write_whole
from prongsai.publishing.visits import describe_network_error, encode_address
from prongsai.settings.sources import find_copy
from prongsai.thai.system_errors import describe_os_error

_SECONDS = 30


def fetch_exchange(home: Path, source: str) -> Exchange:
    """Fetch an address and keep a copy for builds; one that is there stays unless the new one is right.

    Raises:
        ProngsaiError: The address does not answer, or not with an exchange file.
    """
    try:
        request = Request(encode_address(source), headers={"User-Agent": "prongsai", "Accept": "application/json"})  # noqa: S310 - http only
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - checked by the settings
            text = answer.read(MAX_BYTES + 1)
    except (OSError, HTTPException, ValueError) as error:
        kept = " สำเนาเดิมคงอยู่" if find_copy(home, source).exists() else ""
        raise ProngsaiError(f"ดึง {source} ไม่ได้: {describe_network_error(error, _SECONDS)}{kept}") from None
    exchange = parse_exchange(text, source)
    try:
        write_whole(find_copy(home, source), text)
    except OSError as error:
        raise ProngsaiError(f"เขียน {find_copy(home, source)} ไม่ได้: {describe_os_error(error)}") from None
    return exchange
