"""ข้อในรายการต้องไม่มีเลขข้อหรือจุดนำที่พิมพ์เอง และหลายข้อต้องไม่รวมอยู่ในข้อความเดียว

ตรวจเลข ตัวอักษร ขีด และจุดที่พิมพ์ไว้หน้าข้อ ในทุกรายการที่หน้าเว็บใส่เลขข้อให้เอง เช่น steps, results, objectives, duties และ proposal
ส่วนย่อหน้าคำนำและหลักการและเหตุผลไม่มีเลขข้อ จึงตรวจเฉพาะหลายข้อที่รวมอยู่ในย่อหน้าเดียว
เหตุที่สำคัญ: หน้าเว็บจะพิมพ์เลขซ้อนเป็น ๑) ๑) และหลายข้อที่ไม่มี - นำหน้าจะกลายเป็นย่อหน้าเดียวที่อ่านยาก

ไม่ผ่าน: - 2) ประเมินความเสี่ยงการทุจริต
ไม่ผ่าน: - • จัดทำคู่มือ
ไม่ผ่าน: results: 1. จัดอบรม 2. ประเมินผล
ผ่าน: - ประเมินความเสี่ยงการทุจริต
ผ่าน: - 5 มกราคม 2566 จัดประชุมคณะกรรมการ
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.fonts.coverage import find_missing
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Problem, Severity
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import normalise

ID = "typed-number"
SEVERITY = Severity.WARNING

# Lists whose items the pages number, and what an item that is a mapping calls its text.
_LISTS = frozenset(
    """
    steps results outcomes outputs objectives goals benefits duties proposal methods target_groups responsible_units
    problems suggestions supporting_factors eplan_problems eplan_suggestions evidence summary issues controls
    attachments neighbours watch_names measures targets
    """.split()  # noqa: SIM905 - readable as text
)
_ITEM_TEXTS = {"text", "title", "measure", "outside", "indicator"}
# Paragraphs follow each other without numbers.
_PARAGRAPHS = frozenset(
    "foreword rationale principles paragraphs background facts introduction risk_introduction".split()  # noqa: SIM905
)
_DATE = r"(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\."
_NUMBER = rf"""
    \(\s*(?:[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,3}}|[ก-ฮ]|[a-zA-Z]|[ivx]{{1,4}})\s*\)\s*(?=[^\s)\]])
    | (?:ข้อ(?:\s?ที่)?\s?)?[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,3}}\s?[)\]]\s*(?=\S)
    | (?:ข้อ(?:\s?ที่)?\s?)?[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,3}}\s?\.(?:\s*(?=[ก-ฮเ-ไ“"(])|\s+(?=[A-Za-z]))(?!{_DATE}|น\.|[ก-ฮ]\.)
    | [0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{2,3}}\s+(?=[ก-ฮเ-ไA-Za-z“"(])
    | [0-9]\.[0-9]{{1,2}}\s+(?=[ก-ฮเ-ไ“"(])(?!ล้าน|บาท|พัน|หมื่น|แสน|เมตร|กิโล|กม|ไร่|ตาราง|ตร\.|คะแนน|เท่า|ชั่วโมง|น\.|ตัน|ลิตร|องศา|เปอร์)
    | (?:[ก-ฮ]|[a-zA-Z]|[ivx]{{1,4}})\)\s*(?=\S)
"""
_BULLET = r"""
    [•●○◦▪▫■□∙·‣➢➤✓✔►▶❖◆◇★☆]\s*(?=\S) | [–—]\s*(?=[^\s0-9]) | -\s*(?=[ก-๙A-Za-z“"(]) | -\s+(?=[0-9])
    | \*\s+(?=\S)(?!หมายเหตุ|ข้อมูล) | o\s+(?=[ก-ฮเ-ไ])
    | [+>~=]\s+(?=[ก-ฮเ-ไ])
"""
# Numbers that could be something else; sure where they count the items of their list.
_WEAK = compile_late(
    r"(?P<word>(?:ข้อ|ลำดับ)(?:\s?ที่)?\s?)?(?P<number>[0-9]{1,2})\s?[:/–-]?\s(?=[ก-ฮเ-ไA-Za-z“\"(])(?!ของ|แห่ง|ตาม|ถึง|และ|หรือ|วรรค)"
    r"|\[(?P<inside>[0-9]{1,2})\]\s?|(?P<letter>[ก-จ])\.\s(?=[ก-ฮเ-ไ])|(?P<roman>[IVX]{1,4})\.\s"
)
_LETTERS = "กขคงจ"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_START_NUMBER = compile_late(_NUMBER, re.VERBOSE)
_START_BULLET = compile_late(_BULLET, re.VERBOSE)
# The second of several items inside one text.
_SECOND_NUMBER = compile_late(
    r"(?<=[\s/,;])(?:\(\s*2\s*\)|(?:ข้อ(?:\s?ที่)?\s?)?2\s?[).])\s*(?=[ก-ฮเ-ไA-Za-z“\"(])(?!" + _DATE + ")"
)
_FIRST_NUMBER = compile_late(
    r"(?:^|(?<=[\s:]))(?:\(\s*1\s*\)|(?:ข้อ(?:\s?ที่)?\s?)?1\s?[).])\s*(?=[ก-ฮเ-ไA-Za-z“\"(])(?!" + _DATE + ")"
)
_SECOND_BULLET = compile_late(r"(?<=\s)(?:[•●▪■◦‣➢➤✓✔►❖]\s*|[–—-]\s+)(?=[ก-ฮเ-ไA-Za-z“\"])")
# Everything looked for begins a text or a line of it; most texts begin with a letter.
_QUICK = compile_late(r"\s*(?:[^\sก-๎a-zA-Z]|[๐-๙]|ข้อ|ลำดับ|[ก-ฮa-zA-Z]\s?[).\s]|[ivxIVX]{1,4}[).])|[^\n]*\n\s*\S")
_EMPTY = compile_late(r"\W{0,9}(?:ไม่มี|none|null)\W{0,9}", re.IGNORECASE)  # told by placeholder-text


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield items that begin with a number or bullet of their own, and texts that hold several items."""
    weak: dict[tuple[str, DataPath], list[tuple[PlacedText, re.Match[str]]]] = {}
    for place in loaded.sources.texts:
        kind = _find_list(place.path) if _QUICK.match(place.text) else ""
        if not kind:
            continue
        text = normalise(place.text).strip()
        problem = _describe(text, place, is_paragraph=kind in _PARAGRAPHS)
        if problem:
            yield problem
        elif kind in _LISTS and (counted := _match_position(text, place)):
            weak.setdefault((place.document, _cut_to_list(place.path)), []).append((place, counted))
    for found in weak.values():
        for place, match in found:
            if len(found) > 1 or match["word"]:
                text = normalise(place.text).strip()
                mark = text[: match.end()].strip()
                message = f"มีเลขข้อ “{mark}” พิมพ์ไว้หน้าข้อความ “{_quote(text, match.end())}”"
                yield Problem(place.where, ID, SEVERITY, message, f"ลบ {mark} เพราะหน้าเว็บใส่เลขข้อให้เอง")


def _cut_to_list(path: DataPath) -> DataPath:
    """Return the path of the innermost list that a text is in."""
    return path[: max(at for at, part in enumerate(path) if isinstance(part, int))]


def _match_position(text: str, place: PlacedText) -> re.Match[str] | None:
    """Return the number, or letter, before a text where it is the text's place in its list."""
    match = _WEAK.match(to_arabic(text))
    index = next((part for part in reversed(place.path) if isinstance(part, int)), None)
    if match is None or index is None:
        return None
    number = match["number"] or match["inside"]
    if match["letter"]:
        position = _LETTERS.find(match["letter"])
    elif match["roman"]:
        position = _ROMAN.index(match["roman"]) if match["roman"] in _ROMAN else -1
    else:
        position = int(number) - 1
    return match if position == index else None


def _find_list(path: DataPath) -> str:
    """Return the list that a text is an item of; empty where it is none."""
    words = [part for part in path if isinstance(part, str)]
    if not words:
        return ""
    key = words[-1]
    if key in _LISTS or key in _PARAGRAPHS:
        return key
    # A measure's or target's own title is one line of a table; only what a list of items holds is an item.
    holder = words[-2] if len(words) > 1 and isinstance(path[-2], int) else ""
    is_item = key in _ITEM_TEXTS and holder in _LISTS
    return holder if is_item else ""


def _describe(text: str, place: PlacedText, *, is_paragraph: bool) -> Problem | None:
    arabic = to_arabic(text)  # letter for letter the same, but for the kind of digits
    number, bullet = _START_NUMBER.match(arabic), _START_BULLET.match(arabic)
    several = _find_second(arabic, number, bullet)
    if several:
        message = f"หลายข้อรวมอยู่ในข้อความเดียว: “{_quote(text, 0)}” ข้อถัดไปคือ “{_quote(text, several)}”"
        unit = "แยกเป็นย่อหน้าละข้อ" if is_paragraph else "แยกเป็นข้อละบรรทัด"
        fix = f"{unit} แต่ละข้อขึ้นต้นด้วย - และไม่ต้องพิมพ์เลขหรือจุดนำหน้า"
        return Problem(place.where, ID, SEVERITY, message, fix)
    if is_paragraph or _EMPTY.fullmatch(text):
        return None
    marked = number or bullet
    mark = text[: marked.end()].strip() if marked else ""
    if number and not _is_reference(text, number):
        message = f"มีเลขข้อ “{mark}” พิมพ์ไว้หน้าข้อความ “{_quote(text, number.end())}”"
        return Problem(place.where, ID, SEVERITY, message, f"ลบ {mark} เพราะหน้าเว็บใส่เลขข้อให้เอง")
    if bullet and not find_missing(bullet[0]):
        message = f"มีเครื่องหมาย “{mark}” พิมพ์ไว้หน้าข้อความ “{_quote(text, bullet.end())}”"
        return Problem(place.where, ID, SEVERITY, message, f"ลบ {mark} เพราะหน้าเว็บแยกข้อให้เอง")
    return None


def _find_second(text: str, number: re.Match[str] | None, bullet: re.Match[str] | None) -> int:
    """Return where the second of several items begins: behind a first one at the start, or on a line of its own."""
    if number and (first := _FIRST_NUMBER.match(text)):
        second = _SECOND_NUMBER.search(text, first.end())
        return second.start() if second else 0
    if bullet:
        second = _SECOND_BULLET.search(text, bullet.end())
        return second.start() if second else 0
    marked, start = [], 0
    for line in text.split("\n"):
        if _START_NUMBER.match(line.lstrip()) or _START_BULLET.match(line.lstrip()):
            marked.append(start)
        start += len(line) + 1
    return marked[1] if len(marked) > 1 else 0


def _is_reference(text: str, number: re.Match[str]) -> bool:
    """Tell whether the number is that of a clause that the text is about: ข้อ 5. ของระเบียบ."""
    return text[number.end() :].lstrip().startswith(("ของระเบียบ", "แห่ง", "ของประกาศ"))


def _quote(text: str, start: int) -> str:
    return " ".join(text[start : start + 30].split())
