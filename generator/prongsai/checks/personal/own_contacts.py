"""What an LAO publishes of itself: the contacts of ``lao.yml``, which may stand anywhere, and its own name in Latin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from prongsai.checks.personal.detector import PersonalDatum, spell_plainly
from prongsai.checks.personal.finding import CONTACTS, find_personal_data
from prongsai.checks.personal.persons import find_persons
from prongsai.checks.personal.published import PublishedText
from prongsai.checks.personal.spelling import clean
from prongsai.records.lao import Lao
from prongsai.thai.patterns import compile_late

_WRITTEN_BARE = frozenset({"line", "address"})  # keys whose values need no word to mark them
_NAMED_KINDS = frozenset({"email", "line", "social"})
_PRIVATE = compile_late(
    "ส่วนตัว|บ้านพัก|ที่บ้าน|เบอร์บ้าน|โทรศัพท์บ้าน|มือถือ ?(?:ของ)?(?:ปลัด|นิติกร|นายก|หัวหน้า|ผอ|ผู้อำนวยการ|เลขา|รองนายก)"
)


class OwnContacts:
    """The data that an LAO gives as its office's own."""

    def __init__(self, slug: str, lao: Lao, contacts: Iterable[PublishedText]) -> None:
        """Keep what the contacts say that is not about a person."""
        own = [contact for contact in contacts if not _is_private(contact.text)]
        self._names = _list_names(slug, lao.website)
        self._bare = [(contact.contact, _spell(contact.text)) for contact in own if contact.contact in _WRITTEN_BARE]
        # An e-mail address of a person stays one under contacts: what is the office's, its words tell.
        found = (datum for contact in own for datum in find_personal_data(contact.text))
        self._data = {datum[:2] for datum in found if datum.kind in CONTACTS - {"email"}}

    def holds(self, datum: PersonalDatum) -> bool:
        """Tell whether a datum is the office's own, with or without the word that marks it."""
        if datum[:2] in self._data or (datum.kind in _NAMED_KINDS and self._is_named(datum.value)):
            return True
        whole = re.compile(rf"(?<![0-9a-z/]){re.escape(datum.value)}(?![0-9a-z/])")
        return any(kind == datum.kind and whole.search(text) for kind, text in self._bare)

    def _is_named(self, address: str) -> bool:
        """Tell whether the LAO's name stands in an account or in the local part of an e-mail address."""
        local = re.sub("[^a-z0-9]", "", address.partition("@")[0])
        return any(name in local for name in self._names)


def _is_private(text: str) -> bool:
    cleaned = clean(text)
    return _PRIVATE.search(cleaned) is not None or bool(find_persons(cleaned))


def _spell(text: str) -> str:
    return re.sub(r"หมู่ที่|ม\.", "หมู่", spell_plainly(clean(text)))


def _list_names(slug: str, website: str | None) -> list[str]:
    """Return the LAO's name in Latin letters, as its folder and its website have it."""
    host = (urlsplit(website).hostname or "") if website else ""
    names = (slug, *slug.split("-"), host.removeprefix("www.").partition(".")[0])
    return [plain for name in names if len(plain := name.replace("-", "")) >= 4]
