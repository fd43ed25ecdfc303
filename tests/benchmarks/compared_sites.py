"""The same Markdown built twice, with our theme and with stock mkdocs-material, and served as a real host does."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import yaml
from prongsai.places import STARTER

ROOT = Path(__file__).parents[2]
STOCK_SETTINGS = {
    "site_name": "แผนและผลการป้องกันการทุจริตของท้องถิ่น",
    "site_description": "แผนและผลการป้องกันการทุจริตขององค์กรปกครองส่วนท้องถิ่น",
    "docs_dir": "content",
    "site_dir": "stock",
    # Its default font comes from another host, which a measurement must not depend on; without it stock is lighter.
    "theme": {"name": "material", "language": "th", "font": False},
    "markdown_extensions": ["admonition", "attr_list", "md_in_html", "tables", "toc"],
    "plugins": [{"search": {"lang": "th"}}],
}


def build_both(project: Path, plans: Path, *, site_url: str = "", papers: str = "never") -> None:
    """Build ``project/site`` from LAO folders with our settings, then ``project/stock`` from the same Markdown.

    The stock site has the settings that mkdocs-material's manual gives for a Thai site, and the default navigation.
    """
    for source, target in ((STARTER, project), (plans, project / "plans")):
        shutil.copytree(source, target, dirs_exist_ok=True)
    (project / "stock.yml").write_text(yaml.safe_dump(STOCK_SETTINGS, allow_unicode=True), encoding="utf-8")
    for settings in ("mkdocs.yml", "stock.yml"):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", settings],
            cwd=project,
            check=True,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": site_url, "PRONGSAI_PAPERS": papers},
        )


class Host(http.server.ThreadingHTTPServer):
    """Serves a folder on this machine with gzip, and counts the bytes of what it sent, without headers.

    A file called ``held`` waits for ``release``.
    """

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        """Listen on a free port; the folder may be built later."""
        super().__init__(("127.0.0.1", 0), functools.partial(_CompressingHandler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server_port}/"
        self.sent = 0
        self.held = ""
        self.release = threading.Event()


class _CompressingHandler(http.server.SimpleHTTPRequestHandler):
    """Serves text compressed, lets browsers keep assets for an hour, and says nothing."""

    protocol_version = "HTTP/1.1"
    server: Host

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind = self.guess_type(str(path))
        is_text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        body = _compress(path) if is_text else path.read_bytes()
        if path.name == self.server.held:
            self.server.release.wait()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=3600")
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        self.server.sent += len(body)

    def log_message(self, *_: object) -> None:
        pass


@functools.cache
def _compress(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


@contextmanager
def serve(folder: Path) -> Iterator[Host]:
    """Serve a folder and give its host."""
    host = Host(folder)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield host
    host.shutdown()
    host.server_close()
