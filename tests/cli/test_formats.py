"""`check --format`: each format, read by what reads it elsewhere."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
from schemas import SARIF, schema

from editor.reports.registry import FORMATS

ROOT = Path(__file__).parents[2]
# Two findings that `fix` mends, one for a person; the second story is clean.
BAD = (
    "TALKS/\n\nMinisters meet in Vienna\n\nVIENNA, May 4 (Reuters) - The ministers met in Vienna.  They left , tired.\n\n"
    'He said it was <b>good</b> & "cheap" | 5 % of `it`.\n'
)
CLEAN = "The ministers met in Vienna. They left on Monday.\n"
ODD = 'desk/été & "co", 50% <1>.txt'


@pytest.fixture
def stories(story):
    story(BAD, ODD)
    story(CLEAN, "desk/clean.txt")
    story("The ministers met\u0007 in Vienna.  They\u200b left.\n", "desk/z.txt")


def findings_of(copydesk, *arguments):
    files = json.loads(copydesk("check", "--format", "json", *arguments).out)["files"]
    return [(file["path"], finding) for file in files for finding in file["findings"]]


@pytest.mark.parametrize("shape", FORMATS)
def test_every_format_exits_alike_and_is_written_to_a_file_alike(copydesk, stories, tmp_path, shape):
    shown = copydesk("check", "--format", shape, "desk")
    assert (shown.code, shown.err) == (1, "")
    kept = copydesk("check", "--format", shape, "--output-file", "out/report", "desk")
    assert (kept.code, kept.out, kept.err) == (1, "", "")
    assert (tmp_path / "out" / "report").read_bytes() == shown.raw
    clean = copydesk("check", "--format", shape, "desk/clean.txt")
    assert (clean.code, clean.err) == (0, "")


@pytest.mark.parametrize(
    "shape", [name for name in FORMATS if name not in ("text", "concise", "github", "markdown")]
)
def test_formats_for_programs_are_ascii_whatever_the_terminal_speaks(copydesk, stories, shape):
    assert copydesk("check", "--format", shape, "desk", env={"PYTHONIOENCODING": "ascii"}).raw.isascii()


def test_an_unknown_format_is_one_clear_error(copydesk, story):
    story(CLEAN)
    ran = copydesk("check", "--format", "sariff", "story.txt")
    assert ran.code == 2
    assert "'sarif'" in ran.err


def test_a_report_that_cant_be_written_is_one_line(copydesk, story):
    story(BAD)
    ran = copydesk("check", "-o", "story.txt/report", "story.txt")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_a_report_never_goes_over_a_story(copydesk, story):
    path = story(BAD)
    ran = copydesk("check", "--output-file", "./story.txt", "story.txt")
    assert (ran.code, len(ran.err.splitlines()), path.read_text()) == (2, 1, BAD)


def test_jsonl_is_the_contracts_finding_with_its_path(copydesk, stories):
    lines = [json.loads(line) for line in copydesk("check", "--format", "jsonl", "desk").out.splitlines()]
    contract = json.loads((ROOT / "docs" / "findings.schema.json").read_text())
    whole = [(line.pop("path"), line) for line in lines]
    assert all(line.pop("version") == 1 for _, line in whole)
    assert whole == findings_of(copydesk, "desk")
    for path, line in whole:
        jsonschema.validate({"version": 1, "files": [{"path": path, "findings": [line]}]}, contract)


def test_sarif_is_valid_and_its_regions_hold_the_words(copydesk, stories, tmp_path):
    log = json.loads(copydesk("check", "--format", "sarif", "desk").out)
    jsonschema.validate(log, schema(SARIF))
    (run,) = log["runs"]
    assert len(run["results"]) == len(findings_of(copydesk, "desk")) > 3
    assert len(run["artifacts"]) == 3
    for result in run["results"]:
        (place,) = (location["physicalLocation"] for location in result["locations"])
        assert (
            run["artifacts"][place["artifactLocation"]["index"]]["location"]["uri"]
            == place["artifactLocation"]["uri"]
        )
        text = (tmp_path / unquote(place["artifactLocation"]["uri"])).read_bytes().decode()
        region = place["region"]
        words = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert words == region.get("snippet", {"text": ""})["text"]
        lines = text.split("\n")
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(words)
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    levels = {each["ruleId"]: each["level"] for each in run["results"]}
    assert levels["typography/doubled-space"] in ("warning", "error", "note")
    fix = next(each for each in run["results"] if each["ruleId"] == "typography/doubled-space")["fixes"][0]
    assert fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == " "


def test_sarif_of_clean_copy_is_valid(copydesk, story):
    story(CLEAN)
    log = json.loads(copydesk("check", "--format", "sarif", "story.txt").out)
    jsonschema.validate(log, schema(SARIF))
    assert log["runs"][0]["results"] == []


def test_paths_start_at_the_checkouts_root_where_the_service_names_it(copydesk, stories, tmp_path):
    for key in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        ran = copydesk(
            "check", "--format", "gitlab", "z.txt", cwd=tmp_path / "desk", env={key: str(tmp_path)}
        )
        assert {issue["location"]["path"] for issue in json.loads(ran.out)} == {"desk/z.txt"}
    whole = copydesk("check", "--format", "gitlab", tmp_path / "desk" / "z.txt", env={"CI_PROJECT_DIR": ""})
    assert {issue["location"]["path"] for issue in json.loads(whole.out)} == {"desk/z.txt"}


# As GitHub's runner takes a workflow command apart.
COMMAND = re.compile(r"^::(?P<command>error|warning|notice) (?P<fields>[^:]*)::(?P<message>.*)$")


def unescaped(value):
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, character)
    return value


def test_github_annotations(copydesk, stories):
    shown = []
    for line in copydesk("check", "--format", "github", "desk").out.splitlines():
        parts = COMMAND.match(line)
        assert parts, line
        fields = dict(field.split("=", 1) for field in parts["fields"].split(","))
        shown.append((parts["command"], {key: unescaped(value) for key, value in fields.items()}))
    expected = findings_of(copydesk, "desk")
    assert len(shown) == len(expected)
    for (command, fields), (path, finding) in zip(shown, expected, strict=True):
        assert command == {"error": "error", "warning": "warning", "query": "notice"}[finding["severity"]]
        assert (fields["file"], fields["line"], fields["col"]) == (
            path,
            str(finding["line"]),
            str(finding["column"]),
        )
        assert fields["title"] == f"copydesk: {finding['rule']}"


def test_gitlab_code_quality(copydesk, stories):
    issues = json.loads(copydesk("check", "--format", "gitlab", "desk").out)
    assert len(issues) == len(findings_of(copydesk, "desk"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith(("/", "./"))


def test_gitlab_fingerprints_stay_when_lines_move(copydesk, story):
    story(BAD)
    before = json.loads(copydesk("check", "--format", "gitlab", "story.txt").out)
    story(BAD.replace("VIENNA, May 4", "A line.\n\nVIENNA, May 4"))
    after = json.loads(copydesk("check", "--format", "gitlab", "story.txt").out)
    kept = {issue["fingerprint"] for issue in before} & {issue["fingerprint"] for issue in after}
    assert len(kept) == len(before)


def test_junit(copydesk, stories):
    root = ElementTree.fromstring(copydesk("check", "--format", "junit", "desk").raw)
    suites = {suite.get("name"): suite for suite in root}
    assert suites.keys() == {ODD, "desk/clean.txt", "desk/z.txt"}
    assert [case.get("name") for case in suites["desk/clean.txt"]] == ["no findings"]
    for suite in root:
        assert int(suite.get("tests")) == len(suite)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
    assert int(root.get("failures")) == len(findings_of(copydesk, "desk"))


def test_junit_skips_what_does_not_fail(copydesk, stories):
    root = ElementTree.fromstring(copydesk("check", "--format", "junit", "--fail-on", "error", "desk").raw)
    errors = sum(finding["severity"] == "error" for _, finding in findings_of(copydesk, "desk"))
    assert len(root.findall("*/testcase/failure")) == errors
    assert len(root.findall("*/testcase/skipped")) == len(findings_of(copydesk, "desk")) - errors > 0


def test_checkstyle(copydesk, stories):
    root = ElementTree.fromstring(copydesk("check", "--format", "checkstyle", "desk").raw)
    assert [file.get("name") for file in root] == ["desk/clean.txt", "desk/z.txt", ODD] or len(root) == 3
    shown = [
        (file.get("name"), int(each.get("line")), int(each.get("column"))) for file in root for each in file
    ]
    assert shown == [(path, each["line"], each["column"]) for path, each in findings_of(copydesk, "desk")]
    assert {each.get("severity") for each in root.iter("error")} <= {"error", "warning", "info"}


def test_markdown_keeps_its_tables_whatever_the_story_says(copydesk, story):
    story("He left.\n\nThe minister discussed about the plan | `it` <b>5</b> [x](y).\n", "a|b.txt")
    shown = copydesk("check", "--format", "markdown", "a|b.txt").out
    rows = [line for line in shown.splitlines() if line.startswith("| ")]
    assert len(rows) == 2
    for row in rows:
        assert row.count("|") == 5, row
    assert "<b>5</b>" not in shown
    assert "a&#124;b.txt" in shown


def test_markdown_fits_into_a_comment(copydesk, story):
    story("The ministers met in Vienna.  They left on Monday.\n\n" * 2000)
    shown = copydesk("check", "--format", "markdown", "story.txt").out
    assert len(shown) < 65_000
    listed = sum(line.startswith("| ") for line in shown.splitlines()) - 1
    left_out = re.search(r"^([\d,]+) findings more, not listed here\.$", shown, re.M)
    assert listed + int(left_out[1].replace(",", "")) == 2000


class Page(HTMLParser):
    """The page's elements that are still open, its ids and links, and the text of each story's lines."""

    def __init__(self, page):
        super().__init__()
        self.open, self.ids, self.links, self.loads, self.lines = [], [], [], [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag == "a":
            self.links.append(attrs["href"])
        self.loads += [value for key, value in attrs.items() if key in ("src", "data", "action")]
        if tag in ("script", "link", "iframe"):
            self.loads.append(tag)
        if tag not in ("meta", "input"):
            self.open.append((tag, attrs.get("class")))
        if (tag, attrs.get("class")) == ("p", "text"):
            self.lines.append("")

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if ("p", "text") in self.open and not any(tag == "sup" for tag, _ in self.open):
            self.lines[-1] += data


def test_html_is_one_page_that_loads_nothing_and_links_within(copydesk, stories):
    ran = copydesk("check", "--format", "html", "desk")
    page = Page(ran.out)
    assert page.loads == []
    assert "url(" not in ran.out
    assert "@import" not in ran.out
    assert len(set(page.ids)) == len(page.ids)
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert len([name for name in page.ids if re.fullmatch(r"n\d+", name)]) == len(
        findings_of(copydesk, "desk")
    )
    assert 'He said it was <b>good</b> & "cheap" | 5 % of `it`.' in [
        line.replace("·", " ") for line in page.lines
    ]


def test_html_of_a_long_story_shows_the_lines_near_findings(copydesk, story):
    story("The ministers met in Vienna. They left on Monday.\n\n" * 500 + "They left  early.\n")
    page = Page(copydesk("check", "--format", "html", "story.txt").out)
    assert len(page.lines) < 10


def test_html_of_a_finding_on_the_whole_story(copydesk, story):
    story("The ministers met in Vienna, and they left on Monday without saying a word.\n\n" * 40)
    story("[readability]\nmin-flesch = 121\n", "copydesk.toml")
    ran = copydesk("check", "--format", "html", "story.txt")
    assert "readability/flesch" in ran.out
    Page(ran.out)


def test_exit_zero_and_fail_on(copydesk, story):
    story("The ministers met in Vienna.  They left on Monday.\n")
    story('[severities]\n"typography/doubled-space" = "warning"\n', "copydesk.toml")
    assert copydesk("check", "story.txt").code == 1
    assert copydesk("check", "story.txt", "--fail-on", "query").code == 1
    assert copydesk("check", "story.txt", "--fail-on", "warning").code == 1
    mild = copydesk("check", "story.txt", "--fail-on", "error")
    assert (mild.code, "typography/doubled-space" in mild.out) == (0, True)
    assert copydesk("check", "story.txt", "--exit-zero").code == 0
    assert copydesk("check", "story.txt", "nowhere.txt", "--exit-zero").code == 2
    assert copydesk("check", "story.txt", "--fail-on", "sometimes").code == 2


def test_max_findings_says_how_many_more(copydesk, story):
    story("The ministers met in Vienna.  They left on Monday.\n" * 5, "a.txt")
    story("The ministers met in Vienna.  They left on Monday.\n" * 2, "b.txt")
    ran = copydesk("check", "--max-findings", "3", "--format", "concise", "a.txt", "b.txt")
    assert (ran.code, len(ran.out.splitlines())) == (1, 3)
    assert ran.err == "copydesk: 4 findings more; --max-findings 3 shows no more\n"
    text = copydesk("check", "--max-findings", "0", "a.txt", "b.txt")
    assert text.out.startswith("7 findings in 2 stories")
    assert text.code == 1
    page = copydesk("check", "--max-findings", "3", "--format", "html", "a.txt", "b.txt")
    assert "4 findings more, not shown here" in page.out
    assert copydesk("check", "--max-findings", "7", "a.txt", "b.txt").err == ""
