// Validates requests and answers of the terminal operations with their published schemas.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv";

const document = JSON.parse(readFileSync(new URL("../../vectors/gmu.openapi.json", import.meta.url), "utf8"), (key, value) =>
  // The document types amounts "decimal", which is no type of OpenAPI; unquoted samples say that a number is meant.
  key === "type" && value === "decimal" ? "number" : value,
);

// additionalProperties stays as the document has it, open: relatedSaleId is promised there in words only, and
// relatedSaleItemId and returnAmount are on a later page only, so closing it would forbid what other pages ask for.
const ajv = new Ajv({ allErrors: true });
ajv.addVocabulary(["openapi", "info", "tags", "servers", "security", "components", "paths"]);
ajv.addSchema(document, "gmu");

const PREFIX = "/v2/terminal-host/gmu/payment/";

/** The operations that have a published schema. */
export const PUBLISHED = Object.keys(document.paths).map((path) => path.slice(PREFIX.length));

/** The path's end of an operation that the package calls so; undefined where no schema is published. */
export const pathOf = (operation) =>
  PUBLISHED.find((name) => operation === `terminal.${name.replace(/-./g, ([, letter]) => letter.toUpperCase())}`);

/** The schema of an operation's request, or of its answer, with those of its lists' members in their places. */
export const requestSchema = (operation) => whole(schemaOf(operation, ({ requestBody }) => requestBody));
export const answerSchema = (operation) => whole(schemaOf(operation, ({ responses }) => responses[200]));

export function assertRequest(operation, body) {
  assertFits(schemaOf(operation, ({ requestBody }) => requestBody), body);
}

export function assertAnswer(operation, status, body) {
  assertFits(schemaOf(operation, ({ responses }) => responses[status]), body);
}

/** The names in an answer that its schema does not have, which an open schema lets pass. */
export function undocumented(operation, body) {
  return strangers(document.components.schemas[schemaOf(operation, ({ responses }) => responses[200])], body);
}

function whole(name) {
  const { properties, ...schema } = document.components.schemas[name];
  const members = Object.entries(properties).map(([property, { items, ...rest }]) => [
    property,
    items ? { ...rest, items: whole(items.$ref.split("/").at(-1)) } : rest,
  ]);
  return { ...schema, properties: Object.fromEntries(members) };
}

function schemaOf(operation, part) {
  const found = part(document.paths[PREFIX + operation].post);
  assert.ok(found, `${operation} documents no such answer`);
  return found.content["application/json"].schema.$ref.split("/").at(-1);
}

function assertFits(name, body) {
  const validate = ajv.getSchema(`gmu#/components/schemas/${name}`);
  assert.ok(validate(body), `${name}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body)}`);
}

function strangers({ properties }, body) {
  return Object.entries(body).flatMap(([name, value]) => {
    if (!Object.hasOwn(properties, name)) return [name];
    if (!Array.isArray(value)) return [];
    const item = document.components.schemas[properties[name].items.$ref.split("/").at(-1)];
    return value.flatMap((member) => strangers(item, member));
  });
}
