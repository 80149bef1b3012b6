// What a seed draws of a world: the shop, what its programs send, and what somebody does in iyzico's panel.

import { formatAmount, parseAmount, sum } from "../../../www-example/sandbox/money.mjs";
import { HOUR, MINUTE } from "./unkind-shop.mjs";

const KURUS = 1_000_000n;

export const MERCHANT = { kind: "standard", apiKey: "worlds-api-key", secretKey: "worlds-secret-key" };
export const USER = {
  clientId: "worlds",
  clientSecret: "worlds-secret",
  username: "kasa@worlds.test",
  password: "worlds-password",
  devices: ["P00134"],
};
export const PAYMENT = "8001";
const SALE = "PAY-8001";

/** Everything is sent within this time after noon. */
export const SENDING_MS = 20 * MINUTE;

/** Ids as shops write them, and ids of others. No alteration turns one of them into another. */
const IDS = ["c-1", "Iade 7 Istanbul", "0071", "12345678901234567890", "gid://shop/Order/55 #1:a", "shop_order_0000000000000001_R", "RETURN-9"];
const IDS_OF_OTHERS = [undefined, undefined, "panel-88", "4711", "magaza-2026-10-01-iptal-9876543210-subesi"];

/** A payment of up to three items and a sale at a till, and one more of each for answers that are mixed up. */
export function drawShop(random) {
  const items = Array.from({ length: random.between(1, 3) }, (_, at) => ({
    paymentTransactionId: `900${at}`,
    paidPrice: formatAmount(BigInt(random.oneOf([100, 1_000, 1_234, 2_500])) * KURUS),
  }));
  const priceSpelling = random.oneOf(["plain", "two-decimals", "eight-decimals", "exponent", "string"]);
  const standing = random.weighted([[12, {}], [1, { paymentStatus: 0 }], [1, { phase: "PRE_AUTH" }], [2, { daysAgo: 3 }]]);
  const sale = { deviceUniqueId: "P00134" };
  return {
    merchants: [MERCHANT],
    terminalUsers: [USER],
    payments: [
      { paymentId: PAYMENT, conversationId: "order-1", currency: random.oneOf(["TRY", "EUR"]), priceSpelling, items, ...standing },
      { paymentId: "8002", conversationId: "order-2", items: [{ paymentTransactionId: "9100", paidPrice: "10" }] },
    ],
    sales: [
      { ...sale, paymentId: SALE, transactionReferenceId: "SALE-1", lines: [{ id: 1, name: "Fincan", quantity: 4, unitPrice: "25" }] },
      { ...sale, paymentId: "PAY-8002", transactionReferenceId: "SALE-2", lines: [{ id: 2, name: "Lokum", unitPrice: "10" }] },
    ],
  };
}

/** One to four requests of the payment's items, and one or two at the till; some arrive twice. */
export function drawRequests(random, items) {
  const ids = IDS.map((id) => [random.next(), id]).sort(([a], [b]) => a - b).map(([, id]) => id);
  const drawn = () => ({ at: random.oneOf([0, random.between(0, SENDING_MS)]), times: random.chance(0.05) ? 2 : 1 });
  const card = Array.from({ length: random.between(1, 4) }, () => ({ ...drawn(), ...drawCard(random, items, ids.pop()) }));
  const till = Array.from({ length: random.between(1, 2) }, (_, at) => ({ ...drawn(), ...drawTill(random, `OP-${at}`) }));
  return [...card, ...till];
}

function drawCard(random, items, conversationId) {
  const operation = random.weighted([[5, "refund"], [4, "refundV2"], [2, "cancel"], [1, "refundChargedFromMerchant"]]);
  const { paymentTransactionId, paidPrice } = random.oneOf(items);
  if (operation === "cancel") return { operation, params: { paymentId: PAYMENT, conversationId } };
  const isOfAmount = operation === "refundV2";
  const whole = isOfAmount ? sum(items.map((item) => parseAmount(item.paidPrice))) : parseAmount(paidPrice);
  const units = whole / BigInt(random.oneOf([1, 2, 2, 4]));
  const target = isOfAmount ? { paymentId: PAYMENT } : { paymentTransactionId };
  return { operation, params: { ...target, price: formatAmount(units - (units % KURUS)), conversationId } };
}

function drawTill(random, transactionReferenceId) {
  const params = { deviceUniqueId: "P00134", paymentId: SALE, paymentDate: "20260310", transactionReferenceId };
  if (random.chance(0.3)) return { operation: "terminal.void", params };
  const [unitPriceAmount, grossPriceAmount, totalPriceAmount] = ["25", "25", "25"];
  const item = { name: "Fincan", unitCode: "C62", taxGroupCode: "KDV20", itemQuantity: 1, unitPriceAmount, grossPriceAmount, totalPriceAmount };
  return { operation: "terminal.refund", params: { ...params, saleAppName: "Kasa", saleAppVersion: "1", saleItems: [item] } };
}

/** Refunds in iyzico's panel, now or earlier; sometimes the same as a request's. */
export function drawPanel(random) {
  if (random.chance(0.6)) return [];
  const price = random.oneOf(["1", "5", "6.17", "10", "12.5", "2.5"]);
  const agoMs = random.weighted([[2, 0], [1, random.between(0, HOUR)], [2, random.between(5 * HOUR, 8 * HOUR)]]);
  const conversationId = random.oneOf(IDS_OF_OTHERS);
  const order = random.chance(0.1) ? { cancel: true } : random.chance(0.5) ? { price } : { paymentTransactionId: "9000", price };
  return [{ at: random.between(0, SENDING_MS), ...order, agoMs, conversationId }];
}
