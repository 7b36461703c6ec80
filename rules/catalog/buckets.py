"""The failure buckets (F11): how to tell that a failure belongs to one, what usually helps, and where it is likely."""

from rules.conditions import at_least, has
from rules.roadmap import BucketRow

BUCKETS: tuple[BucketRow, ...] = (
    BucketRow(
        "retrieval_miss", "Retrieval miss", "The passage that was needed was not fetched.",
        "Check: is the needed passage missing from those retrieved?",
        (
            "Chunk along the structure of the documents and give each chunk its context.",
            "Search by keyword and by meaning together, then rerank.",
            "Remove duplicates and old versions, and repair tables and scans.",
        ),
        (0, 0, 4, 0, 4),
        (
            (has("hygiene", "poor"), "the data is in a poor state"),
            (has("hygiene", "mixed"), "the data is mixed"),
            (has("failure", "invented_facts"), "the model invents facts today"),
            (has("access", "per_user"), "rights narrow what may be found"),
        ),
    ),
    BucketRow(
        "context_overload", "Context overload", "The right material was there, among too much else.",
        "Check: is the answer right once only the passage that matters is left?",
        (
            "Retrieve fewer passages and rerank them.",
            "Put what matters first or last, and drop what is not needed.",
            "Split the task, so that each prompt has one job.",
        ),
        (2, 1, 3, 0, 2),
        (
            (has("failure", "context_overload"), "the model gets lost in long prompts today"),
            (has("corpus", "prompt_sized"), "a whole corpus stands in the prompt"),
        ),
    ),
    BucketRow(
        "formatting", "Formatting", "The content is right, the shape is not.",
        "Check: does a parser or a schema reject the answer?",
        (
            "Constrain decoding to a schema.",
            "Let the model reason first and format in a second step.",
            "Parse tolerantly, repair known slips, and add two examples to the prompt.",
        ),
        (3, 2, 1, 2, 2),
        (
            (has("failure", "format"), "the format fails today"),
            (has("failure", "tone"), "tone and style fail today"),
        ),
    ),
    BucketRow(
        "safety", "Safety", "The answer should not have been given, or was refused without need.",
        "Check: would you be sorry to see this answer, or this refusal, in public?",
        (
            "Add a check in front of the model and one behind it, each measured on its own.",
            "Write the rule with examples on both sides of the line.",
            "After any training, run the safety tasks again: a few examples can undo them.",
        ),
        (1, 1, 1, 2, 2),
        (
            (has("failure", "safety"), "unsafe answers happen today"),
            (has("failure", "refusals"), "needless refusals happen today"),
            (has("stakes", "harm"), "a wrong answer can do harm"),
            (has("access", "per_user"), "answers must not leak what others may see"),
        ),
    ),
    BucketRow(
        "tool_error", "Tool errors", "The wrong call, wrong arguments, or a call that failed.",
        "Check: do the logged calls or their arguments differ from what the task needed?",
        (
            "Offer fewer tools, with clearer names and typed arguments.",
            "Return errors that say what to do next, and let the model try once more.",
            "Log every call with its arguments and its result.",
        ),
        (0, 4, 1, 0, 2),
        (
            (has("failure", "tool_errors"), "tools are called wrongly today"),
            (has("source", "systems", "both"), "answers rest on live systems"),
            (at_least("freshness", "daily"), "the data changes by the day"),
        ),
    ),
    BucketRow(
        "unclassified", "Unclassified",
        "The right context, a wrong answer; or what fits nowhere else.",
        "Check: was all fetched, called and shaped as it should be, and still wrong?",
        (
            "Read ten of them together; name a new bucket when five are alike.",
            "Try the same task on a stronger model: does it fail there, too?",
            "Let the model think before it answers.",
        ),
        (1, 1, 1, 1, 1),
        (
            (has("failure", "reasoning"), "reasoning fails today"),
            (has("failure", "classification"), "cases are told apart wrongly today"),
            (has("labels", "mixed", "inconsistent"), "people disagree about the right answer"),
        ),
    ),
)  # fmt: skip
