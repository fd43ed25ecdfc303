"""Prints the other made-up papers: a report in prose, a memo, integrity measures."""

from __future__ import annotations

from typing import Any

from office_blocks import Document, Paragraph, Piece, Place, Table
from office_lines import cell, line, load_description, name_kind, say
from prongsai.records.frameworks import find_framework
from prongsai.records.measures import SECTION_TITLES
from prongsai.thai.digits import to_thai


def print_narrative() -> Document:
    """Return a results report in prose."""
    data = load_description("narrative")
    framework = find_framework("2566-2570")
    assert framework is not None
    document = Document("narrative", lao=data["lao"], head=f"รายงานผล {data['lao']}")
    blocks = document.blocks
    blocks += [line("รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต", style="title")]
    blocks += [line(f"ประจำปีงบประมาณ พ.ศ. {data['year']} รอบ 12 เดือน", style="title"), line(data["lao"], style="title")]
    blocks += [line("คำนำ", style="heading break")]
    blocks += [line(say(text, Place("report", "", ("foreword", n)))) for n, text in enumerate(data["foreword"])]
    blocks += [line("ผลการดำเนินงานรายโครงการ", style="heading break")]
    before = 0
    for number, project in enumerate(data["projects"], 1):
        document.names[str(number)] = [project["name"]]
        if project["dimension"] != before:
            before = project["dimension"]
            places = tuple(
                Place("project", str(n), ("dimension",), str(before), also=(("project", ("own_dimension",)),))
                for n, each in enumerate(data["projects"], 1)
                if each["dimension"] == before
            )
            blocks.append(line("มิติที่ ", say(str(before), *places), f" {framework.dimensions[before]}", style="heading"))
        blocks += _print_project(project, str(number))
    for key, title in (
        ("supporting_factors", "ปัจจัยสนับสนุน"),
        ("problems", "ปัญหา/อุปสรรคในการดำเนินงาน"),
        ("suggestions", "ข้อเสนอแนะ"),
    ):
        blocks.append(line(title, style="heading"))
        for n, text in enumerate(data[key]):
            blocks.append(
                line(say(text, Place("report", "", (key, n))), number=f"{n + 1})" if len(data[key]) > 1 else "-")
            )
    return document


def _print_project(project: dict[str, Any], of: str) -> list[Paragraph]:
    def place(record: str, *path: str | int, **more: Any) -> Place:
        return Place(record, of, path, **more)

    kind = name_kind(project["name"])
    name = say(project["name"], place("project", "name"), place("project", "kind", value=kind, optional=True))
    number = say(f"({to_thai(of)})", place("project", "number", value=of), place("progress", "number", optional=True))
    lines = [line(number, " ", name, style="heading"), line("การดำเนินงาน", style="heading")]
    for n, step in enumerate(project["steps"]):
        text, below = (step, []) if isinstance(step, str) else step
        lines.append(line(say(text, place("progress", "steps", n, "text")), number=f"{n + 1}."))
        lines += [
            line(say(inner, place("progress", "steps", n, "steps", m, "text")), number=f"{n + 1}.{m + 1}", level=1)
            for m, inner in enumerate(below)
        ]
    lines.append(line("ผลการดำเนินการ", style="heading"))
    for n, text in enumerate(project["results"]):
        places = [place("progress", "results", n)]
        if "ไม่ได้รับงบประมาณ" in text:
            places.append(place("progress", "reason", value="no_money", optional=True))
            places.append(place("progress", "reason_text", optional=True))
        lines.append(line(say(text, *places)))
    also = (("project", ("budget",)), ("project", ("budget", "by_year", "2568")))
    for key, label in (("planned", "งบประมาณที่ตั้งไว้"), ("disbursed", "งบประมาณที่ใช้")):
        amount = project[key]
        where = place("progress", key, value=str(amount), also=also if key == "planned" else ())
        if project["planned"]:
            lines.append(line(f"{label} ", say(f"{amount:,}", where), " บาท"))
        else:
            lines.append(line(f"{label} ", say("ไม่ใช้งบประมาณ", where)))
    status = say(project["status"], place("progress", "status", value=project["status"]))
    return [*lines, line("สถานะ : ", status)]


def print_memo() -> Document:
    """Return a memo that sends the report up to the head."""
    data = load_description("narrative")
    memo = data["memo"]
    document = Document("memo", lao=data["lao"])

    def place(*path: str | int, **more: Any) -> Place:
        return Place("paper:0", "", path, **more)

    blocks = document.blocks
    blocks.append(line(say("บันทึกข้อความ", place("kind", value="บันทึกข้อความ")), style="title"))
    blocks.append(line("ส่วนราชการ ", say(memo["unit"], place("unit"))))
    number = say(to_thai(memo["number"]), place("number"))
    date = say(to_thai(memo["date"]), place("date", value=memo["date"]))
    blocks += [line("ที่ ", number, " วันที่ ", date), line("เรื่อง ", say(memo["subject"], place("subject")))]
    blocks.append(line("เรียน ", say(memo["addressee"], place("addressee"))))
    for key, title in (("background", "1. เรื่องเดิม"), ("facts", "2. ข้อเท็จจริง"), ("proposal", "3. ข้อเสนอ")):
        blocks.append(line(title, style="heading"))
        texts = memo[key]
        for n, text in enumerate(texts):
            blocks.append(line(say(text, place(key, n)), number=f"{n + 1})" if len(texts) > 1 else ""))
        if key == "facts":
            blocks.append(_print_memo_table(data))
    blocks.append(line(say(memo["closing"], place("closing"))))
    blocks += [line("(......................................)"), line(say(memo["writer"], place("writer", "position")))]
    for n, role in enumerate(memo["opinions"]):
        whole = f"ความเห็นของ{role}"
        blocks.append(line("ความเห็นของ", say(role, place("opinions", n, "role", readings=(whole, f"ความเห็น{role}")))))
        blocks += [line("( ) เห็นชอบตามที่เสนอ"), line("( ) อื่น ๆ ......................................")]
        blocks += [line("(......................................)")]
        blocks.append(line(say(role, place("opinions", n, "position"))))
    return document


def _print_memo_table(data: dict[str, Any]) -> Table:
    rows = [[cell("มิติ"), cell("จำนวน (โครงการ)"), cell("งบประมาณตามแผน (บาท)")]]
    for dimension in (1, 2, 3):
        projects = [each for each in data["projects"] if each["dimension"] == dimension]
        planned = sum(each["planned"] for each in projects)
        where = ("declared", "dimensions", str(dimension))
        count = Place("report", "", (*where, "projects"), str(len(projects)), optional=True)
        money = Place("report", "", (*where, "planned"), str(planned), optional=True)
        rows.append(
            [cell(f"มิติที่ {dimension}"), cell(say(str(len(projects)), count)), cell(say(f"{planned:,}.00", money))]
        )
    return Table(rows, title="nested")


def print_measures() -> Document:
    """Return the integrity measures with what came of them."""
    data = load_description("measures")
    document = Document("measures", lao=data["lao"], head=f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {data['lao']}")
    blocks = document.blocks
    title = to_thai(f"ประจำปีงบประมาณ พ.ศ. {data['year']}")
    blocks += [
        line("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", style="title"),
        line(title, style="title"),
    ]
    blocks += [line(data["lao"], style="title"), line("คำนำ", style="heading break")]
    blocks += [line(say(text, Place("measures", "", ("foreword", n)))) for n, text in enumerate(data["foreword"])]
    blocks += [line(data["lao"]), line(say(data["unit"], Place("measures", "", ("unit",), optional=True)))]
    blocks += [line("รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", style="heading break")]
    blocks += [
        line(say(text, Place("measures", "", ("introduction", n)))) for n, text in enumerate(data["introduction"])
    ]
    head = ("มาตรการ/แนวทาง", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "ผลการดำเนินงาน", "ผลลัพธ์/ความสำเร็จ")
    rows = [[cell(text) for text in head]]
    for at, (number, measures) in enumerate(data["sections"].items()):
        mark = say(f"({to_thai(str(number))})", Place("measures", "", ("sections", at, "number"), str(number)))
        section = say(SECTION_TITLES[number], Place("measures", "", ("sections", at, "title"), optional=True))
        rows.append([cell(line(mark, " ", section)), *(cell(merged="right") for _ in range(5))])
        for n, measure in enumerate(measures):
            rows.append(_print_measure(measure, n, ("sections", at, "measures", n)))
    blocks.append(Table(rows, title="measures"))
    return document


def _print_measure(measure: dict[str, Any], n: int, where: tuple[str | int, ...]) -> list[Any]:
    def place(*path: str | int, **more: Any) -> Place:
        return Place("measures", "", (*where, *path), **more)

    number = say(to_thai(f"{n + 1}."), place("number", value=str(n + 1)))
    cells = [cell(line(number, " ", say(measure["title"], place("title"))))]
    for key, title in (("methods", "methods"), ("units", "responsible_units"), ("", "period"), ("results", "results")):
        if not key:
            cells.append(cell(say(to_thai(measure["period"]), place("period"))))
            continue
        texts = measure[key]
        cells.append(
            cell(
                *(
                    line(say(to_thai(text), place(title, m)), number=to_thai(f"{m + 1}.") if key != "units" else "")
                    for m, text in enumerate(texts)
                )
            )
        )
    cells.append(cell(*(_print_outcome(text, measure, place, m) for m, text in enumerate(measure["outcomes"]))))
    return cells


def _print_outcome(text: str, measure: dict[str, Any], place: Any, m: int) -> Paragraph:
    score = measure.get("score", "")
    whole = place("outcomes", m)
    if not score or score not in text:
        return line(say(to_thai(text), whole), number="-")
    before, _, after = text.partition(score)
    pieces = [Piece(to_thai(before), (whole,)), Piece(to_thai(score), (whole, place("score", value=score)))]
    return line(*pieces, Piece(after, (whole,)), number="-")
