// A merchant's and a till's day against the local simulator, over HTTP with this runtime's own fetch.

import { equal, ok } from "./support/assert.js";

export function simulatorDay({ test, pkg, simulator }) {
  // Deno runs without permissions here, and some runtimes have no network.
  if (!simulator) return;
  const { url: baseUrl, merchant, user } = simulator;

  const control = async (path, body) => {
    const response = await fetch(`${baseUrl}/_sandbox/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const exchange = async (request, fault) => {
    const headers = { ...request.headers, ...(fault && { "x-sandbox-fault": fault }) };
    try {
      const response = await fetch(request.url, { ...request, headers });
      return { status: response.status, text: await response.text() };
    } catch {
      return null;
    }
  };
  /** Times of a request that was sent long enough ago for an absence to count. */
  const longAgo = () => ({ sentAt: Date.now() - 40 * 60_000, askedAt: Date.now() });
  const verdict = ({ verdict, reason }) => `${verdict}: ${reason}`;
  const succeeded = async (client, request) => {
    const outcome = client.read(request, await exchange(request));
    equal(outcome.status, "success", JSON.stringify(outcome));
    return outcome.data;
  };

  test("a payment: refund, lost answer, read-back, cancel", async () => {
    const iyzico = new pkg.Iyzico({ apiKey: merchant.apiKey, secretKey: merchant.secretKey, baseUrl });
    const items = [{ name: "Kahve", paidPrice: "25.00" }, { name: "Fincan", paidPrice: "60.00" }];
    const payment = await control("payments", { merchant: "standard", items });
    const [coffee, cup] = payment.items.map(({ paymentTransactionId }) => paymentTransactionId);

    const done = await succeeded(iyzico, iyzico.refund({ paymentTransactionId: coffee, price: "5.00", conversationId: "r-1" }));
    equal(done.price, "5");
    const lost = iyzico.refund({ paymentTransactionId: cup, price: "20.50", conversationId: "r-2" });
    const ask = iyzico.paymentDetails({ paymentId: payment.paymentId });
    equal(verdict(iyzico.precheck(lost, await exchange(ask))), "clear: absent");
    equal(iyzico.read(lost, await exchange(lost, "empty200")).reason, "empty");
    const never = iyzico.refund({ paymentTransactionId: cup, price: "20.50", conversationId: "r-3" });
    const answer = await exchange(ask);
    const verdicts = [lost, never].map((request) => verdict(iyzico.reconcile(request, answer, longAgo())));
    equal(verdicts, ["landed: carried-out", "not-landed: absent"]);
    equal(iyzico.reconcile(lost, answer, longAgo()).reversals.map(({ reference, amount }) => [reference, amount]), [["r-2", "20.5"]]);
    equal(verdict(iyzico.reconcile(never, answer, { sentAt: Date.now(), askedAt: Date.now() })), "ambiguous: too-early");
    equal(verdict(iyzico.precheck(lost, answer)), "landed: carried-out");
    const [left] = pkg.refundable(await succeeded(iyzico, ask));
    equal([left.state, left.paid, left.refunded, left.doubtful, left.refundable], ["paid", "85", "25.5", "0", "59.5"]);

    const other = await control("payments", { merchant: "standard", items: [{ name: "Lokum", paidPrice: "12.75" }] });
    equal((await succeeded(iyzico, iyzico.cancel({ paymentId: other.paymentId, conversationId: "c-1" }))).price, "12.75");
  });

  test("a till: login, question, refund of two of three items, time-out, read-back, void", async () => {
    const { clientId, clientSecret, username, password } = user;
    const login = new pkg.IyzicoTerminalLogin({ clientId, clientSecret, baseUrl });
    const { code } = await succeeded(login, login.authorize({ username, password, request_timestamp: "1766660749" }));
    const tokens = await succeeded(login, login.token({ code }));
    const renewed = await succeeded(login, login.refresh({ refresh_token: tokens.refresh_token }));
    const till = new pkg.IyzicoTerminal({ accessToken: tokens.access_token, baseUrl }).withToken(renewed.access_token);

    const lines = [{ name: "Kahve", quantity: 3, unitPrice: "41.15" }, { name: "Fincan", unitPrice: "60.00" }];
    const sold = await control("sales", { lines });
    const sale = await succeeded(till, till.refundableSaleInfo({ transactionReferenceId: sold.transactionReferenceId }));
    equal(sale.totalReturnableAmount, "183.45");
    const params = (transactionReferenceId, itemQuantity, totalPriceAmount) => ({
      deviceUniqueId: sold.deviceUniqueId, paymentId: sold.paymentId, paymentDate: sold.paymentDate, transactionReferenceId,
      saleAppName: "MyPOS", saleAppVersion: "1.0.0", relatedSaleId: sale.saleUid,
      saleItems: [{
        relatedSaleItemId: sale.saleItems[0].id, name: "Kahve", unitCode: "C62", taxGroupCode: "KDV1",
        itemQuantity, unitPriceAmount: "41.15", grossPriceAmount: totalPriceAmount, totalPriceAmount,
      }],
    });
    ok(!pkg.validate("terminal.refund", params("r-0", 4, "164.60"), { sale }).ok, "more than the sale has left");

    const own = (name) => `${sold.paymentId}-${name}`;
    equal((await succeeded(till, till.refund(params(own("1"), 2, "82.30"), { sale }))).price, "82.3");
    const late = till.refund(params(own("2"), 1, "41.15"));
    const outcome = till.read(late, await exchange(late, "device-timeout"));
    equal([outcome.status, outcome.reason], ["unknown", "timeout-code"]);
    const status = till.transactionStatus({ transactionReferenceId: own("2") });
    equal(verdict(till.reconcile(late, await exchange(status), longAgo())), "landed: carried-out");
    const never = till.refund(params(own("3"), 1, "41.15"));
    const question = till.transactionStatus({ transactionReferenceId: own("3") });
    const answer = await exchange(question);
    equal(verdict(till.precheck(never, answer, { question })), "clear: absent");
    equal(verdict(till.reconcile(never, answer, { ...longAgo(), question })), "not-landed: absent");

    const { paymentId, paymentDate, deviceUniqueId } = await control("sales", { lines: [{ name: "Lokum", unitPrice: "12.75" }] });
    const voided = till.void({ paymentId, paymentDate, deviceUniqueId, transactionReferenceId: own("4") });
    equal((await succeeded(till, voided)).price, "12.75");
  });
}
