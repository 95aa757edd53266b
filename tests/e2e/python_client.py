# SPDX-License-Identifier: Apache-2.0
"""A job of a user who has QCI_API_URL and QCI_TOKEN in the environment, and knows nothing of qci-auth. It does what the
service's Python client does: takes both from the environment, exchanges the API token for an access token, keeps it
until ten minutes before it expires, and calls the service with it. Prints what it was answered; with --exchange-only,
the Authorization header."""

import os
import sys
from copy import deepcopy
from datetime import datetime, timezone

import requests
from requests.compat import urljoin

TIMEOUT_S = 30
MARGIN_S = 10 * 60


class AuthClient:

    def __init__(self):
        self.url = os.environ["QCI_API_URL"]
        if not self.url.endswith("/"):
            self.url += "/"
        self._api_token = os.environ["QCI_TOKEN"]
        self._answer = None

    @property
    def access_token(self):
        """From the last answer as long as that is good, which is looked up each time; a copy, as the client makes."""
        if self._answer:
            expiry = datetime.strptime(self._answer["expires_at_rfc3339"], "%Y-%m-%dT%H:%M:%SZ")
            if (expiry.replace(tzinfo=timezone.utc) - datetime.now(timezone.utc)).total_seconds() < MARGIN_S:
                self._answer = None
        if not self._answer:
            self._answer = self._exchange()
        return deepcopy(self._answer)["access_token"]

    @property
    def headers(self):
        """As the client sends them with each request; the access token is got with the first one."""
        return self._plain_headers() | {"Authorization": f"Bearer {self.access_token}"}

    def _exchange(self):
        answer = requests.post(urljoin(self.url, "auth/v1/access-tokens/"), json={"refresh_token": self._api_token},
                               headers=self._plain_headers(), timeout=TIMEOUT_S)
        answer.raise_for_status()
        return answer.json()

    @staticmethod
    def _plain_headers():
        return {"Content-Type": "application/json", "Connection": "close",
                "X-Request-Timeout-Nano": str(10**9 * TIMEOUT_S)}


def main():
    client = AuthClient()
    if "--exchange-only" in sys.argv[1:]:
        print(client.headers["Authorization"])
        return
    answer = requests.get(f"{client.url}optimization/v1/allocations", headers=client.headers, timeout=TIMEOUT_S)
    print(answer.status_code, answer.text)


if __name__ == "__main__":
    main()
