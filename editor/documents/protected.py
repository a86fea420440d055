"""Finds what must never be reworded: links, addresses, handles, hashtags, file names and code."""

from __future__ import annotations

import re

from editor.documents.model import Protected, ProtectedKind
from editor.values import Span

# Generic endings and those of countries whose sites wires cite; enough to know a bare "example.com/story".
_ENDINGS = (
    "com|org|net|edu|gov|int|mil|info|biz|tv|io|news|co|eu|uk|us|fr|de|it|es|pt|nl|be|ch|at|se|no|dk|fi|pl|cz|ru|ua|tr|gr|ie|il|ae|sa|"
    "qa|ir|iq|eg|ma|ng|ke|za|in|pk|bd|cn|jp|kr|tw|hk|sg|my|id|ph|vn|th|au|nz|ca|mx|br|ar|cl"
)
_FILES = "txt|md|docx?|xlsx?|pptx?|pdf|csv|json|xml|ya?ml|html?|jpe?g|png|gif|tiff?|svg|webp|mp[34]|mov|avi|wav|zip|tar|gz|py|js|css|rtf|odt|eml"
_END = r"[^\s<>\"”’»…]*[^\s<>\"”’»….,;:!?\]'*_]"
_PATTERN = re.compile(
    rf"""
    (?P<link>(?<![\w@.])(?:[a-z][a-z0-9+.-]{{0,15}}://|www\.){_END})
  | (?P<email>(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+)
  | (?P<handle>(?<![\w@/.])@\w[\w.]{{0,48}}\w|(?<![\w@/.])@\w)
  | (?P<hashtag>(?<![\w\#&/])\#(?=\w*[^\W\d_])\w+)
  | (?P<file>(?<![\w/.@-])(?:~?/)?(?:[\w-]{{1,80}}/){{0,20}}(?!\d+\.)[\w-]{{1,120}}\.(?:{_FILES})\b(?![\w-]))
  | (?P<bare>(?<![\w.@/-])(?:[a-z0-9](?:[a-z0-9-]{{0,61}}[a-z0-9])?\.){{1,8}}(?:{_ENDINGS})(?:/{_END}|/|(?![\w-])(?!\.\w)))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUICK = re.compile(r"://|www\.|@|\#|\w\.\w", re.IGNORECASE)


def find_protected(text: str) -> list[Protected]:
    """The protected stretches of the text, sorted, without overlaps. Linear in the length of the text."""
    if not _QUICK.search(text):
        return []
    found = []
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup or "link"
        words = match.group()
        if kind == "bare" and not _is_domain(words):
            continue
        start, end = match.span()
        if kind in ("link", "bare"):
            end = start + len(_balanced(words))
        found.append(Protected(ProtectedKind("link" if kind == "bare" else kind), Span(start, end)))
    return found


def _balanced(link: str) -> str:
    """The link without a closing bracket that was opened outside it."""
    extra = link.count(")") - link.count("(")
    while extra > 0 and link.endswith(")"):
        link = link[:-1].rstrip(".,;:!?'*_")
        extra -= 1
    return link


def _is_domain(words: str) -> bool:
    """Tell a domain from a missing space after a stop ("talks.In Paris") and from initials ("U.S.in")."""
    host = words.split("/", 1)[0]
    labels = host.split(".")
    if "/" in words:
        return True
    if any(len(label) == 1 for label in labels[:-1]):
        return False
    return (
        host == host.lower()
        and labels[-1] not in ("in", "it", "no", "at", "be", "is", "us", "my", "id", "so")
    ) or labels[-1] == "com"
