#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps resources/translations in step with the texts of the window.

    translations.py LUPDATE update              brings the files up to date; what is new is empty and unfinished
    translations.py LUPDATE check [LANGUAGE...] fails where one is stale, incomplete or wrong (all, where none is named)
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
SOURCES = ["src/desktop", "src/session", "src/core", "ui"]
PLURAL_FORMS = {"en": 2, "de": 2, "fr": 2, "ja": 1, "zh_CN": 1}


def file_of(language, folder=FOLDER):
    return folder / f"qci-auth_{language}.ts"


def update(lupdate, folder):
    """Line numbers stay out, so that only what changed differs; English has plural forms and nothing else."""
    for language in PLURAL_FORMS:
        options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
        options += ["-pluralonly"] if language == "en" else []
        target = ["-target-language", language, "-ts", str(file_of(language, folder))]
        run = subprocess.run([lupdate, *options, *SOURCES, *target], cwd=ROOT, capture_output=True, text=True)
        if run.returncode:
            sys.exit(run.stderr)


def marks(text):
    """What a translation must have as often as its source."""
    found = re.findall(r"%L?\d+|%n|\n|<[^>]+>|https?://|Ctrl\+|QCI_\w+|Authorization: Bearer", text)
    # A mnemonic, but not an ampersand that is shown.
    return sorted(found + ["&"] * len(re.findall(r"&(?=[^\s&])", text.replace("&&", ""))))


def problems_of(message, language):
    source, translation = message.findtext("source"), message.find("translation")
    forms = [translation]
    if message.get("numerus"):
        forms = translation.findall("numerusform")
        if len(forms) != PLURAL_FORMS[language]:
            yield f"has {len(forms)} plural forms, and should have {PLURAL_FORMS[language]}"
    elif len(translation):
        yield "has plural forms, and should have none"
    if translation.get("type"):
        yield translation.get("type")
    for form in forms:
        text = form.text or ""
        if not text:
            yield "is empty"
            continue
        # A form for one need not repeat the number.
        if [mark for mark in marks(text) if mark != "%n"] != [mark for mark in marks(source) if mark != "%n"]:
            yield f"has other placeholders or mnemonics: {text!r}"
        if text != text.strip() and source == source.strip():
            yield f"begins or ends with a space: {text!r}"
        if source.endswith("…") and not re.search(r"…(\(&\w\))?$", text):
            yield f"lacks the … at its end: {text!r}"
    if message.get("numerus") and forms and "%n" in source and "%n" not in (forms[-1].text or ""):
        yield "lacks %n"


def check(lupdate, languages):
    problems = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for language in PLURAL_FORMS:
            shutil.copy(file_of(language), folder)
        update(lupdate, folder)
        for language in languages:
            fresh = ElementTree.parse(file_of(language, folder)).getroot()
            if file_of(language).read_bytes() != file_of(language, folder).read_bytes():
                problems.append(f"{language}: not up to date; run ./dev translations")
            for context in fresh.iter("context"):
                for message in context.iter("message"):
                    text = message.findtext("source")
                    for problem in problems_of(message, language):
                        problems.append(f"{language}: {context.findtext('name')}: {text!r} {problem}")
    if problems:
        sys.exit("\n".join([*problems, f"{len(problems)} problems"]))


def main():
    lupdate, command, *languages = sys.argv[1:]
    if command == "update":
        update(lupdate, FOLDER)
    else:
        check(lupdate, languages or list(PLURAL_FORMS))


if __name__ == "__main__":
    main()
