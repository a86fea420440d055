"""Write editor/languagetool/lock.json anew: every jar that LanguageTool's server needs for English.

Needs Maven (`mvn`) on PATH; users never do, as the lock file holds all that the installer must know.
Run: python tools/lock_languagetool.py [VERSION]

`languagetool-server` depends on `language-all` (all languages, 252 MB). Only English is wanted, and the
three languages whose classes the server's language detector names whether they are used or not.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

VERSION = "6.8"
REPOSITORY = "https://repo.maven.apache.org/maven2"
LANGUAGES = ("en", "es", "ca", "pt")
GROUP = "org.languagetool"
LOCK = Path(__file__).resolve().parent.parent / "editor" / "languagetool" / "lock.json"


def pom(version: str) -> str:
    """A Maven project that depends on the server without language-all, and on the languages named above."""
    languages = "".join(
        f"<dependency><groupId>{GROUP}</groupId><artifactId>language-{code}</artifactId>"
        f"<version>{version}</version></dependency>"
        for code in LANGUAGES
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>lock</groupId><artifactId>lock</artifactId><version>1</version><dependencies>"
        f"<dependency><groupId>{GROUP}</groupId><artifactId>languagetool-server</artifactId>"
        f"<version>{version}</version><exclusions><exclusion><groupId>{GROUP}</groupId>"
        "<artifactId>language-all</artifactId></exclusion></exclusions></dependency>"
        f"{languages}</dependencies></project>"
    )


def artifacts(jars: Path) -> list[dict[str, str | int]]:
    """One entry for each jar under `jars`, a folder laid out as a Maven repository; sorted by path."""
    entries: list[dict[str, str | int]] = []
    for jar in sorted(jars.rglob("*.jar")):
        version, artifact = jar.parent.name, jar.parent.parent.name
        entry: dict[str, str | int] = {
            "group": ".".join(jar.parent.parent.parent.relative_to(jars).parts),
            "artifact": artifact,
            "version": version,
        }
        rest = jar.stem.removeprefix(f"{artifact}-{version}").removeprefix("-")
        if rest:
            entry["classifier"] = rest
        content = jar.read_bytes()
        entry["size"] = len(content)
        entry["sha256"] = hashlib.sha256(content).hexdigest()
        entries.append(entry)
    return entries


def main() -> None:
    """Resolve with Maven into a temporary folder and write the lock file."""
    version = sys.argv[1] if len(sys.argv) > 1 else VERSION
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        (project / "pom.xml").write_text(pom(version), encoding="utf-8")
        jars = project / "jars"
        subprocess.run(
            [
                "mvn",
                "-q",
                "-B",
                "dependency:copy-dependencies",
                "-DincludeScope=runtime",
                f"-DoutputDirectory={jars}",
                "-Dmdep.useRepositoryLayout=true",
            ],
            cwd=project,
            check=True,
        )
        found = artifacts(jars)
    # The server's own jar first, then English: the class path keeps this order.
    first = ["languagetool-server", "languagetool-core", "language-en"]
    found.sort(key=lambda e: first.index(str(e["artifact"])) if e["artifact"] in first else len(first))
    lines = ",\n".join("    " + json.dumps(entry) for entry in found)
    LOCK.write_text(
        f'{{\n  "languagetool": "{version}",\n  "repository": "{REPOSITORY}",\n  "artifacts": [\n{lines}\n  ]\n}}\n',
        encoding="utf-8",
    )
    total = sum(int(entry["size"]) for entry in found)
    print(f"{len(found)} jars, {total / 1e6:.1f} MB: {LOCK}")


if __name__ == "__main__":
    main()
