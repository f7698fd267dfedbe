"""A file attached to a PDF, and an entry in its information dictionary."""

import io

NAME = "provenance.json"


def write(content: bytes, text: str, head: str) -> bytes:
    """The document with the provenance attached, and the head of it among its properties."""
    from pypdf import PdfReader, PdfWriter  # 11 MB that only a PDF needs

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.add_attachment(NAME, text.encode())
    writer.add_metadata({"/Provenance": head})
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def read(content: bytes) -> str:
    """The attached text, or the head if attachments were taken out. Raises ValueError if there is
    neither, or if it is no PDF."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        attached = reader.attachments.get(NAME)
        head = dict(reader.metadata or {}).get("/Provenance", "")
    except (PyPdfError, ValueError, KeyError) as error:
        raise ValueError("it is no PDF that can be read") from error
    if attached:
        return attached[0].decode()
    if not head:
        raise ValueError("it carries no provenance")
    return str(head)
