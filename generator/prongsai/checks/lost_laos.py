"""The LAOs that a site has published and no longer has: the part of two rules that sees the whole site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.checks.rules import lost_address, unnoted_address
from prongsai.checks.subjects.lao_facts import LaoFacts
from prongsai.load.data_file import DataFile
from prongsai.problem import Problem
from prongsai.records.address_book import LaoList


def find_lost_laos(
    document: DataFile, listed: LaoList, slugs: Iterable[str], facts: Iterable[LaoFacts]
) -> Iterator[Problem]:
    """Yield each listed LAO that is neither there nor a former name of one, and one problem for those not listed.

    Args:
        document: The file with the list.
        listed: What it lists.
        slugs: The folders of all LAOs of the site.
        facts: What is known of those that could be read.
    """
    there = set(slugs)
    former = {alias for lao in facts for alias, _ in lao.aliases}
    for index, slug in enumerate(listed.laos):
        if slug not in there | former:
            yield Problem(
                document.where("laos", index),
                lost_address.ID,
                lost_address.SEVERITY,
                f"ที่อยู่ของหน่วยงาน /{slug}/ ที่เผยแพร่แล้วไม่มีโฟลเดอร์",
                f"คืนโฟลเดอร์ หรือเพิ่ม aliases: {slug} ใน lao.yml ของหน่วยงานที่มาแทน หากถอนแล้วสั่ง prongsai addresses --remove {slug}",
            )
    unlisted = sorted(there - set(listed.laos))
    if unlisted:
        yield Problem(
            document.where(),
            unnoted_address.ID,
            unnoted_address.SEVERITY,
            f"ยังไม่ได้จดหน่วยงาน {' '.join(unlisted)}",
            "สั่ง prongsai addresses แล้ว commit ทุกไฟล์ที่คำสั่งนี้เขียน",
        )
