"""Words that ftrag itself uses: what a team can ask for, and what stands on its buttons and in its sentences."""

from rules.glossary import GlossaryEntry, entry

DEMAND_TERMS: tuple[GlossaryEntry, ...] = (
    entry("knowledge from documents", "document knowledge|own knowledge",
          "Knowledge from documents means that answers rest on passages looked up in documents. "
          "It is asked for where your facts are written down and do not fit one prompt.",
          "A policy of 3,000 pages, searched for each question.", "F4", "source rag"),
    entry("data from live systems", "live data|live system data",
          "Data from live systems means that answers rest on what a database or a program says now. "
          "It is asked for where your facts are records and not text.",
          "“Where is my order?”, asked of the order system.", "F1", "source tools"),
    entry("focused context", "the few passages that matter|few passages that matter",
          "The few passages that matter are handed to the model instead of everything at once. "
          "It is asked for where today's prompt gets lost in long texts.",
          "Five passages instead of five hundred pages.", "F11", "failure rag"),
    entry("exact steps", "exact step",
          "Exact steps are calculations and look-ups that are carried out, not guessed. "
          "They are asked for where a formula, a query or an exact name leads to the answer.",
          "A sum that a calculator adds up.", "pal-2022", "check lookup tools"),
    entry("reading everything", "whole reading",
          "Reading everything means that the model sees all of the material, not the passages that were found. "
          "It is asked for where a pattern or a summary needs all of it.",
          "“What do these forty reviews have in common?”", "self-route-2024", "lookup prompt"),
    entry("steps carried out", "carried out steps|carrying out steps",
          "Steps carried out are changes that the feature itself makes in other systems, each as a call. "
          "They are asked for where it does more than answer.",
          "It books the appointment that it proposed.", "F1", "action tools"),
    entry("easy changes", "easy change",
          "Easy changes means that what you want from the feature can be changed within minutes. "
          "It is asked for where new rules come often or customers differ.",
          "A new rule, added to the prompt before lunch.", "F6", "steadiness prompt"),
    entry("cheap answers", "cheap answer",
          "Cheap answers means that one request costs little enough to be made very often. "
          "It is asked for at many requests a day, or where today's prompt is too dear.",
          "A short prompt to a small model.", "F6", "volume fine_tune"),
)  # fmt: skip

SPOKEN_TERMS: tuple[GlossaryEntry, ...] = (
    entry("passage", "passages|paragraph|paragraphs",
          "A passage is a short piece of a document, about a paragraph. "
          "Search finds those that may hold the answer, and the model reads them.",
          "The paragraph on refunds after 14 days.", "F4", "lookup rag"),
    entry("class", "classes|example class",
          "A class is one of the headings that cases are sorted under. "
          "What counts for training is how many trusted examples each of them has.",
          "“Billing”, “delivery” and “returns” for support tickets.", "F2", "per_class examples"),
    entry("join", "joins|joining|a join",
          "Joining puts two tables together by what they share. "
          "A query can join, filter and count exactly; a search over passages cannot.",
          "Orders joined to customers by the customer's number.", "spinach-2024", "lookup tools"),
    entry("query", "queries",
          "A query is a question put to a database in its own language. "
          "It returns every record that fits, and nothing else.",
          "All orders of May above 100 dollars.", "spinach-2024", "lookup tools"),
    entry("api", "apis|an api",
          "An API is the way in which one program asks another for something. "
          "Models are called through one, and so are most systems that hold records.",
          "The order system's API gives the state of an order.", "F1", "source hosting tools"),
    entry("bar", "the bar|passes the bar|passing the bar|your bar",
          "The bar is everything that you must have, by your answers. "
          "What meets all of it passes; what your team cannot build or run does not.",
          "Sources for each answer, and answers within a second.", "F12", "receipts latency"),
    entry("partly", "in part",
          "Partly means that an architecture gives some of what you ask for. "
          "For what you must have that is enough to pass; of a wish it counts half.",
          "A prompt can cite what stands in it, and nothing else.", "F12", "receipts"),
    entry("settled", "settled verdict",
          "A verdict is settled when no answer that is still open can change it. "
          "Until then it says how many of 100 ways to answer the rest lead to it.",
          "Three answers open, and all ways lead to retrieval.", "F12", "need"),
    entry("training pipeline", "pipeline|pipelines|training pipelines",
          "A training pipeline is what it takes to train a model again and again: data, versions, tests, a way back. "
          "Somebody on the team has to own it.",
          "Each month: new examples, a test run, and the old version kept.", "F6", "ops fine_tune"),
)  # fmt: skip
