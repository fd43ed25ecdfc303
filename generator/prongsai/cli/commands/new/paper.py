"""``prongsai new paper``: an official paper, named by the record that it belongs to."""

from __future__ import annotations

from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from prongsai.build.day import get_day
from prongsai.cli.asking import ask, check_date, check_line
from prongsai.cli.one_lao import load_one_lao
from prongsai.cli.options import lao_option, plans_option
from prongsai.editing.drafts.draft import check_new
from prongsai.editing.drafts.paper_draft import draft_paper, find_reference, make_paper_id, name_paper
from prongsai.editing.files import edit_text, write_files
from prongsai.exceptions import ProngsaiError
from prongsai.records.base import Slug
from prongsai.records.papers import PaperKind
from prongsai.thai.dates import format_thai_date
from prongsai.thai.text import normalise

_KINDS = {name: kind for kind in PaperKind for name in (kind.label, kind.value)}


@click.command()
@plans_option
@lao_option
@click.option("--for", "what", help="แผน (2566-2570) รอบ (2567-06) หรือปีของมาตรการ (2567) ที่เอกสารนี้เป็นของ")
@click.option("--kind", help="ประกาศ คำสั่ง บันทึกข้อความ หรือ เอกสาร (มีเพียงไฟล์)")
@click.option("--date", "day", help="วันที่ของเอกสาร เช่น 19 ตุลาคม 2566")
@click.option("--id", "id_", help="รหัสเอกสาร คือชื่อไฟล์ใน papers/ เช่น report-2567-06")
@click.option("--subject", help="เรื่อง (ไม่ต้องเขียนเมื่อระบุ --for)")
@click.option("--number", default="", help="เลขที่/ปี เช่น 372/2565")
def paper(
    *,
    plans: Path,
    only: str | None,
    what: str | None,
    kind: str | None,
    day: str | None,
    id_: str | None,
    subject: str | None,
    number: str,
) -> None:
    """สร้างประกาศ คำสั่ง หรือบันทึกข้อความ และให้แผน รอบ หรือมาตรการอ้างถึง"""
    loaded = load_one_lao(plans, only)
    labels = ", ".join(item.label for item in PaperKind)
    name = ask(
        kind,
        f"ชนิดของเอกสาร ({labels})",
        "--kind",
        check=lambda given: "" if normalise(given) in _KINDS else f"เลือกจาก {labels}",
        default=PaperKind.ANNOUNCEMENT.label,
    )
    chosen = _KINDS[normalise(name)]
    reference = find_reference(loaded, what, chosen) if what else None
    date = ask(day, "วันที่ของเอกสาร", "--date", check=check_date, suggestion=format_thai_date(get_day()))
    paper_id = ask(
        id_,
        "รหัสเอกสาร ตัวอังกฤษพิมพ์เล็ก เช่น adopt-2565",
        "--id",
        check=_check_id,
        default=make_paper_id(reference, date),
    )
    about = subject.strip() if subject else ""
    for option, text in (("--subject", about), ("--number", number)):
        if text and (fault := check_line(text)):
            raise ProngsaiError(f"{option} “{text}”: {fault}")
    if not about and (reference is None or chosen is PaperKind.FILE):
        about = ask(subject, "เรื่อง (ไม่ต้องมีคำว่า เรื่อง)", "--subject")
    folder = plans / loaded.slug
    path = folder / "papers" / f"{paper_id}.yml"
    texts = {path: draft_paper(chosen, date, about, number, has_wording=reference is not None)}
    check_new(texts)
    file = f"{reference.file}.yml" if reference else ""
    if reference:
        edited = edit_text(folder / file, [name_paper(reference, paper_id)], inside=folder, shown=file)
        texts[folder / file] = edited.new
    write_files(texts, inside=plans)
    click.echo(f"สร้าง {path.as_posix()} แล้ว")
    if reference:
        click.echo(f"{file} อ้างถึงเอกสารนี้แล้วด้วย {reference.key}: {paper_id}")
    click.echo("ต่อไป: ตรวจวันที่และข้อความในไฟล์ แล้วสั่ง prongsai check", err=True)


def _check_id(text: str) -> str:
    try:
        TypeAdapter(Slug).validate_python(text)
    except ValidationError as error:
        return "{message} {fix}".format(**error.errors()[0]["ctx"])
    return ""
