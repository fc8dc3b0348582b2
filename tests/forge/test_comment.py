"""What is posted, and when nothing is."""

from __future__ import annotations

import pytest

from okrlint.forge.comment import BYTES, CHARACTERS, Action, Comment, Decision, body, decide, fitting

BOT = "github-actions[bot]"
TEXT = "### okrlint\n\n1 error in 1 file.\n"


def theirs(text: str = TEXT, author: str = BOT, key: str = "check", number: int = 7) -> Comment:
    """A comment that is there already."""
    return Comment(number, author, body(key, text))


def test_the_first_line_is_hidden_and_says_what_the_comment_is() -> None:
    """The key and a hash of the text stand in a comment of HTML, the text follows as it is."""
    first, rest = body("check", TEXT).split("\n", 1)

    assert first.startswith("<!-- okrlint:comment v1 key=check hash=")
    assert first.endswith(" -->")
    assert rest.startswith(TEXT)
    assert rest.endswith("<sub>okrlint keeps this comment up to date.</sub>\n")


def test_the_first_time_a_comment_is_written() -> None:
    """Comments of other people do not matter."""
    decision = decide([Comment(1, "ana", "Looks good")], BOT, "check", TEXT)

    assert decision == Decision(action=Action.CREATE, body=body("check", TEXT))


def test_the_same_text_costs_nothing() -> None:
    """Forges may give back other line ends and no last one."""
    there = theirs()._replace(body=body("check", TEXT).replace("\n", "\r\n").rstrip())

    assert decide([there], BOT, "check", TEXT).action is Action.NOTHING


def test_another_text_goes_into_the_comment_that_is_there() -> None:
    """The pull request keeps one comment, however often it is pushed to."""
    decision = decide([theirs()], BOT, "check", "2 errors")

    assert decision == Decision(action=Action.UPDATE, body=body("check", "2 errors"), id=7)


@pytest.mark.parametrize(
    ("there", "text", "only_update", "action"),
    [
        ([], "", False, Action.NOTHING),
        ([], " \n", False, Action.NOTHING),
        ([], TEXT, True, Action.NOTHING),
        ([theirs()], "", False, Action.UPDATE),
        ([theirs()], "all well", True, Action.UPDATE),
        ([theirs("")], "", False, Action.NOTHING),
    ],
    ids=["empty", "blank", "only update", "nothing any more", "an update", "still nothing"],
)
def test_nothing_is_begun_for_nothing(there: list[Comment], text: str, *, only_update: bool, action: Action) -> None:
    assert decide(there, BOT, "check", text, only_update=only_update).action is action


def test_a_comment_says_when_nothing_is_left_to_say() -> None:
    """A comment that was there is not left with what has been mended."""
    assert "Nothing to report any more." in decide([theirs()], BOT, "check", "").body


@pytest.mark.parametrize(
    "other",
    [
        theirs(author="mallory"),
        theirs(key="plan"),
        theirs()._replace(body="Quote:\n" + body("check", TEXT)),
        theirs()._replace(body=body("check", TEXT).replace("v1", "v9")),
    ],
    ids=["another author", "another key", "not in the first line", "another version"],
)
def test_a_forged_first_line_counts_for_nothing(other: Comment) -> None:
    assert decide([other], BOT, "check", TEXT).action is Action.CREATE


def test_of_several_comments_the_newest_counts() -> None:
    """Two jobs at once may have written two."""
    assert decide([theirs(number=9), theirs(number=8)], BOT, "check", "new").id == 9


@pytest.mark.parametrize("line", ["a" * 99 + "\n", "é" * 99 + "\n", "🎯" * 99 + "\n"], ids=["one byte", "two", "four"])
def test_a_long_text_is_cut_behind_a_line(line: str) -> None:
    """What is shown is whole lines, within both limits, and says that there was more."""
    shown = fitting(line * 2000)
    kept, _, last = shown.rpartition("\n\n")

    assert last == "The rest did not fit; the log of the job has it all.\n"
    assert set(kept.splitlines()) == {line.rstrip()}
    assert len(kept) <= CHARACTERS
    assert len(kept.encode()) <= BYTES
    assert len(kept) + len(line) > CHARACTERS or len(kept.encode()) + len(line.encode()) > BYTES


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<details><summary>all</summary>\n\n", "\n</details>\n"),
        ("```yaml\n", "```\n"),
        ("~~~~\n```\n", "~~~~\n"),
        ("```\n<details>\n```\n", ""),
        ("<details>\n</details>\n", ""),
    ],
    ids=["folded", "code", "code in longer marks", "only shown in code", "closed already"],
)
def test_what_is_open_at_the_cut_is_closed(opening: str, closing: str) -> None:
    shown = fitting(opening + "row\n" * 20_000)

    assert shown.endswith(f"row\n{closing}\nThe rest did not fit; the log of the job has it all.\n")
