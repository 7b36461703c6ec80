"""After the verdict: two words told apart, both ways at once, and the break-even by its short name."""

from rules.hearing.questions.figures import figures
from tests.rules.hearing.after_verdict import asked, heard
from tests.tables import each


@each(
    ("text", "first", "second"),
    [
        ("difference lora vs full finetuning?", "full fine-tuning", "lora"),
        ("wats the diffrence of dpo and rlhf", "dpo", "rlhf"),
        ("what is the difference between an embedding and a vector db", "embedding", "vector database"),
        ("SFT vs DPO - diff?", "dpo", "supervised fine-tuning"),
        ("lora or adapter, same thing?", "adapter", "lora"),
        ("latency vs throughput, what's the difference?", "latency", "throughput"),
        ("is faithfulness the same as grounding?", "faithfulness", "grounding"),
    ],
)
def test_two_words_of_one_way_are_explained_and_no_ways_compared(text, first, second):
    assert asked(text) == [("glossary", first), ("glossary", second)]


@each("text", ["what's the difference between RAG and fine-tuning?", "diff between rag and finetuning for us?"])
def test_two_ways_are_compared(text):
    assert asked(text) == [("compare", ("fine_tune", "rag"))]


@each("text", ["would a golden set make a difference to drift?", "what if latency differs from throughput?"])
def test_what_makes_a_difference_is_no_word_to_explain(text):
    assert not [one for one in heard(text).questions if one.intent == "glossary"]


@each(
    ("text", "intent"),
    [
        ("training plus retrieval, why not?", "why_not"),
        ("And an adapted model sitting on the search index, why is that not better?", "why_not"),
        ("Would a trained model layered over our search not win? Why not?", "why_not"),
        ("Couldn't we fine-tune and still look things up at run time?", "why_not"),
        ("when would you say a tuned model on top of retrieval?", "what_would_make"),
        ("what has to be true for training and search at once?", "what_would_make"),
    ],
)
def test_training_on_top_of_retrieval_is_the_hybrid(text, intent):
    assert asked(text) == [(intent, "hybrid")]


@each(
    "text",
    [
        "break-even FT vs prompt @ 200k req/d?",
        "BE @ 12 rps for SFT",
        "at 80k req/day, where's b/e for FT vs RAG",
        "payback for the tuned model at 40 rps?",
        "b/e point for LoRA vs prompt caching?",
    ],
)
def test_the_break_even_is_asked_for_by_its_name_whatever_stands_beside_it(text):
    assert asked(text) == [("cost", "break_even")]


@each(
    ("text", "expected"),
    [
        ("break even at 5 requests per second", 432_000),
        ("120 calls per minute", 172_800),
        ("3 k queries an hour , so 3 k queries per hour", 72_000),
        ("80 k requests per d", 80_000),
    ],
)
def test_a_rate_is_counted_for_the_day(text, expected):
    assert figures(text)["requests_a_day"] == expected
