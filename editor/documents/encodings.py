"""Tells how a story's bytes were written, and only accepts an answer that gives the same bytes back."""

from __future__ import annotations

import codecs

from editor.documents.model import Encoding
from editor.errors import UserError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What English wire copy comes in where it is not UTF-8; another answer needs strong evidence.
_USUAL = ("cp1252", "latin-1")
_SAMPLE = 1 << 16
# The bytes 0x80 to 0x9F: quotation marks and dashes in Windows-1252, control characters in Latin-1.
_MARKS = frozenset(range(0x80, 0xA0))


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, Encoding]:
    """The text and how it was written; `encoding` is what the user says.

    The answer always encodes back to the very same bytes. Raises UserError where there is none.
    """
    if encoding is not None:
        return _as_told(data, name, encoding)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            text = _exact(data[len(bom) :], codec)
            if text is None:
                raise UserError(
                    f"{name}: it begins as {codec.upper()} but goes on otherwise; say --encoding NAME"
                )
            return text, Encoding(codec, bom)
    text = _exact(data, "utf-8")
    if text is not None:
        return text, Encoding("utf-8")
    for codec in _candidates(data):
        text = _exact(data, codec)
        if text is not None and _is_prose(text):
            return text, Encoding(codec)
    raise UserError(f"{name}: its encoding can't be told; say --encoding NAME, or save it as UTF-8")


def _as_told(data: bytes, name: str, encoding: str) -> tuple[str, Encoding]:
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        raise UserError(f"there is no encoding called '{encoding}'; try utf-8, cp1252 or latin-1") from None
    bom = next((mark for mark, each in _BOMS if each == codec and data.startswith(mark)), b"")
    if codec in ("utf-8-sig", "utf-16", "utf-32"):
        for mark, each in _BOMS:
            if data.startswith(mark) and each.startswith(codec.removesuffix("-sig")):
                codec, bom = each, mark
                break
        else:
            codec = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[codec]
    text = _exact(data[len(bom) :], codec)
    if text is None:
        raise UserError(f"{name}: it is not {encoding}; leave --encoding out to have it guessed")
    return text, Encoding(codec, bom)


def _exact(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
        return text if text.encode(codec) == data else None
    except (UnicodeError, ValueError):
        return None


def _candidates(data: bytes) -> list[str]:
    usual = list(_USUAL) if not _MARKS.isdisjoint(data) else ["cp1252", "latin-1"]
    guess = _guess(data)
    if guess and guess not in usual and not _reads_well(data, "cp1252"):
        return [guess, *usual]
    return usual + ([guess] if guess else [])


def _reads_well(data: bytes, codec: str) -> bool:
    """Whether what is not ASCII reads as letters inside words or as punctuation between them, as in English copy."""
    try:
        text = data[:_SAMPLE].decode(codec)
    except UnicodeDecodeError:
        return False
    strange = [letter for letter in text if ord(letter) > 127]
    fine = sum(letter in _FINE for letter in strange)
    return fine >= 0.9 * len(strange)


_FINE = frozenset(
    "“”‘’–—…•€£¥§©®™°·«» àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšžÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽß½¼¾²³ºªðþ¿¡"
)


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return codecs.lookup(best.encoding).name if best is not None else None


def _is_prose(text: str) -> bool:
    """Whether it looks like words rather than like binary data that happens to decode."""
    sample = text[:_SAMPLE]
    control = sum(
        (ord(letter) < 32 and letter not in "\t\n\r\f\x0b\x1a\x1e") or 0x7F <= ord(letter) < 0xA0
        for letter in sample
    )
    return control <= len(sample) * 0.01
