"""The page's files as they are served: small, self-contained, and without a way for text to become markup."""

import re
from pathlib import Path

from tests.e2e.page.stage import PAGE
from tests.tables import each

FILES = sorted(path for path in PAGE.iterdir() if path.is_file())
MODULES = [path for path in FILES if path.suffix == ".js"]


@each("path", MODULES, ids=lambda path: path.name)
def test_a_module_makes_no_markup_out_of_text(path: Path):
    ways = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|DOMParser"

    assert re.findall(ways, path.read_text()) == []


@each("path", FILES, ids=lambda path: path.name)
def test_a_file_of_the_page_names_nothing_elsewhere_and_stays_short(path: Path):
    text = path.read_text()

    assert re.findall(r"""["'(]//|https?://(?!www\.w3\.org/2000/svg)[a-z]""", text) == []
    assert text.count("\n") <= 300


@each("path", MODULES, ids=lambda path: path.name)
def test_a_module_imports_what_is_there(path: Path):
    for names, file in re.findall(r"import \{([^}]*)\} from \"\./([^\"]+)\"", path.read_text()):
        offered = (PAGE / file).read_text()
        for name in filter(None, re.split(r"[,\s]+", names)):
            assert re.search(rf"export (?:async )?(?:function|const|class) {re.escape(name)}(?!\w)", offered), (
                f"{name} of {file}"
            )


def test_every_file_of_the_page_is_used():
    everything = "".join(path.read_text() for path in FILES)

    assert [path.name for path in FILES if path.name != "index.html" and f"/{path.name}" not in everything] == []
