"""ข้อความที่บอกว่าแล้วเสร็จทุกโครงการต้องตรงกับสถานะรายโครงการ

ตรวจคำนำ ปัญหา ประกาศ และบันทึกข้อความของรายงาน ที่บอกว่าทุกโครงการแล้วเสร็จ หรือไม่มีโครงการใดค้าง ทั้งของแผนและของมิติที่ระบุ
และข้อความที่บอกว่ายังมีโครงการค้างทั้งที่ทุกโครงการแล้วเสร็จ ความมุ่งหมายและการสั่งให้ทำ (ให้แล้วเสร็จทุกโครงการ) ไม่ถือว่าผิด
เหตุที่สำคัญ: ผู้อ่านคำนำจะเชื่อว่าไม่มีงานค้าง ทั้งที่ตารางสถานะของรายงานเดียวกันมีโครงการที่ยังไม่เสร็จ

ไม่ผ่าน: คำนำเขียนว่า ดำเนินการแล้วเสร็จครบทุกโครงการ แต่โครงการ p28 อยู่ระหว่างดำเนินการ
ผ่าน: คำนำเขียนว่า มิติที่ 1 แล้วเสร็จครบทุกโครงการ และทุกโครงการในมิติที่ 1 แล้วเสร็จ
ผ่าน: คำนำเขียนว่า กำชับให้ดำเนินการแล้วเสร็จครบทุกโครงการ
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.subjects.passages import Passage, iter_passages
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.figures.round_results import ProjectResult, RoundResults
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.progress import Round, Status
from prongsai.thai.patterns import compile_late

ID = "all-done-claim"
SEVERITY = Severity.WARNING

_DONE = "(?:แล้วเสร็จ|เสร็จสิ้น|เสร็จเรียบร้อย|เสร็จสมบูรณ์|สำเร็จ(?:ลุล่วง)?)(?:เรียบร้อย|สมบูรณ์|แล้ว|ตามแผน)*+"
_EVERY = r"(?:ครบ(?:ถ้วน)?|ได้)*\s*(?:ทุก(?:โครงการ|กิจกรรม|มาตรการ|รายการ)|ทั้ง(?:หมด|สิ้น)(?!\s*(?:จำนวน\s*)?[0-9])|ทั้ง\s*[0-9]+\s*โครงการ)"
_CLAIM = compile_late(
    rf"(?:(?:สามารถ|ได้)ดำเนินการให้)?{_DONE}\s*{_EVERY}"
    rf"|(?:ทุกโครงการ|ทุกกิจกรรม|โครงการ(?:ตามแผน)?ทั้งหมด|ทั้งหมด|ทั้ง\s*[0-9]+\s*โครงการ)[ก-๎/]{{0,25}}?\s*(?:ได้|ล้วน)?(?:ดำเนินการ|ทำ)?{_DONE}(?!\s*(?:จำนวน\s*)?[0-9]|\s*คิดเป็น)"
)
# Carried out in full: after six months a project that is in progress has been carried out too, after twelve it has not.
_CARRIED_OUT = compile_late(
    r"(?<!การ)(?<!งาน)(?:ดำเนินการ|ดำเนินงาน|ดำเนินโครงการ)(?:ตามแผน(?:ปฏิบัติการ)?(?:ฯ|ดังกล่าว)?|โครงการ|\s|ได้)*+ครบ(?:ถ้วน)?\s*"
    r"(?:ทุกโครงการ|ทั้ง\s*[0-9]+\s*โครงการ|ร้อยละ\s*100(?![0-9])|100\s*(?:%|เปอร์เซ็นต์))"
    r"|(?:เป็นไปตาม|บรรลุ(?:ตาม)?)(?:แผน(?:ปฏิบัติการ)?(?:ฯ)?|เป้าหมาย|วัตถุประสงค์)(?:ที่(?:กำหนด|ตั้ง|วาง)ไว้)?\s*(?:ครบ(?:ถ้วน)?)?\s*ทุกโครงการ"
)
_NONE_LEFT_OUT = compile_late(r"ไม่มีโครงการ(?:ใด|ที่)?(?:ที่)?(?:ไม่ได้|ยังไม่ได้|ไม่สามารถ|ยังไม่)ดำเนินการ(?:ได้)?")
_NONE_LEFT = compile_late(
    "ไม่มีโครงการ(?:ใด)?(?:ที่)?(?:ค้าง|คงค้าง|ยังไม่แล้วเสร็จ|ไม่แล้วเสร็จ|ยังไม่เสร็จ|เหลือ|อยู่(?:ใน)?ระหว่าง(?:การ)?ดำเนินการ)"
)
# The other way round: some are said to be left, while every one is done.
_SOME_LEFT = compile_late(
    r"(?:ยังมี|มีบาง|บาง)โครงการ(?:บางส่วน)?\s*(?:ที่)?(?:ยัง)?\s*(?:(?:ดำเนินการ|ทำ)?ไม่(?:แล้ว)?เสร็จ|ไม่สามารถดำเนินการ|ไม่ได้ดำเนินการ|อยู่(?:ใน)?ระหว่าง(?:การ)?ดำเนินการ|ค้าง)"
    r"|โครงการ(?:บางส่วน|บางโครงการ)(?:ยัง)?(?:ดำเนินการ)?ไม่(?:แล้ว)?เสร็จ"
)
_NOT_FACT = compile_late(
    "ให้|จะ|ควร|(?<!ถูก)ต้อง|เพื่อ|หวัง|มุ่ง|เร่ง|กำชับ|คาด|หาก|เป้าหมาย|ไม่|ยัง|มิได้|ถ้า|เมื่อ|ก่อน|หลัง|รายงาน(?:ผล)?(?:การ)?$|ปีก่อน|ปีที่ผ่านมา|อยาก|ที่(?=$)|ซึ่ง(?=$)|เกือบ"
)
_OTHER_TIME = compile_late("ปีก่อน|ที่ผ่านมา|หาก|ถ้า|กรณี|รอบก่อน|เดิม|แผนพัฒนา|ปีงบประมาณ\\s*(?:พ\\.ศ\\.)?\\s*$")
_DIMENSIONS = compile_late(r"มิติที่\s*([1-9])(?![0-9])")
_NEXT_CLAUSE = compile_late(r"[0-9]\s*โครงการ|รวมทั้ง|ภาพรวม")
_CLAUSE, _SENTENCE = 50, 150
_NAMED = 3  # projects that a message names


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield passages of a round's papers that say more of the projects than their statuses do, one claim each."""
    places = TextPlaces(loaded)
    for passage in iter_passages(loaded):
        figures = loaded.ledger.by_round.get(passage.key) if passage.key else None
        if figures is None or f"progress/{figures.key.slug}" in loaded.sources.broken:
            continue
        for found, allowed in _find_claims(passage):
            dimensions = _find_dimensions(passage.text, found.start())
            results = [item for item in figures.results if not dimensions or item.project.dimension in dimensions]
            others = [item for item in results if item.status not in allowed]
            if others:
                done = sum(item.status is Status.DONE for item in results)
                named = ", ".join(f"{item.project.id} {item.status.label}" for item in others[:_NAMED])
                told = (
                    f"ผลรายโครงการแล้วเสร็จ {done} จาก {len(results)} โครงการ ({named}{' …' if others[_NAMED:] else ''})"
                )
                yield Problem(
                    places.where(passage.placed, found.start()),
                    ID,
                    SEVERITY,
                    f"{passage.label}เขียนว่า “{found[0].strip()}” แต่{told}",
                    "แก้ข้อความหรือสถานะให้ตรงกับที่เกิดขึ้นจริง",
                    tuple(_list_statuses(loaded, figures, others[:_NAMED])),
                )
                break
        else:
            yield from _find_denied(places, passage, figures)


def _find_denied(places: TextPlaces, passage: Passage, figures: RoundResults) -> Iterator[Problem]:
    """Yield the words that some projects are left, where all are done."""
    found = _SOME_LEFT.search(passage.text)
    if found is None or any(item.status is not Status.DONE for item in figures.results):
        return
    before = passage.text[max(0, found.start() - _CLAUSE) : found.start()]
    if not _OTHER_TIME.search(before):
        message = f"{passage.label}เขียนว่า “{found[0].strip()}” แต่ผลรายโครงการแล้วเสร็จครบ {len(figures.results)} โครงการ"
        fix = "แก้ข้อความหรือสถานะให้ตรงกับที่เกิดขึ้นจริง"
        yield Problem(places.where(passage.placed, found.start()), ID, SEVERITY, message, fix)


def _find_claims(passage: Passage) -> Iterator[tuple[re.Match[str], set[Status]]]:
    is_year = passage.key is not None and passage.key.round is Round.TWELVE
    for pattern, allowed in (
        (_CLAIM, {Status.DONE}),
        (_CARRIED_OUT, {Status.DONE} if is_year else {Status.DONE, Status.IN_PROGRESS}),
        (_NONE_LEFT_OUT, {Status.DONE, Status.IN_PROGRESS}),
        (_NONE_LEFT, {Status.DONE, Status.CANNOT}),
    ):
        for found in pattern.finditer(passage.text):
            before = passage.text[max(0, found.start() - _CLAUSE) : found.start()].rpartition("  ")[2]
            if not _NOT_FACT.search(before):
                yield found, allowed


def _find_dimensions(text: str, end: int) -> set[int]:
    """Return the dimensions that the claim is about: those named in its own clause."""
    clause = _NEXT_CLAUSE.split(text[max(0, end - _SENTENCE) : end])[-1]
    return {int(number) for number in _DIMENSIONS.findall(clause)}


def _list_statuses(loaded: LoadedDossier, figures: RoundResults, results: list[ProjectResult]) -> Iterator[Where]:
    indexes = {record.project: index for index, record in enumerate(figures.report.projects)}
    for item in results:
        if item.project.id in indexes:
            yield loaded.sources.where_progress(figures.key, indexes[item.project.id], "status")
