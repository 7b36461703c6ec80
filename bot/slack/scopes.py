"""What the bot asks Slack for, and what each optional permission adds; a test holds manifest.yml to it.

Everything works with the required ones alone. The optional ones are offered at install and may be left out.
"""

REQUIRED: dict[str, str] = {
    "commands": "the /ftrag command and the shortcuts",
    "chat:write": "posting and editing the bot's own messages",
    "app_mentions:read": "answers typed with a mention of @ftrag",
}

OPTIONAL: dict[str, str] = {
    "channels:history": "typed answers without a mention in public channels; finding a post whose outcome is in doubt",
    "groups:history": "the same in private channels",
    "im:history": "the same in direct messages",
    "files:read": "evaluation results that are shared as a file in a feature's thread",
    "files:write": "pictures and decision records as files",
    "users:read": "time zones for the hour of a review, names for decision records, and who is an admin",
    "im:write": "files into a direct message; finding a post there whose outcome is in doubt",
    "channels:read": "the Home tab: decisions in the public channels that a person is in",
    "groups:read": "the same for private channels",
}

FILES = "files:write"
"""Without it no file is promised."""
SCOPES: tuple[str, ...] = (*REQUIRED, *OPTIONAL)
