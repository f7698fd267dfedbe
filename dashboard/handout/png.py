"""A text chunk in a PNG (PNG specification, third edition, 11.3.3: iTXt), its pixels untouched."""

import io
import struct
import zlib

from PIL import Image, UnidentifiedImageError

KEYWORD = "provenance"
_HEAD = 8 + 4 + 4 + 13 + 4  # the signature and the first chunk, IHDR, in bytes


def write(content: bytes, text: str) -> bytes:
    """The picture with a chunk after its header; the rest of the file stays as it is."""
    data = KEYWORD.encode() + b"\0\0\0\0\0" + text.encode()
    chunk = b"iTXt" + data
    whole = struct.pack(">I", len(data)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return content[:_HEAD] + whole + content[_HEAD:]


def read(content: bytes) -> str:
    """The text of the chunk. Raises ValueError if it is no PNG or has none."""
    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            text = picture.info.get(KEYWORD, "")
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise ValueError("it is no PNG") from error
    if not text:
        raise ValueError("it carries no provenance")
    return str(text)
