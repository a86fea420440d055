"""What LanguageTool says about a text: asked through language-tool-python, told in code points."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from editor.errors import UserError
from editor.values import Span

ALL = "all"
SENTENCES = "allButTextLevelOnly"
"""The rules that look at one sentence at a time, but for spelling. Those that compare sentences and paragraphs are all switched off in
rules/languagetool/choices.yaml: the house rules do that."""
SPELLING = "spelling"
"""The spelling rules alone."""


@dataclass(frozen=True, slots=True)
class Match:
    """One alert of LanguageTool. `span` counts code points of the text sent; `replacements` are for the span, best first."""

    rule_id: str
    category_id: str
    category_name: str
    issue_type: str
    message: str
    span: Span
    replacements: tuple[str, ...] = ()
    sentence: str = ""

    def moved(self, by: int) -> Match:
        """The same match, `by` code points further on."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))


@dataclass(frozen=True, slots=True)
class Request:
    """What a check asks for: language variant, and rules and categories beside LanguageTool's defaults."""

    variant: str = "en-US"
    disabled_rules: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    enabled_rules: frozenset[str] = frozenset()
    picky: bool = False


class ClientError(Exception):
    """The server did not answer, or not with what it should. The text tells what happened."""


class TextTooLong(Exception):
    """The server takes only shorter texts."""


class Client:
    """Talks to one server. Its methods may be called from several threads at once."""

    def __init__(self, url: str, request: Request, timeout: float, *, local: bool = False) -> None:
        """Connect to the server at `url`, which is asked for its languages at once. `timeout` is in seconds.

        `local` keeps proxies out of it. Raises ClientError where no LanguageTool answers there.
        """
        import language_tool_python

        class Tool(language_tool_python.LanguageTool):
            _TIMEOUT = timeout  # type: ignore[assignment]  # The library waits 300 s.

        # A proxy meant for the outside would be asked for 127.0.0.1 as well.
        no_proxies: dict[str, Any] = {"http": None, "https": None, "all": None}
        try:
            self._tool = Tool(
                request.variant,
                remote_server=url,
                host="127.0.0.1",
                proxies=no_proxies if local else None,
            )
        except Exception as error:
            # The library lets pass whatever comes of an unexpected answer: KeyError, TypeError, AttributeError.
            raise ClientError(_reason(error)) from error
        self._tool.disabled_rules = set(request.disabled_rules)
        self._tool.disabled_categories = set(request.disabled_categories)
        self._tool.enabled_rules = set(request.enabled_rules)
        self._tool.picky = request.picky

    def check(self, text: str, mode: str = ALL) -> list[Match]:
        """The matches in `text`, sorted by start; `mode` says of which rules. Raises ClientError, or TextTooLong."""
        # Not the library's own `check`: its matches lack the category's name, leave lengths in UTF-16
        # units, and share state between threads.
        sendable = _LONE_SURROGATE.sub("\ufffd", text)
        try:
            wanted = self._parameters(sendable, mode)
            answer = self._tool._query_server(f"{self._tool.url}check", wanted, num_tries=1, method="post")
        except Exception as error:
            reason = _reason(error)
            if _TOO_LONG.search(reason):
                raise TextTooLong(reason) from error
            raise ClientError(reason) from error
        return parse(answer, sendable)

    def _parameters(self, text: str, mode: str) -> dict[str, str]:
        """What a request says: the library's parameters, and the mode."""
        wanted = dict(self._tool._create_params(text))
        if mode == SPELLING:
            for name in ("disabledRules", "disabledCategories"):
                wanted.pop(name, None)
            return {
                **wanted,
                "enabledRules": ",".join(spelling_rules(wanted["language"])),
                "enabledOnly": "true",
            }
        if mode == SENTENCES:
            # To suggest something for each unknown name would take nine tenths of its time.
            disabled = filter(None, (wanted.get("disabledRules"), *spelling_rules(wanted["language"])))
            wanted["disabledRules"] = ",".join(disabled)
        return wanted if mode == ALL else {**wanted, "mode": mode}


def spelling_rules(variant: str) -> tuple[str, str]:
    """The rules that look words up in a dictionary: LanguageTool has the one or the other, by how it was built."""
    return (f"MORFOLOGIK_RULE_{variant.upper().replace('-', '_')}", "HUNSPELL_RULE")


_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_TOO_LONG = re.compile(r"text exceeds the limit|request size too large|413", re.IGNORECASE)


def parse(answer: Any, text: str) -> list[Match]:
    """The matches in a decoded JSON answer about `text`. Raises ClientError where it isn't LanguageTool's."""
    to_code_point = utf16_index(text)
    try:
        matches = []
        for entry in answer["matches"]:
            rule = entry["rule"]
            start, length = entry["offset"], entry["length"]
            span = Span(to_code_point(start), to_code_point(start + length))
            if not 0 <= span.start <= span.end <= len(text):
                raise ClientError(f"its answer points outside the text (offset {start}, length {length})")
            matches.append(
                Match(
                    rule_id=str(rule["id"]),
                    category_id=str(rule["category"]["id"]),
                    category_name=str(rule["category"].get("name", "")),
                    issue_type=str(rule.get("issueType", "")),
                    message=str(entry["message"]),
                    span=span,
                    replacements=tuple(str(item["value"]) for item in entry["replacements"]),
                    sentence=str(entry.get("sentence", "")),
                )
            )
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ClientError("its answer is not what LanguageTool answers") from error
    return sorted(matches, key=lambda match: match.span)


def utf16_index(text: str) -> Callable[[int], int]:
    """A function from an index in UTF-16 code units of `text` to the index in code points."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return lambda index: index
    # The UTF-16 index at which each character beyond the BMP starts.
    starts = [
        position + number for number, position in enumerate(i for i, c in enumerate(text) if c > "\uffff")
    ]
    return lambda index: index - bisect_left(starts, index)


def utf16_length(text: str) -> int:
    """How many UTF-16 code units `text` has: what servers count in their limits."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, limit: int) -> list[tuple[int, str]]:
    """`text` cut into pieces of at most `limit` UTF-16 units, each with the code point where it starts.

    Cuts fall between paragraphs where possible, else between lines, sentences, words. The pieces joined
    are the text.
    """
    pieces: list[tuple[int, str]] = []
    start = 0
    while start < len(text):
        end = min(len(text), start + limit)
        piece = text[start:end]
        excess = utf16_length(piece) - limit
        while excess > 0:
            end = max(start + 1, end - max(1, excess // 2))
            piece = text[start:end]
            excess = utf16_length(piece) - limit if end - start > 1 else 0
        if end < len(text):
            end = start + _cut(piece)
        pieces.append((start, text[start:end]))
        start = end
    return pieces


_BREAKS = tuple(re.compile(p) for p in (r"\n[ \t\r]*\n", r"\n", r"[.!?][\"'”’)]*\s", r"\s"))


def _cut(piece: str) -> int:
    """The best place to end `piece`: after its last paragraph break, else line, sentence, word; at least 1."""
    for pattern in _BREAKS:
        # A cut in the first half would make many small pieces: rather a lesser kind of break further on.
        ends = [m.end() for m in pattern.finditer(piece, len(piece) // 2)]
        if ends:
            return ends[-1]
    return len(piece)


def pack(blocks: Iterable[str], limit: int) -> list[list[int]]:
    """Numbers of blocks in runs, so that each run, joined by blank lines, has at most `limit` UTF-16 units.

    A block longer than the limit makes a run of its own.
    """
    runs: list[list[int]] = []
    room = -1
    for number, block in enumerate(blocks):
        length = utf16_length(block) + 2
        if not runs or length > room:
            runs.append([])
            room = limit
        runs[-1].append(number)
        room -= length
    return runs


def server_url(address: str) -> str:
    """The base address of a server as the user may write it: with or without http://, /v2, /v2/check.

    Raises UserError where it is none.
    """
    text = address.strip()
    if "://" not in text:
        text = f"http://{text}"
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        good = False
    if not good or re.search(r"\s", text):
        raise UserError(
            f"'{address}' is no address of a LanguageTool server: give one such as http://127.0.0.1:8081, "
            "or auto, required or off"
        )
    path = re.sub(r"/?(v2(/check)?)?/?$", "", parts.path)
    return f"{parts.scheme}://{parts.netloc}{path}/"


def _reason(error: Exception) -> str:
    """One line on what went wrong, without the library's and the connection's inner talk."""
    import requests

    cause: BaseException | None = error
    while cause is not None:
        if (
            isinstance(cause, requests.exceptions.JSONDecodeError | ValueError)
            and "JSON" in type(cause).__name__
        ):
            said = str(error).strip().splitlines()
            return f"it answers: {said[0][:150]}" if said and said[0] else "its answer is empty"
        if isinstance(cause, requests.Timeout):
            return "it does not answer in time"
        if isinstance(cause, requests.ConnectionError | requests.exceptions.ChunkedEncodingError):
            return "the connection fails"
        cause = cause.__cause__
    if isinstance(error, KeyError | TypeError | AttributeError):
        return "its answer is not what LanguageTool answers"
    said = str(error).strip().splitlines()
    return (said[0] if said else type(error).__name__)[:150]
