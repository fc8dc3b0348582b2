from __future__ import annotations

from okrlint.formats.github import render
from okrlint.linting.format import FormatInput
from okrlint.source.span import Location
from tests.formats.many import many
from tests.formats.runner import Command, command_of, lines_of


def commands(given: FormatInput) -> list[Command]:
    """What the runner understands of the output."""
    return [command for line in lines_of(render(given)) if (command := command_of(line))]


def test_a_finding_is_an_annotation(given: FormatInput) -> None:
    """Level, place and words; the hint is a line of its own."""
    error, notice = commands(given)

    assert error == Command(
        "error",
        {
            "file": "okrs/2026-Q4/marketing.yaml",
            "line": "1",
            "endLine": "1",
            "col": "24",
            "endColumn": "26",
            "title": "okrlint placeholder",
        },
        'the slot "YY" in \\x1b[2J"::error::x" was never filled\nwrite the number',
    )
    assert (notice.name, notice.data) == ("notice", "6 key results")


def test_a_place_of_several_lines_has_no_columns(given: FormatInput) -> None:
    """The runner drops an annotation's columns there, and says so in the log."""
    first = given.outcome.findings[0]
    source = given.sources[first.location.path]
    wide = first._replace(location=Location(source.path, source.span(0, 30)))
    found = commands(given._replace(outcome=given.outcome._replace(findings=(wide,))))

    assert {"line", "endLine"} <= set(found[0].properties)
    assert not {"col", "endColumn"} & set(found[0].properties)


def test_a_path_with_separators_comes_back(given: FormatInput) -> None:
    """Commas, colons and percent signs in a file name are escaped."""
    path = "okrs/a,line=9::error file=x,%2C: b.yaml"

    assert commands(many(errors=1, path=path))[0].properties["file"] == path


def test_ten_of_a_level_are_shown_and_the_rest_is_counted() -> None:
    """The most severe come first; what GitHub would drop without a word is listed below."""
    given = many(errors=12, warnings=3, infos=11)
    found = commands(given)

    assert [command.name for command in found] == ["error"] * 10 + ["warning"] * 3 + ["notice"] * 10
    rest = render(given).splitlines()[23:]
    assert rest[0] == "3 more not annotated, because GitHub shows 10 of a level in a step:"
    assert rest[1:] == [
        f"- okrs/2026-Q4/marketing.yaml:{number + 1}:1: {severity} owner-missing: finding {number}"
        for number, severity in ((24, "error"), (25, "error"), (10, "info"))
    ]


def test_nothing_found_prints_nothing() -> None:
    """An empty log is a good log."""
    assert render(many()) == ""
