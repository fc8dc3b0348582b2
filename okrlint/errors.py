"""What can go wrong with a call; what is wrong with an OKR is a finding and never an exception."""

from __future__ import annotations


class OkrlintError(Exception):
    """The call cannot be carried out: one sentence for the user, exit code 2."""


class SettingsError(OkrlintError):
    """The settings file or a settings flag is wrong; the sentence names the place."""


class RuleFailure(Exception):
    """A rule broke while it looked at a file: a bug in okrlint, exit code 3."""

    def __init__(self, rule: str, path: str) -> None:
        """Name the rule and the file that it was looking at."""
        super().__init__(f"rule {rule} failed on {path}")
        self.rule = rule
        self.path = path

    def __reduce__(self) -> tuple[type[RuleFailure], tuple[str, str]]:
        """How it comes from one process to another."""
        return RuleFailure, (self.rule, self.path)


class Misread(Exception):
    """A file is not what its first lines said; everything must be read before anything is judged."""
