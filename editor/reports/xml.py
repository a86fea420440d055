"""XML as the formats of CI services want it: in pure ASCII, and without the characters that XML can't have."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from editor.reports.excerpt import visible


def words(text: str) -> str:
    """The text on one line, with what XML and terminals don't take written out, as <U+0007>."""
    return visible(" ".join(text.split()))


def document(root: Element) -> str:
    """The element as a document with a line end, indented, characters beyond ASCII as references."""
    ElementTree.indent(root)
    made: bytes = ElementTree.tostring(root, encoding="us-ascii")
    body = made.decode("ascii").partition("?>\n")[2] if made.startswith(b"<?xml") else made.decode("ascii")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'
