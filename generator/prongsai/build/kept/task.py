"""LAOs that one process builds into the cache, for the process that builds the site."""

from __future__ import annotations

import gc
import json
import logging
import pickle
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from msgspec import Struct, field

from prongsai.build.commit import Commit
from prongsai.build.kept.cache import APART
from prongsai.history.log import Log


class Task(Struct, frozen=True):
    """LAOs that one process builds.

    Attributes:
        settings: The site's ``mkdocs.yml``.
        content: MkDocs' ``docs_dir``.
        cache: Where they are kept.
        slugs: The LAOs.
        told: The file with what is known of them where the repository is; empty where it is here.
    """

    settings: str
    content: str
    cache: str
    slugs: tuple[str, ...]
    told: str = ""


class Told(Struct, frozen=True):
    """What only the machine with the repository knows of its LAOs.

    Attributes:
        commits: The last commit of each LAO.
        logs: The changes to its records.
    """

    commits: Mapping[str, Commit] = field(default_factory=dict)
    logs: Mapping[str, Log] = field(default_factory=dict)


def build_task(task: Task) -> float:
    """Build the LAOs of a task into the cache, and return the CPU seconds that it took."""
    begun = time.process_time()
    gc.freeze()  # what stands now stays: only what the task makes is looked through
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    # Where it fails nothing is kept, and the process that builds the site does it itself and tells why.
    with suppress(Exception), tempfile.TemporaryDirectory(dir=task.cache, prefix=APART) as site:
        config = load_config(config_file=task.settings, docs_dir=task.content, site_dir=site)
        plugin = config.plugins["prongsai"]
        plugin.scope = task.slugs  # type: ignore[attr-defined]
        if task.told:
            plugin.told = pickle.loads(Path(task.told).read_bytes())  # type: ignore[attr-defined]  # noqa: S301 - it came with the task
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    gc.collect()  # the pages of MkDocs refer to each other in circles, and the process may have more to build
    return time.process_time() - begun


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    Path(given["cache"]).mkdir(parents=True, exist_ok=True)
    build_task(Task(**given | {"slugs": tuple(given["slugs"])}))
