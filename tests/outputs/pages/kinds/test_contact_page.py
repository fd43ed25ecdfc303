"""The contact page: which contacts a phone can open."""

from __future__ import annotations

import pytest
from prongsai.outputs.pages.kinds.contact_page import list_contact_links
from prongsai.records.lao import Contacts


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("0 5373 1234", "tel:053731234"),
        ("๐-๕๓๗๓-๑๒๓๔", "tel:053731234"),
        ("0 5373 1234 ต่อ 12", None),
        ("สายด่วน", None),
    ],
    ids=["arabic", "thai", "extension", "word"],
)
def test_phone_number_can_be_called(phone: str, link: str | None) -> None:
    """A plain number leads to the dialler in Arabic digits; anything else stays text."""
    assert list_contact_links(Contacts(phone=phone)).get(phone) == link


@pytest.mark.parametrize(
    ("email", "is_link"),
    [("office@example.go.th", True), ("office@example.go.th?bcc=x", False), ("ถามที่สำนักปลัด", False)],
    ids=["address", "with more", "words"],
)
def test_only_a_plain_address_is_a_mail_link(email: str, is_link: bool) -> None:  # noqa: FBT001
    """An e-mail address leads to the mail program; text that is more than an address does not."""
    assert (f"mailto:{email}" in list_contact_links(Contacts(email=email)).values()) is is_link
