// Messages: a sentence for every code, in English and Turkish.

import { equal, ok, thrownBy } from "./support/assert.js";
import { keys, least } from "./support/samples.js";

/** Params that provoke each code, alone. */
const PROVOKED = {
  missing: { price: undefined },
  unknown_field: { prices: "1" },
  type: { paymentTransactionId: 5 },
  empty: { conversationId: "" },
  control_character: { conversationId: "\n" },
  reference_format: { conversationId: "ş" },
  too_long: { conversationId: "x".repeat(256) },
  lone_surrogate: { conversationId: "\ud800" },
  id_format: { paymentTransactionId: "1:2" },
  amount_format: { price: "5,00" },
  amount_zero: { price: "0" },
  amount_scale: { price: "0.000000001" },
  amount_range: { price: "1".repeat(30) },
  amount_imprecise: { price: 0.1 + 0.2 },
  more_than_up_to: { upTo: "1" },
  currency: { currency: "TL" },
  ip: { ip: "x" },
  reason: { reason: "x" },
  reason_required: { description: "x" },
};

/** Codes that no JSON params provoke: refused settings and calls, with their messages. */
const ELSEWHERE = {
  base_url: [
    settings({ baseUrl: "x" }),
    "must be an https address (http only for this machine) without user, query or fragment",
    "kullanıcı, sorgu ve parça içermeyen bir https adresi olmalı (http yalnız bu makine için)",
  ],
  environment: [
    settings({ environment: "Sandbox" }),
    'must be one of sandbox, live; did you mean "sandbox"?, or be left out for a baseUrl',
    'şunlardan biri olmalı: sandbox, live; "sandbox" mi demek istediniz?; ya da yerine baseUrl verilmeli',
  ],
  key_characters: [settings({ apiKey: "a b" }), "must be visible ASCII without spaces", "boşluksuz görünür ASCII olmalı"],
  lone_surrogate: [
    (pkg, iyzico, locale) => iyzico.refund({ ...least.refund, conversationId: "\ud800", locale }),
    "contains half a character (a lone surrogate)",
    "yarım bir karakter (eşsiz surrogate) içeriyor",
  ],
  method: [(pkg, iyzico) => iyzico.authorize({ method: "X", path: "/" }), "must be GET, POST, PUT, PATCH or DELETE, and GET has no body"],
  path: [(pkg, iyzico) => iyzico.authorize({ method: "POST", path: "x" }), 'must begin with "/" and be visible ASCII without "#"'],
  body: [(pkg, iyzico) => iyzico.authorize({ method: "POST", path: "/", body: 5 }), "must be the exact text to send"],
  draft_altered: [(pkg, iyzico) => iyzico.sign({ ...pkg.draft("refund", least.refund), path: "/" }), "is not what the draft's own fields produce"],
  not_json: [(pkg, iyzico) => iyzico.sign({ ...pkg.draft("refund", least.refund), body: "{" }), "must be JSON with every name once"],
  too_many: [(pkg) => pkg.draft("refund", Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [n, n]))), "must have at most 256 members"],
  type: [(pkg) => pkg.refundable({}), "must be the data of a successful paymentDetails"],
  contradiction: [
    (pkg) => pkg.refundable({ payments: [{ paymentId: "1", itemTransactions: [{ paymentTransactionId: "2", paidPrice: "5", refunds: [{ refundPrice: "6", refundStatus: 1 }] }] }] }),
    "contradicts itself: the refunds of item 2 add up to 6 of 5 paid",
  ],
};

function settings(changes) {
  return (pkg, iyzico, locale) => new pkg.Iyzico({ ...keys, environment: changes.baseUrl ? undefined : "sandbox", ...changes, locale });
}

export function messages({ test, pkg, iyzico, vectors }) {
  vectors.issues.forEach(({ operation, params, context, said }, at) => {
    test(`${at}: ${operation} is refused in these words, which the core's own tests know too`, () => {
      for (const [locale, issues] of Object.entries(said)) {
        equal(pkg.validate(operation, locale ? { ...params, locale } : params, context).issues, issues);
      }
    });
  });

  for (const [code, [provoke, ...sentences]] of Object.entries(ELSEWHERE)) {
    test(`${code} is said in these words`, () => {
      for (const [at, sentence] of sentences.entries()) {
        const { issues } = thrownBy(() => provoke(pkg, iyzico, ["en", "tr"][at]));
        equal([issues[0].code, issues[0].message], [code, sentence]);
      }
    });
  }

  test("a polluted Object.prototype has no say", () => {
    const refused = () => pkg.validate("refund", { ...least.refund, price: true }).issues;
    const before = refused();
    const names = ["type", "detail", "wanted", "meant", "0", "message", "toJSON"];
    for (const name of names) Object.defineProperty(Object.prototype, name, { value: "x", configurable: true });
    try {
      equal(refused(), before);
    } finally {
      for (const name of names) delete Object.prototype[name];
    }
  });

  for (const [code, changes] of Object.entries(PROVOKED)) {
    test(`${code} in English and Turkish`, () => {
      const [unset, en, tr] = [undefined, "en", "tr"].map((locale) => {
        const { issues } = pkg.validate("refund", { ...least.refund, ...changes, locale });
        equal(issues.map((issue) => issue.code), [code]);
        equal(Object.keys(issues[0]).sort(), ["code", "message", "path"]);
        ok(Array.isArray(issues[0].path), "path is no list");
        return issues[0].message;
      });
      equal(unset, en, "the message without a locale");
      ok(tr !== en && tr.length > 5, `no Turkish of its own: ${tr}`);
      ok(!/[{}]/.test(en + tr), `a place was left unfilled: ${en} / ${tr}`);
    });
  }

  test("the hint for an unknown field is Turkish too", () => {
    const [issue] = pkg.validate("refund", { ...least.refund, prices: "1", locale: "tr" }).issues;
    ok(issue.message.includes('"price" mi demek istediniz'), issue.message);
  });

  test("the error's own text names each field and what is wrong with it", () => {
    const error = thrownBy(() => pkg.draft("refund", { paymentTransactionId: "1:2", price: "5,00" }));
    ok(error instanceof Error && error instanceof pkg.IyzicoValidationError, "it is no IyzicoValidationError");
    for (const { path, message } of error.issues) {
      ok(error.message.includes(path[0]) && error.message.includes(message), error.message);
    }
  });
}
