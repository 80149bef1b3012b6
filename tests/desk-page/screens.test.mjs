// Checks every screen with axe, on a laptop and a phone, light and dark. Saves screenshots in target/desk-screens.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { askRefund, find, openDesk, outcome, signIn } from "./support/open.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FOLDER = fileURLToPath(new URL("../../target/desk-screens/", import.meta.url));
const READ_BACK = "/v2/reporting/payment/details";
const REFUND = "/payment/refund";
const HEADER = "paymentId,paymentTransactionId,price,currency,conversationId";

const SIZES = {
  laptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};
const LOOKS = [
  { size: "laptop", colorScheme: "light", language: "tr" },
  { size: "laptop", colorScheme: "dark", language: "en" },
  { size: "phone", colorScheme: "light", language: "en" },
  { size: "phone", colorScheme: "dark", language: "tr" },
];

let heard = () => {};
const { desk, sandbox, newPage, newPayment } = await openDesk({
  log: (entry) => heard(entry),
  settings: { BULK_PER_MINUTE: "6000" },
});
await mkdir(FOLDER, { recursive: true });

for (const { size, ...look } of LOOKS) {
  test(`${size}, ${look.colorScheme}, ${look.language}`, { timeout: 240_000 }, async (t) => {
    const page = await newPage(t, { ...SIZES[size], ...look, reducedMotion: "reduce", expected: /Failed to load resource/ });
    const shot = (name, options) => inspect(page, `${size}-${look.colorScheme}-${look.language}-${name}`, options);

    await page.waitForSelector("#operator");
    await shot("01-sign-in");
    await page.fill("#operator", "kasa-1");
    await page.fill("#password", "not the password");
    await page.click("#sign-in");
    await page.waitForSelector("#sign-in-problem:not(:empty)");
    await shot("02-sign-in-refused");
    await signIn(page, desk.operators[0]);
    await shot("03-find");

    const { paymentId, items } = newPayment(["1249.90", "349.50", "60.00"], { conversationId: "siparis-1042" });
    await find(page, paymentId);
    await shot("04-payment");
    await askRefund(page, items[0], "249.90");
    await page.click("#confirm-yes");
    await outcome(page, "success");
    await page.waitForSelector(".badge.partly");
    await shot("05-success");
    await page.click("#outcome-again");
    await page.click(`#refund-${items[1]}`);
    await page.fill("#amount", "400");
    await shot("06-too-much");
    await page.fill("#amount", "120.25");
    await page.selectOption("#reason", "BUYER_REQUEST");
    await page.fill("#description", look.language === "tr" ? "Kutusu açılmadan geri geldi" : "Came back unopened");
    await shot("07-form");
    await page.click("#ask");
    await page.waitForSelector("dialog[open]");
    await shot("08-confirm", { isWhole: false });
    sandbox.fault({ fault: "refuse:10246", path: REFUND });
    await page.click("#confirm-yes");
    await outcome(page, "failure");
    await page.waitForSelector(".history .failure");
    await shot("09-failure");
    await page.click("#outcome-again");

    // Another payment: on this one the desk waits until iyzico's records confirm the failure.
    await shot("09b-hindrance");
    const doubted = newPayment(["1249.90", "349.50", "60.00"], { conversationId: "siparis-1043" });
    await find(page, doubted.paymentId);
    sandbox.fault({ fault: "lost", path: REFUND });
    heard = ({ path }) => path === REFUND && sandbox.fault({ fault: "empty200", path: READ_BACK, times: 10_000 });
    await askRefund(page, doubted.items[1], "120.25");
    await page.click("#confirm-yes");
    await outcome(page, "checking");
    await page.waitForSelector(".history .checking");
    await shot("10-checking");
    await outcome(page, "ambiguous", 60_000);
    await page.waitForSelector(".history .ambiguous");
    await shot("11-ambiguous");
    heard = () => {};
    sandbox.clearFaults();
    await page.click("#outcome-look");
    await outcome(page, "success");
    await page.waitForSelector("#stale", { state: "detached" });
    await page.click("#outcome-again");
    await page.check("#mode-cancel", { force: true });
    await shot("12-cancel");
    await page.check("#mode-refundV2", { force: true });
    await shot("13-amount");

    await page.fill("#search", "99999999");
    await page.click("#search-go");
    await page.waitForSelector(".empty[role=alert]");
    await shot("14-not-found");

    const whole = newPayment(["89.90"]);
    await find(page, whole.paymentId);
    await page.check("#mode-cancel", { force: true });
    await page.click("#ask");
    await shot("15-confirm-cancel", { isWhole: false });
    await page.click("#confirm-yes");
    await outcome(page, "success");
    await page.waitForSelector(".badge.cancelled");
    await shot("16-cancelled");

    const sale = sandbox.createSale({
      lines: [
        { name: "Türk kahvesi 250 g", quantity: 3, unitPrice: "41.15", vatRate: 1 },
        { name: "Fincan", quantity: 2, unitPrice: "60.00" },
        { name: "Hediye paketi", unitPrice: "7.50" },
      ],
    });
    await page.click("#to-sales");
    await page.waitForSelector("h1");
    await shot("17-find-sale");
    await find(page, sale.transactionReferenceId);
    await page.fill(`#quantity-${sale.lines[0].id}`, "2");
    await page.fill(`#quantity-${sale.lines[1].id}`, "5");
    await shot("18-sale");

    await page.click("#to-sending");
    await page.waitForSelector("#sending");
    await shot("18b-sending");

    await page.click("#to-bulk");
    await page.waitForSelector("#file", { state: "attached" });
    await shot("19-bulk");
    await choose(page, [
      HEADER,
      `${paymentId},${items[0]},5.00,TRY,iade-1`,
      `${paymentId},${items[0]},05,TL,iade-2`,
      `${paymentId},${items[0]},1.00,TRY`,
    ]);
    await page.waitForSelector(".table");
    await shot("20-bulk-invalid");
    const rows = Array.from({ length: 60 }, () => newPayment(Array(2).fill("12.50"))).flatMap(({ paymentId: id, items: list }) =>
      list.map((item) => `${id},${item},12.50,TRY,bulk-${size}-${look.colorScheme}-${item}`),
    );
    // The last of a payment: what comes after a refusal waits until iyzico's records confirm it.
    for (const row of rows.filter((_, index) => index % 2 === 1).slice(0, 9))
      sandbox.fault({ fault: "refuse:10246", conversationId: row.split(",").at(-1), path: REFUND });
    await choose(page, [HEADER, ...rows]);
    await page.waitForSelector("#start-bulk");
    await shot("21-bulk-valid");
    await page.click("#start-bulk");
    await page.waitForSelector("dialog[open]");
    await shot("22-bulk-confirm", { isWhole: false });
    await page.click("#confirm-yes");
    await page.waitForFunction(() => Number(document.querySelector("#bulk-progress")?.getAttribute("aria-valuenow")) > 20);
    await shot("23-bulk-running");
    await page.waitForSelector('.progress[data-state="done"]', { timeout: 60_000 });
    await shot("24-bulk-done");
  });
}

async function choose(page, lines) {
  await page.setInputFiles("#file", { name: "iadeler.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
}

/** Takes a screenshot, checks that nothing overflows the page, and runs axe. */
async function inspect(page, name, { isWhole = true } = {}) {
  const scrolled = await page.evaluate(() => [scrollX, scrollY]);
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `${FOLDER}${name}.png`, fullPage: isWhole, animations: "disabled" });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than the screen`);

  // Evaluated by the debugger, which the page's policy does not stop.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const faults = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("; ")}`);
  assert.deepEqual(faults, [], name);
  await page.evaluate(([x, y]) => scrollTo(x, y), scrolled);
}
