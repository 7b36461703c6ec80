"""Words of evaluation, trust, operations, and of the assessment itself."""

from rules.glossary import GlossaryEntry, entry

QUALITY_TERMS: tuple[GlossaryEntry, ...] = (
    entry("evaluation", "eval|evals|evaluations|benchmark|benchmarks|evaluating|evaluation set up",
          "An evaluation measures how good answers are, on cases chosen beforehand. "
          "It comes first: without it nobody can tell what failed, the search, the prompt or the model.",
          "50 questions with their right answers, run before each change.", "F9", "evals"),
    entry("golden task", "golden tasks|gold task|key task|gold tasks|key tasks",
          "A golden task is a real input that stands for success, with what a good answer must hold. "
          "Three to five of them, each with a bar, say whether the feature works.",
          "“Refund after 20 days?” must name the window and the form.", "F10", "evals"),
    entry("golden set", "fixed set|"
          "gold set|golden dataset|eval set|reference set|gold dataset|evaluation set|golden sets",
          "A golden set is a fixed collection of cases with right answers that the team trusts. "
          "It is the yardstick that every change is held against.",
          "120 questions, each answer checked by two people.", "F9 F10", "evals"),
    entry("offline evaluation", "offline suite|offline evals|eval suite|offline eval|evaluation suite|test suite",
          "Offline evaluation runs a fixed suite before anything goes live. "
          "It catches what a change broke without a customer having seen it.",
          "One command, 100 cases, pass or fail for each.", "F8 F9", "evals"),
    entry("spot check", "spot checks|production sampling|online evals|human review|spot checking|online evaluation|"
          "spot-check|spot-checks",
          "A spot check reads a few real answers from production now and then. "
          "It finds what no suite foresaw.",
          "Twenty answers a week, read by one person.", "F8", "evals"),
    entry("llm as a judge", "llm-as-judge|llm judge|judge model|autorater|grader|llm as judge|llm-as-a-judge|"
          "model graded|judge|autoraters",
          "LLM as a judge lets one model grade the answers of another. "
          "It is quick and cheap, and has to be checked against people first.",
          "It agrees with two reviewers on 85 of 100 answers.", "judge-2023", "check evals"),
    entry("regression test", "regression tests|regression suite|regression|regressions|regression testing",
          "A regression test checks that what worked still works after a change. "
          "Every failure that was fixed becomes one.",
          "The table that broke in March is asked for on every release.", "F6", "evals"),
    entry("hallucination", "hallucinations|confabulation|invented facts|making things up|hallucinate|hallucinates|"
          "made up facts|hallucinating|confabulations|invented_facts",
          "A hallucination is a statement that sounds right and rests on nothing. "
          "Answers from fetched passages have fewer of them, and show where they come from.",
          "A product feature that never existed.", "halluc-2022 F5", "failure rag"),
    entry("grounding", "grounded answer|grounded|ground|grounded answers|grounded in sources",
          "Grounding ties each answer to material that was given for it. "
          "The model repeats what a source says instead of inventing it.",
          "“According to section 4 of the policy: 30 days.”", "F5", "receipts failure rag"),
    entry("faithfulness", "groundedness|answer support|attribution score|faithful",
          "Faithfulness is how far an answer says only what its sources say. "
          "It can be low although every source was right.",
          "Three statements, two of them in the passage: 67 of 100.", "ragas-2023", "evals receipts rag"),
    entry("failure bucket", "failure buckets|failure modes|error taxonomy|error category|bucket|buckets|failure mode|"
          "error categories|error bucket",
          "A failure bucket is a kind of failure that is counted by itself. "
          "The fullest bucket says what to mend first.",
          "9 of 14 failures were retrieval misses.", "F11", "failure"),
    entry("drift", "model drift|data drift|quality drift|drifts|drifting|concept drift",
          "Drift is quality that slips over time although nobody changed anything. "
          "Questions, facts and the provider's model all move, so the choice is reviewed every month.",
          "Last month 5 of 5 golden tasks passed, now 3.", "F12 drift-2014", "evals"),
    entry("data hygiene", "data quality|document hygiene|dedup|deduplication|stale documents|hygiene|data cleaning|"
          "document quality",
          "Data hygiene is the state of what is searched: current, single, readable. "
          "Retrieval can be no better than what it finds.",
          "One valid price list instead of four old ones.", "F4", "hygiene rag"),
)  # fmt: skip

TRUST_TERMS: tuple[GlossaryEntry, ...] = (
    entry("citation", "sources for each answer|source for each answer|"
          "citations|receipts|source attribution|footnotes|receipt|footnote|citing|source citation",
          "A citation shows which passage or record an answer rests on. "
          "Retrieval and tools can give one; a model alone cannot.",
          "“(Travel policy, section 3, June 2026)”", "F3", "receipts rag"),
    entry("provenance", "traceability|lineage|audit trail|data lineage|traceable|provenance information",
          "Provenance is the record of where something came from and what was done to it. "
          "If people may ask how an answer came about, it is designed in from the start.",
          "The log names the passage, its version and the prompt.", "F3 prov-2013", "receipts"),
    entry("freshness", "staleness|stale facts|recency|up to date|up-to-date|stale|stale_facts|fresh facts",
          "Freshness is how current the facts in an answer are. "
          "What changes weekly or faster is fetched when someone asks.",
          "Today's stock, not last quarter's.", "F1", "freshness"),
    entry("pii", "personal data|personally identifiable information|redaction|personal information|redact|"
          "personally identifiable",
          "PII is information that points to a person: a name, an address, a number. "
          "It limits where data may go, and what is trained in cannot be taken out for one person.",
          "An e-mail address in a ticket.", "gdpr-4", "hosting access"),
    entry("access control", "acl|per-user access|rbac|document permissions|security trimming|acls|"
          "role-based access control|per user access|access rights|permissions",
          "Access control decides who may see what. "
          "It can be checked when something is fetched; once trained in, a fact is there for everybody.",
          "A manager's answer may use the salary table, a colleague's may not.", "rbac-2000 slack-2024", "access"),
    entry("guardrails", "guardrail|safety filter|content filter|moderation|guard rails|safety filters|guard rail",
          "Guardrails are checks in front of a model and behind it that stop what should not pass. "
          "Each is measured by itself: too strict, and harmless questions are refused.",
          "A filter that holds back medical advice.", "qi-2023", "failure stakes"),
    entry("prompt injection", "injection|jailbreak|indirect prompt injection|jailbreaking|jailbreaks|"
          "prompt injections",
          "Prompt injection is text that tries to make a model follow somebody else's orders. "
          "It can hide in a document that is fetched, so fetched text is never obeyed.",
          "“Ignore your rules” in white letters in a CV.", "injection-2023", "failure action"),
)  # fmt: skip

OPERATIONS_TERMS: tuple[GlossaryEntry, ...] = (
    entry("latency", "fast answers|instant answers|"
          "response time|p95|p99|ttft|time to first token|sla|response times|p50",
          "Latency is how long a person waits for the answer. "
          "Look-ups and long prompts add to it; a small tuned model has the least.",
          "p95 of 2 seconds: 95 of 100 answers come faster.", "sre-2016", "latency"),
    entry("throughput", "qps|rps|requests per second|queries per second|tps",
          "Throughput is how many requests are answered in a given time. "
          "At very many, the price of each request decides.",
          "10 a second are 864,000 a day.", "sre-2016", "volume"),
    entry("observability", "logging|tracing|traces|monitoring|llmops|trace|telemetry",
          "Observability is being able to see afterward what the feature did and why. "
          "It keeps the input, what was fetched or called, the prompt's version and the answer.",
          "Any answer of last month can be explained.", "F8 F11", "evals ops"),
    entry("rollback", "roll back|model versioning|model registry|canary|rolling back|roll-back|canary release",
          "Rollback is going back to the version that worked, within minutes. "
          "For a tuned model it needs versions of model, data and tests kept together.",
          "Version 12 answers worse; version 11 is back by noon.", "F6 sre-2016", "ops fine_tune"),
    entry("break-even", "breakeven|break even|payback|tco|total cost of ownership|break-even point|break even point",
          "Break-even is the share of right answers from which a feature earns more than it costs. "
          "It weighs what a right answer saves against what a wrong one costs.",
          "At 92 right of 100 it pays for itself.", "F7", "stakes volume"),
)  # fmt: skip

ASSESSMENT_TERMS: tuple[GlossaryEntry, ...] = (
    entry("decision record", "adr|madr|architecture decision record|record|decision records|adrs",
          "A decision record keeps what was decided, from which facts, by whom, and what was turned down. "
          "It is a plain file that can be kept beside the code.",
          "“Use retrieval for Support copilot”, November 22.", "madr", "evals"),
    entry("gate", "gates|gated|prerequisite|blocker|prerequisites|blockers",
          "A gate is something that must be in place before an architecture can be chosen or built. "
          "It either rules the architecture out today or comes first on the roadmap.",
          "No trusted evaluation yet: fine-tuning has to wait.", "F2 F9", "evals examples fine_tune"),
    entry("flip", "flips|flip set|tipping point|flip sets|tipping points",
          "A flip is the smallest change of answers that gives another verdict. "
          "The nearest ones show what the choice hangs on.",
          "If facts changed yearly instead of weekly: prompting.", "F12", "freshness"),
    entry("demand", "demands|must|musts|wish|wishes|should",
          "A demand is something your answers ask of an architecture, as a must or as a wish. "
          "A must rules out what does not deliver it; a wish only marks it.",
          "“You are regulated” makes sources a must.", "F14", "receipts"),
    entry("verdict", "verdicts|architecture|architectures",
          "The verdict is the smallest architecture that meets every must of your answers. "
          "It comes with its reasons, what was turned down, and what would change it.",
          "Use retrieval: fresh facts, and answers people can check.", "F12", "need"),
    entry("baseline", "baselines|base line",
          "A baseline is the result of the simplest thing, measured before anything bigger is built. "
          "Whatever is bigger has to beat it.",
          "The best prompt passes 3 of 5 golden tasks.", "F12", "evals prompt"),
    entry("behavior", "behaviour|wanted behavior|wanted behaviour",
          "Behavior is how the feature does its task: form, tone, sorting, style. "
          "Facts are what it says; the two have different remedies.",
          "“Always in three bullet points” is behavior, the price is a fact.", "F2", "need"),
    entry("stakes", "stake|cost of a wrong answer",
          "Stakes are what a wrong answer costs: a shrug, rework, money, or harm. "
          "The higher they are, the more an answer has to be grounded and checked.",
          "A wrong refund costs money; a wrong dose does harm.", "F7", "stakes"),
    entry("roadmap", "road map|roadmaps",
          "The roadmap is what to do after the verdict, in order: evaluation, failures, building, watching. "
          "Each item has an owner, a day and a gate that ends it.",
          "First golden tasks, then a log of every answer.", "F9 F12", "evals"),
)  # fmt: skip
