from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from okrlint import door
from tests.hostile.conftest import PLAIN, Run

COMMAND = (sys.executable, "-m", "okrlint", "check")


def _shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `$OKRLINT` is the check."""
    return subprocess.run(
        ["sh", "-c", script],
        cwd=folder,
        env={**PLAIN, "OKRLINT": " ".join(COMMAND)},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def _many_findings(repository: Path) -> None:
    """Enough output to fill a pipe several times."""
    for number in range(40):
        text = "kind: plan\n" + "".join(f"field{n}: x\n" for n in range(40))
        (repository / "okrs" / f"many-{number}.yaml").write_text(text, "utf-8")


def test_a_reader_that_goes_away_is_no_error(repository: Path) -> None:
    """`okrlint check | head -1` prints one line and nothing else."""
    _many_findings(repository)

    done = _shell("($OKRLINT --all; echo ended with $? >&2) | head -1", repository)

    assert done.stdout.count("\n") == 1
    assert done.stderr == "ended with 0\n"


def test_a_closed_output_is_no_error(repository: Path) -> None:
    """Without a standard output the exit code still says what was found."""
    done = _shell("$OKRLINT --ignore honesty >&-; echo ended with $?", repository)

    assert done.stdout == "ended with 1\n"
    assert done.stderr == ""


def test_closed_messages_are_no_error(repository: Path) -> None:
    """Without a standard error the findings still arrive."""
    done = _shell("$OKRLINT --format concise okrs/2026-Q4/marketing.yaml 2>&-; echo ended with $?", repository)

    assert done.stdout.splitlines()[-1] == "ended with 1"
    assert "unknown-field" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_output_is_one_clear_line(repository: Path) -> None:
    """Findings that cannot be written down are never taken for none."""
    done = _shell("$OKRLINT >/dev/full; echo ended with $?", repository)

    assert done.stdout == "ended with 2\n"
    assert done.stderr == "okrlint: the output cannot be written: no space left on device\n"


@pytest.mark.parametrize(
    "variables",
    [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}],
    ids=["the C locale", "the C locale without Python's own mending", "a Windows console"],
)
def test_any_locale_prints_any_text(variables: dict[str, str], repository: Path, okrlint: Run) -> None:
    """Emoji and all scripts are printed as UTF-8, whatever the terminal says that it is."""
    (repository / "okrs" / "2026-Q4" / "key.yaml").write_text("kind: plan\n🎯: ключ\n", "utf-8")

    plain, other = okrlint("check"), okrlint("check", **variables)

    assert "🎯" in plain.out.decode("utf-8")
    assert other.out == plain.out
    assert other.code == plain.code == 1


def test_a_stop_by_the_user_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends the run with a word, not with a traceback."""

    def interrupted(words: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(door, "_call", interrupted)

    with pytest.raises(SystemExit) as end:
        door.main()
    gc.enable()
    gc.unfreeze()

    assert end.value.code == 2
    assert capsys.readouterr().err == "okrlint: stopped\n"


@pytest.mark.parametrize("error", [SystemExit(1), BrokenPipeError()], ids=["as click tells it", "as Python tells it"])
def test_a_broken_pipe_is_no_error_in_any_version(error: BaseException, tmp_path: Path) -> None:
    """Some versions of click end the program themselves when the reader has gone away."""
    script = f"""
from okrlint import door
def gone(words): raise {error!r}
door._call = gone
door.main()
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
