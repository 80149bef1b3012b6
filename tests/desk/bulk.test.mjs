// Bulk refunds over HTTP: a file is accepted whole or not at all, every line is refunded once whatever happens, and the report is right.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startDesk } from "../../www-example/desk.mjs";
import { passed, signIn, SPEED, until } from "./support/operator.mjs";
import { source } from "./support/sources.mjs";

const HEADER = "paymentId,paymentTransactionId,price,currency,conversationId";
const UNLIMITED = { SIGN_IN_LIMIT: 1e6, READ_LIMIT: 1e6, SEND_LIMIT: 1e6 };
const MOVED = ["lost", "cut", "html502", "empty200", "wrong-signature", "foreign-answer", "timeout-code"];
const UNMOVED = ["redirect", "html502-before", "refused-before"];
/** Thirty-five minutes. */
const GIVE_UP = "2100000";
const PAYMENTS = 60;
/** max_batch_size times max_concurrency in wrangler.jsonc. */
const IN_ONE_BATCH = 50;

let desk, operator;
before(async () => {
  desk = await startDesk({ speed: SPEED, settings: { PATIENCE_MS: "3000", GIVE_UP_MS: GIVE_UP, BULK_PER_MINUTE: "60000" }, limits: UNLIMITED });
  operator = await signIn(desk, desk.operators[0]);
  for (let n = 0; n < PAYMENTS; n++) {
    const items = [1, 2, 3].map((item) => ({ paymentTransactionId: itemOf(n, item), paidPrice: "100.00" }));
    desk.sandbox.createPayment({ paymentId: paymentOf(n), items });
  }
});
after(() => desk?.stop());

test("a file with any invalid line is refused whole, with every issue and its line", async () => {
  const lines = [
    `${paymentOf(0)},${itemOf(0, 1)},5.00,TRY,b-1`,
    `${paymentOf(0)},${itemOf(0, 1)},5;00,TRY,b-2`,
    "",
    `,${itemOf(0, 2)},5.00,TL,b-3`,
    `${paymentOf(0)},${itemOf(0, 2)},5.00,TRY,`,
    `${paymentOf(0)},${itemOf(0, 1)},5.00,TRY,b-1`,
    `${paymentOf(0)},"${itemOf(0, 1)},5.00,TRY,b-4`,
    "a,b",
  ];
  const { status, body } = await operator.post("/api/bulk", [HEADER, ...lines].join("\n"), { "content-type": "text/csv" });
  assert.equal(status, 400);
  assert.equal(body.error.code, "invalid");
  assert.deepEqual(
    body.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`),
    ["3.price amount_format", "5.paymentId id_format", "5.currency currency", "6.conversationId empty", "7.conversationId duplicate", "8 type", "9 type"],
  );
  const headless = await operator.post("/api/bulk", lines[0]);
  assert.deepEqual(headless.body.error.issues[0].path, ["1"]);
  assert.equal((await operator.post("/api/bulk", `${HEADER}\n`)).status, 400);
  assert.equal((await operator.post("/api/bulk", "x".repeat(3_000_000))).status, 413);
  const turkish = await operator.post("/api/bulk", [HEADER, lines[1]].join("\r\n"), { "accept-language": "tr-TR,tr" });
  assert.match(turkish.body.error.issues[0].message, /yazılmalı|gibi|olmalı/);
  assert.equal((await operator.get(`/api/bulk/${"0".repeat(64)}`)).status, 404);
  assert.equal((await operator.get(`/api/bulk/${"0".repeat(64)}/report`)).status, 404);
  assert.equal(desk.sandbox.journal().length, 0, "iyzico was asked");
});

test("300 lines with faults on, one kill in the middle: all settled once, the report complete", { timeout: 300_000 }, async () => {
  const lines = Array.from({ length: 300 }, (_, n) => lineOf(n));
  // Some lines ask for too much.
  lines[17].cells[2] = "100.01";
  lines[18].cells[1] = itemOf(PAYMENTS - 1, 1);
  lines[19].cells[3] = "EUR";
  lines[20].cells[0] = "25190001";
  lines[21].cells[4] = '=cmd("x")';
  for (const { cells, fault } of lines) if (fault) desk.sandbox.fault({ fault, conversationId: cells[4] });
  const file = [HEADER, ...lines.map(({ cells }) => cells.map(quoted).join(","))].join("\n");

  const began = Date.now();
  const taken = await operator.post("/api/bulk", file);
  assert.deepEqual([taken.status, taken.body.lines], [202, 300]);
  const { bulkId } = taken.body;
  const early = await operator.get(`/api/bulk/${bulkId}/report`);
  assert.equal(early.body.split("\r\n").length, 302, "the report has every line while it runs");

  await until(() => desk.sandbox.journal().length >= 120);
  await desk.worker.kill();
  await desk.worker.restart();
  // An operator who isn't sure sends the file again.
  const again = await operator.post("/api/bulk", `\uFEFF${file.replaceAll("\n", "\r\n")}\r\n`);
  assert.equal(again.body.bulkId, bulkId);
  const progress = await finished(operator, bulkId);
  const took = Date.now() - began;
  assert.deepEqual({ ...progress, bulkId: "" }, { bulkId: "", total: 300, done: 300, counts: progress.counts, pause: null });

  const { body: report, headers } = await operator.get(`/api/bulk/${bulkId}/report`);
  assert.match(headers.get("content-type"), /^text\/csv/);
  const rows = report.trimEnd().split("\r\n");
  assert.equal(rows.length, 301);
  assert.equal(rows[0], `line,${HEADER},outcome,detail`);
  const landings = (name) => allRefunds().filter(({ conversationId }) => conversationId === name).length;
  let killed = -lines.filter(({ fault }) => UNMOVED.includes(fault)).length;
  for (const [n, { cells, fault }] of lines.entries()) {
    const row = rows[n + 1];
    const isRefused = n >= 17 && n <= 20;
    // If the kill came between recording and sending, the line must not have landed.
    const isKilled = /,not carried out/.test(row) && (killed += 1) <= IN_ONE_BATCH;
    const expected = isRefused || UNMOVED.includes(fault) || isKilled ? "failure" : "success";
    assert.ok(row.startsWith(`${n + 2},`), row);
    assert.match(row, new RegExp(`,${expected},`), `${fault ?? "no fault"}: ${row}`);
    assert.equal(landings(cells[4]), expected === "success" ? 1 : 0, row);
  }
  assert.match(rows[18], /over-refund/);
  assert.match(rows[19], /foreign-item/);
  assert.match(rows[20], /currency-mismatch/);
  assert.match(rows[21], /payment-not-found/);
  assert.match(rows[22], /"'=cmd\(""x""\)"/);
  const { success, failure } = progress.counts;
  const moved = desk.sandbox.allBooks().reduce((sum, { movements }) => sum + movements, 0);
  assert.equal(success, moved);
  console.log(`300 lines with ${lines.filter(({ fault }) => fault).length} faults and a kill in ${took} ms: ${success} success, ${failure} failure`);
});

test("without faults, as fast as it goes", { timeout: 300_000 }, async () => {
  const lines = Array.from({ length: 300 }, (_, n) => lineOf(n, "plain", "0.50").cells.join(","));
  const began = Date.now();
  const { body } = await operator.post("/api/bulk", [HEADER, ...lines].join("\n"));
  const progress = await finished(operator, body.bulkId);
  assert.deepEqual(progress.counts, { success: 300, failure: 0, unknown: 0, waiting: 0 });
  const seconds = (Date.now() - began) / 1000;
  console.log(`300 lines without faults in ${seconds.toFixed(1)} s, ${Math.round(300 / seconds)} a second`);
});

test("a line that no ledger or queue can take fails alone: ids of 3 KB, and more than a message may have", { timeout: 120_000 }, async () => {
  const long = "7".repeat(3_000);
  const longest = "7".repeat(65_000);
  // A hundred of these lines are more than the queue takes at once.
  const heavy = Array.from({ length: 150 }, (_, n) => `${paymentOf(n % PAYMENTS)},${long}${n},0.10,TRY,heavy-${n}`);
  const lines = [
    `${paymentOf(0)},${itemOf(0, 1)},0.10,TRY,beside-1`,
    `${long},${itemOf(0, 1)},0.10,TRY,long-payment`,
    `${longest},${longest},0.10,TRY,longest`,
    ...heavy,
    `${paymentOf(1)},${itemOf(1, 1)},0.10,TRY,beside-2`,
  ];
  const { status, body } = await operator.post("/api/bulk", [HEADER, ...lines].join("\n"));
  assert.equal(status, 202);
  const progress = await finished(operator, body.bulkId, 60_000);
  assert.deepEqual(progress.counts, { success: 2, failure: 152, unknown: 0, waiting: 0 });
  const rows = await reportRows(operator, body.bulkId);
  assert.match(rows[1], /beside-1,success/);
  assert.match(rows[2], /long-payment,failure,.*payment-not-found.*nothing was sent/);
  assert.match(rows[3], /longest,failure,.*too-large.*nothing was sent/);
  for (const row of rows.slice(4, -1)) assert.match(row, /,failure,.*foreign-item/);
  assert.match(rows.at(-1), /beside-2,success/);
  assert.equal(questions(long), 0, "iyzico was asked about a payment that can't be");
});

test("a file of a hundred thousand bad lines is counted, not checked; one of ten thousand shows a hundred issues", async () => {
  const began = Date.now();
  const huge = await operator.post("/api/bulk", `${HEADER}\n${"not a line\n".repeat(100_000)}`);
  const took = Date.now() - began;
  assert.equal(huge.status, 400);
  const { issues, lineCount, message } = huge.body.error;
  assert.equal(lineCount, 100_000);
  assert.match(message, /100000/);
  assert.deepEqual(issues.map(({ path, code }) => [...path, code]), [["10002", "body"]]);
  assert.ok(took < 3_000, `${took} ms`);

  const bad = await operator.post("/api/bulk", `${HEADER}\n${"1,1,x,TL,a\n".repeat(10_000)}`);
  assert.equal(bad.status, 400);
  assert.deepEqual([bad.body.error.lineCount, bad.body.error.issueCount, bad.body.error.issues.length], [10_000, 20_000, 100]);
  assert.ok(JSON.stringify(bad.body).length < 40_000, `${JSON.stringify(bad.body).length} bytes`);
  console.log(`100,000 bad lines answered in ${took} ms`);

  const tooMany = Array.from({ length: 10_001 }, (_, n) => lineOf(n, "many").cells.join(","));
  const full = await operator.post("/api/bulk", [HEADER, ...tooMany].join("\n"));
  assert.deepEqual(full.body.error.issues.map(({ path }) => path), [["10002"]]);
});

test("lines of one payment wait while an earlier one may have landed, and the report says why", { timeout: 120_000 }, async () => {
  const [paymentId, item] = ["73900001", "739000011"];
  desk.sandbox.createPayment({ paymentId, items: [{ paymentTransactionId: item, paidPrice: "100.00" }] });
  // Two of forty are refused: each blocks the rest until it is ruled out that it landed.
  for (const conversationId of ["one-0", "one-20"]) desk.sandbox.fault({ fault: "refuse:10246", conversationId });
  // A refund somebody made in iyzico's panel under the name of a line: only a person knows whether it is that line's.
  desk.sandbox.panelRefund({ paymentId, paymentTransactionId: item, price: "1.00", conversationId: "one-39" });
  const before = questions(paymentId);
  const lines = Array.from({ length: 40 }, (_, n) => `${paymentId},${item},1.00,TRY,one-${n}`);
  const { body } = await operator.post("/api/bulk", [HEADER, ...lines].join("\n"));
  let waiting = [];
  await until(async () => {
    waiting = (await reportRows(operator, body.bulkId)).filter((row) => /,waiting,.*waiting: (not-ruled-out|still-open)/.test(row));
    return waiting.length > 0;
  });
  assert.ok(waiting.every((row) => /not before \d{4}-\d\d-\d\dT/.test(row)), waiting[0]);

  const { counts } = await finished(operator, body.bulkId, 90_000);
  assert.deepEqual(counts, { success: 37, failure: 3, unknown: 0, waiting: 0 });
  const rows = await reportRows(operator, body.bulkId);
  assert.match(rows[1], /one-0,failure,.*10246/);
  assert.match(rows[40], /one-39,failure,.*(already-there|maybe-there).*nothing was sent; a person must look/);
  const asked = questions(paymentId) - before;
  assert.ok(asked >= 40 && asked < 40 * 8, `${asked} questions about one payment`);
});

test("a line waits as long as sending is stopped, but not for ever for an answer", { timeout: 120_000 }, async () => {
  const fileOf = (name) => [HEADER, ...[0, 1].map((n) => `${paymentOf(n)},${itemOf(n, 3)},0.10,TRY,${name}-${n}`)].join("\n");
  await operator.post("/api/sending", { on: false, reason: "a test" });
  const { body: stopped } = await operator.post("/api/bulk", fileOf("stopped"));
  await passed(Number(GIVE_UP) * 1.2);
  for (const row of (await reportRows(operator, stopped.bulkId)).slice(1)) assert.match(row, /,waiting,.*waiting: stopped.*a test/);
  await operator.post("/api/sending", { on: true, reason: "a test" });
  assert.equal((await finished(operator, stopped.bulkId, 30_000)).counts.success, 2);

  desk.sandbox.fault({ fault: "html502", path: "/v2/reporting/payment/details", times: 1_000_000 });
  const { body: unanswered } = await operator.post("/api/bulk", fileOf("unanswered"));
  await until(async () => (await reportRows(operator, unanswered.bulkId)).some((row) => /,waiting,.*waiting: unreachable/.test(row)));
  const { counts, pause } = await finished(operator, unanswered.bulkId, 60_000);
  desk.sandbox.clearFaults();
  assert.deepEqual([counts, pause], [{ success: 0, failure: 2, unknown: 0, waiting: 0 }, null]);
  for (const row of (await reportRows(operator, unanswered.bulkId)).slice(1)) assert.match(row, /,failure,.*unreachable; .*nothing was sent/);
});

describe("at the pace of the real clock", () => {
  let paced, teller;
  before(async () => {
    paced = await startDesk({ settings: { BULK_PER_MINUTE: "360" }, limits: UNLIMITED });
    teller = await signIn(paced, paced.operators[0]);
  });
  after(() => paced?.stop());

  test("refunds go at 360 a minute, refunds by amount and cancels at 150 each", { timeout: 120_000 }, async () => {
    const lines = ["refund", "refundV2", "cancel"].flatMap((operation, kind) =>
      Array.from({ length: operation === "refund" ? 40 : 20 }, (_, n) => {
        const { paymentId, item } = payment(100 * kind + n);
        const cells = { refund: [item, "1.00"], refundV2: ["", "1.00"], cancel: ["", ""] }[operation];
        return [paymentId, ...cells, "", `pace-${operation}-${n}`, operation === "refund" ? "" : operation].join(",");
      }),
    );
    const { status, body } = await teller.post("/api/bulk", [`${HEADER},operation`, ...lines].join("\n"));
    assert.equal(status, 202, JSON.stringify(body));
    assert.deepEqual((await finished(teller, body.bulkId)).counts, { success: 80, failure: 0, unknown: 0, waiting: 0 });
    for (const [path, count, gap] of [["/payment/refund", 40, 60_000 / 360], ["/v2/payment/refund", 20, 400], ["/payment/cancel", 20, 400]]) {
      const times = sends(path).map(({ at }) => Date.parse(at));
      assert.equal(times.length, count, path);
      const took = Math.max(...times) - Math.min(...times);
      // The first is sent at once; each other one at most a little after its time.
      assert.ok(took >= (count - 1) * gap - 300, `${path}: ${took} ms for ${count}`);
      assert.ok(took < (count - 1) * gap * 3, `${path}: ${took} ms for ${count}`);
    }
    const header = (await reportRows(teller, body.bulkId))[0];
    assert.equal(header, `line,${HEADER},operation,outcome,detail`);
  });

  // Refunds by amount go out every 400 ms, so that each is answered before the next is sent, even if the machine pauses.
  const REFUND_V2 = "/v2/payment/refund";
  const LINES = 12;
  const fileOf = (rows) => [`${HEADER},operation`, ...rows.map(({ paymentId, name }) => `${paymentId},,1.00,,${name},refundV2`)].join("\n");

  for (const [code, path, name, isSent] of [
    ["1001", REFUND_V2, "refunds are refused for the keys", true],
    ["50000", REFUND_V2, "refunds are refused for the limit", true],
    ["1001", "/v2/reporting/payment/details", "iyzico shows no payment for the keys", false],
  ]) {
    test(`five equal failures in a row pause a file until somebody resumes it: ${name}`, { timeout: 120_000 }, async () => {
      paced.sandbox.fault({ fault: `refuse:${code}`, path, times: 1_000 });
      const rows = Array.from({ length: LINES }, () => payment());
      const before = sends(REFUND_V2).length;
      const asked = () => paced.sandbox.journal().length;
      const { body } = await teller.post("/api/bulk", fileOf(rows.map(({ paymentId }, n) => ({ paymentId, name: `${code}-${paymentId}-${n}` }))));
      let progress;
      await until(async () => (progress = (await teller.get(`/api/bulk/${body.bulkId}`)).body).pause !== null);
      assert.equal(progress.pause.code, code);
      assert.match(progress.pause.message, /./);

      // Requests that are on the way arrive; then nothing moves any more, whatever is killed.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      if (!isSent) {
        await paced.worker.kill();
        await paced.worker.restart();
      }
      const quiet = asked();
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      assert.equal(asked(), quiet, "iyzico was asked while the file was paused");
      const sent = sends(REFUND_V2).length - before;
      assert.ok(isSent ? sent >= 5 && sent <= 7 : sent === 0, `${sent} were sent`);
      const { body: paused } = await teller.get(`/api/bulk/${body.bulkId}`);
      assert.deepEqual(paused.counts, { success: 0, failure: sent, unknown: 0, waiting: LINES - sent });
      const report = await reportRows(teller, body.bulkId);
      assert.equal(report.filter((row) => new RegExp(`,waiting,.*paused; ${code}`).test(row)).length, LINES - sent);

      paced.sandbox.clearFaults();
      const resumed = await teller.post(`/api/bulk/${body.bulkId}/resumption`, "");
      assert.deepEqual([resumed.status, resumed.body.pause], [200, null]);
      const { counts } = await finished(teller, body.bulkId);
      assert.deepEqual(counts, { success: LINES - sent, failure: sent, unknown: 0, waiting: 0 });
    });
  }

  test("four in a row, one that goes through, and four again pause nothing", { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 9 }, (_, n) => ({ ...payment(), name: `row-${n}` }));
    for (const [n, { name }] of rows.entries()) if (n !== 4) paced.sandbox.fault({ fault: "refuse:1001", conversationId: name, path: REFUND_V2 });
    const { body } = await teller.post("/api/bulk", fileOf(rows));
    const progress = await finished(teller, body.bulkId);
    assert.deepEqual([progress.pause, progress.counts.success, progress.counts.failure], [null, 1, 8]);
    assert.equal((await teller.post(`/api/bulk/${"0".repeat(64)}/resumption`, "")).status, 404);
  });

  let made = 0;
  function payment(n = 1_000 + made++) {
    const paymentId = String(74_000_000 + n);
    paced.sandbox.createPayment({ paymentId, items: [{ paymentTransactionId: `${paymentId}1`, paidPrice: "100.00" }] });
    return { paymentId, item: `${paymentId}1` };
  }
  const sends = (wanted) => paced.sandbox.journal().filter(({ path }) => path === wanted);
});

test("the report opens in Excel, also where semicolons separate", { timeout: 60_000 }, async () => {
  const names = ["plain", "=1+1", "+1", "-1", "@SUM(1)", 'a;=cmd|"x"', "b,=1", 'c;"=1"', 'd,""@x', "e; -2"];
  const lines = names.map((name, n) => [paymentOf(n), itemOf(n, 2), "0.10", "TRY", name]);
  const file = [HEADER.replaceAll(",", ";"), ...lines.map((cells) => cells.map(quoted).join(";"))].join("\r\n");
  const { status, body } = await operator.post("/api/bulk", `\uFEFF${file}`);
  assert.equal(status, 202, JSON.stringify(body));
  await finished(operator, body.bulkId);
  for (const [language, separator] of [["tr-TR,tr", ";"], ["en-GB", ","]]) {
    const url = `${desk.url}/api/bulk/${body.bulkId}/report`;
    const token = (await operator.post("/api/session", desk.operators[0])).body.token;
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}`, "accept-language": language } });
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf], "Excel reads it as UTF-8");
    const text = new TextDecoder().decode(bytes);
    const rows = openedBySpreadsheet(text, separator);
    assert.deepEqual(rows[0], ["line", ...HEADER.split(","), "outcome", "detail"]);
    for (const [n, row] of rows.slice(1).entries()) {
      assert.equal(row.length, 8, row.join("|"));
      // Exactly as they were sent: nothing is rounded, and no point becomes a comma.
      assert.deepEqual(row.slice(0, 5), [String(n + 2), ...lines[n].slice(0, 4)]);
      assert.equal(row[5].replaceAll("'", ""), names[n]);
    }
    for (const other of [",", ";", "\t"]) for (const row of openedBySpreadsheet(text, other)) row.forEach(isNoFormula);
  }
});

describe("what needs no desk", async () => {
  const { parseLines } = await source("bulk/lines.ts");
  const { pack, sizeOf, LARGEST_BATCH, LARGEST_MESSAGE } = await source("bulk/batches.ts");
  const { reportOf } = await source("bulk/report.ts");

  test("five thousand lines go into batches that the queue takes", () => {
    const wide = "9".repeat(150);
    const file = [HEADER, ...Array.from({ length: 5_000 }, (_, n) => `${paymentOf(n)},${wide}${n},1.00,TRY,${"b".repeat(200)}-${n}`)].join("\n");
    assert.ok(file.length < 2 * 1024 * 1024);
    const { lines } = parseLines(file, "tr");
    const messages = lines.map(({ number, paymentId, draft }) => ({ bulkId: "0".repeat(64), operator: "kasa-1", number, paymentId, draft }));
    checkBatches(messages);
    // Some of them are a hundred times the size of others.
    checkBatches(messages.map((message, n) => ({ ...message, operator: "ş".repeat(n % 7 === 0 ? 30_000 : 10) })));
    const { tooLarge } = pack([{ ...messages[0], operator: "ş".repeat(64_000) }]);
    assert.equal(tooLarge.length, 1);

    function checkBatches(all) {
      const { batches, tooLarge } = pack(all);
      assert.equal(tooLarge.length, 0);
      assert.deepEqual(batches.flat(), all, "each once, in their order");
      for (const [n, batch] of batches.entries()) {
        // As the queue counts: bytes of JSON, and about a hundred of its own.
        const sizes = batch.map((message) => Buffer.byteLength(JSON.stringify(message)) + 100);
        const total = sizes.reduce((sum, size) => sum + size, 0);
        assert.ok(batch.length <= 100 && total <= 256_000 && Math.max(...sizes) <= 128_000, `${batch.length} of ${total} bytes`);
        const next = batches[n + 1]?.[0];
        if (next) assert.ok(batch.length === 100 || batch.reduce((sum, one) => sum + sizeOf(one), sizeOf(next)) > LARGEST_BATCH, "a batch is filled");
      }
      assert.ok(LARGEST_BATCH <= 256_000 && LARGEST_MESSAGE <= 128_000);
    }
  });

  test("two megabytes of anything are read at once", () => {
    const size = 2_000_000;
    for (const text of ["\n".repeat(size), '"'.repeat(size), `"${"a".repeat(size)}"`, ",".repeat(size), `"${"a\n".repeat(size / 2)}`, '",'.repeat(size / 2)]) {
      const began = performance.now();
      const { refusal } = parseLines(`${HEADER}\n${text}`, "tr");
      assert.ok(refusal.issues.length > 0 && refusal.issues.length <= 100);
      assert.ok(performance.now() - began < 2_000, `${performance.now() - began} ms for ${text.slice(0, 3)}`);
    }
  });

  test("what a bank or iyzico writes becomes no formula, whichever way the report is split", () => {
    const signs = ["=", "+", "-", "@", "\uFF1D"];
    const before = ["", ";", ",", "\t", "\n", "\r", "; ", ';"', ',""', "\r\n "];
    const hostile = signs.flatMap((sign) => before.map((lead) => `x${lead}${sign}cmd|' /C calc'!A0`).concat(before.map((lead) => `${lead}${sign}1`)));
    for (const start of ["\tx", "\rx", "\nx"]) hostile.push(start);
    const lines = hostile.map((detail, n) => ({ number: n + 2, cells: ["1", "2", "5.10", "TRY", detail], state: "failure", detail }));
    for (const separator of [",", ";"]) {
      const text = reportOf(lines, separator);
      const rows = openedBySpreadsheet(text, separator);
      assert.equal(rows.length, lines.length + 1);
      for (const row of rows.slice(1)) assert.deepEqual([row.length, row[3]], [8, "5.10"]);
      for (const other of [",", ";", "\t"]) for (const row of openedBySpreadsheet(text, other)) row.forEach(isNoFormula);
    }
  });

  test("a cell may hold quotes and separators; a row names its operation", () => {
    const of = (...rows) => parseLines([`${HEADER},operation`, ...rows].join("\n"), "en");
    const [line] = of('1,2,"5.00",TRY,"a ""b"", c;d",').lines;
    assert.deepEqual(line.cells, ["1", "2", "5.00", "TRY", 'a "b", c;d', ""]);
    assert.deepEqual(
      of("1,2,5.00,TRY,a,refund", "1,,5.00,TRY,b,refundV2", "1,,,,c,cancel").lines.map(({ draft }) => draft.operation),
      ["refund", "refundV2", "cancel"],
    );
    const issuesOf = (row) => of(row).refusal.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
    assert.deepEqual(issuesOf("1,,5.00,TRY,a,"), ["2.paymentTransactionId empty"], "a forgotten item makes no refund by amount");
    assert.deepEqual(issuesOf("1,2,5.00,TRY,a,refundV2"), ["2.paymentTransactionId unknown_field"]);
    assert.deepEqual(issuesOf("1,,5.00,,a,cancel"), ["2.price unknown_field"]);
    assert.deepEqual(issuesOf("1,2,5.00,TRY,a,toString"), ["2.operation type"]);
  });
});

/** What a spreadsheet makes of a CSV: quotes count only where a cell begins with one. */
function openedBySpreadsheet(text, separator) {
  const rows = [[]];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; at < text.length; at += 1) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
      at += 1;
    }
    while (at < text.length && text[at] !== separator && text[at] !== "\r" && text[at] !== "\n") cell += text[at++];
    rows.at(-1).push(cell);
    if (text[at] === separator) at += 1;
    else if (at < text.length) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      rows.push([]);
    }
  }
  return rows.filter((row) => row.length > 0);
}

function isNoFormula(cell) {
  assert.doesNotMatch(cell, /^[\s"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/, JSON.stringify(cell));
}

async function reportRows(who, bulkId) {
  return (await who.get(`/api/bulk/${bulkId}/report`)).body.trimEnd().split("\r\n");
}

const questions = (paymentId) => desk.sandbox.journal().filter(({ query }) => query.includes(`paymentId=${paymentId}&`) || query.endsWith(`paymentId=${paymentId}`)).length;

/** A file's progress when every line is settled. */
async function finished(who, bulkId, patience = 240_000) {
  let progress;
  await until(async () => {
    progress = (await who.get(`/api/bulk/${bulkId}`)).body;
    return progress.done === progress.total;
  }, patience);
  return progress;
}

const paymentOf = (n) => String(73_000_000 + n);
const itemOf = (n, item) => `${paymentOf(n)}${item}`;

function lineOf(n, name = "bulk", price = `${1 + (n % 9)}.${String(n % 100).padStart(2, "0")}`) {
  const fault = name === "bulk" && n % 5 === 0 ? [...MOVED, ...UNMOVED][(n / 5) % 10] : undefined;
  return { fault, cells: [paymentOf(n % PAYMENTS), itemOf(n % PAYMENTS, 1 + (n % 3)), price, n % 2 ? "TRY" : "", `${name}-${n}`] };
}

const quoted = (text) => (/[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const allRefunds = () => desk.sandbox.allBooks().flatMap(({ items }) => items.flatMap(({ refunds }) => refunds));
