# SPDX-License-Identifier: Apache-2.0
"""A job of a user who has QCI_API_URL and QCI_TOKEN in the environment, and knows nothing of qci-auth. It does what the
service's Python client does: takes both from the environment, exchanges the API token for an access token, and calls
the service with that. Prints what it was answered; with --exchange-only, the Authorization header."""

import os
import sys

import requests

TIMEOUT_S = 30


class AuthClient:

    def __init__(self):
        self.url = os.environ["QCI_API_URL"]
        if not self.url.endswith("/"):
            self.url += "/"
        self._api_token = os.environ["QCI_TOKEN"]
        self._access_token = None

    @property
    def headers(self):
        """As the client sends them with each request; the access token is got with the first one."""
        if self._access_token is None:
            answer = requests.post(f"{self.url}auth/v1/access-tokens/", json={"refresh_token": self._api_token},
                                   headers={"Connection": "close"}, timeout=TIMEOUT_S)
            answer.raise_for_status()
            self._access_token = answer.json()["access_token"]
        return {"Content-Type": "application/json", "Connection": "close",
                "Authorization": f"Bearer {self._access_token}"}


def main():
    client = AuthClient()
    if "--exchange-only" in sys.argv[1:]:
        print(client.headers["Authorization"])
        return
    answer = requests.get(f"{client.url}optimization/v1/allocations", headers=client.headers, timeout=TIMEOUT_S)
    print(answer.status_code, answer.text)


if __name__ == "__main__":
    main()
