# SPDX-License-Identifier: Apache-2.0
"""Servers that nobody here wrote, between the program and a service on this machine: nginx and HAProxy in front of it,
tinyproxy on the way to it. Each ends with its desktop."""

import socket
from contextlib import suppress

from harness import require_tools
from processes import Failure, unused_port, wait_until

PREFIX = "some/prefix/"


class Server:
    """A server in the foreground, with a folder of its own."""

    def __init__(self, desktop, tool, ports):
        require_tools([tool])
        self.folder = desktop.folder / f"{tool}-{ports[0]}"
        self.folder.mkdir()
        self._desktop = desktop
        self._ports = ports

    def run(self, arguments):
        self.program = self._desktop.start(arguments, self.folder.name)
        wait_until(self._listens, f"{self.folder.name} listens")

    def end(self):
        self.program.end()

    def written(self):
        """All that the server has written into files and said so far, but its own settings."""
        files = [path for path in self.folder.rglob("*") if path.is_file() and path.suffix not in (".conf", ".html")]
        return self.program.log() + "".join(path.read_text(errors="replace") for path in files)

    def _listens(self):
        if self.program.has_ended():
            raise Failure(f"{self.folder.name} ended: {self.written().strip()}")
        with suppress(OSError):
            for port in self._ports:
                socket.create_connection(("127.0.0.1", port), 1).close()
            return True
        return False


class Nginx(Server):
    """nginx with TLS: `tls12`, `tls13` and `http2` are base URLs with a path prefix, `plain` redirects to the second;
    `url(name)` is one where the service is not to be had."""

    def __init__(self, desktop, authority, port):
        names = ["tls12", "tls13", "http2", "plain"]
        ports = dict(zip(names, [unused_port() for _ in names]))
        super().__init__(desktop, "nginx", list(ports.values()))
        for name, own in ports.items():
            setattr(self, name, f"http{'' if name == 'plain' else 's'}://127.0.0.1:{own}/{PREFIX}")
        self._origin = f"https://127.0.0.1:{ports['tls13']}/"
        self._log = self.folder / "access.log"
        configuration = self.folder / "nginx.conf"
        configuration.write_text(self._configuration(ports, authority, port))
        self.run(["nginx", "-e", self.folder / "error.log", "-p", self.folder, "-c", configuration])

    def url(self, name):
        return f"{self._origin}{name}/"

    def calls(self):
        """Each request so far: `HTTP/1.1 TLSv1.3 POST 200`. Those that connected to look are left out."""
        lines = self._log.read_text().splitlines()
        return [line.split("|")[0].strip() for line in lines if line and not line.startswith(" ")]

    def wait_for_calls(self, expected):
        """An answer is with the client before it is in the log."""
        wait_until(lambda: len(self.calls()) >= len(expected), f"{expected} are in nginx' log")
        return self.calls()

    def _configuration(self, ports, authority, port):
        temporary = "".join(f"{kind}_temp_path {self.folder}/{kind};\n"
                            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        return f"""
daemon off;
master_process off;
pid {self.folder}/nginx.pid;
events {{ worker_connections 64; }}
http {{
    {temporary}
    log_format calls '$server_protocol $ssl_protocol $request_method $status|$request $http_authorization';
    access_log {self._log} calls;
    ssl_certificate {authority.server};
    ssl_certificate_key {authority.server};
    keepalive_timeout 3600;
    gzip on;
    gzip_types *;
    gzip_min_length 1;
    gzip_proxied any;
    upstream service {{ server 127.0.0.1:{port}; keepalive 4; }}
    {self._server(f"{ports['tls12']} ssl", "ssl_protocols TLSv1.2;")}
    {self._server(f"{ports['tls13']} ssl", "ssl_protocols TLSv1.3;")}
    {self._server(f"{ports['http2']} ssl http2", "ssl_protocols TLSv1.2 TLSv1.3;")}
    server {{
        listen 127.0.0.1:{ports['plain']};
        return 308 https://127.0.0.1:{ports['tls13']}$request_uri;
    }}
}}
"""

    @staticmethod
    def _server(listen, protocols):
        return f"""
    server {{
        listen 127.0.0.1:{listen};
        {protocols}
        location /{PREFIX} {{
            proxy_pass http://service/;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_buffering off;
        }}
        location /small/ {{ client_max_body_size 1; proxy_pass http://service/; }}
        location /chunked/ {{ gzip off; ssi on; ssi_types *; proxy_pass http://service/; }}
        location /down/ {{ proxy_pass http://127.0.0.1:{unused_port()}; }}
        location /moved/ {{ return 301 https://elsewhere.invalid/; }}
        location /forbidden/ {{ deny all; }}
    }}"""


class HAProxy(Server):
    """HAProxy with TLS: `tls12` and `tls13` are base URLs, HTTP/2 is offered at both; behind `down` nothing runs."""

    def __init__(self, desktop, authority, port):
        ports = {name: unused_port() for name in ("tls12", "tls13", "down")}
        super().__init__(desktop, "haproxy", list(ports.values()))
        for name, own in ports.items():
            setattr(self, name, f"https://127.0.0.1:{own}/")
        configuration = self.folder / "haproxy.conf"
        fronts = "".join(f"""
frontend {name}
    bind 127.0.0.1:{own} ssl crt {authority.server} alpn h2,http/1.1 ssl-min-ver TLSv{version} ssl-max-ver TLSv{version}
    default_backend {'nothing' if name == 'down' else 'service'}
""" for (name, own), version in zip(ports.items(), ("1.2", "1.3", "1.3")))
        configuration.write_text(f"""
global
    log stdout format raw local0
defaults
    mode http
    log global
    log-format "call %HV %sslv %HM %ST %HU"
    http-reuse always
    timeout connect 5s
    timeout client 600s
    timeout server 600s
    timeout http-keep-alive 600s
{fronts}
backend service
    server one 127.0.0.1:{port}
backend nothing
    server one 127.0.0.1:{unused_port()}
""")
        self.run(["haproxy", "-db", "-f", configuration])

    def wait_for_calls(self, expected):
        """Each request so far: `HTTP/1.1 TLSv1.3 POST 200`."""
        def calls():
            lines = [line.split(" ") for line in self.program.log().splitlines() if line.startswith("call HTTP/")]
            return [" ".join(words[1:5]) for words in lines if words[3] != "<BADREQ>"]
        wait_until(lambda: len(calls()) >= len(expected), f"{expected} are in HAProxy's log")
        return calls()


class TinyProxy(Server):
    """tinyproxy, which `url` names, for plain http and for TLS to any port; with a user name it demands to know it."""

    def __init__(self, desktop, user=None, password=None):
        port = unused_port()
        super().__init__(desktop, "tinyproxy", [port])
        self.url = f"http://127.0.0.1:{port}/"
        self.url_with_name = f"http://{user}:{password}@127.0.0.1:{port}/"
        configuration = self.folder / "tinyproxy.conf"
        configuration.write_text(f"""
Port {port}
Listen 127.0.0.1
Allow 127.0.0.1
Timeout 60
LogFile "{self.folder}/tinyproxy.log"
LogLevel Connect
{f"BasicAuth {user} {password}" if user else ""}
""")
        self.run(["tinyproxy", "-d", "-c", configuration])

    def requests(self, method):
        """How many requests of that method came by."""
        return self.written().count(f": {method} ")
