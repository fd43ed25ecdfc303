"""Telling an office that a figure is wrong: a letter that says which one, or where the office can be reached."""

from __future__ import annotations

from urllib.parse import quote

from prongsai.outputs.pages.kinds.contact_page import list_contact_links
from prongsai.outputs.pages.lao_pages import LaoPages

SUBJECT = "แจ้งตัวเลขผิด"


def find_letter(lao: LaoPages, page: str, figure: str, value: str, place: str) -> str:
    """Return the address of a letter to the office's own mailbox; empty where it has none.

    The letter is short: mail programs take some 2,000 characters of an address, and a Thai one takes nine.

    Args:
        lao: The LAO.
        page: Path in ``content/`` of the page that shows the figure.
        figure: What the figure is called.
        value: What the page shows.
        place: Of which year and round it is.
    """
    contacts = lao.dossier.lao.contacts
    mailbox = list_contact_links(contacts).get(contacts.email or "")
    if not mailbox:
        return ""
    body = f"{figure}: {value}\n{place}\n{lao.get_address(page)}\n\nที่ถูกต้อง: \nหลักฐาน: "
    return f"{mailbox}?subject={_encode(SUBJECT)}&body={_encode(body)}"


def _encode(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe="")
