"""The Penn Treebank tags, and the words whose tags and lemmas are known by heart.

Marcus, Santorini and Marcinkiewicz, "Building a Large Annotated Corpus of English" (1993).
"""

from __future__ import annotations

TAGS = (
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS",
    "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT",
    "WP", "WP$", "WRB", ".", ",", ":", "''", "``", "(", ")", "$", "#",
)  # fmt: skip

_BY_TAG = {
    "CC": "and or nor & plus",
    "DT": "the a an every no each another either neither both all some any this that these those half",
    "EX": "there",
    "MD": "can could may might must shall should will would ought cannot ca wo sha 'll 'd",
    "PDT": "all both half such quite many",
    "POS": "' 's",
    "PRP": "i you he she it we they me him us them myself yourself himself herself itself ourselves yourselves themselves "
    "mine yours hers ours theirs one oneself 's her",
    "PRP$": "my your his her its our their",
    "TO": "to",
    "WDT": "which that whatever whichever what",
    "WP": "who whom what whoever whomever whatever",
    "WP$": "whose",
    "WRB": "when where why how whenever wherever however whereby",
    "IN": "of in for on at by from with as that if into about after before between through against under over since "
    "because while than during without within among despite upon until till toward towards although though whether "
    "amid amidst amongst unless across around behind beyond above below near off out like per via versus vs along "
    "alongside beside besides except inside outside onto throughout beneath lest once up down past notwithstanding "
    "whereas unlike aboard astride atop circa concerning regarding underneath worth next so minus",
    "RB": "not n't never so then there here now also very too just still even only ever once about out up down off on over "
    "in as around through before after since again away back together however yet already soon almost quite rather "
    "far instead perhaps maybe thus hence thereby nearly indeed later else both either neither no where along across "
    "aside behind by under within without inside outside above below past near right well much little enough "
    "first long hard fast early late home abroad ahead apart all",
    "RP": "up out off down over in on away back around about along through by across apart aside",
    "CD": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen zero",
    "UH": "yes no oh please well hello ok okay",
    "JJ": "such same other many few several next last own much little enough like past near first second third long hard "
    "fast early late right well round only far very inside outside under over overall plus off live out",
    "JJR": "more less fewer",
    "JJS": "most least",
    "RBR": "more less",
    "RBS": "most least",
    "NN": "% one other half hundred thousand million billion dozen well like past right round second third home will might can "
    "may must plus minus near all no will need yes inside outside over so total",
    "NNS": "others ones hundreds thousands millions billions dozens halves trillions tens seconds thirds rights rounds homes "
    "wills cans",
    "NNP": "may us",
    "VB": "be have do like near over well will need right down own up second out back can long even still home live",
    "VBP": "am are have do 're 'm 've ai like need own back long second near",
    "VBZ": "is has does 's nears needs owns",
    "VBD": "was were had did 'd neared needed owned",
    "VBN": "been had done owned needed",
    "VBG": "being having doing concerning regarding owning needing",
    ".": ". ? !",
    ",": ",",
    ":": ": ; -- - – — ... … ‒ ―",
    "''": "'' ” ’ »",
    "``": "`` “ ‘ «",
    "(": "( [ {",
    ")": ") ] }",
    "$": "$ € £ ¥ us$ a$ c$ hk$ ₹ ₽ ₩ ₺",
    "#": "#",
    "SYM": "+ = * / @ < > ° •",
}
_LEMMAS = {
    "am": "be", "are": "be", "is": "be", "was": "be", "were": "be", "been": "be", "being": "be", "'re": "be", "'m": "be",
    "has": "have", "had": "have", "having": "have", "'ve": "have", "does": "do", "did": "do", "done": "do", "doing": "do",
    "n't": "not", "ca": "can", "wo": "will", "sha": "shall", "'ll": "will", "ai": "be", "cannot": "can",
    "an": "a", "these": "this", "those": "that", "me": "i", "him": "he", "us": "we", "them": "they", "more": "much",
    "less": "little", "fewer": "few", "most": "much", "least": "little", "others": "other", "ones": "one",
    "hundreds": "hundred", "thousands": "thousand", "millions": "million", "billions": "billion", "dozens": "dozen",
    "trillions": "trillion", "tens": "ten", "halves": "half", "seconds": "second", "thirds": "third", "rights": "right",
    "rounds": "round", "homes": "home", "wills": "will", "cans": "can", "needs": "need", "needed": "need",
    "needing": "need", "owns": "own", "owned": "own", "owning": "own", "nears": "near", "neared": "near",
    "concerning": "concern", "regarding": "regard",
}  # fmt: skip
_SPECIAL = {("'s", "VBZ"): "be", ("'s", "POS"): "'s", ("'d", "MD"): "would", ("'d", "VBD"): "have", ("us", "NNP"): "US",
            ("regarding", "IN"): "regarding", ("concerning", "IN"): "concerning"}  # fmt: skip


def _closed() -> dict[str, dict[str, str]]:
    closed: dict[str, dict[str, str]] = {}
    for tag, words in _BY_TAG.items():
        for word in words.split():
            lemma = _SPECIAL.get((word, tag), _LEMMAS.get(word, word))
            closed.setdefault(word, {})[tag] = lemma
    return closed


CLOSED = _closed()

# Where the inflection table's first choice is not what a news desk writes.
IRREGULAR = {
    ("be", "VBP"): "are", ("be", "VBZ"): "is", ("be", "VBD"): "was", ("be", "VBN"): "been", ("be", "VBG"): "being",
    ("have", "VBP"): "have", ("have", "VBZ"): "has", ("have", "VBD"): "had", ("have", "VBN"): "had",
    ("have", "VBG"): "having", ("do", "VBZ"): "does", ("do", "VBD"): "did", ("do", "VBN"): "done",
    ("do", "VBG"): "doing", ("lie", "VBD"): "lay", ("hang", "VBD"): "hung", ("hang", "VBN"): "hung",
    ("get", "VBN"): "gotten", ("prove", "VBN"): "proven", ("show", "VBN"): "shown", ("light", "VBD"): "lit",
    ("light", "VBN"): "lit", ("plead", "VBD"): "pleaded", ("plead", "VBN"): "pleaded", ("cast", "VBD"): "cast",
    ("cast", "VBN"): "cast", ("broadcast", "VBD"): "broadcast", ("broadcast", "VBN"): "broadcast",
    ("forecast", "VBD"): "forecast", ("forecast", "VBN"): "forecast", ("cost", "VBD"): "cost", ("cost", "VBN"): "cost",
    ("quit", "VBD"): "quit", ("quit", "VBN"): "quit", ("bid", "VBD"): "bid", ("bid", "VBN"): "bid",
    ("spread", "VBD"): "spread", ("spread", "VBN"): "spread", ("sit", "VBD"): "sat", ("speed", "VBD"): "sped",
    ("speed", "VBN"): "sped", ("sink", "VBD"): "sank", ("shrink", "VBD"): "shrank", ("spring", "VBD"): "sprang",
    ("swim", "VBD"): "swam", ("dive", "VBD"): "dived", ("drag", "VBD"): "dragged", ("sneak", "VBD"): "sneaked",
    ("sneak", "VBN"): "sneaked", ("wake", "VBD"): "woke", ("wake", "VBN"): "woken", ("weave", "VBD"): "wove",
    ("weave", "VBN"): "woven", ("fit", "VBD"): "fit", ("fit", "VBN"): "fit", ("wed", "VBD"): "wed", ("wet", "VBD"): "wet",
    ("knit", "VBD"): "knit", ("leap", "VBD"): "leaped", ("learn", "VBD"): "learned", ("learn", "VBN"): "learned",
    ("dream", "VBD"): "dreamed", ("burn", "VBD"): "burned", ("burn", "VBN"): "burned", ("spell", "VBD"): "spelled",
    ("spill", "VBD"): "spilled", ("spoil", "VBD"): "spoiled", ("lean", "VBD"): "leaned", ("kneel", "VBD"): "knelt",
    ("saw", "VBN"): "sawed", ("sew", "VBN"): "sewn", ("mow", "VBN"): "mowed", ("shine", "VBD"): "shone",
    ("travel", "VBD"): "traveled", ("travel", "VBN"): "traveled", ("travel", "VBG"): "traveling",
    ("focus", "VBD"): "focused", ("focus", "VBN"): "focused", ("focus", "VBG"): "focusing", ("focus", "VBZ"): "focuses",
    ("benefit", "VBD"): "benefited", ("benefit", "VBN"): "benefited", ("benefit", "VBG"): "benefiting",
    ("person", "NNS"): "people", ("child", "NNS"): "children", ("medium", "NNS"): "media", ("index", "NNS"): "indexes",
    ("memorandum", "NNS"): "memorandums", ("appendix", "NNS"): "appendices", ("stadium", "NNS"): "stadiums",
    ("referendum", "NNS"): "referendums", ("cactus", "NNS"): "cacti", ("roof", "NNS"): "roofs",
    ("money", "NNS"): "money", ("good", "JJR"): "better", ("good", "JJS"): "best", ("bad", "JJR"): "worse",
    ("bad", "JJS"): "worst", ("far", "JJR"): "farther", ("far", "JJS"): "farthest", ("well", "RBR"): "better",
    ("well", "RBS"): "best", ("many", "JJR"): "more", ("much", "JJR"): "more", ("little", "JJR"): "less",
    ("aircraft", "NNS"): "aircraft", ("spacecraft", "NNS"): "spacecraft", ("sheep", "NNS"): "sheep",
    ("series", "NNS"): "series", ("species", "NNS"): "species", ("fish", "NNS"): "fish", ("bus", "NNS"): "buses",
    ("crisis", "NNS"): "crises", ("basis", "NNS"): "bases", ("hypothesis", "NNS"): "hypotheses",
    ("phenomenon", "NNS"): "phenomena", ("criterion", "NNS"): "criteria", ("passerby", "NNS"): "passersby",
}  # fmt: skip
