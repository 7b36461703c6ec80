#!/usr/bin/env bash
# One would guess: a filter that a team puts together in React Query Builder ("English, and not both internal and a draft", for the
# passages that a bot may cite) means the same in each language that formatQuery writes it in, since its own "not" is part of every group;
# and what one of its parse functions reads back is what was written.
# What happens (@react-querybuilder/core 8.24.1; sql.js 1.17.0, mingo 7.2.7, json-logic-js 2.0.5, @marcbachmann/cel-js 8.0.0 and ldap-filter 0.3.3 run
# what it wrote; Prisma's AND, OR, NOT and Elasticsearch's bool are gone through by hand, as their manuals have them): SQL, MongoDB, JsonLogic and
# CEL leave out the internal drafts. For Prisma the "not" of a group inside of another is dropped, so the passages that were to be left out
# are the ONLY ones found; at the top it stands. For Elasticsearch (called experimental in a comment) "not both" is "neither": what is only
# internal, or only a draft, is gone, too. The MongoDB form reads back without its "not": a saved filter, opened and saved again, has lost
# that group, and the bot cites internal drafts. For LDAP "is null" asks for a value, and "is not null" for none. An error or a warning
# comes with none of them, natural_language describes the right filter, and "=", "and" and "or" alone are right in all of these.
# What to do: write the "not" into the rules ("audience != internal, or state != draft") before such a form is made; keep the filter itself
# (format "json") and never read it back from MongoDB's; run each form on one passage that has to be left out and on one that has not.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @react-querybuilder/core@8.24.1 sql.js@1.17.0 mingo@7.2.7 json-logic-js@2.0.5 \
  @marcbachmann/cel-js@8.0.0 ldap-filter@0.3.3
cat > ask.mjs <<'J'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import { evaluate } from "@marcbachmann/cel-js";
import { formatQuery } from "@react-querybuilder/core";
import { parseMongoDB } from "@react-querybuilder/core/parseMongoDB";
import jsonLogic from "json-logic-js";
import ldap from "ldap-filter";
import { Query } from "mingo";
import initSqlJs from "sql.js";

for (const name of ["@react-querybuilder/core", "sql.js", "mingo", "json-logic-js", "@marcbachmann/cel-js", "ldap-filter"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const is = (field, value) => ({ field, operator: "=", value });
const notBoth = { combinator: "and", not: true, rules: [is("audience", "internal"), is("state", "draft")] };
const inside = { combinator: "and", rules: [is("lang", "en"), notBoth] };
const PASSAGES = ["internal draft", "internal final", "public draft", "public final"].map((name) => {
  const [audience, state] = name.split(" ");
  return { name, lang: "en", audience, state };
});
const { Database } = await initSqlJs();
const db = new Database();
db.run("CREATE TABLE passages (name, lang, audience, state)");
PASSAGES.forEach((each) => db.run("INSERT INTO passages VALUES (?, ?, ?, ?)", Object.values(each)));
const list = (each) => (Array.isArray(each) ? each : each ? [each] : []);

function prisma(where, row) {
  return Object.entries(where).every(([key, value]) => {
    if (key === "AND") return list(value).every((each) => prisma(each, row));
    if (key === "OR") return list(value).some((each) => prisma(each, row));
    return key === "NOT" ? !list(value).some((each) => prisma(each, row)) : row[key] === value;
  });
}

function elasticsearch({ bool, term }, row) {
  if (term) return Object.entries(term).every(([field, value]) => row[field] === value);
  const [must, should, mustNot] = [bool.must, bool.should, bool.must_not].map(list);
  return must.every((each) => elasticsearch(each, row)) && !mustNot.some((each) => elasticsearch(each, row)) &&
    (must.length > 0 || should.length === 0 || should.some((each) => elasticsearch(each, row)));
}

const sql = (where) => (db.exec(`SELECT name FROM passages WHERE ${where}`)[0]?.values ?? []).flat();
const among = (test) => PASSAGES.filter(test).map((each) => each.name);
const FORMS = {
  sql: (query) => sql(formatQuery(query, "sql")),
  mongodb_query: (query) => among((row) => new Query(formatQuery(query, "mongodb_query")).test(row)),
  jsonlogic: (query) => among((row) => jsonLogic.apply(formatQuery(query, "jsonlogic"), row)),
  cel: (query) => among((row) => evaluate(formatQuery(query, "cel"), row)),
  prisma: (query) => among((row) => prisma(formatQuery(query, "prisma"), row)),
  elasticsearch: (query) => among((row) => elasticsearch(formatQuery(query, "elasticsearch"), row)),
  "mongodb_query, read back": (query) => sql(formatQuery(parseMongoDB(formatQuery(query, "mongodb_query")), "sql")),
};
const RIGHT = ["internal final", "public draft", "public final"], ALL = PASSAGES.map((each) => each.name);
const SEEN = {
  prisma: { "at the top": RIGHT, inside: ["internal draft"] },
  elasticsearch: { "at the top": ["public final"], inside: ["public final"] },
  "mongodb_query, read back": { "at the top": ALL, inside: ALL },
};
console.log("described as", formatQuery(inside, "natural_language"));
for (const [form, find] of Object.entries(FORMS)) {
  for (const [place, query] of [["at the top", notBoth], ["inside", inside]]) {
    const found = find(query);
    console.log(`"not both" ${place}, ${form}: ${found.join(", ") || "nothing"}`);
    assert.deepStrictEqual(found, SEEN[form]?.[place] ?? RIGHT, "this has changed");
  }
}
for (const operator of ["null", "notNull"]) {
  const text = formatQuery({ combinator: "and", rules: [{ field: "owner", operator, value: null }] }, "ldap");
  const [owned, nobody] = [{ owner: "legal" }, {}].map((each) => ldap.parse(text).matches(each));
  console.log(`LDAP, ${operator}: ${text} finds what has an owner: ${owned}, what has none: ${nobody}`);
  assert.deepStrictEqual([owned, nobody], operator === "null" ? [true, false] : [false, true], "this has changed");
}
J
node ask.mjs
