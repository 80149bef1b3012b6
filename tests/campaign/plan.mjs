// The plan of a round: payments and sales, the refunds of them, who clicks how often, and the refunds that somebody makes in iyzico's
// panel.

import { Random } from "../support/random.mjs";
import { formatAmount, parseAmount, SPELLINGS } from "../../www-example/sandbox/money.mjs";

export const NOON = Date.parse("2026-03-10T09:00:00Z");

const KURUS = 1_000_000n;
const HOUR = 3_600_000;
const MERCHANT = { kind: "standard", apiKey: "campaign-api-key", secretKey: "campaign-secret-key" };
const USER = {
  clientId: "campaign-client",
  clientSecret: "campaign-client-secret",
  username: "kasa@campaign.test",
  password: "campaign-password",
  devices: ["P00134", "P00135"],
};

/** Ids in the formats of shops. How an id survives an alteration by iyzico, a bank or a database depends on its format. */
const ID_STYLES = {
  // Without trailing zeros: a rounded neighbour could look like it.
  digits: ({ round, at, part }) => `1${[round, at, part + 1].map((number) => String(number).padStart(3, "0")).join("")}`,
  words: ({ round, at, part }) => `return-${round}-${at}-${part}`,
  "words and spaces": ({ round, at, part }) => `Iade ${round} ${at} ${part}`,
  "more than 20 characters": ({ round, at, part }) => `iade-2026-03-10-siparis-${round}-${at}-${part}`,
};

/**
 * A shop, about `count` intents, their clicks in order of time, and the refunds in the panel. `impatience`: the share of intents that are
 * clicked more than once.
 */
export function planRound({ seed, round, count, impatience }) {
  const random = new Random(seed, "plan", round);
  const shop = { merchants: [MERCHANT], terminalUsers: [USER], payments: [], sales: [] };
  const intents = [];
  const panel = [];
  while (intents.length < count) {
    if (random.chance(0.7)) {
      intents.push(...planPayment(random, shop, round));
      if (random.chance(0.1)) panel.push(planPanel(random, shop.payments.at(-1)));
    } else {
      intents.push(...planSale(random, shop, `${round}-${shop.sales.length}`));
    }
  }
  return { shop, intents, clicks: clicksOn(intents, random, impatience), panel };
}

/** Repeated clicks: two or three, most at once, some much later, some with another spelling of the amount. */
function clicksOn(intents, random, impatience) {
  const clicks = [];
  for (const intent of random.shuffled(intents)) {
    const times = random.chance(impatience) ? random.between(2, 3) : 1;
    for (let time = 0; time < times; time++) {
      const click = time > 0 && random.chance(0.5) ? respelled(intent) : intent;
      const at = time > 0 && random.chance(0.3) ? random.between(0, clicks.length) : clicks.length;
      clicks.splice(at, 0, click);
    }
  }
  return clicks;
}

function respelled(intent) {
  const { price } = intent.params;
  return price?.includes(".") && price.length < 12 ? { ...intent, params: { ...intent.params, price: `${price}0`, locale: "en" } } : intent;
}

function planPayment(random, shop, round) {
  const at = shop.payments.length;
  const paymentId = `2500${round}00${at}`;
  const items = Array.from({ length: random.between(1, 3) }, (_, place) => {
    const paid = amount(random);
    return { paymentTransactionId: `${paymentId}${place}`, name: `Ürün ${place}`, paidPrice: formatAmount(paid), paid };
  });
  const currency = random.oneOf(["TRY", "TRY", "TRY", "EUR", "USD"]);
  shop.payments.push({
    paymentId,
    conversationId: `order-${round}-${at}`,
    currency,
    daysAgo: random.chance(0.15) ? random.between(1, 300) : 0,
    priceSpelling: random.oneOf(Object.keys(SPELLINGS)),
    items: items.map(({ paid, ...item }) => item),
  });

  const total = items.reduce((sum, { paid }) => sum + paid, 0n);
  const style = random.oneOf(["digits", "digits", "digits", "words", "words", "words and spaces", "more than 20 characters"]);
  const intents = [];
  const add = (operation, params, units) => {
    const conversationId = ID_STYLES[style]({ round, at, part: intents.length });
    intents.push({ operation, paymentId, name: conversationId, style, units, currency, params: { ...params, conversationId } });
  };
  const priced = (units) => ({ price: spelled(random, units), ...(random.chance(0.5) && { currency }) });
  const kind = random.next();
  if (kind < 0.3) add("cancel", { paymentId }, total);
  for (const { paymentTransactionId, paid } of kind < 0.25 ? [] : items) {
    for (let part = random.between(1, 3); part > 0; part--) {
      const units = share(random, paid);
      if (kind < 0.7) add("refund", { paymentTransactionId, ...priced(units) }, units);
      else add("refundV2", { paymentId, ...priced(units) }, units);
    }
  }
  return intents;
}

/** Refunds of an item, or half of it, in iyzico's panel within three hours of the round's start. Few have an id. */
function planPanel(random, { paymentId, items }) {
  const { paymentTransactionId, paidPrice } = random.oneOf(items);
  const paid = parseAmount(paidPrice);
  const price = formatAmount(random.chance(0.5) ? paid : paid / 2n - ((paid / 2n) % KURUS));
  const order = { paymentId, paymentTransactionId, price, ...(random.chance(0.3) && { conversationId: "in-the-panel" }) };
  return { afterMs: random.between(0, 3 * HOUR), order };
}

function planSale(random, shop, name) {
  const paymentId = `PAY-${name}`;
  const lines = Array.from({ length: random.between(1, 3) }, (_, at) => ({
    id: Number(`7${name.replace("-", "0")}${at}`),
    name: `Kalem ${at}`,
    quantity: random.between(1, 4),
    unit: amount(random),
  }));
  shop.sales.push({
    paymentId,
    transactionReferenceId: `SALE-${name}`,
    deviceUniqueId: random.oneOf(USER.devices),
    priceSpelling: random.oneOf(Object.keys(SPELLINGS)),
    lines: lines.map(({ unit, ...line }) => ({ ...line, unitPrice: formatAmount(unit) })),
  });

  const intents = [];
  const add = (operation, params, units) => {
    const reference = `back-${name}-${intents.length}`;
    const common = { deviceUniqueId: random.oneOf(USER.devices), paymentId, paymentDate: "20260310", transactionReferenceId: reference };
    if (random.chance(0.5)) common.conversationId = reference;
    intents.push({ operation, paymentId, name: reference, style: "at a till", units, currency: "TRY", params: { ...common, ...params } });
  };
  const kind = random.next();
  if (kind < 0.35) add("terminal.void", {}, lines.reduce((sum, { unit, quantity }) => sum + unit * BigInt(quantity), 0n));
  for (const line of kind < 0.3 ? [] : lines) {
    for (let part = random.between(1, line.quantity); part > 0; part--) {
      const units = random.chance(0.5) ? line.unit : share(random, line.unit);
      add("terminal.refund", { saleAppName: "Kasa", saleAppVersion: "1.0", saleItems: [saleItem(line, units)] }, units);
    }
  }
  return intents;
}

function saleItem({ id, name, unit }, units) {
  const price = formatAmount(unit);
  return {
    relatedSaleItemId: String(id),
    name,
    unitCode: "C62",
    taxGroupCode: "KDV20",
    itemQuantity: 1,
    unitPriceAmount: price,
    grossPriceAmount: price,
    totalPriceAmount: price,
    returnAmount: formatAmount(units),
  };
}

const amount = (random) => BigInt(random.between(100, random.chance(0.1) ? 9_999_999 : 49_999)) * KURUS;

/** Part of an amount in whole kuruş; sometimes all of it, or a kuruş too much. */
function share(random, whole) {
  if (random.chance(0.15)) return random.chance(0.3) ? whole + KURUS : whole;
  const part = (whole * BigInt(random.between(1, 45))) / 100n;
  return part < KURUS ? KURUS : part - (part % KURUS);
}

function spelled(random, units) {
  return random.oneOf([formatAmount, SPELLINGS["two-decimals"]])(units);
}
