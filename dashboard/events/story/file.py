"""A story as a small file: JSON, the same bytes for the same story, read with all its faults."""

import json
from typing import Any

from ..faults import DataError, Fault
from ..filters import Filter
from .story import LONGEST_TITLE, MOST_STEPS, Story, plain_title

FORMAT = "story of dated records, 1"
LARGEST = 1 << 20  # bytes
_MEMBERS = ("format", "title", "dataset", "sha256", "filter", "steps")
# The names that a filter may have in an address, but for the marked record.
_NAMES = tuple(
    {"since": "from", "until": "to"}.get(name, name)
    for name in Filter.__dataclass_fields__
    if name != "event"
)


def write_story(story: Story) -> bytes:
    """The file of a story (UTF-8); equal stories give equal bytes."""
    told = {
        "format": FORMAT,
        "title": story.title,
        "dataset": story.dataset,
        "sha256": story.sha256,
        "filter": {name: list(story.query[name]) for name in _NAMES if story.query.get(name)},
        "steps": list(story.steps),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def read_story(content: bytes, name: str = "story.json") -> Story:
    """The story in a file. Whether a data set has its records is not asked: see `steps_of`.

    Raises DataError with all faults.
    """
    if len(content) > LARGEST:
        raise _error(name, "", f"{len(content)} bytes", f"a story has at most {LARGEST} bytes")
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _error(name, "", "the file", f"a story is JSON in UTF-8 ({error})") from error
    if not isinstance(told, dict):
        raise _error(name, "", type(told).__name__, "a story is a JSON object")
    faults = [Fault(name, 0, *fault) for fault in _faults(told)]
    if faults:
        raise DataError(faults)
    steps, query = tuple(told["steps"]), {k: tuple(v) for k, v in told["filter"].items()}
    return Story(told["title"], steps, told["dataset"], told["sha256"], query)


def _error(name: str, member: str, value: str, allowed: str) -> DataError:
    return DataError([Fault(name, 0, member, value, allowed)])


def _faults(told: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Member, what stands there, what is allowed: of everything that is wrong."""
    missing = [(m, "nothing", "every story has it") for m in _MEMBERS if m not in told]
    more = [(m, "a member", f"a story has only {', '.join(_MEMBERS)}")
            for m in told if m not in _MEMBERS]  # fmt: skip
    found = [*missing, *more]
    if told.get("format", FORMAT) != FORMAT:
        found.append(("format", _short(told["format"]), f"only {FORMAT!r} can be read"))
    for member in ("title", "dataset", "sha256"):
        text = told.get(member, "")
        if not isinstance(text, str) or text != plain_title(text):
            allowed = f"one line of at most {LONGEST_TITLE} printable characters"
            found.append((member, _short(text), allowed))
    return [*found, *_filter_faults(told.get("filter", {})), *_step_faults(told.get("steps", [""]))]


def _filter_faults(query: Any) -> list[tuple[str, str, str]]:
    if not isinstance(query, dict):
        return [("filter", _short(query), "an object of lists of text")]
    found = [(f"filter.{_short(name)}", "a name", f"a filter has only {', '.join(_NAMES)}")
             for name in query if name not in _NAMES]  # fmt: skip
    for name, values in query.items():
        if not isinstance(values, list) or not all(_is_plain(value) for value in values):
            found.append((f"filter.{_short(name)}", _short(values), "a list of plain text"))
    return found


def _step_faults(steps: Any) -> list[tuple[str, str, str]]:
    if not isinstance(steps, list) or not 0 < len(steps) <= MOST_STEPS:
        return [("steps", _short(steps), f"a list of 1 to {MOST_STEPS} ids of records")]
    if steps == [""]:  # the member is missing, which is said already
        return []
    found = [(f"steps[{i}]", _short(step), "the id of a record, as text")
             for i, step in enumerate(steps) if not _is_plain(step) or not step]  # fmt: skip
    texts = [step for step in steps if isinstance(step, str)]
    twice = [step for step in dict.fromkeys(texts) if texts.count(step) > 1]
    return [*found, *(("steps", _short(step), "each record is a step once") for step in twice)]


def _is_plain(value: Any) -> bool:
    return isinstance(value, str) and value.isprintable()


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else type(value).__name__
    return "".join(c if c.isprintable() else "?" for c in text[:80])
