"""Takes the time of writing out of an Office file, so that equal material gives equal bytes."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def steady(data: bytes, made: date) -> bytes:
    """The file with every part, also those of the tables behind its charts, dated `made`."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith(".xlsx"):
                part = steady(part, made)
            elif name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>" + f"{made.isoformat()}T00:00:00Z".encode(), part)
            # Files of before 1980 cannot be zipped.
            info = ZipInfo(name, (max(made.year, 1980), made.month, made.day, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, part)
    return written.getvalue()
