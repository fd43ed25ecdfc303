"""``prongsai new plan``: a plan with projects picked from the usual titles."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import click

from prongsai.build.day import get_day
from prongsai.cli.asking import ask
from prongsai.cli.one_lao import load_one_lao
from prongsai.cli.options import lao_option, plans_option
from prongsai.editing.drafts.draft import write_new_files
from prongsai.editing.drafts.plan_draft import draft_plan
from prongsai.exceptions import ProngsaiError
from prongsai.load.data_file import DataFile
from prongsai.load.validation import validate
from prongsai.records.frameworks import find_framework, list_periods
from prongsai.records.plan import PlanPeriod
from prongsai.records.usual_projects import UsualProject, list_usual_projects
from prongsai.thai.dates import compute_fiscal_year
from prongsai.thai.digits import to_arabic

ALL, NONE = "ทั้งหมด", "ไม่เลือก"


@click.command()
@plans_option
@lao_option
@click.option("--period", help="ช่วงปีของแผน เช่น 2566-2570")
@click.option("--pick", help=f"เลขของโครงการที่เลือก เช่น 1-5,8 หรือ {ALL} หรือ {NONE} (ดูรายชื่อเมื่อไม่ระบุ)")
def plan(plans: Path, only: str | None, period: str | None, pick: str | None) -> None:
    """สร้างแผน ชื่อมิติและภารกิจมากับโปรแกรม เลือกโครงการจากรายชื่อที่แผนมักมี"""
    loaded = load_one_lao(plans, only)
    year = compute_fiscal_year(get_day())
    usual_period = next((known for known in list_periods() if int(known[:4]) <= year <= int(known[5:])), "")
    text = ask(period, "ช่วงปีของแผน", "--period", check=_check_period, default=usual_period)
    span = PlanPeriod.model_validate({"years": to_arabic(text)}).years.slug
    for known in loaded.dossier.plans:
        if known != span and known[:4] <= span[5:] and span[:4] <= known[5:]:
            raise ProngsaiError(f"ช่วงปี {span} ซ้อนกับแผน {known} ที่มีอยู่ วิธีแก้: ระบุช่วงปีอื่น ปีหนึ่งมีได้แผนเดียว")
    usual = list_usual_projects(span)
    if pick and not usual and pick.strip() != NONE:
        raise ProngsaiError(f"ไม่มีรายชื่อโครงการที่มักมีของช่วงปี {span} วิธีแก้: ไม่ต้องระบุ --pick แล้วเขียนโครงการเอง")
    picked: tuple[UsualProject, ...] = ()
    if usual:
        name = loaded.dossier.lao.full_name
        if pick is None:
            click.echo(_list_titles(span, usual, name), err=True)
        answer = ask(
            pick,
            f"โครงการที่เลือก เช่น 1-5,8 หรือ {ALL} หรือ {NONE}",
            "--pick",
            check=lambda given: (
                "" if _read_picks(given, len(usual)) is not None else f"เขียนเลข 1 ถึง {len(usual)} เช่น 1-5,8"
            ),
        )
        picked = tuple(usual[number - 1] for number in _read_picks(answer, len(usual)) or ())
    path = plans / loaded.slug / span / "plan.yml"
    write_new_files({path: draft_plan(loaded.dossier.lao, span, picked)}, inside=plans)
    click.echo(f"สร้าง {path.as_posix()} มี {len(picked)} โครงการแล้ว")
    if find_framework(span) is None:
        click.echo(f"โปรแกรมยังไม่มีกรอบของช่วงปี {span} เติม dimensions และ missions ในไฟล์ตามแผนก่อน", err=True)
    click.echo(
        f"ต่อไป: เติมงบประมาณและผู้รับผิดชอบในไฟล์ หรือกรอกใน Excel ด้วย prongsai sheet export {span} "
        f"แล้วสั่ง prongsai new progress {span[:4]}-06",
        err=True,
    )


def _check_period(text: str) -> str:
    _, problems = validate(PlanPeriod, DataFile(""), {"years": text})
    return " ".join(f"{problem.message} {problem.fix}" for problem in problems)


def _list_titles(period: str, usual: tuple[UsualProject, ...], name: str) -> str:
    framework = find_framework(period)
    lines = []
    numbered = list(enumerate(usual, 1))
    for mission, group in groupby(numbered, key=lambda item: item[1].mission):
        title = framework.missions.get(mission, "") if framework else ""
        lines.append(f"ภารกิจ {mission} {title}".rstrip())
        lines += [f"  {number:>2}  {project.name_for(name)}" for number, project in group]
    return "\n".join(lines)


def _read_picks(text: str, count: int) -> list[int] | None:
    """Return the numbers that an answer names, in order; None where it cannot be read."""
    given = to_arabic(text).strip()
    if given in {ALL, "all"}:
        return list(range(1, count + 1))
    if given in {NONE, "none"}:
        return []
    found: set[int] = set()
    for part in re.split(r"[,\s]+", given):
        match = re.fullmatch(r"([0-9]{1,3})(?:[-–]([0-9]{1,3}))?", part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= count:
            return None
        found.update(range(first, last + 1))
    return sorted(found)
