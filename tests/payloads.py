"""Texts with bad intentions, one for each way in which text has been taken for something else.

A script that runs sets `window.__pwned`; what is asked of another computer is asked of `evil.test`.
"""

from collections.abc import Iterator

RUN = "window.__pwned=1"
FAR = "https://evil.test"

PAYLOADS = (
    # Elements that run a script
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</title></textarea><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<script src={FAR}/a.js></script>",
    f"<img src=x onerror={RUN}>",
    f"<IMG SRC=x OnErRoR={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mi xlink:href=javascript:{RUN}>x</mi></math>",
    "<iframe srcdoc='<script>parent.__pwned=1</script>'>",
    f"<iframe src=javascript:{RUN}></iframe>",
    f"<object data=javascript:{RUN}>",
    f"<embed src=javascript:{RUN}>",
    f"<details open ontoggle={RUN}>x",
    f"<input autofocus onfocus={RUN}>",
    f"<body onpageshow={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<a href=javascript:{RUN}>link</a>",
    f"<form action=javascript:{RUN}><button>x",
    f"<template><img src=x onerror={RUN}></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    # Out of an attribute, a style, a script
    f'" onmouseover="{RUN}" x="',
    f"' onmouseover='{RUN}' x='",
    f'"><img src=x onerror={RUN}>',
    f"'-({RUN})-'",
    f"\\u003cimg src=x onerror={RUN}\\u003e",
    f"&lt;img src=x onerror={RUN}&gt;",
    f"&#60;img src=x onerror={RUN}&#62;",
    f"red;background:url({FAR}/a.png)",
    f"}} body {{ background: url({FAR}/b.png) }}",
    f"<style>@import '{FAR}/c.css'</style>",
    f"<link rel=stylesheet href={FAR}/d.css>",
    f"<meta http-equiv=refresh content='0;url={FAR}'>",
    f"<base href={FAR}/>",
    f"<img src={FAR}/e.png>",
    # Templates and formats
    "{{ 7*7 }} {% raw %}",
    "{{ ''.__class__.__mro__ }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "{title} %{x} %(a)s %s {0}",
    # Markdown
    f"![p]({FAR}/f.png)",
    f"[link](javascript:{RUN})",
    "[link](data:text/html,x)",
    f"[ref]: {FAR}/g",
    f"<{FAR}/h>",
    f"{FAR}/i www.evil.test a@evil.test",
    "# Heading",
    "- item\n- item",
    "| a | b |\n|---|---|\n| c | d |",
    "**bold** _it_ ~~gone~~ `code`",
    "```\ncode\n```",
    ":red[red] :material/home: :smile: :blue-badge[b]",
    f"$\\href{{javascript:{RUN}}}{{x}}$",
    "$$\\frac{1$$ \\(x\\)",
    # What Plotly reads
    f"<a href='{FAR}/j'>link</a>",
    f"<a href='javascript:{RUN}'>link</a><br><b>b",
    "<span style='font-size:99px;color:red'>big</span>",
    # Formulas
    '=HYPERLINK("' + FAR + '","x")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\uff1d1+1",
    # Letters that turn, hide or end text
    "\u202eright to left\u202c",
    "\u200b\u200fhidden\ufeff",
    "Zalgo e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308",
    "\x1b[31mred\x07",
    "C:\\path\\n \\ ' \" ; -- DROP TABLE",
    "../../etc/passwd",
    "long" * 60,
)
# Columns that hold text as somebody typed it; ids, dates and allowed values cannot hold this.
FIELDS = {
    "events": ("title", "summary", "note"),
    "claims": ("statement",),
    "actors": ("name",),
    "places": ("label", "name_az", "name_hy", "note"),
    "sources": ("publisher", "title", "locator", "affiliation"),
    "categories": ("label", "definition"),
    "sides": ("label",),
    "periods": ("label",),
}
TITLE = 60  # characters of a title that the check lets pass

Rows = dict[str, list[dict[str, str]]]


def hostile(rows: Rows, valid: bool) -> Rows:
    """The rows with payloads in all their texts: in each column, every payload in some row.

    Where the table has fewer rows than there are payloads, each cell holds several. If `valid`,
    the check finds no fault in them: titles are short, and addresses are of the web.
    """
    made = dict(rows)
    for table, columns in FIELDS.items():
        shared = {name: _shares(len(rows[table]), turn) for turn, name in enumerate(columns)}
        made[table] = [
            {**row, **{name: f"{shared[name][at]} {at}" for name in columns}}
            for at, row in enumerate(rows[table])
        ]
    if valid:
        short = [p for p in PAYLOADS if len(p) < TITLE - 3 and "\n" not in p]
        for at, row in enumerate(made["events"]):
            row["title"] = f"{short[at % len(short)]} {at}"
    for at, row in enumerate(made["sources"]):
        row["url"] = _address(at, valid)
    return made


def _shares(rows: int, turn: int) -> list[str]:
    """A text for each row; together they hold every payload, begun at another one each turn."""
    each = -(-len(PAYLOADS) // rows)
    order = PAYLOADS[turn * 7 :] + PAYLOADS[: turn * 7]
    return [" ".join(order[(at * each + k) % len(order)] for k in range(each))
            for at in range(rows)]  # fmt: skip


def _address(at: int, valid: bool) -> str:
    web = (f"{FAR}/?a=\"onmouseover='{RUN}'", f"{FAR}/'><svg/onload={RUN}>", f"{FAR}/)![x]({FAR}/k")
    bad = (f"javascript:{RUN}", "data:text/html,<script>1</script>", f" JaVaScRiPt:{RUN}",
           "vbscript:x", f"java\tscript:{RUN}", "//evil.test/x", "file:///etc/passwd",
           "blob:null/1", "")  # fmt: skip
    choices = web if valid else web + bad
    return choices[at % len(choices)]


def pairs() -> Iterator[tuple[str, str]]:
    """The table and the name of each column of text."""
    for table, columns in FIELDS.items():
        yield from ((table, column) for column in columns)
