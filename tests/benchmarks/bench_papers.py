"""How long papers take to print and how much memory, next to WeasyPrint with the same content and fonts.

Run with ``make bench``. Both get their content ready: Typst the document, WeasyPrint the HTML that the page's templates
make of it. Measured are whole processes, with the records' code loaded in both: without it there would be no content.
"""

from __future__ import annotations

import os
import pickle
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from prongsai.build.checked import check_plans
from prongsai.documents.document import Document
from prongsai.documents.shelf import Shelf
from prongsai.fonts import BOLD, REGULAR
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pdf.output import rank_size
from prongsai.thai.clock import get_today

ROOT = Path(__file__).parents[2]
RUNS = 3
# Both have their modules compiled, as installations do.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
CASES = {
    "one announcement": r"maesai/announcements/report-2566-12\.md",
    "a full results report": r"maesai/reports/2566-12\.md",
    "30 project cards": r"chiangmuan/2566-2570/projects/p(0[1-9]|[12][0-9]|30)\.md",
    "all papers of an LAO": r"chiangmuan/.*",
}
STYLE = f"""
@font-face {{ font-family: Sarabun; src: url({REGULAR.as_uri()}) }}
@font-face {{ font-family: Sarabun; font-weight: bold; src: url({BOLD.as_uri()}) }}
@page {{ size: A4; margin: 2.3cm 2cm 2cm 3cm; @bottom-center {{ content: counter(page) }} }}
html {{ font: 12pt/1.5 Sarabun }} table {{ border-collapse: collapse; width: 100%; font-size: 9pt }}
th, td {{ border: .5pt solid; padding: 3pt; vertical-align: top }}
"""
_MEMORY = (
    "import re\nfrom pathlib import Path\n"
    "status = Path('/proc/self/status').read_text(encoding='utf-8')\n"
    "print(int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) / 1024)\n"
)
OURS = f"""
import pickle, sys, tempfile
from pathlib import Path
from prongsai.documents.document import Document
from prongsai.outputs.pdf.typesetter import Typesetter
with tempfile.TemporaryDirectory() as name:
    typesetter = Typesetter(Path(name))
    for path in sorted(Path(sys.argv[1]).glob('*.pickle')):
        fields, parts = pickle.loads(path.read_bytes())
        document = Document(make_parts=lambda: parts, **fields)
        path.with_suffix('.typst.pdf').write_bytes(typesetter.set(document, None, bytes(16)))
{_MEMORY}"""
THEIRS = f"""
import sys
from pathlib import Path
import prongsai.documents.shelf
import weasyprint
for path in sorted(Path(sys.argv[1]).glob('*.html')):
    weasyprint.HTML(path).write_pdf(path.with_suffix('.weasyprint.pdf'), pdf_variant='pdf/ua-1')
{_MEMORY}"""


def render_html(document: Document, lao: LaoPages) -> str:
    """Return a document's sections as the page's template renders them, one HTML file with a print style."""
    sections = [section for part in document.parts for section in part.sections]
    body = "\n".join(lao.render_sections(sections, document.page))
    body = re.sub(
        r"^(#{2,4}) (.*?) \{#[^}]*\}$", lambda m: f"<h{len(m[1])}>{m[2]}</h{len(m[1])}>", body, flags=re.MULTILINE
    )
    cover = "".join(f"<h1>{text}</h1>" for text in (*document.cover, *document.cover_foot))
    head = f"<meta charset=utf-8><title>{document.title}</title><style>{STYLE}</style>"
    return f"<!doctype html><html lang=th><head>{head}</head><body>{cover}{body}</body></html>"


def write_inputs(documents: list[tuple[Document, LaoPages]], folder: Path) -> None:
    """Write what both programs print."""
    for number, (document, lao) in enumerate(sorted(documents, key=lambda pair: rank_size(pair[0]))):
        names = ("page", "title", "layout", "cover", "cover_foot", "is_sample")
        fields = {name: getattr(document, name) for name in names}
        (folder / f"{number:02}.pickle").write_bytes(pickle.dumps((fields, document.parts)))
        (folder / f"{number:02}.html").write_text(render_html(document, lao), encoding="utf-8")


def measure(*command: str) -> tuple[float, float]:
    """Run a process a few times and return its median CPU seconds and its peak memory in MB, which it prints last."""
    seconds, megabytes = [], []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run(
            [sys.executable, *command], capture_output=True, encoding="utf-8", check=True, cwd=ROOT, env=ENVIRONMENT
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        megabytes.append(float(run.stdout.split()[-1]))
    return statistics.median(seconds), max(megabytes)


def list_samples() -> Iterator[tuple[Document, LaoPages]]:
    """Yield every document of the samples with its LAO."""
    checked = check_plans(ROOT / "plans")
    for loaded in checked.laos:
        shelf = Shelf(loaded.ledger)
        lao = LaoPages(shelf, silenced=checked.silenced[loaded.slug], today=get_today())
        yield from ((document, lao) for document in shelf.documents)


def can_use_weasyprint() -> bool:
    """Tell whether WeasyPrint starts; it needs libraries of the system."""
    run = subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, check=False)
    if run.returncode:
        print(
            "ไม่มี WeasyPrint หรือขาดไลบรารี: pip install weasyprint; apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        )
    return run.returncode == 0


def main() -> None:
    """Measure and print."""
    samples = list(list_samples())
    has_weasyprint = can_use_weasyprint()
    for name, pattern in CASES.items():
        chosen = [(document, lao) for document, lao in samples if re.fullmatch(pattern, document.page)]
        if not chosen:
            print(f"{name}: no sample in plans/")
            continue
        with tempfile.TemporaryDirectory() as folder:
            write_inputs(chosen, Path(folder))
            ours = measure("-c", OURS, folder)
            print(f"{name}: {ours[0]:.2f} CPU s, {ours[1]:.0f} MB", end="")
            if has_weasyprint:
                theirs = measure("-c", THEIRS, folder)
                print(f"; WeasyPrint {theirs[0]:.2f} CPU s, {theirs[1]:.0f} MB", end="")
                print(
                    f"; ours / WeasyPrint {ours[0] / theirs[0]:.2f} (at most 0.25), "
                    f"{ours[1] / theirs[1]:.2f} of the memory",
                    end="",
                )
            print()
    with tempfile.TemporaryDirectory() as folder:
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        command = ["-c", "from prongsai.cli.main import main; main()", "pdf", "--content", folder]
        subprocess.run([sys.executable, *command], capture_output=True, check=True, cwd=ROOT)
        seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"all {len(samples)} papers of the samples: {seconds:.1f} s (at most 10), {spent:.1f} CPU s")


if __name__ == "__main__":
    main()
