"""The integrity measures: the list of years and one page per year."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.records.measures import IntegrityMeasures


def count_measures(measures: IntegrityMeasures) -> int:
    """Return the number of measures in all sections."""
    return sum(len(section.measures) for section in measures.sections)


def _has_photos(measures: IntegrityMeasures) -> bool:
    entries = (measure.evidence for section in measures.sections for measure in section.measures)
    return any(entry.is_photo for evidence in entries for entry in evidence)


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the list of years and the measures of each."""
    yield _render_index(lao)
    yield from _render_years(lao)


def _render_index(lao: LaoPages) -> Page:
    """Return the list of years; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    return lao.render(
        "measures_index.md.jinja",
        lao.paths.measures_index,
        title=f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {name}",
        description=f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานของ{name} และผลในแต่ละปีงบประมาณ",
        above=(("มาตรการส่งเสริมคุณธรรม", lao.paths.measures_index),),
        dates=[measures.as_of for measures in lao.dossier.measures.values()],
        years=[
            (year, count_measures(measures)) for year, measures in sorted(lao.dossier.measures.items(), reverse=True)
        ],
    )


def _render_years(lao: LaoPages) -> Iterator[Page]:
    """Yield the measures of every fiscal year."""
    for year, measures in lao.dossier.measures.items():
        path = lao.paths.measures(year)
        name = lao.dossier.lao.full_name
        yield lao.render(
            "measures.md.jinja",
            path,
            title=f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {year} {name}",
            description=f"มาตรการ วิธีดำเนินการ ผู้รับผิดชอบ และผลของ{name} ปีงบประมาณ พ.ศ. {year}",
            above=(("มาตรการส่งเสริมคุณธรรม", lao.paths.measures_index), (f"ปีงบประมาณ พ.ศ. {year}", path)),
            dates=(measures.as_of,),
            contents=[
                (f"({section.number}) {section.heading}", f"section-{section.number}") for section in measures.sections
            ],
            styles=("photos",) if _has_photos(measures) else (),
            year=year,
            measures=measures,
            count=count_measures(measures),
            parts=lao.render_sections(lao.shelf.measures_sections[year], path),
            announcement=lao.get_paper(measures.announcement),
        )
