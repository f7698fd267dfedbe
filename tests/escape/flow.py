"""Whether a text can hold anything of the data: followed backwards to constants, numbers, or the
one function that escapes. What cannot be followed counts as data."""

import ast
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.escape.code import Code, Function, Named, Scope, Source, assigned, last
from tests.escape.kinds import NUMBERS, member, type_of

COUNTS = {"len", "sum", "round", "int", "float", "abs", "isoformat", "strftime", "index"}
KEEPS = {"str", "list", "tuple", "sorted", "dict", "next", "iter", "max", "min", "enumerate",
         "zip", "reversed", "fromkeys", "replace", "lower", "upper", "capitalize", "title",
         "strip", "rstrip", "lstrip", "join", "items", "keys", "values", "get", "format",
         "split"}  # fmt: skip
STATES = {"told", "notice"}  # fields of a page's desk that hold Markdown: see `test_escape`


@dataclass
class Flow:
    """`escapes` are the functions that make text safe; `known` those whose text is, though this
    cannot follow it, by name (or "file:parameter"), each with the reason."""

    code: Code
    escapes: frozenset[str]
    known: dict[str, str] = field(default_factory=dict)
    _now: set[tuple[ast.AST, int]] = field(default_factory=set)

    def safe(self, node: ast.AST | None, scope: Scope) -> bool:
        """Whether nothing of the data reaches the value unescaped."""
        if node is None or isinstance(node, ast.Constant | ast.Compare):
            return True
        mark = (node, id(scope[1][0]) if scope[1] else 0)
        if mark in self._now:
            return True  # a loop: the other ways into it decide
        self._now.add(mark)
        try:
            way: Callable[..., bool] | None = getattr(self, f"_{type(node).__name__.lower()}", None)
            return self._is_number(node, scope) or (way is not None and way(node, scope))
        finally:
            self._now.discard(mark)

    def _is_number(self, node: ast.AST, scope: Scope) -> bool:
        stated = type_of(node, scope, self.code)
        return bool(stated and stated[1] in NUMBERS)

    def _all(self, nodes: list[ast.expr], scope: Scope) -> bool:
        return all(self.safe(node, scope) for node in nodes)

    def _joinedstr(self, node: ast.JoinedStr, scope: Scope) -> bool:
        return self._all(node.values, scope)

    def _formattedvalue(self, node: ast.FormattedValue, scope: Scope) -> bool:
        spec = ast.unparse(node.format_spec)[2:-1] if node.format_spec else ""
        return spec.endswith((",", "d", "f", "g", "e", "%")) or self.safe(node.value, scope)

    def _ifexp(self, node: ast.IfExp, scope: Scope) -> bool:
        return self._all([node.body, node.orelse], scope)

    def _boolop(self, node: ast.BoolOp, scope: Scope) -> bool:
        return self._all(node.values, scope)

    def _unaryop(self, node: ast.UnaryOp, scope: Scope) -> bool:
        return True  # a number or a truth value

    def _binop(self, node: ast.BinOp, scope: Scope) -> bool:
        if isinstance(node.op, ast.Add | ast.Mult | ast.Mod | ast.BitOr):
            return self._all([node.left, node.right], scope)
        return True  # a number

    def _list(self, node: ast.List | ast.Tuple | ast.Set, scope: Scope) -> bool:
        return self._all(node.elts, scope)

    _tuple = _set = _list

    def _dict(self, node: ast.Dict, scope: Scope) -> bool:
        return self._all([*filter(None, node.keys), *node.values], scope)

    def _listcomp(self, node: ast.ListComp | ast.GeneratorExp | ast.SetComp, scope: Scope) -> bool:
        return self.safe(node.elt, scope)

    _generatorexp = _setcomp = _listcomp

    def _dictcomp(self, node: ast.DictComp, scope: Scope) -> bool:
        return self._all([node.key, node.value], scope)

    def _starred(self, node: ast.Starred | ast.NamedExpr | ast.Subscript, scope: Scope) -> bool:
        return self.safe(node.value, scope)

    _namedexpr = _subscript = _starred

    def _attribute(self, node: ast.Attribute, scope: Scope) -> bool:
        if node.attr in STATES:
            return True
        owner = type_of(node.value, scope, self.code)
        found = member(owner, node.attr, self.code) if owner else None
        return bool(found and isinstance(found[1], ast.FunctionDef)) and self.gives(*found)  # type: ignore[misc]

    def _call(self, node: ast.Call, scope: Scope) -> bool:
        name = last(node.func)
        if name in self.escapes | COUNTS or name in self.known:
            return True
        found = self.code.find(name, scope[0]) if isinstance(node.func, ast.Name) else None
        inner = self.code.inner(name, scope) if isinstance(node.func, ast.Name) else None
        if inner or (found and isinstance(found[1], ast.FunctionDef)):
            return self.gives(*(inner or found))
        if name == "map" and node.args and last(node.args[0]) in self.escapes:
            return True
        parts = [*node.args, *(k.value for k in node.keywords if k.arg not in ("key", "strict"))]
        if isinstance(node.func, ast.Attribute) and last(node.func.value) != "dict":
            parts.append(node.func.value)
        return name in KEEPS and self._all(parts, scope)

    def gives(self, source: Source, function: ast.AST) -> bool:
        """Whether all that a function returns is safe."""
        assert isinstance(function, Function)
        if isinstance(function, ast.Lambda):
            return self.safe(function.body, (source, (function, *source.around[function])))
        found = [n for n in ast.walk(function) if isinstance(n, ast.Return | ast.Yield)
                 and source.around[n][0] is function]  # fmt: skip
        return bool(found) and all(self.safe(n.value, (source, source.around[n])) for n in found)

    def _name(self, node: ast.Name, scope: Scope) -> bool:
        source, functions = scope
        for at, function in enumerate(functions):
            here = (source, functions[at:])
            values = [value for n in ast.walk(function) for name, value in assigned(n)
                      if name == node.id and function in source.around[n]]  # fmt: skip
            if values:
                return self._all(values, here)
            if any(arg.arg == node.id for arg in _arguments(function)):
                return self._passed(node.id, source, function)
        found = self.code.find(node.id, source)
        if not found or isinstance(found[1], ast.FunctionDef | ast.ClassDef):
            return False
        return self._all([v for n, v in assigned(found[1])], (found[0], ()))

    def _passed(self, name: str, source: Source, function: Function) -> bool:
        """Whether every caller in the project passes a safe value for a parameter."""
        if isinstance(function, ast.Lambda):
            return False
        if f"{source.name}:{name}" in self.known:
            return True
        calls = self.code.calls(function, source)
        given = [(s, _argument(call, name, function)) for s, call in calls]
        return bool(given) and all(
            self.safe(value, (s, s.around[value])) if value is not None
            else name in _defaults(function)
            and self.safe(_defaults(function)[name], (source, ()))
            for s, value in given
        )  # fmt: skip


def _arguments(function: Function) -> list[ast.arg]:
    spec = function.args
    return [*spec.posonlyargs, *spec.args, *spec.kwonlyargs]


def _argument(call: ast.Call, name: str, function: Named) -> ast.expr | None:
    """What a call passes for a parameter; None if it leaves the default."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    at = [a.arg for a in _arguments(function) if a.arg != "self"].index(name)
    starred = next((a for a in call.args if isinstance(a, ast.Starred)), None)
    return call.args[at] if at < len(call.args) else starred


def _defaults(function: Named) -> dict[str, ast.expr]:
    spec = function.args
    places = [arg.arg for arg in [*spec.posonlyargs, *spec.args]]
    pairs = dict(zip(places[::-1], spec.defaults[::-1], strict=False))
    return pairs | {a.arg: d for a, d in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if d}
