"""Every web address of an LAO with its place: those of a field of their own, and those inside texts."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from prongsai.load.data_file import DataFile, DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where
from prongsai.thai.patterns import compile_late

_FIELDS = {"url", "website", "facebook"}
_IN_TEXT = compile_late(r"https?://[^\s<>\"'“”()]+")


class WebLink(NamedTuple):
    """An address.

    Attributes:
        url: The address as it was typed.
        host: Its host in small letters, without the full stop at its end.
        key: The field that holds it, or the key of the text.
        where: Its place.
    """

    url: str
    host: str
    key: str
    where: Where


def iter_web_links(loaded: LoadedDossier) -> Iterator[WebLink]:
    """Yield the addresses in the fields for addresses, then those in texts."""
    for document in loaded.sources.documents.values():
        for path, text in _walk(document.data, ()):
            key = next(str(part) for part in reversed(path) if isinstance(part, str))
            link = _make_link(text, key, document, path)
            if link:
                yield link
    for place in loaded.sources.texts:
        if "://" in place.text:
            for match in _IN_TEXT.finditer(place.text):
                host = read_host(match[0])
                if host:
                    yield WebLink(match[0], host, place.key, place.where)


def _make_link(text: str, key: str, document: DataFile, path: DataPath) -> WebLink | None:
    host = read_host(text)
    return WebLink(text, host, key, document.where(*path)) if host else None


def _walk(data: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in _FIELDS and isinstance(value, list):
                yield from ((((*path, key, index)), item) for index, item in enumerate(value) if isinstance(item, str))
            elif isinstance(value, str):
                if key in _FIELDS:
                    yield (*path, key), value
            else:
                yield from _walk(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _walk(value, (*path, index))


def read_host(url: str) -> str:
    """Return the host of an address in small letters; empty where there is none."""
    try:
        return (urlsplit(url.strip()).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_private_host(host: str) -> bool:
    """Tell whether a host is reached from one computer or one office's network only."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    labels = host.split(".")
    is_inside = labels[-1] in {"localhost", "local", "localdomain", "lan", "internal", "intranet", "home", "corp"}
    return is_inside or len(labels) == 1


def decode_host(host: str) -> str:
    """Return a host with its encoded labels (xn--…) as people read them; unchanged where they cannot be decoded."""
    try:
        return ".".join(
            label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label
            for label in host.split(".")
        )
    except UnicodeError:
        return host
