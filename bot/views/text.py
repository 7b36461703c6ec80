"""Text made safe for Slack: cleaned, cut where it can be seen, escaped once. Everything that people typed passes here.

Slack reads `&`, `<` and `>` as markup, and `*`, `_`, `~`, backticks and `:names:` as formatting that cannot be escaped.
So typed words that stand inside a sentence of ours have those marks replaced by signs that look the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from rules.calendar import name_of
from rules.catalog.sources import in_brief_together

ELLIPSIS = "…"
NAMELESS = "(no name)"
"""Stands where a name has no visible character."""
NAME_LIMIT = 80
"""How much of a feature's name is shown inside a sentence; the full name is in the modal and in the record."""
QUOTE_LIMIT = 120

_READ = 2_000
"""How much of a long text is looked at where only its beginning is shown."""
_JOINERS = {"\u200c", "\u200d"}
_USER_ID = re.compile(r"[UW][A-Z0-9]{2,20}")
_CHANNEL_ID = re.compile(r"[CDG][A-Z0-9]{2,20}")
_ADDRESS = re.compile(r"https?://[^\s<>|\"'`\\^{}]{1,1900}")
_MARKS = str.maketrans({"*": "∗", "~": "∼", "`": "ˋ", "|": "∣"})
_EDGE_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_EMOJI_NAME = re.compile(r":(?=[a-z0-9_+'-]+:)", re.IGNORECASE)
_TOKEN = re.compile(r"<[^<>]*>|&(?:amp|lt|gt);")
_CLAUSE_END = re.compile(r"[:;.](?= )")
_ALONE = " -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2328\u232b-\u2426\u2460-\u2adb"
"""Visible characters that join no other, count once and have one form: nearly all that is written here."""
_PLAIN = re.compile(f"[{_ALONE}]*")
_LINES = re.compile(f"[{_ALONE}\n]*")
_OTHERS = re.compile(f"[^{_ALONE}]+")
_MOST_MARKS = 4
"""How many combining marks stay on one letter; more only blot out the lines around it."""


def size(text: str) -> int:
    """The length as Slack may count it: UTF-16 units, the larger of the two usual ways."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """One visible line: no control, direction or invisible characters, no line breaks, no towers of accents."""
    if not _PLAIN.fullmatch(text):
        whole = text.encode("utf-16-le", "replace").decode("utf-16-le", "replace")
        text = _OTHERS.sub(_seen, unicodedata.normalize("NFC", whole))
    return " ".join(text.split())


def _seen(others: re.Match[str]) -> str:
    """What is left of characters one behind the other that are none of the plain ones."""
    kept: list[str] = []
    marks = 0
    for character in others[0]:
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if category in {"Cc", "Zl", "Zp"}:
            kept.append(" ")
        elif (category[0] != "C" or character in _JOINERS) and marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def clusters(text: str) -> Iterator[str]:
    """The characters as people see them: a letter with its accents, a flag, a joined emoji are one each."""
    cluster = ""
    for character in text:
        if cluster and not _joins(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _joins(cluster: str, character: str) -> bool:
    last = cluster[-1]
    if unicodedata.category(character) in {"Mn", "Me", "Mc"} or character in _JOINERS or _is_skin_tone(character):
        return True
    if last == "\u200d":
        return True
    if _is_flag_half(character) and _is_flag_half(last):
        return sum(map(_is_flag_half, cluster)) % 2 == 1
    return "\u1160" <= character <= "\u11ff" and "\u1100" <= last <= "\u11ff"


def _is_skin_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def cut(text: str, limit: int) -> str:
    """The text within the limit, cut between visible characters and marked with an ellipsis where it was longer."""
    if size(text) <= limit:
        return text
    begins = _LINES.match(text, 0, limit)
    alone = max(begins.end() - 1, 0) if begins else 0  # the last of them may be joined by what follows
    kept, left = [text[:alone]], limit - 1 - alone
    for cluster in clusters(text[alone:]):
        left -= size(cluster)
        if left < 0:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + ELLIPSIS


def at_a_word(text: str, limit: int) -> str:
    """The same, with no word broken off where there are several."""
    kept = cut(text, limit)
    whole = kept.removesuffix(ELLIPSIS).rpartition(" ")[0] if kept != text else ""
    return f"{whole.rstrip(' ,;:“(')}{ELLIPSIS}" if whole else kept


def escape(text: str) -> str:
    """The three signs that Slack reads as markup, written so that they are shown."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def typed(text: str, limit: int = QUOTE_LIMIT) -> str:
    """Words of people inside a sentence of ours: one line, shown as typed, without any power over the rest."""
    inert = _EMOJI_NAME.sub("꞉", _EDGE_UNDERSCORE.sub("＿", clean(text[:_READ]).translate(_MARKS)))
    return escape(cut(inert, limit))


def plain(text: str, limit: int) -> str:
    """Words for a `plain_text` element, which Slack never formats: cleaned and cut, as they were typed."""
    return cut(clean(text[: max(_READ, limit)]), limit)


def name(text: str, limit: int = NAME_LIMIT) -> str:
    """A feature's name inside a sentence."""
    return typed(text, limit) or NAMELESS


def quoted(text: str, limit: int = QUOTE_LIMIT) -> str:
    """Typed words in quotation marks."""
    return f"“{typed(text, limit)}”"


def ours(text: str) -> str:
    """A sentence of the rules: trusted not to format, escaped all the same, on one line."""
    return escape(clean(text))


def person(user: str | None) -> str:
    """A person by their name, as Slack shows it to each reader."""
    if user and _USER_ID.fullmatch(user):
        return f"<@{user}>"
    return typed(user or "", 40) or "someone"


def people(users: Iterable[str]) -> str:
    """Several people by name; of more than five the rest are counted."""
    listed = [person(user) for user in dict.fromkeys(users)]
    return listing(listed if len(listed) <= 5 else [*listed[:4], f"{len(listed) - 4} more"])


def everybody(users: Iterable[str]) -> str:
    """All of them by name, however many: whoever is asked is called."""
    return listing(map(person, users))


def channel(found: str) -> str:
    """A channel by its name, as Slack shows it to each reader."""
    return f"<#{found}>" if is_channel(found) else "this channel"


def is_channel(found: str) -> bool:
    """Whether Slack would know this id as a channel's, a direct message's included."""
    return _CHANNEL_ID.fullmatch(found) is not None


def listing(words: Iterable[str], last: str = "and") -> str:
    """Words joined as in a sentence: "a, b and c"."""
    found = list(words)
    return f"{', '.join(found[:-1])} {last} {found[-1]}" if len(found) > 1 else "".join(found)


def link(address: str, label: str, limit: int = 150) -> str:
    """A link that shows its label; the label alone where the address is none that we would open."""
    safe = name(label, limit)
    return f"<{escape(address)}|{safe}>" if _ADDRESS.fullmatch(address) else safe


def cited(source: str) -> str:
    """Where a claim comes from, in brief: each publication by its authors and year, linked where it has an address."""
    return "; ".join(dict.fromkeys(_brief(one) for one in in_brief_together(source.split("; "))))


def _brief(source: str) -> str:
    title, is_linked, address = source.rpartition(", https://")
    if is_linked:
        return link(f"https://{address}", title.partition(",")[0])
    return ours(source)


def moment(at: datetime) -> str:
    """A moment in each reader's own zone, with its UTC time where Slack cannot convert it."""
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}} at {{time}}|{at:%b} {at.day}, {at:%Y, %H:%M} UTC>"


def day(at: datetime) -> str:
    """A day in each reader's own zone, never as "today", which would not fit behind "on": "November 22, 2026"."""
    return f"<!date^{int(at.timestamp())}^{{date}}|{at:%B} {at.day}, {at.year}>"


def due(iso: str) -> str:
    """A due date, which is the same day everywhere: "Dec 5, 2026"."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return typed(iso, 20)
    return f"{day:%b} {day.day}, {day.year}"


def month_name(month: str) -> str:
    """A month by its name: "December 2026"."""
    try:
        return name_of(month)
    except ValueError:
        return typed(month, 20) or "this month"


def ordinal(number: int) -> str:
    """A place in a row: "3rd"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in {11, 12, 13} else 0, "th")
    return f"{number:,}{ending}"


def fitted(markup: str, limit: int) -> str:
    """Our own markup within the limit: never cut inside a token or an entity, bold closed again."""
    if size(markup) <= limit:
        return markup
    kept = cut(markup, limit - 2).removesuffix(ELLIPSIS)
    for token in _TOKEN.finditer(markup):
        if token.end() > len(kept):
            kept = kept[: token.start()]
            break
    last_line = kept.rpartition("\n")[2]
    return kept.rstrip() + ELLIPSIS + ("*" if last_line.count("*") % 2 else "")


def in_clauses(markup: str, limit: int) -> str:
    """Our own markup within the limit, without its last clauses where it has such: what is told ends as a sentence."""
    ends = [mark.start() for mark in _CLAUSE_END.finditer(markup) if size(markup[: mark.end()]) <= limit]
    return markup if size(markup) <= limit else f"{markup[: ends[-1]]}." if ends else fitted(markup, limit)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "4 answers"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


WHAT_IT_DOES = (
    "*ftrag helps a team decide how to build an AI feature:* a good prompt (prompting), look-ups in your systems (live "
    "tools), search in your documents (retrieval, RAG), training on your examples (fine-tuning), or a hybrid."
)
"""To whoever has never seen it: in the help, and on a Home without a decision."""
USES_MODEL = (
    "Whoever runs ftrag here lets a language model look at lines said to ftrag that it does not understand. Sent are "
    "that line and the open question's wording, no more. It only proposes; nothing is written down without a press."
)
"""Said on Home and in the help, where it is so."""


def tool(format_name: str) -> str:
    """What wrote a result file, in a sentence; the team's own table bears no tool's name."""
    return "a table of your own" if format_name == "plain" else quoted(format_name, 30)
