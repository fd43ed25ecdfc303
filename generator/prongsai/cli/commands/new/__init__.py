"""``prongsai new``: new files to fill in, a command for each kind."""

from __future__ import annotations

import click

from prongsai.cli.commands.new.amendment import amendment
from prongsai.cli.commands.new.lao import lao
from prongsai.cli.commands.new.measures import measures
from prongsai.cli.commands.new.oit import oit
from prongsai.cli.commands.new.paper import paper
from prongsai.cli.commands.new.plan import plan
from prongsai.cli.commands.new.progress import progress
from prongsai.cli.commands.new.site import site


@click.group()
def new() -> None:
    """สร้างเว็บไซต์ หน่วยงาน แผน รอบ มาตรการ รายการข้อ OIT เอกสาร หรือการแก้ไขแผน"""


for command in (amendment, lao, measures, oit, paper, plan, progress, site):
    new.add_command(command)
