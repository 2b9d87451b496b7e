"""An organisation's own log-in (OpenID Connect) on this machine; small, but it checks what it is told."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "wederkerig", "geheim van de aanbieder"  # of nobody


class Aanbieder:
    """Who is logged in there, and the codes it gave out."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.wie: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}

    def authorize(self, redirect: str) -> str:
        """What happens where the browser is sent to: the person agrees, and is sent back to this address."""
        asked = {key: value[0] for key, value in parse_qs(urlsplit(redirect).query).items()}
        assert redirect.startswith(f"{self.url}/inloggen?")
        assert asked["client_id"] == CLIENT
        code = f"code{len(self.codes)}"
        self.codes[code] = asked
        back = urlsplit(asked["redirect_uri"])
        return f"{back.path}?code={code}&state={asked['state']}"

    def answer(self, path: str, body: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """What an address says; None for a question that is not in order."""
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/inloggen",
                "token_endpoint": f"{self.url}/bewijs",
                "userinfo_endpoint": f"{self.url}/wie",
                "jwks_uri": f"{self.url}/sleutels",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            }
        if path == "/bewijs":
            return self._token(body)
        if path == "/wie" and authorization == "Bearer toegang":
            return self.wie
        return None

    def _token(self, body: dict[str, str]) -> dict[str, Any] | None:
        asked = self.codes.pop(body.get("code", ""), None)
        proof = hashlib.sha256(body.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(proof).rstrip(b"=").decode()
        if asked is None or body.get("client_secret") != SECRET or asked["code_challenge"] != challenge:
            return None
        now = int(time.time())
        claims = self.wie | {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60}
        return {
            "access_token": "toegang",
            "token_type": "Bearer",
            "id_token": jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "1"}),
        }


@contextmanager
def provider() -> Iterator[Aanbieder]:
    """Run one until the test is over."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = False
    aanbieder = Aanbieder(f"http://127.0.0.1:{server.server_port}")
    _Handler.aanbieder = aanbieder
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield aanbieder
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    aanbieder: Aanbieder

    def do_GET(self) -> None:
        self._respond({})

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._respond({key: value[0] for key, value in parse_qs(raw).items()})

    def _respond(self, body: dict[str, str]) -> None:
        said = self.aanbieder.answer(urlsplit(self.path).path, body, self.headers.get("Authorization", ""))
        content = json.dumps(said if said is not None else {"error": "invalid_request"}).encode()
        self.send_response(200 if said is not None else 400)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Say nothing."""
