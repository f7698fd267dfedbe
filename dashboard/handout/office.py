"""A part of one's own in an Office file (ISO/IEC 29500: custom XML), and a core property."""

import io
import re
import zipfile
from html import escape, unescape

PART = "customXml/provenance.xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
OWNERS = {  # the part whose relations name ours, so that Office keeps it when it saves the file
    "pptx": "ppt/_rels/presentation.xml.rels",
    "docx": "word/_rels/document.xml.rels",
    "xlsx": "xl/_rels/workbook.xml.rels",
}
CORE = "docProps/core.xml"
DC = "http://purl.org/dc/elements/1.1/"


def write(content: bytes, form: str, namespace: str, text: str, head: str) -> bytes:
    """The file with `text` as a custom XML part and `head` as the core property "identifier"."""
    link = f'<Relationship Id="rIdProvenance" Type="{RELATION}" Target="../{PART}"/>'
    known = f'<dc:identifier xmlns:dc="{DC}">{escape(head, quote=False)}</dc:identifier>'
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            data = old.read(item)
            if item.filename == OWNERS[form]:
                data = data.replace(b"</Relationships>", f"{link}</Relationships>".encode())
            if item.filename == CORE:
                data = re.sub(
                    rb"<dc:identifier[^>]*>.*?</dc:identifier>", b"", data, flags=re.DOTALL
                )
                data = data.replace(
                    b"</cp:coreProperties>", f"{known}</cp:coreProperties>".encode()
                )
            new.writestr(item, data)
        part = f'<provenance xmlns="{namespace}">{text}</provenance>'
        new.writestr(zipfile.ZipInfo(PART, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def read(content: bytes, namespace: str) -> tuple[str, str]:
    """The text of the part ("" if an editor has dropped it) and the core property.

    Raises ValueError if it is no Office file or has neither.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [n for n in package.namelist() if n.startswith("customXml/")]
            texts = [package.read(n).decode("utf-8", "replace") for n in parts]
            core = package.read(CORE).decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError("it is no Office file that can be read") from error
    pattern = rf'<(?:\w+:)?provenance xmlns(?::\w+)?="{re.escape(namespace)}">([^<]*)<'
    found = next((m[1] for t in texts if (m := re.search(pattern, t))), "")
    head = re.search(r"<dc:identifier[^>]*>(.*?)</dc:identifier>", core, re.DOTALL)
    if not found and not head:
        raise ValueError("it carries no provenance")
    return found, unescape(head[1]) if head else ""
