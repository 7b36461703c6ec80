"""How far each architecture delivers each demand: one block a demand, one line an architecture, smallest first.

"It" in a claim is the architecture. `NOT` is what a must rules out and a should marks; `PARTLY` is enough to pass.
"""

from rules.framework import Architecture, Degree, DeliveryRow

_NOT, _PARTLY, _FULLY = Degree.NOT, Degree.PARTLY, Degree.FULLY


def _block(demand: str, sources: tuple[str, ...], *claims: tuple[Degree, str]) -> tuple[DeliveryRow, ...]:
    return tuple(
        DeliveryRow(demand, architecture, degree, claim, sources)
        for architecture, (degree, claim) in zip(Architecture, claims, strict=True)
    )


DELIVERY_ROWS: tuple[DeliveryRow, ...] = (
    *_block(
        "fresh_facts", ("F1", "freshqa-2023"),
        (_NOT, "It knows what the model learned, not what changed since."),
        (_FULLY, "It asks the live system when someone asks."),
        (_FULLY, "It reads the current documents when someone asks."),
        (_NOT, "It would memorize facts that have changed by the time it is released."),
        (_FULLY, "It fetches current facts and tunes only how they are told."),
    ),
    *_block(
        "own_knowledge", ("F4", "ovadia-2023", "mallen-2023", "soudani-2024"),
        (_NOT, "It cannot look anything up beyond what stands in its prompt."),
        (_NOT, "It calls systems; it does not search documents."),
        (_FULLY, "It looks up the passages that an answer needs."),
        (_NOT, "It learns rare facts slowly and invents the rest."),
        (_FULLY, "It looks up passages and reads them with a tuned model."),
    ),
    *_block(
        "live_data", ("F1", "genegpt-2024"),
        (_NOT, "It cannot see what your systems hold now."),
        (_FULLY, "It calls the database or API that holds the truth."),
        (_PARTLY, "Its documents are copies; your systems would have to be called beside them."),
        (_NOT, "It would answer from a copy frozen at training time."),
        (_FULLY, "It calls your systems, with a model tuned for the task."),
    ),
    *_block(
        "receipts", ("F3", "magesh-2024"),
        (_PARTLY, "It can quote what stands in its prompt, and nothing else."),
        (_FULLY, "It can show each call and what came back; it has no passages to show."),
        (_FULLY, "It can show which passages it used; check that they say what is claimed."),
        (_NOT, "It cannot show where an answer came from: training keeps no sources."),
        (_FULLY, "It can show what was fetched; the tuned part stays without sources."),
    ),
    *_block(
        "per_user_access", ("F3", "slack-2024"),
        (_NOT, "It shows everybody the same prompt."),
        (_FULLY, "It calls systems with the rights of the person who asks."),
        (_FULLY, "It searches only what the person who asks may see."),
        (_NOT, "It would tell everybody what it was trained on."),
        (_FULLY, "It fetches with the person's rights and keeps private facts out of training."),
    ),
    *_block(
        "grounding", ("F2", "F5", "gekhman-2024", "ovadia-2023"),
        (_PARTLY, "It stays close to what stands in the prompt, and invents beyond that."),
        (_FULLY, "It repeats what the system returned."),
        (_FULLY, "It answers from passages; wrong answers remain possible and need checks."),
        (_NOT, "It would learn your facts slowly and invent more of them than before."),
        (_FULLY, "It answers from what was fetched, in a tuned manner."),
    ),
    *_block(
        "focused_context", ("F11", "chroma-2025"),
        (_NOT, "It puts everything into one prompt, and quality falls as prompts grow."),
        (_NOT, "It returns what systems hold, not the right part of long documents."),
        (_FULLY, "It hands the model a few relevant passages."),
        (_NOT, "It does not choose what to read."),
        (_FULLY, "It hands over a few passages to a model trained to read them."),
    ),
    *_block(
        "strict_format", ("F5", "openai-2024", "geng-2023", "linkedin-2024"),
        (_FULLY, "It keeps to a schema by constrained decoding, or by a tolerant parser behind it."),
        (_FULLY, "It uses the same constrained decoding, for arguments and answers alike."),
        (_FULLY, "It uses the same constrained decoding."),
        (_FULLY, "It learns the shape; keep constrained decoding as the guarantee."),
        (_FULLY, "It learns the shape and reads what was fetched."),
    ),
    *_block(
        "steady_behaviour", ("F2", "F8", "lima-2023"),
        (_NOT, "It has to be told again in every prompt, and drifts."),
        (_NOT, "It changes what the model knows, not how it behaves."),
        (_NOT, "It changes what the model reads, not how it behaves."),
        (_FULLY, "It learns tone, form and manner from examples."),
        (_FULLY, "It tunes the manner and fetches the facts."),
    ),
    *_block(
        "learned_boundary", ("F2", "checkr-2024", "loukas-2023"),
        (_NOT, "It stops improving once your cases differ in ways that a prompt cannot list."),
        (_NOT, "It has nothing to call that knows where your boundary runs."),
        (_NOT, "It finds similar cases, which helps the easy ones and misleads on the hard ones."),
        (_FULLY, "It learns your boundary from labels."),
        (_FULLY, "It learns your boundary and reads reference material."),
    ),
    *_block(
        "exact_steps", ("pal-2022", "genegpt-2024", "spinach-2024"),
        (_NOT, "It guesses results, however well it explains them."),
        (_FULLY, "It hands calculations and queries to code that is exact, and gets every match."),
        (_PARTLY, "It finds passages that read alike, and may miss exact matches; calls beside them help."),
        (_NOT, "It learns how results look, not how they are found or computed."),
        (_FULLY, "It hands the steps to tools that a tuned model calls."),
    ),
    *_block(
        "worked_reasoning", ("medprompt-2023", "anyscale-2023", "gudibande-2023"),
        (_FULLY, "It reasons better when it thinks first and formats afterward."),
        (_FULLY, "It thinks between its calls, and hands over what can be computed."),
        (_FULLY, "It thinks over the passages before it answers."),
        (_NOT, "It gained far less from tuning than a stronger model gained from prompting."),
        (_PARTLY, "It is trained on answers; keep the thinking in, or it unlearns it."),
    ),
    *_block(
        "whole_reading", ("self-route-2024", "anthropic-2024"),
        (_FULLY, "It reads everything, at once or part by part, and leaves nothing out."),
        (_PARTLY, "It opens one piece after another, and decides itself when to stop."),
        (_NOT, "It reads only the passages that were found."),
        (_PARTLY, "It has been shown all of it in training, and recalls it inexactly."),
        (_NOT, "It reads only what was fetched."),
    ),
    *_block(
        "carried_out", ("F1", "octopus-2024"),
        (_NOT, "It can only say what should be done."),
        (_FULLY, "It takes each step as a call that is checked and logged."),
        (_FULLY, "It takes steps by calls beside its documents."),
        (_PARTLY, "Something else has to carry out the calls that it is trained to write."),
        (_FULLY, "It takes each step as a call, with a model tuned to call well."),
    ),
    *_block(
        "easy_changes", ("F6", "F12"),
        (_FULLY, "It changes as soon as its text does."),
        (_FULLY, "It changes as soon as its text or a call does."),
        (_FULLY, "It changes as soon as its text or a document does."),
        (_NOT, "It has to be trained, tested and released again for each change."),
        (_NOT, "It has to be trained, tested and released again for each change of manner."),
    ),
    *_block(
        "fast_answers", ("F6", "checkr-2024"),
        (_NOT, "It needs a large model and a long prompt, which takes seconds."),
        (_NOT, "It waits for calls on top of the model."),
        (_NOT, "It searches first and reads long prompts afterward."),
        (_FULLY, "It can be a small model that answers in half a second."),
        (_PARTLY, "It can use a small model; the look-up still takes time."),
    ),
    *_block(
        "instant_answers", ("F6", "checkr-2024"),
        (_PARTLY, "It is this fast only with a small model and a short prompt."),
        (_NOT, "It cannot call a system and answer in 300 ms."),
        (_NOT, "It cannot search, read and answer in 300 ms."),
        (_FULLY, "It can be a small model with hardly any prompt."),
        (_NOT, "It cannot look things up and answer in 300 ms."),
    ),
    *_block(
        "cheap_answers", ("F6", "checkr-2024"),
        (_NOT, "It pays for the same instructions and examples on every request."),
        (_NOT, "It pays for instructions and calls on every request."),
        (_NOT, "It pays for retrieved passages on every request."),
        (_FULLY, "It needs hardly any prompt and can be a small model."),
        (_PARTLY, "It needs fewer instructions, and still pays for what it fetches."),
    ),
    *_block(
        "stays_inside", ("octopus-2024", "tinyagent-2024"),
        (_NOT, "It leans on a large model; small ones fall short untuned."),
        (_NOT, "It leans on a large model to choose calls; small ones choose badly untuned."),
        (_NOT, "It asks a small model to read long prompts, slowly and with more errors."),
        (_FULLY, "It makes a small model good at one task, wherever it has to run."),
        (_FULLY, "It runs a small tuned model beside a local index or local calls."),
    ),
)  # fmt: skip
