"""Our own SVG: no library, no script, no style attribute, the same bytes every time.

Each chart is a picture with a title and a description that states the finding; its numbers stand as text
beside it. Colours come from classes only, so that one style sheet serves light, dark, print and forced
colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.rendering.charts.bullet import bullet
from okrlint.rendering.charts.calibration import calibration
from okrlint.rendering.charts.line import line
from okrlint.rendering.charts.offsets import offsets
from okrlint.rendering.charts.slope import slope
from okrlint.rendering.charts.stack import stack
from okrlint.rendering.charts.steps import steps
from okrlint.rendering.charts.strip import strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup


def functions() -> dict[str, Callable[..., Markup]]:
    """What templates may call, by name."""
    return {
        "bullet": bullet,
        "calibration": calibration,
        "line": line,
        "offsets": offsets,
        "slope": slope,
        "stack": stack,
        "steps": steps,
        "strip": strip,
    }
