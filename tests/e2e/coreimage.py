# SPDX-License-Identifier: Apache-2.0
"""What is in the memory of a process, as whoever may debug it sees it: a core image, and a search for pieces of it."""

import base64
import ctypes
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

from processes import Failure

PAGE = 4096
# Whoever has as much of a token has a good part of it, and chance brings forth no such run.
PIECE = 16


def why_not():
    """Why no core image can be taken here; empty where it can."""
    if os.geteuid() != 0:
        return "Only root may look into a process that is not dumpable"
    if shutil.which("gcore") is None:
        return "gcore is not installed (Debian: gdb)"
    if not may_trace():
        return "Even root may not trace a process that is not dumpable here: this needs CAP_SYS_PTRACE"
    return ""


def may_trace():
    """Tries it with a child."""
    pr_set_dumpable, ptrace_seize = 4, 0x4206
    libc = ctypes.CDLL(None)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            libc.prctl(pr_set_dumpable, 0, 0, 0, 0)
            os.close(writer)
            signal.pause()
        finally:
            os._exit(1)
    os.close(writer)
    os.read(reader, 1)  # ends when the child has closed its end, too
    os.close(reader)
    allowed = libc.ptrace(ptrace_seize, child, None, None) == 0
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return allowed


def core_image(pid, folder):
    """All that the process has in its memory, without the pages that are blank."""
    path = folder / "core"
    result = subprocess.run(["gcore", "-o", path, str(pid)], capture_output=True, timeout=120, check=False)
    file = Path(f"{path}.{pid}")
    if not file.exists():
        raise Failure(f"gcore made no core image: {result.stderr.decode(errors='replace').strip()}")
    blank = bytes(PAGE)
    try:
        with open(file, "rb") as content:
            return b"".join(page for page in iter(lambda: content.read(PAGE), b"") if page != blank)
    finally:
        file.unlink()


def texts(image):
    """All that may be a piece of a token in the image, in UTF-8 or UTF-16, each on a line of its own."""
    letter = rb"[\w+/.=-]"
    wide = re.findall(rb"(?:%s\0){%d,}" % (letter, PIECE), image)
    return b"\n".join(re.findall(rb"%s{%d,}" % (letter, PIECE), image) + [text[::2] for text in wide])


def runs(text, form):
    """How often the text has a piece of the form that is long enough."""
    half = PIECE // 2
    found = set()
    # Any piece has a whole half among these, wherever it begins.
    for begin in range(0, len(form) - half + 1, half):
        at = text.find(form[begin:begin + half])
        while at >= 0:
            start, first = at, begin
            while first > 0 and text[start - 1] == form[first - 1]:
                start, first = start - 1, first - 1
            if form[first:first + PIECE] == text[start:start + PIECE]:
                found.add(start)
            at = text.find(form[begin:begin + half], at + 1)
    return len(found)


def copies(image, secret):
    """How many pieces of the secret are in the image, by the way in which they are written."""
    plain = secret.encode()
    forms = {"as it is": plain}
    # Inside a longer text, by where it begins among groups of three bytes.
    for before in range(3):
        forms[f"base64 {before}"] = base64.b64encode(bytes(before) + plain)[4:len(plain) // 3 * 4]
    text = texts(image)
    found = {way: runs(text, form) for way, form in forms.items()}
    return {way: count for way, count in found.items() if count}


def secret_part(access_token):
    """What of a token is hard to guess: of a JWT not its header, which all have alike."""
    return access_token[access_token.find(".") + 1:]
