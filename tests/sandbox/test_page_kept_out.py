"""What the page's server turns away: what the page would never send, and whoever is not the page."""

import pytest

from bot.sandbox.person import ANA, SUPPORT, Sandbox
from tests.sandbox.conftest import Page


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("say", {"as": "U0FTRAG", "channel": SUPPORT, "text": "x"}),
        ("say", {"as": ANA, "channel": ["x"], "text": "x"}),
        ("act", {"as": ANA}),
        ("clock", {"advance": -5}),
        ("clock", {"advance": "year"}),
        ("clock", {"advance": True}),
        ("clock", {"advance": 1e300}),
        ("clock", {}),
        ("faults", {"method": "x"}),
        ("faults", {"method": "x", "fault": "500", "times": 0}),
        ("invite", {"channel": "C0X"}),
    ],
)
async def test_what_the_page_would_never_send_is_400_with_a_sentence(post: Page, path, body):
    answer = await post(path, **body)

    assert answer["status"] == 400
    assert answer["error"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff"])
async def test_a_post_that_is_no_object_is_400(sandbox: Sandbox, http, body):
    async with http.post(f"{sandbox.url}/api/say", data=body, headers={"X-Sandbox": "1"}) as response:
        assert response.status == 400


@pytest.mark.parametrize("query", [{"as": "U0X"}, {}, {"as": "U0FTRAG"}])
async def test_a_state_for_nobody_is_400(get: Page, query):
    assert (await get("state", **query))["status"] == 400


async def test_a_channel_that_one_is_not_in_is_closed(get: Page):
    assert (await get("messages", **{"as": ANA, "channel": "D0BEN"}))["status"] == 400
    assert (await get("calls", since="x"))["status"] == 400


@pytest.mark.parametrize("host", ["evil.invalid", "127.0.0.1.evil.invalid", "sandbox.local:3000", "[::2]:80", ""])
@pytest.mark.parametrize("path", ["/", "/api/state?as=U0ANA", "/api/slack/auth.test", "/files/F1"])
async def test_another_host_name_is_turned_away(sandbox: Sandbox, http, host, path):
    async with http.get(f"{sandbox.url}{path}", headers={"Host": host}) as response:
        assert response.status == 403


@pytest.mark.parametrize("host", ["localhost:3000", "127.0.0.1", "[::1]:3000"])
async def test_this_machines_names_are_let_in(sandbox: Sandbox, http, host):
    async with http.get(f"{sandbox.url}/api/state?as=U0ANA", headers={"Host": host}) as response:
        assert response.status == 200


async def test_a_post_without_the_pages_header_changes_nothing(sandbox: Sandbox, http):
    body = {"as": ANA, "channel": SUPPORT, "text": "forged"}
    async with http.post(f"{sandbox.url}/api/say", json=body) as response:
        assert response.status == 403

    assert sandbox.messages(SUPPORT) == []


@pytest.mark.parametrize("path", ["/", "/api/state?as=U0ANA", "/nowhere", "/page/nothing.js", "/archives/C0X/p1"])
async def test_everything_served_says_that_nothing_comes_from_outside(sandbox: Sandbox, http, path):
    async with http.get(f"{sandbox.url}{path}") as response:
        policy = response.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'self'")
        assert "frame-ancestors 'none'" in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["..%2f__main__.py", "%2e%2e/server.py", "..\\server.py"])
async def test_only_the_pages_own_files_are_served(sandbox: Sandbox, http, name):
    from yarl import URL

    async with http.get(URL(f"{sandbox.url}/page/{name}", encoded=True)) as response:
        assert response.status in (403, 404)
