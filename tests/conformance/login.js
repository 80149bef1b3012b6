// The terminal's login: three forms, secrets that only fetch sees, and OAuth's answers.

import { equal, ok, thrownBy } from "./support/assert.js";
import { codes } from "./support/input.js";
import { answerText, httpAnswer } from "./support/samples.js";
import { application } from "./support/till.js";

const { clientId, clientSecret } = application;
const user = { username: "kasa@örnek.com", password: "p&=+% ş😀~", request_timestamp: "1766660749" };
const PASSWORD = "p%26%3D%2B%25%20%C5%9F%F0%9F%98%80~";
const SECRET = "till-application-secret%2F%2B%3D~";

const STEPS = {
  authorize: {
    params: user,
    path: "/in-store/oauth2/authorize",
    form:
      `scope=iyzipayApiGateway&response_type=code&client_id=${clientId}&client_secret=${SECRET}` +
      `&username=kasa%40%C3%B6rnek.com&password=${PASSWORD}&request_timestamp=1766660749`,
    secrets: [clientSecret, SECRET, user.password, PASSWORD],
  },
  token: {
    params: { code: "FYEff_ko+HQ/n=" },
    path: "/in-store/oauth2/token",
    form: "grant_type=authorization_code&code=FYEff_ko%2BHQ%2Fn%3D",
    secrets: [clientSecret, btoa(`${clientId}:${clientSecret}`), "FYEff_ko", "Basic"],
  },
  refresh: {
    params: { refresh_token: "eiHg.refresh.BBp" },
    path: "/in-store/oauth2/token/refresh",
    form: "grant_type=refresh_token&refresh_token=eiHg.refresh.BBp",
    secrets: [clientSecret, btoa(`${clientId}:${clientSecret}`), "eiHg", "Basic"],
  },
};

const TOKENS = { access_token: "a.b.c", refresh_token: "r.s.t", scope: "iyzipayApiGateway", token_type: "Bearer", expires_in: 7199 };

export function login({ test, pkg, login, input, fixtures, environment }) {
  for (const [step, { params, path, form, secrets }] of Object.entries(STEPS)) {
    const operation = `login.${step}`;
    const clean = (text, where) => {
      for (const secret of secrets) ok(!String(text).includes(secret), `${secret} is in ${where}: ${text}`);
    };

    test(`${operation}: every member, in order, and no fingerprint`, () => {
      const request = login[step](params);
      equal(Object.keys(request), ["operation", "url", "method", "headers", "body", "redirect"]);
      const { headers, body, ...rest } = request;
      equal(rest, { operation, url: `https://sandbox-api.iyzipay.com${path}`, method: "POST", redirect: "manual" });
      ok(body instanceof Blob, "the body is no Blob");
      ok(Object.isFrozen(request) && Object.isFrozen(headers), "it is not frozen");
    });

    test(`${operation}: fetch sends the very form and the header it needs`, async () => {
      const request = login[step](params);
      for (const init of [request, { ...request }]) {
        const taken = new Request(request.url, init);
        equal(taken.headers.get("content-type"), "application/x-www-form-urlencoded");
        equal(taken.headers.get("authorization"), step === "authorize" ? null : `Basic ${btoa(`${clientId}:${clientSecret}`)}`);
        equal(await taken.text(), form);
      }
      const sent = new URLSearchParams(await request.body.text());
      for (const [name, value] of Object.entries(params)) equal(sent.get(name), value, name);
    });

    test(`${operation}: no secret is shown`, () => {
      const request = login[step](params);
      for (const shown of [request, { ...request }, { nested: [request] }, request.headers, request.body]) {
        clean(JSON.stringify(shown), "JSON");
        clean((environment.inspect ?? String)(shown), "the console");
      }
      for (const text of ['{"error":"invalid_client"}', "<html>", null, answerText(TOKENS)]) {
        clean(JSON.stringify(login.read(request, text && httpAnswer(text, 400))), "an outcome");
      }
    });

    test(`${operation}: every field is required, and is text`, () => {
      input.refused(operation, {}, Object.keys(params).map((name) => `${name} missing`));
      for (const name of Object.keys(params)) {
        for (const [value, code] of [["", "empty"], [5, "type"], [null, "type"], ["a\nb", "control_character"], ["\ud800", "lone_surrogate"]]) {
          const issues = input.refused(operation, { ...params, [name]: value }, [`${name} ${code}`]);
          clean(JSON.stringify(issues), "an issue");
        }
      }
      input.refused(operation, { ...params, client_id: "x" }, ["client_id unknown_field"]);
    });

    test(`${operation}: there is no draft of it, and nobody signs one`, () => {
      const error = thrownBy(() => pkg.draft(operation, params));
      equal(codes(error.issues), ["operation unknown_operation"]);
      ok(!error.message.includes("login."), error.message);
      clean(error.message + error.stack, "the error");
    });

    test(`${operation}: no answer that anybody could trust`, () => {
      const request = login[step](params);
      const good = answerText({ ...TOKENS, code: "c" });
      for (const [reason, status, text] of [
        ["empty", 200, ""], ["not-json", 502, "<html></html>"], ["redirect", 302, good], ["malformed", 200, "{}"],
        ["malformed", 200, "[]"], ["malformed", 200, '{"access_token":{},"code":{}}'], ["malformed", 200, good.replace("{", '{"code":"d",')],
        ["contradiction", 400, good], ["contradiction", 500, good], ["not-json", 200, good.slice(0, -1)],
      ]) {
        const outcome = login.read(request, httpAnswer(text, status));
        equal(outcome, { status: "unknown", operation, httpStatus: status, reason, error: null, advice: "retry-later", raw: text }, `${status} ${text}`);
      }
      equal(login.read(request, null), { status: "unknown", operation, httpStatus: null, reason: "no-answer", error: null, advice: "retry-later", raw: null });
    });
  }

  test("a code", () => {
    const text = fixtures["terminal.oauth.authorize.success.json"];
    const outcome = login.read(login.authorize(user), httpAnswer(text));
    equal(outcome, { status: "success", operation: "login.authorize", httpStatus: 200, data: JSON.parse(text), raw: text });
  });

  test("tokens, for a code as for a refresh token", () => {
    const text = fixtures["terminal.oauth.token.success.json"];
    for (const request of [login.token({ code: "c" }), login.refresh({ refresh_token: "r" }), { operation: "login.token" }]) {
      const outcome = login.read(request, httpAnswer(text));
      equal([outcome.status, outcome.data], ["success", JSON.parse(text)]);
    }
    equal(login.read(login.token({ code: "c" }), httpAnswer('{"access_token":"a"}', 201)).data, { access_token: "a" });
    equal(login.read(login.token({ code: "c" }), httpAnswer(answerText({ ...TOKENS, expires_in: "7199" }))).data.expires_in, 7199);
  });

  test("a refusal says what to do", () => {
    for (const [error, advice] of [
      ["invalid_grant", "renew-token"], ["invalid_request", "fix-request"], ["unsupported_grant_type", "fix-request"],
      ["invalid_client", "fix-credentials"], ["access_denied", "fix-credentials"],
    ]) {
      for (const status of [400, 401]) {
        const outcome = login.read(login.token({ code: "c" }), httpAnswer(answerText({ error, error_description: "why" }), status));
        equal([outcome.status, outcome.advice, outcome.error], ["failure", advice, { code: error, group: null, message: "why", retryable: null }]);
      }
    }
    const outcome = login.read(login.authorize(user), httpAnswer('{"errorCode":100501,"description":"Kullanıcı adı hatalı","uri":"/in-store/oauth2/authorize"}', 401));
    equal([outcome.status, outcome.advice, outcome.error.code, outcome.error.message], ["failure", "fix-credentials", "100501", "Kullanıcı adı hatalı"]);
  });

  test("an error beside tokens is an error", () => {
    equal(login.read(login.token({ code: "c" }), httpAnswer(answerText({ ...TOKENS, error: "invalid_grant" }))).status, "failure");
  });

  test("a login reads and makes nothing else", () => {
    for (const operation of ["refund", "terminal.void", "x", "", undefined]) equal(login.read({ operation, body: "{}" }, httpAnswer(answerText(TOKENS))).reason, "request-unreadable");
    for (const name of ["refund", "void", "sign", "reconcile", "verifyWebhook"]) equal(typeof login[name], "undefined", name);
  });

  test("the application's id and secret can be sent, and are shown nowhere", () => {
    const refused = (settings, expected) => {
      const error = thrownBy(() => new pkg.IyzicoTerminalLogin(settings));
      equal([error.name, codes(error.issues).sort()], ["IyzicoConfigError", expected]);
      ok(!`${error.message}${error.stack}${JSON.stringify(error)}`.includes(clientSecret), "the secret is in the error");
    };
    refused({ environment: "sandbox" }, ["clientId missing", "clientSecret missing"]);
    refused({ ...application, clientId: "a:b", environment: "sandbox" }, ["clientId id_format"]);
    refused({ ...application, clientSecret: `${clientSecret} `, environment: "sandbox" }, ["clientSecret key_characters"]);
    refused({ ...application, environment: "sandbox", accessToken: "a" }, ["accessToken unknown_field"]);
    refused(application, ["environment missing"]);
    equal([Reflect.ownKeys(login), JSON.stringify(login)], [[], "{}"]);
    ok(!(environment.inspect ?? String)(login).includes(clientSecret), "the secret is in the console");
  });

  test("a secret may hold a colon, an id may not", () => {
    const other = new pkg.IyzicoTerminalLogin({ clientId: "a", clientSecret: "b:c", environment: "sandbox" });
    equal(new Request("https://example.com", other.token({ code: "c" })).headers.get("authorization"), `Basic ${btoa("a:b:c")}`);
  });

  test("after free() every step says so", () => {
    const freed = new pkg.IyzicoTerminalLogin({ ...application, environment: "sandbox" });
    const request = freed.token({ code: "c" });
    freed.free();
    for (const use of [...Object.entries(STEPS).map(([step, { params }]) => () => freed[step](params)), () => freed.read(request, httpAnswer("{}"))]) {
      equal(codes(thrownBy(use).issues), ["freed"]);
    }
  });
}
