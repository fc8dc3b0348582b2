from __future__ import annotations

from okrlint.rendering.sections import Section, Table, as_markdown, as_text

TABLE = Table(
    ("Channel", "Leads", "Class"), (("Paid | search", "690", "paid"), ("日本", "5", "")), words=frozenset((0, 2))
)
SECTIONS = (
    Section("Inputs", ("MRR $100,000", "Churn 2%")),
    Section("Channels", (), TABLE),
    Section("To know", ("one", "two"), listed=True),
)


def test_a_document_for_a_terminal() -> None:
    """Sections apart, words left, numbers right, wide characters counted as two."""
    assert as_text("Pipeline", SECTIONS) == (
        "Pipeline\n\n"
        "Inputs\nMRR $100,000\nChurn 2%\n\n"
        "Channels\n"
        "Channel        Leads  Class\n"
        "Paid | search    690  paid\n"
        "日本               5\n\n"
        "To know\n- one\n- two\n"
    )


def test_a_document_as_markdown() -> None:
    """The same words under headings; a bar in a cell does not part it."""
    text = as_markdown("Pipeline", SECTIONS)

    assert text.startswith("# Pipeline\n\n## Inputs\n\nMRR $100,000\\\nChurn 2%\n\n## Channels\n\n")
    assert "| Channel | Leads | Class |\n|---|---:|---|\n| Paid &#124; search | 690 | paid |\n" in text
    assert text.endswith("## To know\n\n- one\n- two\n")


def test_foreign_words_do_nothing() -> None:
    """Escape sequences, mentions and markup are shown and not obeyed."""
    hostile = Section("\x1b[31mred", ("@team [x](javascript:1)",), Table(("\x1b]8;;",), (("<b>",),)), listed=True)

    assert "\x1b" not in as_text("\x1b[2J", (hostile,))
    shown = as_markdown("#1", (hostile,))
    assert "\x1b" not in shown
    assert "@team" not in shown
    assert "](" not in shown
    assert "<b>" not in shown
