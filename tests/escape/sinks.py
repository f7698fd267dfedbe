"""Where text becomes Markdown or HTML on the page, by the names of Streamlit's functions."""

import ast
from collections.abc import Iterator

from tests.escape.code import Scope, Source, last
from tests.escape.flow import STATES, Flow

# Their first argument is Markdown (Streamlit 1.67): bodies of texts, labels of widgets.
BODY = {"markdown", "caption", "write", "title", "header", "subheader", "badge", "info", "warning",
        "error", "success", "toast", "exception", "metric", "table", "spinner", "status", "tabs",
        "expander", "popover", "dialog", "button", "download_button", "form_submit_button",
        "link_button", "page_link", "checkbox", "toggle", "radio", "selectbox", "multiselect",
        "slider", "select_slider", "segmented_control", "pills", "text_input", "text_area",
        "number_input", "date_input", "time_input", "datetime_input", "file_uploader",
        "camera_input", "audio_input", "color_picker", "feedback", "data_editor"}  # fmt: skip
OPTIONS = {"radio", "segmented_control", "pills"}  # lists (selectbox, multiselect) show plain text
KEYWORDS = {"help", "label", "body", "caption", "captions", "delta", "value_text"}


def markdown_faults(flow: Flow, source: Source) -> Iterator[str]:
    """The places in a file where something of the data may reach Markdown unescaped."""
    for node in ast.walk(source.tree):
        scope = (source, source.around.get(node, ()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            for what, value in _texts(node):
                if not flow.safe(value, scope):
                    yield f"{source.name}:{value.lineno} {what} {ast.unparse(value)}"
            yield from _options(flow, node, scope)
        elif isinstance(node, ast.Assign):
            kept = [t for t in node.targets if isinstance(t, ast.Attribute) and t.attr in STATES]
            if kept and not flow.safe(node.value, scope):
                yield f"{source.name}:{node.lineno} kept {ast.unparse(node.value)}"


def _texts(call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    name = last(call.func)
    own = ast.unparse(call.func)
    drawn = name in BODY and (own.startswith("st.") or name not in ("write", "title"))
    if not drawn and name not in ("progress",) and not own.startswith("st.column_config"):
        return
    if drawn and call.args:
        yield name, call.args[0]
    if name == "progress" and len(call.args) > 1:
        yield name, call.args[1]
    for keyword in call.keywords:
        if keyword.arg in KEYWORDS or (name == "progress" and keyword.arg == "text"):
            yield f"{name}({keyword.arg})", keyword.value


def html_faults(flow: Flow, source: Source) -> Iterator[str]:
    """The places in a file where HTML is made of anything but templates and constants."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        markup = node.args[:1] if node.func.attr == "html" else []
        if node.func.attr == "component":
            markup = [k.value for k in node.keywords if k.arg in ("html", "js", "css")]
        for value in markup:
            if not flow.safe(value, (source, source.around.get(node, ()))):
                yield f"{source.name}:{value.lineno} {ast.unparse(value)}"


def _options(flow: Flow, call: ast.Call, scope: Scope) -> Iterator[str]:
    """Choices whose names are drawn as Markdown: what `format_func` makes of them, or they."""
    name = last(call.func)
    if name not in OPTIONS:
        return
    shown = next((k.value for k in call.keywords if k.arg == "format_func"), None)
    options = next((k.value for k in call.keywords if k.arg == "options"), None)
    options = call.args[1] if options is None and len(call.args) > 1 else options
    if not (_made(flow, shown, scope) if shown else flow.safe(options, scope)):
        yield f"{scope[0].name}:{call.lineno} {name} {ast.unparse(shown or options or call)}"


def _made(flow: Flow, shown: ast.expr, scope: Scope) -> bool:
    """Whether all that a `format_func` makes is safe."""
    if isinstance(shown, ast.Lambda):
        return flow.gives(scope[0], shown)
    if isinstance(shown, ast.Attribute):  # WORDS.__getitem__
        return shown.attr in ("__getitem__", "get") and flow.safe(shown.value, scope)
    found = flow.code.inner(last(shown), scope) or flow.code.find(last(shown), scope[0])
    return last(shown) == "markdown_text" or bool(found and flow.gives(*found))
