"""Whether an address on the web is still there, asked politely: one question at a time, a pause at the same host."""

from __future__ import annotations

import http.client
import ssl
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from importlib import metadata
from itertools import groupby
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

from msgspec import Struct

PAUSE = 1.0  # seconds between two questions to one host
_TIMEOUT = 20.0
_HOSTS = 4  # hosts asked side by side
_SAFE = "/%:=&?~#+!$,;'@()*[]"  # what stays in an address as it is
_GONE = {404, 410}
_NO_HEAD = {400, 403, 404, 405, 406, 501}  # some servers answer so to a question without a body


class Verdict(StrEnum):
    """What is known of an address."""

    ALIVE = "alive"
    DEAD = "dead"
    UNSURE = "unsure"


class Visit(Struct, frozen=True):
    """An address and what it answered.

    Attributes:
        url: The address as it was typed.
        verdict: What is known.
        reason: Why, in Thai; empty where it is alive.
    """

    url: str
    verdict: Verdict
    reason: str = ""


def visit_all(urls: Iterable[str], is_reachable: Callable[[str], bool], pause: float) -> Iterator[Visit]:
    """Yield what each address answers, those of one host one after the other.

    Args:
        urls: Addresses that begin with http:// or https://.
        is_reachable: Tells whether a host is one of the open network; others are never asked, redirects included.
        pause: Seconds between two questions to one host.
    """
    by_host = groupby(sorted(set(urls), key=_get_host), key=_get_host)
    groups = [list(group) for _, group in by_host]
    with ThreadPoolExecutor(_HOSTS) as pool:
        for visits in pool.map(lambda group: list(_visit_host(group, is_reachable, pause)), groups):
            yield from visits


def _visit_host(urls: list[str], is_reachable: Callable[[str], bool], pause: float) -> Iterator[Visit]:
    for url in urls:
        visit = _visit(url, is_reachable, pause)
        if visit.verdict is Verdict.UNSURE:  # a line may be busy for a moment
            time.sleep(pause * 3)
            visit = _visit(url, is_reachable, pause)
        yield visit
        time.sleep(pause)


def _visit(url: str, is_reachable: Callable[[str], bool], pause: float) -> Visit:
    try:
        address = encode_address(url)
    except ValueError:
        return Visit(url, Verdict.DEAD, "พิมพ์ผิด ไม่เป็นที่อยู่เว็บ")
    if not is_reachable(_get_host(address)):
        return Visit(url, Verdict.UNSURE, "เป็นที่อยู่ภายในหน่วยงาน ไม่ได้ตรวจ")
    opener = urllib.request.build_opener(_OpenNetworkOnly(is_reachable))
    visit = Visit(url, Verdict.ALIVE)
    for method in ("HEAD", "GET"):
        code, visit = _ask(opener, method, url, address)
        if code not in _NO_HEAD:
            break
        time.sleep(pause)
    return visit


def _ask(opener: urllib.request.OpenerDirector, method: str, url: str, address: str) -> tuple[int, Visit]:
    agent = f"prongsai/{metadata.version('prongsai')} (link check)"
    request = urllib.request.Request(address, method=method, headers={"User-Agent": agent})  # noqa: S310 - http only
    try:
        with opener.open(request, timeout=_TIMEOUT) as answer:
            return answer.status, Visit(url, Verdict.ALIVE)
    except HTTPError as error:
        error.close()
        verdict = Verdict.DEAD if error.code in _GONE else Verdict.UNSURE
        return error.code, Visit(url, verdict, describe_network_error(error, _TIMEOUT))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return 0, _explain(url, error)


def _explain(url: str, reason: object) -> Visit:
    return Visit(url, Verdict.UNSURE, describe_network_error(reason, _TIMEOUT))


def describe_network_error(reason: object, seconds: float) -> str:
    """Return in Thai why an address did not answer.

    Args:
        reason: What was raised, or the reason of an ``URLError``.
        seconds: How long it was waited for.
    """
    if isinstance(reason, HTTPError):
        return _CODES.get(reason.code, f"เครื่องแม่ข่ายตอบรหัส {reason.code}")
    if isinstance(reason, URLError):
        return describe_network_error(reason.reason, seconds)
    if isinstance(reason, ssl.SSLError):
        return "ใบรับรอง https ใช้ไม่ได้ ผู้อ่านจะเห็นคำเตือน"
    if isinstance(reason, TimeoutError):
        return f"ไม่ตอบภายใน {seconds:.0f} วินาที"
    if isinstance(reason, ConnectionRefusedError):
        return "เครื่องแม่ข่ายไม่รับการเชื่อมต่อ"
    if isinstance(reason, OSError) and type(reason).__name__ == "gaierror":
        return "ไม่พบเครื่องชื่อนี้ในอินเทอร์เน็ต"
    return f"เปิดไม่ได้ ({type(reason).__name__})"


_CODES = {
    401: "ต้องเข้าสู่ระบบ (401)",
    403: "เครื่องแม่ข่ายไม่ให้โปรแกรมเปิด (403) ลองเปิดด้วยตนเอง",
    404: "ไม่พบหน้านี้แล้ว (404)",
    410: "หน้านี้ถูกถอนแล้ว (410)",
    429: "เครื่องแม่ข่ายขอให้ถามช้าลง (429)",
    500: "เครื่องแม่ข่ายผิดพลาด (500)",
    502: "เครื่องแม่ข่ายผิดพลาด (502)",
    503: "เครื่องแม่ข่ายไม่ว่าง (503)",
}


class _OpenNetworkOnly(urllib.request.HTTPRedirectHandler):
    """Follows a page that moved, but to no machine inside an office or the computer itself."""

    def __init__(self, is_reachable: Callable[[str], bool]) -> None:
        self._is_reachable = is_reachable

    def redirect_request(self, *arguments: Any) -> urllib.request.Request | None:
        """Return the next question; its method stays that of the first."""
        newurl: str = arguments[-1]
        parts = urlsplit(newurl)
        if parts.scheme not in {"http", "https"} or not self._is_reachable(parts.hostname or ""):
            raise URLError(f"redirected to {parts.scheme}")
        request = super().redirect_request(*arguments)
        if request is not None:
            request.method = arguments[0].get_method()
        return request


def encode_address(url: str) -> str:
    """Return an address as it is sent: Thai letters in host and path encoded.

    Raises:
        ValueError: It is none.
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").encode("idna").decode("ascii")
    if parts.scheme not in {"http", "https"} or not host:
        raise ValueError(url)
    place = f"{host}:{parts.port}" if parts.port else host
    return urlunsplit((parts.scheme, place, quote(parts.path, _SAFE), quote(parts.query, _SAFE), ""))


def _get_host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
