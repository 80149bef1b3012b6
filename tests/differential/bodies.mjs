// Random params of every operation that both have: prose in unusual Unicode, ids of printable ASCII, some fields left out.

import { Random } from "../support/random.mjs";
import { SHARED } from "./official.mjs";

const LETTERS = [..."aZ09 _-.:/\\\"'&=+<>{}[]ğüşöçıİÇ₺€漢字ẞ🙂👨‍👩‍👧\u00a0\u2028\u2029\u200f\ufeff\ufffd\u{10ffff}\n\r\t"];
const PRINTABLE = Array.from({ length: 95 }, (_, n) => String.fromCharCode(0x20 + n));
const IDS = [..."0123456789abcXYZ-_.~!"];

/** `prices` are accepted spellings. */
export function requests(seed, count, prices) {
  const random = new Random(seed, "bodies");
  const text = (letters, most) => Array.from({ length: random.between(1, most) }, () => random.oneOf(letters)).join("");
  const optional = (name, value) => (random.chance(0.6) ? { [name]: value() } : {});
  const id = () => text(IDS, 20);
  // No space at either end, or it may not survive.
  const reference = () => text(PRINTABLE, 255).trim() || "r";
  const price = () => ({ price: random.oneOf(prices), ...optional("currency", () => random.oneOf(["TRY", "USD", "EUR", "GBP", "CHF", "NOK", "RUB", "IRR"])) });
  const ip = () => random.oneOf(["85.34.78.112", "::1", "2001:db8::8a2e:370:7334"]);
  const why = () => {
    const reason = optional("reason", () => random.oneOf(["DOUBLE_PAYMENT", "BUYER_REQUEST", "FRAUD", "OTHER"]));
    return { ...reason, ...(reason.reason && optional("description", () => text(LETTERS, 40))) };
  };
  const of = {
    refund: () => ({ paymentTransactionId: id(), ...price(), ...optional("ip", ip), ...why() }),
    refundV2: () => ({ paymentId: id(), ...price(), ...optional("ip", ip) }),
    cancel: () => ({ paymentId: id(), ...optional("ip", ip), ...why() }),
    refundToBalance: () => ({ paymentId: id(), callbackUrl: `https://example.com/${text(IDS, 20)}` }),
  };
  return Array.from({ length: count }, () => {
    const operation = random.oneOf(SHARED);
    const common = { ...optional("locale", () => random.oneOf(["tr", "en"])), ...optional("conversationId", reference) };
    return { operation, params: { ...common, ...of[operation]() } };
  });
}
