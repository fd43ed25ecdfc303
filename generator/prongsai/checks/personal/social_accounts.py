"""Accounts of persons at social networks: an address or a name that the text gives to a person.

A page of an office looks like that of a person, so the words decide: ส่วนตัว, or a person's name before the account, and no
word for a page. Two things tell by themselves: the name that Facebook gives to persons (``first.last.12``), and at
networks for persons (Instagram, TikTok) a name with a digit or mark that is no office's, in an address too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of
from prongsai.checks.personal.emails import is_office_name
from prongsai.checks.personal.persons import find_persons
from prongsai.thai.patterns import compile_late

_HOST = r"(?:(?:facebook|fb|instagram|tiktok|twitter|x|threads)\.com|[mt]\.me)"
_NETWORK = any_of(
    "(?<![a-z])(?:facebook|fb|ig|instagram|tik ?tok|twitter|telegram|wechat|messenger|skype)(?![a-z.])(?: ?id(?![a-z]))?",
    "เฟซ(?:บุ๊ก|บุ๊ค)?|เฟส(?:บุ๊ก|บุ๊ค)?|อินสตาแกรม|ไอจี|ติ๊กต็อก|ทวิตเตอร์|วีแช[ตท]",
)
_ACCOUNT = compile_late(
    rf"(?:https?://)?(?:[a-z]{{1,6}}\.)?{_HOST}/(?P<page>[@a-z0-9][a-z0-9._?=&%/-]{{2,100}})"
    rf"|{_NETWORK}[ก-๎. ]{{0,40}}[:=]? ?@?(?P<name>(?!http|www|facebook|instagram)[a-z0-9][a-z0-9._]{{2,40}})(?![a-z0-9@/])",
    re.IGNORECASE,
)
_PERSON = "(?:นาย(?!ก)|นาง|คุณ|ครู|พี่|น้อง|ลุง|ป้า|ยาย)"
_GIVEN_NAME = compile_late(r"[a-z]{2,}\.[a-z]{2,}\.[0-9]{1,4}/?", re.IGNORECASE)
_PERSONAL_NETWORK = compile_late("ig|instagram|tik|telegram|wechat|skype|วีแช|อินสตาแกรม|ไอจี|ติ๊กต็อก", re.IGNORECASE)
# At a network for persons: a name with a mark or a digit in it, whole.
_PERSONAL_PAGE = compile_late(
    r"(?<![a-z0-9.-])(?:www\.)?(?:(?:tiktok|instagram|twitter|x|threads)\.com|t\.me)/"
    r"@?(?P<account>(?=[a-z]{1,30}[0-9._])[a-z][a-z0-9._]{2,40}[a-z0-9_])/?(?:\?[^ ]*)?(?![^ \"'|)<>,])",
    re.IGNORECASE,
)
# @name เป็น TikTok ส่วนตัวของน้อง…
_REVERSED = compile_late(
    rf"(?<![a-z0-9@._/-])@?(?P<name>[a-z][a-z0-9._]{{2,40}}) ?(?:\(|เป็น|คือ|ใน) ?{_NETWORK} ?(?:ส่วนตัว|ของ ?(?={_PERSON}))",
    re.IGNORECASE,
)
_NO_PERSON = compile_late(
    "thai|news|official|provinc|channel|(?:^|[._])tv|media|pbs|ministr|police|health|moph|dept|depart|nacc|nact|gov|city|network|press|siam|club|foundation|group|page|team|travel"
    "|chiang|(?:^|[._])(?:pr|th|ita|dla|moi|pao|sao|tao)(?:$|[._0-9])"
)
_PAGE = compile_late("เพจ|page|fanpage|official|ทางการ|ประชาสัมพันธ์", re.IGNORECASE)
_NO_NAME = compile_late(
    "line|facebook|youtube|tiktok|instagram|website|www|live|official|page|group|twitter", re.IGNORECASE
)


def find_social_accounts(text: str) -> Iterator[Span]:
    """Yield the start and end of each account of a person."""
    for match in _ACCOUNT.finditer(text):
        name = "page" if match["page"] else "name"
        before = text[max(match.start() - 50, 0) : match.start(name)]
        after = text[match.end(name) : match.end(name) + 30]
        is_owned = "ส่วนตัว" in before or "ส่วนตัว" in after or bool(find_persons(before))
        is_person = is_owned or _GIVEN_NAME.fullmatch(match[name]) or (name == "name" and _is_nickname(match))
        if is_person and not _PAGE.search(before) and not _NO_NAME.fullmatch(match[name]):
            yield match.span(name)
    for match in _REVERSED.finditer(text):
        yield match.span("name")
    for match in _PERSONAL_PAGE.finditer(text):
        before = text[max(match.start() - 50, 0) : match.start()]
        if not (_is_organisation(match["account"].lower()) or _PAGE.search(before)):
            yield match.span("account")


def _is_organisation(name: str) -> bool:
    return is_office_name(name) or _NO_PERSON.search(name) is not None


def _is_nickname(match: re.Match[str]) -> bool:
    is_marked = re.search("[0-9._]", match["name"]) is not None
    return _PERSONAL_NETWORK.match(match[0]) is not None and is_marked and not is_office_name(match["name"].lower())


_WORDS = (
    ".com/", ".me/", "facebook", "fb", "ig", "instagram", "tiktok", "tik tok", "twitter", "telegram", "wechat", "messenger", "skype", "วีแช", "เฟซ", "เฟส",
    "อินสตาแกรม", "ไอจี", "ติ๊กต็อก", "ทวิตเตอร์",
)  # fmt: skip
DETECTORS = (Detector("social", "บัญชีสื่อสังคมส่วนตัว", find_social_accounts, Needs.LETTERS, _WORDS, is_contact=True),)
