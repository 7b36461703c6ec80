"""What is asked of the bot itself is answered from rows, in the interview and after it; the verdict is shown again."""

from rules.catalog.asking import itself
from rules.facts import Facts
from rules.hearing import Asked, hear, line
from rules.telling import Background, tell
from tests.tables import each

SAID = {"need": "facts", "freshness": "weekly", "source": "documents"}
ASKED = [
    ("portfolio", "how are my decisions doing?"),
    ("portfolio", "where do our decisions stand?"),
    ("portfolio", "what is the status of our assessments?"),
    ("portfolio", "show me all my decisions"),
    ("portfolio", "how are our features doing?"),
    ("portfolio", "which of my decisions need attention?"),
    ("portfolio", "which reviews are overdue?"),
    ("portfolio", "what needs my attention?"),
    ("portfolio", "anything overdue?"),
    ("portfolio", "what is waiting for me?"),
    ("model", "do you use AI?"),
    ("model", "are you ChatGPT?"),
    ("model", "Which LLM do you run on?"),
    ("model", "are you a bot or a human"),
    ("model", "who am I talking to?"),
    ("storage", "where is this stored?"),
    ("storage", "Where does our data go?"),
    ("storage", "do you send anything to OpenAI?"),
    ("storage", "what do you store about us?"),
    ("storage", "does our data leave Slack?"),
    ("storage", "is any of this sent to a third party?"),
    ("storage", "do outside vendors get our answers?"),
    ("readers", "who can see this?"),
    ("readers", "can my boss see our answers?"),
    ("readers", "is this thread private?"),
    ("duration", "how long does this take?"),
    ("duration", "how long will the interview take"),
    ("deletion", "can you delete it?"),
    ("deletion", "how do I delete this?"),
    ("deletion", "delete this decision"),
    ("deletion", "please remove the whole thread"),
    ("deletion", "delete our interview"),
    ("deletion", "get rid of this decision please"),
    ("closing", "close this decision"),
    ("closing", "archive the assessment for good"),
    ("closing", "how do I close this decision?"),
    ("closing", "can we retire this feature?"),
    ("closing", "what happens when we shelve the feature?"),
    ("deletion", "how long do you keep our answers?"),
    ("rules", "who made the rules?"),
    ("rules", "where do your rules come from?"),
    ("rules", "which framework do you use?"),
    ("learning", "do you learn from us?"),
    ("learning", "is our data used for training?"),
    ("law", "is this GDPR ok?"),
    ("law", "are you SOC2 certified?"),
    ("law", "is it safe to put customer names here?"),
    ("language", "do you speak German?"),
    ("maker", "who built you?"),
    ("maker", "is your code open source?"),
    ("scope", "do you read all our channels?"),
    ("scope", "can you access our wiki?"),
    ("mistakes", "do you make mistakes?"),
    ("mistakes", "were your rules tested?"),
    ("mistakes", "do you hallucinate"),
    ("overruling", "can we overrule the recommendation?"),
    ("overruling", "how do I override this?"),
    ("overruling", "what happens if we ignore the verdict"),
    ("overruling", "we decided to build our own model anyway"),
    ("overruling", "may we go against your advice?"),
    ("signing", "who signs this off?"),
    ("signing", "does my manager have to sign this"),
    ("signing", "who approves the decision?"),
    ("deciding", "who decided this?"),
    ("deciding", "how was the verdict reached"),
    ("deciding", "was this decided by a person"),
    ("signing", "who signed off on this"),
    ("disagreeing", "who decides if we disagree?"),
    ("disagreeing", "what happens when two people give different answers"),
    ("retiring", "what's the risk if the model gets deprecated"),
    ("retiring", "what happens when they retire the model?"),
    ("logging", "log a failure: it quoted last quarter's price"),
    ("logging", "how do i log a failure"),
    ("version", "which rules version was used?"),
    ("version", "rules version?"),
    ("version", "how recent are the rules"),
    ("trail", "is there an audit trail"),
    ("trail", "do you keep a history of changes"),
    ("trail", "can auditors trace this later"),
    ("backups", "also from backups?"),
    ("backups", "do you delete it from backups as well"),
    ("leaks", "how do we make sure HR stuff doesn't leak"),
    ("leaks", "what prevents confidential pages from being shown to others"),
    ("risks", "what are the risks"),
    ("risks", "what could go wrong"),
    ("risks", "any risks?"),
    ("tasks", "golden tasks: refund window question, escalation question"),
    ("tasks", "where do I add golden tasks"),
    ("skipping", "how many questions did you skip and why"),
    ("skipping", "why did you skip some questions"),
]
NOT_OF_ITSELF = [
    "is GPT better than Claude?",
    "which model should we use?",
    "how long does it take to build?",
    "who said that everyone may see all of it?",
    "is this processing lawful under Article 6 of the GDPR?",
    "who is looking at this again?",
    "what do mistakes cost us?",
    "can we drop the receipts?",
    "where does the truth live?",
    "how do I export this?",
    "what is a golden task?",
    "who decided that mistakes cost money?",
    "do you have anything on that?",
    "what if we go with RAG?",
    "Has anyone else done it this way, and who?",
]
OF_THE_VERDICT = [
    "what's the verdict?",
    "verdict?",
    "Verdict please",
    "show me the verdict",
    "can you repeat the verdict please",
    "remind me what we decided",
    "what did we settle on?",
    "so what is your recommendation then?",
    "what do you recommend?",
    "tl;dr",
    "can you summarize the verdict for my boss?",
    "what do I tell my boss in one sentence?",
    "can you summarise this for the board?",
    "how do I explain this to my manager?",
    "one sentence for the board please",
    "summarize this in one sentence",
    "summarize for my boss in one sentence",
    "how do we stand?",
    "how did we do?",
    "so how are we doing so far?",
    "how well did we do last month?",
    "how are things going with this?",
    "so where do we stand now?",
    "does the verdict still hold?",
    "is it holding up?",
    "is our decision still valid?",
    "are we still on track?",
    "what's the status?",
    "status please",
]
NOT_OF_THE_VERDICT = [
    "how do we stand on security?",
    "how did we do the labels?",
    "how are things going with the labels?",
    "is the data still good?",
    "what is the status of our labels?",
    "does it hold contracts?",
    "are we good at labels?",
    "where does the truth stand?",
    "is it still weekly?",
    "does this still hold if prices change daily?",
    "what if it still holds?",
    "who says that it still holds?",
]


@each(("topic", "text"), ASKED)
def test_a_question_about_the_bot_is_heard_in_the_interview_and_after_it(topic, text):
    for fact in ("need", "labels", None):
        assert hear(line(text, fact, SAID, mention=True)).questions == (Asked("about_bot", {"topic": topic}),)
        unaddressed = hear(line(text, fact, SAID, mention=False))
        assert all(asked.intent != "about_bot" for asked in unaddressed.questions)


@each("text", NOT_OF_ITSELF)
def test_what_is_asked_of_the_decision_or_of_the_world_is_no_question_about_the_bot(text):
    assert all(asked.intent != "about_bot" for asked in hear(line(text, None, SAID, mention=True)).questions)


def test_under_a_question_of_which_the_words_speak_they_ask_about_that():
    for fact, text in (("access", "who can see this?"), ("latency", "how long does it take?")):
        assert all(asked.intent != "about_bot" for asked in hear(line(text, fact, {}, mention=True)).questions)


@each("text", NOT_OF_THE_VERDICT)
def test_how_something_else_stands_is_not_asked_of_the_verdict(text):
    assert Asked("verdict") not in hear(line(text, None, SAID, mention=True)).questions


@each("text", OF_THE_VERDICT)
def test_the_verdict_is_shown_again_and_before_it_there_is_what_it_would_be(text):
    assert hear(line(text, None, SAID, mention=True)).questions == (Asked("verdict"),)
    assert hear(line(text, "labels", SAID, mention=True)).questions == (Asked("how_sure"),)


@each(
    ("text", "intents"),
    [
        ("Why retrieval? And who can see this?", ["why", "about_bot"]),
        ("why retrieval, and who can see this?", ["why", "about_bot"]),
        ("where is what I write stored, and who can read it?", ["about_bot", "about_bot"]),
        ("can I delete this later? also from backups?", ["about_bot", "about_bot"]),
        ("can I override the verdict? we're going with fine-tuning anyway", ["about_bot"]),
        ("Suppose it changed daily. What is the verdict then?", ["what_if"]),
        ("what does the verdict mean?", ["glossary"]),
        ("what would flip the verdict?", ["what_would_change"]),
    ],
)
def test_beside_another_question_it_is_heard_too_and_a_supposed_verdict_is_no_verdict_shown(text, intents):
    assert [asked.intent for asked in hear(line(text, None, SAID, mention=True)).questions] == intents


def test_in_the_interview_both_questions_of_a_line_are_heard():
    found = hear(line("Why do you ask? And where is this stored?", "labels", {}, mention=True))

    assert [asked.intent for asked in found.questions] == ["why", "about_bot"]


@each("topic", list(itself()))
@each("uses_model", [False, True])
def test_each_answer_about_the_bot_is_one_or_two_short_sentences(topic, uses_model):
    told = tell(Asked("about_bot", {"topic": topic}), Background(Facts(), uses_model=uses_model))

    assert 1 <= len(told.says) <= 2
    assert all(len(sentence) <= 150 for sentence in told.says)
    assert ("language model" in " ".join(told.says)) or topic != "model"


def test_the_version_of_the_rules_and_the_failures_to_watch_are_those_of_this_verdict():
    known = Background(Facts(need="facts", source="documents"))

    assert known.verdict.rules_version in tell(Asked("about_bot", {"topic": "version"}), known).says[0]
    assert tell(Asked("about_bot", {"topic": "risks"}), known).says[0].startswith("Watch first: retrieval")
