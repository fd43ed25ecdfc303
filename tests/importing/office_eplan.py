"""Prints the tables that e-PlanNACC gives, as the made-up report takes them over: E1 to E7 and the summary."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from office_blocks import Cell, Paragraph, Piece, Place, Table
from office_lines import cell, line, say
from prongsai.records.progress import Status

_STATUSES = (Status.WAITING, Status.IN_PROGRESS, Status.DONE, Status.CANNOT)
_EPLAN_ORDER = (2, 1, 4, 3, 6, 5, 8, 7)
_ORDINANCE = {6: 30_000}  # one project got less in the ordinance than the plan says


def _declared(*path: str, value: object) -> Place:
    return Place("report", "", ("declared", *path), str(value))


def _money(amount: int) -> str:
    return f"{amount:,}.00"


class Figures:
    """The figures of one dimension, or of all."""

    def __init__(self, data: dict[str, Any], dimension: str) -> None:
        self.where = ("dimensions", dimension) if dimension else ()
        self.projects = [each for each in data["projects"] if each["mission"].startswith(dimension)]
        numbers = {id(each): number for number, each in enumerate(data["projects"], 1)}
        self.planned = sum(each["planned"] for each in self.projects)
        self.ordinance = sum(_ORDINANCE.get(numbers[id(each)], each["planned"]) for each in self.projects)
        self.disbursed = sum(each["disbursed"] for each in self.projects)
        self.done = self.count("done")

    def count(self, status: str) -> int:
        return sum(each["status"] == status for each in self.projects)

    def say(self, key: str, value: object, text: str = "") -> Piece:
        return say(text or str(value), _declared(*self.where, key, value=value))

    def percents(self) -> tuple[str, str]:
        return _percent(self.done, len(self.projects)), _percent(self.disbursed, self.planned)


def _percent(part: int, whole: int) -> str:
    share = Decimal(100 * part) / whole if whole else Decimal(0)
    return str(share.quantize(Decimal("0.01"), ROUND_HALF_UP))


def print_eplan(data: dict[str, Any]) -> list[Paragraph | Table]:
    """Return all tables with what stands between them."""
    everything = Figures(data, "")
    heading = f"รายงานผลการดำเนินงานตามแผนปฏิบัติการป้องกันการทุจริต ของ{data['lao']} พ.ศ. {data['year']} รอบ 12 เดือน"
    as_of = Place("report", "", ("as_of",), data["as_of"])
    province = Place("report", "", ("provincial", "province"))
    day, month, year = data["as_of"].split()
    stamp = line("** ข้อมูล ณ วันที่ ", say(f"{int(day):02} {month} {year}", as_of))
    position = say(data["reporter"], Place("report", "", ("reporter",)))
    blocks: list[Paragraph | Table] = [line(f"{data['lao']} อำเภอ {data['district']} จังหวัด {data['province']}")]
    blocks += [line(f"รายงานผลการนำแผนไปปฏิบัติ ประจำปีงบประมาณ พ.ศ. {data['year']} รอบ 12 เดือน"), _print_e1(data)]
    blocks += [line("โครงการ/งบประมาณ (ตามแผนพัฒนาท้องถิ่น)"), _print_e2(data, "planned")]
    blocks += [line("โครงการ/งบประมาณ (ตามข้อบัญญัติ/เทศบัญญัติ/แผนการดำเนินงาน)"), _print_e2(data, "ordinance")]
    blocks += [line("การเบิกจ่ายงบประมาณ"), _print_e4(data), line("สถานะโครงการ/กิจกรรม/มาตรการ"), _print_e5(data)]
    blocks += [stamp, line(heading), _print_e6(data)]
    blocks += [line("ชื่อ - สกุล ผู้รายงาน ........................ ตำแหน่ง ", position)]
    for key, title in (("problems", "ปัญหา อุปสรรค"), ("suggestions", "ข้อเสนอแนะ")):
        blocks.append(line(title))
        for n, text in enumerate(data[key]):
            blocks.append(line(say(text, Place("report", "", (f"eplan_{key}", n), optional=True)), number=f"{n + 1}."))
    blocks.append(line("สรุปผลการขับเคลื่อนแผนฯ"))
    blocks += _print_summary(data, everything)
    where = say(data["province"], province)
    blocks.append(
        line(
            "ผลการนำแผนปฏิบัติการป้องกันการทุจริต ไปสู่การปฏิบัติระดับจังหวัด ของจังหวัด",
            where,
            f" ประจำปีงบประมาณ พ.ศ. {data['year']} รอบ 12 เดือน",
        )
    )
    blocks.append(_print_provincial(data))
    return blocks


def _print_e1(data: dict[str, Any]) -> Table:
    rows = [
        [
            cell("ชื่อ อปท."), cell("มิติ"), cell("โครงการ"), cell(merged="right"), cell("งบประมาณ"),
            cell(merged="right"), cell(merged="right"), cell("ร้อยละดำเนินการ"), cell(merged="right"),
        ],
        [
            cell(merged="down"), cell(merged="down"), cell("ตามแผน"), cell("ดำเนินการแล้ว"), cell("ตามแผน"),
            cell("ตามข้อบัญญัติ/เทศบัญญัติ"), cell("ใช้จริง"), cell("โครงการ"), cell("งบประมาณ"),
        ],
    ]  # fmt: skip
    for dimension in ("1", "2", "3", "4", ""):
        figures = Figures(data, dimension)
        percents = figures.percents()
        first = cell("รวม") if not dimension else cell(data["lao"]) if dimension == "1" else cell(merged="down")
        rows.append(
            [
                first,
                cell(dimension) if dimension else cell(),
                cell(figures.say("projects", len(figures.projects))),
                cell(figures.say("done", figures.done)),
                cell(figures.say("planned", figures.planned, _money(figures.planned))),
                cell(figures.say("ordinance", figures.ordinance, _money(figures.ordinance))),
                cell(figures.say("disbursed", figures.disbursed, _money(figures.disbursed))),
                cell(figures.say("projects_percent", percents[0])),
                cell(figures.say("budget_percent", percents[1])),
            ]
        )
    return Table(rows, head=2, title="E1")


def _print_e2(data: dict[str, Any], key: str) -> Table:
    head: list[Cell] = []
    below: list[Cell] = []
    row: list[Cell] = []
    for dimension in ("1", "2", "3", "4", ""):
        figures = Figures(data, dimension)
        amount = figures.planned if key == "planned" else figures.ordinance
        head += [cell(f"มิติที่ {dimension}" if dimension else "รวม 4 มิติ"), cell(merged="right")]
        below += [cell("โครงการ"), cell("งบประมาณ")]
        row += [cell(figures.say("projects", len(figures.projects))), cell(figures.say(key, amount, _money(amount)))]
    return Table([head, below, row], head=2, title="E2" if key == "planned" else "E3")


def _print_e4(data: dict[str, Any]) -> Table:
    rows = [[cell("มิติ"), cell("ตามแผนป้องกันฯ"), cell("ข้อบัญญัติ/เทศบัญญัติ"), cell("การเบิกจ่าย")]]
    for dimension in ("1", "2", "3", "4", ""):
        figures = Figures(data, dimension)
        cells = [cell(f"มิติที่ {dimension}" if dimension else "รวม 4 มิติ")]
        for key in ("planned", "ordinance", "disbursed"):
            amount = getattr(figures, key)
            cells.append(cell(figures.say(key, amount, _money(amount))))
        rows.append(cells)
    return Table(rows, title="E4")


def _print_e5(data: dict[str, Any]) -> Table:
    figures = Figures(data, "")
    head = ("โครงการขั้นต่ำตามที่ ป.ป.ช. กำหนด", "โครงการทั้งหมด", "บรรจุในข้อบัญญัติ/เทศบัญญัติ/แผนดำเนินงาน", "อยู่ระหว่างดำเนินการ")
    head += ("ดำเนินการแล้วเสร็จ", "ไม่สามารถดำเนินการได้", "ผลการนำแผนฯ ไปปฏิบัติ คิดจากโครงการขั้นต่ำ", "ระดับการนำแผนไปปฏิบัติ")
    row = [
        figures.say("minimum", data["minimum"]),
        figures.say("projects", len(figures.projects)),
        figures.say("in_ordinance", data["in_ordinance"]),
        figures.say("in_progress", figures.count("in_progress")),
        figures.say("done", figures.done),
        figures.say("cannot", figures.count("cannot")),
        figures.say("level_percent", _level(data)),
        figures.say("level", "ปานกลาง"),
    ]
    return Table([[cell(text) for text in head], [cell(piece) for piece in row]], title="E5")


def _level(data: dict[str, Any]) -> str:
    figures = Figures(data, "")
    return _percent(2 * figures.done + figures.count("in_progress"), 2 * data["minimum"])


def _print_e6(data: dict[str, Any]) -> Table:
    rows = [
        [
            *(cell(text) for text in ("ลำดับ", "รายการโครงการ (ตั้งต้น)", "มิติ", "งบประมาณ (บาท)", "เบิกจ่าย (บาท)", "สถานะ")),
            *(cell(merged="right") for _ in range(3)),
            cell("หมายเหตุ"),
        ],
        [
            *(cell(merged="down") for _ in range(5)),
            *(
                cell(text)
                for text in ("รอ รายงาน", "อยู่ ระหว่าง ดำเนิน การ", "ดำเนิน การ แล้วเสร็จ", "ไม่ สามารถ ดำเนิน การได้")
            ),
            cell(merged="down"),
        ],
    ]
    for at, number in enumerate(_EPLAN_ORDER, 1):
        project = data["projects"][number - 1]
        of = str(number)
        status = Status(project["status"])
        name = project.get("eplan_name", project["name"])
        ticks = [
            cell(say("☑", Place("progress", of, ("status",), status.value))) if each is status else cell()
            for each in _STATUSES
        ]
        remark = project.get("eplan_remark", "")
        dimension = Place("project", of, ("dimension",), project["mission"][0], optional=True)
        planned, disbursed = str(project["planned"]), str(project["disbursed"])
        eplan_name = Place("project", of, ("eplan_name",), optional=name == project["name"])
        rows.append(
            [
                cell(say(str(at), Place("project", of, ("eplan_number",), str(at)))),
                cell(say(name, eplan_name)),
                cell(say(project["mission"][0], dimension)),
                cell(
                    say(_money(project["planned"]), Place("progress", of, ("planned",), planned, also=_budgets(data)))
                ),
                cell(say(_money(project["disbursed"]), Place("progress", of, ("disbursed",), disbursed))),
                *ticks,
                cell(say(remark, *_remark_places(of))) if remark else cell(),
            ]
        )
    return Table(rows, head=2, title="E6")


def _remark_places(of: str) -> tuple[Place, ...]:
    """The one remark of the made-up table is also the reason why a project could not be done."""
    return Place("progress", of, ("eplan_remark",)), Place("progress", of, ("reason",), "no_staff", optional=True)


def _budgets(data: dict[str, Any]) -> tuple[tuple[str, tuple[str | int, ...]], ...]:
    return (("project", ("budget",)), ("project", ("budget", "by_year", str(data["year"]))))


def _print_summary(data: dict[str, Any], figures: Figures) -> list[Paragraph]:
    amount = figures.say("disbursed", figures.disbursed, _money(figures.disbursed))
    percent = figures.say("budget_percent", figures.percents()[1])
    total = figures.say("projects", len(figures.projects))
    lines = [line("แผนปฏิบัติการป้องกันการทุจริต มีโครงการ/กิจกรรม/มาตรการ จำนวน ", total, " โครงการ", number="-")]
    for status, words in zip(_STATUSES, ("รอการรายงาน", *(each.label for each in _STATUSES[1:])), strict=True):
        count = figures.say(status.value, figures.count(status.value))
        lines.append(line(f"{words} ", count, " โครงการ", number="-"))
    lines.append(line("เบิกจ่ายงบประมาณ ", amount, " บาท คิดเป็นร้อยละ ", percent, number="-"))
    level, share = figures.say("level", "ปานกลาง"), figures.say("level_percent", _level(data))
    lines.append(line("มีการนำแผนฯ ไปปฏิบัติ ระดับ ", level, " ร้อยละ ", share, number="-"))
    return lines


def _print_provincial(data: dict[str, Any]) -> Table:
    rows = [[cell(text) for text in ("ลำดับ", "ชื่อ อปท.", "อำเภอ", "ร้อยละ", "ระดับการนำไปปฏิบัติ")]]
    for at, (lao, district, percent, star, level) in enumerate(data["province_rows"]):

        def place(key: str, value: str, *, at: int = at, optional: bool = False) -> Place:
            return Place("report", "", ("provincial", "rows", at, key), value, optional=optional)

        mark: list[Piece | str] = [say(star, place("capped", "ใช่"))] if star else []
        rows.append(
            [
                cell(str(at + 1)),
                cell(say(lao, place("lao", lao))),
                cell(say(district, place("district", district))),
                cell(line(*mark, say(percent, place("percent", percent)))),
                cell(say(level, place("level", level))),
            ]
        )
    for label, key in (("มาก", "high"), ("ปานกลาง", "medium"), ("น้อย", "low")):
        count = sum(row[4] == label for row in data["province_rows"])
        where = Place("report", "", ("provincial", "declared", key), str(count))
        rows.append([cell(label), *(cell(merged="right") for _ in range(3)), cell(say(str(count), where))])
    return Table(rows, title="E7")
