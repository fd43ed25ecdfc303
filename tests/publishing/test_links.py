"""``prongsai links``: what records link to, asked on a server of this machine."""

from __future__ import annotations

import http.server
import shutil
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import MADE_UP_PLANS
from prongsai.cli.commands import links
from prongsai.cli.main import cli
from prongsai.publishing.visits import Verdict, Visit, encode_address, visit_all


class Web(http.server.ThreadingHTTPServer):
    """Answers as the path says, and keeps what was asked, with the time."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str]] = []
        self.times: list[float] = []
        self.address = f"http://127.0.0.1:{self.server_port}"


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Web

    def do_HEAD(self) -> None:
        self.server.asked.append((self.command, self.path))
        self.server.times.append(time.monotonic())
        if self.path == "/breaks":
            self.connection.close()
            return
        code = (
            405
            if self.path == "/no-head" and self.command == "HEAD"
            else int(self.path.strip("/")[:3])
            if self.path[1:4].isdigit()
            else 200
        )
        self.send_response(code)
        if code == HTTPStatus.FOUND:
            self.send_header("Location", self.path.partition("?")[2] or "/ok")
        elif code == HTTPStatus.TEMPORARY_REDIRECT:  # for ever to itself
            self.send_header("Location", self.path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815 - names of http.server

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def web() -> Iterator[Web]:
    """Serve on this machine."""
    server = Web()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def ask(web: Web, path: str) -> Visit:
    """Visit one address without waiting."""
    (visit,) = visit_all([f"{web.address}{path}"], lambda _: True, pause=0)
    return visit


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        ("/ok", Verdict.ALIVE),
        ("/no-head", Verdict.ALIVE),
        ("/302", Verdict.ALIVE),
        ("/302?/404", Verdict.DEAD),
        ("/307", Verdict.UNSURE),
        ("/404", Verdict.DEAD),
        ("/410", Verdict.DEAD),
        ("/403", Verdict.UNSURE),
        ("/429", Verdict.UNSURE),
        ("/503", Verdict.UNSURE),
        ("/breaks", Verdict.UNSURE),
        ("/302?file:///etc/passwd", Verdict.UNSURE),
    ],
)
def test_answers_are_judged(web: Web, path: str, verdict: Verdict) -> None:
    """Gone is only what the server says is gone; what may be there for a reader is not called dead."""
    visit = ask(web, path)

    assert visit.verdict is verdict
    assert bool(visit.reason) == (verdict is not Verdict.ALIVE)


def test_unsure_answers_are_asked_twice(web: Web) -> None:
    """A server that is busy for a moment gets a second chance; one that is sure is left alone."""
    ask(web, "/503")
    assert web.asked == [("HEAD", "/503")] * 2

    web.asked.clear()
    ask(web, "/404")
    assert web.asked == [("HEAD", "/404"), ("GET", "/404")]


def test_one_host_is_asked_slowly(web: Web) -> None:
    """Between two questions to one host there is a pause; the same address is asked for once."""
    list(visit_all([f"{web.address}/{name}" for name in ("a", "b", "b", "c")], lambda _: True, pause=0.2))

    assert len(web.times) == 3
    assert all(later - earlier >= 0.2 for earlier, later in zip(web.times, web.times[1:], strict=False))


def test_machines_inside_are_not_asked(web: Web) -> None:
    """Neither directly nor by a redirect is a machine of the office or this one asked."""
    (visit,) = visit_all([f"{web.address}/ok"], lambda _: False, pause=0)
    assert visit.verdict is Verdict.UNSURE
    assert web.asked == []

    inside = f"http://localhost:{web.server_port}/secret"
    (visit,) = visit_all([f"{web.address}/302?{inside}"], lambda host: host == "127.0.0.1", pause=0)
    assert visit.verdict is Verdict.UNSURE
    assert not any(path == "/secret" for _, path in web.asked)


def test_thai_addresses_are_encoded() -> None:
    """Host and path in Thai are sent as the web wants them; what is encoded stays."""
    assert encode_address("https://ตัวอย่าง.ไทย/แผน%20ปี?ปี=2566#ท้าย") == (
        "https://xn--72c1a1bt4awk9o.xn--o3cw4h/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%9B%E0%B8%B5?%E0%B8%9B%E0%B8%B5=2566"
    )
    with pytest.raises(ValueError, match="ftp"):
        encode_address("ftp://example.go.th/")


def test_command_names_the_place(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dead link is told with file, line and fix, once for all places; the exit code is 1."""
    shutil.copytree(MADE_UP_PLANS / "huaimai", tmp_path / "plans" / "huaimai")
    path = tmp_path / "plans" / "huaimai" / "lao.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}website: {web.address}/404\n", encoding="utf-8")
    monkeypatch.setattr(links, "is_private_host", lambda _: False)
    monkeypatch.setattr(links, "PAUSE", 0)
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(cli, ["links"])

    assert result.exit_code == 1, result.output
    assert (
        f"plans/huaimai/lao.yml:{text.count(chr(10)) + 1}:10: ลิงก์เสีย: {web.address}/404 ไม่พบหน้านี้แล้ว (404)"
        in result.stdout
    )
    assert "วิธีแก้: หาที่อยู่ใหม่" in result.stdout
    assert "เสีย 1 ลิงก์" in result.stderr


def test_what_is_near_is_told_by_due(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``due --within`` tells what is missing around a day, with exit code 1; on quiet days it says so."""
    shutil.copytree(MADE_UP_PLANS / "nongsaeng", tmp_path / "plans" / "nongsaeng")
    monkeypatch.chdir(tmp_path)

    near = CliRunner().invoke(cli, ["due", "--date", "2569-04-20", "--within", "14"])
    quiet = CliRunner().invoke(cli, ["due", "--date", "2569-07-20", "--within", "14"])

    assert near.exit_code == 1
    assert "รายงานผล ปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน ภายใน 30 เมษายน 2569" in near.stdout
    assert "รอบ 12 เดือน" not in near.stdout
    assert (quiet.exit_code, quiet.stdout) == (0, "ไม่มีสิ่งที่ต้องเผยแพร่ใน 14 วันนี้\n")
