"""The exchange format: what one site tells, another shows, and what is not it is refused in Thai."""

from __future__ import annotations

import datetime as dt
import http.server
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from export_readers import get_made_up
from figure_records import make_maesai
from jsonschema import Draft202012Validator
from lxml import html
from markdown import Markdown
from msgspec.structs import replace
from prongsai.build.exchanges import load_exchanges
from prongsai.build.fetching import fetch_exchange
from prongsai.cli.main import cli
from prongsai.documents.shelf import Shelf
from prongsai.exceptions import ProngsaiError
from prongsai.figures.ledger import Ledger
from prongsai.outputs.exchange.format import build_schema, parse_exchange, render_exchange
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.site_pages import render_site_pages
from prongsai.outputs.pages.summary import summarise
from prongsai.settings.sources import find_copy, find_source_fault

DAY = dt.date(2025, 5, 1)
SITE = "https://plans.example.go.th/"


def make_file() -> bytes:
    """Return the exchange file of a site with two LAOs."""
    laos = [summarise(get_made_up()), summarise(LaoPages(Shelf(Ledger(make_maesai())), today=DAY))]
    return render_exchange(laos, "ศูนย์ข้อมูล", SITE, "CC-BY-4.0", DAY)


def change(**keys: Any) -> bytes:
    """Return the file with other values of the first LAO."""
    data = json.loads(make_file())
    data["laos"][0] |= keys
    return json.dumps(data).encode()


def test_what_is_written_is_read_and_follows_the_schema() -> None:
    """Figures come back as they were; the published schema accepts the file."""
    exchange = parse_exchange(make_file(), "x")
    own = summarise(get_made_up()).latest

    assert exchange.laos[0].latest
    assert own
    assert exchange.laos[0].latest.planned.to_sum() == own.total.planned
    assert exchange.laos[0].address == f"{SITE}nongsaeng/"
    assert list(Draft202012Validator(build_schema()).iter_errors(json.loads(make_file()))) == []


def test_long_names_are_shortened() -> None:
    """A record may have longer texts than the format takes; the file is written, and read."""
    summary = replace(summarise(get_made_up()), name="ก" * 5_000, location="อำเภอหนึ่ง\nจังหวัดสอง")
    [lao] = parse_exchange(render_exchange([summary], "ศูนย์ข้อมูล", SITE, "", DAY), "x").laos

    assert (len(lao.name), lao.name[-2:]) == (1_000, "ก…")
    assert lao.location == "อำเภอหนึ่ง จังหวัดสอง"


def test_key_of_a_later_version_is_passed_over() -> None:
    """A file with more keys is read; one of another version is not."""
    assert parse_exchange(change(colour="red"), "x") == parse_exchange(make_file(), "x")
    with pytest.raises(ProngsaiError, match="ที่ผิดคือ version"):
        parse_exchange(make_file().replace(b'"version": 1', b'"version": 2'), "x")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"<html>", "ไม่ใช่ JSON"),
        (b"[]", "x ไม่ใช่ไฟล์แลกเปลี่ยนรุ่น 1"),
        ({"address": "javascript:alert(1)"}, r"ที่ผิดคือ laos\.0\.address"),
        ({"address": 'https://x.example/" onclick="x'}, r"ที่ผิดคือ laos\.0\.address"),
        ({"name": "", "late_rounds": -1}, r"ที่ผิดคือ laos\.0\.name, laos\.0\.late_rounds"),
        (b" " * 20_000_001, "ใหญ่เกิน 20 MB"),
    ],
    ids=["html", "list", "script", "quote", "several", "large"],
)
def test_what_is_no_exchange_file_is_refused(text: bytes | dict[str, Any], told: str) -> None:
    """With every place that is wrong, and what to do; a text, or values of the first LAO."""
    with pytest.raises(ProngsaiError, match=told) as caught:
        parse_exchange(text if isinstance(text, bytes) else change(**text), "x")

    assert "วิธีแก้" in str(caught.value)


def test_front_page_shows_the_others_as_such() -> None:
    """Below the own LAOs, linked to their site, with where and when; markup in a name is text."""
    exchange = parse_exchange(change(name="<img src=x>เทศบาลตำบลอื่น"), "x")
    front, *_ = render_site_pages([summarise(get_made_up())], DAY, None, [exchange])
    tree = html.fragment_fromstring(Markdown(extensions=["attr_list", "md_in_html"]).convert(front.body), "div")
    rows = tree.xpath("//table[caption[@id='exchange-table']]/tbody/tr")

    assert tree.xpath("//h2[@id='others']")
    assert [row.xpath("string(th/a)") for row in rows] == ["<img src=x>เทศบาลตำบลอื่น", "เทศบาลตำบลหนองแสง"]
    assert not tree.xpath("//img")
    assert rows[1].xpath("th/a/@href") == [f"{SITE}nongsaeng/"]
    assert "เสร็จ 29 จาก 29 โครงการ" in rows[1].text_content()
    assert "ศูนย์ข้อมูล" in rows[0].xpath("string(td[last()])")


def test_build_reads_files_and_copies_and_fetches_nothing(tmp_path: Path) -> None:
    """What is missing is told for all sources at once."""
    (tmp_path / "near.json").write_bytes(make_file())
    far = f"{SITE}data/exchange.json"
    with pytest.raises(ProngsaiError) as caught:
        load_exchanges(tmp_path, ["near.json", far, "gone.json"])
    copy = find_copy(tmp_path, far)
    copy.parent.mkdir()
    copy.write_bytes(make_file())

    assert "สั่ง prongsai fetch ก่อน" in str(caught.value)
    assert "gone.json" in str(caught.value)
    assert len(load_exchanges(tmp_path, ["near.json", far])) == 2


@pytest.mark.parametrize("source", ["ftp://x.example/", "https://u:p@x.example/", "", 5, "file:///etc/passwd"])
def test_source_that_is_none(source: object) -> None:
    """Only files beside the settings, and addresses of the web."""
    assert find_source_fault(source)
    assert not find_source_fault(f"{SITE}data/exchange.json")


@pytest.fixture
def other_site() -> Iterator[tuple[str, dict[str, bytes]]]:
    """Serve what a test puts into the dictionary."""
    files: dict[str, bytes] = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path in files else 404)
            self.end_headers()
            self.wfile.write(files.get(self.path, b""))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", files
    server.shutdown()
    server.server_close()


def test_fetch_keeps_a_copy_and_never_a_wrong_one(other_site: tuple[str, dict[str, bytes]], tmp_path: Path) -> None:
    """A good file replaces the copy; a page of errors, or no answer, leaves it as it is and is told."""
    address, files = other_site
    source = f"{address}/data/exchange.json"
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(f"plugins:\n  - prongsai:\n      sources: ['{source}', own.json]\n", encoding="utf-8")
    files["/data/exchange.json"] = make_file()

    good = CliRunner().invoke(cli, ["fetch", "--settings", str(settings)])
    files["/data/exchange.json"] = b"<html>"
    wrong = CliRunner().invoke(cli, ["fetch", "--settings", str(settings)])
    files.clear()
    gone = CliRunner().invoke(cli, ["fetch", "--settings", str(settings)])

    assert (good.exit_code, good.output) == (0, f"{source}: 2 หน่วยงาน สร้างเมื่อ 2025-05-01\n")
    assert (wrong.exit_code, gone.exit_code) == (1, 1)
    assert "ไม่ใช่ไฟล์แลกเปลี่ยน" in wrong.output
    assert "ไม่พบหน้านี้แล้ว (404) สำเนาเดิมคงอยู่" in gone.output
    assert find_copy(tmp_path, source).read_bytes() == make_file()


def test_server_that_speaks_something_else(tmp_path: Path) -> None:
    """Also where the answer is none of HTTP, a clerk reads a Thai sentence."""
    server = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"220 ready\r\n")

    threading.Thread(target=answer, daemon=True).start()
    with server, pytest.raises(ProngsaiError, match="ไม่ได้: เปิดไม่ได้"):
        fetch_exchange(tmp_path, f"http://127.0.0.1:{server.getsockname()[1]}/exchange.json")


def test_settings_without_sources_fetch_nothing(tmp_path: Path) -> None:
    """The commands says so."""
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("plugins: [prongsai]\n", encoding="utf-8")

    result = CliRunner().invoke(cli, ["fetch", "--settings", str(settings)])

    assert result.exit_code == 0
    assert "ไม่มีอะไรให้ดึง" in result.output
