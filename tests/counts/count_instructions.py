# SPDX-License-Identifier: Apache-2.0
"""Counts the instructions of representative work, and compares them with those that are stored in counts.json.

Usage: count_instructions.py --qt VERSION --compiler NAME check|update library=PROGRAM|window=PROGRAM|command=PROGRAM...

'check' fails where a count has grown by more than a tenth, and 'update' stores what was counted. A count is the same in
every run, however busy the machine is, but it is also that of the compiler and of the libraries; so it is compared only
where those are the same as for the stored ones, and all that they choose by the processor is switched off.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))

from fakeagent import FakeAgent  # noqa: E402
from processes import Failure  # noqa: E402

STORED = HERE / "counts.json"
TOLERANCE = 0.1
SKIPPED = 77
SECONDS = 200
COUNTED_FUNCTION = "qciauthCounted"
# Of the C library and of Qt, which have functions for several kinds of processors. All that is left is on any x86-64.
NO_LIBC_FEATURES = "glibc.cpu.hwcaps=" + ",".join(
    f"-{name}" for name in ("AVX", "AVX2", "AVX512F", "AVX512VL", "AVX512BW", "BMI1", "BMI2", "ERMS", "FSRM", "LZCNT",
                            "MOVBE", "POPCNT", "RTM", "SSE4_1", "SSE4_2", "SSSE3", "AVX_Fast_Unaligned_Load"))
NO_QT_FEATURES = "sse3 ssse3 sse4.1 sse4.2 avx avx2 avx512f f16c bmi bmi2 rdrnd rdseed sha movbe popcnt aes"


def environment(folder):
    """What a counted program sees: nothing that differs between machines."""
    for name in ("home", "run"):
        (folder / name).mkdir(mode=0o700)
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_HASH_SEED": "0",
        "QT_NO_CPU_FEATURE": NO_QT_FEATURES,
        "GLIBC_TUNABLES": NO_LIBC_FEATURES,
    }


def run_counted(program, folder, variables, options):
    """Runs the program under callgrind; returns its output, and the files with the counts in their order."""
    files = folder / "counts"
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={files}", *options, *map(str, program)]
    try:
        result = subprocess.run(command, env=variables, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Failure(f"{program[0]} did not end within {SECONDS} s under valgrind.") from None
    if result.returncode:
        raise Failure(f"{program[0]} ended with {result.returncode}: {result.stderr.strip()}")
    parts = sorted(folder.glob("counts.*"), key=lambda path: int(path.suffix[1:]))
    return result.stdout, parts or [files]


def total(path):
    return int(re.search(r"^(?:totals|summary): (\d+)", path.read_text(errors="replace"), re.MULTILINE).group(1))


def count_pieces(program, folder, variables):
    """The pieces of a program that is made of counted work, each as the instructions of doing it once."""
    options = ["--collect-atstart=no", f"--toggle-collect={COUNTED_FUNCTION}", f"--dump-after={COUNTED_FUNCTION}"]
    # What is looked up at its first use would be counted with the work that comes first.
    output, parts = run_counted([program], folder, variables | {"LD_BIND_NOW": "1"}, options)
    pieces = [line.split() for line in output.splitlines()]
    if not pieces or len(parts) < len(pieces):
        raise Failure(f"valgrind has counted {len(parts)} of {len(pieces)} pieces of {program}.")
    return {name: total(part) // int(times) for (name, times), part in zip(pieces, parts)}


def count_command(program, folder, variables):
    """A whole process: `qci-auth header`, answered by an agent."""
    answer = {"version": 1, "profile": "default", "access_token": "not.a.secret" * 60, "token_type": "Bearer",
              "expires_at": "2026-11-21T21:37:41Z", "expires_on": 1795297061, "organization_id": "o", "user_id": "u",
              "url": "https://api.qci-prod.com/"}
    with FakeAgent(folder / "run" / "qci-auth", lambda _: json.dumps(answer).encode() + b"\n") as agent:
        output, (part,) = run_counted([program, "header"], folder, variables, [])
        if len(agent.requests) != 1 or not output.startswith("Authorization: "):
            raise Failure("qci-auth did not hand on what the agent has answered.")
    return {"header_from_agent": total(part)}


def count(works):
    counts = {}
    for work in works:
        kind, _, program = work.partition("=")
        with tempfile.TemporaryDirectory(prefix="qci-auth-") as name:
            folder = Path(name)
            measure = count_command if kind == "command" else count_pieces
            counts |= measure(program, folder, environment(folder))
    return counts


def compare(counts, stored):
    """Prints each count beside the stored one; returns the sentences about those that are too different."""
    grown, shrunk = [], []
    for name, now in counts.items():
        before = stored.get(name)
        change = now / before - 1 if before else None
        print(f"{name:32}{now:>12,}" + (f"{before:>14,} {change:+8.1%}" if before else f"{'not stored':>14}"))
        if not before:
            grown.append(f"{name} is {now:,} instructions, and no figure is stored for it.")
        elif change > TOLERANCE:
            grown.append(f"{name} has grown by {change:.1%}: {now:,} instructions, where {before:,} are stored.")
        elif change < -TOLERANCE:
            shrunk.append(f"{name} has shrunk by {-change:.1%}: {now:,} instructions, where {before:,} are stored.")
    return grown, shrunk


def check(works, taken_with):
    stored = json.loads(STORED.read_text())
    if stored["taken_with"] != taken_with:
        print(f"Not compared: the stored figures were taken with {stored['taken_with']}, and here is {taken_with}.")
        return SKIPPED
    grown, shrunk = compare(count(works), stored["instructions"])
    for sentence in shrunk:
        print(f"{sentence} './dev counts' keeps that.")
    for sentence in grown:
        print(sentence)
    if grown:
        print("callgrind_annotate tells why. Where that is worth it, './dev counts' stores the new figures.")
    return 1 if grown else 0


def update(works, taken_with):
    counts = count(works)
    before = json.loads(STORED.read_text())["instructions"] if STORED.exists() else {}
    compare(counts, before)
    STORED.write_text(json.dumps({"taken_with": taken_with, "instructions": counts}, indent=2) + "\n")
    print(f"Stored in {STORED.relative_to(HERE.parent.parent)}.")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--qt", required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("action", choices=["check", "update"])
    parser.add_argument("works", nargs="+")
    arguments = parser.parse_args()
    taken_with = {"architecture": platform.machine(), "libc": os.confstr("CS_GNU_LIBC_VERSION"),
                  "qt": arguments.qt, "compiler": arguments.compiler}
    try:
        action = check if arguments.action == "check" else update
        sys.exit(action(arguments.works, taken_with))
    except Failure as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main()
