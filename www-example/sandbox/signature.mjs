// The two HMACs of the card API: IYZWSv2 over a request's raw bytes, and the signature inside an answer.

import { createHmac, timingSafeEqual } from "node:crypto";
import { CODE, Refusal } from "./errors.mjs";
import { NumberText } from "./json.mjs";
import { formatAmount, parseAmount } from "./money.mjs";

const SCHEME = "IYZWSv2 ";
const INNER = /^apiKey:(.+?)&randomKey:(.*)&signature:([^&]*)$/;

/** The fields of a refund answer that are signed, in this order. */
export const SIGNED_IN_REFUND = ["paymentId", "price", "currency", "conversationId"];

/** Finds the merchant who signed this request, or throws the refusal iyzico would answer. */
export function authenticate({ headers, path, body }, { books: { merchants } }) {
  const { apiKey, randomKey, signature } = readAuthorization(headers.authorization);
  const merchant = merchants.find((candidate) => candidate.apiKey === apiKey);
  if (!merchant) throw new Refusal(CODE.unknownApiKey);

  const announced = headers["x-iyzi-rnd"];
  if (announced !== undefined && announced !== randomKey) throw new Refusal(CODE.badSignature);

  const expected = createHmac("sha256", merchant.secretKey).update(randomKey).update(path).update(body).digest("hex");
  if (!sameText(signature, expected)) throw new Refusal(CODE.badSignature);
  return merchant;
}

/** Signs an answer's fields; an absent one counts as the empty string and the price loses its trailing zeros. */
export function signAnswer(fields, order, secretKey) {
  const text = order.map((name) => (name === "price" ? strippedPrice(fields.price) : fields[name] ?? "")).join(":");
  return createHmac("sha256", secretKey).update(text).digest("hex");
}

// A missing or unreadable header names no key, so it is answered like an unknown key (an assumption).
function readAuthorization(header = "") {
  const base64 = header.startsWith(SCHEME) ? header.slice(SCHEME.length) : "";
  const bytes = Buffer.from(base64, "base64");
  const inner = bytes.toString("base64") === base64 ? INNER.exec(bytes.toString("utf8")) : null;
  if (!inner) throw new Refusal(CODE.unknownApiKey);
  const [, apiKey, randomKey, signature] = inner;
  return { apiKey, randomKey, signature };
}

function sameText(a, b) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function strippedPrice(price) {
  return formatAmount(parseAmount(price instanceof NumberText ? price.text : price));
}
