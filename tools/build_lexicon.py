"""Builds editor/text/data from open data. Run it again only to change what is shipped.

    python tools/build_lexicon.py OPENNLP_JAR SYMSPELL_DICTIONARY

OPENNLP_JAR is edu.washington.cs.knowitall:opennlp-postag-models:1.5 from Maven Central (Apache License 2.0);
SYMSPELL_DICTIONARY is frequency_dictionary_en_82_765.txt of the package symspellpy (MIT);
lemmas and inflections come from the package lemminflect (MIT), a development dependency.
"""

from __future__ import annotations

import csv
import gzip
import io
import math
import re
import struct
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import lemminflect
import marisa_trie

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from editor.text.tagset import CLOSED, IRREGULAR, TAGS  # noqa: E402

DATA = ROOT / "editor" / "text" / "data"
_SLOTS = {
    "verb": ("VBD", "VBN", "VBG", "VBZ"),
    "noun": ("NNS",),
    "adj": ("JJR", "JJS"),
    "adv": ("RBR", "RBS"),
}
_BASE = {"verb": "VB", "noun": "NN", "adj": "JJ", "adv": "RB"}


def strip_add(source: str, target: str) -> bytes:
    """How to get from one word to another: letters to take off the end, letters to put on."""
    same = 0
    while same < min(len(source), len(target)) and source[same] == target[same]:
        same += 1
    return bytes([len(source) - same]) + target[same:].encode()


def inflections() -> Iterator[tuple[str, str, str, int]]:
    """(lemma, tag, form, rank), rank 0 the first choice."""
    path = Path(lemminflect.__file__).parent / "resources" / "infl_lu.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for lemma, kind, *cells in csv.reader(file):
            if not re.fullmatch(r"[A-Za-z][A-Za-z'.-]*", lemma) or kind not in _BASE:
                continue
            base = _BASE[kind]
            if lemma[0].isupper() and base == "NN":
                base = "NNP"
            yield lemma, base, lemma, 0
            slots = _SLOTS[kind]
            if kind == "verb" and len(cells) == 4 and not cells[1]:
                cells[1] = cells[0]
            for slot, cell in zip(slots, cells, strict=False):
                tag = "NNPS" if base == "NNP" else slot
                forms = [form for form in cell.split("/") if form]
                # Lists for nouns end in the bare lemma where it can stand uncounted: that is no plural.
                if slot == "NNS" and len(forms) > 1 and forms[-1] == lemma:
                    forms = forms[:-1]
                for rank, form in enumerate(forms):
                    yield lemma, tag, form, rank


def main(jar: Path, dictionary: Path) -> None:
    analyses: dict[str, set[tuple[str, str]]] = defaultdict(set)
    forms: dict[tuple[str, str], str] = {}
    for lemma, tag, form, rank in inflections():
        if (lemma, tag) in IRREGULAR:
            form = IRREGULAR[lemma, tag] if rank == 0 else form
        analyses[form].add((tag, lemma))
        if tag == "VB":
            analyses[form].add(("VBP", lemma))
        if rank == 0 and tag not in ("VB", "NN", "NNP", "JJ", "RB"):
            forms[lemma, tag] = form
    forms = {key: form for key, form in forms.items() if "'" not in form}
    for (lemma, tag), form in list(forms.items()):
        # "stayed", not "staid"; "dreamed", not "dreamt".
        past = forms.get((lemma, "VBD"), form)
        if tag == "VBN" and past.endswith("ed") and not form.endswith("ed"):
            forms[lemma, tag] = past
    for (lemma, tag), form in IRREGULAR.items():
        forms[lemma, tag] = form
        analyses[form].add((tag, lemma))
    frequencies: dict[str, float] = {}
    counts = [line.split() for line in dictionary.read_text(encoding="utf-8-sig").splitlines() if line]
    total = sum(int(count) for _, count in counts)
    for word, count in counts:
        frequencies[word] = max(0.0, math.log10(int(count) / total * 1e9))
    known = set(frequencies)
    tagger, tagdict = read_model(jar)
    for word, tags in tagdict.items():
        if word.lower() in CLOSED or not re.search(r"[A-Za-z]", word):
            continue
        for tag in tags:
            if tag in TAGS:
                lemma = word
                analyses[word].add(
                    (tag, "" if any(each == tag for each, _ in analyses.get(word, ())) else lemma)
                )
    for word, lemmas in CLOSED.items():
        analyses[word] = set(lemmas.items())

    records: list[tuple[str, bytes]] = []
    for word in sorted(set(analyses) | known):
        zipf = frequencies.get(word.lower().replace("'", ""), 0.0) if word.islower() else 0.0
        record = bytearray([min(255, round(zipf * 25))])
        seen: set[str] = set()
        pairs = sorted(analyses.get(word, ()), key=lambda pair: (pair[0], pair[1] == "", pair[1]))
        for tag, lemma in pairs:
            if not lemma:
                if tag in seen:
                    continue
                lemma = word
            seen.add(tag)
            change = strip_add(word, lemma)
            record += bytes([TAGS.index(tag) + 1, change[0], len(change) - 1]) + change[1:]
        records.append((word, bytes(record)))
    marisa_trie.BytesTrie(records).save(str(DATA / "words.marisa"))
    marisa_trie.BytesTrie(
        [(f"{lemma}\t{tag}", strip_add(lemma, form)) for (lemma, tag), form in sorted(forms.items())]
    ).save(str(DATA / "forms.marisa"))
    marisa_trie.BytesTrie(sorted(tagger.items())).save(str(DATA / "tagger.marisa"))
    for path in sorted(DATA.glob("*.marisa")):
        print(path.name, path.stat().st_size)


def read_model(jar: Path) -> tuple[dict[str, bytes], dict[str, list[str]]]:
    """The weights of each feature, as (tag, weight) byte pairs, and the tag dictionary.

    The layout is OpenNLP 1.5's binary GIS model: outcomes, patterns of outcomes, predicates, parameters.
    """
    with zipfile.ZipFile(jar) as outer, zipfile.ZipFile(io.BytesIO(outer.read("en-pos-maxent.bin"))) as inner:
        data = inner.read("pos.model")
        entries = re.findall(
            r'<entry tags="([^"]*)">\s*<token>([^<]*)</token>', inner.read("tags.tagdict").decode()
        )
    at = 0

    def text() -> str:
        nonlocal at
        (size,) = struct.unpack_from(">H", data, at)
        at += 2 + size
        return data[at - size : at].decode("utf-8")

    def integer() -> int:
        nonlocal at
        at += 4
        return int(struct.unpack_from(">i", data, at - 4)[0])

    if text() != "GIS":
        raise SystemExit("not a GIS model")
    integer()
    at += 8
    outcomes = [text() for _ in range(integer())]
    names = {"-LRB-": "(", "-RRB-": ")"}
    outcomes = [names.get(outcome, outcome) for outcome in outcomes]
    shapes = []
    for _ in range(integer()):
        size, *numbers = text().split()
        shapes.append((int(size), [int(each) for each in numbers]))
    predicates = [text() for _ in range(integer())]
    weights: dict[str, bytes] = {}
    place = 0
    for count, which in shapes:
        for _ in range(count):
            values = struct.unpack_from(f">{len(which)}d", data, at)
            at += 8 * len(which)
            record = bytearray()
            for outcome, value in zip(which, values, strict=True):
                level = max(-127, min(127, round(value * 16)))
                if level and outcomes[outcome] in TAGS:
                    record += struct.pack("Bb", TAGS.index(outcomes[outcome]) + 1, level)
            if record:
                weights[predicates[place]] = bytes(record)
            place += 1
    unescape = {"&amp;": "&", "&quot;": '"', "&apos;": "'", "&lt;": "<", "&gt;": ">"}
    tagdict = {}
    for tags, word in entries:
        for code, letter in unescape.items():
            word = word.replace(code, letter)
        tagdict[word] = tags.split()
    return weights, tagdict


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
