"""Moving the one plan that an LAO could have in former times into the folder of its period."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from pydantic import ValidationError

from prongsai.exceptions import OutputError
from prongsai.load.source import UnreadableFileError, read_text
from prongsai.load.yaml_reader import parse_yaml
from prongsai.problem import Problem, Severity, Where
from prongsai.records.plan import PlanPeriod
from prongsai.thai.system_errors import describe_os_error

_PLAN, _PROJECTS = "plan.yml", "projects"


class Moves(Struct, frozen=True):
    """What has to be moved in one LAO's folder.

    Attributes:
        folder: The LAO's folder.
        shown: How messages name it.
        period: The folder that the plan goes to: 2566-2570.
        sources: ``plan.yml`` and ``projects``, as far as they are in the old place.
        problems: What stands in the way; then nothing is moved.
    """

    folder: Path
    shown: str
    period: str = ""
    sources: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_moves(folder: Path, shown: str) -> Moves:
    """Return what has to be moved in an LAO's folder; nothing where the plan is in its place already."""
    sources = tuple(name for name in (_PLAN, _PROJECTS) if (folder / name).exists())
    if not sources:
        return Moves(folder, shown)
    plan, place = folder / _PLAN, f"{shown}/{_PLAN}"

    def refuse(where: Where, message: str, fix: str) -> Moves:
        return Moves(folder, shown, "", sources, (Problem(where, "old-place", Severity.ERROR, message, fix),))

    if _PLAN not in sources:
        return refuse(
            Where(f"{shown}/{_PROJECTS}"),
            "มี projects/ ในที่เดิมแต่ไม่มี plan.yml จึงไม่รู้ช่วงปี",
            "ย้าย projects/ เข้าโฟลเดอร์ของช่วงปีเอง",
        )
    try:
        document, problems = parse_yaml(read_text(plan, inside=folder, shown=place), place)
    except UnreadableFileError as error:
        return Moves(folder, shown, "", sources, (error.problem,))
    if document.data is None:
        return Moves(folder, shown, "", sources, tuple(problems))
    years = document.data.get("years") if isinstance(document.data, dict) else None
    try:
        period = PlanPeriod.model_validate({"years": years}).years.slug
    except ValidationError:
        return refuse(
            document.where("years"),
            "อ่านช่วงปีของแผนไม่ได้ จึงไม่รู้ว่าต้องย้ายไปที่ใด",
            "เขียน years: 2566-2570 ตามปีแรกและปีสุดท้ายของแผน",
        )
    taken = [name for name in sources if (folder / period / name).exists()]
    if taken:
        return refuse(
            Where(f"{shown}/{period}/{taken[0]}"),
            f"มี {period}/{taken[0]} อยู่แล้ว จึงไม่ย้ายทับ",
            "ตรวจว่าฉบับใดถูก แล้วลบหรือย้ายอีกฉบับออก",
        )
    return Moves(folder, shown, period, sources)


def move_plan(moves: Moves) -> None:
    """Move a plan; all of it or nothing.

    Raises:
        OutputError: The files cannot be moved; they are where they were.
    """
    target = moves.folder / moves.period
    moved: list[str] = []
    was_there = target.exists()
    try:
        target.mkdir(exist_ok=True)
        # The plan last: where the computer stops in between, it still says where the rest belongs, in the next run.
        for name in reversed(moves.sources):
            (moves.folder / name).rename(target / name)
            moved.append(name)
    except BaseException as error:
        for name in moved:
            (target / name).rename(moves.folder / name)
        if not was_there and target.is_dir():
            target.rmdir()
        if not isinstance(error, OSError):
            raise
        raise OutputError(f"ย้ายแผนใน {moves.shown} ไม่ได้: {describe_os_error(error)}") from None
