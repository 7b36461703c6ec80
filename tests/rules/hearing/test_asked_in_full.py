"""Questions that say more than one thing, or point at what stands before them: all of it is heard, and nothing else."""

from tests.rules.hearing.asked import key, key_of, read
from tests.tables import each

FACTS = {
    "need": "facts", "source": "documents", "freshness": "monthly", "corpus": "prompt_sized", "hygiene": "mixed",
    "access": "per_user", "stakes": "annoyance", "latency": "under_3s", "receipts": "required", "examples": "tens",
    "labels": "consistent", "volume": "under_1k", "ops": ("search",), "failure": ("invented_facts",),
    "hosting": "private_cloud", "evals": "ad_hoc",
}  # fmt: skip
RAG = FACTS | {"corpus": "large"}


def asked(text: str, said=None) -> list[tuple]:
    reading = read(text, FACTS if said is None else said)
    assert not reading.offers
    return sorted(key(one) for one in reading.questions)


def coded(expected: str) -> list[tuple]:
    return sorted(key_of(part) for part in expected.split(" + "))


@each(
    ("expected", "text"),
    [
        ("what_if corpus=large", "What if the manuals were fifteen thousand?"),
        ("what_if corpus=large", "suppose our documents come to 12,000"),
        (
            "what_if corpus=large freshness=weekly",
            "If the files were 20,000, and they changed each week, would you say the same?",
        ),
        ("what_if examples=thousands", "If the labeled tickets would be six thousand, what do you say?"),
        ("what_if examples=thousands ops=training", "if the examples were 3,000 and we could train ourselves?"),
        ("what_if volume=over_1m", "if the requests would be two million a day, still RAG?"),
        ("what_if volume=under_100k", "what if 12,000 documents came in every day"),
    ],
)
def test_a_number_counts_what_stands_before_it(expected, text):
    assert asked(text) == coded(expected)


@each(
    ("expected", "text"),
    [
        (
            "what_if hosting=on_premises latency=under_1s",
            "Two rumors: the files go to our own basement, and callers want replies within a second. If both happen?",
        ),
        (
            "what_if access=everyone receipts=none",
            "They think of opening it to everyone, and legal may drop the need for sources. Suppose both came true?",
        ),
        (
            "what_if ops=training examples=thousands",
            "We may hire someone to train models. Maybe we'd have 5,000 examples too. If both came true, still RAG?",
        ),
        ("what_if need=both", "suppose the need is both"),
        ("what_if source=both", "what if the truth sits in both?"),
    ],
)
def test_what_may_come_together_is_supposed_together(expected, text):
    assert asked(text) == coded(expected)


@each(
    ("expected", "text"),
    [
        ("what_if freshness=live", "swap monthly for hourly and what happens?"),
        ("what_if latency=relaxed", "Relax the 3 seconds to whenever and tell me what you'd pick"),
        ("what_if latency=under_300ms", "lower 3 seconds to 300 ms: same verdict?"),
        ("what_if source=systems", "what if we swapped documents for live systems?"),
        (
            "what_if ops=training",
            "Say we took on somebody who can run training with versioning and rollback. Any different?",
        ),
        (
            "what_if hosting=on_premises",
            "Were customer data barred from leaving our own data center, would it still stand?",
        ),
        ("what_if stakes=money", "what if a mistake cost us money?"),
        ("what_if ops=neither", "> the team can run: search\nwhat would you say if we could run neither by then"),
        (
            "what_if receipts=none + what_if freshness=yearly",
            "What happens if nobody asks for sources at all? And as a separate thing, what if it changed yearly?",
        ),
        (
            "what_if examples=thousands + what_if stakes=money",
            "What if we had 2,000 examples? And what if a slip cost money?",
        ),
    ],
)
def test_what_is_supposed_is_what_it_goes_over_to_and_no_word_beside_it(expected, text):
    assert asked(text) == coded(expected)


@each(
    ("expected", "text"),
    [
        ("compare rag fine_tune", "How does this compare with fine-tuning?"),
        ("compare rag tools", "how does that hold up next to live tools"),
        ("compare rag hybrid", "put your pick next to the hybrid please"),
        ("compare rag fine_tune", "show me your verdict against fine-tuning"),
    ],
)
def test_one_architecture_alone_is_compared_with_the_verdict(expected, text):
    assert asked(text, RAG) == coded(expected)


@each(
    ("expected", "text"),
    [
        ("why_not prompt", "drop RAG, keep just prompting. why not?"),
        ("why_not tools", "why not tools without any retrieval"),
        ("why_not tools", "On what grounds were live tools without any training dismissed?"),
        (
            "why_not fine_tune",
            "My boss wants to know by Friday why we ended up without fine-tuning. What do I tell her?",
        ),
        ("why_not fine_tune", "My boss thinks fine-tuning would be better. What do I tell her?"),
        ("glossary citation", "legal asked me yesterday what a receipt is. what do I answer?"),
        ("review", "The auditor asks this week when the next review is. What should we say?"),
        ("next", "what do I tell my team now?"),
        ("what_would_make prompt", "prompting instead of retrieval, what would need to be true?"),
        ("what_would_make hybrid", "hybrid rather than plain RAG - what would it take"),
        ("what_would_make tools", "tools over RAG: what would have to change"),
        ("what_would_make rag + glossary chunking", "What would it take to get to retrieval, and what is chunking?"),
    ],
)
def test_it_is_asked_of_the_architecture_that_is_wished_for(expected, text):
    assert asked(text, RAG) == coded(expected)


@each(
    ("expected", "text"),
    [
        ("who_answered access", "the access answer looks odd. who gave it?"),
        ("who_answered stakes", "A mistake is rated as harm to people. I only want to talk to whoever entered that."),
        ("status_of_answers ", "did we leave any questions open, and if so which?"),
        ("status_of_answers ", "did we skip any of them, and which?"),
        ("review", "The review, it is on which day and who is making it?"),
    ],
)
def test_a_pointing_word_names_what_was_spoken_of(expected, text):
    assert asked(text) == coded(expected)


@each(
    ("expected", "text"),
    [
        (
            "change_answer stakes=harm",
            "> Stakes: annoyance\nnot right any more, since the robots went in one can injure us. pls fix",
        ),
        (
            "change_answer examples=hundreds",
            "Of what we called trusted examples only about 700 survive. It is what it is. Please put that down.",
        ),
        ("change_answer examples=hundreds", "that number for examples is outdated. it is 700 by now"),
    ],
)
def test_a_change_is_of_what_is_quoted_or_named(expected, text):
    assert asked(text) == coded(expected)


@each(
    "text",
    [
        "> RAG passes every gate\ngood enough for me, moving on",
        "> 81% sure\nfine by me",
        "nvm found it",
        "never mind, I had it open all the time",
        "I was against this at first. But it was quick, and we did agree for once. That's all I wanted to say.",
    ],
)
def test_what_assents_or_is_settled_wants_nothing(text):
    assert read(text, RAG).is_for_others


@each(
    ("expected", "text"),
    [
        (
            "why_not prompt",
            "Our CFO, who is back, asked me in the lift whether a prompt would not do. I had no answer. Do you?",
        ),
        ("precedents", "which firms have gone down the same road?"),
        ("who_answered latency", "who put in the latency number, need it for my 2pm"),
        ("compare rag tools", "put RAG and tools in a table"),
        ("change_answer hygiene=poor", "Bruno says the docs are a mess these days"),
        (
            "what_if examples=none + what_if examples=tens_of_thousands",
            "What if we had no examples? And, separately, what if we had 40,000?",
        ),
    ],
)
def test_what_stands_around_a_question_is_no_part_of_it(expected, text):
    assert asked(text, RAG) == coded(expected)


@each(
    ("expected", "text"),
    [
        ("why_not prompt", "A simple prompt would do. Why the vector store?"),
        ("why_not tools", "Our API calls would handle it. Why all this retrieval?"),
        ("why_not prompt", "Fine-tune? A decent prompt does that. What's wrong with it?"),
        ("why_not hybrid", "> hybrid: bigger than needed\nwhat exactly is too big about it?"),
        ("why_not fine_tune", "> Fine-tuning: not chosen\nhm. what made it drop out?"),
        ("why_not prompt", "We have a 1M token window. Why on earth not just dump the lot in there?"),
        ("what_would_make hybrid", "what'd it take to get to SFT + RAG"),
    ],
)
def test_what_is_doubted_is_asked_of_what_is_proposed_or_quoted(expected, text):
    assert asked(text, RAG) == coded(expected)


@each(
    ("expected", "text"),
    [
        (
            "what_if evals=golden_set + what_if receipts=none",
            "What if we had a golden set? And what if nothing needed a source?",
        ),
        (
            "what_if freshness=daily + what_if ops=neither",
            "What if it changed daily? And, separately, what if nobody here could run search?",
        ),
        (
            "what_if hosting=on_premises latency=under_1s",
            "Suppose it had to run on our own servers, and suppose answers came in under a second. What then?",
        ),
        ("what_would_change", "Would any input at all have moved the outcome, or is it hardwired?"),
        ("how_sure + what_would_change", "How confident are you in this? And could any answer still tip it?"),
        ("precedents", "Do you know of firms in a comparable spot, and what they ended up with?"),
        ("cost break_even", "BEP at 40k requests a day, 3% wrong?"),
        (
            "change_answer examples=thousands",
            "We had no labelled examples. They sent 3,200 of them. So 'none' isn't true any longer, please fix.",
        ),
    ],
)
def test_each_of_two_sentences_is_heard_with_the_other(expected, text):
    assert asked(text) == coded(expected)
