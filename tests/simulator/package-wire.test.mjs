// The tables of tests/vectors/gmu.openapi.json, row by row, in the package: schemas, bodies, answers and types.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { draft, IyzicoTerminal } from "../../pkg/inline.js";
import { bodies, landed, least, most } from "../conformance/support/till.js";
import { answerText } from "../conformance/support/samples.js";
import { answerSchema, assertAnswer, assertRequest, pathOf, PUBLISHED, requestSchema } from "./support/gmu-schemas.mjs";

const OPERATIONS = ["terminal.refund", "terminal.void", "terminal.refundableSaleInfo"];

// What the outcome says in members of its own.
const TOLD_ELSEWHERE = ["status", "errorCode", "errorMessage"];
// Fields that the document or a later page mentions in prose, but the document's table lacks.
const BEYOND_THE_TABLE = { "terminal.refund": ["relatedSaleId", "saleItems.relatedSaleItemId", "saleItems.returnAmount"] };

const schemaOf = (operation) => JSON.parse(readFileSync(new URL(`../../pkg/schema/${operation}.json`, import.meta.url), "utf8"));
const types = readFileSync(new URL("../../pkg/operations.d.ts", import.meta.url), "utf8");
const terminal = new IyzicoTerminal({ accessToken: "a", environment: "sandbox" });

test("the package has every published operation", () => {
  assert.deepEqual(OPERATIONS.map(pathOf).sort(), [...PUBLISHED].sort());
});

for (const operation of OPERATIONS) {
  const path = pathOf(operation);

  test(`${operation}: every row of the request's table, and no other but what is said to be`, () => {
    const [seed, ours] = [requestSchema(path), schemaOf(operation)].map(namesIn);
    assert.deepEqual(ours.filter((name) => !seed.includes(name)).sort(), (BEYOND_THE_TABLE[operation] ?? []).sort());
    assert.deepEqual(seed.filter((name) => !ours.includes(name)), []);
    assert.deepEqual(requiredIn(schemaOf(operation)), requiredIn(requestSchema(path)), "what is required");
  });

  test(`${operation}: what it sends fits the published schema, all that may be sent included`, () => {
    for (const params of [least[operation], most[operation]]) {
      const body = JSON.parse(draft(operation, params).body);
      assertRequest(path, body);
      assert.equal(draft(operation, params).path, `/v2/terminal-host/gmu/payment/${path}`);
    }
    const sent = namesOf(JSON.parse(bodies[operation]));
    assert.deepEqual(namesIn(requestSchema(path)).filter((name) => !sent.includes(name)), [], "a row that no test sends");
  });

  test(`${operation}: the data of an answer that holds every row has every row`, () => {
    const answer = JSON.parse(answerText(landed[operation]));
    assertAnswer(path, 200, answer);
    const rows = namesIn(answerSchema(path)).filter((name) => !TOLD_ELSEWHERE.includes(name));
    assert.deepEqual(rows.filter((name) => !namesOf(answer).includes(name)), [], "a row that no test answers with");
    const { data } = terminal.read(terminal[operation.split(".")[1]](most[operation]), { status: 200, text: answerText(landed[operation]) });
    assert.deepEqual(namesOf(data).sort(), rows.sort());
  });

  test(`${operation}: the types name and explain every row`, () => {
    const name = operation.replace(/(?:^|\.)(.)/g, (_, letter) => letter.toUpperCase());
    for (const [declared, schema] of [[`${name}Params`, requestSchema(path)], [`${name}Data`, answerSchema(path)]]) {
      const declaration = declarationOf(declared);
      for (const row of namesIn(schema).map((path) => path.split(".").at(-1)).filter((row) => !TOLD_ELSEWHERE.includes(row))) {
        assert.match(declaration, new RegExp(`/\\*\\* [^*]{5,} \\*/\\n\\s*(?:readonly )?${row}\\??: `), `${declared} ${row}`);
      }
    }
  });
}

test("a published number is a number on the wire, with the digits that were meant", () => {
  const { body } = draft("terminal.refund", { ...most["terminal.refund"], paymentDate: "20260406" });
  assert.match(body, /"paymentDate":20260406,/);
  for (const name of ["unitPriceAmount", "grossPriceAmount", "totalPriceAmount"]) assert.match(body, new RegExp(`"${name}":\\d+\\.\\d\\d[,}]`));
});

/** The names of a schema's properties, those of a list's members behind the list's. */
function namesIn({ properties }) {
  return Object.entries(properties).flatMap(([name, { items }]) => [name, ...(items ? namesIn(items).map((member) => `${name}.${member}`) : [])]);
}

function requiredIn({ properties, required = [] }) {
  const inLists = Object.entries(properties).flatMap(([name, { items }]) => (items ? requiredIn(items).map((member) => `${name}.${member}`) : []));
  return [...required, ...inLists].sort();
}

/** The names of a value's members, alike. */
function namesOf(value) {
  const names = Object.entries(value).flatMap(([name, member]) => [
    name,
    ...(Array.isArray(member) ? member.flatMap(namesOf).map((inner) => `${name}.${inner}`) : []),
  ]);
  return [...new Set(names)];
}

function declarationOf(name) {
  const found = types.match(new RegExp(`export (?:interface|type) ${name} [^]*?\\n(?:\\}|\\);)\\n`));
  assert.ok(found, `no type ${name}`);
  return found[0];
}
