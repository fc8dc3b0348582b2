"""`okrlint comment`: one comment of a pull request, kept up to date from Markdown files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular

if TYPE_CHECKING:
    from okrlint.forge.comment import Decision
    from okrlint.forge.github import GitHub
    from okrlint.forge.gitlab import GitLab

_LARGEST = 4 * 1024 * 1024
"""Bytes of one file; a comment holds far less."""
_LARGEST_JSON = 64 * 1024 * 1024
"""Bytes; some 100,000 findings."""


@click.command("comment", epilog="Example: okrlint comment findings.md")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--key", default="check", show_default=True, help="Tells several comments of one pull request apart.")
@click.option("--only-update", is_flag=True, help="Start no comment; one that is there is brought up to date.")
@click.option(
    "--findings",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The JSON of the check; where it has no findings, the last of FILES alone starts no comment.",
)
@click.option(
    "--untrusted",
    is_flag=True,
    help="The files come from a job that a pull request may have changed; implied in a workflow_run.",
)
@click.option("--author", metavar="LOGIN", help="Whose comments are ours; by default those of the job's own token.")
@click.option("--dry-run", is_flag=True, help="Print the comment, and ask and write nothing.")
def keep_comment(
    files: tuple[Path, ...],
    key: str,
    author: str | None,
    findings: Path | None,
    *,
    only_update: bool,
    untrusted: bool,
    dry_run: bool,
) -> None:
    """Keep one comment of the job's pull request up to date with the Markdown of FILES.

    It runs in GitHub Actions with GITHUB_TOKEN and in GitLab CI with GITLAB_TOKEN in the environment. Nothing is posted
    when nothing changed, and no comment is started for empty files. Every other command stays off the network.
    """
    from okrlint.forge.comment import KEY, Action, body, decide

    if not KEY.fullmatch(key):
        raise OkrlintError(f"--key: {key} is not made of up to 40 small letters, digits and hyphens")
    text = _text(files, untrusted=untrusted or os.environ.get("GITHUB_EVENT_NAME") == "workflow_run")
    only_update = only_update or (findings is not None and not _has_findings(findings) and not _text(files[:-1]))
    if dry_run:
        click.echo(body(key, text), nl=False)
        return
    forge = _forge(author)
    if not forge.is_there:
        click.echo("no open pull request belongs to this job; nothing was posted", err=True)
        return
    decision = decide(forge.comments(), forge.author, key, text, only_update=only_update)
    if decision.action is not Action.NOTHING:
        _carry_out(forge, decision)
    click.echo(decision.action.value, err=True)


def _text(files: tuple[Path, ...], *, untrusted: bool = False) -> str:
    from okrlint.forge.sieve import sieved

    text = "\n".join(filter(str.strip, map(_read, files)))
    return sieved(text) if untrusted else text


def _has_findings(file: Path) -> bool:
    """Whether a check found something, by what it wrote as JSON."""
    import json

    try:
        return bool(json.loads(_read(file, _LARGEST_JSON))["findings"])
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise OkrlintError(f"--findings: {file} is not what okrlint check --format json prints") from error


def _read(file: Path, limit: int = _LARGEST) -> str:
    try:
        data = read_regular(file, limit)
    except Unreadable as error:
        raise OkrlintError(f"{file} cannot be read: {error}") from error
    if len(data) > limit:
        raise OkrlintError(f"{file} is larger than {limit // 1024**2} MiB")
    return data.decode("utf-8", "replace")


def _forge(author: str | None) -> GitHub | GitLab:
    """The forge whose job this is."""
    if os.environ.get("GITLAB_CI"):
        from okrlint.forge.gitlab import GitLab

        return GitLab(os.environ, author)
    if os.environ.get("GITHUB_REPOSITORY"):
        from okrlint.forge.github import GitHub

        return GitHub(os.environ, author)
    raise OkrlintError("this is neither a job of GitHub Actions nor of GitLab CI; --dry-run shows the comment anywhere")


def _carry_out(forge: GitHub | GitLab, decision: Decision) -> None:
    if decision.id is None:
        forge.create(decision.body)
    else:
        forge.update(decision.id, decision.body)


COMMAND = keep_comment
