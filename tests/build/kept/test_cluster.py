"""LAOs built on the machines of a cluster: the same site, whatever becomes of a machine."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Site
from mkdocs.exceptions import Abort
from small_site import ROUND, add_lao, begin_site, build_site, write

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster() -> Iterator[distributed.LocalCluster]:
    """Two workers, each a process, with a scheduler on the loopback."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs="CRITICAL"
    ) as cluster:
        yield cluster


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site with two small LAOs on a fixed day, one with a page that a person placed."""
    site = begin_site(tmp_path, monkeypatch)
    (site.content / "bandin" / "files").mkdir(parents=True)
    (site.content / "bandin" / "files" / "map.txt").write_text("แผนที่", encoding="utf-8")
    write(site.content / "about.md", "# เกี่ยวกับ\n")
    return site


def test_cluster_makes_the_same_site(
    site: Site, cluster: distributed.LocalCluster, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Two workers build what one process does, though one of them dies in the middle; nothing is built here.

    What a worker cannot build is tried by the process that asked, whose messages people read.
    """
    add_lao(site, "banlom", "บ้านลม")
    alone = build_site(site, has_cache=False)
    monkeypatch.setenv("PRONGSAI_CLUSTER", cluster.scheduler_address)
    here: list[object] = []
    killer = threading.Thread(target=_kill_one_that_works, args=[cluster])
    killer.start()

    with monkeypatch.context() as noted:
        noted.setattr("prongsai.build.site.write_lao", lambda *args, **_: here.append(args))
        found = build_site(site)

    killer.join()
    assert here == []
    assert found == alone

    caplog.set_level(logging.INFO)
    write(site.plans / "bannam" / "progress" / "2566-12.yml", ROUND.format(disbursed="มาก"))
    with pytest.raises(Abort):
        build_site(site)

    assert "bannam/progress/2566-12.yml:5:16" in caplog.text
    assert "คลัสเตอร์ไม่ได้สร้าง 1 หน่วยงาน" in caplog.text


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "127.0.0.1"], ids=["nobody", "no address"])
def test_cluster_that_is_not_there(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    """A Thai sentence names the address, and what to do."""
    monkeypatch.setattr("prongsai.build.kept.apart._PATIENCE", 0.5)
    monkeypatch.setenv("PRONGSAI_CLUSTER", address)

    with pytest.raises(Abort):
        build_site(site)

    assert address in caplog.text
    assert "tcp://10.0.0.5:8786" in caplog.text


def _kill_one_that_works(cluster: distributed.LocalCluster) -> None:
    """Kill the first worker that has something to do, as a machine that loses its power."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        busy = [worker for worker in list(cluster.scheduler.workers.values()) if worker.processing]
        if busy:
            time.sleep(0.5)  # in the middle of it
            nanny = next(item for item in cluster.workers.values() if item.worker_address == busy[0].address)
            nanny.status = distributed.core.Status.closing_gracefully  # so that nobody starts another
            os.kill(nanny.pid, signal.SIGKILL)
            return
        time.sleep(0.01)
    raise AssertionError("no worker began")
