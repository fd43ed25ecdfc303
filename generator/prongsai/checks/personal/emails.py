"""E-mail addresses of persons.

Whose an address is, is told by its two halves. A domain of an organisation (``.go.th``, ``.or.th``, ``.ac.th``,
``.co.th``, ``.mi.th``) is its office's, save that of its students and of the providers that hold one. At any other
domain, which anybody may have an address at, a local part that names a post or an office (``saraban``, ``tambon``,
``info``) is the office's and any other is a person's. (at), [dot], full width and spaces hide nothing.

Source: the second-level domains of THNIC, which are given to organisations only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span
from prongsai.thai.patterns import compile_late

_DOT_WORD = "(?:dot|ดอท|จุด)"
_DOT = rf"(?:\.| ?[.,] ?(?=(?:com|co|net|org|th)(?![a-z]))| ?[(\[{{<] ?(?:{_DOT_WORD}|\.) ?[)\]}}>] ?| {_DOT_WORD} |-dot-|_dot_)"
_AT_WORD = "(?:at|แอท|แอ็ท|แอด|แอ็ด)"
_AT = (
    rf"(?: ?@ ?| ?[(\[{{<] ?(?:{_AT_WORD}|@) ?[)\]}}>] ?|[-_]at[-_](?=(?:gmail|hotmail|yahoo|outlook|icloud)[._-])"
    rf"| {_AT_WORD} (?=[a-z0-9-]{{2,30}} ?(?:\.|[(\[{{]? ?{_DOT_WORD})))"
)
_EMAIL = compile_late(
    r"(?<![a-z0-9])(?P<local>(?!(?:id|line|ig|fb) ?@)[a-z0-9](?:[a-z0-9_%+-]|\.(?=[a-z0-9_])){0,63})"
    rf"{_AT}(?P<domain>[a-z0-9-]{{1,40}}(?:{_DOT}[a-z0-9-]{{2,20}}){{1,4}}|(?:gmail|hotmail|yahoo|outlook|icloud)(?:com)?(?![a-z]))",
    re.IGNORECASE,
)
_ORGANISATION = compile_late(r"(?:^|\.)(?:(?:go|or|ac|mi|co|net|in)\.th|gov|int|edu|org|mil)$")
_PROVIDER = compile_late(r"(?:^|\.)(?:yahoo|ymail|hotmail|outlook|live|msn|gmail)\.")  # they hold .co.th too
_STUDENT = compile_late(r"(?:^|\.)(?:students?|std|stu|alumni)\.")
_STUDENT_LOCAL = compile_late("(?:[bs]|std|stu)?[0-9]{8,13}")
# Words for offices, firms, their posts and their papers, anywhere in a local part; the short ones only as its parts.
_OFFICE = compile_late(
    "office|saraban|sarabun|admin|info|contact|support|service|helpdesk|master|reply|complain|cent(?:er|re)|clinic"
    "|hotline|plan|finance|account|person+el|procure|tess?a?ba[nl]|thess?aban|t[au]m?b[ou]n|tambol|munici|council|amphoe"
    "|amphur|changwat|school|anuban|rongrian|hospital|library|mayor|palad|nayok|government|egp|local|public|community|news"
    "|sales|market|order|shop|store|career|company|limited|engineer|construct|supply"
)
_OFFICE_PARTS = frozenset(
    "abt ccc dla gov hr it ita lpa muni nacc obj obt oit pao pr rescue sao sec tao tb tc team tm tt web".split()  # noqa: SIM905
)
_OFFICE_ENDS = compile_late("^(?:abt|obt|tt|ttb|sao|tao)[a-z]{3,}|(?:abt|obt|sao|tao|ita|city)$")


def find_emails(text: str) -> Iterator[Span]:
    """Yield the start and end of each address of a person."""
    for match in _EMAIL.finditer(text):
        if is_person(match["local"].lower(), _spell_domain(match["domain"])):
            yield match.span()


def is_person(local: str, domain: str) -> bool:
    """Tell whether an address is a person's rather than an office's."""
    if _STUDENT.search(domain) or (domain.endswith("ac.th") and _STUDENT_LOCAL.fullmatch(local)):
        return True
    is_public = _PROVIDER.search(domain) is not None or not _ORGANISATION.search(domain)
    return is_public and not is_office_name(local)


def is_office_name(name: str) -> bool:
    """Tell whether a local part, or the name of an account, names an office or a post."""
    name = name.partition("+")[0]  # what follows is for the owner's own sorting
    parts = re.split("[^a-z]+", name)
    return (
        _OFFICE.search(name) is not None
        or not _OFFICE_PARTS.isdisjoint(parts)
        or any(_OFFICE_ENDS.search(part) for part in parts)
    )


def _split(datum: str) -> tuple[str, str]:
    local, domain = re.split(_AT, datum.lower(), maxsplit=1)
    return local, _spell_domain(domain)


def _spell_domain(domain: str) -> str:
    return re.sub(_DOT, ".", domain.lower()).replace(" ", "")


def _spell(datum: str) -> str:
    return "@".join(_split(datum))


def _mask(datum: str) -> str:
    local, domain = _split(datum)
    return f"{local[0]}xxx@{domain}"


DETECTORS = (
    Detector(
        "email",
        "อีเมลส่วนตัว",
        find_emails,
        Needs.LETTERS,
        ("@", "at", "แอท", "แอ็ท", "แอด", "แอ็ด"),
        is_contact=True,
        spell=_spell,
        mask=_mask,
    ),
)
