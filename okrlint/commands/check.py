"""`okrlint check`: what the linter says of the plans of a repository."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from okrlint.discovery import names
from okrlint.workspace.check_run import run_check
from okrlint.workspace.outputs import FORMATS
from okrlint.workspace.settings_file import FAIL_ON


@click.command("check", epilog="Example: okrlint check okrs/2026-Q4/marketing.yaml")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_id",
    type=click.Choice(names(FORMATS)),
    default="text",
    help="How findings are printed.",
)
@click.option("--output", "outputs", multiple=True, metavar="NAME=FILE", help="Write them to a file too, in a format.")
@click.option("--preset", metavar="NAME[@EDITION]", help="The limits and severities to use.")
@click.option("--select", multiple=True, metavar="RULE", help="Run only these rules or groups, and housekeeping.")
@click.option("--extend-select", multiple=True, metavar="RULE", help="Run these beside the preset's.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these out.")
@click.option("--severity", multiple=True, metavar="RULE=LEVEL", help="Weigh a rule as error, warning or info, or off.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="The severity that fails the run.")
@click.option("--max-warnings", type=click.IntRange(min=0), metavar="N", help="Fail when there are more warnings.")
@click.option("--as-of", metavar="DATE|today", help="The day of the run, for rules that need one.")
@click.option("--no-clock", is_flag=True, help="Leave out what depends on the day.")
@click.option("--force-exclude", is_flag=True, help="Pass over named files outside the settings' paths.")
@click.option("--allow-empty", is_flag=True, help="Finding no OKR file is no error.")
@click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=VALUE",
    help="Raise a limit of the reader, such as depth=80.",
)
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    help="Colours in the text format.",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what a plan means.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend also what changes what a plan means.")
@click.option("--diff", is_flag=True, help="Show what would be mended, and write nothing.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Findings that are known.")
@click.option("--no-baseline", is_flag=True, help="Report known findings too.")
@click.option("--write-baseline", is_flag=True, help="Take every finding into the baseline, and out what is gone.")
@click.option("--all", is_flag=True, help="Show every finding of a rule in the text format, not the first.")
@click.option("--statistics", is_flag=True, help="Show how many findings each rule has in place of the findings.")
@click.option("--since", metavar="REVISION", help="Report what has changed since, and what the change does elsewhere.")
@click.option("--staged", is_flag=True, help="The same for what the next commit changes.")
@click.option("--untrusted", is_flag=True, help="Use the settings of --since, and list comments that silence rules.")
@click.option("--no-history", is_flag=True, help="Do not ask git for what was agreed.")
@click.option(
    "--no-cache", is_flag=True, help="Remember nothing for the next run, and believe nothing of an earlier one."
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes for many files; as many as there are processors."
)
@click.option("--stdin-filename", metavar="PATH", help="With - as PATH: the place of the file on standard input.")
@click.option("--show-files", is_flag=True, help="List the files of the run and stop.")
@click.option("--show-settings", is_flag=True, help="List every setting with where it was set, and stop.")
def check_plans(paths: tuple[Path, ...], **flags: Any) -> int:
    """Check the plans of this repository.

    Every OKR file is read; with PATHS only findings that touch these files or folders are reported. Exits with 0 when
    nothing reaches --fail-on, 1 when something does, 2 when the call is wrong.
    """
    return run_check(paths, flags)


COMMAND = check_plans
