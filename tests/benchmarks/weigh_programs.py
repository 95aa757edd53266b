# SPDX-License-Identifier: Apache-2.0
"""Weighs what would be installed: bytes, and the libraries that the linker names and that the loader loads; with
--build-time, how long it takes to build from nothing."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from measuring import ROOT, run_part
from processes import Failure, executable_path, mortal

OTHER = "KeePassXC"
PROGRAMS = {"qci-auth-desktop": "QCIAUTH_DESKTOP_EXECUTABLE", "qci-auth": "QCIAUTH_CLI_EXECUTABLE"}
OTHER_PROGRAMS = {"qci-auth-desktop": "keepassxc", "qci-auth": "keepassxc-cli"}
BUILD_TIME = "time to build the programs from nothing"


def run(*command, environment=None):
    result = subprocess.run(mortal(command), env=environment, capture_output=True, text=True, cwd=ROOT, check=False)
    if result.returncode:
        raise Failure(f"{command[0]} ended with {result.returncode}: {result.stderr.strip()[-300:]}")
    return result.stdout


def own_size_mib(programs):
    """Of the programs and their modules, without what only debuggers read."""
    modules = sorted((programs[0].parents[1] / "lib" / "qci-auth" / "modules").glob("*.so"))
    if not modules:
        raise Failure("The modules of qci-auth are not there.")
    size = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in programs + modules:
            stripped = Path(folder, path.name)
            run("strip", "-o", stripped, path)
            size += stripped.stat().st_size
    return size / 2**20


def package_size_mib(package):
    """Of all files of a Debian package, as they lie on the disk."""
    files = [Path(line) for line in run("dpkg-query", "--listfiles", package).splitlines()]
    return sum(path.stat().st_size for path in files if path.is_file() and not path.is_symlink()) / 2**20


def named_libraries(program):
    return run("readelf", "--dynamic", "--wide", program).count("(NEEDED)")


def loaded_libraries(program):
    return run("ldd", program).count("=>")


def build_s():
    """Without the compiler's cache, with as many jobs as there are processors."""
    folder = ROOT / "build" / "bench" / "from-nothing"
    shutil.rmtree(folder, ignore_errors=True)
    environment = os.environ | {"CCACHE_DISABLE": "1"}
    began = time.monotonic()
    run("cmake", "--preset", "release", "-B", folder, "-D", "BUILD_TESTING=OFF", environment=environment)
    run("cmake", "--build", folder, "--parallel", str(os.cpu_count()), "--target", *PROGRAMS, environment=environment)
    took = time.monotonic() - began
    shutil.rmtree(folder)
    return took


def measure(report, options):
    programs = {name: executable_path(variable, name) for name, variable in PROGRAMS.items()}
    has_other = all(shutil.which(other) for other in OTHER_PROGRAMS.values())
    if not has_other:
        report.add_unmeasured(f"size and libraries of {OTHER}", "It is not installed.")
    report.add("installed size: window, command and modules", "MiB", [own_size_mib(list(programs.values()))],
               f"package of {OTHER}", [package_size_mib("keepassxc")] if has_other else None)
    for name, other in OTHER_PROGRAMS.items():
        for what, count in (("named", named_libraries), ("loaded at its start", loaded_libraries)):
            report.add(f"{name}: libraries {what}", "", [count(programs[name])], other,
                       [count(shutil.which(other))] if has_other else None)
    if options.build_time:
        report.add(BUILD_TIME, "s", [build_s()], note=f"{os.cpu_count()} jobs; {OTHER} is not built")
    else:
        report.add_unmeasured(BUILD_TIME, "It takes minutes; ./dev bench --build-time does it.")


def add_options(parser):
    parser.add_argument("--build-time", action="store_true", help="build the programs from nothing")


if __name__ == "__main__":
    run_part(__doc__, measure, add_options)
