"""Deliveries over HTTP to the app's request URL, signed as Slack signs them."""

import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import aiohttp

from bot.sandbox.courier import Answer, Delivery


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """Slack's signature, version 0, over the raw body."""
    signed = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def encode(delivery: Delivery) -> tuple[str, bytes]:
    """The content type and the raw body of a delivery."""
    if delivery.kind == "events_api":
        return "application/json", json.dumps(delivery.payload).encode()
    if delivery.kind == "interactive":
        return "application/x-www-form-urlencoded", urlencode({"payload": json.dumps(delivery.payload)}).encode()
    return "application/x-www-form-urlencoded", urlencode(delivery.payload).encode()


class HttpDelivery:
    """The way to an app that waits behind a request URL."""

    def __init__(self, secret: str, seconds: Callable[[], float], url: str | None = None) -> None:
        self.url = url
        self._secret = secret
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def is_connected(self) -> bool:
        """Whether a request URL is set."""
        return self.url is not None

    def headers(self, delivery: Delivery, content_type: str, body: bytes) -> dict[str, str]:
        """What Slack puts into the head of a delivery."""
        timestamp = str(int(self._seconds()))
        retry = {"x-slack-retry-num": str(delivery.retry_num), "x-slack-retry-reason": delivery.retry_reason}
        return {
            "Content-Type": content_type,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self._secret, timestamp, body),
            **(retry if delivery.retry_num else {}),
        }

    async def carry(self, delivery: Delivery) -> Answer:
        """POST it; redirects are not followed."""
        if self.url is None:
            return Answer("connection_failed")
        if self._session is None:
            self._session = aiohttp.ClientSession()
        content_type, body = encode(delivery)
        headers = self.headers(delivery, content_type, body)
        try:
            async with self._session.post(self.url, data=body, headers=headers, allow_redirects=False) as response:
                failure = None if response.status == 200 else "http_error"
                return Answer(failure, response.status, read_body(await response.read()))
        except aiohttp.ClientError:
            return Answer("connection_failed")

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


def read_body(raw: bytes) -> Any:
    """JSON where it is JSON, text otherwise, None where there is nothing."""
    text = raw.decode(errors="replace").strip()
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text
