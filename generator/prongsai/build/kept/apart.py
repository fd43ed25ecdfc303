"""LAOs built in processes of their own, which put what they built where the process that builds the site finds it."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

_LARGEST = 5  # LAOs of a task: memory grows with each


@dataclass(frozen=True)
class Task:
    """LAOs that one process builds.

    Attributes:
        settings: The site's ``mkdocs.yml``.
        content: MkDocs' ``docs_dir``.
        cache: Where they are kept.
        slugs: The LAOs.
    """

    settings: str
    content: str
    cache: str
    slugs: tuple[str, ...]


def build_apart(task: Task, jobs: int, tell: Callable[[str], object]) -> None:
    """Build LAOs side by side; what one of them cannot do is told by whoever builds its LAO again.

    Args:
        task: All of the LAOs.
        jobs: Number of processes.
        tell: Is given a Thai sentence when some are done.
    """
    size = max(1, min(_LARGEST, ceil(len(task.slugs) / (2 * jobs))))
    starts = range(0, len(task.slugs), size)
    tasks = [replace(task, slugs=task.slugs[start : start + size]) for start in starts]
    with suppress(OSError):
        Path(task.cache).mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(min(jobs, len(tasks))) as pool:
        run_tasks(pool, tasks, tell)


def run_tasks(pool: Executor, tasks: Sequence[Task], tell: Callable[[str], object]) -> None:
    """Hand tasks to whatever runs them."""
    done, total = 0, sum(len(task.slugs) for task in tasks)
    for count in pool.map(build_task, tasks):
        done += count
        tell(f"สร้างแล้ว {done} จาก {total} หน่วยงาน")


def build_task(task: Task) -> int:
    """Build the LAOs of a task into the cache, and return how many it has."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    # Where it fails nothing is kept, and the process that builds the site does it itself and tells why.
    with suppress(Exception), tempfile.TemporaryDirectory(dir=task.cache, prefix=".apart-") as site:
        config = load_config(config_file=task.settings, docs_dir=task.content, site_dir=site)
        plugin = config.plugins["prongsai"]
        plugin.scope = task.slugs  # type: ignore[attr-defined]
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return len(task.slugs)
