"""The files in deploy/, read: container and compose files, settings, nginx, the systemd unit."""

import re
import shlex
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
SSO = (DEPLOY / "sso.conf").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
WITH_SSO = yaml.safe_load((DEPLOY / "compose.sso.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = {**COMPOSE["services"], "sso": WITH_SSO["services"]["sso"]}
PORT, HEALTH = 8501, "/_stcore/health"


def instructions() -> list[tuple[str, str]]:
    """The container file: each instruction with its text, continued lines joined."""
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [(w, r) for w, _, r in (line.partition(" ") for line in joined.splitlines() if line)]


def unit() -> dict[str, list[str]]:
    """The systemd unit: each setting with its values, in order."""
    found: dict[str, list[str]] = {}
    for line in (DEPLOY / "conflict-dashboard.service").read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def environment() -> dict[str, str]:
    """The settings for the server, with those that stand behind a `#` as an example."""
    text = (DEPLOY / "dashboard.env").read_text(encoding="utf-8")
    return dict(re.findall(r"^(?:# )?([A-Z_]+)=(.*)$", text, re.MULTILINE))


def image_environment() -> dict[str, str]:
    sets = next(rest for word, rest in instructions() if word == "ENV")
    return dict(pair.split("=", 1) for pair in shlex.split(sets))
