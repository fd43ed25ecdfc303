"""Where a site shall be put, as it is typed."""

from __future__ import annotations

import pytest
from prongsai.exceptions import PublishingError
from prongsai.publishing.ftp import FtpAddress
from prongsai.publishing.target import parse_target


def test_addresses_are_read() -> None:
    """Host, port, login and folder; a folder from the root has two slashes."""
    assert parse_target("ftps://web@ftp.example.go.th/public_html/ita") == FtpAddress(
        "ftp.example.go.th", 21, "web", "public_html/ita", is_encrypted=True
    )
    assert parse_target("FTP://web%40example.go.th@host:2121//srv/web%20site/") == FtpAddress(
        "host", 2121, "web@example.go.th", "/srv/web site/", is_encrypted=False
    )


@pytest.mark.parametrize("folder", ["/var/www/html", r"C:\inetpub\ita", "Z:/ita", r"\\server\share\ita", "../web"])
def test_what_is_no_address_is_a_folder(folder: str) -> None:
    """Folders of every system are left to the system."""
    assert parse_target(folder) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sftp://web@host/x", "ส่งไปยัง sftp:// ไม่ได้"),
        ("ftps://web:secret@host/x", "อย่าเขียนรหัสผ่านในที่อยู่"),
        ("ftps://host/x", "ไม่มีชื่อผู้ใช้"),
        ("ftps:///x", "ไม่มีชื่อเครื่อง"),
        ("ftps://web@host:99999/x", "อ่านที่อยู่"),
        ("ftps://web@host:990/x", "พอร์ต 990"),
        ("ftps://web@host/x?y", "? หรือ #"),
        ("ftps://web@host/x/../y", "อักขระที่ใช้ไม่ได้"),
        ("ftps://web@host/x%0d%0aDELE%20y", "อักขระที่ใช้ไม่ได้"),
    ],
)
def test_wrong_addresses_are_told(text: str, said: str) -> None:
    """What is wrong is said in Thai; a password is not said again."""
    with pytest.raises(PublishingError) as told:
        parse_target(text)

    assert said in str(told.value)
    assert "secret" not in str(told.value)
