"""How a site is to be published: where it will stand, whether it may be listed, and in whose look."""

from __future__ import annotations

from urllib.parse import urlsplit

from okrlint.errors import OkrlintError
from okrlint.rendering.theme import Theme
from okrlint.tuples import NamedTuple


class Publication(NamedTuple):
    """What a caller decides about a site besides what is on it."""

    address: str = ""
    """Where the first page will be, with `/` at its end; empty for a site that works anywhere."""
    indexed: bool = False
    """Whether search engines may list it: plans name people and say what did not work, so by default they may not."""

    theme: Theme | None = None
    """The look of somebody else."""

    @property
    def root(self) -> str:
        """The path part of the address, with `/` at both ends; empty without one."""
        return urlsplit(self.address).path

    @property
    def row(self) -> dict[str, object]:
        """What templates get of it, as part of `site`."""
        return {"address": self.address, "indexed": self.indexed, **(self.theme or Theme("")).row}


def base_address(text: str) -> str:
    """The address of a site, with `/` at its end. Raises OkrlintError for what cannot be one."""
    problem = OkrlintError(f"--base-url: {text} is not an address such as https://okrs.example.com/team/")
    if not text.isascii() or not text.isprintable() or any(mark in text for mark in " \\\"'<>?#"):
        raise problem
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise problem from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc or "//" in parts.path:
        raise problem
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/"
