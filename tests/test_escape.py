"""Nothing of the data reaches Markdown or HTML as it stands: held by reading the project's source.

Whatever the page hands to Streamlit as Markdown or HTML is followed back to constants, numbers or
the function that escapes (see `escape.flow`). What cannot be followed needs a reason below.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.escape.code import Code, Source
from tests.escape.flow import Flow
from tests.escape.sinks import html_faults, markdown_faults

MARKDOWN = {
    "say_day": "a day in figures and the name of a month",
    "dashboard/page/downloads.py:label": "constants: the labels of FORMATS and those of callers",
    "dashboard/page/edit/fields.py:about": "escaped in `draw_field`, which calls by another name",
}
HTML = {
    "read_text": "a file of `fragments`: the page reads no other so",
}
FORBIDDEN = ("unsafe_allow_html", "unsafe_allow_javascript", "unsafe_allow_scripts")
MADE = ("to_html", "html.Raw", "components.v1")
SCRIPT = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|srcdoc"
    r"|DOMParser|\beval\(|new Function|\bimport\(|set(?:Timeout|Interval)\(\s*[\"'`]"
    r"|setAttribute\(\s*[\"'`]on|\bfetch\(|XMLHttpRequest|WebSocket"
)
TEMPLATE = re.compile(
    r"\|\s*safe\b|autoescape|\bxmlattr\b|=\s*\{\{|\son\w+\s*=(?!=)|<script|javascript:|<iframe|<form"
)

Files = dict[str, str]
Rule = Callable[[Files], Iterator[str]]


def _pages(code: Code) -> list[Source]:
    return [s for name, s in code.sources.items() if name.startswith(("dashboard/page/", "app."))]


def markdown_is_escaped(files: Files) -> Iterator[str]:
    """Text of the data passes through `markdown_text` on its way into Markdown."""
    code = _code(files)
    flow = Flow(code, frozenset({"markdown_text"}), MARKDOWN)
    for source in _pages(code):
        yield from markdown_faults(flow, source)


def html_is_rendered(files: Files) -> Iterator[str]:
    """Text of the data passes through a template, which escapes it, on its way into HTML."""
    code = _code(files)
    flow = Flow(code, frozenset({"render"}), HTML)
    for source in _pages(code):
        yield from html_faults(flow, source)


def nothing_unsafe(files: Files) -> Iterator[str]:
    """No switch that lets markup through, and no page that a library makes of data."""
    for source in _code(files).sources.values():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.keyword) and node.arg in FORBIDDEN:
                yield f"{source.name}:{node.value.lineno} {node.arg}"
            elif isinstance(node, ast.keyword) and node.arg == "autoescape":
                if ast.unparse(node.value) != "True":
                    yield f"{source.name}:{node.value.lineno} autoescape is off"
            elif isinstance(node, ast.Attribute | ast.Name | ast.alias | ast.ImportFrom):
                name = ast.unparse(node)
                if name.endswith(MADE) or "components.v1" in name or name == "Markup":
                    yield f"{source.name}:{node.lineno} {name}"


def templates_escape(files: Files) -> Iterator[str]:
    """A template never takes a value as it is, nor puts one where it would be run."""
    for name, text in files.items():
        if name.endswith(".html"):
            yield from (f"{name}: {found}" for found in TEMPLATE.findall(text))


def scripts_make_no_markup(files: Files) -> Iterator[str]:
    """A script of the page puts text into the page as text, and asks nobody."""
    for name, text in files.items():
        if name.endswith(".js"):
            yield from (f"{name}: {found}" for found in SCRIPT.findall(text))


def _code(files: Files) -> Code:
    return Code.of({name: text for name, text in files.items() if name.endswith(".py")})


RULES: list[Rule] = [
    markdown_is_escaped,
    html_is_rendered,
    nothing_unsafe,
    templates_escape,
    scripts_make_no_markup,
]


@pytest.fixture(scope="module")
def files(root: Path) -> Files:
    found = [root / "app.py", *sorted((root / "dashboard").rglob("*"))]
    kinds = (".py", ".html", ".js")
    return {p.relative_to(root).as_posix(): p.read_text("utf-8") for p in found
            if p.suffix in kinds}  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_project(files: Files, rule: Rule) -> None:
    assert len(files) > 200
    faults = list(rule(files))
    assert not faults, f"{rule.__doc__}\n" + "\n".join(faults)


PLANTED = {
    markdown_is_escaped: [
        "st.write(row['title'])",
        "st.caption(f'{row.title} is new')",
        "st.markdown('**' + title + '**')",
        "st.button(event.title, key='a')",
        "st.text_input('Search', help=note)",
        "left.metric('Records', 3, delta=note)",
        "st.tabs([title, 'All'])",
        "bar.progress(0.5, step)",
        "for title in titles:\n    st.info(title)",
        "st.radio('Actor', ids, format_func=names.__getitem__)",
        "st.radio('Actor', names)",
        "st.segmented_control('Actor', ids, format_func=lambda i: names[i])",
        "def f(label):\n    st.checkbox(label)\nf(row.label)",
        "def say():\n    return row.title\nst.success(say())",
        "def draw(title):\n    def label(i):\n        return title\n    st.pills('A', [1],"
        " format_func=label)\ndraw(row.title)",
        "desk.told = f'Saved {title}'",
        "try:\n    work()\nexcept OSError as error:\n    st.error(str(error))",
        "st.warning(f'{title!r:>20}')",
        "st.caption('%s' % title)",
        "st.caption('{}'.format(title))",
        "st.subheader(', '.join(titles))",
        "st.column_config.TextColumn('Title', help=note)",
        "def f():\n    lines = []\n    lines.append(row.title)\n    st.info(' '.join(lines))",
        "def f():\n    told = {}\n    told['a'] = row.title\n    st.info(told['a'])",
        "st.expander((title or 'None'))",
    ],
    html_is_rendered: [
        "st.html(f'<p>{title}</p>')",
        "st.html(text)",
        "def card(r):\n    return '<b>' + r['title']\nst.html(card(row))",
        "left.html(markdown_text(title))",
        "st.components.v2.component('a', html=f'<p>{title}</p>')",
    ],
    nothing_unsafe: [
        "st.markdown(text, unsafe_allow_html=True)",
        "st.html(text, unsafe_allow_javascript=True)",
        "import streamlit.components.v1 as components",
        "st.components.v1.html(text)",
        "deck.to_html()",
        "from markupsafe import Markup\nMarkup(text)",
        "Environment(autoescape=False)",
    ],
    templates_escape: [
        "{{ title|safe }}",
        "{% autoescape false %}",
        "<a href={{ url }}>",
        '<b onclick="{{ title }}">',
        "<script>x</script>",
    ],
    scripts_make_no_markup: [
        "a.innerHTML = data.title",
        "a.insertAdjacentHTML('beforeend', title)",
        "document.write(title)",
        "eval(data.code)",
        "new Function(data.code)",
        "a.setAttribute('onclick', x)",
        "fetch(data.url)",
    ],
}
HARMLESS = """
WORDS = {"a": "One", "b": "Two"}
def say(count: int) -> str:
    return f"{count} records" if count else "None"
def draw(rows, name: str = "Name"):
    st.caption(f"{say(len(rows))}, {rows.total:,} in all, {markdown_text(rows.title)}")
    st.radio("Kind", list(WORDS), format_func=WORDS.__getitem__, help=name)
    st.selectbox("Actor", rows, format_func=rows.name)
    st.html(render("card.html", title=rows.title))
    for label, count in (("Events", 3), ("Claims", 4)):
        st.button(f"{label}: {count}")
    st.html(FOLDER / "page.css")
    st.text(rows.title)
draw(found)
"""


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, texts in PLANTED.items() for text in texts]
)
def test_a_planted_fault_is_found(rule: Rule, text: str) -> None:
    kind = {templates_escape: "html", scripts_make_no_markup: "js"}.get(rule, "py")
    assert list(rule({f"dashboard/page/planted.{kind}": text}))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_what_is_escaped_is_no_fault(rule: Rule) -> None:
    assert list(rule({"dashboard/page/harmless.py": HARMLESS})) == []


def test_the_reasons_are_still_needed(files: Files) -> None:
    """An exception that nothing needs is taken out of the lists above."""
    code = _code(files)
    for known, faults in ((MARKDOWN, markdown_faults), (HTML, html_faults)):
        escapes = frozenset({"markdown_text"} if faults is markdown_faults else {"render"})
        for name in known:
            rest = {other: why for other, why in known.items() if other != name}
            flow = Flow(code, escapes, rest)
            assert any(any(faults(flow, source)) for source in _pages(code)), f"{name}: not needed"
