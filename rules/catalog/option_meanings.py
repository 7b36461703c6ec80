"""What each option of a question means in plain words, for whoever asks: "what do you mean by joining?".

They explain and decide nothing, so they are no part of the rulebook's digest. Scales that say all in their labels,
such as “Weekly” or “Hundreds”, have none.
"""

OPTION_MEANINGS: dict[str, dict[str, str]] = {
    "need": {
        "facts": "people come for information that has to be right, such as a price or a rule",
        "behaviour": "people come for a job done in a certain way, such as sorting tickets or writing in your tone",
        "both": "neither matters more than the other",
    },
    "source": {
        "model": "what any well-read person knows, or what stands in the request itself",
        "documents": "pages, files or a wiki that somebody wrote",
        "systems": "records that a program holds; an API is how one program asks another",
        "both": "some of it is written, some of it is in records",
    },
    "corpus": {
        "prompt_sized": "all of it can be sent along with each question",
        "large": "it is too much for that, so something has to find the right part first",
    },
    "receipts": {
        "none": "nobody asks where an answer comes from",
        "helpful": "people would trust it more, and can do without",
        "required": "an answer without its source is of no use",
        "regulated": "a regulator or an auditor asks for the source",
    },
    "access": {
        "everyone": "nothing has to be kept from anybody who uses it",
        "per_user": "what one person may read, another may not",
    },
    "hygiene": {
        "clean": "each fact stands there once, and is current",
        "mixed": "most of it can be relied on, not all",
        "poor": "pages contradict each other, or a program cannot read them, such as scans",
    },
    "failure": {
        "format": "the answer lacks the shape that a program or a form needs",
        "invented_facts": "it states what was never so",
        "stale_facts": "it states what was so once",
        "tone": "it does not sound like you",
        "classification": "it puts a case under the wrong heading",
        "refusals": "it will not answer what it should",
        "reasoning": "its steps or sums do not hold",
        "tool_errors": "it asks your systems for the wrong thing",
        "safety": "it says what could do harm",
        "context_overload": "it misses what stands in a long text",
        "too_slow": "the answers are right and take too long",
        "too_costly": "the answers are right and each costs too much",
        "none_yet": "no failure is known",
    },
    "labels": {
        "consistent": "two people who label the same hundred examples agree on nearly all (that is the agreement)",
        "mixed": "they agree on most",
        "inconsistent": "they often disagree",
    },
    "evals": {
        "none": "nobody looks at answers on purpose",
        "ad_hoc": "somebody reads a few when there is time",
        "golden_set": "the same questions with known right answers are run again, which is called a golden set",
        "continuous": "the same, and answers that real people got are read as well",
    },
    "ops": {
        "search": "somebody keeps the index, by which documents are found, up to date and sees what it misses",
        "training": "somebody can train a model again, test it, and go back to the version before",
        "neither": "nobody does either today",
    },
    "stakes": {
        "annoyance": "somebody shrugs and asks again",
        "rework": "somebody has to do it over, or to answer a complaint",
        "money": "you pay for it, or a customer leaves",
        "harm": "somebody may be hurt, or a law broken",
    },
    "hosting": {
        "any_api": "it may be sent to a company that runs models; an API is how your program asks theirs",
        "private_cloud": "it may go to servers that you rent and control",
        "on_premises": "it has to stay on machines that you own",
        "on_device": "it has to stay on the phone or the laptop in use",
    },
    "lookup": {
        "by_meaning": "they read around the topic until a paragraph (a passage) answers it",
        "by_name": "they look up an order number, a part or a clause, and follow where it points",
        "by_filter": "they filter a table, count, add up, or put two tables together (a query; joining)",
        "whole": "they read all of it, as for a summary or a pattern",
    },
    "action": {
        "answers": "a person decides what is done with it",
        "acts": "it sends, books or changes something by itself",
    },
    "check": {
        "computed": "the right answer can be calculated, so nobody has to judge it",
        "checkable": "a test says right or wrong, though it cannot give the answer",
        "judged": "somebody has to read it, or another model is asked to grade it (a judging model)",
    },
    "definition": {
        "written": "a new colleague could follow the guide",
        "by_example": "a new colleague would have to see many examples",
    },
    "per_class": {
        "under_20": "some of the headings that cases are sorted under (the classes) have fewer examples than that",
        "over_20": "every heading has that many",
    },
    "steadiness": {
        "stable": "what is wanted today will be wanted in half a year",
        "changing": "new rules come often, or each customer wants something else",
    },
    "model_size": {
        "any": "the largest models of the large providers may be used",
        "small_only": "it has to run on one graphics card, or on a phone or laptop",
    },
}
"""By fact and value; a question has either all of its options here or none."""
