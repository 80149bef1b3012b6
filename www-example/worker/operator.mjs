// An entry for the OPERATORS secret: node operator.mjs kasa-1, then the password on standard input.

import { pbkdf2Sync, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// As many as Cloudflare's WebCrypto takes.
const ITERATIONS = 100_000;

export function passwordHash(password) {
  const salt = randomBytes(16);
  const hash = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  return `pbkdf2-sha256$${ITERATIONS}$${salt.toString("base64")}$${hash.toString("base64")}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [, , operator] = process.argv;
  const password = operator ? readFileSync(0, "utf8").replace(/\r?\n$/, "") : "";
  if (password.length < 12) {
    console.error("usage: node operator.mjs <name>, and a password of at least 12 characters on standard input");
    process.exit(2);
  }
  console.log(JSON.stringify({ [operator]: passwordHash(password) }));
}
