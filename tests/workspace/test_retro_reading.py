"""Answers in a text that people have edited: what counts, what does not, and what cannot be clear."""

from __future__ import annotations

import pytest

from okrlint.errors import OkrlintError
from okrlint.workspace.retro_reading import read_answers

NAMES = {"demand.leads": "demand.leads", "demand.cost": "demand.cost"}
LEADS = "Key result demand.leads: ended at 0.36, below par\n"
COST = "Key result demand.cost: ended at 0.85, above par\n"


def read(text: str) -> dict[str, dict[str, str]]:
    """The answers for marketing/2026-Q3, without their lines."""
    found = read_answers(text, "marketing/2026-Q3", NAMES)
    return {name: {field: answer.text for field, answer in fields.items()} for name, fields in found.items()}


CAUSE = {"demand.leads": {"cause": "channel-slower"}}
READ = {
    "a checked box": (f"{LEADS}- [x] channel-slower: Can it not\n- [ ] other: x\n", CAUSE),
    "a capital": (f"{LEADS}- [X] channel-slower: Can it not\n", CAUSE),
    "a tick from a keyboard": (f"{LEADS}- [✓] channel-slower\n", CAUSE),
    "a space behind the mark": (f"{LEADS}- [x ] channel-slower\n- [  ] other\n", CAUSE),
    "a space in front of the mark": (f"{LEADS}- [ x] channel-slower\n", CAUSE),
    "another mark of a list, and bold words": (f"{LEADS}  * [x]   **channel-slower**: yes!\n", CAUSE),
    "a number in front": (f"{LEADS}3. [x] channel-slower\n", CAUSE),
    "Windows line ends and a byte order mark": (f"\ufeff{LEADS}- [x] channel-slower\n".replace("\n", "\r\n"), CAUSE),
    "own notes in between": (f"{LEADS}Ana says: [x] is the mark\n- [x] buy cake\n\n- [x] channel-slower\n", CAUSE),
    "an own list with boxes": (f"{LEADS}- [y] cake\n- [x] channel-slower\n", CAUSE),
    "the same box twice": (f"{LEADS}- [x] channel-slower\n- [x] channel-slower\n", CAUSE),
    "blocks in another order": (
        f"{COST}- [x] stop: drop it\n{LEADS}- [x] channel-slower\n",
        {"demand.cost": {"decision": "stop"}, "demand.leads": {"cause": "channel-slower"}},
    ),
    "a quote, and a bold name": (f"> **{LEADS}- [x] channel-slower\n", CAUSE),
    "code is no answer": (f"```\n- [x] other\n```\n{LEADS}- [x] channel-slower\n", CAUSE),
    "nothing checked": (f"{LEADS}- [ ] channel-slower\n- [] other\n\nLearned:\n", {}),
    "words of several lines": (
        f"{LEADS}- [x] other\n\nLearned: Ask first.\nThen   plan.\n\nTwice.\n\n- [x] change: x\n",
        {"demand.leads": {"cause": "other", "learned": "Ask first. Then plan. Twice.", "decision": "change"}},
    ),
    "words up to the next heading": (
        f"{LEADS}**Learned:** Ask first\n#### Key result seven\n{COST}Learned: No\n",
        {"demand.leads": {"learned": "Ask first"}, "demand.cost": {"learned": "No"}},
    ),
    "entities of our own Markdown": (
        f"{LEADS}Learned: &#36;56 isn&#39;t &#64;\u200ball\n",
        {"demand.leads": {"learned": "$56 isn't @all"}},
    ),
    "a table that has the words": (f"| Key result | Score |\n| --- | --- |\n{LEADS}- [x] channel-slower\n", CAUSE),
}


@pytest.mark.parametrize(("text", "answers"), READ.values(), ids=READ)
def test_what_people_do_to_a_text_does_not_matter(text: str, answers: dict[str, dict[str, str]]) -> None:
    """Marks, order, notes and white space are theirs; the answers are read all the same."""
    assert read(text) == answers


REFUSED = {
    "two causes": (
        f"{LEADS}- [x] channel-slower\n- [x] budget-short\n",
        "line 3: another cause is checked for demand.leads on line 2; leave one of them",
    ),
    "two decisions": (
        f"{LEADS}- [x] stop\n\n- [x] continue\n",
        "line 4: another decision is checked for demand.leads on line 2; leave one of them",
    ),
    "two lessons": (
        f"{LEADS}Learned: A\nLearned: B\n",
        "line 3: another lesson is written for demand.leads on line 2; leave one of them",
    ),
    "a mark that is neither": (
        f"{LEADS}- [y] channel-slower\n",
        "line 2: [y] is neither checked [x] nor open [ ]",
    ),
    "a mark of two letters": (
        f"{LEADS}- [ok] channel-slower\n",
        "line 2: [ok] is neither checked [x] nor open [ ]",
    ),
    "a key result that is not there": (
        "Key result demand.laeds: ended\n",
        "line 1: marketing/2026-Q3 has no key result demand.laeds",
    ),
    "an answer above all": (f"- [x] stop\n{LEADS}", "line 1: this answer stands below no key result"),
    "an answer below another heading": (
        f"{LEADS}## Notes\n- [x] stop\n",
        "line 3: this answer stands below no key result",
    ),
    "another plan": (
        f"Plan marketing/2026-Q2. Ask\n{LEADS}",
        "line 1: these are the answers of marketing/2026-Q2, not of marketing/2026-Q3",
    ),
    "something else": ("# Notes\n", "no key result of marketing/2026-Q3 is named in it; okrlint retro prints the form"),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_clear_is_refused_with_its_line(text: str, sentence: str) -> None:
    """One sentence that names the line."""
    with pytest.raises(OkrlintError) as raised:
        read(text)
    assert str(raised.value) == sentence
