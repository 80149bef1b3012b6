// Many refunds from a file: checked in the browser, carried out by the queue, reported to the last line.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { openDesk } from "./support/open.mjs";

const LINES = 1_000;
const ITEMS_PER_PAYMENT = 10;
const HEADER = "paymentId,paymentTransactionId,price,currency,conversationId";
const { sandbox, signedIn, newPayment } = await openDesk({ settings: { BULK_PER_MINUTE: "6000" } });

/** Every fault that a refund can meet, with the expected result. */
const FAULTS = [
  "lost",
  "cut",
  "html502",
  "empty200",
  "no-signature",
  "wrong-signature",
  "timeout-code",
  "foreign-answer",
  "refused-before",
  "redirect",
  "refuse:10246",
];

test("a thousand lines with faults on: every line has its outcome, and the books agree", { timeout: 600_000 }, async (t) => {
  const rows = refunds(LINES);
  const faulty = rows.filter((_, index) => index % 10 === 3);
  faulty.forEach(({ conversationId }, index) =>
    sandbox.fault({ fault: FAULTS[index % FAULTS.length], conversationId, path: "/payment/refund" }),
  );

  const page = await signedIn(t, { language: "tr", acceptDownloads: true });
  await page.click("#to-bulk");
  await choose(page, [HEADER, ...rows.map(({ line }) => line)].join("\n"));
  await page.waitForSelector("#start-bulk");
  assert.match(await page.innerText(".file"), /1\.000[^]*1\.250,00\sTL/);
  await page.click("#start-bulk");
  await page.click("#confirm-yes");
  await page.waitForSelector('.progress[data-state="running"]');
  assert.match(await page.innerText(".progress"), /İadeler yapılıyor/);
  assert.equal(await page.getAttribute("#bulk-progress", "aria-valuemax"), String(LINES));

  // The page was closed. The file went on meanwhile.
  await page.reload();
  await page.waitForSelector('.progress[data-state="done"]', { timeout: 500_000 });
  const counts = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[data-count]")].map((one) => [one.dataset.count, one.querySelector("dd").textContent]),
    ),
  );
  const notCarriedOut = faulty.filter((_, index) =>
    ["refused-before", "redirect", "refuse:10246"].includes(FAULTS[index % FAULTS.length]),
  );
  assert.deepEqual(counts, {
    success: String(LINES - notCarriedOut.length),
    failure: String(notCarriedOut.length),
    unknown: "0",
    waiting: "0",
  });

  const report = await downloaded(page);
  assert.ok(report.startsWith("\uFEFFline;paymentId;"), "for Excel in Turkish");
  const reported = report.trim().split(/\r?\n/).slice(1);
  assert.equal(reported.length, LINES);
  const moved = sandbox
    .allBooks()
    .flatMap(({ items }) => items.flatMap(({ refunds: list }) => list.map(({ conversationId }) => conversationId)));
  assert.equal(moved.length, new Set(moved).size, "no line moved money twice");
  for (const { conversationId } of rows) {
    const told = reported.find((line) => line.includes(`;${conversationId};`));
    assert.ok(told, `the report has ${conversationId}`);
    assert.equal(/success/.test(told), moved.includes(conversationId), `${conversationId}: ${told}`);
  }
});

for (const [language, words] of [
  [
    "tr",
    {
      refused: /düzeltilmeden hiçbir satır gönderilmez/,
      columns: "5 yerine 6 sütun var",
      repeats: /^2\. satırda da var/,
      header: /sütun adları şu sırada/i,
      most: /10000[^]*100000/,
      more: "ve 19.900 sorun daha",
      large: /2 MB/,
    },
  ],
  [
    "en",
    {
      refused: /no line is sent until they are corrected/,
      columns: "has 6 columns instead of 5",
      repeats: /^stands in line 2 already/,
      header: /columns must be named, in this order/,
      most: /10000[^]*100000/,
      more: "and 19,900 more",
      large: /2 MB/,
    },
  ],
]) {
  test(`invalid lines are shown before anything is handed over, in ${language}`, async (t) => {
    const asked = [];
    const page = await signedIn(t, { language });
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.click("#to-bulk");
    const [one] = refunds(1);
    await choose(
      page,
      [HEADER, one.line, one.line, `${one.line},6`, "25180208,27169401,05,TL,x-1", '25180208,27169401,5,TRY,"x,""2"'].join(
        "\r\n",
      ) + "\r\n",
    );
    await page.waitForSelector(".table");
    assert.match(await page.innerText(".file"), words.refused);
    const rows = await page
      .locator("tbody tr")
      .evaluateAll((list) => list.map((row) => [...row.cells].map((cell) => cell.textContent)));
    assert.deepEqual(
      rows.map(([line, field]) => [line, field]),
      [
        ["3", "conversationId"],
        ["4", "–"],
        ["5", "price"],
        ["5", "currency"],
      ],
    );
    assert.match(rows[0][2], words.repeats);
    assert.equal(rows[1][2], words.columns);
    assert.equal(await page.locator("#start-bulk").count(), 0);

    await choose(page, "paymentId;price\n1;2\n");
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
    assert.match(await page.innerText("tbody"), words.header);
    await choose(page, "");
    await page.waitForFunction(() => /paymentId,paymentTransactionId/.test(document.querySelector("tbody")?.textContent ?? ""));

    // A bad file shows only its first issues, and a huge file is refused unread.
    await choose(page, `${HEADER}\n${"1,1,x,TL,a\n".repeat(10_000)}`);
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 100);
    assert.ok((await page.innerText(".table")).includes(words.more), await page.innerText(".table p"));
    await choose(page, `${HEADER}\n${"not a line\n".repeat(100_000)}`);
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
    assert.match(await page.innerText("tbody"), words.most);
    await choose(page, `${HEADER}\n${"x".repeat(2_100_000)}`);
    await page.waitForFunction(() => / MB/.test(document.querySelector("tbody")?.textContent ?? ""));
    assert.match(await page.innerText("tbody"), words.large);
    assert.ok(!asked.includes("/api/bulk"));

    // As Excel in Turkish saves it.
    await choose(page, [HEADER, one.line].join("\r\n").replaceAll(",", ";"));
    await page.waitForSelector("#start-bulk");
  });
}

for (const [language, words] of [
  ["tr", { paused: /Toplu iade durakladı[^]*1001/, resume: "Sürdür" }],
  ["en", { paused: /Bulk refunds paused[^]*1001/, resume: "Resume" }],
]) {
  test(`a file that wrong keys have paused says so, and goes on when somebody resumes it, in ${language}`, async (t) => {
    sandbox.fault({ fault: "refuse:1001", path: "/v2/reporting/payment/details", times: 1_000 });
    const rows = refunds(12);
    const page = await signedIn(t, { language });
    await page.click("#to-bulk");
    await choose(page, [HEADER, ...rows.map(({ line }) => line)].join("\n"));
    await page.click("#start-bulk");
    await page.click("#confirm-yes");
    await page.waitForSelector('.progress[data-state="paused"]');
    assert.match(await page.innerText(".progress"), words.paused);
    assert.equal(await page.innerText("#resume"), words.resume);
    sandbox.clearFaults();
    await page.click("#resume");
    await page.waitForSelector('.progress[data-state="done"]', { timeout: 60_000 });
    assert.equal(await page.innerText('[data-count="success"] dd'), "12");
    assert.equal(await page.locator("#resume").count(), 0);
  });
}

test("a file may refund by amount and cancel, too", async (t) => {
  const { paymentId: whole } = newPayment();
  const { paymentId: part } = newPayment();
  const page = await signedIn(t);
  await page.click("#to-bulk");
  await choose(page, [`${HEADER},operation`, `${whole},,,,bulk-cancel,cancel`, `${part},,4.00,TRY,bulk-part,refundV2`, `${part},,,,x,void`].join("\n"));
  await page.waitForSelector(".table");
  assert.match(await page.innerText("tbody"), /4\s+operation/);
  await choose(page, [`${HEADER},operation`, `${whole},,,,bulk-cancel,cancel`, `${part},,4.00,TRY,bulk-part,refundV2`].join("\n"));
  await page.click("#start-bulk");
  await page.click("#confirm-yes");
  await page.waitForSelector('.progress[data-state="done"]', { timeout: 60_000 });
  assert.equal(await page.innerText('[data-count="success"] dd'), "2");
  assert.equal(sandbox.books(whole).cancels.length, 1);
});

test("a file can be dropped on the page", async (t) => {
  const page = await signedIn(t);
  await page.click("#to-bulk");
  const text = [HEADER, ...refunds(2).map(({ line }) => line)].join("\n");
  const files = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "returns.csv", { type: "text/csv" }));
    return data;
  }, text);
  await page.dispatchEvent(".drop", "drop", { dataTransfer: files });
  await page.waitForSelector("#start-bulk");
  assert.match(await page.innerText("#file-title"), /returns\.csv/);
});

test("the same file again refunds nothing again", async (t) => {
  const rows = refunds(5);
  const text = [HEADER, ...rows.map(({ line }) => line)].join("\n");
  const page = await signedIn(t);
  for (let round = 0; round < 2; round += 1) {
    await page.click("#to-bulk");
    await page.waitForSelector("#file", { state: "attached" });
    await choose(page, text);
    await page.click("#start-bulk");
    await page.click("#confirm-yes");
    await page.waitForSelector('.progress[data-state="done"]', { timeout: 60_000 });
  }
  for (const { paymentId } of rows) assert.equal(sandbox.books(paymentId).movements, 5);
});

let made = 0;

/** Refunds of 1.25 each, of items of their own. */
function refunds(count) {
  const rows = [];
  while (rows.length < count) {
    const { paymentId, items } = newPayment(Array(Math.min(ITEMS_PER_PAYMENT, count - rows.length)).fill("2.00"));
    for (const item of items) {
      const conversationId = `bulk-${(made += 1)}`;
      rows.push({ paymentId, conversationId, line: `${paymentId},${item},1.25,TRY,${conversationId}` });
    }
  }
  return rows;
}

async function choose(page, text) {
  await page.setInputFiles("#file", { name: "returns.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
}

async function downloaded(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#report")]);
  return readFile(await download.path(), "utf8");
}
