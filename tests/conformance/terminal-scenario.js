// A day at a till: login, a refund that times out, read-back and a void, with a till's answers.

import { equal } from "./support/assert.js";
import { asked } from "./support/books.js";
import { answerText, httpAnswer, token } from "./support/samples.js";
import { application, cup, landed } from "./support/till.js";

const PAYMENT = { deviceUniqueId: "P00134", paymentId: "PAY-9876543", paymentDate: 20260406 };
const APP = { saleAppName: "MyPOS", saleAppVersion: "1.0.0" };

export function terminalScenario({ test, pkg }) {
  test("login, question, refund of two of three items, time-out, read-back, new token, void", async () => {
    const environment = "sandbox";
    const login = new pkg.IyzicoTerminalLogin({ ...application, environment });

    const authorize = login.authorize({ username: "kasa", password: "parola", request_timestamp: "1766660749" });
    equal(new URLSearchParams(await authorize.body.text()).get("password"), "parola");
    const { code } = succeeded(login.read(authorize, httpAnswer('{"code":"c-1","issuedAt":"2026-04-06T12:00:00+03:00"}')));
    const exchanged = login.token({ code });
    equal(await exchanged.body.text(), "grant_type=authorization_code&code=c-1");
    const tokens = succeeded(login.read(exchanged, httpAnswer('{"access_token":"a-1","refresh_token":"r-1","token_type":"Bearer","expires_in":7199}')));
    let terminal = new pkg.IyzicoTerminal({ accessToken: tokens.access_token, environment });

    const returnable = terminal.refundableSaleInfo({ transactionReferenceId: "SALE-1", conversationId: "kasa-3" });
    const sale = succeeded(terminal.read(returnable, httpAnswer(answerText(landed["terminal.refundableSaleInfo"]))));
    const params = {
      ...PAYMENT,
      ...APP,
      transactionReferenceId: "RETURN-1",
      relatedSaleId: sale.saleUid,
      saleItems: [
        { ...cup, relatedSaleItemId: sale.saleItems[0].id, name: sale.saleItems[0].name, itemQuantity: 2, unitPriceAmount: "41.15", grossPriceAmount: "82.30", totalPriceAmount: "82.30" },
        { ...cup, relatedSaleItemId: sale.saleItems[1].id },
      ],
    };
    const tooMany = { ...params, saleItems: [{ ...params.saleItems[0], itemQuantity: 4 }] };
    equal(pkg.validate("terminal.refund", tooMany, { sale }).issues.map(({ code }) => code), ["more_than_returnable_quantity"]);

    const nothing = '{"status":"failure","errorCode":"380108","errorGroup":"BUSINESS_ERROR"}';
    const question = terminal.transactionStatus({ transactionReferenceId: "RETURN-1" });
    const draft = JSON.parse(JSON.stringify(pkg.draft("terminal.refund", params, { sale })));
    equal(verdict(terminal.precheck(draft, httpAnswer(nothing), { question })), "clear: absent");
    const refund = terminal.sign(draft);
    equal(refund.body, terminal.refund(params, { sale }).body);
    equal(new Request(refund.url, refund).headers.get("authorization"), "Bearer a-1");

    const timedOut = terminal.read(refund, httpAnswer('{"status":"failure","errorCode":"380103","transactionReferenceId":"RETURN-1"}'));
    equal([timedOut.status, timedOut.reason, timedOut.advice], ["unknown", "timeout-code", "reconcile"]);
    const times = asked(6);
    equal(verdict(terminal.reconcile(refund, httpAnswer('{"status":"failure","errorCode":"380103"}'), times)), "ambiguous: refused");
    const found = answerText({ ...landed["terminal.transactionStatus"], transactionReferenceId: "RETURN-1", price: token("250.95") });
    equal(terminal.read(question, httpAnswer(found)).status, "success");
    equal(verdict(terminal.reconcile(draft, httpAnswer(found), times)), "landed: carried-out");

    const undo = { ...PAYMENT, paymentId: "PAY-9876544", transactionReferenceId: "VOID-1", reason: "Müşteri vazgeçti" };
    const expired = terminal.read(terminal.void(undo), httpAnswer('{"status":"failure","errorCode":"100311","errorMessage":"Token kullanım süresi dolmuştur!"}', 401));
    equal([expired.status, expired.advice], ["failure", "renew-token"]);
    const renewed = succeeded(login.read(login.refresh({ refresh_token: tokens.refresh_token }), httpAnswer('{"access_token":"a-2","refresh_token":"r-2"}')));
    terminal = terminal.withToken(renewed.access_token);
    const again = terminal.void(undo);
    equal([again.headers.Authorization, again.fingerprint], ["Bearer a-2", pkg.draft("terminal.void", undo).fingerprint]);
    const done = { ...landed["terminal.void"], conversationId: "of-iyzico", transactionReferenceId: "VOID-1", paymentId: "PAY-9876544", price: token("120.00") };
    const voided = succeeded(terminal.read(again, httpAnswer(answerText(done))));
    equal([voided.price, voided.cancelHostReference], ["120", "000000000018"]);
  });
}

function verdict({ verdict, reason }) {
  return `${verdict}: ${reason}`;
}

function succeeded(outcome) {
  equal(outcome.status, "success", JSON.stringify(outcome));
  return outcome.data;
}
