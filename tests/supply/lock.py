"""Reads a lock file of `uv pip compile --generate-hashes`: each package with its hashes."""

from dataclasses import dataclass, field
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


@dataclass
class Pin:
    """One package of a lock: the requirement as it stands, its `hashes` ("sha256:...") and the
    packages that need it (`needed_by`, normal names; the project's own name for a direct one)."""

    requirement: Requirement
    hashes: list[str] = field(default_factory=list)
    needed_by: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        """The version after `==`, or "" if the package is not pinned to one."""
        parts = list(self.requirement.specifier)
        one = len(parts) == 1 and parts[0].operator == "==" and "*" not in parts[0].version
        return parts[0].version if one else ""


def read_lock(path: Path) -> list[Pin]:
    """The packages in the order of the file. Raises ValueError for a line that is not a package, a
    hash or a comment, such as an option (`-e`, `--index-url`), with file and line."""
    pins: list[Pin] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip().removesuffix("\\").strip()
        if not text:
            continue
        if text.startswith("--hash=") and pins:
            pins[-1].hashes.append(text.removeprefix("--hash="))
        elif text.startswith("#"):
            if pins and line.startswith(" "):
                pins[-1].needed_by += _needed_by(text)
        elif text.startswith("-") or line.startswith(" "):
            raise ValueError(f"{path.name}:{number}: neither a package nor a hash: {text}")
        else:
            pins.append(Pin(Requirement(text)))
    return pins


def _needed_by(comment: str) -> list[str]:
    """The package named in a comment below a pin (`# via streamlit`), or nothing."""
    text = comment.lstrip("# ").removeprefix("via").strip()
    if not text or text.startswith("-"):
        return []  # "via" alone, or a constraint: `-c requirements.txt`
    return [canonicalize_name(text.split()[0])]
