"""LAOs built in processes of their own, or on the machines of a cluster, side by side before the site is built."""

from __future__ import annotations

import io
import os
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from math import ceil
from pathlib import Path

from msgspec.structs import replace

from prongsai.build.kept.cache import Cache
from prongsai.build.kept.costs import Costs
from prongsai.build.kept.parcel import Parcel, build_parcel, take_in
from prongsai.build.kept.task import Task, build_task
from prongsai.build.progress import follow_count
from prongsai.exceptions import ProngsaiError

MOST_HERE = 10  # LAOs that the process of the site may build itself: its memory grows with each and is not given back
_LARGEST = 10  # LAOs of a task, for the same reason
_PATIENCE = 10  # seconds in which a cluster must answer
_PAUSE = 1  # seconds
_LABEL = "สร้างหน้า"


def build_apart(task: Task, jobs: int) -> None:
    """Build LAOs in processes; what one of them cannot do is told by whoever builds its LAO again.

    Args:
        task: All of the LAOs.
        jobs: Number of processes.
    """
    tasks = split_task(task, jobs)
    with suppress(OSError):
        Path(task.cache).mkdir(parents=True, exist_ok=True)
    seconds: dict[str, float] = {}
    pool = ProcessPoolExecutor(min(jobs, len(tasks)), initializer=_end_with, initargs=(os.getpid(),))
    # Where one of them is killed, by a system short of memory, all end; whoever builds the site builds what is missing.
    with suppress(BrokenProcessPool), pool, follow_count(len(task.slugs), _LABEL) as tell:
        for part, taken in zip(tasks, pool.map(build_task, tasks), strict=True):
            seconds |= dict.fromkeys(part.slugs, taken / len(part.slugs))
            tell(len(part.slugs))
    Costs(Path(task.cache)).note(seconds)


def build_on_cluster(address: str, pack: Callable[[Task], Parcel], task: Task, cache: Cache) -> None:
    """Build LAOs on a Dask cluster; those of a lost worker are built again, by another or here.

    Args:
        address: Of the cluster's scheduler: ``tcp://10.0.0.5:8786``.
        pack: Makes the parcel of some LAOs.
        task: All of the LAOs.
        cache: Where what comes back is kept.

    Raises:
        ProngsaiError: The cluster cannot be reached, or its library is not installed.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an optional part of the installation
    except ImportError:
        raise ProngsaiError('สร้างบนคลัสเตอร์ไม่ได้: ยังไม่ได้ติดตั้งไลบรารี วิธีแก้: pip install "prongsai[cluster]"') from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError):
        raise ProngsaiError(
            f"ติดต่อคลัสเตอร์ที่ {address} ไม่ได้ วิธีแก้: ตรวจที่อยู่ (เช่น tcp://10.0.0.5:8786) และเปิด dask scheduler กับ dask worker ก่อน"
        ) from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ProngsaiError(f"คลัสเตอร์ที่ {address} ยังไม่มีเครื่องทำงาน วิธีแก้: เปิด dask worker ก่อน")
        _run(client.get_executor(), [pack(part) for part in split_task(task, threads)], cache)


def split_task(task: Task, workers: int) -> list[Task]:
    """Return a task in parts, some for each worker, so that none waits long for the last."""
    size = max(1, min(_LARGEST, ceil(len(task.slugs) / (2 * workers))))
    starts = range(0, len(task.slugs), size)
    return [replace(task, slugs=task.slugs[start : start + size]) for start in starts]


def _end_with(parent: int) -> None:
    """Let this process end when the one that asked is killed, instead of waiting for more to do for ever."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_PAUSE)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _run(pool: Executor, parcels: Sequence[Parcel], cache: Cache) -> None:
    running = {pool.submit(build_parcel, parcel): parcel.task.slugs for parcel in parcels}
    with follow_count(sum(map(len, running.values())), _LABEL) as tell:
        for future in as_completed(running):
            with suppress(Exception):  # a parcel that is lost again and again is built here, which tells why
                take_in(io.BytesIO(future.result()), cache, running[future])
            tell(len(running[future]))
