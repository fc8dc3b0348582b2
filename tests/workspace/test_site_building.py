from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from okrlint.errors import OkrlintError
from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example
from okrlint.rendering import pages
from okrlint.rendering.publication import Publication
from okrlint.rendering.theme import Theme
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.site_building import SiteRequest, write_site
from okrlint.workspace.site_folder import Compared, SiteFolder
from okrlint.workspace.workspace import open_workspace
from tests.workspace.conftest import commit, git

PLAN = "okrs/2026-Q4/marketing.yaml"
NO_CACHE = CacheFolder(None)
ANYWHERE = Publication()


class Repository:
    """A folder with plans, a site and a cache."""

    def __init__(self, root: Path, cache: Path) -> None:
        self.root = root
        self.site = root / "reports"
        self.cache = CacheFolder(cache)
        (root / "okrlint.toml").write_text('as_of = "2026-11-01"\n', "utf-8")
        for path, text in files_of(Example("")).items():
            self.put(path, text)

    def put(self, path: str, text: str) -> None:
        """Write a file."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def edit(self, before: str, after: str, path: str = PLAN) -> None:
        """Change every occurrence of some words."""
        text = (self.root / path).read_text("utf-8")
        assert before in text
        self.put(path, text.replace(before, after))

    def write(
        self,
        site: Path | None = None,
        cache: CacheFolder | None = None,
        publication: Publication = ANYWHERE,
        *,
        dry: bool = False,
        history: bool = False,
    ) -> Compared:
        """Bring the site to the plans."""
        request = SiteRequest(site or self.site, None, publication, history)
        return write_site(open_workspace(self.root), request, self.cache if cache is None else cache, dry=dry)

    def files(self, site: Path | None = None) -> dict[str, bytes]:
        """The site by path."""
        folder = site or self.site
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all, so that templates are compiled once; every site has rows of its own in it."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def repository(tmp_path: Path, cache: Path) -> Repository:
    """The clean portfolio of the rules' examples."""
    return Repository(tmp_path, cache)


def _objective_page(repository: Repository) -> str:
    """The page of the first objective of the marketing plan."""
    listed = sorted((repository.site / "html/quarters/2026-q4/marketing").glob("*.html"))
    page = next(file for file in listed if file.stem not in {"index", "agenda", "retro"})
    return page.relative_to(repository.site).as_posix()


def test_nothing_changed_makes_no_page(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run opens no template and no plan, and writes nothing."""
    first = repository.write()
    monkeypatch.setattr(pages, "_rendered", None)
    monkeypatch.setattr("okrlint.workspace.site_building.site_input", None)
    again = repository.write()
    assert (again.files, again.differences) == (first.files, ((), (), ()))


def test_a_changed_plan_makes_its_own_pages(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages whose values stay the same are not made again."""
    repository.write()
    made: list[str] = []
    real = vars(pages)["_rendered"]

    def counted(*arguments: object) -> bytes:
        made.append(str(arguments[2]))
        rendered: bytes = real(*arguments)
        return rendered

    monkeypatch.setattr(pages, "_rendered", counted)
    repository.edit("title: ", "title: Really ")
    changed = repository.write().differences.changed
    assert "html/quarters/2026-q4/marketing/index.html" in changed
    assert "how_to_read/page.html.j2" not in made
    assert len(made) < sum(path.endswith((".html", ".md")) for path in repository.files()) - 2


@pytest.mark.parametrize("damage", ["removed", "cut", "changed"])
def test_a_damaged_page_is_mended(repository: Repository, damage: str) -> None:
    """Whatever happened to a page since, the next run puts it right, and only that one."""
    repository.write()
    before = repository.files()
    page = repository.site / "html/index.html"
    text = page.read_bytes()
    page.unlink() if damage == "removed" else page.write_bytes(
        text[:99] if damage == "cut" else text.replace(b"e", b"3")
    )
    differences = repository.write().differences
    assert differences.missing + differences.changed == ("html/index.html",)
    assert repository.files() == before


def test_a_broken_cache_costs_time_only(repository: Repository) -> None:
    """A cache that is no database is passed over, and gone after the run."""
    repository.cache = CacheFolder(repository.root / "cache")
    repository.write()
    for file in (repository.root / "cache").glob("*.sqlite3"):
        file.write_bytes(b"no database")
    before = repository.files()
    assert not repository.write().differences
    assert not repository.write().differences
    assert repository.files() == before


def test_sites_that_are_gone_are_forgotten(repository: Repository) -> None:
    """What is known of a folder goes once the folder is gone, so that the cache does not grow for ever."""
    repository.cache = CacheFolder(repository.root / "cache")
    for site in ("one", "two"):
        repository.write(site=repository.root / site)
    assert _sites(repository) == 2
    shutil.rmtree(repository.root / "one")
    repository.edit("title: ", "title: Really ")
    repository.write(site=repository.root / "two")
    assert _sites(repository) == 1


def _sites(repository: Repository) -> int:
    with repository.cache.open("sites", "x (y)") as connection:
        assert connection is not None
        return int(connection.execute("SELECT COUNT(DISTINCT site) FROM pages").fetchone()[0])


def test_another_way_to_publish_is_another_site(repository: Repository) -> None:
    """The cache knows what the pages were made of, and an address is part of it."""
    repository.write()
    repository.write(publication=Publication("https://x.example/okrs/"))
    assert b'<link rel="canonical" href="https://x.example/okrs/index.html">' in repository.files()["html/index.html"]
    assert b'href="/okrs/style.css"' in repository.files()["html/404.html"]


def test_an_objective_that_is_gone_leaves_a_word(repository: Repository) -> None:
    """Its page says what stood there and leads on, in both forms; the run after that changes nothing, nor does a check."""
    repository.write()
    page = _objective_page(repository)
    identifier = Path(page).stem
    title = repository.files()[page].decode().split("<title>")[1].split(" · ")[0]
    repository.edit(f"id: {identifier}\n", "id: another-one\n")
    repository.write()
    gone = repository.files()[page].decode()
    assert "No longer there" in gone
    assert f"<strong>{title}</strong>" in gone
    assert '<p>Go on to <a href="index.html">' in gone
    assert title in repository.files()[page.replace("html", "markdown", 1).replace(".html", ".md")].decode()
    assert f"{page}\t{title}\n" in repository.files()["manifest.txt"].decode()
    assert not repository.write(cache=NO_CACHE).differences
    assert not repository.write(cache=NO_CACHE, dry=True).differences


def test_an_objective_that_comes_back_has_its_page_again(repository: Repository) -> None:
    """The word on its page goes."""
    repository.write()
    page, before = _objective_page(repository), repository.files()
    repository.edit(f"id: {Path(page).stem}\n", "id: another-one\n")
    repository.write()
    repository.edit("id: another-one\n", f"id: {Path(page).stem}\n")
    repository.write()
    after = repository.files()
    assert after[page] == before[page]
    assert "another-one" in after["manifest.txt"].decode()


def test_the_word_of_a_stranger_is_a_word(repository: Repository) -> None:
    """A list of files from somebody else's branch makes no page live, and its paths lead nowhere else."""
    repository.write()
    listing = repository.site / "manifest.txt"
    line = "html/quarters/2026-q4/marketing/x.html\t<script>alert(1)</script>\t\x1b[31m\n"
    listing.write_bytes(listing.read_bytes() + line.encode() + b"html/quarters/../../x/y.html\tout\n")
    repository.write()
    text = repository.files()["html/quarters/2026-q4/marketing/x.html"].decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "\x1b" not in text
    assert not (repository.root / "x").exists()


def test_a_quarter_that_is_gone_leads_to_the_first_page(repository: Repository) -> None:
    """Where the whole plan was taken out, the page leads to what is left."""
    repository.write()
    page = _objective_page(repository)
    for file in (repository.root / "okrs/2026-Q4").glob("*.yaml"):
        file.unlink()
    if not any((repository.root / "okrs").rglob("20*/*.yaml")):
        repository.put(
            "okrs/2026-Q3/sales.yaml", "kind: plan\nversion: 1\nteam: sales\nquarter: 2026-Q3\nobjectives: []\n"
        )
    repository.write()
    assert 'href="../../../index.html"' in repository.files()[page].decode()


def test_a_changed_plan_leaves_the_others_alone(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of a plan that has nothing to do with it are not looked at, and those of its quarter are made."""
    text = (repository.root / PLAN).read_text("utf-8")
    other = "okrs/2025-Q1/sales.yaml"
    repository.put(other, text.replace("team: marketing", "team: sales").replace("2026-Q4", "2025-Q1"))
    repository.write()
    made: list[str] = []
    real = vars(pages)["_rendered"]

    def counted(*arguments: Any) -> str:
        made.append(arguments[3]["page"]["path"])
        return str(real(*arguments))

    monkeypatch.setattr(pages, "_rendered", counted)
    repository.edit("title: ", "title: Really ", other)
    repository.write()
    assert {"quarters/2025-q1/sales/index", "quarters/2025-q1/index", "teams/sales"} <= set(made)
    assert not any(path.startswith(("quarters/2026-q4/marketing/", "teams/marketing")) for path in made)


def test_a_page_with_the_same_bytes_is_not_read(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Size, time and place on the disk tell that nobody has written a file; of one that was written the bytes do."""
    repository.write()
    read: list[str] = []
    real = SiteFolder.read

    def counted(folder: SiteFolder, name: str) -> bytes | None:
        read.append(name)
        return real(folder, name)

    monkeypatch.setattr(SiteFolder, "read", counted)
    page = repository.site / "html/index.html"
    page.write_bytes(page.read_bytes())
    assert not repository.write().differences
    assert read == ["html/index.html"]


def test_what_stands_beside_the_plans_changes_their_pages(repository: Repository) -> None:
    """The company, the settings, the look, and what git tells: after each the site equals one that is made anew."""
    look = Theme("look", (("objective/page.html.j2", "{{ data['title'] }} my way"),))
    other, before = repository.root / "anew", dict[str, bytes]()
    git(repository.root, "init", "--quiet")
    commit(repository.root)
    steps: tuple[tuple[Callable[[], object], Publication, bool], ...] = (
        (partial(repository.edit, "name: ", "name: Good old ", "okrs/company.yaml"), ANYWHERE, False),
        (partial(repository.edit, "2026-11-01", "2026-11-20", "okrlint.toml"), ANYWHERE, False),
        (partial(repository.put, "okrlint.toml", 'preset = "minimal"\nas_of = "2026-11-20"\n'), ANYWHERE, False),
        (int, Publication(theme=look), False),
        (int, ANYWHERE, False),
        (partial(commit, repository.root), ANYWHERE, True),
        (int, ANYWHERE, False),
    )
    for change, publication, history in steps:
        change()
        repository.write(publication=publication, history=history)
        repository.write(site=other, cache=NO_CACHE, publication=publication, history=history)
        assert repository.files() == repository.files(other) != before
        before = repository.files()


def test_many_plans_are_judged_by_team(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found in each team is remembered; the site is the same as without that, also after a change."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(repository.root / "cache"))
    monkeypatch.setattr("okrlint.workspace.site_building.MANY_FILES", 2)
    monkeypatch.setattr("okrlint.workspace.checking.MANY_FILES", 2)
    other = repository.root / "anew"
    for words in ("title: ", "title: Really ", "title: Not "):
        repository.edit("title: ", words)
        repository.write()
        repository.write(site=other, cache=NO_CACHE)
        assert repository.files() == repository.files(other)
    assert list((repository.root / "cache" / "okrlint").glob("units-*"))


STEPS = 7


def test_small_steps_and_one_leap_end_alike(repository: Repository) -> None:
    """After any edit the site made from what is known equals the one made anew: same pages, same list, same words."""
    random = Random(5)  # noqa: S311  the same edits again, not secret ones
    other = repository.root / "anew"
    for _ in range(STEPS):
        _edit_somehow(repository, random)
        repository.write()
        repository.write(site=other, cache=NO_CACHE)
        assert repository.files() == repository.files(other)


def _edit_somehow(repository: Repository, random: Random) -> None:
    """One of the things that people do between two runs."""
    plans = sorted((repository.root / "okrs").rglob("*/*.yaml"))
    plan = random.choice(plans)
    lines = plan.read_text("utf-8").split("\n")
    what = random.randrange(7)
    if what == 0:
        place = random.choice([n for n, line in enumerate(lines) if "title: " in line])
        lines[place] += f" {random.randrange(99)}"
    elif what == 1:
        place = random.choice([n for n, line in enumerate(lines) if " id: " in line])
        lines[place] += f"-{random.randrange(9)}"
    elif what == 2 and len(plans) > 1:
        plan.unlink()
        return
    elif what == 3:
        (plan.parent / f"team-{random.randrange(9)}.yaml").write_text(
            plan.read_text("utf-8").replace(f"team: {plan.stem}", f"team: team-{random.randrange(9)}"), "utf-8"
        )
    elif what == 4:
        place = random.choice([n for n, line in enumerate(lines) if re.search(r": \d+$", line)])
        lines[place] += str(random.randrange(9))
    elif what == 5:
        plan.rename(plan.with_name(f"renamed-{random.randrange(9)}.yaml"))
        return
    else:
        lines.insert(random.randrange(1, len(lines)), "# a comment")
    plan.write_text("\n".join(lines), "utf-8")


def test_a_quarter_that_is_none_is_named(repository: Repository) -> None:
    """When the only quarter is misspelt and nothing else tells the day, the file and the value are said."""
    (repository.root / "okrlint.toml").write_text("", "utf-8")
    shutil.rmtree(repository.root / "okrs")
    repository.put("okrs/plan.yaml", "kind: plan\nversion: 1\nteam: sales\nquarter: 2026-Q5\nobjectives: []\n")
    with pytest.raises(
        OkrlintError, match=r"okrs/plan.yaml says quarter: 2026-Q5, which is not like 2026-Q4; pass --as-of"
    ):
        repository.write()
