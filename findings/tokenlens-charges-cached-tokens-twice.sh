#!/usr/bin/env bash
# One would guess: TokenLens ("works great with the Vercel AI SDK out of the box") prices the usage that the SDK hands over: what
# a cache served is a part of the input tokens and costs the cache's price in place of the full one, so caching makes a prompt
# cheaper.
# What happens (tokenlens 1.3.1 with ai 6.0.326, whose generateText made the usage from its own mock model): estimateCost takes
# all input tokens at the full price and adds the cached ones at the cache's. Of a million tokens to gpt-4o, 900,000 of them from
# the cache, the price is $3.625; it is $1.375 by the prices in TokenLens itself, and $2.50 without any cache: the more is cached,
# the dearer it looks, and a comparison of a long cached prompt with a search of a few passages comes out for the search. The
# usage of OpenAI's own API (prompt_tokens_details) is doubled in the same way. sumUsage drops the cached tokens. Without a cache
# the price is right, and so is Anthropic's own usage, where input_tokens are without those read from the cache; there what was
# written to the cache costs nothing. Nothing is said.
# What to do: take cachedInputTokens off inputTokens before TokenLens sees them; compare one cached request with the bill.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund tokenlens@1.3.1 ai@6.0.326
for name in tokenlens ai; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > price.mjs <<'J'
import assert from "node:assert";
import { generateText } from "ai";
import { MockLanguageModelV3 } from "ai/test";
import { estimateCost, sumUsage } from "tokenlens";

const MILLION = 1_000_000;
const modelId = "openai:gpt-4o";

async function usageOfTheSdk(cached) {
  const inputTokens = { total: MILLION, noCache: MILLION - cached, cacheRead: cached, cacheWrite: 0 };
  const usage = { inputTokens, outputTokens: { total: 0, text: 0, reasoning: 0 } };
  const answer = { content: [{ type: "text", text: "yes" }], finishReason: { unified: "stop" }, usage, warnings: [] };
  const model = new MockLanguageModelV3({ doGenerate: async () => answer });
  return (await generateText({ model, prompt: "?" })).usage;
}

const price = (usage) => estimateCost({ modelId, usage }).totalUSD;
const perMillion = price({ inputTokens: MILLION, outputTokens: 0 });
const perMillionCached = price({ inputTokens: 0, outputTokens: 0, cachedInputTokens: MILLION });
console.log(`${modelId}, dollars a million tokens: ${perMillion}, from the cache ${perMillionCached}`);
assert.deepEqual([perMillion, perMillionCached], [2.5, 1.25], "this has changed");

const SEEN = [[0, 2.5, 2.5], [500_000, 3.125, 1.875], [900_000, 3.625, 1.375]];
for (const [cached, seen, right] of SEEN) {
  const usage = await usageOfTheSdk(cached);
  assert.deepEqual([usage.inputTokens, usage.inputTokenDetails.cacheReadTokens], [MILLION, cached], "this has changed");
  const byHand = ((MILLION - cached) * perMillion + cached * perMillionCached) / MILLION;
  const raw = { prompt_tokens: MILLION, completion_tokens: 0, prompt_tokens_details: { cached_tokens: cached } };
  const found = [price(usage), price(raw)];
  console.log(`${cached} of ${MILLION} from the cache: the SDK's usage ${found[0]}, OpenAI's ${found[1]}, by hand ${byHand}`);
  assert.deepEqual([...found, byHand], [seen, seen, right], "this has changed");
}
const sum = sumUsage([await usageOfTheSdk(900_000), await usageOfTheSdk(900_000)]);
console.log(`sumUsage of two such: ${JSON.stringify(sum)}`);
assert.deepEqual(sum, { input: 2 * MILLION, output: 0, total: 2 * MILLION }, "this has changed");

const read = price({ input_tokens: 100_000, output_tokens: 0, cache_read_input_tokens: 900_000 });
const written = price({ input_tokens: 0, output_tokens: 0, cache_creation_input_tokens: MILLION });
console.log(`in Anthropic's form: 900,000 read from the cache beside 100,000: ${read}; a million written to it: ${written}`);
assert.deepEqual([read, written], [1.375, 0], "this has changed");
J
node price.mjs
