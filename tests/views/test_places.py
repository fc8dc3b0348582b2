from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.views.places import quarter_path, slug, team_name
from tests.reports.sites import plan_text, site, survey

HOSTILE = (
    "../../x",
    "CON",
    "con",
    "a" * 300,
    "Demand",
    "demand",
    "DEMAND",
    "index",
    "readme",
    "",
    " ",
    ".",
    "..",
    "\u00e4",
    "a/b",
)


@pytest.mark.parametrize("name", ["demand", "a", "2026-q4", "customer-success"])
def test_a_plain_id_is_its_own_slug(name: str) -> None:
    """Addresses can be read where ids are as the format wants them."""
    assert slug(name) == name


@pytest.mark.parametrize(
    ("name", "start"),
    [
        pytest.param("../../x", "x_", id="a way out of the folder"),
        pytest.param("con", "con_", id="a device of another system"),
        pytest.param("lpt1", "lpt1_", id="another device"),
        pytest.param("index", "index_", id="a name of the site's own"),
        pytest.param("Demand", "demand_", id="capital letters"),
        pytest.param("a" * 300, "a" * 40 + "_", id="300 characters"),
        pytest.param("\u4f60\u597d", "x_", id="no Latin letter at all"),
        pytest.param("", "x_", id="nothing"),
        pytest.param("a--b", "a-b_", id="two hyphens"),
    ],
)
def test_any_other_id_gets_a_hash(name: str, start: str) -> None:
    """What is no plain id keeps what letters it has and is told apart by a hash."""
    assert re.fullmatch(re.escape(start) + "[0-9a-f]{8}", slug(name))


@given(st.text(), st.text())
def test_two_ids_never_share_a_slug(one: str, other: str) -> None:
    """Not even on a file system that sees no difference between capital and small letters."""
    assert (slug(one).lower() == slug(other).lower()) == (one == other)
    assert re.fullmatch("[a-z0-9_-]{1,60}", slug(one))


@given(st.text())
def test_the_path_of_any_quarter_is_safe(label: str) -> None:
    """A label that is no quarter still gives a path of three plain parts."""
    assert re.fullmatch("quarters/[a-z0-9_-]+/index", quarter_path(label))


def test_the_path_of_a_quarter() -> None:
    """A quarter is named by its label in small letters."""
    assert quarter_path("2026-Q4") == "quarters/2026-q4/index"
    assert quarter_path("FY27-Q1") == "quarters/fy27-q1/index"


def test_a_team_in_words() -> None:
    """Ids of teams become names."""
    assert team_name("customer-success") == "Customer success"


def test_two_plans_of_one_team_have_two_pages() -> None:
    """A team that stands in two files of one quarter is a finding, and both plans can still be read."""
    files = {f"okrs/{name}.yaml": plan_text(f"- title: From {name}") for name in ("a", "b")}
    built = site(files)
    assert "From a" in built["html/quarters/2026-q4/marketing/index.html"]
    assert "From b" in built["html/quarters/2026-q4/marketing_2/index.html"]


def test_the_page_of_an_objective() -> None:
    """An objective has a page in the folder of its plan, and a key result a place on that page."""
    found = survey(
        {"okrs/a.yaml": plan_text("- id: leads\n  title: More leads\n- title: Without id\n- id: leads\n  title: Twice")}
    )
    plan = found.given.portfolio.plans[0]
    page = "quarters/2026-q4/marketing/demand"
    assert found.places.target(plan.objectives[0]) == found.places.objective(plan.objectives[0]) == page
    assert [found.places.target(kr) for kr in plan.key_results] == [f"{page}#leads", f"{page}#2", f"{page}#leads_2"]


def test_anchors_are_addresses() -> None:
    """On the page of the plan the place of a key result is named like the end of its address."""
    plan = survey({"okrs/a.yaml": plan_text("- id: leads\n  title: x\n- title: y")})
    places, key_results = plan.places, plan.given.portfolio.plans[0].key_results
    assert places.anchor(key_results[0].objective) == "demand"
    assert [places.plan_anchor(kr) for kr in key_results] == ["demand.leads", "demand.2"]


@pytest.mark.parametrize("name", ["agenda", "retro", "index", "readme"])
def test_no_objective_takes_a_page_of_the_plan(name: str) -> None:
    """An objective whose id is the name of another page of its plan stands beside it."""
    found = survey({"okrs/a.yaml": plan_text("- title: x").replace("id: demand", f"id: {name}")})
    path = found.places.objective(found.given.portfolio.plans[0].objectives[0])
    assert re.fullmatch(f"quarters/2026-q4/marketing/{name}_[0-9a-f]{{8}}", path)


def test_what_is_in_no_plan_has_no_place() -> None:
    """Nothing leads to what the site does not show."""
    assert survey({}).places.target(None) is None


def test_hostile_teams_and_ids_each_get_a_page() -> None:
    """Every odd team name has a page of its own inside the folder."""
    files = {
        f"okrs/{n}.yaml": plan_text(f"- id: '{name}'\n  title: x", team=f"'{name}'") for n, name in enumerate(HOSTILE)
    }
    pages = [path for path in site(files) if re.fullmatch("html/quarters/2026-q4/[^/]+/index.html", path)]
    assert len(pages) == len({path.lower() for path in pages}) == len(HOSTILE)
