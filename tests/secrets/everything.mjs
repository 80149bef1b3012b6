// Builds every object of the package with these secrets, and provokes every error.

export const SECRETS = ["secretKey", "accessToken", "secondToken", "clientSecret", "password", "refreshToken", "code"];

const MERCHANT = {
  refund: { paymentTransactionId: "27169345", price: "5.00", currency: "TRY", conversationId: "c-1", reason: "OTHER", description: "ş" },
  refundV2: { paymentId: "25180188", price: "5.00", conversationId: "c-2" },
  cancel: { paymentId: "25180188", conversationId: "c-3" },
  refundChargedFromMerchant: { paymentTransactionId: "27169345", price: "5.00" },
  refundToBalance: { paymentId: "25180188", callbackUrl: "https://example.com/back" },
  paymentDetails: { paymentId: "25180188" },
};
const OPERATION = { deviceUniqueId: "P00134", paymentId: "PAY-1", paymentDate: "20260310", transactionReferenceId: "REF-1" };
const LINE = {
  name: "Fincan", unitCode: "C62", taxGroupCode: "KDV20", itemQuantity: 1, unitPriceAmount: "60", grossPriceAmount: "60", totalPriceAmount: "60",
};
const TERMINAL = {
  refund: { ...OPERATION, saleAppName: "Kasa", saleAppVersion: "1", saleItems: [LINE] },
  void: OPERATION,
  refundableSaleInfo: { transactionReferenceId: "REF-1" },
  transactionStatus: { transactionReferenceId: "REF-1" },
};
const loginParams = ({ password, code, refreshToken }) => ({
  authorize: { username: "kasa", password, request_timestamp: "1766660749" },
  token: { code },
  refresh: { refresh_token: refreshToken },
});
const SALE = { saleUid: "other", totalReturnableAmount: "1", saleItems: [{ id: "1", name: "Fincan", returnableQuantity: 0, returnableAmount: "1" }] };
const answer = (status, text) => ({ status, text });
const DETAILS = {
  status: "success",
  payments: [{
    paymentId: "25180188", paymentStatus: 1, paymentRefundStatus: "PARTIALLY_REFUNDED", paidPrice: 10, currency: "TRY", cancels: [],
    itemTransactions: [{ paymentTransactionId: "27169345", paidPrice: 10, refunds: [{ refundConversationId: "c-1", refundPrice: 5, refundStatus: 1, hostReference: "h" }] }],
  }],
};
const ANSWERS = [
  null, answer(200, null), answer(null, null), answer(200, ""), answer(502, "<html>"), answer(302, ""), answer(200, "[]"), answer(200, '{"status":"success"}'),
  answer(200, `{"a":"${"x".repeat(300_000)}"}`), answer(200, '{"status":"failure","errorCode":"10219","errorMessage":"x"}'), answer(400, '{"status":"failure","errorCode":"1000"}'),
  answer(200, '{"error":"invalid_grant"}'), answer(200, '{"status":"success","errorCode":"1"}'), answer(200, JSON.stringify(DETAILS)), answer(200, '{"status":"failure","errorCode":"380108"}'),
];
const TIMES = { sentAt: 1_764_099_400_000, askedAt: 1_764_103_000_000 };

/** Values that are no answer, with a secret in them. */
const noAnswers = (secret) => [secret, [200, secret], { status: secret, text: secret }, { status: 200, text: [secret] }, { body: secret }, Promise.resolve(secret), () => secret];

/**
 * Every object, as { what, value, carries }. `carries` is the secret that fetch reads from its members. No other text made of
 * the object may contain it.
 */
export function built(pkg, testing, secrets) {
  const { secretKey, accessToken, secondToken, clientSecret, password } = secrets;
  const endpoint = { environment: "sandbox" };
  const iyzico = new pkg.Iyzico({ apiKey: "api", secretKey, ...endpoint });
  const terminal = new pkg.IyzicoTerminal({ accessToken, ...endpoint });
  const renewed = terminal.withToken(secondToken);
  const login = new pkg.IyzicoTerminalLogin({ clientId: "client", clientSecret, ...endpoint });
  const things = [];
  const add = (what, value, carries) => things.push({ what, value, carries });

  for (const [name, caller] of Object.entries({ iyzico, terminal, renewed, login })) add(name, caller);
  const requests = (caller, prefix, all, carries) => {
    for (const [name, params] of Object.entries(all)) {
      const operation = prefix + name;
      const request = caller[name](params);
      add(`${operation} request`, request, carries);
      add(`${operation} headers`, request.headers, carries);
      for (const given of [...ANSWERS, ...noAnswers(secretKey)]) add(`${operation} outcome`, caller.read(request, given));
      if (prefix === "login.") continue;
      const made = pkg.draft(operation, params);
      add(`${operation} draft`, made);
      add(`${operation} signed draft`, caller.sign(made), carries);
      for (const given of [...ANSWERS, ...noAnswers(secretKey)]) {
        add(`${operation} reconciled`, caller.reconcile(made, given, { ...TIMES, question: request }));
        add(`${operation} checked before`, caller.precheck(made, given, { question: secretKey }));
      }
    }
  };
  requests(iyzico, "", MERCHANT);
  requests(terminal, "terminal.", TERMINAL, accessToken);
  requests(renewed, "terminal.", TERMINAL, secondToken);
  requests(login, "login.", loginParams(secrets), clientSecret);

  add("headers of another endpoint", iyzico.authorize({ method: "POST", path: "/x", body: "{}" }));
  const body = '{"iyziEventType":"CHECKOUT_FORM_AUTH","iyziPaymentId":1,"token":"t","paymentConversationId":"c","status":"SUCCESS"}';
  const signature = testing.signWebhookForTests({ secretKey, body });
  for (const given of [{ body, signature }, { body, signature: "00" }, { body: "{}", signature }, { body }]) add("webhook", iyzico.verifyWebhook(given));
  add("signature for tests", testing.iyzwsv2({ apiKey: "api", secretKey, randomKey: "r", path: "/x", body }));
  add("signature of an answer for tests", testing.sign(secretKey, "1:2"));
  add("login params that are wrong", pkg.validate("login.authorize", { username: "kasa", password, request_timestamp: 5 }));
  add("schemas", pkg.schemas);
  return { things, callers: { iyzico, terminal, renewed, login } };
}

/** Every refused call, as [what, call], with the secrets wherever a mistake could put them. */
export function refusals(pkg, testing, secrets, { iyzico, terminal, login }) {
  const { secretKey, accessToken, clientSecret, password } = secrets;
  const endpoint = { environment: "sandbox" };
  const list = [];
  const add = (what, call) => list.push([what, call]);
  const throwing = (name, rest) => Object.defineProperty({ ...rest }, name, { enumerable: true, get: () => JSON.parse("{") });
  const trap = (target) => new Proxy(target, { ownKeys: () => JSON.parse("{") });

  for (const [Class, key, value, rest] of [
    [pkg.Iyzico, "secretKey", secretKey, { apiKey: "api" }],
    [pkg.Iyzico, "apiKey", secretKey, { secretKey }],
    [pkg.IyzicoTerminal, "accessToken", accessToken, {}],
    [pkg.IyzicoTerminalLogin, "clientSecret", clientSecret, { clientId: "client" }],
    [pkg.IyzicoTerminalLogin, "clientId", clientSecret, { clientSecret }],
  ]) {
    const config = { ...rest, [key]: value, ...endpoint };
    const wrong = [
      { [key]: `${value} ` }, { [key]: `${value}\n` }, { [key]: `ş${value}` }, { [key]: `${value}\ud800` },
      { [key]: "" }, { [key]: undefined },
      { [key]: [value] }, { [key]: { value } }, { [key]: Buffer.from(value) }, { [key]: new String(value) }, { [key]: () => value }, { [key]: Symbol(value) },
      { [key]: 5n }, { environment: value }, { environment: undefined }, { environment: undefined, baseUrl: value },
      { environment: undefined, baseUrl: `https://user:${value}@example.com` }, { environment: undefined, baseUrl: `https://example.com/?${value}` },
      { environment: undefined, baseUrl: `http://example.com/${value}` }, { baseUrl: `https://${value}` }, { secretkey: value }, { token: value },
    ];
    wrong.forEach((change, at) => add(`${Class.name} ${key} ${at}`, () => new Class({ ...config, ...change })));
    for (const given of [value, [value], Symbol(value), () => value, undefined, null, trap({ ...config }), throwing(key, config)]) {
      add(`${Class.name} of ${typeof given}`, () => new Class(given));
    }
  }
  add("withToken", () => terminal.withToken(`${accessToken} `));

  const params = MERCHANT.refund;
  const wrongParams = [
    { price: secretKey }, { price: "0" }, { price: "1.123456789" }, { price: "123456789012345678901" }, { price: 0.1 + 0.2 }, { price: secretKey, upTo: secretKey },
    { price: "6", upTo: "5" }, { currency: secretKey }, { locale: secretKey }, { ip: secretKey }, { reason: secretKey }, { reason: undefined }, { paymentTransactionId: 5 },
    { paymentTransactionId: `:${secretKey}` }, { paymentTransactionId: `${secretKey} ` }, { conversationId: `${secretKey}\u0007` }, { conversationId: `${secretKey}\udc00` },
    { conversationId: `${secretKey} ` }, { conversationId: `ş${secretKey}` }, { conversationId: secretKey.repeat(20) },
    Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${secretKey}${n}`, n])),
    { conversationId: "" }, { paymentTransactionId: undefined }, { conversationID: secretKey }, { description: [secretKey] }, { description: { a: secretKey } },
  ];
  for (const locale of ["en", "tr"]) {
    wrongParams.forEach((change, at) => add(`refund ${locale} ${at}`, () => iyzico.refund({ locale, ...params, ...change })));
  }
  for (const given of [secretKey, [secretKey], null, undefined, Symbol(secretKey), trap({ ...params }), throwing("price", params)]) {
    add("refund of no params", () => iyzico.refund(given));
    add("draft of no params", () => pkg.draft("refund", given));
    add("sign of no draft", () => iyzico.sign(given));
    add("refundable of no details", () => pkg.refundable(given));
    add("validate of no params", () => pkg.validate("refund", given));
  }
  add("unknown operation", () => pkg.draft(secretKey, params));
  add("draft of a login", () => pkg.draft("login.authorize", loginParams(secrets).authorize));
  add("login draft signed", () => iyzico.sign({ operation: "login.authorize", method: "POST", path: "/", body: password, fingerprint: "" }));
  add("altered draft", () => iyzico.sign({ ...pkg.draft("refund", params), path: secretKey, fingerprint: secretKey }));
  add("draft whose body is no JSON", () => iyzico.sign({ ...pkg.draft("refund", params), body: `{"price":${secretKey}` }));
  add("draft of another", () => iyzico.sign(pkg.draft("terminal.void", OPERATION)));
  add("draft of a merchant's at the till", () => terminal.sign(pkg.draft("refund", params)));
  add("an amount refunded twice", () => pkg.refundable({ payments: [overpaid(secretKey)] }));
  const entry = { id: secretKey, request: pkg.draft("refund", params), state: "done", sentAt: 1_795_150_000_000 };
  const settings = { day: "2026-11-20", askedAt: 1_795_381_200_000 };
  for (const [entries, changed] of [
    [[entry], { day: secretKey }], [[entry], { askedAt: secretKey }], [secretKey, {}], [[secretKey], {}], [[entry, entry], {}],
    ...[{ state: secretKey }, { sentAt: 5 }, { request: secretKey }, { request: { ...entry.request, body: secretKey } }, { amount: secretKey }].map((change) => [[{ ...entry, ...change }], {}]),
  ]) {
    add("audit", () => new pkg.Audit(entries, { ...settings, ...changed }));
  }
  add("a day", () => iyzico.transactions({ transactionDate: secretKey, page: secretKey }));
  add("neither id", () => iyzico.paymentDetails({}));
  add("both ids", () => iyzico.paymentDetails({ paymentId: "1", paymentConversationId: secretKey }));
  add("no address", () => iyzico.refundToBalance({ paymentId: "1", callbackUrl: `http://${secretKey}` }));
  for (const change of [
    { deviceUniqueId: accessToken.repeat(3) }, { paymentDate: "20261332" }, { saleItems: [] }, { saleItems: accessToken }, { saleItems: [accessToken] },
    { saleItems: [{ ...LINE, itemQuantity: 1.5 }] }, { saleItems: [{ ...LINE, name: `${accessToken}\u0007` }] }, { saleItems: [{ ...LINE, unitCode: `${accessToken}\n` }] }, { saleItems: [{ ...LINE, generic: accessToken }] },
  ]) {
    add("terminal refund", () => terminal.refund({ ...TERMINAL.refund, ...change }));
  }
  const held = (change, sale) => () => terminal.refund({ ...TERMINAL.refund, ...change }, { sale });
  add("more than is left", held({ relatedSaleId: accessToken }, SALE));
  add("unknown line", held({ saleItems: [{ ...LINE, relatedSaleItemId: "9" }] }, SALE));
  add("no sale", held({}, accessToken));
  add("unknown context", () => terminal.refund(TERMINAL.refund, { [`sal${"e".repeat(3)}`]: accessToken }));
  for (const [name, wrong] of Object.entries(loginParams(secrets))) {
    const [field] = Object.keys(wrong).filter((member) => member !== "username");
    add(`login ${name} with a line break`, () => login[name]({ ...wrong, [field]: `${wrong[field]}\n` }));
    add(`login ${name} with a list`, () => login[name]({ ...wrong, [field]: [wrong[field]] }));
    add(`login ${name} with half a letter`, () => login[name]({ ...wrong, [field]: `${wrong[field]}\ud800` }));
    add(`login ${name} with one too many`, () => login[name]({ ...wrong, passwort: password }));
  }
  add("method and path", () => iyzico.authorize({ method: secretKey, path: secretKey, body: "" }));
  add("body that is no text", () => iyzico.authorize({ method: "POST", path: "/x", body: { secretKey } }));
  add("no webhook", () => testing.signWebhookForTests({ secretKey, body: secretKey }));
  add("wrong key for tests", () => testing.sign(`${secretKey} `, "x"));
  add("no randomness", () => withoutRandomness(() => iyzico.refund(params)));
  for (const caller of [iyzico, terminal]) add("read of no request", () => caller.read(trap({ secretKey }), answer(200, "{}")));
  return list;
}

/** A payment whose figures contradict each other; the secret stands in what is not said. */
function overpaid(secret) {
  return { paymentId: "1", basketId: secret, itemTransactions: [{ paymentTransactionId: "2", paidPrice: "5", refunds: [{ refundConversationId: secret, refundPrice: "6", refundStatus: 1 }] }] };
}

/** Calls of an object that was freed. */
export function freed({ iyzico, terminal, login }) {
  return [
    ["refund after free", () => iyzico.refund(MERCHANT.refund)],
    ["read after free", () => terminal.read({}, answer(200, ""))],
    ["reconcile after free", () => iyzico.reconcile({}, null, TIMES)],
    ["precheck after free", () => terminal.precheck({}, null)],
    ["login after free", () => login.token({ code: "x" })],
  ];
}

function withoutRandomness(call) {
  const usual = crypto.getRandomValues;
  const drained = [];
  crypto.getRandomValues = () => {
    throw new Error("none here");
  };
  try {
    // Some may be in store.
    for (let often = 0; often < 300; often++) drained.push(call());
    return drained;
  } finally {
    crypto.getRandomValues = usual;
  }
}

export const params = { MERCHANT, TERMINAL, TIMES, answer, loginParams };
