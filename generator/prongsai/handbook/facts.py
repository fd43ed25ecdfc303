"""Lists that the program keeps as data and people need to read: titles, spellings, names, codes."""

from __future__ import annotations

from prongsai.handbook.keys import list_keys
from prongsai.handbook.table import mark_typed, render_table
from prongsai.load.attachments.contents import ALLOWED
from prongsai.load.names import RESERVED
from prongsai.outputs.history_tables import COLUMNS
from prongsai.records.frameworks import find_framework, list_periods
from prongsai.records.lao import OitCodes
from prongsai.records.measures import SECTION_TITLES
from prongsai.records.oit import OIT_YEARS


def render_frameworks() -> str:
    """Return the dimensions and missions of every plan period that the program has as data."""
    parts = []
    for period in list_periods():
        framework = find_framework(period)
        rows: list[tuple[str, str]] = []
        for number, dimension in framework.dimensions.items() if framework else ():
            rows.append((str(number), f"**{dimension}**"))
            own = [key for key in framework.missions if key.partition(".")[0] == str(number)] if framework else []
            rows += [(key, framework.missions[key]) for key in own if framework]
        parts.append(f"### แผน {period} {{#framework-{period}}}\n\n{render_table(('เลข', 'มิติและภารกิจ'), rows)}")
    return "\n\n".join(parts)


def render_measure_sections() -> str:
    """Return the standard titles of the sections of integrity measures."""
    return render_table(("`number`", "หัวข้อ"), ((str(number), title) for number, title in SECTION_TITLES.items()))


def render_oit_years() -> str:
    """Return the codes of OIT items by ITA year, and how sure they are."""
    names = {key: (field.description or "").partition(":")[0] for key, (field, _) in list_keys(OitCodes).items()}
    rows = []
    for year, row in OIT_YEARS.items():
        codes = [f"{name.removeprefix('ข้อของ')} {getattr(row.codes, key) or 'ไม่มี'}" for key, name in names.items()]
        rows.append((str(year), f"{' · '.join(codes)} ({row.certainty})"))
    return render_table(("ปี ITA", "รหัส (ที่มา)"), rows)


def render_history_columns() -> str:
    """Return the columns of the table of changes."""
    return render_table(("คอลัมน์", "คืออะไร"), ((f"`{name}`", mark_typed(about)) for name, about in COLUMNS.items()))


def render_reserved_names() -> str:
    """Return the names that an LAO's folder cannot have."""
    return " ".join(f"`{name}`" for name in sorted(RESERVED))


def render_file_types() -> str:
    """Return the endings of files that are published."""
    return " ".join(f"`{ending}`" for ending in sorted(ALLOWED))
