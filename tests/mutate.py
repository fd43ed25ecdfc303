"""Faults that people make, put into the sample data one at a time: is each found, at the right line, by the right rule?

Run with ``make mutate``. The last lines print the rate; the exit code is 1 unless all are found and nothing else is told
but what follows from the fault. A second part puts twenty faults in at once and counts the reports of one run.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml
from prongsai.build.checked import check_plans
from prongsai.problem import Problem

SAMPLES = Path(__file__).parents[1] / "plans"
MADE_UP = Path(__file__).with_name("plans")
BLIND = Path(__file__).with_name("blind_faults.yml")


class Fault(NamedTuple):
    """One text of a file replaced by another.

    Attributes:
        file: Path inside ``plans/`` without ``.yml``; that of a made-up LAO is inside ``tests/plans/``.
        old: What stands there; the first place counts.
        new: What a person typed instead.
        rule: The rule that must tell it.
        at: A text in the line that must be named; the first changed line where empty.
    """

    file: str
    old: str
    new: str
    rule: str
    at: str = ""


MAESAI = "maesai/2566-2570/plan"
REPORT = "maesai/progress/2566-12"
CARD = "chiangmuan/2566-2570/projects/p01"
CHIANGMUAN = "chiangmuan/2566-2570/plan"
MAECHAN = "maechan/measures/2568"
P02 = "  - project: p02\n    status: ดำเนินการแล้วเสร็จ\n"
P03 = "  - project: p03\n    status: ดำเนินการแล้วเสร็จ\n"
RESULT_P02 = "จัดทำโครงการและคัดเลือกผู้ที่สมควรยกย่อง"
RESULT_P05 = "ประชาสัมพันธ์และเสริมองค์ความรู้แก่บุคลากรในสังกัด ให้ถือปฏิบัติโดยเคร่งครัดตามแนวทางและช่องทางที่กำหนด"
RESULT_P07 = "ประชาสัมพันธ์องค์ความรู้ด้านการป้องกันและปราบปรามการทุจริตแก่บุคลากรในสังกัด เพื่อให้ถือปฏิบัติอย่างเคร่งครัด"
HONOUR = "มอบประกาศเกียรติคุณแก่ผู้ได้รับการยกย่อง"
IDENTITY = "name: เชียงม่วน\ndistrict: เชียงม่วน\nprovince: พะเยา\n"
P09 = "กำหนดมาตรการสร้างความโปร่งใสในการบริหารงานบุคคล และประกาศให้บุคลากรกับสาธารณชนทราบ"
P25 = "จัดทำแผนปฏิบัติงานตรวจสอบภายใน และประชาสัมพันธ์ให้บุคลากรกับประชาชนทราบ"
P28 = "  - project: p28\n    status: "
ANNOUNCED = "maesai/papers/report-2566-12"
ADOPTION = "chiangmuan/papers/adopt-2565"
COMMITTEE = "chiangmuan/papers/order-372-2565"
OIT = "nongsaeng/oit/2568"
ORDER = (SAMPLES / "chiangmuan/papers/order-372-2565.yml").read_text(encoding="utf-8")

FAULTS = (
    # Typing errors in keys, choices, ids, numbers, dates
    Fault(MAESAI, "objectives:", "objectivs:", "unknown-key"),
    Fault(CARD, "responsible_units:", "responsible_unit:", "unknown-key"),
    Fault(REPORT, "as_of:", "asof:", "unknown-key"),
    Fault("maesai/lao", "province:", "provinc:", "unknown-key"),
    Fault(MAECHAN, "methods:", "method:", "unknown-key"),
    Fault("maesai/lao", "type: เทศบาลตำบล", "type: เทศบาลตำบน", "bad-choice"),
    Fault(REPORT, "status: ดำเนินการแล้วเสร็จ", "status: ดำเนินการแล้วเสร็ด", "bad-choice"),
    Fault(MAESAI, "score: น้อย", "score: น้อยมาก", "bad-choice"),
    Fault("maesai/papers/report-2566-12", "kind: ประกาศ", "kind: ประกาด", "bad-choice"),
    Fault(REPORT, "project: p05", "project: p50", "unknown-project"),
    Fault("chiangmuan/addresses", "projects/p01/", "projects/p1/", "lost-address"),
    Fault("chiangmuan/addresses", "  - 2566-2570/projects/p01/\n", "", "unnoted-address", "lao: chiangmuan"),
    Fault(CARD, "number: 1\n", "number: 1\naliases: p02\n", "taken-alias", "aliases: p02"),
    Fault("maesai/lao", "province: เชียงราย\n", "province: เชียงราย\naliases: maechan\n", "lao-alias", "aliases: maechan"),
    Fault(CHIANGMUAN, "announcement: adopt-2565", "announcement: adopt-2566", "unknown-paper"),
    Fault(REPORT, "announcement: report-2566-12", "announcement: report-2566-13", "unknown-paper"),
    Fault(CARD, "mission: 1.1.1", "mission: 1.1.9", "unknown-mission"),
    Fault(CARD, "mission: 1.1.1", "mission: 5.1", "unknown-mission"),
    Fault(CARD, "mission: 1.1.1", "mission: หนึ่ง", "bad-mission"),
    Fault(CARD, "budget: 180000", "budget: 18O000", "bad-money"),
    Fault(CARD, "budget: 180000", "budget: ๑๘0000", "bad-money"),
    Fault(CARD, "count: 60", "count: หกสิบ", "bad-number"),
    Fault(REPORT, "as_of: 6 ตุลาคม 2566", "as_of: 31 กันยายน 2566", "bad-date"),
    Fault("maesai/papers/report-2566-12", "date: 19 ตุลาคม 2566", "date: 19 ตลาคม 2566", "bad-date"),
    Fault("maesai/lao", "website: https://www.maesai.go.th", "website: www.maesai.go.th", "bad-url"),
    Fault("maesai/lao", "minimum_projects: {2566: 25}", "minimum_projects: {2023: 25}", "bad-year"),
    Fault(CHIANGMUAN, "years: 2566-2570", "years: 2570-2566", "bad-years"),
    Fault(CHIANGMUAN, "years: 2566-2570", "years: 2566-2571", "file-name"),
    Fault(CARD, "number: 1\n", "", "missing-key", at="id: p01"),
    Fault(CARD, "id: p01", "id: p1", "file-name"),
    # Broken YAML
    Fault(CARD, "number: 1\n", "number 1\n", "yaml-syntax"),
    Fault(CARD, "steps:", "steps:\n\t- ขั้นตอน", "yaml-syntax", at="\t- ขั้นตอน"),
    Fault(CARD, "period: ปี", 'period: "ปี', "yaml-syntax", at=""),
    Fault(CARD, "number: 1\n", "number: 1\nnumber: 2\n", "duplicate-key", at="number: 2"),
    Fault(CARD, "budget: 180000", "budget: {2566: 180,000}", "flow-comma"),
    Fault(CARD, "period: ปีงบประมาณ", "period: *ปีงบประมาณ", "yaml-syntax"),
    Fault(MAESAI, "{2566: 200000}", "{2571: 200000}", "year-outside-plan"),
    Fault(MAESAI, "id: p03", "id: p02", "duplicate-id"),
    # Figures
    Fault(REPORT, "  planned: 230000", "  planned: 240000", "declared-report-figures"),
    Fault(REPORT, "  disbursed: 178050", "  disbursed: 178500", "declared-report-figures"),
    Fault(REPORT, "  budget_percent: 77.41", "  budget_percent: 87.41", "declared-report-figures"),
    Fault(REPORT, "  done: 29", "  done: 28", "declared-report-figures"),
    Fault(REPORT, "  level_percent: 100.00", "  level_percent: 99.00", "declared-report-figures"),
    Fault(REPORT, "  projects: 29", "  projects: 30", "projects-not-named"),
    Fault(CHIANGMUAN, "  projects: 30", "  projects: 31", "projects-not-named"),
    Fault(CHIANGMUAN, "budgets: {2566: 190000", "budgets: {2566: 195000", "declared-plan-figures"),
    Fault(REPORT, "declared: {high: 8", "declared: {high: 9", "provincial-table"),
    Fault(REPORT, "percent: 90.00", "percent: 9.00", "provincial-table"),
    Fault(REPORT, "    disbursed: 150000", "    disbursed: 250000", "overspent"),
    Fault(CARD, "หนึ่งแสนแปดหมื่นบาทถ้วน", "หนึ่งแสนแปดพันบาทถ้วน", "budget-words"),
    Fault("maesai/lao", "minimum_projects: {2566: 25}\n", "", "missing-minimum", at="type:"),
    # Progress
    Fault(REPORT, P02, P02.replace("ดำเนินการแล้วเสร็จ", "ไม่สามารถดำเนินการได้"), "cannot-reason", at="ไม่สามารถ"),
    Fault(REPORT, P03, P03.replace("p03", "p02"), "progress-record", at=""),
    Fault(REPORT, RESULT_P02, "อยู่ระหว่างดำเนินการ" + RESULT_P02, "status-narrative"),
    Fault(REPORT, RESULT_P07, RESULT_P05, "repeated-result"),
    # Dates, papers, numbers
    Fault("chiangmuan/papers/order-372-2565", "date: 5 สิงหาคม 2565", "date: 5 สิงหาคม 2566", "date-order"),
    Fault("maesai/papers/report-2566-12", "date: 19 ตุลาคม 2566", "date: 19 กันยายน 2566", "date-order"),
    Fault("maesai/papers/report-2566-12", "date: 19 ตุลาคม 2566", "date: 19 มีนาคม 2567", "late-report"),
    Fault(REPORT, "announcement: report-2566-12", "memo: report-2566-12", "wrong-paper-kind"),
    Fault("maesai/papers/report-2566-12", "kind: ประกาศ", "plan: 2566-2571\nkind: ประกาศ", "paper-plan"),
    Fault("chiangmuan/papers/order-372-2565", ORDER, "kind: คำสั่ง\ndate: 5 สิงหาคม 2565\n", "incomplete-paper", at="kind:"),
    Fault(MAESAI, "    number: 29", "    number: 30", "number-sequence"),
    Fault(MAESAI, "eplan_number: 29", "eplan_number: 28", "number-sequence"),
    Fault(CARD, "period: ปีงบประมาณ พ.ศ. 2566", "period: ปีงบประมาณ พ.ศ. 2023", "wrong-era"),
    # Words
    Fault(CARD, "เทศบาลตำบลเชียงม่วน\n", "เทศบาลตำบลเชียงใหม่\n", "foreign-lao"),
    Fault(CARD, "สมาชิกสภาท้องถิ่นของเทศบาล", "พนักงานส่วนตำบลของเทศบาล", "wrong-vocabulary"),
    Fault(CHIANGMUAN, "มิติที่ 1", "มติที่ 1", "dimension-typo"),
    Fault(CARD, "อย่างน้อยปีละ 1 ครั้ง", "อย่างน้อยปีละ ๑2 ครั้ง", "mixed-digits"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "จัดทําโครงการและเสนอ", "broken-thai"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "จัดทำโครงการเเละเสนอ", "broken-thai"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "จัดทำ\u200bโครงการและเสนอ", "broken-thai"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "จัดทำโครงการและะเสนอ", "broken-thai"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "☑ จัดทำโครงการและเสนอ", "missing-glyph"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "จัดทຳโครงการและเสนอ", "missing-glyph"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "(อบจ./เทศบาล/อบต.) จัดทำโครงการและเสนอ", "template-left"),
    Fault(CARD, "ประเมินผลและสรุปผลโครงการ", "2/ 5) ประเมินผลและสรุปผลโครงการ...", "leaked-text"),
    Fault("chiangmuan/2566-2570/projects/p03", "kind: โครงการ", "kind: มาตรการ", "name-kind"),
    # Personal data
    Fault(REPORT, "มอบประกาศเกียรติคุณแก่ผู้ได้รับการยกย่อง", "มอบรางวัลแก่ 1-2345-67890-12-1", "personal-data"),
    Fault(REPORT, "มอบประกาศเกียรติคุณแก่ผู้ได้รับการยกย่อง", "มอบรางวัล โทร ๐๘๑-๒๓๔-๕๖๗๘", "personal-data"),
    Fault(REPORT, "มอบประกาศเกียรติคุณแก่ผู้ได้รับการยกย่อง", "มอบรางวัล somchai@gmail.com", "personal-data"),
    # Targets, measures, files
    Fault(MAESAI, "2567: 90, 2568: 90", "2568: 90", "target-baseline"),
    Fault(MAECHAN, "sections:", "pass_mark: 85\nsections:", "score-pass-mark", at=""),
    Fault("maesai/papers/report-2566-12", "kind: ประกาศ", "signed: files/a.pdf\nkind: ประกาศ", "file-missing"),
    Fault("maesai/lao", "sample: true", "seal: ../seal.png\nsample: true", "bad-path"),
    Fault("maesai/lao", "sample: true", "emblem: files/garuda.pdf\nsample: true", "file-type"),
    Fault("maesai/lao", "sample: true", "sample: บางที", "bad-yes-no"),
    # Values, copies, names, words for nothing
    Fault(REPORT, HONOUR, "None", "placeholder-text"),
    Fault(REPORT, HONOUR, '"#REF!"', "placeholder-text"),
    Fault(REPORT, HONOUR, "ไม่มี", "placeholder-text"),
    Fault(REPORT, HONOUR, '"-"', "placeholder-text"),
    Fault(REPORT, HONOUR, "lorem ipsum dolor sit amet", "placeholder-text"),
    Fault(REPORT, HONOUR, "xxx", "template-left"),
    Fault(REPORT, "reporter: นิติกรชำนาญการพิเศษ", "reporter: ทดสอบ", "placeholder-text"),
    Fault(CARD, "  - สำนักปลัด", "  - N/A", "placeholder-text"),
    Fault(REPORT, HONOUR, "1) มอบประกาศ", "typed-number"),
    Fault(REPORT, HONOUR, "• มอบประกาศ", "typed-number"),
    Fault(REPORT, HONOUR, "1. มอบประกาศ / 2. มอบโล่", "typed-number"),
    Fault(CARD, "- จัดทำโครงการและเสนอ", "- (๑) จัดทำโครงการและเสนอ", "typed-number"),
    Fault(CARD, "- ประเมินผลและสรุปผล", "- – ประเมินผลและสรุปผล", "typed-number"),
    Fault(CARD, "- text: จัดอบรมกฎหมาย", "- text: ๑. จัดอบรมกฎหมาย", "typed-number"),
    Fault(MAESAI, "  - ประชาชนได้ร่วมป้องกัน", "  - 3) ประชาชนได้ร่วมป้องกัน", "typed-number"),
    Fault("chiangmuan/papers/order-372-2565", "duties:\n  - ", "duties:\n  - 1) ", "typed-number", at="  - 1) "),
    Fault(MAECHAN, "score: 84.01", "score: 840.1", "value-range"),
    Fault(CHIANGMUAN, "2569: 80, 2570: 85}", "2569: 80, 2570: 850}", "value-range"),
    Fault(REPORT, "  projects_percent: 100.00", "  projects_percent: 1000.00", "value-range"),
    Fault(REPORT, "percent: 90.00", "percent: 190.00", "value-range"),
    Fault(CARD, "ไม่น้อยกว่าร้อยละ 80", "ไม่น้อยกว่าร้อยละ 800", "value-range"),
    Fault(MAESAI, "2568: 30, 2569: 40", "2568: 3, 2569: 40", "target-baseline"),
    Fault(CARD, "number: 1\n", "number: 1\nfrom: 2569\nuntil: 2567\n", "years-reversed", at="from:"),
    Fault("maesai/lao", "minimum_projects: {2566: 25}", "minimum_projects: {2566: 52}", "minimum-too-high"),
    Fault("chiangmuan/papers/order-372-2565", "role: รองประธานคณะกรรมการ", "role: ประธานกรรมการ", "repeated-role"),
    Fault("maesai/lao", "contacts:\n", "contacts:\n  email: saraban.maesai.go.th\n", "contact-form", at="  email:"),
    Fault("maesai/lao", "contacts:\n", "contacts:\n  phone: 0 5373 12\n", "contact-form", at="  phone:"),
    Fault("maesai/lao", "https://www.maesai.go.th", "http://localhost/maesai", "web-address"),
    Fault("maesai/lao", "https://www.maesai.go.th", "http://192.168.1.2/", "web-address"),
    Fault("maesai/lao", "https://www.maesai.go.th", "https://drive.google.com/drive/folders/1", "web-address"),
    Fault("maesai/lao", "https://www.maesai.go.th", "https://www.m\u0430esai.go.th", "web-address"),
    Fault("maesai/lao", "https://www.maesai.go.th", "https://www.maesai.go.th:-1", "bad-url"),
    Fault("maesai/lao", "https://www.maesai.go.th", "https://www.maesai.go.th/" + "a" * 30_000, "bad-url"),
    Fault("chiangmuan/lao", "numerals:", "website: https://www.maesai.go.th\nnumerals:", "other-lao-contact"),
    Fault("chiangmuan/lao", IDENTITY, "name: แม่สาย\ndistrict: แม่สาย\nprovince: เชียงราย\n", "same-lao"),
    Fault(MAECHAN, "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ", "การให้บริการและระบบ E-Service", "measures-sections"),
    Fault("maesai/lao", "name: แม่สาย", "name: ทต.แม่สาย", "bad-prefix"),
    Fault("maesai/lao", "district: แม่สาย", "district: อ.แม่สาย", "bad-prefix"),
    Fault("maesai/lao", "province: เชียงราย", "province: จ.เชียงราย", "bad-prefix"),
    Fault("maesai/lao", "province: เชียงราย", "province: เชียงลาย", "unknown-province"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "จัดทำแผนแผนและเสนอ", "doubled-word"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "ส่งเสริมริมและเสนอ", "doubled-word"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "จัดทำเว็ปไซต์และเสนอ", "misspelt-word"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "จัดทำโครงการดังกล่างและเสนอ", "misspelt-word"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "เน€เธ—เธจเธเธฒเธฅ", "garbled-text"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "à¹€à¸—à¸¨à¸šà¸²à¸¥", "garbled-text"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "?????และเสนอ", "garbled-text"),
    Fault(REPORT, HONOUR, "รูปภาพประกอบด้วย บุคคล คำอธิบายที่สร้างโดยอัตโนมัติ", "leaked-text"),
    Fault(REPORT, HONOUR, "มอบประกาศ&nbsp;เกียรติคุณ</p>", "leaked-text"),
    Fault(CHIANGMUAN, "years: 2566-2570", "years 2566-2570", "yaml-syntax"),
    Fault("maesai/papers/report-2566-12", "date: 19 ตุลาคม 2566", "date: 19 ต.ค. 66", "bad-date"),
    Fault(CARD, "budget: 180000", "งบประมาณ: 180000", "unknown-key"),
    # Words against figures, dates, periods
    Fault(REPORT, P09, "กำหนดมาตรการแล้ว แต่ยังไม่ได้ประกาศให้บุคลากรทราบ", "status-narrative"),
    Fault(REPORT, P09, "อยู่ระหว่างเสนอนายกเทศมนตรีลงนาม", "status-narrative"),
    Fault(REPORT, P25, "ตรวจสอบแล้ว 2 กอง คงเหลืออีก 3 กองที่ยังไม่ได้ตรวจ", "status-narrative"),
    Fault(REPORT, P25, "เลื่อนไปดำเนินการในปีงบประมาณ พ.ศ. 2567 เนื่องจากบุคลากรไม่เพียงพอ", "status-narrative"),
    Fault(REPORT, "eplan_remark: >-\n", "remark: รอผู้บริหารลงนาม\n    eplan_remark: >-\n", "status-narrative"),
    Fault(
        REPORT,
        P28 + "ดำเนินการแล้วเสร็จ\n    results:\n      - ",
        P28 + "อยู่ระหว่างดำเนินการ\n    results:\n      - ดำเนินการครบถ้วนเรียบร้อยแล้ว\n      - ",
        "status-narrative",
        at="      - ดำเนินการครบถ้วน",
    ),
    Fault(
        REPORT,
        P28 + "ดำเนินการแล้วเสร็จ\n    results:\n",
        P28
        + "ไม่สามารถดำเนินการได้\n    reason: บุคลากรไม่เพียงพอ\n    results:\n      - จัดประชุม 2 ครั้ง มีผู้เข้าร่วม 60 คน\n",
        "status-narrative",
        at="      - จัดประชุม 2 ครั้ง",
    ),
    Fault(
        REPORT,
        "problems:\n",
        "  - >-\n    ทั้งนี้ เทศบาลยังมีโครงการ\n    ที่ดำเนินการไม่แล้วเสร็จ\nproblems:\n",
        "all-done-claim",
        at="    ทั้งนี้ เทศบาล",
    ),
    Fault(REPORT, P09, "มีช่องทางเผยแพร่มาตรการอย่างน้อยสองช่องทาง", "result-restates-target"),
    Fault(REPORT, P09, "บุคลากรร้อยละ 90 ขึ้นไปปฏิบัติตามมาตรการ", "result-restates-target"),
    Fault(REPORT, P25, "มีการตรวจสอบไม่น้อยกว่าไตรมาสละ 1 ครั้ง", "result-restates-target"),
    Fault(REPORT, "งานบริหารบุคคลมีความโปร่งใสและไม่มีข้อร้องเรียนในเรื่องนี้", "สถิติเรื่องร้องเรียนลดลงทุกปี", "result-restates-target"),
    Fault(MAECHAN, "มีทะเบียนควบคุมการใช้งานและการเบิกจ่ายที่รัดกุม และปฏิบัติตามระเบียบโดยเคร่งครัด", "มีการตรวจสอบพัสดุอย่างน้อยปีละ 2 ครั้ง", "result-restates-target"),
    Fault(REPORT, "problems:\n", "problems:\n  - เทศบาลยังไม่มีเพจ Facebook สำหรับเผยแพร่ข่าวสาร\n", "denied-elsewhere", at="  - เทศบาลยังไม่มี"),
    Fault(REPORT, "problems:\n", "problems:\n  - หน่วยงานไม่มีนิติกร จึงตรวจร่างสัญญาล่าช้า\n", "denied-elsewhere", at="  - หน่วยงานไม่มี"),
    Fault(REPORT, "problems:\n", "problems:\n  - ยังไม่มีคู่มือการปฏิบัติงาน\n", "denied-elsewhere", at="  - ยังไม่มีคู่มือ"),
    Fault(MAECHAN, "บัดนี้ได้ปฏิบัติตามมาตรการเหล่านั้นแล้ว", "เทศบาลยังไม่มีเว็บไซต์ บัดนี้ได้ปฏิบัติแล้ว", "denied-elsewhere"),
    Fault(REPORT, "ที่ได้ดำเนินการ\n", "ที่ได้ดำเนินการ รวมทั้งสิ้น 26 โครงการ\n", "prose-figures"),
    Fault(REPORT, "ที่ได้ดำเนินการ\n", "ที่ได้ดำเนินการ แล้วเสร็จ 29 โครงการ คิดเป็นร้อยละ 93.75\n", "prose-figures"),
    Fault(REPORT, "ที่ได้ดำเนินการ\n", "ที่ได้ดำเนินการ เบิกจ่ายทั้งสิ้น ๑๗๘,๕๐๐ บาท\n", "prose-figures"),
    Fault(REPORT, "ที่ได้ดำเนินการ\n", "ที่ได้ดำเนินการ งบประมาณรวมทั้งสิ้น 320,000 บาท\n", "prose-figures"),
    Fault(REPORT, "ที่ได้ดำเนินการ\n", "ที่ได้ดำเนินการ แล้วเสร็จยี่สิบแปดโครงการ\n", "prose-figures"),
    Fault(ANNOUNCED, "ตามเอกสารแนบท้ายประกาศนี้", "ซึ่งไม่สามารถดำเนินการได้ 2 โครงการ", "prose-figures"),
    Fault(CHIANGMUAN, "จำแนกเป็น 4 มิติ", "จำแนกเป็น 5 มิติ", "prose-figures"),
    Fault(CHIANGMUAN, "ของภาคประชาชน จำนวน 5 โครงการ", "ของภาคประชาชน จำนวน 6 โครงการ", "prose-figures"),
    Fault(REPORT, "ที่ได้ดำเนินการ\n", "ที่ได้ดำเนินการ 178,050 บาท (หนึ่งแสนแปดหมื่นเจ็ดพันห้าสิบบาทถ้วน)\n", "amount-in-words"),
    Fault(REPORT, "  - project: p09\n", "  - project: p09\n    remark: เบิกจ่าย 7,200 บาท\n", "record-money-text", at="    remark: เบิกจ่าย"),
    Fault(REPORT, P25, "มีผู้เข้าอบรม 60 คน ผ่านการทดสอบ 45 คน คิดเป็นร้อยละ 85.00", "percent-of-counts"),
    Fault(MAESAI, "จำนวนคดีทุจริตในเทศบาลตำบลแม่สายลดลงร้อยละ 50", "จำนวนคดีทุจริตในเทศบาลตำบลแม่สายลดลงร้อยละ 55", "score-text"),
    Fault(MAECHAN, "ผ่านการประเมินที่ 97.18 คะแนน", "ผ่านการประเมินที่ 97.81 คะแนน", "score-text"),
    Fault(ANNOUNCED, "(พ.ศ. 2566 - 2570) เป็นกรอบ", "(พ.ศ. 2565 - 2569) เป็นกรอบ", "plan-years-text"),
    Fault(COMMITTEE, "(พ.ศ. 2566 - 2570)\n    ประกอบด้วย", "(พ.ศ. 2566 - 2571)\n    ประกอบด้วย", "plan-years-text"),
    Fault(ADOPTION, "รายละเอียดปรากฏตามเอกสารแนบท้าย", "แผนมีผลใช้บังคับตั้งแต่วันที่ 1 ตุลาคม 2566 ตามเอกสารแนบท้าย", "plan-years-text"),
    Fault(CHIANGMUAN, "ในช่วง 5 ปี (พ.ศ. 2566 - 2570)", "ในช่วง 4 ปี (พ.ศ. 2566 - 2570)", "plan-years-text"),
    Fault(REPORT, "(1 ตุลาคม 2565 - 30 กันยายน 2566)", "(1 ตุลาคม 2566 - 30 กันยายน 2567)", "round-text"),
    Fault(ANNOUNCED, "ประจำปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน\ndate", "ประจำปีงบประมาณ พ.ศ. 2567 รอบ 12 เดือน\ndate", "round-text"),
    Fault(ANNOUNCED, "รอบ 12 เดือน (1", "รอบ 6 เดือน (1", "round-text"),
    Fault(MAECHAN, "สำหรับปีงบประมาณ พ.ศ. 2568", "สำหรับปีงบประมาณ พ.ศ. 2569", "round-text"),
    Fault(COMMITTEE, "number: 372/2565", "number: 372/2564", "paper-number-year"),
    Fault(REPORT, "วันพุธที่ 26 เมษายน 2566 เวลา", "วันพฤหัสบดีที่ 26 เมษายน 2566 เวลา", "weekday-date"),
    Fault(REPORT, "วันอังคารที่ 14 มีนาคม 2566 เวลา", "วันอังคานที่ 14 มีนาคม 2566 เวลา", "weekday-date"),
    Fault(REPORT, "เมื่อวันพุธที่ 26 เมษายน 2566 เวลา", "เมื่อวันที่ 26 เมษายน 2568 เวลา", "event-date"),
    Fault(REPORT, "district: แม่สาย\n  as_of: 6 ตุลาคม 2566", "district: แม่สาย\n  as_of: 6 ตุลาคม 2567", "dates-apart", at="  as_of: 6 ตุลาคม 2567"),
    Fault(MAECHAN, "period: ต.ค. 67 - ก.ย. 68 (ตลอด", "period: ต.ค. 68 - ก.ย. 69 (ตลอด", "work-period"),
    Fault(CARD, "period: ปีงบประมาณ พ.ศ. 2566 - 2570", "period: ปีงบประมาณ พ.ศ. 2566 - 2571", "work-period"),
    Fault(ADOPTION, "date: 27 กันยายน 2565", "date: 27 กันยายน 2566", "date-range"),
    Fault(COMMITTEE, "effective_date: 5 สิงหาคม 2565", "effective_date: 5 สิงหาคม 2556", "date-order"),
    # The same kinds in other words
    Fault(REPORT, P09, "ปีงบประมาณนี้ไม่ได้ดำเนินโครงการ", "status-narrative"),
    Fault(REPORT, P09, "ยังไม่มีการดำเนินการ", "status-narrative"),
    Fault(REPORT, P25, "ขอระงับโครงการไว้ก่อน", "status-narrative"),
    Fault(REPORT, P25, "ดำเนินการไปแล้วประมาณครึ่งหนึ่ง", "status-narrative"),
    Fault(REPORT, P25, "ยกไปดำเนินการในปีงบประมาณ พ.ศ. 2567", "status-narrative"),
    Fault(REPORT, P09, "มีคู่มืออย่างน้อยส่วนราชการละ 1 เล่ม", "result-restates-target"),
    Fault(REPORT, P09, "จัดประชุมอย่างต่ำเดือนละ 1 ครั้ง", "result-restates-target"),
    Fault(REPORT, P09, "เพื่อให้บุคลากรมีความรู้ความเข้าใจในมาตรการ", "result-restates-target"),
    Fault(REPORT, "problems:\n", "problems:\n  - ขาดนิติกร ทำให้งานล่าช้า\n", "denied-elsewhere", at="  - ขาดนิติกร"),
    Fault(REPORT, "problems:\n", "problems:\n  - ยังไม่เคยจัดเวทีประชาคม\n", "denied-elsewhere", at="  - ยังไม่เคย"),
    Fault(REPORT, "problems:\n", "  - ทุกโครงการไม่ใช้งบประมาณ\nproblems:\n", "prose-figures", at="  - ทุกโครงการ"),
    Fault(REPORT, "problems:\n", "  - เบิกจ่ายงบประมาณเต็มจำนวน\nproblems:\n", "prose-figures", at="  - เบิกจ่าย"),
    Fault(REPORT, P09, "ประชุมเมื่อวันที่ 30 กุมภาพันธ์ 2566", "impossible-date"),
    Fault(REPORT, P09, "ประชุมวันที่ 3 มีนาคม 2566 เวลา 13.75 น.", "impossible-date"),
    Fault(REPORT, P09, "จัดอบรมระหว่างวันที่ 20 - 18 มีนาคม 2566", "impossible-date"),
    Fault(REPORT, P09, "จัดประชุมเมื่อวันที่ 12 มกราคน 2566", "impossible-date"),
    Fault(REPORT, P09, "จัดประชุมเมื่อเดือนมกราคม 2567", "event-date"),
    Fault(REPORT, P09, "ดำเนินการตลอดปีงบประมาณ พ.ศ. 2565", "event-date"),
    Fault(REPORT, P09, "กำหนดมาตรการ 3 ด้าน คือ 1) การเงิน 2) พัสดุ", "listed-count"),
    Fault(MAESAI, "แบ่งได้ 7 ประเภท คือ", "แบ่งได้ 8 ประเภท คือ", "listed-count"),
    Fault(MAESAI, "  - ในปี พ.ศ. 2570 จำนวน", "  - ภายในปี พ.ศ. 2572 จำนวน", "plan-years-text"),
    Fault(ANNOUNCED, "(พ.ศ. 2566 - 2570) เป็นกรอบ", "(พ.ศ. 2566 - 2570) ระยะ 4 ปี เป็นกรอบ", "plan-years-text"),
    Fault(COMMITTEE, "(พ.ศ. 2566 - 2570)\n    ประกอบด้วย", "(พ.ศ. 2561 - 2565)\n    ประกอบด้วย", "plan-years-text"),
    Fault(MAECHAN, "ประจำปีงบประมาณ พ.ศ. 2567 มาวิเคราะห์", "ประจำปีงบประมาณ พ.ศ. 2569 มาวิเคราะห์", "round-text"),
    Fault(MAESAI, "pass_mark: 90", "pass_mark: 9", "score-pass-mark"),
    Fault(REPORT, P09, "ผู้เข้าอบรมร้อยละ 120 มีความรู้เพิ่มขึ้น", "value-range"),
    Fault("maesai/lao", "https://www.maesai.go.th", "https://www.maesai,go.th", "web-address"),
    Fault("maesai/lao", "https://www.maesai.go.th", "https://bit.ly/abc", "web-address"),
    Fault("maesai/lao", "province: เชียงราย", "province: Chiang Rai", "unknown-province"),
    Fault(COMMITTEE, "position: ผู้อำนวยการกองคลัง", "position: นายกเทศมนตรีตำบลเชียงม่วน", "repeated-role"),
    Fault(COMMITTEE, "- ประเมินความเสี่ยงการทุจริต", "- ศึกษา วิเคราะห์ และทำความเข้าใจกรอบแนวคิดของการจัดทำแผนปฏิบัติการป้องกันการทุจริต", "repeated-item"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "ประชาชนชนเสนอ", "doubled-word"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "จัดทำองค์กรณ์และเสนอ", "misspelt-word"),
    Fault(CARD, "จัดทำโครงการและเสนอ", "เทศบาลเมืองพะเยาจัดทำ", "foreign-lao"),
    Fault("maesai/lao", "name: Mae Sai Subdistrict", "name: ทต.แม่สาย Subdistrict", "bad-english"),
    # The office's own list of OIT items
    Fault(OIT, "code: O2\n", "code: O๑\n", "oit-repeated-code"),
    Fault(OIT, "code: O2\n", "code: ข้อสอง\n", "bad-oit-code"),
    Fault(OIT, "title: แผนปฏิบัติการป้องกันการทุจริต", "title: การมีส่วนร่วมของประชาชน", "oit-own-item"),
    Fault(OIT, "    url: https://example.go.th/structure\n", "", "oit-without-address", at="    title: โครงสร้าง"),
    Fault(OIT, "      - https://example.go.th/contact\n", "      - https://example.go.th/structure\n", "oit-repeated-address"),
    Fault(OIT, "      - https://example.go.th/contact\n", "      - example.go.th/contact\n", "bad-url"),
    Fault(OIT, "      - https://example.go.th/contact\n", "      - http://192.168.1.2/contact\n", "web-address"),
    Fault(OIT, "group: ๑. ข้อมูล", "grup: ๑. ข้อมูล", "unknown-key"),
    Fault(OIT, "file: files/adopt-2565.pdf", "file: files/adopt-2568.pdf", "file-missing"),
    Fault(OIT, "เป็นไฟล์\n", "เป็นไฟล์ โทร 081-234-5678\n", "personal-data"),
)  # fmt: skip

TOGETHER = (
    Fault("maesai/lao", "province:", "provinc:", "unknown-key"),
    Fault("maesai/lao", "website: https://www.maesai.go.th", "website: www.maesai.go.th", "bad-url"),
    Fault("maesai/lao", "minimum_projects: {2566: 25}", "minimum_projects: {2023: 25}", "bad-year"),
    Fault(REPORT, "as_of: 6 ตุลาคม 2566", "as_of: 31 กันยายน 2566", "bad-date"),
    Fault(REPORT, "  done: 29", "  done: ยี่สิบเก้า", "bad-number"),
    Fault(REPORT, "status: ดำเนินการแล้วเสร็จ", "status: เสร็จ", "bad-choice"),
    Fault(REPORT, "    disbursed: 28050", "    disbursed: 28O50", "bad-money"),
    Fault("maesai/papers/report-2566-12", "date: 19 ตุลาคม 2566", "date: 19 ตลาคม 2566", "bad-date"),
    Fault("chiangmuan/2566-2570/projects/p01", "budget: 180000", "budget: {2566: 180,000}", "flow-comma"),
    Fault("chiangmuan/2566-2570/projects/p02", "number: 2\n", "number: 2\nnumber: 3\n", "duplicate-key"),
    Fault("chiangmuan/2566-2570/projects/p03", "mission: 1.1.1", "mission: หนึ่ง", "bad-mission"),
    Fault("chiangmuan/2566-2570/projects/p04", "objectives:", "objectivs:", "unknown-key"),
    Fault("chiangmuan/2566-2570/projects/p05", "kind: มาตรการ", "kind: มาตรกาน", "bad-choice"),
    Fault("chiangmuan/2566-2570/projects/p07", "id: p07", "id: p7", "file-name"),
    Fault("chiangmuan/2566-2570/projects/p08", "number: 8\n", "", "missing-key", at="id: p08"),
    Fault("chiangmuan/papers/adopt-2565", "kind: ประกาศ", "kind: ประกาด", "bad-choice"),
    Fault("chiangmuan/lao", "province: พะเยา", "provnce: พะเยา", "unknown-key"),
    Fault(MAECHAN, "methods:", "method:", "unknown-key"),
    Fault(MAECHAN, "score: 84.01", "score: 84,01", "bad-number"),
    Fault("maechan/lao", "numerals: thai", "numerals: ไทย", "bad-choice"),
)

# What else is true once a fault is there, and is told too; anything more is a wrong second message.
FOLLOWS = {
    "status-narrative": {"declared-report-figures"},  # another status makes another number of done projects
    "cannot-reason": {"declared-report-figures", "unused-ignore"},  # what is not done repeats no result
    "overspent": {"declared-report-figures"},  # another amount makes another sum
    "projects-not-named": {"declared-report-figures"},  # the printed share is no longer that of the printed numbers
    "minimum-too-high": {"declared-report-figures", "provincial-table"},  # the level is computed from the minimum
    "date-order": {"date-range", "paper-number-year", "dates-apart"},  # the number and the other dates tell the year
    "score-pass-mark": {"unused-ignore"},  # with a mark there is nothing left to silence
    "lost-address": {"unnoted-address"},  # an address that was mistyped is not noted
    "spent-without-work": {"round-order"},  # money of the half year is more than the year's none
    "oit-own-item": {"oit-without-address"},  # what is not filled in has no address
    "same-lao": {"foreign-lao", "unused-ignore"},  # every text has the name that the LAO had before
}


def inject(plans: Path, faults: Iterable[Fault]) -> list[int]:
    """Put faults into a copy of the samples and return the line that each must be told at."""
    lines = []
    for fault in faults:
        path = plans / f"{fault.file}.yml"
        text = path.read_text(encoding="utf-8")
        if fault.old not in text:
            raise SystemExit(f"{fault.file}: “{fault.old}” is not in the sample any more")
        index = text.index(fault.old)
        changed = text[:index] + fault.new + text[index + len(fault.old) :]
        path.write_text(changed, encoding="utf-8")
        near = changed.find(fault.at, max(0, index - 200)) if fault.at else index
        start = near if near >= 0 else changed.index(fault.at)
        lines.append(changed.count("\n", 0, start) + 1)
    return lines


def check_copy(faults: Sequence[Fault]) -> tuple[list[int], list[Problem]]:
    """Return the lines expected and the problems found with some faults in a copy of the data of their LAO."""
    with tempfile.TemporaryDirectory() as name:
        plans = Path(name) / "plans"
        of_samples = all((SAMPLES / fault.file.partition("/")[0]).exists() for fault in faults)
        shutil.copytree(SAMPLES if of_samples else MADE_UP, plans)
        lines = inject(plans, faults)
        return lines, list(check_plans(plans, shown="plans").problems)


def is_told(fault: Fault, line: int, problems: Iterable[Problem]) -> bool:
    """Tell whether the expected rule names the fault's file and line, as the place or as a related one."""
    for problem in problems:
        for where in (problem.where, *problem.related):
            if problem.rule == fault.rule and where.path == f"plans/{fault.file}.yml" and where.line == line:
                return True
    return False


def find_second_messages(fault: Fault, line: int, problems: Iterable[Problem]) -> list[Problem]:
    """Return what is told besides the fault and does not follow from it."""
    allowed = FOLLOWS.get(fault.rule, set())
    return [item for item in problems if not is_told(fault, line, [item]) and item.rule not in allowed]


def read_blind_faults() -> list[Fault]:
    """Return the faults that were written without knowing the rules; those that none tells yet have no rule."""
    entries = yaml.load(BLIND.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [Fault(*(entry[name] for name in Fault._fields)) for entry in entries]


def main() -> int:
    """Run all parts and print them."""
    blind = read_blind_faults()
    faults = [*FAULTS, *(fault for fault in blind if fault.rule)]
    found = seconds = 0
    for number, fault in enumerate(faults, 1):
        [line], problems = check_copy([fault])
        told = is_told(fault, line, problems)
        found += told
        print(f"{'ok  ' if told else 'MISS'} {number:2} {fault.rule:24} {fault.file}:{line}")
        if not told:
            print("     found: " + "; ".join(f"{problem.where} [{problem.rule}]" for problem in problems))
        second = find_second_messages(fault, line, problems)
        seconds += bool(second)
        for problem in second:
            print(f"     SECOND {problem.where} [{problem.rule}] {problem.message}")
    lines, problems = check_copy(TOGETHER)
    together = sum(is_told(fault, line, problems) for fault, line in zip(TOGETHER, lines, strict=True))
    print(f"{len(TOGETHER)} faults at once: {together} told in one run")
    print(
        f"{len(FAULTS) + len(blind) - len(faults)} of {len(blind)} faults written without knowing the rules are not told yet"
    )
    print(f"rate: {found}/{len(faults)} faults told at the right line by the right rule ({found / len(faults):.1%})")
    print(f"{seconds} faults with a second message that does not follow from them")
    return 0 if found == len(faults) and together == len(TOGETHER) and not seconds else 1


if __name__ == "__main__":
    sys.exit(main())
