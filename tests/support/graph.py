"""A Graph API on loopback: it gives recorded answers of the documented shape, in their order."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


def number(
    phone: str = "+43 664 0090001", status: str = "CONNECTED", **more: object
) -> dict[str, Any]:
    """One entry of ``/phone_numbers``, as the interface documents it."""
    return {
        "id": "106540352242922",
        "display_phone_number": phone,
        "verified_name": "Autohaus Winkler",
        "status": status,
        "quality_rating": "GREEN",
        "name_status": "APPROVED",
        "whatsapp_business_manager_messaging_limit": "TIER_2K",
        "health_status": {
            "can_send_message": "AVAILABLE",
            "entities": [
                {"entity_type": "PHONE_NUMBER", "id": "1", "can_send_message": "AVAILABLE"}
            ],
        },
        **more,
    }


def page(*numbers: Mapping[str, Any], after: str = "") -> dict[str, Any]:
    """One page of numbers; with ``after`` another one follows."""
    paging: dict[str, Any] = {"cursors": {"before": "QVFI", "after": after or "QVFJ"}}
    if after:
        paging["next"] = "https://graph.facebook.com/next"
    return {"data": list(numbers), "paging": paging}


def error(code: int, message: str = "", **more: object) -> dict[str, Any]:
    """An error of the Graph API."""
    told = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "A1b2"}
    return {"error": {**told, **more}}


class GraphServer:
    """Gives its answers one after the other; the last one again and again."""

    def __init__(self, *answers: tuple[int, object]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, dict[str, list[str]], str]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *_what: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(request.path)
        token = request.headers.get("Authorization", "")
        self.asked.append((parts.path, parse_qs(parts.query), token))
        status, told = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        body = told if isinstance(told, bytes) else json.dumps(told).encode()
        request.send_response(status)
        request.send_header("Content-Type", "application/json; charset=UTF-8")
        request.send_header("Content-Length", str(len(body)))
        request.send_header("Connection", "close")
        request.end_headers()
        request.wfile.write(body)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
