"""The address of a site: what may be written into every page."""

from __future__ import annotations

import pytest
from prongsai.settings.site_address import find_address_refusal


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.example.go.th/",
        "http://127.0.0.1:8000/",
        "https://example.github.io/plans/",
        "https://เทศบาล.ไทย/",
        "http://[::1]:8000/",
    ],
    ids=["none", "host", "port", "folder", "thai", "ipv6"],
)
def test_address_of_a_site_is_accepted(address: str) -> None:
    """An http or https address of a host and a folder is one."""
    assert find_address_refusal(address) is None


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("ftp://example.go.th/", "ต้องขึ้นต้นด้วย https:// หรือ http://"),
        ("www.example.go.th", "ต้องขึ้นต้นด้วย https:// หรือ http://"),
        ("https://example.go.th/ศูนย์ ข้อมูล/", "มีช่องว่างหรืออักขระที่มองไม่เห็น"),
        ("https://example.go.th\u200b/", "มีช่องว่างหรืออักขระที่มองไม่เห็น"),
        ('https://example.go.th/"><script>', 'มีอักขระ " ที่ใช้ในที่อยู่ไม่ได้'),
        ("https://clerk:secret@example.go.th/", "มีชื่อผู้ใช้หรือรหัสผ่าน"),
        ("https://example.go.th/?page=1", "มี ? หรือ #"),
        ("https://example.go.th/#top", "มี ? หรือ #"),
        ("https:///plans/", "ไม่มีชื่อเว็บไซต์"),
        ("https://example..go.th/", "ไม่มีชื่อเว็บไซต์"),
        ("https://example.go.th:port/", "เขียนไม่ถูกรูปแบบ"),
        ("https://[example/", "เขียนไม่ถูกรูปแบบ"),
    ],
    ids=[
        "scheme",
        "no scheme",
        "space",
        "invisible",
        "quote",
        "password",
        "query",
        "anchor",
        "no host",
        "dots",
        "port",
        "bracket",
    ],
)
def test_address_of_no_site_is_refused(address: str, fault: str) -> None:
    """What would break or leak in every page is told with the address, and how to write it."""
    refusal = find_address_refusal(address)

    assert refusal
    assert refusal.setting == "site_url"
    assert f"“{address}”" in refusal.message
    assert fault in refusal.message
    assert "site_url: https://" in refusal.fix
