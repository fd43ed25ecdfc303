"""What rules between LAOs look at: little enough to be kept, so that an LAO that did not change need not be read."""

from __future__ import annotations

from msgspec import Struct

from prongsai.checks.subjects.web_links import WebLink, iter_web_links
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where

CONTACTS = ("phone", "fax", "email", "line", "facebook", "address")


class LaoFacts(Struct, frozen=True):
    """Who an LAO is and how it is reached.

    Attributes:
        slug: Its folder's name.
        type: Its type, as in the records.
        name: Its short name.
        district: Its district; None where it has none.
        province: Its province.
        code: Its code; None where it is not told.
        full_name: Type and name.
        location: District and province in words.
        contacts: Website and contacts as they were typed, by their keys.
        places: Where those stand, and ``name`` and ``code``.
        links: The addresses in fields for links.
        aliases: Its former slugs, and where each is written.
    """

    slug: str
    type: str
    name: str
    district: str | None
    province: str
    code: str | None
    full_name: str
    location: str
    contacts: dict[str, str]
    places: dict[str, Where]
    links: tuple[WebLink, ...]
    aliases: tuple[tuple[str, Where], ...] = ()

    @property
    def folder(self) -> str:
        """The LAO's folder as messages name it."""
        return self.places["name"].path.rpartition("/")[0]


def find_facts(loaded: LoadedDossier) -> LaoFacts:
    """Return what rules between LAOs look at."""
    lao = loaded.dossier.lao
    contacts = {"website": lao.website or ""} | {key: getattr(lao.contacts, key) or "" for key in CONTACTS}
    paths = {"name": ("name",), "code": ("code",), "website": ("website",)} | {k: ("contacts", k) for k in CONTACTS}
    return LaoFacts(
        slug=loaded.slug,
        type=str(lao.type),
        name=lao.name,
        district=lao.district,
        province=lao.province,
        code=lao.code,
        full_name=lao.full_name,
        location=lao.location,
        contacts=contacts,
        places={key: loaded.sources.where("lao", *path) for key, path in paths.items()},
        links=tuple(link for link in iter_web_links(loaded) if link.key == "url"),
        aliases=tuple(
            (alias, loaded.sources.where("lao", "aliases", index)) for index, alias in enumerate(lao.aliases)
        ),
    )
