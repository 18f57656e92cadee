"""What a person reads comes from the translations: no text reaches a widget around them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from helpers import tree

# Where a text goes that is shown or read aloud: the places of such arguments.
SINKS: dict[str, tuple[int, ...]] = {
    "setText": (0,),
    "setToolTip": (0,),
    "setStatusTip": (0,),
    "setAccessibleName": (0,),
    "setAccessibleDescription": (0,),
    "setPlaceholderText": (0,),
    "setWindowTitle": (0,),
    "setTitle": (0,),
    "setPlainText": (0,),
    "addAction": (0, 1),
    "addMenu": (0,),
    "addItem": (0, 1),
    "addTab": (1,),
    "set_text": (0,),
    "tell": (0,),
    "label": (0,),
    "Answer": (1,),
    "Button": (0,),
    "Card": (0,),
    "Choices": (1,),
    "Elided": (0,),
    "IconButton": (1,),
    "QAction": (0,),
    "QCheckBox": (0,),
    "QLabel": (0,),
    "QPushButton": (0,),
    "QRadioButton": (0,),
}
# Their texts are sent to us, in our language.
FOR_DEVELOPERS = ("ui/cnet_ui/crash_report.py", "ui/cnet_ui/diagnostics.py")
# Of products; the same in every language.
NAMES = {"CNET Console", "Swagger UI", "Inter, JetBrains Mono, Lucide"}
TRANSLATORS = {"tr", "translate"}
WORD = re.compile(r"[A-Za-z]{2,}")
CODE = re.compile(r"[=|\\]|::|^/")  # types, patterns, paths, settings
SENTENCE = re.compile(r"[A-Z][a-z]+,? \S|.*[a-z]…$")  # reads as words for people


def test_no_text_reaches_a_widget_untranslated() -> None:
    found = [
        f"{tree.name(path)}:{node.lineno} {ast.unparse(node)}"
        for path in tree.sources("ui")
        for call in _calls(path)
        for place in SINKS.get(_called(call), ())
        if place < len(call.args)
        for node in _pieces(call.args[place])
    ]
    assert found == []


def test_no_sentence_lies_about_untranslated() -> None:
    """Texts reach widgets through tables and functions of ours as well."""
    found = []
    for path in tree.sources("ui"):
        if tree.name(path) in FOR_DEVELOPERS:
            continue
        whole = ast.parse(path.read_text(encoding="utf-8"))
        fine = {id(node) for node in _not_for_people(whole)}
        found += [
            f"{tree.name(path)}:{node.lineno} {node.value!r}"
            for node in ast.walk(whole)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in fine
            and not _is_code(node.value)
            and SENTENCE.match(node.value)
        ]
    assert found == []


def _is_code(text: str) -> bool:
    return text in NAMES or bool(CODE.search(text))


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _pieces(node: ast.expr) -> Iterator[ast.expr]:
    """Yield the literal words in an expression that makes a text."""
    match node:
        case ast.Constant(value=str(text)):
            if WORD.search(text) and not _is_code(text):
                yield node
        case ast.JoinedStr(values=parts):
            for part in parts:
                if isinstance(part, ast.Constant):
                    yield from _pieces(part)
        case ast.BinOp(left=left, right=right):
            yield from _pieces(left)
            yield from _pieces(right)
        case ast.IfExp(body=body, orelse=other):
            yield from _pieces(body)
            yield from _pieces(other)


def _not_for_people(whole: ast.Module) -> Iterator[ast.AST]:
    """Yield what is within translations, docstrings, errors of ours, the log and font names."""
    for node in ast.walk(whole):
        match node:
            case ast.Call() if _called(node) in TRANSLATORS:
                yield from ast.walk(node)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="logger"))):
                yield from ast.walk(node)
            case ast.Raise() | ast.Assert():
                yield from ast.walk(node)
            case ast.Expr(value=ast.Constant()):  # docstrings
                yield node.value
            case ast.Assign(targets=[ast.Name(id=name)]) if "FONT" in name:
                yield from ast.walk(node)


def test_no_text_is_kept_from_before_the_language_was_chosen() -> None:
    """What a module or a cache holds is in the language of the moment it was made in."""
    found = []
    for path in tree.sources("ui", "app"):
        whole = ast.parse(path.read_text(encoding="utf-8"))
        calls = {id(call): call for call in _translations(whole)}
        functions = [node for node in ast.walk(whole) if isinstance(node, _FUNCTIONS)]
        fresh = {
            id(call)
            for function in functions
            if not any("cache" in ast.unparse(each) for each in _decorators(function))
            for part in _body(function)
            for call in _translations(part)
        }
        found += [f"{tree.name(path)}:{calls[key].lineno}" for key in calls.keys() - fresh]
    assert found == []


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def _translations(whole: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(whole):
        if isinstance(node, ast.Call) and _called(node) in TRANSLATORS:
            yield node


def _decorators(function: ast.AST) -> list[ast.expr]:
    return getattr(function, "decorator_list", [])


def _body(function: ast.AST) -> list[ast.AST]:
    body = getattr(function, "body", [])
    return body if isinstance(body, list) else [body]


def test_months_and_weekdays_are_those_of_the_language() -> None:
    """``strftime`` names them in the language of the process."""
    forms = re.compile(r"%[aAbBcpxX]")
    found = [
        f"{tree.name(path)}:{node.lineno} {node.value!r}"
        for path in tree.sources("ui")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and forms.search(node.value)
    ]
    assert found == []
