"""The words by which people say each answer: rows a product person can read, one module a lens and side of the ear.

A row belongs to one option of one question. Its phrases stand one a line or between bars, written without articles:

    every/each week       one of the words joined by "/", compared without their endings
    change? weekly        a word that may be missing
    not .. week           up to three words between ("..." up to seven), never across a break
    # hour                any number
    < yes >               only where the line begins (<) or ends (>) there, courtesies aside
    $CHANGE               a group of words of one meaning (GROUPS)

`own` phrases name the question's own matter and mean it wherever they are typed; `here` phrases are an answer only
where that question stands open, or beside one of its topic words; `hint` phrases lean that way and are only offered;
`bare` ones ("yes") count only where nothing else was said.
"""

from rules.catalog.phrases.groups import GROUPS, TOPICS
from rules.catalog.phrases.rows import Said

__all__ = ["GROUPS", "PHRASES", "TOPICS", "Said"]

PHRASES: tuple[Said, ...] = ()
