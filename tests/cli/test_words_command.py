"""`copydesk words`, and house words in a check, run as commands."""

import json


def rules(ran):
    return [each["rule"] for file in json.loads(ran.out)["files"] for each in file["findings"]]


def test_words_of_the_configuration_hold_for_a_check_and_a_fix(copydesk, story, tmp_path):
    story('words = ["desk-words.txt"]\n', "copydesk.toml")
    story("[reject]\ne-mail -> email\nutilise -> use\n", "desk-words.txt")
    story("They utilised the e-mail.\n")
    ran = copydesk("check", "--format", "json", "story.txt")
    assert rules(ran) == ["words/rejected", "words/rejected"]
    assert copydesk("fix", "--stdout", "story.txt").out == "They utilised the email.\n"
    assert copydesk("fix", "--stdout", "--unsafe-fixes", "story.txt").out == "They used the email.\n"


def test_each_desk_has_its_own(copydesk, story):
    story('[per-file-words]\n"sport/**" = ["sport.txt"]\n', "copydesk.toml")
    story("[reject]\nsoccer -> football\n", "sport.txt")
    story("They play soccer.\n", "sport/story.txt")
    story("They play soccer.\n", "news/story.txt")
    assert copydesk("check", "sport/story.txt").code == 1
    assert copydesk("check", "news/story.txt").code == 0


def test_a_word_that_is_changed_is_seen_though_results_are_kept(copydesk, story):
    story('words = ["w.txt"]\n', "copydesk.toml")
    story("[reject]\nsoccer -> football\n", "w.txt")
    story("They play soccer.\n")
    assert copydesk("check", "story.txt").code == 1
    story("[accept]\nsoccer\n", "w.txt")
    assert copydesk("check", "story.txt").code == 0


def test_add_makes_the_file_and_names_it_in_the_configuration(copydesk, story, tmp_path):
    ran = copydesk("words", "add", "e-mail", "--use", "email")
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "words.txt").read_text() == "[reject]\ne-mail -> email\n"
    assert (tmp_path / "copydesk.toml").read_text() == 'words = ["words.txt"]\n'
    story("An e-mail came.\n")
    assert copydesk("check", "story.txt").code == 1


def test_add_keeps_everything_else_in_the_file(copydesk, story, tmp_path):
    story('profile = "uk"\nwords = ["w.txt"]\n', "copydesk.toml")
    page = story(b"# Ours.\r\nfintech\r\n\r\n[reject]\r\ne-mail -> email\r\n\r\n[names]\r\nKyiv\r\n", "w.txt")
    for arguments in (
        ["neobank"],
        ["bloodbath", "--reject"],
        ["web site", "--use", "website", "--use", "site"],
        ["Volodymyr Zelenskyy", "--name", "--not", "Volodymyr Zelensky"],
        ["ECB", "--acronym", "European Central Bank"],
    ):
        assert copydesk("words", "add", *arguments).code == 0
    assert page.read_bytes() == (
        b"# Ours.\r\nfintech\r\nneobank\r\n\r\n"
        b"[reject]\r\ne-mail -> email\r\nbloodbath\r\nweb site -> website / site\r\n\r\n"
        b"[names]\r\nKyiv\r\nVolodymyr Zelenskyy (not Volodymyr Zelensky)\r\n\r\n"
        b"[acronyms]\r\nECB = European Central Bank\r\n"
    )
    assert (tmp_path / "copydesk.toml").read_text() == 'profile = "uk"\nwords = ["w.txt"]\n'
    again = copydesk("words", "add", "neobank")
    assert (again.code, "is there already" in again.out) == (0, True)
    shown = copydesk("words", "list")
    assert "reject    web site -> website / site" in shown.out
    assert "w.txt:7" in shown.out
    assert copydesk("words", "check").out == "8 words, 0 contradictions\n"


def test_contradictions_are_told_with_both_places(copydesk, story):
    story('words = ["a.txt", "b.txt"]\n', "copydesk.toml")
    story("[reject]\ne-mail -> email\nmail -> e-mail\n", "a.txt")
    story("e-mail\nfintech\nfintech\n", "b.txt")
    ran = copydesk("words", "check")
    assert ran.code == 1
    assert "b.txt:1: 'e-mail' is accepted here and rejected in a.txt:2" in ran.out
    assert "b.txt:3: 'fintech' stands in b.txt:2 already" in ran.out
    assert "a.txt:3: 'e-mail' is to stand for 'mail', but is rejected in a.txt:2" in ran.out
    refused = copydesk("words", "add", "e-mail", "--file", "a.txt")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "rejected in a.txt:2" in refused.err


def test_mistakes_end_in_one_line(copydesk, story):
    story('words = ["w.txt"]\n', "copydesk.toml")
    story("[rejcet]\nx\n", "w.txt")
    story("The ministers met.\n")
    for arguments in (["check", "story.txt"], ["words", "list"], ["words", "add", "y"]):
        ran = copydesk(*arguments)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1), ran.err
        assert "w.txt:1: there is no heading [rejcet]; did you mean [reject]?" in ran.err
    both = copydesk("words", "add", "y", "--name", "--reject")
    assert (both.code, "a word is one thing" in both.err) == (2, True)


def test_explain_knows_the_rules_of_the_settings(copydesk):
    assert "house words reject" in copydesk("explain", "words/rejected").out
    assert "did you mean words/rejected" in copydesk("explain", "words/rejectd").err


def test_a_vale_vocabulary_is_added_to_in_its_own_files(copydesk, story, tmp_path):
    story("GitHub\n", "House/accept.txt")
    story('words = ["House"]\n', "copydesk.toml")
    assert copydesk("words", "add", "fintech").code == 0
    assert (tmp_path / "House" / "accept.txt").read_text() == "GitHub\nfintech\n"
    assert copydesk("words", "add", "guys", "--reject").code == 0
    assert (tmp_path / "House" / "reject.txt").read_text() == "guys\n"
    story("The guys use Github.\n")
    assert rules(copydesk("check", "--format", "json", "story.txt")) == ["words/rejected", "words/case"]


def test_an_accepted_word_is_no_misspelling_of_ours(copydesk, story):
    story("The goverment of the island met on Monday in the old town hall.\n")
    before = rules(copydesk("check", "--format", "json", "--select", "spelling", "story.txt"))
    assert [each.partition("/")[0] for each in before] == ["spelling"]
    story('words = ["w.txt"]\n', "copydesk.toml")
    story("goverment\n", "w.txt")
    assert rules(copydesk("check", "--format", "json", "--select", "spelling", "story.txt")) == []
