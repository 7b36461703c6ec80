"""What a feature can ask of an architecture. The rows that raise each demand stand in the modules named by lens."""

from rules.framework import Demand, Lens

DEMANDS: tuple[Demand, ...] = (
    Demand("fresh_facts", Lens.FRESHNESS, "Fresh facts", "Answers hold what is true today."),
    Demand("own_knowledge", Lens.FRESHNESS, "Knowledge from documents",
           "Answers rest on passages looked up in documents."),
    Demand("live_data", Lens.FRESHNESS, "Data from live systems",
           "Answers rest on what a database or an API says now."),
    Demand("receipts", Lens.RECEIPTS, "Sources for each answer", "Each answer can show what it rests on."),
    Demand("per_user_access", Lens.RECEIPTS, "Per-user access",
           "Each person's answers use only what that person may see."),
    Demand("grounding", Lens.QUALITY, "Grounded answers", "Answers repeat what a source says instead of inventing it."),
    Demand("focused_context", Lens.QUALITY, "The few passages that matter", "The model reads those, not everything."),
    Demand("strict_format", Lens.QUALITY, "A strict format", "Output has the required shape every time."),
    Demand("steady_behaviour", Lens.QUALITY, "Steady behavior",
           "Tone, form and manner stay the same without long prompts."),
    Demand("learned_boundary", Lens.QUALITY, "Sorting by your labels",
           "Cases are told apart the way your own labels do it."),
    Demand("exact_steps", Lens.QUALITY, "Exact steps", "Calculations and look-ups are carried out, not guessed."),
    Demand("worked_reasoning", Lens.QUALITY, "Worked-out reasoning", "The model thinks before it answers."),
    Demand("whole_reading", Lens.QUALITY, "Reading everything", "The model sees all of the material at once."),
    Demand("carried_out", Lens.OPERATIONS, "Steps carried out", "Steps in other systems are taken, each as a call."),
    Demand("easy_changes", Lens.OPERATIONS, "Easy changes", "A change of the wanted behavior takes minutes."),
    Demand("fast_answers", Lens.OPERATIONS, "Fast answers", "Answers come within a second."),
    Demand("instant_answers", Lens.OPERATIONS, "Instant answers", "Answers come within 300 milliseconds."),
    Demand("cheap_answers", Lens.OPERATIONS, "Cheap answers", "A request costs little enough to be made very often."),
    Demand("stays_inside", Lens.OPERATIONS, "A small model",
           "A model small enough for your own machines does the work."),
)  # fmt: skip
