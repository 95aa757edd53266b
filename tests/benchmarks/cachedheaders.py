# SPDX-License-Identifier: Apache-2.0
"""What a caller of the Python client pays for the headers while the access token is valid: prints nanoseconds a call.

Usage: cachedheaders.py CALLS, with QCI_API_URL and QCI_TOKEN in the environment
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "e2e"))

from python_client import AuthClient  # noqa: E402, it is not in this folder


def main():
    calls = int(sys.argv[1])
    client = AuthClient()
    expected = client.headers["Authorization"]
    begin = time.perf_counter_ns()
    for _ in range(calls):
        if client.headers["Authorization"] != expected:
            sys.exit("The header has changed.")
    print((time.perf_counter_ns() - begin) / calls)


if __name__ == "__main__":
    main()
