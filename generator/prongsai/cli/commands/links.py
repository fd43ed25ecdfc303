"""``prongsai links``: ask on the network whether what the records link to is still there."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from prongsai.build.checked import check_plans
from prongsai.checks.subjects.web_links import is_private_host, iter_web_links
from prongsai.cli.exit_codes import CLEAN, PROBLEMS
from prongsai.cli.findings import tell
from prongsai.cli.options import lao_option, plans_option
from prongsai.diagnostics.text import VISIBLE
from prongsai.problem import Where
from prongsai.publishing.visits import PAUSE, Verdict, Visit, visit_all

_FIX = "หาที่อยู่ใหม่ของเอกสาร หรือวางสำเนาไว้ใน files/ แล้วอ้างถึงไฟล์แทน"
_LABELS = {Verdict.DEAD: "ลิงก์เสีย", Verdict.UNSURE: "ยังไม่แน่"}


@click.command()
@plans_option
@lao_option
def links(plans: Path, only: str | None) -> None:
    """ตรวจทางอินเทอร์เน็ตว่าลิงก์ในข้อมูลยังเปิดได้หรือไม่

    เป็นคำสั่งตรวจคำสั่งเดียวที่ใช้อินเทอร์เน็ต ถามเครื่องแม่ข่ายเดียวกันทีละลิงก์ เว้นหนึ่งวินาที
    จบด้วยรหัส 1 เมื่อมีลิงก์เสีย (404 หรือ 410) ส่วนที่ยังไม่แน่ เช่น เครื่องแม่ข่ายไม่ตอบ บอกไว้ให้ลองเปิดเอง
    """
    places: dict[str, list[Where]] = {}
    checked = check_plans(plans, shown=plans.as_posix(), only=only)
    if not checked.is_publishable():
        tell("ข้อมูลมีข้อผิดพลาด ลิงก์ที่ตรวจอาจไม่ครบ ตรวจข้อมูลด้วยคำสั่ง prongsai check")
    for loaded in checked.laos:
        for link in iter_web_links(loaded):
            if link.where not in places.setdefault(link.url, []):
                places[link.url].append(link.where)
    tell(f"ตรวจ {len(places)} ลิงก์ อาจใช้เวลาหลายนาที")
    visits = list(visit_all(places, lambda host: not is_private_host(host), PAUSE))
    wrong = sorted(
        (visit for visit in visits if visit.verdict is not Verdict.ALIVE),
        key=lambda visit: (visit.verdict is not Verdict.DEAD, places[visit.url][0]),
    )
    for visit in wrong:
        click.echo(_format(visit, places[visit.url]).translate(VISIBLE | {0x0A: "\n"}))
    dead = sum(visit.verdict is Verdict.DEAD for visit in wrong)
    tell(f"เปิดได้ {len(visits) - len(wrong)} ลิงก์ เสีย {dead} ลิงก์ ยังไม่แน่ {len(wrong) - dead} ลิงก์")
    sys.exit(PROBLEMS if dead else CLEAN)


def _format(visit: Visit, places: Sequence[Where]) -> str:
    lines = [f"{places[0]}: {_LABELS[visit.verdict]}: {visit.url} {visit.reason}"]
    lines += [f"  ดูด้วย: {place}" for place in places[1:]]
    if visit.verdict is Verdict.DEAD:
        lines.append(f"  วิธีแก้: {_FIX}")
    return "\n".join(lines)
