"""Where every claim comes from: the framework's fourteen statements, and the publications that measured something."""

from collections.abc import Iterable

from rules.framework import Source

_ARTICLE = "“Fine-Tuning vs. RAG: A Practical Decision Framework for Product Teams”, IzTechValley, January 7, 2026"
"""The framework's publication, as every citation of F1 to F14 names it."""
_AUTHOR = "IzTechValley 2026"
CITED = f"{_AUTHOR}: {_ARTICLE.partition('”')[0]}”, the framework that these rules follow."
"""What its brief name stands for, said once below claims that are cited by it."""

STATEMENTS: dict[str, str] = {
    "F1": "What changes weekly or faster is fetched when someone asks: a price list is not trained into a model.",
    "F2": "Fine-tuning teaches behavior, not facts, and only beside an evaluation set that the team trusts.",
    "F3": "Where people must see what an answer rests on, traceability is designed in; a model alone cannot show it.",
    "F4": "Retrieval is limited by engineering and data hygiene, fine-tuning by labels and evaluation coverage.",
    "F5": "The failure picks the lever: format asks for constrained decoding or tuning, inventions ask for grounding.",
    "F6": "Tuning saves tokens and brings training pipelines; retrieval brings stores and indexing. Neither is cheap.",
    "F7": "The right choice has the least total cost of wrong answers: tickets, rework, compliance risk, churn.",
    "F8": "Most often a mix wins: fetched facts, small tuned models for format and tone, evaluation as the spine.",
    "F9": "If only one discipline can be paid for first, it is evaluation: without it nobody knows what failed.",
    "F10": "Three to five golden tasks stand for the success of the people who use the feature.",
    "F11": "Failures are counted in buckets: retrieval miss, context overload, formatting, safety, tool errors.",
    "F12": "Build the smallest architecture that passes the bar, and review it every month, because products drift.",
    "F13": "The choice pays in faster decisions, fewer incidents, better economics and a path that can be operated.",
    "F14": "These are strategies, not identities: choose on freshness, provenance, evaluation, operations; then merge.",
}
"""What each statement of the framework says, in our own sentences."""

_ABOUT: dict[str, str] = {
    "F1": "facts that change",
    "F2": "what fine-tuning teaches",
    "F3": "showing sources",
    "F4": "what limits quality",
    "F5": "which failure needs which remedy",
    "F6": "what each takes to run",
    "F7": "the cost of wrong answers",
    "F8": "mixing both",
    "F9": "evaluation first",
    "F10": "golden tasks",
    "F11": "kinds of failure",
    "F12": "starting small",
    "F13": "what the choice pays in",
    "F14": "how to choose",
}
"""What each statement is about, in words that a message can name it by: nobody outside knows their numbers."""


def in_brief_together(sources: Iterable[str]) -> list[str]:
    """These sources in brief, each once; several statements of the framework as one: "… on golden tasks and on …"."""
    found: list[str] = []
    for brief in dict.fromkeys(map(in_brief, sources)):
        _, is_ours, about = brief.partition(f"{_AUTHOR} on ")
        if is_ours and found and found[-1].startswith(f"{_AUTHOR} on "):
            found[-1] += f" and on {about}"
        else:
            found.append(brief)
    return found


def in_brief(source: str) -> str:
    """A statement of the framework as other publications are cited, by author, year and subject; others as they are."""
    statement, _, article = source.partition(" of ")
    is_ours = article == _ARTICLE and statement in _ABOUT
    return f"{_AUTHOR} on {_ABOUT[statement]}" if is_ours else source


_FRAMEWORK = tuple(Source(id=key, title=f"{key} of {_ARTICLE}", says=says) for key, says in STATEMENTS.items())

_PUBLICATIONS = (
    Source("gekhman-2024", "Gekhman et al. 2024, new facts learned by tuning raise hallucination",
           "https://arxiv.org/abs/2405.05904"),
    Source("ovadia-2023", "Ovadia et al. 2023, retrieval beats unsupervised tuning for knowledge",
           "https://arxiv.org/abs/2312.05934"),
    Source("mallen-2023", "Mallen et al. 2023, when not to trust a model's memory", "https://arxiv.org/abs/2212.10511"),
    Source("soudani-2024", "Soudani et al. 2024, tuning or retrieval for less popular knowledge",
           "https://arxiv.org/abs/2403.01432"),
    Source("freshqa-2023", "Vu et al. 2023, FreshLLMs: search at request time", "https://arxiv.org/abs/2310.03214"),
    Source("genegpt-2024", "Jin et al. 2024, GeneGPT: database APIs against trained models",
           "https://doi.org/10.1093/bioinformatics/btae075"),
    Source("anthropic-2024", "Anthropic 2024, Introducing Contextual Retrieval",
           "https://www.anthropic.com/engineering/contextual-retrieval"),
    Source("self-route-2024", "Li et al. 2024, retrieval or long context (Self-Route)",
           "https://arxiv.org/abs/2407.16833"),
    Source("chroma-2025", "Hong et al. 2025, Context Rot (Chroma)", "https://research.trychroma.com/context-rot"),
    Source("loukas-2023", "Loukas et al. 2023, text classification in banking with few labels",
           "https://arxiv.org/abs/2311.06102"),
    Source("bucher-2024", "Bucher and Martini 2024, fine-tuned small models in text classification",
           "https://arxiv.org/abs/2406.08660"),
    Source("checkr-2024", "Checkr 2024, background checks with small tuned models",
           "https://predibase.com/blog/how-checkr-streamlines-background-checks-with-fine-tuned-small-language"),
    Source("openai-2024", "OpenAI 2024, Introducing Structured Outputs",
           "https://openai.com/index/introducing-structured-outputs-in-the-api/"),
    Source("geng-2023", "Geng et al. 2023, grammar-constrained decoding without tuning",
           "https://arxiv.org/abs/2305.13971"),
    Source("tam-2024", "Tam et al. 2024, format limits hurt reasoning", "https://arxiv.org/abs/2408.02442"),
    Source("linkedin-2024", "LinkedIn Engineering 2024, Musings on building a Generative AI product",
           "https://www.linkedin.com/blog/engineering/generative-ai/musings-on-building-a-generative-ai-product"),
    Source("medprompt-2023", "Nori et al. 2023, Medprompt: prompting outdoes special-purpose tuning",
           "https://arxiv.org/abs/2311.16452"),
    Source("pal-2022", "Gao et al. 2022, PAL: program-aided language models", "https://arxiv.org/abs/2211.10435"),
    Source("anyscale-2023", "Anyscale 2023, a case study in tuning Llama 2",
           "https://www.anyscale.com/blog/"
           "fine-tuning-llama-2-a-comprehensive-case-study-for-tailoring-models-to-unique-applications"),
    Source("balaguer-2024", "Balaguer et al. 2024, RAG, fine-tuning and both in agriculture",
           "https://arxiv.org/abs/2401.08406"),
    Source("raft-2024", "Zhang et al. 2024, RAFT: tuning a model to read retrieved passages",
           "https://arxiv.org/abs/2403.10131"),
    Source("magesh-2024", "Magesh et al. 2024, hallucination in legal research tools",
           "https://arxiv.org/abs/2405.20362"),
    Source("qi-2023", "Qi et al. 2023, ten examples can undo a model's safety", "https://arxiv.org/abs/2310.03693"),
    Source("slack-2024", "Slack Engineering 2024, How We Built Slack AI To Be Secure and Private",
           "https://slack.engineering/how-we-built-slack-ai-to-be-secure-and-private/"),
    Source("octopus-2024", "Chen and Li 2024, Octopus v2: an on-device model for functions",
           "https://arxiv.org/abs/2404.01744"),
    Source("tinyagent-2024", "Erdogan et al. 2024, TinyAgent: function calling at the edge",
           "https://arxiv.org/abs/2409.00608"),
    Source("gudibande-2023", "Gudibande et al. 2023, The False Promise of Imitating Proprietary LLMs",
           "https://arxiv.org/abs/2305.15717"),
    Source("lima-2023", "Zhou et al. 2023, LIMA: less is more for alignment", "https://arxiv.org/abs/2305.11206"),
    Source("hsieh-2023", "Hsieh et al. 2023, Distilling Step-by-Step", "https://arxiv.org/abs/2305.02301"),
    Source("ramp-2025", "Ramp Engineering 2025, industry classification with RAG",
           "https://www.zenml.io/llmops-database/using-rag-to-improve-industry-classification-accuracy"),
    Source("spinach-2024", "Liu et al. 2024, SPINACH: questions answered by queries", "https://arxiv.org/abs/2407.11417"),
    Source("jmlr-2024", "Wang et al. 2024, JMLR: retrieval and a medical model trained together",
           "https://arxiv.org/abs/2402.17887"),
    Source("qmos-2024", "Guda et al. 2024, QMOS: small models on telecom standards",
           "https://arxiv.org/abs/2409.14175"),
    Source("cursor-2024", "Cursor 2024, editing files at 1,000 tokens a second", "https://cursor.com/blog/instant-apply"),
    Source("indeed-2024", "OpenAI and Indeed 2024, a tuned model with 80 percent fewer prompt tokens",
           "https://openai.com/index/introducing-improvements-to-the-fine-tuning-api-and-expanding-our-custom-models-program/"),
    Source("openai-deprecations", "OpenAI, deprecations: self-serve tuning closed to new organizations on May 7, 2026; "
                                  "no new jobs from January 6, 2027",
           "https://developers.openai.com/api/docs/deprecations"),
)  # fmt: skip

SOURCES: tuple[Source, ...] = _FRAMEWORK + _PUBLICATIONS
