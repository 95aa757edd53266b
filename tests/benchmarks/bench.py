# SPDX-License-Identifier: Apache-2.0
"""Runs the benchmarks, one part after the other, and prints one table; the report is in build/bench.

Usage: ./dev bench [--quick] [--build-time] [PART...]

It fails on no machine for being slow, and says what could not be measured. Ended before its time, it ends all that it
has started.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import NamedTuple

from measuring import ROOT, Report
from processes import adopt_orphans, end_adopted_children, end_with_cleanup_on_signals, mortal

HERE = Path(__file__).resolve().parent
RESULTS = ROOT / "build" / "bench"
# A machine that has something else to do: a load above this at the beginning is told beside the figures.
QUIET_LOAD = 0.5
# How long a slow machine builds.
BUILDING_S = 3600
# All parts together: what is promised is under ten minutes, and writing the report is in it.
WHOLE_S = 590
# How long a part may take to end what it has started.
LEAVING_S = 20


class Part(NamedTuple):
    """A script of this folder, and what is kept for it of the time of all: what others do not need, it may take."""
    name: str
    script: str
    about: str
    kept_s: int


PARTS = [
    Part("commands", "compare_commands.py", "qci-auth as a whole process", 40),
    Part("windows", "compare_windows.py", "the window from its start to what it shows", 40),
    Part("size", "weigh_programs.py", "files and libraries", 10),
    Part("library", "measure_library.py", "the library within a program", 15),
    Part("crowds", "measure_crowds.py", "two hundred programs at once, and a busy agent", 30),
    Part("profiles", "measure_profiles.py", "a window with up to a thousand profiles", 80),
    Part("idle", "watch_idle.py", "windows with which nothing happens for five minutes", 340),
]


def main():
    options = parse_options()
    chosen = [part for part in PARTS if not options.parts or part.name in options.parts]
    end_with_cleanup_on_signals()
    adopt_orphans()
    report = Report()
    facts = about_this_run(options)
    end_by = facts["began"] + WHOLE_S + BUILDING_S * options.build_time
    try:
        for index, part in enumerate(chosen):
            kept_s = sum(later.kept_s for later in chosen[index + 1:])
            run(part, options, report, end_by - kept_s - time.monotonic())
    except SystemExit:
        report.add_unmeasured(f"the rest of '{part.name}' and what follows", "It was ended before its time.")
        raise
    finally:
        end_adopted_children()
        facts["took_s"] = round(time.monotonic() - facts.pop("began"))
        write(report, facts)
    print(f"\n{report.text()}\n\nThe report is in {RESULTS.relative_to(ROOT)}/report.md and report.json.")
    if facts["load_before"] > QUIET_LOAD:
        print(f"The machine was busy: its load was {facts['load_before']} before the first part.")


def parse_options():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__.splitlines()[0],
                                     formatter_class=argparse.RawDescriptionHelpFormatter,
                                     epilog="\n".join(f"  {part.name:12}{part.about}" for part in PARTS))
    parser.add_argument("--quick", action="store_true", help="measure less often, for a first look")
    parser.add_argument("--build-time", action="store_true",
                        help="build the programs from nothing, too; it takes minutes, and is in the part 'size'")
    parser.add_argument("parts", nargs="*", metavar="PART", help="these alone; all parts are listed below")
    options = parser.parse_args()
    known = [part.name for part in PARTS]
    for name in options.parts:
        if name not in known:
            parser.error(f"there is no part '{name}'; these are: {', '.join(known)}")
    return options


def run(part, options, report, limit_s):
    """Runs a part to its end, or ends it after that time, and adds its rows."""
    print(f"==> {part.name}: {part.about}", flush=True)
    rows = RESULTS / f"{part.name}.json"
    rows.unlink(missing_ok=True)
    command = [sys.executable, "-B", HERE / part.script, "--json", rows]
    command += ["--quick"] * options.quick
    began = time.monotonic()
    command += ["--build-time"] * (options.build_time and part.name == "size")
    with tempfile.TemporaryFile() as said:
        # A session of its own: who presses Ctrl-C ends this process, which ends the part, once.
        process = subprocess.Popen(mortal(command), cwd=ROOT, stdin=subprocess.DEVNULL, stderr=said,
                                   start_new_session=True)
        trouble = ""
        try:
            process.wait(limit_s)
        except subprocess.TimeoutExpired:
            trouble = f"It took more than {limit_s:.0f} s, which is all that the other parts leave it."
        finally:
            end(process)
            end_adopted_children()
        said.seek(0)
        last_words = said.read().decode(errors="replace").strip().splitlines()[-1:]
    print(f"    {time.monotonic() - began:.0f} s", flush=True)
    if rows.exists():
        report.read(rows)
    if process.returncode and not trouble:
        trouble = f"It ended with {process.returncode}: {' '.join(last_words)}"
    if trouble:
        report.add_unmeasured(f"{'the rest' if rows.exists() else 'all'} of '{part.name}'", trouble)


def end(process):
    """Asks the part to end, and sees to it."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(LEAVING_S)
    process.kill()
    process.wait()


# -- on what it was measured -----------------------------------------------------------------------------------------

def about_this_run(options):
    return {
        "began": time.monotonic(),
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": commit(),
        "cpu": processor(),
        "cpus": os.cpu_count(),
        "memory_mib": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20,
        "system": system(),
        "kernel": platform.release(),
        "qt": first_line(["qmake6", "-query", "QT_VERSION"]),
        "compiler": first_line(["c++", "--version"]),
        "load_before": round(os.getloadavg()[0], 2),
        "quick": options.quick,
    }


def commit():
    name = first_line(["git", "rev-parse", "--short=12", "HEAD"])
    return name + (" and changes" if first_line(["git", "status", "--porcelain", "--untracked-files=no"]) else "")


def processor():
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def system():
    with suppress(OSError):
        return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
    return platform.system()


def first_line(command):
    with suppress(OSError):
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.partition("\n")[0]
    return ""


# -- the report ------------------------------------------------------------------------------------------------------

def write(report, facts):
    rows = {"rows": report.rows, "unmeasured": report.unmeasured}
    (RESULTS / "report.json").write_text(json.dumps(facts | rows, ensure_ascii=False, indent=1), encoding="utf-8")
    (RESULTS / "report.md").write_text(markdown(report, facts), encoding="utf-8")


def markdown(report, facts):
    quick = " A quick run: few rounds, short waits." if facts["quick"] else ""
    return f"""# Measured side by side

{facts["date"]}, commit {facts["commit"]}, {facts["took_s"]} s.{quick}

{facts["cpus"]} × {facts["cpu"]}, {facts["memory_mib"]:,} MiB; {facts["system"]}, Linux {facts["kernel"]}, \
Qt {facts["qt"]}, {facts["compiler"]}. Load before: {facts["load_before"]}.

Each row and what it is compared with took turns in the same run (A B A B). Medians; in brackets the quartiles; the \
ratio is that of the medians.

{report.markdown()}
"""


if __name__ == "__main__":
    RESULTS.mkdir(parents=True, exist_ok=True)
    main()
