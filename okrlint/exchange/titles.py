"""The text of a line as a title, with what people put around it taken out: an owner, a score, a stroke."""

from __future__ import annotations

import re
from functools import cache

from okrlint.exchange.draft import Draft, Reading
from okrlint.exchange.fields import Cell, take
from okrlint.exchange.values import PICTURE
from okrlint.exchange.vocabulary import field_of, unwrapped
from okrlint.linting.wording.numbers import from_to

_LIFTED = ("owner", "score", "due", "confidence", "current", "target", "baseline", "weight", "metric", "status")
_MOST = 12
"""Values in brackets that one line may have."""
SCORE = r"[01]?[.,]\d{1,2}|[01]|\d{1,3}\s?%|\d{1,2}\s?/\s?10"
"""A score as people write it."""


def give_title(draft: Draft, text: str, reading: Reading) -> None:
    """Set the title of a draft, and the fields that stand beside it on the line."""
    plain = " ".join(text.split())
    if re.fullmatch(r"(?:~~)?(?:(?!~~).)+~~", plain):  # the first half may have gone with a label
        draft.fields["status"] = "dropped"
        plain = plain.removeprefix("~~").removesuffix("~~").strip()
    cells: list[Cell] = []
    for found in list(_named().finditer(plain))[:_MOST]:
        field = field_of(found["name"])
        if field in _LIFTED:
            cells.append(Cell(found["name"], field, found["value"].strip()))
            plain = plain.replace(found.group(), "", 1)
    plain = _without_score(_without_person(plain, cells), cells, draft)
    plain = _without_score(_without_tail(plain, cells), cells, draft)
    title = unwrapped(" ".join(plain.split()), "**")  # half of a bold line may have gone with its label
    draft.fields["title"] = title or " ".join(text.split()) or "?"
    take(draft, cells if title else (), reading)


@cache
def _named() -> re.Pattern[str]:
    """A value with its name in brackets: `(Owner: Ana)`, `[score = 0.7]`."""
    return re.compile(r"\s?[(\[](?P<name>[^\W\d_][^()\[\]:=]{0,30})\s?[:=]\s?(?P<value>[^()\[\]]{1,80})[)\]]")


def _without_tail(text: str, cells: list[Cell]) -> str:
    """The text without named values behind dashes at its end: `Win ten deals – Owner: Ana – Due: 2026-11-30`."""
    for _ in range(_MOST):
        found = re.search(r"\s[–—|-]\s(?P<name>[^\W\d_]\w{0,20})\s?[:=]\s(?P<value>[^:=|–—]{1,60})$", text)
        field = field_of(found["name"]) if found else None
        if found is None or field not in _LIFTED or field == "score":
            break
        cells.append(Cell(found["name"], field, found["value"].strip()))
        text = text[: found.start()]
    return text


def _without_person(text: str, cells: list[Cell]) -> str:
    """The text without the handles at its end: `Win ten deals – @ana`, `Win ten deals, owner: @ana`."""
    name = r"(?:,?\s\(?(?P<name>[^\W\d_]\w{0,20})\s?[:=])?"
    people = r"\s?\(?(?P<people>(?:@[\w.-]{1,40}(?:,\s?|\s)?){1,5})\)?$"
    found = re.search(rf"(?:\s[–—-])?(?:{name}|(?=\s)){people}", text)
    if found is None or (found["name"] and field_of(found["name"]) != "owner"):
        return text
    cells.append(Cell("owner", "owner", found["people"].strip()))
    return text[: found.start()]


def _without_score(text: str, cells: list[Cell], draft: Draft) -> str:
    """The text without the score at its end: `(0.7)`, `[0,7]`, `🟢 0.7`, `=> 70%`, `Score: 0.7`, `(Score 0.7)`."""
    if draft.kind != "key_result":
        return text
    text = " ".join(text.split())  # so that the expressions below need not try how many blanks there are
    told = _told_score().search(text)
    if told is not None and field_of(told["name"]) == "score":
        cells.append(Cell(told["name"], "score", told["value"]))
        return text[: told.start()]
    found = _score().search(text)
    # A foreign file says nowhere in which language it is.
    if found is None or (found["shown"] and from_to(text, "en+de")):
        return text
    name = found["name"] or "score"
    if found["name"] and field_of(name) != "score":
        return text
    cells.append(Cell(name, "score", found["bare"] or found["shown"]))
    return text[: found.start()]


@cache
def _score() -> re.Pattern[str]:
    bare = r"(?P<bare>[01]?[.,]\d{1,2})"
    shown = rf"(?P<shown>{SCORE})"
    named = rf"(?:(?P<open>[(\[])(?:{PICTURE}\s?)?|{PICTURE}\s?){bare}(?(open)[)\]])"
    return re.compile(rf"\s?(?:{named}|(?:=>|[–—|-]?\s(?P<name>[^\W\d_][\w -]{{0,20}})[:=])\s?{shown})\s?$")


@cache
def _told_score() -> re.Pattern[str]:
    """A score behind its name without a colon, set apart from the title by a bracket, a comma or a dash."""
    before = r"(?P<open>[(\[])|[,;]\s|\s[–—|-]\s"
    return re.compile(rf"(?:{before})(?P<name>[^\W\d_][\w -]{{0,20}}?)\s(?P<value>{SCORE})(?(open)[)\]])\s?$")
