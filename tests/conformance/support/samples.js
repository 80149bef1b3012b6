// A merchant, good params, and the answers iyzico would give to them.

import { hmacSha256 } from "./webcrypto.js";

/** A value with this exact spelling in an answer's text: JSON numbers lose theirs in JavaScript. */
class Token {
  constructor(text) {
    this.text = text;
  }
}

export const token = (text) => new Token(text);

export const keys = { apiKey: "sandbox-afXhZPW0MQlE4dCUUlHcEopnMBgXnAZI", secretKey: "sandbox-wbwpzKIiplZxI3hh5ALI4FJyAcZKL6kq" };

/** A merchant's operations that move money. */
export const OPERATIONS = ["refund", "refundV2", "cancel", "refundChargedFromMerchant"];

/** Every operation, in the order of the documents of this package. */
export const ALL_OPERATIONS = [
  ...OPERATIONS, "refundToBalance", "paymentDetails", "transactions",
  "terminal.refund", "terminal.void", "terminal.refundableSaleInfo", "terminal.transactionStatus",
  "login.authorize", "login.token", "login.refresh",
];

export const PATHS = {
  refund: "/payment/refund",
  refundV2: "/v2/payment/refund",
  cancel: "/payment/cancel",
  refundChargedFromMerchant: "/payment/iyzipos/refund/merchant/charge",
};

/** Whether a success of the operation must be signed. */
export const isSigned = (operation) => operation === "refund" || operation === "refundV2";

/** HTTP statuses of iyzico's own refusals, and those that a gateway gives as well. */
export const ITS_OWN_STATUSES = [200, 400, 401, 403, 422];
export const GATEWAY_STATUSES = [408, 425, 429, 499, 500, 502, 503, 504];

/** Only what is required. */
export const least = {
  refund: { paymentTransactionId: "27169345", price: "5.00" },
  refundV2: { paymentId: "25180208", price: "15.00" },
  cancel: { paymentId: "25180188" },
  refundChargedFromMerchant: { paymentTransactionId: "27180001", price: "4.50" },
};

/** Every field, in the order of the body. */
export const most = {
  refund: {
    locale: "en",
    conversationId: "return-7",
    paymentTransactionId: "27169345",
    price: "5.00",
    currency: "TRY",
    ip: "85.34.78.112",
    reason: "BUYER_REQUEST",
    description: "Too small",
    upTo: "5.00",
  },
  refundV2: {
    locale: "tr",
    conversationId: "return-8",
    paymentId: "25180208",
    price: "15.00",
    currency: "EUR",
    ip: "2001:db8::7",
    upTo: "20",
  },
  cancel: {
    locale: "en",
    conversationId: "cancel-9",
    paymentId: "25180188",
    ip: "85.34.78.112",
    reason: "OTHER",
    description: "Ordered twice",
  },
  refundChargedFromMerchant: {
    locale: "tr",
    conversationId: "charge-6",
    paymentTransactionId: "27180001",
    price: "4.50",
    currency: "TRY",
    ip: "85.34.78.112",
    reason: "DOUBLE_PAYMENT",
    description: "Paid twice",
    upTo: "40",
  },
};

/** The bodies of `most`, byte for byte. */
export const bodies = {
  refund:
    '{"locale":"en","conversationId":"return-7","paymentTransactionId":"27169345","price":5.00,"currency":"TRY",' +
    '"ip":"85.34.78.112","reason":"BUYER_REQUEST","description":"Too small"}',
  refundV2:
    '{"locale":"tr","conversationId":"return-8","paymentId":"25180208","price":15.00,"currency":"EUR","ip":"2001:db8::7"}',
  cancel:
    '{"locale":"en","conversationId":"cancel-9","paymentId":"25180188","ip":"85.34.78.112","reason":"OTHER",' +
    '"description":"Ordered twice"}',
  refundChargedFromMerchant:
    '{"locale":"tr","conversationId":"charge-6","paymentTransactionId":"27180001","price":4.50,"currency":"TRY",' +
    '"ip":"85.34.78.112","reason":"DOUBLE_PAYMENT","description":"Paid twice"}',
};

/** Good answers to `most`, before they are signed. */
export const landed = {
  refund: {
    status: "success",
    locale: "en",
    systemTime: 1755703798426,
    conversationId: "return-7",
    paymentId: "25180188",
    paymentTransactionId: "27169345",
    price: token("5"),
    currency: "TRY",
    authCode: "512821",
    hostReference: "mock00007iyzihostrfn",
    refundHostReference: "mock00008iyzihostrfn",
    retryable: false,
  },
  refundV2: {
    status: "success",
    locale: "tr",
    systemTime: 1755704177107,
    conversationId: "return-8",
    paymentId: "25180208",
    price: token("15"),
    currency: "EUR",
    authCode: "581421",
    hostReference: "mock00007iyzihostrfn",
    refundHostReference: "mock00008iyzihostrfn",
    retryable: false,
  },
  cancel: {
    status: "success",
    locale: "en",
    systemTime: 1527157939722,
    conversationId: "cancel-9",
    paymentId: "25180188",
    price: token("1.20000000"),
    currency: "TRY",
    authCode: "519468",
    hostReference: "mock00007iyzihostrfn",
  },
  refundChargedFromMerchant: {
    status: "success",
    locale: "tr",
    systemTime: 1755703798426,
    conversationId: "charge-6",
    paymentId: "25190001",
    paymentTransactionId: "27180001",
    price: token("4.50"),
    currency: "TRY",
    authCode: "512822",
    hostReference: "mock00007iyzihostrfn",
    retryable: false,
  },
};

/** An answer as a host passes it. */
export function httpAnswer(text, status = 200) {
  return { status, text };
}

/** The text of an answer; a member that is undefined is left out. */
export function answerText(value) {
  if (value instanceof Token) return value.text;
  if (Array.isArray(value)) return `[${value.map(answerText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const written = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${answerText(member)}`);
  return `{${written.join(",")}}`;
}

/** The text of a good answer to `most`, with changes, signed where it must be. */
export function answerTo(operation, changes, signing) {
  const members = { ...landed[operation], ...changes };
  return isSigned(operation) ? signedAnswer(members, signing) : answerText(members);
}

/** The text of an answer with its signature, over `signedPrice` as iyzico spells it. */
export async function signedAnswer(members, { signedPrice, secretKey = keys.secretKey } = {}) {
  const { paymentId, price, currency, conversationId } = members;
  const spelled = signedPrice ?? (price instanceof Token ? price.text : price);
  // Absent and null are signed as an empty string.
  const values = [paymentId, spelled, currency, conversationId].map((value) => (value instanceof Token ? value.text : (value ?? "")));
  return answerText({ ...members, signature: await hmacSha256(secretKey, values.join(":")) });
}
