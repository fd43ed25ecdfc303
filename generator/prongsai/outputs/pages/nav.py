"""The navigation of one LAO."""

from __future__ import annotations

from typing import NamedTuple

from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.lao import Numerals
from prongsai.thai.digits import to_thai


class NavItem(NamedTuple):
    """One line of an LAO's navigation: title (plain text), page in ``content/``, lines below it."""

    title: str
    path: str
    children: tuple[NavItem, ...] = ()


def compute_nav(lao: LaoPages) -> tuple[NavItem, ...]:
    """Return the sections of one LAO; it grows with its rounds and years, never with its projects or plans."""
    dossier, paths, plan = lao.dossier, lao.paths, lao.current_plan
    digits = to_thai if dossier.lao.numerals is Numerals.THAI else str
    rounds = tuple(
        NavItem(digits(f"ปี {key.fiscal_year} {key.round.label}"), paths.report(key))
        for key in sorted(dossier.rounds, reverse=True)
    )
    years = tuple(NavItem(digits(f"ปี {year}"), paths.measures(year)) for year in sorted(dossier.measures, reverse=True))
    return (
        NavItem("ภาพรวม", paths.front),
        NavItem("แผนปฏิบัติการ", paths.plans if plan is None or plan.is_reported else lao.plan_front(plan)),
        *([NavItem("โครงการ", lao.plan_paths(plan).projects)] if plan else []),
        NavItem("รายงานผล", paths.reports, rounds),
        NavItem("มาตรการส่งเสริมคุณธรรม", paths.measures_index, years),
        NavItem("ประกาศ คำสั่ง และบันทึกข้อความ", paths.announcements),
        NavItem("ข้อมูลตาม OIT (การประเมิน ITA)", paths.oit_index),
        NavItem("ข้อสังเกตเกี่ยวกับข้อมูล", paths.notes),
        NavItem("ข้อมูลเปิด", paths.data),
        NavItem("ประวัติการแก้ไข", paths.history),
        NavItem("ติดต่อและแจ้งข้อมูลผิด", paths.contact),
    )
