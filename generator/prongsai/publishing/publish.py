"""The order of work: choose the way that the place allows, send, put in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from prongsai.publishing.files import hash_site
from prongsai.publishing.in_place import InPlace
from prongsai.publishing.server import RefusedError, Server
from prongsai.publishing.swap import Swap
from prongsai.publishing.way import Changes, Follow, Way


class Publication(Struct, frozen=True):
    """What was done, or would be.

    Attributes:
        changes: What was sent and removed.
        size: Bytes that were sent.
        way: The way, in Thai.
    """

    changes: Changes
    size: int
    way: str


def publish(
    server: Server,
    site: Path,
    *,
    is_dry_run: bool = False,
    is_in_place: bool = False,
    may_overwrite: bool = False,
    tell: Callable[[str], object],
    follow: Follow,
) -> Publication:
    """Put a built site in place of the one that is there.

    Args:
        server: The place, connected.
        site: The built site.
        is_dry_run: Only tell what would be done.
        is_in_place: Do not rename folders, even where that is allowed.
        may_overwrite: Overwrite files that this program did not send.
        tell: Is given a Thai sentence about what goes another way than the usual one.
        follow: Shows how far the sending got.

    Raises:
        PublishingError: There is no site, or the place does not take it.
    """
    wanted = hash_site(site)
    swap, in_place = Swap(server, site, wanted), InPlace(server, site, wanted)
    if in_place.is_done():
        if server.may_swap and not is_dry_run:
            swap.settle()
        return Publication(Changes([], [], is_current=True), 0, "")

    obstacle = "" if is_in_place else swap.find_obstacle()
    if obstacle:
        tell(f"{obstacle} จึง{InPlace.label}")
    way: Way = in_place if is_in_place or obstacle else swap
    if way is in_place and not may_overwrite:
        in_place.check_conflicts()
    changes = way.find_changes()
    if not is_dry_run:
        if is_in_place and server.may_swap and server.exists(server.live):
            swap.abandon()  # there may be no room for two
        try:
            way.carry_out(follow)
        except RefusedError as error:
            if way is not swap:
                raise
            swap.abandon()
            tell(f"เครื่องแม่ข่ายไม่ให้สลับโฟลเดอร์ ({error}) จึง{InPlace.label} ครั้งต่อไปสั่งพร้อม --in-place จะเร็วกว่า")
            if not may_overwrite:
                in_place.check_conflicts()
            way, changes = in_place, in_place.find_changes()
            way.carry_out(follow)
        if way is in_place and server.may_swap:
            swap.settle()
    return Publication(changes, sum((site / name).stat().st_size for name in changes.send), way.label)
