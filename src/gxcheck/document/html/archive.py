"""The page in a web archive: an e-mail whose parts are a page and its pictures (mhtml)."""

from __future__ import annotations

import re

from gxcheck.document.refusal import refusal

__all__ = ["page_of"]

_HEADER = re.compile(rb"\s*[A-Za-z-]{2,40}:[ \t]")
_HEAD = 4096  # bytes


def page_of(data: bytes, name: str | None) -> tuple[bytes, str | None]:
    """The bytes of the page, and the encoding that an archive tells of them.

    Raises `ReadError` where an archive has no page.
    """
    if not _HEADER.match(data) or b"mime-version:" not in data[:_HEAD].lower():
        return data, None
    from email import message_from_bytes
    from email.errors import MessageError

    try:
        message = message_from_bytes(data)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                content = part.get_payload(decode=True)
                if isinstance(content, bytes) and content.strip():
                    return content, part.get_content_charset()
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise refusal("no_page", name) from error
    raise refusal("no_page", name)
