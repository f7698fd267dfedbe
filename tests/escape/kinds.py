"""The type of an expression by its annotations, as far as the project states it: text or class."""

import ast

from tests.escape.code import Code, Scope, Source, assigned

NUMBERS = {"int", "float", "bool", "date", "datetime"}  # their text holds nothing that is markup


def type_of(node: ast.AST, scope: Scope, code: Code, depth: int = 0) -> tuple[Source, str] | None:
    """The file in which the type is named, and its name; None if nothing states it."""
    if depth > 6:
        return None
    if isinstance(node, ast.Name):
        return _of_name(node.id, scope, code, depth)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
        return _of_call(node.func, scope, code, depth)
    if isinstance(node, ast.Attribute):
        owner = type_of(node.value, scope, code, depth + 1)
        found = member(owner, node.attr, code) if owner else None
        return _stated(found[0], found[1]) if found else None
    return None


def _of_name(name: str, scope: Scope, code: Code, depth: int) -> tuple[Source, str] | None:
    source, functions = scope
    for at, function in enumerate(functions):
        spec = function.args
        for arg in [*spec.posonlyargs, *spec.args, *spec.kwonlyargs]:
            if arg.arg == name:
                return _annotated(source, arg.annotation)
        for node in ast.walk(function):
            for bound, value in assigned(node):
                if bound == name and not isinstance(node, ast.For | ast.comprehension):
                    return type_of(value, (source, functions[at:]), code, depth + 1)
    return None


def _of_call(func: ast.AST, scope: Scope, code: Code, depth: int) -> tuple[Source, str] | None:
    if isinstance(func, ast.Name):
        found = code.find(func.id, scope[0])
        if found and isinstance(found[1], ast.ClassDef):
            return found[0], found[1].name
    elif isinstance(func, ast.Attribute):
        owner = type_of(func.value, scope, code, depth + 1)
        found = member(owner, func.attr, code) if owner else None
    return _stated(*found) if found else None


def member(owner: tuple[Source, str], name: str, code: Code) -> tuple[Source, ast.AST] | None:
    """The field, property or method of a class of the project that has this name."""
    found = code.find(owner[1], owner[0])
    if not found or not isinstance(found[1], ast.ClassDef):
        return None
    for node in found[1].body:
        target = getattr(node, "target", None)
        if getattr(node, "name", getattr(target, "id", "")) == name:
            return found[0], node
    return None


def _stated(source: Source, node: ast.AST) -> tuple[Source, str] | None:
    """The type of what a function gives, or of a field."""
    return _annotated(source, getattr(node, "returns", None) or getattr(node, "annotation", None))


def _annotated(source: Source, note: ast.expr | None) -> tuple[Source, str] | None:
    if isinstance(note, ast.BinOp):  # `X | None`
        note = note.left
    if isinstance(note, ast.Constant) and isinstance(note.value, str):
        return source, note.value
    return (source, note.id) if isinstance(note, ast.Name) else None
