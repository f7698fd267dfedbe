"""The project's source as trees: where a name is defined, what a class holds, who calls what."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Named = ast.FunctionDef | ast.AsyncFunctionDef
Function = Named | ast.Lambda
GROWS = {"append", "extend", "insert", "add", "update", "setdefault"}  # what they take is in it
# A file, and the functions around a node in it, the inner ones first.
Scope = tuple["Source", tuple[Function, ...]]


@dataclass(eq=False)
class Source:
    """A Python file: `name` is its path below the root; `around` holds the functions around each
    node, `called` the calls by the last part of their name."""

    name: str
    tree: ast.Module
    around: dict[ast.AST, tuple[Function, ...]] = field(default_factory=dict)
    called: dict[str, list[ast.Call]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._walk(self.tree, ())

    def _walk(self, node: ast.AST, functions: tuple[Function, ...]) -> None:
        for child in ast.iter_child_nodes(node):
            self.around[child] = functions
            if isinstance(child, ast.Call):
                self.called.setdefault(last(child.func), []).append(child)
            self._walk(child, (child, *functions) if isinstance(child, Function) else functions)

    def named(self, name: str) -> ast.AST | None:
        """The function, class, import or assignment at the top of the file that makes a name."""
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name:
                return node
            if isinstance(node, ast.ImportFrom):
                if any((alias.asname or alias.name) == name for alias in node.names):
                    return node
            elif name in {target for target, _ in assigned(node)}:
                return node
        return None


@dataclass(eq=False)
class Code:
    """All files of the project."""

    sources: dict[str, Source]

    @classmethod
    def read(cls, root: Path) -> "Code":
        paths = [*sorted((root / "dashboard").rglob("*.py")), *root.glob("app.py")]
        return cls.of({p.relative_to(root).as_posix(): p.read_text("utf-8") for p in paths})

    @classmethod
    def of(cls, texts: dict[str, str]) -> "Code":
        """From the text of each file by its path."""
        return cls({name: Source(name, ast.parse(text, name)) for name, text in texts.items()})

    def find(self, name: str, source: Source) -> tuple[Source, ast.AST] | None:
        """Where a name used in a file is defined; follows imports through the project."""
        node = source.named(name)
        if not isinstance(node, ast.ImportFrom):
            return (source, node) if node else None
        alias = next(a for a in node.names if (a.asname or a.name) == name)
        there = self._file(source, node)
        return self.find(alias.name, there) if there else None

    def _file(self, source: Source, node: ast.ImportFrom) -> Source | None:
        path = self._path(source, node)
        return self.sources.get(f"{path}.py") or self.sources.get(f"{path}/__init__.py")

    def _path(self, source: Source, node: ast.ImportFrom) -> str:
        above = source.name.split("/")[: -node.level] if node.level else []
        return "/".join([*above, *(node.module or "").split(".")]).rstrip("/")

    def inner(self, name: str, scope: Scope) -> tuple[Source, ast.AST] | None:
        """The function of this name that is defined inside one of those around a place."""
        source, functions = scope
        for at in range(len(functions)):
            for node in ast.walk(functions[at]):
                if getattr(node, "name", "") == name and source.around[node] == functions[at:]:
                    return source, node
        return None

    def calls(self, function: Named, source: Source) -> Iterator[tuple[Source, ast.Call]]:
        """The calls of a function; those of one inside another, or private, in its own file."""
        own = bool(source.around[function]) or function.name.startswith("_")
        for there in [source] if own else self.sources.values():
            for call in there.called.get(function.name, ()):
                if own or self._is_of(call.func, function, source, there):
                    yield there, call

    def _is_of(self, called: ast.expr, function: Named, source: Source, there: Source) -> bool:
        """Whether `a.b` or `b` may be the function; a method of an unknown object may."""
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            node = there.named(called.value.id)
            return not isinstance(node, ast.ImportFrom) or self._module(node, there) is source
        found = self.find(function.name, there)
        return isinstance(called, ast.Attribute) or bool(found and found[1] is function)

    def _module(self, node: ast.ImportFrom, source: Source) -> Source | None:
        """The file that `from package import module` brings in."""
        path = self._path(source, node)
        names = [f"{path}/{alias.name}.py" for alias in node.names]
        return next((self.sources[name] for name in names if name in self.sources), None)


def last(node: ast.AST) -> str:
    """The last part of a dotted name: "b" of `a.b`."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """The names that a node binds, each with the expression that its value is, or is part of."""
    pairs: list[tuple[ast.expr, ast.expr]] = []
    if isinstance(node, ast.Assign):
        pairs = [(target, node.value) for target in node.targets]
    elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.NamedExpr) and node.value:
        pairs = [(node.target, node.value)]
    elif isinstance(node, ast.For | ast.comprehension):
        pairs = [(node.target, node.iter)]
    elif isinstance(node, ast.With):
        pairs = [(i.optional_vars, i.context_expr) for i in node.items if i.optional_vars]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        pairs = [(node.func.value, a) for a in node.args if node.func.attr in GROWS]
    for target, value in pairs:
        yield from _bound(target, value)


def _bound(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Starred | ast.Subscript):
        yield from _bound(target.value, value)
    elif isinstance(target, ast.Tuple | ast.List):
        same = isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(target.elts)
        parts = value.elts if same and isinstance(value, ast.Tuple | ast.List) else None
        for number, part in enumerate(target.elts):
            yield from _bound(part, parts[number] if parts else value)
