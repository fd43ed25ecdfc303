"""What a command writes into, looked at before anything is written."""

from __future__ import annotations

from pathlib import Path

from prongsai.exceptions import ProngsaiError
from prongsai.settings.folders import find_folder_refusals
from prongsai.settings.refusal import Refusal
from prongsai.settings.site_address import find_address_refusal


def check_target(content: Path, plans: Path, site_url: str = "") -> None:
    """Make sure that a command may write pages where it is told to.

    Args:
        content: MkDocs' ``docs_dir``.
        plans: The folder of plans.
        site_url: The site's address as it was given; empty for none.

    Raises:
        ProngsaiError: The folder holds the site itself or lies in the data, or the address can be none of a site.
    """
    refusals: list[Refusal] = list(find_folder_refusals({"docs_dir": content, "plans": plans}, Path.cwd()))
    if content.resolve().is_relative_to(plans.resolve()):
        message = f"โฟลเดอร์หน้าเว็บ “{content}” อยู่ในโฟลเดอร์ข้อมูล “{plans}”"
        refusals.append(Refusal("docs_dir", message, "ใช้โฟลเดอร์อื่น เช่น content"))
    if address := find_address_refusal(site_url):
        refusals.append(address)
    for refusal in refusals:
        raise ProngsaiError(f"{refusal.message} วิธีแก้: {refusal.fix}")
