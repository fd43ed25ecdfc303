"""Prints the made-up plan as its office would: parts, tables, detail cards, appendix; every field knows its place."""

from __future__ import annotations

from typing import Any

from office_blocks import Cell, Document, Paragraph, Place, Table
from office_cards import mission_places, print_cards
from office_lines import cell, line, list_lines, load_description, name_kind, print_announcement, say
from prongsai.records.frameworks import find_framework
from prongsai.thai.digits import to_thai

YEARS = range(2566, 2571)
TITLE = "แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส"


def print_plan() -> Document:
    """Return the five-year plan."""
    data = load_description("plan")
    document = Document("plan", lao=data["lao"], head=f"{TITLE} {data['lao']}")
    for number, project in enumerate(data["projects"], 1):
        document.names[str(number)] = [project["name"]]
    blocks = document.blocks
    blocks += [line(TITLE, style="title"), line("(พ.ศ. 2566 - 2570)", style="title"), line(data["lao"], style="title")]
    blocks += [line(data["where"], style="title"), line("คำนำ", style="heading")]
    blocks += [line(say(text, Place("plan", "", ("foreword", n)))) for n, text in enumerate(data["foreword"])]
    date = Place("plan", "", ("foreword_date",), data["foreword_date"])
    blocks += [line(data["lao"]), line(say(data["foreword_date"], date))]
    blocks += [line("ส่วนที่ 1", style="heading"), line("บทนำ", style="heading")]
    blocks += _print_introduction(data)
    blocks += [line("ส่วนที่ 2", style="heading"), line(f"{TITLE} (พ.ศ. 2566 - 2570)", style="heading")]
    blocks += [line(data["lao"], style="heading"), _print_plan_table(data)]
    blocks += [line("ส่วนที่ 3", style="heading"), line("รายละเอียดโครงการ/กิจกรรม/มาตรการ", style="heading")]
    blocks += print_cards(data)
    blocks += [line("ภาคผนวก", style="heading"), *_print_order(data), *_print_announcement(data)]
    return document


def _print_introduction(data: dict[str, Any]) -> list[Paragraph | Table]:
    blocks: list[Paragraph | Table] = [
        line("1. การประเมินความเสี่ยงการทุจริตในองค์กร", style="heading"),
        _print_risks(data),
        line("2. หลักการและเหตุผล", style="heading"),
    ]
    blocks += [line(say(text, Place("plan", "", ("principles", n)))) for n, text in enumerate(data["principles"])]
    blocks += [line("3. วัตถุประสงค์ของการจัดทำแผน", style="heading")]
    blocks += list_lines("plan", "objectives", data["objectives"])
    blocks += [line("4. เป้าหมาย", style="heading"), *list_lines("plan", "goals", data["goals"]), _print_targets(data)]
    blocks += [line("5. ประโยชน์ของการจัดทำแผน", style="heading")]
    blocks += list_lines("plan", "benefits", data["benefits"])
    return blocks


def _print_risks(data: dict[str, Any]) -> Table:
    head = ("ลำดับที่", "ขั้นตอนการดำเนินงาน", "ประเด็นความเสี่ยงการทุจริต", "Risk Score", "มาตรการควบคุมความเสี่ยงการทุจริต")
    rows = [[cell(text) for text in head]]
    names = {project["name"] for project in data["projects"]}
    for at, risk in enumerate(data["risks"]):
        place = ("risks", at)
        issues = [
            line(say(issue["text"], Place("plan", "", (*place, "issues", n, "text"))), number=f"{n + 1}.")
            for n, issue in enumerate(risk["issues"])
        ]
        scores = [
            line(say(issue["score"], Place("plan", "", (*place, "issues", n, "score"), issue["score"])))
            for n, issue in enumerate(risk["issues"])
        ]
        controls = [
            line(
                say(
                    text,
                    Place(
                        "plan",
                        "",
                        (*place, "controls", n, "outside"),
                        also=(("plan", (*place, "controls", n, "text")),),
                        optional=text in names,
                    ),
                ),
                number=f"{n + 1}.",
            )
            for n, text in enumerate(risk["controls"])
        ]
        number = say(str(at + 1), Place("plan", "", (*place, "number"), str(at + 1)))
        step = say(risk["step"], Place("plan", "", (*place, "step")))
        rows.append([cell(number), cell(step), cell(*issues), cell(*scores), cell(*controls)])
    return Table(rows, title="risks")


def _print_targets(data: dict[str, Any]) -> Table:
    rows = [[cell("ค่าเป้าหมาย"), *(cell(f"ปี {year}") for year in YEARS)]]
    for at, target in enumerate(data["targets"]):
        place = ("targets", at)
        unit = target["unit"]
        name = say(target["indicator"], Place("plan", "", (*place, "indicator")))
        cells = [cell(name)]
        for year, value in zip(YEARS, target["values"], strict=True):
            number = say(str(value), Place("plan", "", (*place, "values", str(year)), str(value)))
            # One field, the unit, is printed in every cell.
            printed = say(unit, Place("plan", "", (*place, "unit"), unit))
            cells.append(cell(line(printed, " ", number) if unit == "ร้อยละ" else line(number, " ", printed)))
        rows.append(cells)
        better = Place("plan", "", (*place, "direction"), "increase", ("decrease",), optional=True)
        name.places += (better,)
        if "2565" in name.text:
            name.places += (Place("plan", "", (*place, "baseline_year"), "2565", optional=True),)
    return Table(rows, title="targets")


def _print_plan_table(data: dict[str, Any]) -> Table:
    framework = find_framework("2566-2570")
    assert framework is not None
    head = ["มิติ", "ภารกิจตามมิติ", "โครงการ/กิจกรรม/มาตรการ", *(f"ปี {year}" for year in YEARS), "หมายเหตุ"]
    below = [cell(merged="down") for _ in range(3)] + [cell("งบประมาณ (บาท)") for _ in YEARS] + [cell(merged="down")]
    rows = [[cell(text) for text in head], below]
    before = ("", "")
    for number, project in enumerate(data["projects"], 1):
        mission = ".".join(project["mission"].split(".")[:2])
        dimension = mission[0]
        if before[0] and before[0] != dimension:
            rows.append(_print_sum(data, before[0]))
        first = cell(f"{dimension}. {framework.dimensions[int(dimension)]}")
        code = say(mission, *mission_places(data, mission))
        second = cell(line(code, f" {framework.missions[mission]}"))
        cells = [
            first if before[0] != dimension else cell(merged="down"),
            second if before[1] != mission else cell(merged="down"),
            cell(
                line(
                    say(f"{number})", Place("project", str(number), ("number",), str(number))),
                    " ",
                    say(project["name"], *_name_places(project, number)),
                )
            ),
        ]
        money = f"{project['budget']:,}.-" if project["budget"] else "-"
        place = Place("project", str(number), ("budget",), str(project["budget"]))
        cells += [cell(say(money, place)) for _ in YEARS]
        rows.append([*cells, cell()])
        before = (dimension, mission)
    rows += [_print_sum(data, before[0]), _print_sum(data, "")]
    return Table(rows, head=2, title="plan")


def _name_places(project: dict[str, Any], number: int) -> tuple[Place, ...]:
    of = str(number)
    return (
        Place("project", of, ("name",), project["name"]),
        Place("project", of, ("kind",), name_kind(project["name"]), optional=True),
    )


def _print_sum(data: dict[str, Any], dimension: str) -> list[Cell]:
    projects = [each for each in data["projects"] if each["mission"].startswith(dimension)]
    total = sum(each["budget"] for each in projects)
    where = ("declared", "dimensions", dimension) if dimension else ("declared",)
    count = say(str(len(projects)), Place("plan", "", (*where, "projects"), str(len(projects))))
    cells = [cell("รวม" if dimension else "รวมทั้งสิ้น"), cell(line("จำนวน ", count, " โครงการ")), cell()]
    for year in YEARS:
        place = Place("plan", "", (*where, "budgets", str(year)), str(total))
        cells.append(cell(line(say(f"{total:,}.-", place), " บาท")))
    return [*cells, cell()]


def _print_order(data: dict[str, Any]) -> list[Paragraph | Table]:
    order = data["order"]

    def place(*path: str | int, **more: Any) -> Place:
        return Place("paper:0", "", path, **more)

    kind = place("kind", value="คำสั่ง")
    lines: list[Paragraph | Table] = [
        line(say("คำสั่ง", kind), say(data["lao"], place("issuer", optional=True)), style="title break")
    ]
    lines.append(line("ที่ ", say(to_thai(order["number"]), place("number")), style="title"))
    lines.append(line("เรื่อง ", say(order["subject"], place("subject")), style="title"))
    lines += [line(say(text, place("paragraphs", n))) for n, text in enumerate(order["paragraphs"])]
    for n, member in enumerate(order["members"]):
        position = say(member["position"], place("members", n, "position"))
        role = say(member["role"], place("members", n, "role"))
        lines.append(line(position, "\t", role, number=to_thai(f"{n + 1}.")))
    lines.append(line(say(order["duties_lead"], place("duties_lead"))))
    lines += [
        line(say(text, place("duties", n)), number=to_thai(f"{n + 1}.")) for n, text in enumerate(order["duties"])
    ]
    formal = to_thai(order["date"].replace(" สิงหาคม ", " เดือนสิงหาคม พ.ศ. "))
    lines.append(line("ทั้งนี้ ตั้งแต่วันที่ ", say(formal, place("effective_date", value=order["date"])), " เป็นต้นไป"))
    lines.append(line("สั่ง ณ วันที่ ", say(formal, place("date", value=order["date"]))))
    lines.append(line(say(data["head"], place("signer", "position"))))
    return lines


def _print_announcement(data: dict[str, Any]) -> list[Paragraph | Table]:
    return list(print_announcement(data["announcement"], data["lao"], data["head"], "paper:1"))
