#!/usr/bin/env bash
# One would guess: ConfirmPrompt of the Bot Framework SDK, which by its docstring has a person confirm something by a "yes" or a "no",
# takes a yes for yes and a no for no, and asks again where it finds neither; it knows "not ok", so it knows "not". The choice that
# ChoicePrompt gives is one that was meant; "the second" is the second there, so "the last one" is the last.
# What happens (botbuilder-dialogs 4.23.3 from npm, answers sent through its own TestAdapter; recognizers-text-choice 1.0.2a2 from PyPI,
# which the SDK for Python uses, gives the same): a word is looked for, and what stands before it counts for nothing. "Not sure", "I'm not
# sure", "I don't agree", "nobody is sure" and "it's not true that we have a golden set" are true, and so is "sure, no"; "never" and "not
# yet" are asked again. So a release is confirmed by whoever had doubts, in the very words of doubt. ChoicePrompt takes "not RAG",
# "anything but RAG" and "RAG is too dear, tools" for RAG, "not 3" for the third choice, "we have 3 tools" for Tools, "none of the first
# two" and "the last one" for the FIRST ("one" is a number). Buttons, "yes" and "no" are right, and so are most tries. Nothing is said,
# and the score of a ChoicePrompt's result is 1.
# What to do: a validator that takes the whole answer and nothing else ("yes", "no", a choice's name); or buttons, and say again what was
# understood before it counts; keep "not sure" among the tests.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts botbuilder-core@4.23.3 botbuilder-dialogs@4.23.3
for name in botbuilder-dialogs @microsoft/recognizers-text-choice; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > answers.cjs <<'J'
const assert = require("node:assert");
const { ConversationState, MemoryStorage, TestAdapter } = require("botbuilder-core");
const { ChoicePrompt, ConfirmPrompt, DialogSet } = require("botbuilder-dialogs");

const CHOICES = ["Prompting", "Tools", "RAG", "Fine-tuning"];

async function taken(prompt, answer) {
  const state = new ConversationState(new MemoryStorage());
  const dialogs = new DialogSet(state.createProperty("dialogs")).add(prompt);
  let result = "asked again";
  const adapter = new TestAdapter(async (turn) => {
    const context = await dialogs.createContext(turn);
    const { status, result: found } = await context.continueDialog();
    if (status === "empty") await context.prompt(prompt.id, { prompt: "Which is it?", choices: CHOICES });
    if (status === "complete") result = typeof found === "boolean" ? found : `${found.value}, ${found.score}`;
    await state.saveChanges(turn);
  });
  await adapter.send("hello").send(answer).startTest();
  return result;
}

const CONFIRMED = [
  ["yes", true],
  ["no", false],
  ["not ok", false],
  ["not sure", true],
  ["I'm not sure", true],
  ["I don't agree", true],
  ["nobody is sure", true],
  ["it's not true that we have a golden set", true],
  ["sure, no", true],
  ["never", "asked again"],
  ["not yet", "asked again"],
];
const CHOSEN = [
  ["RAG", "RAG, 1"],
  ["the second", "Tools, 1"],
  ["not RAG", "RAG, 1"],
  ["anything but RAG", "RAG, 1"],
  ["RAG is too dear, tools", "RAG, 1"],
  ["not 3", "RAG, 1"],
  ["we have 3 tools", "Tools, 1"],
  ["none of the first two", "Prompting, 1"],
  ["the last one", "Prompting, 1"],
  ["none", "asked again"],
];

(async () => {
  for (const [Prompt, rows] of [[ConfirmPrompt, CONFIRMED], [ChoicePrompt, CHOSEN]]) {
    for (const [answer, seen] of rows) {
      const found = await taken(new Prompt("prompt", undefined, "en-us"), answer);
      console.log(`${Prompt.name} ${JSON.stringify(answer)}: ${found}`);
      assert.equal(found, seen, "this has changed");
    }
  }
})();
J
node answers.cjs

python3 -m venv v; v/bin/pip install -q --disable-pip-version-check recognizers-text-choice==1.0.2a2 recognizers-text==1.0.2a2 "emoji==1.7.0"
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

from recognizers_choice import recognize_boolean
from recognizers_text import Culture

print("recognizers-text-choice", version("recognizers-text-choice"), "(PyPI)")
for answer, seen in [("yes", [True]), ("not ok", [False]), ("not sure", [True]), ("I don't agree", [True]), ("never", [])]:
    found = [each.resolution["value"] for each in recognize_boolean(answer, Culture.English)]
    print(f"recognize_boolean {answer!r}: {found}")
    assert found == seen, "this has changed"
P
