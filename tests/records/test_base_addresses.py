"""Converters of what ends up in addresses and style sheets: ids, links, files, colours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.records.base import MAX_URL, Colour, FilePath, Slug, Url
from pydantic import ValidationError
from record_reading import read, refuse


@pytest.mark.parametrize(
    "text",
    [pytest.param("p01", id="short"), pytest.param("adopt-2565", id="hyphen"), pytest.param("2566-12", id="digits")],
)
def test_ascii_id_is_accepted(text: str) -> None:
    """Lower-case letters, digits and single hyphens make an id."""
    assert read(Slug, text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("P01", id="capital"),
        pytest.param("p 01", id="space"),
        pytest.param("p_01", id="underscore"),
        pytest.param("-p01", id="hyphen-first"),
        pytest.param("p01-", id="hyphen-last"),
        pytest.param("p--01", id="two-hyphens"),
        pytest.param("../p01", id="path"),
        pytest.param("p01.html", id="point"),
        pytest.param("โครงการ", id="thai"),
        pytest.param("p๐๑", id="thai-digits"),
        pytest.param("p01\nx", id="line-break"),
    ],
)
def test_other_ids_are_refused(text: str) -> None:
    """What cannot stand in an address is no id."""
    assert refuse(Slug, text)["type"] == "slug"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://www.maesai.go.th", id="https"),
        pytest.param("http://x.go.th:8080/a/b.pdf?id=1&p=2#c", id="http-with-all-parts"),
        pytest.param("https://x.go.th/แผน/2566", id="thai-path"),
        pytest.param("https://x.go.th/a(1)_@b", id="signs-in-the-path"),
    ],
)
def test_full_web_address_is_accepted(text: str) -> None:
    """A web address is kept as it is written."""
    assert read(Url, text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("www.x.go.th", id="without-scheme"),
        pytest.param("//x.go.th", id="without-scheme-slashes"),
        pytest.param("https://", id="without-host"),
        pytest.param("https:///a", id="without-host-with-path"),
        pytest.param("https://:80/", id="port-only"),
        pytest.param("javascript:alert(1)", id="javascript"),
        pytest.param("javascript://x.go.th/%0aalert(1)", id="javascript-with-host"),
        pytest.param("data:text/html,x", id="data"),
        pytest.param("file:///etc/passwd", id="file"),
        pytest.param("ftp://x.go.th/", id="ftp"),
        pytest.param("mailto:a@x.go.th", id="mail"),
        pytest.param("https://user@x.go.th/", id="user"),
        pytest.param("https://x.go.th:secret@evil.example/", id="user-and-password"),
        pytest.param("https://x.go.th/a b", id="space"),
        pytest.param("https://x.go.th/a\u00a0b", id="no-break-space"),
        pytest.param("https://x.go.th/a\nb", id="line-break"),
        pytest.param("https://x.go.th/a\u0001b", id="control-character"),
        pytest.param("https://x.go.th/a\u007fb", id="delete-character"),
        pytest.param("https://x.go.th\\@evil.example", id="backslash"),
        pytest.param('https://x.go.th/"onclick="a', id="quotation-mark"),
        pytest.param("https://x.go.th/<b>", id="angle-brackets"),
        pytest.param("https://x.go.th/\u202egnp.exe", id="turned-around"),
        pytest.param("https://x.go.th/a\u200bb", id="no-width-space"),
        pytest.param("https://[::1", id="broken-host"),
        pytest.param("https://x.go.th:-1/", id="port-below"),
        pytest.param("https://x.go.th:80443/", id="port-above"),
        pytest.param("https://x.go.th:0", id="port-none"),
        pytest.param("https://x.go.th:http/", id="port-word"),
        pytest.param("https://[::1]:99999/", id="port-behind-brackets"),
        pytest.param("https://x.go.th/" + "a" * MAX_URL, id="too-long"),
    ],
)
def test_other_addresses_are_refused(text: str) -> None:
    """Only a full web address without a user is a link."""
    assert refuse(Url, text)["type"] == "url"


def test_wrong_port_is_named() -> None:
    """The fix is one action."""
    assert refuse(Url, "https://x.go.th:80443/a")["ctx"] == {
        "message": "ที่อยู่เว็บมีพอร์ต “:80443” ซึ่งไม่มีจริง",
        "fix": "ลบ :80443 หลังชื่อเว็บไซต์",
    }


@pytest.mark.parametrize(
    ("text", "sign"),
    [("https://x.go.th/a'b", "(“'”)"), ("https://x.go.th/a b", "(U+0020)"), ("https://x.go.th/\u202ea", "(U+202E)")],
)
def test_wrong_sign_in_an_address_is_named(text: str, sign: str) -> None:
    """Nobody is told to begin an address with https:// that does."""
    assert sign in refuse(Url, text)["ctx"]["message"]


@given(st.text() | st.builds("https://{}".format, st.text()))
def test_any_link_is_safe_in_an_attribute(text: str) -> None:
    """Whatever is accepted as a link begins with http and holds no space, quotation mark or angle bracket."""
    try:
        link = read(Url, text)
    except ValidationError:
        link = "https://refused"

    assert link.startswith(("https://", "http://"))
    assert not set(link) & set(" \t\n\r\"'<>`\\\x00")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("files/a.pdf", id="plain"),
        pytest.param("files/2567/ภาพ กิจกรรม.jpg", id="folder-thai-space"),
        pytest.param("files/a..b.pdf", id="points-inside-a-name"),
    ],
)
def test_path_inside_the_files_folder_is_accepted(text: str) -> None:
    """A path below files/ is kept as it is written."""
    assert read(FilePath, text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("a.pdf", id="outside"),
        pytest.param("files", id="folder-itself"),
        pytest.param("files/", id="folder-with-slash"),
        pytest.param("files//a.pdf", id="two-slashes"),
        pytest.param("files/./a.pdf", id="point"),
        pytest.param("files/../lao.yml", id="parent"),
        pytest.param("files/2567/..", id="parent-last"),
        pytest.param("../files/a.pdf", id="parent-first"),
        pytest.param("/files/a.pdf", id="absolute"),
        pytest.param("C:/files/a.pdf", id="drive"),
        pytest.param("files\\a.pdf", id="backslash"),
        pytest.param("files/..\\a.pdf", id="parent-with-backslash"),
        pytest.param("https://x.go.th/files/a.pdf", id="address"),
        pytest.param("files/a\u0000.pdf", id="null-character"),
        pytest.param("files/a\n.pdf", id="line-break"),
        pytest.param("files/a\u001b.pdf", id="control-character"),
    ],
)
def test_other_paths_are_refused(text: str) -> None:
    """A path that could leave files/, or name no file, is refused."""
    assert refuse(FilePath, text)["type"] == "path"


def test_colour_is_lower_case() -> None:
    """A colour has six hexadecimal digits."""
    assert read(Colour, "#1A5FB4") == "#1a5fb4"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1a5fb4", id="without-sign"),
        pytest.param("#1a5", id="three-digits"),
        pytest.param("#1a5fbg", id="no-digit"),
        pytest.param("red", id="name"),
        pytest.param("#1a5fb4;}", id="style-sheet"),
    ],
)
def test_other_colours_are_refused(text: str) -> None:
    """Anything else is no colour."""
    assert refuse(Colour, text)["type"] == "colour"


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(Slug, id="slug"),
        pytest.param(Url, id="url"),
        pytest.param(FilePath, id="path"),
        pytest.param(Colour, id="colour"),
    ],
)
@pytest.mark.parametrize("value", [pytest.param(["a"], id="list"), pytest.param({"a": "b"}, id="mapping")])
def test_list_or_mapping_is_no_address(kind: object, value: object) -> None:
    """A list or a mapping in place of an address is told as such."""
    assert refuse(kind, value)["type"] == "text"
