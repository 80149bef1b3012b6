// The types of `iyzico-reversals/fetch` need neither those of a browser nor Node's.

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { run } from "../support/program.mjs";

const TSC = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));

export async function checkTypes(consumer, check) {
  await writeFile(consumer.path("bare.ts"), BARE);
  const args = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false", "--lib", "es2022", "--types", ""];
  for (const [module, moduleResolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
    await check(`${moduleResolution}, without types of a host`, async () => {
      await run(TSC, [...args, "--target", "es2022", "--module", module, "--moduleResolution", moduleResolution, "bare.ts"], { cwd: consumer.path() });
    });
  }
}

const BARE = `
import { exchange, type Answer, type ExchangeEvent } from "iyzico-reversals/fetch";

const request = { operation: "refund", url: "https://a", method: "POST", headers: { a: "b" }, body: "{}" } as const;
const told = (event: ExchangeEvent): string => (event.type === "refused" ? event.message : event.type);
export const answer: Promise<Answer> = exchange(request, { timeoutMs: 5, onEvent: told });
// @ts-expect-error milliseconds are a number
exchange(request, { timeoutMs: "5" });
`;
