"""`okrlint retro`: a form to fill in, and the answers back into the plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Call

PATH = "okrs/2026-Q2/sales.yaml"
PLAN = "sales/2026-Q2"
HEAD = "kind: plan\nversion: 1\nteam: sales\nquarter: 2026-Q2\nstatus: closed\nobjectives:\n  - id: deals\n    title: Win deals\n    key_results:\n"
WON = "      - id: won\n        title: Won deals  # ours\n        target: 40\n        check_ins:\n          2026-06-28: 12\n"
RECALL = "      - {id: recall, title: 'Recall of $5 & more', type: establish-baseline, check_ins: {2026-06-20: 11%}}\n"
IMPORT = ("retro", PLAN, "--import", "retro.md")


@pytest.fixture
def form(inside: Call, repository: Path) -> Path:
    """The retrospective of a plan with a miss and a first measurement, in a file."""
    (repository / PATH).parent.mkdir(exist_ok=True)
    (repository / PATH).write_text(HEAD + WON + RECALL, "utf-8")
    ran = inside("retro", PLAN, "--out", "retro.md")
    assert (ran.code, ran.err) == (0, "retro.md: written\n")
    return repository / "retro.md"


def filled(form: Path, *answers: tuple[str, str]) -> None:
    """Write answers into the form: a text and what stands there afterwards, the first time it occurs."""
    text = form.read_text("utf-8")
    for before, after in answers:
        assert before in text
        text = text.replace(before, after, 1)
    form.write_text(text, "utf-8")


def test_the_form(form: Path) -> None:
    """The fixed lines, the table with par, the five questions of a miss, the decisions, and what to carry over."""
    text = form.read_text("utf-8")
    assert "\nScores are not used for pay or performance reviews.\n\nPar is 0.6 to 0.7" in text
    assert "| Won deals | – | 40 | 12 | 0.30 | below par | – |" in text
    assert "Key result deals.won: ended at 0.30, below par\n" in text
    boxes = [line.split(":")[0] for line in text.splitlines() if line.startswith("- [ ] ")]
    causes = ["unrealistic-goal", "channel-slower", "budget-short", "ran-out-of-time", "wrong-key-result", "other"]
    decisions = ["continue", "change", "stop", "retry"]
    assert boxes == [f"- [ ] {word}" for word in (*causes, *decisions, *decisions)]
    assert "```yaml\n- id: deals\n" in text
    assert "\n\n\n" not in text


def test_nothing_checked_writes_nothing(inside: Call, repository: Path, form: Path) -> None:
    """The empty form has no answer."""
    ran = inside(*IMPORT)
    assert (ran.code, ran.out, ran.err) == (0, "", f"{PATH}: no answer is new; nothing to write\n")


ANSWERED = {
    "a new close": (WON, f"{WON}        close:\n          cause: channel-slower\n          learned: Call first, then write\n          decision: change\n"),
    "beside a score": (
        f"{WON}        close:\n          score: 0.30  # sad\n",
        f"{WON}        close:\n          score: 0.30  # sad\n          cause: channel-slower\n          learned: Call first, then write\n          decision: change\n",
    ),
    "in the place of TBD": (
        f"{WON}        close:\n          score: 0.30\n          cause: TBD\n",
        f"{WON}        close:\n          score: 0.30\n          cause: channel-slower\n          learned: Call first, then write\n          decision: change\n",
    ),
    "between what is there": (
        f"{WON}        close:\n          # own\n          score: 0.30\n          decision: change  # sure\n",
        f"{WON}        close:\n          # own\n          score: 0.30\n          cause: channel-slower\n          learned: Call first, then write\n          decision: change  # sure\n",
    ),
    "a block of text gives way": (
        f"{WON}        close:\n          cause: channel-slower\n          learned: >-\n            Call\n            later\n          decision: change\n",
        f"{WON}        close:\n          cause: channel-slower\n          learned: Call first, then write\n          decision: change\n",
    ),
    "braces": (
        "      - {id: won, title: Won deals, target: 40, check_ins: {2026-06-28: 12}, close: {score: 0.3}}\n",
        '      - {id: won, title: Won deals, target: 40, check_ins: {2026-06-28: 12}, close: {score: 0.3, cause: channel-slower, learned: "Call first, then write", decision: change}}\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), ANSWERED.values(), ids=ANSWERED)
def test_only_the_answers_are_new(inside: Call, repository: Path, form: Path, before: str, after: str) -> None:
    """Each layout of a close takes the answers, every other byte stays, and a second run writes nothing."""
    path = repository / PATH
    filled(
        form,
        ("- [ ] channel-slower", "* [X] channel-slower"),
        ("Learned: \n", "Learned: Call first,\nthen write\n"),
        ("- [ ] change", "- [x] change"),
    )
    path.write_bytes((HEAD + before + RECALL).replace("\n", "\r\n").encode())
    ran = inside(*IMPORT)
    assert ran.code == 0
    assert path.read_bytes().decode() == (HEAD + after + RECALL).replace("\n", "\r\n")
    assert inside(*IMPORT).err == f"{PATH}: no answer is new; nothing to write\n"


def test_a_preview(inside: Call, repository: Path, form: Path) -> None:
    """What is new is told, or shown as a diff, and nothing is written."""
    filled(form, ("- [ ] channel-slower", "- [x] channel-slower"), ("Learned: \n", "Learned: \x1b[31mred\n"))
    before = (repository / PATH).read_bytes()
    told = inside(*IMPORT, "--dry-run")
    assert told.out == "deals.won: cause channel-slower\ndeals.won: learned [31mred\n"
    assert told.err == f"{PATH}: 2 answers would be written\n"
    assert "+          cause: channel-slower\n" in inside(*IMPORT, "--diff").out
    assert (repository / PATH).read_bytes() == before


def test_the_printed_form_comes_back_as_it_was(inside: Call, repository: Path, form: Path) -> None:
    """Whatever a plan says at its close, printing and reading it back changes nothing."""
    lesson = "$5 & <b>more</b> @all #12, _well_: 1. a `tick` \\ [x] C:\\\\\n            www.example.com"
    close = f"        close:\n          score: 0.30\n          cause: other\n          learned: |\n            {lesson}\n          decision: retry\n"
    (repository / PATH).write_text(HEAD + WON + close + RECALL, "utf-8")
    form.unlink()
    assert inside("retro", PLAN, "--out", "retro.md").code == 0
    assert inside(*IMPORT).err == f"{PATH}: no answer is new; nothing to write\n"


def test_a_form_with_answers_is_not_written_over(inside: Call, form: Path) -> None:
    """The empty form may be written again; one that people have filled in stays, and one line says so."""
    assert inside("retro", PLAN, "--out", "retro.md").err == "retro.md: as it was\n"
    filled(form, ("- [ ] other", "- [x] other"))
    before = form.read_bytes()
    ran = inside("retro", PLAN, "--out", "retro.md")
    told = "okrlint: retro.md is there already and may hold answers; name another file, or remove it first\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)
    assert form.read_bytes() == before


REFUSED = {
    "two causes": (("- [ ] channel-slower", "- [x] channel-slower"), "another cause is checked for deals.won on line "),
    "a name that is not there": (
        ("Key result deals.won:", "Key result deals.now:"),
        f"{PLAN} has no key result deals.now",
    ),
    "another plan": (
        (f"Plan {PLAN}.", "Plan sales/2026-Q1."),
        f"these are the answers of sales/2026-Q1, not of {PLAN}",
    ),
}


@pytest.mark.parametrize(("answer", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_clear_is_refused(
    inside: Call, repository: Path, form: Path, answer: tuple[str, str], words: str
) -> None:
    """The line is named, exit 2, and the plan is as it was."""
    filled(form, ("- [ ] other", "- [x] other"), answer)
    before = (repository / PATH).read_bytes()
    ran = inside(*IMPORT)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("okrlint: retro.md: line ")
    assert words in ran.err
    assert (repository / PATH).read_bytes() == before


CALLS = {
    "a file that is not there": (("--import", "no.md"), "no.md: it cannot be read: it is not there any more"),
    "a file that is no text": (("--import", "bytes.md"), "bytes.md: it cannot be read: it is not UTF-8"),
    "a preview of nothing": (("--dry-run",), "--dry-run and --diff go with --import"),
    "both directions": (("--import", "retro.md", "--out", "x.md"), "--out and --import are two directions"),
}


@pytest.mark.parametrize(("arguments", "words"), CALLS.values(), ids=CALLS)
def test_a_bad_call(inside: Call, repository: Path, form: Path, arguments: tuple[str, ...], words: str) -> None:
    """One sentence, exit 2."""
    (repository / "bytes.md").write_bytes(b"\xff\xfe")
    ran = inside("retro", PLAN, *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err


@pytest.mark.parametrize(
    ("status", "words"),
    [("draft", "is a draft; there is nothing to look back at"), ("active", "2026-Q4 runs until 2026-12-31")],
)
def test_too_early(inside: Call, repository: Path, status: str, words: str) -> None:
    """A quarter that runs has an agenda, a draft has neither."""
    path = repository / "okrs/2026-Q4/marketing.yaml"
    path.write_text(
        path.read_text("utf-8").replace("quarter: 2026-Q4\n", f"quarter: 2026-Q4\nstatus: {status}\n"), "utf-8"
    )
    ran = inside("retro", "marketing/2026-Q4")
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
