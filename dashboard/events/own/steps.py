"""What can be undone and done again, read from the versions alone."""

from collections.abc import Sequence

from .model import Version


def standing(versions: Sequence[Version]) -> tuple[list[Version], list[tuple[Version, Version]]]:
    """The edits that count, in their order, and those taken back, each with the version that took
    it back; the last one of either is next to be undone or done again. An edit ends what could be
    done again."""
    done: list[Version] = []
    undone: list[tuple[Version, Version]] = []
    for version in versions:
        if not version.undoes:
            done.append(version)
            undone.clear()
        elif done and version.undoes == done[-1].number:
            undone.append((done.pop(), version))
        elif undone and version.undoes == undone[-1][1].number:
            done.append(undone.pop()[0])
    return done, undone


def next_undo(versions: Sequence[Version]) -> Version | None:
    """The edit that would be undone; the beginning cannot be."""
    done, _ = standing(versions)
    return done[-1] if len(done) > 1 else None


def next_redo(versions: Sequence[Version]) -> Version | None:
    """The edit that would be done again."""
    _, undone = standing(versions)
    return undone[-1][0] if undone else None
