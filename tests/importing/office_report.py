"""Prints the made-up results report as its office would: announcement, eight columns, and what e-PlanNACC gives."""

from __future__ import annotations

from typing import Any

from office_blocks import Cell, Document, Place, Table
from office_eplan import Figures, print_eplan
from office_lines import cell, line, load_description, name_kind, print_announcement, say
from prongsai.records.frameworks import find_framework
from prongsai.thai.digits import to_thai


def print_report() -> Document:
    """Return the results report of twelve months."""
    data = load_description("report")
    document = Document("report", lao=data["lao"], head=f"รายงานผลการดำเนินการ รอบ 12 เดือน {data['lao']}")
    for number, project in enumerate(data["projects"], 1):
        names = [project["name"], project.get("eplan_name", "")]
        document.names[str(number)] = [name for name in names if name]
    blocks = document.blocks
    blocks += print_announcement(data["announcement"], data["lao"], data["head"], "paper:0")
    title = to_thai(f"ประจำปีงบประมาณ พ.ศ. {data['year']} รอบ 12 เดือน")
    blocks += [line("รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต", style="title break"), line(title, style="title")]
    blocks += [line("คำนำ", style="heading break")]
    blocks += [line(say(text, Place("report", "", ("foreword", n)))) for n, text in enumerate(data["foreword"])]
    blocks += [line(data["lao"]), line("ส่วนที่ ๒", style="heading break")]
    blocks += [line(f"รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต {title}", style="heading"), _print_results(data)]
    blocks += [line("ส่วนที่ ๓", style="heading break"), line("ปัญหา/อุปสรรค", style="heading")]
    for key, heading in (("problems", ""), ("suggestions", "ข้อเสนอแนะ")):
        blocks += [line(heading, style="heading")] if heading else []
        for n, text in enumerate(data[key]):
            blocks.append(line(say(text, Place("report", "", (key, n))), number=to_thai(f"{n + 1}.")))
    blocks += [line("ส่วนที่ ๔", style="heading break"), *print_eplan(data)]
    return document


def _print_results(data: dict[str, Any]) -> Table:
    framework = find_framework("2566-2570")
    assert framework is not None
    head = ("มิติ", "ภารกิจตามมิติ", "โครงการ/กิจกรรม/มาตรการ", f"งบประมาณ พ.ศ. {data['year']}")
    head += ("เบิกจ่าย (บาท)", "ผลการดำเนินงาน", "ผลลัพธ์/ผลสัมฤทธิ์", "หมายเหตุ")
    rows = [[cell(to_thai(text)) for text in head]]
    before = ("", "")
    for number, project in enumerate(data["projects"], 1):
        mission = project["mission"]
        if before[0] and before[0] != mission[0]:
            rows.append(_print_sum(data, before[0]))
        titles = framework.dimensions[int(mission[0])], framework.missions[mission]
        places = (("dimensions", mission[0]), ("missions", mission))
        known = [
            say(title, Place("plan", "", place, title, optional=True))
            for title, place in zip(titles, places, strict=True)
        ]
        dimension = cell(line(to_thai(f"{mission[0]}. "), known[0]))
        code = say(to_thai(mission), Place("project", str(number), ("mission",), mission))
        rows.append(
            [
                dimension if before[0] != mission[0] else cell(merged="down"),
                cell(line(code, " ", known[1])),
                *_print_result_cells(data, project, number),
            ]
        )
        before = (mission[0], mission)
    return Table([*rows, _print_sum(data, before[0]), _print_sum(data, "")], title="results")


def _print_result_cells(data: dict[str, Any], project: dict[str, Any], number: int) -> list[Cell]:
    of = str(number)
    budget = ("budget", "by_year", str(data["year"]))
    planned = Place(
        "progress", of, ("planned",), str(project["planned"]), also=(("project", ("budget",)), ("project", budget))
    )
    disbursed = Place("progress", of, ("disbursed",), str(project["disbursed"]))
    cells = [
        cell(
            line(
                say(to_thai(f"{number})"), Place("project", of, ("number",), of)),
                " ",
                say(
                    project["name"],
                    Place("project", of, ("name",), readings=(project.get("eplan_name", project["name"]),)),
                    Place("project", of, ("kind",), name_kind(project["name"]), optional=True),
                ),
            )
        ),
        cell(say(to_thai(f"{project['planned']:,}") if project["planned"] else "ไม่ใช้งบประมาณ", planned)),
        cell(say(to_thai(f"{project['disbursed']:,}") if project["planned"] else "ไม่ใช้งบประมาณ", disbursed)),
    ]
    for key in ("results", "outcomes"):
        texts = project[key]
        marks = [to_thai(f"{n + 1}.") if len(texts) > 1 else "-" for n in range(len(texts))]
        cells.append(
            cell(
                *(
                    line(say(to_thai(text), Place("progress", of, (key, n))), number=marks[n])
                    for n, text in enumerate(texts)
                )
            )
        )
    remark = project.get("remark", "")
    cells.append(cell(say(to_thai(remark), Place("progress", of, ("remark",)))) if remark else cell())
    return cells


def _print_sum(data: dict[str, Any], dimension: str) -> list[Cell]:
    figures = Figures(data, dimension)
    count = figures.say("projects", len(figures.projects), to_thai(str(len(figures.projects))))
    planned = figures.say("planned", figures.planned, to_thai(f"{figures.planned:,}") if figures.planned else "-")
    disbursed = figures.say(
        "disbursed", figures.disbursed, to_thai(f"{figures.disbursed:,}") if figures.planned else "-"
    )
    title = cell("รวม" if dimension else "รวมทั้งสิ้น")
    return [
        cell(),
        title,
        cell(line("จำนวน ", count, " โครงการ")),
        cell(planned),
        cell(disbursed),
        cell(),
        cell(),
        cell(),
    ]
