# SPDX-License-Identifier: Apache-2.0
"""Certificates for servers of tests on this machine."""

from processes import Failure


class Authority:
    """A certificate authority of its own, `ca`, and a certificate of it for this machine, `server`, with its key."""

    def __init__(self, desktop, name="authority"):
        self._desktop = desktop
        folder = desktop.folder / name
        folder.mkdir()
        self.ca = folder / "ca.pem"
        self.server = folder / "server.pem"
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        self._openssl("req", "-x509", *curve, "-days", "2", "-subj", f"/CN={name}", "-keyout", folder / "ca.key",
                      "-out", self.ca)
        self._openssl("req", *curve, "-subj", "/CN=service", "-keyout", folder / "server.key", "-out",
                      folder / "server.csr")
        extensions = folder / "extensions"
        extensions.write_text("subjectAltName=IP:127.0.0.1,IP:0.0.0.0\n")
        self._openssl("x509", "-req", "-in", folder / "server.csr", "-CA", self.ca, "-CAkey", folder / "ca.key",
                      "-CAcreateserial", "-days", "2", "-extfile", extensions, "-out", folder / "server.crt")
        self.server.write_bytes(b"".join((folder / part).read_bytes() for part in ("server.crt", "server.key")))

    def _openssl(self, *arguments):
        code, _, error = self._desktop.run(["openssl", *arguments])
        if code:
            raise Failure(f"openssl made no certificate: {error.decode(errors='replace').strip()}")
