"""Feeds (Atom, RFC 4287): what is new with an LAO, a project or on the site, for programs that follow it."""
