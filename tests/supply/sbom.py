"""Writes what the server is made of as CycloneDX 1.6: `python -m tests.supply.sbom > sbom.json`.

Every package of requirements.txt with version, purl, hashes of all its files and what needs it, and
the fonts that are served with the page. Equal input gives equal bytes; SOURCE_DATE_EPOCH sets the
time.
"""

import hashlib
import json
import os
import sys
import tomllib
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .lock import ROOT, Pin, read_lock

FONTS = ROOT / "dashboard" / "page" / "static" / "fonts"
Part = dict[str, Any]


def bill(lock: Path = ROOT / "requirements.txt", fonts: Path = FONTS) -> Part:
    """The bill of materials, without its time."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = read_lock(lock)
    parts = [_package(pin) for pin in pins] + [
        _font(path) for path in sorted(fonts.glob("*.woff2"))
    ]
    body: Part = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{"phase": "pre-build"}],
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": project["version"],
                "description": project["description"],
            },
        },
        "components": parts,
        "dependencies": _needs(project["name"], pins, parts),
    }
    body["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(body, sort_keys=True)).urn
    return body


def _purl(pin: Pin) -> str:
    return f"pkg:pypi/{pin.name}@{pin.version.replace('+', '%2B')}"


def _package(pin: Pin) -> Part:
    part: Part = {
        "type": "library",
        "bom-ref": _purl(pin),
        "name": pin.name,
        "version": pin.version,
        "purl": _purl(pin),
        # One package is many files, one for each system: the lock takes any of them.
        "externalReferences": [
            {
                "type": "distribution",
                "url": f"https://pypi.org/project/{pin.name}/{pin.version}/#files",
                "hashes": [
                    {"alg": "SHA-256", "content": given.partition(":")[2]} for given in pin.hashes
                ],
            }
        ],
    }
    if pin.requirement.marker:
        part["properties"] = [{"name": "pip:marker", "value": str(pin.requirement.marker)}]
    return part


def _font(path: Path) -> Part:
    return {
        "type": "file",
        "bom-ref": f"file:{path.name}",
        "name": path.name,
        "licenses": [{"license": {"id": "OFL-1.1"}}],
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
    }


def _needs(project: str, pins: Iterable[Pin], parts: list[Part]) -> list[Part]:
    """What needs what. What is locked twice, for two versions of Python, is there twice."""
    needs: dict[str, list[str]] = {project: [p["bom-ref"] for p in parts if p["type"] == "file"]}
    refs: dict[str, list[str]] = {project: [project]}
    for part in parts:
        needs[part["bom-ref"]] = []
        refs.setdefault(part["name"], []).append(part["bom-ref"])
    for pin in pins:
        for user in pin.needed_by:
            for ref in refs.get(user, []):
                needs[ref].append(_purl(pin))
    return [{"ref": ref, "dependsOn": sorted(set(of))} for ref, of in needs.items()]


def main() -> None:
    """Write the bill to standard output, with the time it was made."""
    body = bill()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    at = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    body["metadata"]["timestamp"] = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    json.dump(body, sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
