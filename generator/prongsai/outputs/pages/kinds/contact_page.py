"""How to reach an LAO's office, and what to do about a wrong figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.outputs.pages.kinds.front import list_contact_lines
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.records.lao import Contacts
from prongsai.thai.digits import to_arabic

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(r"\+?[0-9][0-9 -]{5,}")


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the page with the office's contacts and the ways to report and to object."""
    name = lao.dossier.lao.full_name
    contacts = lao.dossier.lao.contacts
    yield lao.render(
        "contact.md.jinja",
        lao.paths.contact,
        title=f"ติดต่อและแจ้งข้อมูลผิด {name}",
        description=f"ช่องทางติดต่อ{name} วิธีแจ้งเมื่อพบตัวเลขหรือข้อความผิด และสิทธิขอดูเอกสารต้นฉบับ",
        above=(("ติดต่อและแจ้งข้อมูลผิด", lao.paths.contact),),
        contact_lines=list_contact_lines(contacts),
        links=list_contact_links(contacts),
        can_be_reached=any(value for name, value in contacts if name not in {"unit", "hours"}),
    )


def list_contact_links(contacts: Contacts) -> dict[str, str]:
    """Return the address behind each contact that a phone can open, by the contact as written."""
    links = {}
    if contacts.email and _EMAIL.fullmatch(contacts.email):
        links[contacts.email] = f"mailto:{contacts.email}"
    number = to_arabic(contacts.phone or "")
    if contacts.phone and _PHONE.fullmatch(number):
        links[contacts.phone] = f"tel:{re.sub('[ -]', '', number)}"
    if contacts.facebook and "://" in contacts.facebook:  # a page's name leads to many pages
        links[contacts.facebook] = contacts.facebook
    return links
