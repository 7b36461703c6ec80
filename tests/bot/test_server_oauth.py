"""Installing by OAuth: the whole way works, and no other way installs anything."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from bot.app import Bot
from bot.delivery import SlackAnswer
from bot.rim.oauth import BACK, INSTALL, Install
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.setup.settings import Connection, Mode
from bot.slack.scopes import SCOPES
from storage.records import Tenant
from tests.bot.served import open_bot
from tests.ports import free_port

TENANT = Tenant(team="T0SANDBOX")


class Browser:
    """A person's browser on the way through an install; it keeps the one cookie."""

    def __init__(self, web: aiohttp.ClientSession, sandbox: Sandbox, bot: Bot, url: str) -> None:
        self.web = web
        self.sandbox = sandbox
        self.bot = bot
        self.url = url
        self.cookie = ""

    async def begin(self) -> str:
        """Follow the install link; gives the address that Slack is asked with."""
        async with self.web.get(self.url + INSTALL, allow_redirects=False) as response:
            assert response.status == 302
            kept = response.cookies["ftrag-install"]
            assert (kept["secure"], kept["httponly"], kept["samesite"]) == (True, True, "Lax")
            self.cookie = f"ftrag-install={kept.value}"
            return response.headers["Location"]

    async def allow(self, asked: str) -> str:
        """Press Allow; gives the address that Slack sends the browser back to."""
        async with self.web.post(asked, allow_redirects=False) as response:
            assert response.status == 302
            return response.headers["Location"]

    async def back(self, address: str) -> tuple[int, str]:
        """Come back; gives the status and the page."""
        async with self.web.get(address, headers={"Cookie": self.cookie}) as response:
            assert "default-src 'none'" in response.headers["Content-Security-Policy"]
            return response.status, await response.text()

    async def installed(self) -> bool:
        return await self.bot.engine.storage.installations.get(TENANT) is not None


@pytest.fixture
async def browser(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Browser]:
    public = f"http://127.0.0.1:{free_port()}"
    port = int(public.rpartition(":")[2])
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as web,
        open_bot(Mode.OAUTH, sqlite_url, tmp_path, ftrag_public_url=public, bot_port=port) as (sandbox, bot, url),
    ):
        yield Browser(web, sandbox, bot, url)


async def test_an_install_stores_the_token_sealed_and_the_bot_answers(browser: Browser, tmp_path: Path):
    asked = await browser.begin()
    status, page = await browser.back(await browser.allow(asked))
    await browser.sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")

    installation = await browser.bot.engine.storage.installations.get(TENANT)
    assert (status, "ftrag is installed" in page) == (200, True)
    assert await browser.sandbox.message(SUPPORT, "Support copilot")
    assert installation is not None
    assert installation.bot_token not in page
    assert installation.bot_token.encode() not in b"".join(path.read_bytes() for path in tmp_path.glob("ftrag.db*"))
    assert set(parse_qs(urlsplit(asked).query)["scope"][0].split(",")) == set(SCOPES)


async def test_a_return_is_good_once(browser: Browser):
    address = await browser.allow(await browser.begin())
    await browser.back(address)
    await browser.bot.engine.storage.installations.delete(TENANT)

    status, _ = await browser.back(address)

    assert (status, await browser.installed()) == (400, False)


async def test_of_two_returns_at_once_one_installs(browser: Browser):
    address = await browser.allow(await browser.begin())
    returns = await asyncio.gather(browser.back(address), browser.back(address))

    assert sorted(status for status, _ in returns) == [200, 400]


async def test_an_error_beside_a_code_installs_nothing(browser: Browser):
    address = await browser.allow(await browser.begin())
    status, page = await browser.back(f"{address}&error=access_denied")

    assert (status, "Nothing was installed" in page) == (200, True)
    assert not await browser.installed()


async def test_a_return_in_another_browser_installs_nothing(browser: Browser):
    address = await browser.allow(await browser.begin())
    browser.cookie = ""

    assert (await browser.back(address))[0] == 400
    assert not await browser.installed()


async def test_a_return_after_ten_minutes_installs_nothing(browser: Browser):
    address = await browser.allow(await browser.begin())
    browser.sandbox.advance("day")

    assert (await browser.back(address))[0] == 400
    assert not await browser.installed()


@pytest.mark.parametrize("state", ["", "x", "../x", "ü", "<script>alert(1)</script>", "\x00", "a" * 5_000])
async def test_a_made_up_state_installs_nothing_and_comes_back_in_no_page(browser: Browser, state: str):
    code = parse_qs(urlsplit(await browser.allow(await browser.begin())).query)["code"][0]
    address = str(aiohttp.typedefs.URL(browser.url + BACK).with_query(state=state, code=code))
    browser.cookie = f"ftrag-install={state}" if state.isascii() and state.isprintable() else browser.cookie

    status, page = await browser.back(address)

    assert status == 400
    assert "<script>" not in page
    assert not await browser.installed()


async def test_who_declines_reads_that_nothing_was_installed(browser: Browser):
    state = parse_qs(urlsplit(await browser.begin()).query)["state"][0]
    status, page = await browser.back(f"{browser.url}{BACK}?error=access_denied&state={state}")

    assert status == 200
    assert "Nothing was installed" in page


@pytest.mark.parametrize("fault", ["503", "cut", "html", "invalid_code"])
async def test_an_exchange_that_fails_installs_nothing(browser: Browser, fault: str):
    address = await browser.allow(await browser.begin())
    browser.sandbox.fail("oauth.v2.access", fault)

    assert (await browser.back(address))[0] == 400
    assert not await browser.installed()


async def test_an_uninstall_ends_it_at_once_and_takes_all_data(browser: Browser):
    await browser.back(await browser.allow(await browser.begin()))
    await browser.sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
    await browser.sandbox.message(SUPPORT, "Support copilot")
    browser.sandbox.uninstall()
    await browser.sandbox.delivered()

    storage = browser.bot.engine.storage
    assert not await browser.installed()
    assert await browser.bot.engine.workspaces.token(TENANT) is None
    assert await storage.assessments.in_channel(TENANT, SUPPORT, limit=5) == ()
    assert await storage.outbox.pending_count() == 0


async def test_a_workspace_that_never_installed_it_hears_so(browser: Browser):
    await browser.sandbox.say(ANA, SUPPORT, "/ftrag help")

    assert "not installed" in browser.sandbox.words(await browser.sandbox.ephemeral(ANA))


@pytest.mark.parametrize("team", [None, {"id": "T0SANDBOX"}])
async def test_an_install_for_a_whole_organization_is_refused_with_a_sentence(browser: Browser, team: dict | None):
    body = {"access_token": "xoxb-org", "team": team, "enterprise": {"id": "E1"}, "is_enterprise_install": True}
    install = Install(browser.bot, Connection(mode=Mode.OAUTH, api_url=browser.sandbox.api_url), None)

    page = await install._install(SlackAnswer(ok=True, body=body))

    assert page.status == 400
    assert "one workspace at a time" in page.text
    assert not await browser.installed()
