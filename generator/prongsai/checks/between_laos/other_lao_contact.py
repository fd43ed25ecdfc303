"""เว็บไซต์ โทรศัพท์ และอีเมลต้องเป็นของหน่วยงานเอง ไม่ใช่ของหน่วยงานอื่นในเว็บไซต์นี้

ตรวจ lao.yml ของทุกหน่วยงานว่าใช้ช่องทางเดียวกันหรือไม่ และหลักฐานที่อยู่บนเว็บไซต์ของหน่วยงานอื่น
เหตุที่สำคัญ: ประชาชนจะติดต่อผิดหน่วยงาน และหลักฐานของหน่วยงานอื่นไม่ได้แสดงผลของหน่วยงานนี้

ไม่ผ่าน: chiangmuan/lao.yml มี website: https://www.maesai.go.th ซึ่งเป็นเว็บไซต์ใน maesai/lao.yml
ผ่าน: แต่ละหน่วยงานมีเว็บไซต์และหมายเลขโทรศัพท์ของตนเอง
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prongsai.checks.subjects.lao_facts import LaoFacts
from prongsai.checks.subjects.web_links import read_host
from prongsai.problem import Problem, Severity
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import compact

ID = "other-lao-contact"
SEVERITY = Severity.WARNING

_FIELDS = {
    "website": "เว็บไซต์", "phone": "โทรศัพท์", "fax": "โทรสาร", "email": "อีเมล", "line": "LINE", "facebook": "Facebook",
    "address": "ที่อยู่",
}  # fmt: skip
_LEAST_DIGITS = 7  # hot lines are shared


def check(laos: Sequence[LaoFacts]) -> Iterator[Problem]:
    """Yield contacts that two LAOs have, at the one whose own they are not, and evidence on another's website."""
    for field, label in _FIELDS.items():
        holders: dict[str, list[LaoFacts]] = {}
        for lao in laos:
            if key := _make_key(lao, field):
                holders.setdefault(key, []).append(lao)
        for key, sharing in holders.items():
            owner = next((lao for lao in sharing if lao.slug.split("-")[0] in key), sharing[0])
            for lao in sharing:
                if lao is not owner and not _is_same_lao(lao, owner):
                    yield _report(lao, owner, field, label)
    yield from _check_links(laos)


def _is_same_lao(one: LaoFacts, other: LaoFacts) -> bool:
    """Tell whether two folders are of one LAO, which same-lao tells."""
    return (one.full_name, one.province) == (other.full_name, other.province)


def _make_key(lao: LaoFacts, field: str) -> str:
    """Return a contact in the spelling in which two are compared; empty where there is none to compare."""
    text = to_arabic(lao.contacts[field]).strip().casefold()
    if field == "website":
        path = re.sub(r"^https?://[^/]*", "", text).strip("/")
        host = read_host(text).removeprefix("www.")
        return "" if _is_example(host) else f"{host}/{path}".strip("/")
    if field in {"phone", "fax"}:
        digits = re.sub("[^0-9]", "", text)
        return digits if len(digits) >= _LEAST_DIGITS else ""
    return compact(text) if len(text) > 3 else ""


def _is_example(host: str) -> bool:
    """Tell whether a host is none's: made-up records name example.go.th or a name under .example."""
    return "example" in host.split(".")


def _report(lao: LaoFacts, owner: LaoFacts, field: str, label: str) -> Problem:
    return Problem(
        lao.places[field],
        ID,
        SEVERITY,
        f"{label} “{lao.contacts[field]}” เป็นของ{owner.full_name} ({owner.slug}/) ด้วย",
        f"แก้เป็น{label}ของ{lao.full_name} หรือลบคีย์ {field}: หากยังไม่มี",
        (owner.places[field],),
    )


def _check_links(laos: Sequence[LaoFacts]) -> Iterator[Problem]:
    owners: dict[str, list[LaoFacts]] = {}
    for lao in laos:
        host = read_host(lao.contacts["website"]).removeprefix("www.")
        if host and not _is_example(host):
            owners.setdefault(host, []).append(lao)
    for lao in laos:
        for link in lao.links:
            sharing = owners.get(link.host.removeprefix("www."), [])
            if len(sharing) == 1 and sharing[0] is not lao:
                owner = sharing[0]
                yield Problem(
                    link.where,
                    ID,
                    SEVERITY,
                    f"หลักฐานนี้อยู่บนเว็บไซต์ของ{owner.full_name} ({link.host})",
                    "ใช้ที่อยู่บนเว็บไซต์ของหน่วยงาน หากเป็นงานที่ทำร่วมกันจริงให้ใส่ ignore: พร้อมเหตุผล",
                    (owner.places["website"],),
                )
