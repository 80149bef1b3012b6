// A terminal's requests: the exact body, a bearer token that only fetch sees, and the fingerprint.

import { equal, ok, thrownBy } from "./support/assert.js";
import { codes } from "./support/input.js";
import { httpAnswer, least as merchantLeast } from "./support/samples.js";
import { bearer, bodies, cup, least, most, paths, TILL_OPERATIONS } from "./support/till.js";

export function terminalRequests({ test, pkg, iyzico, terminal, input, fixtures, environment }) {
  const { draft } = pkg;
  const refund = (changes) => draft("terminal.refund", { ...least["terminal.refund"], ...changes }).fingerprint;

  for (const operation of TILL_OPERATIONS) {
    test(`${operation}: every member, in order`, () => {
      const request = input.request(operation, most[operation]);
      equal(Object.keys(request), ["operation", "url", "method", "headers", "body", "redirect", "fingerprint"]);
      const { headers, fingerprint, ...rest } = request;
      equal(rest, { operation, url: `https://sandbox-api.iyzipay.com${paths[operation]}`, method: "POST", body: bodies[operation], redirect: "manual" });
      equal(Object.keys(headers), ["Authorization", "Content-Type", "Accept", "x-iyzi-client-version"]);
      equal([headers.Authorization, headers["Content-Type"], headers.Accept], [`Bearer ${bearer.accessToken}`, "application/json", "application/json"]);
      ok(Object.isFrozen(request) && Object.isFrozen(headers), "it is not frozen");
      equal(fingerprint, draft(operation, most[operation]).fingerprint);
    });

    test(`${operation}: the token is where fetch finds it, and nowhere else`, async () => {
      const request = input.request(operation, most[operation]);
      for (const shown of [request, { nested: [request] }, { ...request }, request.headers]) {
        hidden(JSON.stringify(shown), "JSON");
        hidden((environment.inspect ?? String)(shown), "the console");
      }
      hidden([request.url, request.body, request.fingerprint].join(), "the other members");
      hidden(JSON.stringify(draft(operation, most[operation])), "the draft");
      for (const init of [request, { ...request }, { ...request, signal: undefined }]) {
        const taken = new Request(request.url, init);
        equal([taken.method, taken.redirect, taken.headers.get("authorization")], ["POST", "manual", `Bearer ${bearer.accessToken}`]);
        equal(await taken.text(), request.body);
      }
    });

    test(`${operation}: a draft is signed from wherever it comes, and only when it is still itself`, () => {
      const made = draft(operation, most[operation]);
      equal([made.method, made.path, made.body], ["POST", paths[operation], bodies[operation]]);
      for (const copy of [JSON.parse(JSON.stringify(made)), structuredClone(made), { ...made }]) {
        const request = terminal.sign(copy);
        equal([request.operation, request.body, request.headers.Authorization], [operation, made.body, `Bearer ${bearer.accessToken}`]);
        hidden(JSON.stringify(request), "a signed draft");
      }
      const twice = made.body.replace("}", ',"transactionReferenceId":"X"}');
      for (const changed of [{ path: `${made.path}/` }, { method: "GET" }, { fingerprint: "0".repeat(64) }, { body: ` ${made.body}` }, { body: twice }]) {
        ok(issuesOf(() => terminal.sign({ ...made, ...changed })).length > 0, JSON.stringify(changed));
      }
    });

    test(`${operation}: a merchant does not sign it`, () => {
      const [issue] = issuesOf(() => iyzico.sign(draft(operation, least[operation])), ["operation unknown_operation"]);
      ok(issue.message.includes("refundV2") && !issue.message.includes("terminal."), issue.message);
    });
  }

  test("a terminal does not sign a merchant's draft", () => {
    for (const operation of ["refund", "refundV2", "cancel"]) {
      const [issue] = issuesOf(() => terminal.sign(draft(operation, merchantLeast[operation])), ["operation unknown_operation"]);
      ok(issue.message.includes("terminal.void") && !issue.message.includes("refundV2"), issue.message);
    }
    issuesOf(() => terminal.sign(draft("paymentDetails", { paymentId: "1" })), ["operation unknown_operation"]);
  });

  test("a day that is text in a body, or an amount that is, is an altered draft", () => {
    const made = draft("terminal.refund", least["terminal.refund"]);
    issuesOf(() => terminal.sign({ ...made, body: made.body.replace("20260406", '"20260406"') }), ["body draft_altered"]);
    issuesOf(() => terminal.sign({ ...made, body: made.body.replace('"totalPriceAmount":60.00', '"totalPriceAmount":"60.00"') }), ["body draft_altered"]);
    issuesOf(() => terminal.sign({ ...made, body: made.body.replace('"itemQuantity":1', '"itemQuantity":0') }), ["saleItems.0.itemQuantity count"]);
  });

  test("the documents' own fields, as they stand there", () => {
    const asked = JSON.parse(fixtures["gmu-refund.request.assembled.json"]);
    equal(JSON.parse(input.accepted("terminal.refund", { ...asked, saleItems: [cup] })), {
      ...asked,
      saleItems: [{ ...cup, unitPriceAmount: 60, grossPriceAmount: 60, totalPriceAmount: 60 }],
    });
    const undone = fixtures["gmu-void.request.assembled.json"];
    equal(input.accepted("terminal.void", JSON.parse(undone)), JSON.stringify(JSON.parse(undone)));
  });

  test("a token is replaced without setting up anew, and the old one keeps working", () => {
    const renewed = terminal.withToken("another-token");
    ok(renewed instanceof pkg.IyzicoTerminal && renewed !== terminal, "it is no other terminal");
    const [before, after] = [terminal, renewed].map((one) => one.void(least["terminal.void"]));
    equal([before.headers.Authorization, after.headers.Authorization], [`Bearer ${bearer.accessToken}`, "Bearer another-token"]);
    equal([after.url, after.body, after.fingerprint], [before.url, before.body, before.fingerprint]);
    const elsewhere = new pkg.IyzicoTerminal({ accessToken: "a", baseUrl: "https://proxy.example/till" }).withToken("b");
    equal(elsewhere.void(least["terminal.void"]).url, `https://proxy.example/till${paths["terminal.void"]}`);
  });

  test("a token is visible ASCII, and there is one place to send to", () => {
    const refused = (settings, expected) => {
      const error = thrownBy(() => new pkg.IyzicoTerminal(settings));
      equal([error.name, codes(error.issues)], ["IyzicoConfigError", expected]);
    };
    refused({ environment: "sandbox" }, ["accessToken missing"]);
    for (const [accessToken, code] of [["", "empty"], ["a b", "key_characters"], ["a\r\nX-Evil: 1", "key_characters"], ["ş", "key_characters"], [5, "type"], [null, "type"], [{}, "type"]]) {
      refused({ accessToken, environment: "sandbox" }, [`accessToken ${code}`]);
      if (accessToken !== null) equal(codes(thrownBy(() => terminal.withToken(accessToken)).issues), [`accessToken ${code}`]);
    }
    refused(bearer, ["environment missing"]);
    refused({ ...bearer, environment: "sandbox", baseUrl: "https://example.com" }, ["baseUrl not_with"]);
    refused({ ...bearer, environment: "sandbox", apiKey: "a" }, ["apiKey unknown_field"]);
  });

  test("neither a terminal nor its errors show the token", () => {
    equal(Reflect.ownKeys(terminal), []);
    equal(JSON.stringify(terminal), "{}");
    hidden((environment.inspect ?? String)(terminal), "the console");
    for (const use of [() => terminal.refund({}), () => terminal.sign({}), () => terminal.withToken(`${bearer.accessToken} `)]) {
      const error = thrownBy(use);
      for (const text of [error.message, error.stack, JSON.stringify(error), (environment.inspect ?? String)(error)]) hidden(text, "the error");
    }
  });

  test("after free() every method says so", () => {
    const freed = new pkg.IyzicoTerminal({ ...bearer, environment: "sandbox" });
    const request = freed.void(least["terminal.void"]);
    freed.free();
    for (const use of [
      () => freed.refund(least["terminal.refund"]),
      () => freed.void(least["terminal.void"]),
      () => freed.refundableSaleInfo(least["terminal.refundableSaleInfo"]),
      () => freed.transactionStatus(least["terminal.transactionStatus"]),
      () => freed.sign(draft("terminal.void", least["terminal.void"])),
      () => freed.read(request, httpAnswer("{}")),
    ]) {
      equal(codes(thrownBy(use).issues), ["freed"]);
    }
  });

  test("after free() reconcile, precheck and withToken say so, too", () => {
    const freed = new pkg.IyzicoTerminal({ ...bearer, environment: "sandbox" });
    const request = freed.void(least["terminal.void"]);
    freed.free();
    for (const use of [() => freed.reconcile(request, httpAnswer("{}")), () => freed.precheck(request, null), () => freed.withToken("b")]) {
      equal(codes(thrownBy(use).issues), ["freed"]);
    }
  });

  test("the fingerprint is of what is meant: payment, day, reference and lines", () => {
    const plain = refund();
    const line = (changes) => refund({ saleItems: [{ ...cup, ...changes }] });
    for (const same of [
      refund({ paymentDate: "20260406" }),
      refund({ locale: "EN", conversationId: "x", notificationPhone: "1", notificationEmail: "a@b.c", saleAppVersion: "2.0" }),
      line({ totalPriceAmount: "60", unitPriceAmount: 60, grossPriceAmount: "60.0" }),
    ]) {
      equal(same, plain);
    }
    const different = [
      plain,
      refund({ transactionReferenceId: "RETURN-8" }),
      refund({ paymentId: "PAY-1" }),
      refund({ paymentDate: 20260407 }),
      line({ itemQuantity: 2 }),
      line({ totalPriceAmount: "60.01" }),
      line({ returnAmount: "60.00" }),
      line({ name: "Tabak" }),
      line({ relatedSaleItemId: "70002" }),
      refund({ saleItems: [cup, cup] }),
      refund({ saleItems: [cup, { ...cup, name: "Tabak" }] }),
      refund({ saleItems: [{ ...cup, name: "Tabak" }, cup] }),
      draft("terminal.void", { ...least["terminal.void"], transactionReferenceId: "RETURN-7" }).fingerprint,
      draft("terminal.transactionStatus", { transactionReferenceId: "RETURN-7" }).fingerprint,
      draft("terminal.refundableSaleInfo", { transactionReferenceId: "RETURN-7" }).fingerprint,
    ];
    equal(new Set(different).size, different.length, "different intents");
  });
}

function hidden(text, where) {
  ok(!String(text).includes(bearer.accessToken), `the token is in ${where}`);
}

function issuesOf(call, expected) {
  const error = thrownBy(call);
  equal(error.name, "IyzicoValidationError");
  if (expected) equal(codes(error.issues), expected);
  return error.issues;
}
