"""Entries of ``ignore:``: what each one silences, and what is wrong with it.

Two made-up rules stand for all where the entry matters and not the rule: ``word``, and ``phone`` with a kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from prongsai.checks.registry import find_problems
from prongsai.checks.silencing import apply_ignores
from prongsai.load.assemble import load_plans
from prongsai.load.data_file import DataFile
from prongsai.load.yaml_reader import parse_yaml
from prongsai.problem import Problem, Severity, Silenced, Where

RULES = ("phone", "word")
PLAN, CARDS = "2566-2570/plan.yml", "2566-2570/projects"
LAO = "type: เทศบาลตำบล\nname: แม่สาย\nprovince: เชียงราย\n"


def read(text: str, path: str = "plan.yml") -> DataFile:
    """Return a document that was read without problems."""
    document, problems = parse_yaml(text, path)
    assert problems == []
    return document


def find_words(document: DataFile) -> Iterator[Problem]:
    """Yield a problem at every text that is ผิด, and one with a kind at every text that is โทร."""
    for path, place in document.places.items():
        value = document.data
        for part in path:
            value = value[part]
        where = Where(document.path, *place)
        if "ignore" not in path and value == "ผิด":
            yield Problem(where, "word", Severity.WARNING, "ผิด", "แก้")
        if "ignore" not in path and value == "โทร":
            yield Problem(where, "phone", Severity.ERROR, "โทร", "ลบ", kind="mobile")


def run(text: str) -> tuple[list[str], list[str]]:
    """Return line and rule of the problems that remain in a file, and of the silenced ones."""
    document = read(text)
    remaining, silenced = apply_ignores(find_words(document), [document], RULES)
    return [name(problem) for problem in remaining], [name(entry.problem) for entry in silenced]


def name(problem: Problem) -> str:
    """Return line and rule of a problem."""
    return f"{problem.where.line} {problem.rule}"


def test_entry_covers_its_mapping_and_all_below() -> None:
    """What stands beside the entry, in lists and in mappings below is silenced; what stands above is not."""
    text = """\
note: ผิด
risks:
  - ignore: [{rule: word, reason: ตามต้นฉบับ}]
    step: ผิด
    issues: [ผิด, {text: ผิด}]
  - step: ผิด
"""

    assert run(text) == (["1 word", "6 word"], ["4 word", "5 word", "5 word"])


def test_entry_at_the_root_covers_the_file() -> None:
    """The root holds everything."""
    assert run("note: ผิด\ngoals: [ผิด]\nignore: [{rule: word, reason: ตามต้นฉบับ}]\n") == ([], ["1 word", "2 word"])


def test_entry_covers_no_other_file() -> None:
    """Two files with the same places are two files."""
    silenced_file, other = read("ignore: [{rule: word, reason: ก}]\nnote: ผิด\n"), read("a: 1\nnote: ผิด\n", "b.yml")
    problems = [*find_words(silenced_file), *find_words(other)]

    remaining, silenced = apply_ignores(problems, [silenced_file, other], RULES)

    assert [str(problem.where) for problem in remaining] == ["b.yml:2:7"]
    assert [str(entry.problem.where) for entry in silenced] == ["plan.yml:2:7"]


def test_problem_in_no_file_that_was_read_remains() -> None:
    """A problem of a folder belongs to no entry."""
    problem = Problem(Where("plans/maesai"), "word", Severity.WARNING, "ผิด", "แก้")
    document = read("ignore: [{rule: word, reason: ก}]\nnote: ผิด\n")

    remaining, _ = apply_ignores([problem, *find_words(document)], [document], RULES)

    assert remaining == [problem]


def test_problem_of_the_whole_file_is_silenced_at_the_root() -> None:
    """A problem without a line is about the whole file."""
    problem = Problem(Where("plan.yml"), "word", Severity.WARNING, "ผิด", "แก้")

    remaining, silenced = apply_ignores([problem], [read("ignore: [{rule: word, reason: ก}]\n")], RULES)

    assert remaining == []
    assert silenced == [Silenced(problem, "ก")]


@pytest.mark.parametrize(
    ("at", "lines"),
    [
        ("goals", ["3", "4", "5"]),
        ("goals.2", ["4"]),
        ("goals.๓", ["5"]),
        ("goals.3.text", ["5"]),
        ("budget.2566", ["7"]),
        ("note", ["1"]),
    ],
    ids=["key", "key-and-number", "thai-number", "key-below-a-number", "year", "text"],
)
def test_at_narrows_an_entry(at: str, lines: list[str]) -> None:
    """A key, or an item counted from 1; a number under a mapping is a key of it."""
    text = f"""\
note: ผิด
goals:
  - ผิด
  - ผิด
  - text: ผิด
budget:
  2566: ผิด
ignore: [{{rule: word, reason: ตามต้นฉบับ, at: {at}}}]
"""

    remaining, silenced = run(text)

    assert silenced == [f"{line} word" for line in lines]
    assert remaining == [f"{line} word" for line in ["1", "3", "4", "5", "7"] if line not in lines]


@pytest.mark.parametrize("at", ["goals.0", "goals.2", "goal", "note.1"], ids=["zero", "too-far", "mistyped", "in-text"])
def test_at_that_leads_nowhere_is_unused(at: str) -> None:
    """An entry whose place is not there silences nothing and is told."""
    text = f"note: ดี\ngoals: [ผิด]\nignore: [{{rule: word, reason: ตามต้นฉบับ, at: {at}}}]\n"

    assert run(text) == (["2 word", "3 unused-ignore"], [])


@pytest.mark.parametrize(
    ("entry", "is_silenced"),
    [
        ("{rule: phone, reason: ก, kind: mobile}", True),
        ("{rule: phone, reason: ก, kind: address}", False),
        ("{rule: phone, reason: ก}", False),
        ("{rule: word, reason: ก, kind: mobile}", False),
    ],
    ids=["same-kind", "other-kind", "no-kind", "other-rule"],
)
def test_kinds_are_silenced_one_by_one(entry: str, *, is_silenced: bool) -> None:
    """A finding with a kind needs an entry of that kind."""
    remaining, silenced = run(f"note: โทร\nignore: [{entry}]\n")

    assert silenced == (["1 phone"] if is_silenced else [])
    assert remaining == ([] if is_silenced else ["1 phone", "2 unused-ignore"])


def test_kind_silences_no_finding_without_kind() -> None:
    """An entry of a kind is narrower than its rule."""
    text = "note: ผิด\nignore: [{rule: word, reason: ก, kind: mobile}]\n"

    assert run(text) == (["1 word", "2 unused-ignore"], [])


def test_unknown_rule_is_told_with_the_nearest() -> None:
    """A mistyped rule silences nothing, and the finding remains."""
    document = read("note: ผิด\nignore:\n  - rule: wrod\n    reason: ตามต้นฉบับ\n")

    remaining, silenced = apply_ignores(find_words(document), [document], RULES)

    assert silenced == []
    assert name(remaining[0]) == "1 word"
    assert remaining[1:] == [
        Problem(
            Where("plan.yml", 3, 11),
            "unknown-rule",
            Severity.ERROR,
            "ไม่มีกฎชื่อ “wrod”",
            "หมายถึง “word” หรือไม่ · ดูรหัสกฎทั้งหมดด้วยคำสั่ง prongsai explain",
        )
    ]


def test_unused_entry_is_told() -> None:
    """What is mended needs no entry any more."""
    document = read("note: ดี\nignore:\n  - {rule: word, reason: ตามต้นฉบับ}\n")

    remaining, _ = apply_ignores([], [document], RULES)

    assert remaining == [
        Problem(
            Where("plan.yml", 3, 12),
            "unused-ignore",
            Severity.WARNING,
            "กฎ word ไม่พบอะไรในส่วนนี้แล้ว จึงไม่ต้องยกเว้น",
            "ลบรายการ ignore นี้ หรือตรวจว่า at: และ kind: ตรงกับสิ่งที่ต้องการยกเว้น",
        )
    ]


def test_entry_that_another_made_needless_is_unused() -> None:
    """Of two entries for one finding the outer one is used."""
    text = "ignore: [{rule: word, reason: ก}]\nrisk:\n  ignore: [{rule: word, reason: ข}]\n  step: ผิด\n"

    assert run(text) == (["3 unused-ignore"], ["4 word"])


def test_reason_arrives() -> None:
    """The page of known findings shows problem and reason of each."""
    document = read("a:\n  ignore: [{rule: word, reason: ตามต้นฉบับ}]\n  note: ผิด\nb: ผิด\n")
    first, _ = problems = list(find_words(document))

    _, silenced = apply_ignores(problems, [document], RULES)

    assert silenced == [Silenced(first, "ตามต้นฉบับ")]


def check_files(tmp_path: Path, files: dict[str, str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Write one LAO's files and check them with all rules.

    Returns:
        File, line and rule of what remains, of the rules that the files name and of the entries themselves; and of
        what is silenced, with its reason.
    """
    for path, text in {"lao.yml": LAO, **files}.items():
        file = tmp_path / "plans" / "case" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    [loaded] = load_plans(tmp_path / "plans")
    problems, silenced = find_problems(loaded)
    looked_at = {"step-depth", "round-order", "unknown-mission", "bad-number", "unknown-rule", "unused-ignore"}
    remaining = sorted(problem for problem in map(show, problems) if problem.partition(" ")[2] in looked_at)
    return remaining, [(show(entry.problem), entry.reason) for entry in silenced]


def show(problem: Problem) -> str:
    """Return file, line and rule of a problem."""
    return f"{problem.where.path.removeprefix('plans/case/')}:{problem.where.line} {problem.rule}"


def test_entry_in_a_project_of_the_plan(tmp_path: Path) -> None:
    """A project written in plan.yml silences itself, not its neighbour."""
    plan = """\
years: 2566-2570
projects:
  - {id: p01, number: 1, name: หนึ่ง, mission: 9.1, ignore: [{rule: unknown-mission, reason: ตามต้นฉบับ}]}
  - {id: p02, number: 2, name: สอง, mission: 9.1}
"""

    remaining, silenced = check_files(tmp_path, {PLAN: plan})

    assert remaining == [f"{PLAN}:4 unknown-mission"]
    assert silenced == [(f"{PLAN}:3 unknown-mission", "ตามต้นฉบับ")]


def test_entry_in_a_project_file(tmp_path: Path) -> None:
    """A card of its own silences itself; an entry in plan.yml does not reach it."""
    entry = "ignore:\n  - rule: unknown-mission\n    reason: ตามต้นฉบับ\n"
    card = "number: 1\nname: หนึ่ง\nmission: 9.1\n"

    remaining, silenced = check_files(
        tmp_path,
        {PLAN: "years: 2566-2570\n" + entry, f"{CARDS}/p01.yml": card, f"{CARDS}/p02.yml": card + entry},
    )

    assert remaining == [f"{PLAN}:3 unused-ignore", f"{CARDS}/p01.yml:3 unknown-mission"]
    assert silenced == [(f"{CARDS}/p02.yml:3 unknown-mission", "ตามต้นฉบับ")]


def test_entry_in_a_step(tmp_path: Path) -> None:
    """A step silences what stands in it, not what stands in the next one."""
    card = """\
number: 1
name: หนึ่ง
mission: 1.1
steps:
  - text: ก
    ignore: [{rule: step-depth, reason: ตามต้นฉบับ}]
    steps: [{text: ข, steps: [{text: ค, steps: [ง]}]}]
  - text: จ
    steps: [{text: ฉ, steps: [{text: ช, steps: [ซ]}]}]
"""

    remaining, silenced = check_files(tmp_path, {PLAN: "years: 2566-2570\n", f"{CARDS}/p01.yml": card})

    assert remaining == [f"{CARDS}/p01.yml:9 step-depth"]
    assert silenced == [(f"{CARDS}/p01.yml:7 step-depth", "ตามต้นฉบับ")]


def test_entry_in_a_progress_record(tmp_path: Path) -> None:
    """A record silences itself; ``at`` narrows it to one of two findings of the same rule."""
    before = "projects:\n  - {project: p01, status: done, disbursed: 5}\n  - {project: p02, status: done}\n"
    after = """\
projects:
  - project: p01
    status: waiting
    disbursed: 0
    ignore: [{rule: round-order, reason: คืนเงินแล้ว, at: disbursed}]
  - {project: p02, status: waiting}
"""

    remaining, silenced = check_files(tmp_path, {"progress/2566-06.yml": before, "progress/2566-12.yml": after})

    assert remaining == ["progress/2566-12.yml:3 round-order", "progress/2566-12.yml:6 round-order"]
    assert silenced == [("progress/2566-12.yml:4 round-order", "คืนเงินแล้ว")]


def test_reading_problems_cannot_be_silenced(tmp_path: Path) -> None:
    """What cannot be read has no rule to be silenced."""
    card = "number: หนึ่ง\nname: หนึ่ง\nmission: 1.1\nignore: [{rule: bad-number, reason: ก}]\n"

    remaining, silenced = check_files(tmp_path, {PLAN: "years: 2566-2570\n", f"{CARDS}/p01.yml": card})

    assert remaining == [f"{CARDS}/p01.yml:1 bad-number", f"{CARDS}/p01.yml:4 unknown-rule"]
    assert silenced == []


def test_no_entry_is_unused_while_a_file_is_unreadable(tmp_path: Path) -> None:
    """Rules see nothing of a record that was not read: the entry may be needed once it is."""
    card = "number: หนึ่ง\nname: หนึ่ง\nmission: 9.1\nignore: [{rule: unknown-mission, reason: ก}]\n"

    remaining, _ = check_files(tmp_path, {PLAN: "years: 2566-2570\n", f"{CARDS}/p01.yml": card})

    assert remaining == [f"{CARDS}/p01.yml:1 bad-number"]


@pytest.mark.parametrize("rule", ["unknown-rule", "unused-ignore"])
def test_entries_about_entries_are_unknown(tmp_path: Path, rule: str) -> None:
    """The two findings about entries cannot be silenced by another entry."""
    plan = f"years: 2566-2570\nignore: [{{rule: {rule}, reason: ก}}, {{rule: step-depth, reason: ก}}]\n"

    remaining, _ = check_files(tmp_path, {PLAN: plan})

    assert remaining == [f"{PLAN}:2 unknown-rule", f"{PLAN}:2 unused-ignore"]


def test_entry_of_one_plan_covers_no_other(tmp_path: Path) -> None:
    """Two plans with the same fault are two files."""
    project = "projects: [{id: p01, number: 1, name: หนึ่ง, mission: 9.1}]\n"
    own = "dimensions: {1: คนสุจริต}\nmissions: {1.1: ปลูกจิตสำนึก}\n"
    entry = "ignore: [{rule: unknown-mission, reason: ตามต้นฉบับ}]\n"

    remaining, silenced = check_files(tmp_path, {PLAN: project + entry, "2571-2575/plan.yml": project + own})

    assert remaining == ["2571-2575/plan.yml:1 unknown-mission"]
    assert silenced == [(f"{PLAN}:1 unknown-mission", "ตามต้นฉบับ")]


def test_entry_is_still_checked_without_lao(tmp_path: Path) -> None:
    """An entry that names no rule is told even where no rule can look; none is called unused."""
    plan = tmp_path / "plans" / "case" / PLAN
    plan.parent.mkdir(parents=True)
    plan.write_text("ignore: [{rule: stepdepth, reason: ก}, {rule: step-depth, reason: ก}]\n", encoding="utf-8")

    [loaded] = load_plans(tmp_path / "plans")
    problems, _ = find_problems(loaded)

    assert [problem.rule for problem in problems] == ["missing-file", "unknown-rule"]
