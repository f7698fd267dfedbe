"""Holds the order events <- figures <- handout <- page <- app.py, and what each step may use.

Everything is read with `ast`; nothing is imported. Each rule lists all its faults at once.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

LONGEST = 200  # lines
NETWORK = ("requests", "urllib.request", "urllib3", "httpx", "http.client", "aiohttp", "socket")
READS = {"open", "read_text", "read_bytes", "read_csv", "read_file", "read_json", "read_parquet"}
CLOCKS = {"now", "today", "utcnow"}


@dataclass(frozen=True)
class Module:
    """A Python file: `name` is its path below the root, with slashes."""

    name: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source, self.name)

    def under(self, folder: str) -> bool:
        return self.name.startswith(f"dashboard/{folder}/")

    def imports(self) -> Iterator[tuple[int, str]]:
        """Line and full name of everything imported, `from a import b` as `a` and `a.b`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = self._absolute(node)
                yield node.lineno, base
                yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)

    def _absolute(self, node: ast.ImportFrom) -> str:
        above = self.name.split("/")[: -node.level] if node.level else []
        return ".".join([*above, *([node.module] if node.module else [])])


Rule = Callable[[Module], Iterator[str]]


def _imports(module: Module, *banned: str) -> Iterator[str]:
    """One fault for each line that imports a banned package or something inside it."""
    seen = set()
    for line, name in module.imports():
        for package in banned:
            if name == package or name.startswith(f"{package}."):
                seen.add((line, package))
    yield from (f"{module.name}:{line} imports {package}" for line, package in sorted(seen))


def events_draw_nothing(module: Module) -> Iterator[str]:
    """dashboard/events takes tables and returns tables."""
    if module.under("events"):
        own = ("dashboard.figures", "dashboard.handout", "dashboard.page")
        drawing = ("plotly", "pydeck", "matplotlib", "pptx", "docx", "streamlit")
        yield from _imports(module, *own, *drawing)


def figures_know_no_page(module: Module) -> Iterator[str]:
    """dashboard/figures takes tables and returns figures."""
    if module.under("figures"):
        yield from _imports(module, "streamlit", "dashboard.handout", "dashboard.page")


def figures_read_nothing(module: Module) -> Iterator[str]:
    """dashboard/figures opens no file and asks no clock, so equal tables give equal figures."""
    if not module.under("figures"):
        return
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        last = called.rpartition(".")[2]
        method = isinstance(node.func, ast.Attribute)
        if last in READS or (method and last in CLOCKS) or called == "time.time":
            yield f"{module.name}:{node.lineno} calls {called}()"


def handouts_know_no_page(module: Module) -> Iterator[str]:
    """dashboard/handout makes files from figures, for the page and for the command line."""
    if module.under("handout"):
        yield from _imports(module, "streamlit", "dashboard.page")


def streamlit_stays_in_the_page(module: Module) -> Iterator[str]:
    """Only dashboard/page and app.py know Streamlit."""
    if module.name != "app.py" and not module.under("page"):
        yield from _imports(module, "streamlit")


def no_network(module: Module) -> Iterator[str]:
    """Nothing in the project asks another computer."""
    yield from _imports(module, *NETWORK)


def no_unsafe_html(module: Module) -> Iterator[str]:
    """Records never become markup."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html":
            yield f"{module.name}:{node.value.lineno} uses unsafe_allow_html"


def says_what_it_is_for(module: Module) -> Iterator[str]:
    """Each file begins with a sentence."""
    if not ast.get_docstring(module.tree):
        yield f"{module.name} has no docstring"


def is_short(module: Module) -> Iterator[str]:
    """A file can be read in one sitting."""
    lines = len(module.source.splitlines())
    if lines > LONGEST:
        yield f"{module.name} has {lines} lines, more than {LONGEST}"


RULES: list[Rule] = [
    events_draw_nothing,
    figures_know_no_page,
    figures_read_nothing,
    handouts_know_no_page,
    streamlit_stays_in_the_page,
    no_network,
    no_unsafe_html,
    says_what_it_is_for,
    is_short,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_project(root: Path, rule: Rule) -> None:
    paths = [*sorted((root / "dashboard").rglob("*.py")), *root.glob("app.py")]
    modules = [Module(p.relative_to(root).as_posix(), p.read_text("utf-8")) for p in paths]
    faults = [fault for module in modules for fault in rule(module)]
    assert not faults, f"{rule.__doc__}\n" + "\n".join(faults)


@pytest.mark.parametrize(
    ("rule", "name", "source", "count"),
    [
        (events_draw_nothing, "dashboard/events/a.py", "import plotly.express as px", 1),
        (events_draw_nothing, "dashboard/events/a.py", "from ..figures import map", 1),
        (events_draw_nothing, "dashboard/events/a.py", "from .. import page", 1),
        (events_draw_nothing, "dashboard/events/a.py", "from . import dates\nimport pandas", 0),
        (events_draw_nothing, "dashboard/figures/a.py", "import plotly", 0),
        (figures_know_no_page, "dashboard/figures/a.py", "from dashboard import page", 1),
        (figures_know_no_page, "dashboard/figures/a.py", "def f():\n    import streamlit", 1),
        (figures_know_no_page, "dashboard/figures/a.py", "from ..handout import make", 1),
        (events_draw_nothing, "dashboard/events/a.py", "import matplotlib.figure", 1),
        (handouts_know_no_page, "dashboard/handout/a.py", "from ..page import cache", 1),
        (figures_read_nothing, "dashboard/figures/a.py", "open('x')\np.read_text()", 2),
        (figures_read_nothing, "dashboard/figures/a.py", "datetime.now()\ntime.time()", 2),
        (figures_read_nothing, "dashboard/figures/a.py", "today()\nfig.to_json()", 0),
        (streamlit_stays_in_the_page, "dashboard/__main__.py", "import streamlit as st", 1),
        (streamlit_stays_in_the_page, "app.py", "import streamlit as st", 0),
        (no_network, "dashboard/page/a.py", "from urllib import request, parse", 1),
        (no_network, "dashboard/page/a.py", "from urllib.parse import quote", 0),
        (no_unsafe_html, "app.py", "st.markdown(x, unsafe_allow_html=False)", 1),
        (says_what_it_is_for, "dashboard/__init__.py", "", 1),
        (is_short, "app.py", "x = 1\n" * 201, 1),
    ],
)
def test_rules_see_faults(rule: Rule, name: str, source: str, count: int) -> None:
    assert len(list(rule(Module(name, source)))) == count
