"""The encryption key: the one that is set, or one made once, for this user alone."""

from pathlib import Path

from bot.setup.keys import encryption_key, key_file
from bot.setup.settings import read_settings
from storage import new_encryption_key, open_storage


def test_the_key_that_is_set_is_used_and_none_is_made(tmp_path: Path):
    settings = read_settings(_env_file=None, ftrag_data=tmp_path, ftrag_encryption_key="one,two")

    assert encryption_key(settings) == "one,two"
    assert not key_file(settings).exists()


def test_a_key_is_made_once_and_nobody_else_can_read_it(tmp_path: Path):
    settings = read_settings(_env_file=None, ftrag_data=tmp_path / "new")
    first, second = encryption_key(settings), encryption_key(settings)

    assert first == second != new_encryption_key()
    assert key_file(settings).stat().st_mode & 0o777 == 0o600
    open_storage(f"sqlite:///{tmp_path}/x.db", encryption_key=first)
