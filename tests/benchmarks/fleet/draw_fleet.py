#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the fleet's simulation and writes results.md and outage.svg beside this file: the same ones every time."""
import csv
import io
import math
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).parent
POLICIES = {
    "program": ("this program", ["policy=program"]),
    "margin": ("on the dot, again every 5 s", ["policy=margin", "pause=5"]),
    "expiry": ("once expired, again every second", ["policy=expiry", "pause=1"]),
}
SCENARIOS = [
    ("The outage of 10 min", []),
    ("The same; the service takes 200 requests a second", ["capacity=200"]),
    ("The same; its 503 says `Retry-After: 60`", ["capacity=200", "retry_after=60"]),
    ("Tokens of 10 min", ["lifetime=600"]),
    ("An outage of one hour", ["outage=3600"]),
    ("An outage of one hour; 200 requests a second", ["outage=3600", "capacity=200"]),
]


def simulate(program, settings):
    output = subprocess.run([program, *settings], check=True, capture_output=True, text=True).stdout
    return [{name: int(value) for name, value in row.items()} for row in csv.DictReader(io.StringIO(output))]


def setting(settings, name, default):
    return next((int(s.partition("=")[2]) for s in settings if s.startswith(name + "=")), default)


def duration(seconds):
    if seconds is None:
        return "not seen"
    if seconds <= 0:
        return "at once"
    return f"{seconds} s" if seconds < 120 else f"{seconds // 60} min {seconds % 60} s"


def measure(rows, outage):
    steady_rows = [row for row in rows if -1800 <= row["second"] < 0]
    steady = sum(row["requests"] for row in steady_rows) / len(steady_rows)
    later = [row for row in rows if row["second"] >= 0]
    within = [row for row in later if row["second"] < outage]
    beyond = [row for row in later if row["second"] >= outage]
    without = [row["second"] for row in beyond if row["without_token"] > 0]
    # Ten seconds at a time, so that one busy second does not count.
    busy = [beyond[i]["second"] + 10 for i in range(0, len(beyond) - 9, 10)
            if sum(row["requests"] for row in beyond[i:i + 10]) >= 20 * steady and beyond[i]["second"] < outage + 7000]
    return {
        "steady": steady,
        "peak_in": max(row["requests"] for row in within),
        "peak_after": max(row["requests"] for row in beyond),
        "most_without": max(row["without_token"] for row in later),
        "token_hours": sum(row["without_token"] for row in later) / 3600,
        "recovered": (max(without) + 1 - outage) if without else 0,
        "calm": (max(busy) - outage) if busy else 0,
    }


def table(program):
    lines = ["<!-- SPDX-License-Identifier: Apache-2.0 -->", "# 100,000 desktops and an outage", "",
             "Written by `draw_fleet.py`; [README.md](README.md) says what the columns mean.", ""]
    for title, settings in SCENARIOS:
        lines += [f"## {title}", "",
                  "| schedule | requests/s before | peak in the outage | peak after it | most without a token | "
                  "hours without one, all together | all have one again | rate below twice the usual |",
                  "|---|--:|--:|--:|--:|--:|--:|--:|"]
        for name, own in POLICIES.values():
            found = measure(simulate(program, own + settings), setting(settings, "outage", 600))
            lines.append(f"| {name} | {found['steady']:.0f} | {found['peak_in']:,} | {found['peak_after']:,} | "
                         f"{found['most_without']:,} | {found['token_hours']:,.0f} | {duration(found['recovered'])} | "
                         f"{duration(found['calm'])} |")
        lines.append("")
    (FOLDER / "results.md").write_text("\n".join(lines))


# -- the picture ------------------------------------------------------------------------------------------------------

WIDTH, HEIGHT, LEFT, RIGHT = 860, 300, 74, 20
FIRST, LAST, STEP = -600, 2400, 10
COLOURS = {"program": "#2f9e44", "margin": "#e8590c", "expiry": "#9c36b5"}


def x(second):
    return LEFT + (second - FIRST) / (LAST - FIRST) * (WIDTH - LEFT - RIGHT)


def curve(rows, value, y):
    chosen = [row for row in rows if FIRST <= row["second"] < LAST]
    points = []
    for i in range(0, len(chosen), STEP):
        part = chosen[i:i + STEP]
        points.append(f"{x(part[0]['second']):.0f} {y(sum(row[value] for row in part) / len(part)):.1f}")
    return "M" + "L".join(points)


def panel(results, value, title, top, marks, y):
    bottom = top + HEIGHT
    svg = [f'<text x="{LEFT}" y="{top - 12}" class="title">{title}</text>',
           f'<rect x="{x(0):.0f}" y="{top}" width="{x(600) - x(0):.0f}" height="{HEIGHT}" class="outage"/>']
    for mark in marks:
        svg.append(f'<path d="M{LEFT} {y(mark):.1f}H{WIDTH - RIGHT}" class="grid"/>'
                   f'<text x="{LEFT - 8}" y="{y(mark) + 4:.1f}" text-anchor="end">{mark:,}</text>')
    for minute in range(FIRST // 60, LAST // 60 + 1, 5):
        svg.append(f'<text x="{x(minute * 60):.0f}" y="{bottom + 18}" text-anchor="middle">{minute}</text>')
    for name, rows in results.items():
        svg.append(f'<path d="{curve(rows, value, y)}" fill="none" stroke="{COLOURS[name]}" stroke-width="2"/>')
    return svg


def picture(program):
    results = {key: simulate(program, own) for key, (_, own) in POLICIES.items()}

    def logarithmic(top):
        return lambda value: top + HEIGHT - max(0.0, math.log10(max(value, 1)) / 5) * HEIGHT

    def linear(top):
        return lambda value: top + HEIGHT - value / 20000 * HEIGHT

    svg = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} 790" font-family="sans-serif" '
           'font-size="13">',
           "<!-- SPDX-License-Identifier: Apache-2.0 -->",
           # A ground of its own: it has to be read on a light page and on a dark one.
           "<style>text{fill:#343a40}.title{font-size:15px;font-weight:bold}.grid{stroke:#ced4da}"
           ".outage{fill:#ffe3e3}</style>",
           f'<rect width="{WIDTH}" height="790" rx="8" fill="#fff"/>']
    place = LEFT
    for key, (name, _) in POLICIES.items():
        svg.append(f'<path d="M{place} 24h26" stroke="{COLOURS[key]}" stroke-width="3"/>'
                   f'<text x="{place + 34}" y="28">{name}</text>')
        place += 230
    svg += panel(results, "requests", "Requests a second, means of 10 s (each line is ten times the one below)", 76,
                 [1, 10, 100, 1000, 10000, 100000], logarithmic(76))
    svg += panel(results, "without_token", "Desktops without a valid token", 440,
                 [0, 5000, 10000, 15000, 20000], linear(440))
    svg += [f'<text x="{x(300):.0f}" y="92" text-anchor="middle">outage</text>',
            f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="780" text-anchor="middle">'
            "minutes since the outage began</text>", "</svg>"]
    (FOLDER / "outage.svg").write_text("\n".join(svg) + "\n")


if __name__ == "__main__":
    table(sys.argv[1])
    picture(sys.argv[1])
