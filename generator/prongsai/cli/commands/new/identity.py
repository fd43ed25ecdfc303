"""Who an LAO is: asked for, or given by options."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import click
from pydantic import ValidationError

from prongsai.cli.asking import ask
from prongsai.editing.drafts.lao_draft import make_lao
from prongsai.exceptions import ProngsaiError
from prongsai.load.names import find_folder_fault
from prongsai.records.lao import Lao
from prongsai.records.lao_types import LaoType
from prongsai.thai.text import normalise

_NEEDED = ("--type", "--name", "--province", "--slug")
_UNNEEDED = {LaoType.BANGKOK.label: ("--name", "--province"), LaoType.PATTAYA.label: ("--name",)}
_ANY = {"type": LaoType.SUBDISTRICT_MUNICIPALITY.value, "name": "ก", "province": "ก"}


class Identity(NamedTuple):
    """An LAO as it was given: its folder's name, its record, and the record as plain data."""

    slug: str
    lao: Lao
    data: dict[str, str]


def identity_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that tell who an LAO is."""
    for option in (
        click.option("--province", help="จังหวัด"),
        click.option("--district", help="อำเภอ (เว้นว่างได้เมื่อเป็น อบจ. หรือเมืองพัทยา)"),
        click.option("--name", help="ชื่อโดยไม่มีคำบอกประเภท เช่น หนองดี"),
        click.option("--type", "type_", help="ประเภท อปท. เช่น เทศบาลตำบล หรือ อบต."),
        click.option("--slug", help="ชื่อโฟลเดอร์และที่อยู่หน้าเว็บ ตัวอังกฤษ เช่น nongdee"),
    ):
        command = option(command)
    return command


def ask_identity(
    slug: str | None, type_: str | None, name: str | None, district: str | None, province: str | None
) -> Identity:
    """Return who an LAO is, asking for what is not given.

    Raises:
        ProngsaiError: Something cannot be so, or is missing where nobody can be asked.
    """
    given = {"--slug": slug, "--type": type_, "--name": name, "--district": district, "--province": province}
    _refuse_wrong(given)
    kinds = ", ".join(kind.label for kind in LaoType)
    data = {"type": ask(type_, f"ประเภท ({kinds})", "--type", check=_check("type"))}
    kind = make_lao({**_ANY, "type": data["type"]}).type
    data["type"] = kind.label
    data["name"] = kind.label if kind.is_single else ask(name, "ชื่อ (ไม่ต้องมีคำบอกประเภท)", "--name", check=_check("name"))
    data["province"] = (
        kind.label if kind is LaoType.BANGKOK else ask(province, "จังหวัด", "--province", check=_check("province"))
    )
    if kind not in {LaoType.PROVINCIAL_ORGANISATION, LaoType.BANGKOK}:
        data["district"] = ask(district, "อำเภอ", "--district", check=_check("district"))
    folder = ask(slug, "ชื่อโฟลเดอร์ ตัวอังกฤษพิมพ์เล็ก เป็นส่วนหนึ่งของที่อยู่หน้าเว็บ เช่น nongdee", "--slug", check=_check_slug)
    return Identity(folder, make_lao(data), data)


def _refuse_wrong(given: Mapping[str, str | None]) -> None:
    """Tell all that is wrong with the options at once, and all that are missing where nobody can be asked."""
    faults = [
        f"{option} “{text}”: {fault}"
        for option, text in given.items()
        if text is not None
        and (fault := (_check_slug if option == "--slug" else _check(option.removeprefix("--")))(text.strip()))
    ]
    if not sys.stdin.isatty():
        unneeded = _UNNEEDED.get(normalise(given["--type"] or "").strip(), ())
        missing = [option for option in _NEEDED if given[option] is None and option not in unneeded]
        faults += [f"ยังไม่ระบุ {', '.join(missing)}"] if missing else []
    if faults:
        raise ProngsaiError("\n".join(faults))


def _check(field: str) -> Callable[[str], str]:
    """Return what tells what is wrong with an answer for a key of ``lao.yml``."""

    def check(answer: str) -> str:
        try:
            Lao.model_validate({**_ANY, field: answer})
        except ValidationError as error:
            context = error.errors()[0].get("ctx", {})
            return f"{context.get('message', 'ใช้ไม่ได้')} {context.get('fix', '')}".strip()
        return ""

    return check


def _check_slug(answer: str) -> str:
    fault = find_folder_fault(answer)
    return " ".join(fault) if fault else ""
