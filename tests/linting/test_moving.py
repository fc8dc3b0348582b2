"""Work that becomes an action: what stays, what goes, and in which layout."""

from __future__ import annotations

import pytest

from tests.linting.mending import mended

PATH = "okrs/2026-Q4/growth.yaml"
HEAD = "kind: plan\nversion: 1\nteam: growth\nquarter: 2026-Q4\nstatus: draft\nobjectives:\n  - id: a\n    title: Win\n"
TASK = "task-like-key-result"


def fixed(text: str, *rules: str, head: str = HEAD, others: str = "") -> str:
    """The lines of a draft below its head after the unsafe fixes of some rules."""
    files = {PATH: (head + text).encode()} | ({"okrs/2026-Q4/z.yaml": others.encode()} if others else {})
    result = mended(files, rules=rules or (TASK,), unsafe=True)
    return result.data[PATH].decode().removeprefix(head)


ROWS = [
    (
        "the first of a block, into a new list before the check-ins",
        """\
    key_results:
      - id: launch
        title: Launch the new editor
        owner: ana
        due: 2026-11-30
        type: done
      - id: active
        title: Raise weekly editors from 100 to 200
        target: 200  # stays
        check_ins:
          2026-10-12: 110
""",
        """\
    key_results:
      - id: active
        title: Raise weekly editors from 100 to 200
        target: 200  # stays
        actions:
          - title: Launch the new editor
            owner: ana
            due: 2026-11-30
        check_ins:
          2026-10-12: 110
""",
    ),
    (
        "the last of a block, into a list in another layout",
        """\
    key_results:
    -   id: active
        title: Raise weekly editors from 100 to 200
        actions:
        -   title: Old
            owner: ana   # who

    # about the launch
    -   title: "Launch the new editor: #1"
        owner: ana
  - id: b
    title: Zwei
""",
        """\
    key_results:
    -   id: active
        title: Raise weekly editors from 100 to 200
        actions:
        -   title: Old
            owner: ana   # who
        -   title: "Launch the new editor: #1"
            owner: ana

    # about the launch
  - id: b
    title: Zwei
""",
    ),
    (
        "braces in a block",
        """\
    key_results:
      - {id: launch, title: Launch the new editor, owner: ana, type: done}
      - {id: active, title: Raise weekly editors from 100 to 200, target: 200}
""",
        """\
    key_results:
      - {id: active, title: Raise weekly editors from 100 to 200, target: 200, actions: [{title: Launch the new editor, owner: ana}]}
""",
    ),
    (
        "an action in braces",
        """\
    key_results:
      - title: Raise weekly editors from 100 to 200
        actions:
          - {title: Old}
      - title: Launch the new editor
""",
        """\
    key_results:
      - title: Raise weekly editors from 100 to 200
        actions:
          - {title: Old}
          - {title: Launch the new editor}
""",
    ),
    (
        "the last in brackets, into an empty list",
        """\
    key_results: [{title: Raise weekly editors from 100 to 200, actions: []}, {id: launch, title: "Launch the editor, now"}]
""",
        """\
    key_results: [{title: Raise weekly editors from 100 to 200, actions: [{title: "Launch the editor, now"}]}]
""",
    ),
    (
        "the first in brackets, into a list",
        """\
    key_results: [{id: launch, title: Launch the editor}, {title: Raise weekly editors from 100 to 200, actions: [{title: X}]}]
""",
        """\
    key_results: [{title: Raise weekly editors from 100 to 200, actions: [{title: X}, {title: Launch the editor}]}]
""",
    ),
    (
        "blank lines between",
        """\
    key_results:

      - title: >
          Raise weekly editors
          from 100 to 200

      - title: Launch the new editor
        type: done

  - id: b
    title: Zwei
""",
        """\
    key_results:

      - title: >
          Raise weekly editors
          from 100 to 200
        actions:
          - title: Launch the new editor

  - id: b
    title: Zwei
""",
    ),
]

LAUNCH = "      - title: Launch the new editor\n"
ACTIVE = "      - title: Raise weekly editors from 100 to 200\n"
LEFT = [
    ("a comment", LAUNCH.replace("editor", "editor # mine") + ACTIVE),
    ("a comment for okrlint above it", "      # okrlint: ignore[why-missing] x\n" + LAUNCH + ACTIVE),
    ("check-ins", LAUNCH + "        check_ins: {2026-10-12: yes}\n" + ACTIVE),
    ("its own actions", LAUNCH + "        actions: [{title: X}]\n" + ACTIVE),
    ("two owners", LAUNCH + "        owner: [ana, ben]\n" + ACTIVE),
    ("an unknown field", LAUNCH + "        colour: red\n" + ACTIVE),
    ("a dash on its own line", LAUNCH.replace("- ", "-\n        ") + ACTIVE),
    ("the other is work too", LAUNCH + LAUNCH.replace("Launch", "Ship")),
    ("two others", LAUNCH + ACTIVE + ACTIVE),
    ("alone", LAUNCH),
    ("actions that are no list", LAUNCH + ACTIVE + "        actions: many\n"),
    ("a field twice", LAUNCH + ACTIVE + "        owner: ana\n        owner: ben\n"),
]


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_work_becomes_an_action_in_the_layout_of_the_file(before: str, after: str, newline: str) -> None:
    """Title, owner and day go along; comments, blank lines and line breaks stay."""
    head = HEAD.replace("\n", newline)

    assert fixed(before.replace("\n", newline), head=head) == after.replace("\n", newline)


@pytest.mark.parametrize("text", [row[1] for row in LEFT], ids=[row[0] for row in LEFT])
def test_what_would_lose_something_is_left(text: str) -> None:
    """Fields that an action has not, comments, and anything that is not plainly work beside one result."""
    assert fixed(f"    key_results:\n{text}") == f"    key_results:\n{text}"


@pytest.mark.parametrize("change", [("status: draft", "status: active"), ("status: draft", "status: closed"), ("status: draft", "status: draft\nagreed: {date: 2026-09-24}")], ids=["active", "closed", "agreed"])  # fmt: skip
def test_what_is_agreed_is_left(change: tuple[str, str]) -> None:
    """An agreed key result is never deleted, but dropped with a revision."""
    text = f"    key_results:\n{LAUNCH}{ACTIVE}"

    assert fixed(text, head=HEAD.replace(*change)) == text


@pytest.mark.parametrize("address", ["growth/2026-Q4#a.launch", "growth/2026-Q4#a.2"], ids=["by id", "by position"])
def test_what_is_referred_to_is_left(address: str) -> None:
    """A reference to it, or to one that moves up in its place, would lead elsewhere."""
    text = f"    key_results:\n{LAUNCH}        id: launch\n{ACTIVE}"
    other = f"kind: plan\nversion: 1\nteam: z\nquarter: 2026-Q4\nobjectives:\n  - title: X\n    supports: {address}\n"

    assert fixed(text, others=other) == text
    assert fixed(text, others=other.replace(address, "growth/2026-Q4#b")) != text


def test_too_many_key_results_lose_the_one_that_is_work() -> None:
    """What is simply done or not done goes first, to the result that shares most words with it."""
    numbers = "".join(f"      - {{id: r{n}, title: Raise {noun} from 100 to 200}}\n" for n, noun in enumerate(("editors", "stars", "fans", "posts")))  # fmt: skip
    work = "      - {id: w1, title: Publish 3 posts, target: 3}\n      - {id: w2, title: Launch the stars page, type: done}\n"

    text = fixed("    key_results:\n" + numbers + work, "too-many-key-results", TASK)

    assert (
        text
        == "    key_results:\n"
        + numbers.replace("stars from 100 to 200", "stars from 100 to 200, actions: [{title: Launch the stars page}]")
        + work.partition("\n")[0]
        + "\n"
    )
