// Plays worlds and checks every verdict of the package: a seed draws what is sent and what others do, the simulator what it shows of it.
//
// Nothing here knows the package's rules. Only the simulator's books decide whether a verdict is right.

import { Iyzico, IyzicoTerminal, IyzicoTerminalLogin, refundable } from "../../../pkg/inline.js";
import { FAULTS_OF } from "../../../www-example/sandbox/fault-queue.mjs";
import { createSandbox } from "../../../www-example/sandbox/index.mjs";
import { parseAmount } from "../../../www-example/sandbox/money.mjs";
import { Random } from "../../../www-example/sandbox/random.mjs";
import { exchangeAt } from "./package-callers.mjs";
import { drawPanel, drawRequests, drawShop, MERCHANT, PAYMENT, USER } from "./package-worlds-draw.mjs";
import { HOUR, MINUTE, NOON } from "./unkind-shop.mjs";

/** The times of read-back, after noon. At the last one every lag is over. */
const END = 5 * HOUR;
const ASKED = [...[0, 4, 5, 8, 16, 27, 36, 57, 90].map((minutes) => minutes * MINUTE), END, END, END, END];
/** The longest lag of an answer. precheck doesn't wait, so its verdicts are checked only after this lag. */
const SHOWN_MS = 32 * MINUTE;

/**
 * Plays the world of a seed. `said`: each verdict and whether the books contradict it; `undecided`: requests that no answer decided though
 * nothing hides them for good; `tooMuch`: how often `refundable` was more than is left.
 */
export async function playWorld(unkind) {
  const world = new World(unkind);
  try {
    await world.open();
    await world.play();
    return world.judged();
  } finally {
    await world.close();
  }
}

class World {
  #random;
  #sandbox;
  #callers;
  #requests = [];
  #said = [];
  #tooMuch = 0;
  #hasNamelessRow = false;

  constructor(unkind) {
    this.#random = new Random(unkind.seed, "package");
    this.#sandbox = createSandbox({ now: () => NOON, unkind: { random: true, ...unkind }, shop: drawShop(this.#random) });
  }

  async open() {
    const { url: baseUrl } = await this.#sandbox.listen();
    const { apiKey, secretKey } = MERCHANT;
    this.#callers = { card: new Iyzico({ apiKey, secretKey, baseUrl }), terminal: await this.#logIn(baseUrl) };
  }

  close() {
    return this.#sandbox.close();
  }

  async play() {
    const moments = [
      ...drawRequests(this.#random, this.#sandbox.books(PAYMENT).items).map(({ at, ...request }) => ({ at, work: () => this.#send(request) })),
      ...drawPanel(this.#random).map(({ at, ...order }) => ({ at, work: () => this.#refundInPanel(order) })),
      ...ASKED.map((at) => ({ at, work: () => this.#ask() })),
    ];
    for (const { at, work } of moments.sort((a, b) => a.at - b.at)) {
      this.#sandbox.setClock({ advanceBy: NOON + at - this.#sandbox.now() });
      await work();
    }
  }

  /** Call it when nothing can land any more. */
  judged() {
    const said = this.#said.map(({ sent, movedByThen, ...verdict }) => {
      const moved = this.#movements(sent);
      return { ...nameOf(sent), ...verdict, isWrong: isWrong(verdict, { movedByThen, moved }) };
    });
    const undecided = this.#requests.filter((sent) => !sent.isDecided && !this.#isHiddenForGood(sent));
    return { requests: this.#requests.length, said, undecided: undecided.map(nameOf), tooMuch: this.#tooMuch };
  }

  async #logIn(baseUrl) {
    const { clientId, clientSecret, username, password } = USER;
    const login = new IyzicoTerminalLogin({ clientId, clientSecret, baseUrl });
    const step = async (request) => login.read(request, await this.#exchange(request)).data;
    const { code } = await step(login.authorize({ username, password, request_timestamp: "1766660749" }));
    const { access_token: accessToken } = await step(login.token({ code }));
    return new IyzicoTerminal({ accessToken, baseUrl });
  }

  #exchange(request) {
    return exchangeAt(request, { sentAt: this.#sandbox.now() });
  }

  async #send({ operation, params, times }) {
    const [side, name] = operation.startsWith("terminal.") ? operation.split(".") : ["card", operation];
    const caller = this.#callers[side];
    const request = caller[name](params);
    const sent = { side, request, sentAt: this.#sandbox.now(), id: params.transactionReferenceId ?? params.conversationId, isDecided: false };
    this.#requests.push(sent);
    const answers = [];
    for (let time = 0; time < times; time += 1) answers.push(await this.#exchange(request));
    // The second answer may be a refusal although the first request was carried out; a caller has one of them only.
    if (times === 1) this.#say(sent, "read", caller.read(request, answers[0]));
  }

  #refundInPanel({ agoMs, conversationId, ...order }) {
    try {
      this.#sandbox.panelRefund({ paymentId: PAYMENT, agoMs, conversationId, ...order });
      // It may be a request of the same amount, unless it is older than a date without a zone could hide.
      this.#hasNamelessRow ||= conversationId === undefined && agoMs < 4 * HOUR;
    } catch (error) {
      if (!error.message.startsWith("the panel refuses")) throw error;
    }
  }

  async #ask() {
    const { card, terminal } = this.#callers;
    const question = card.paymentDetails({ paymentId: PAYMENT });
    const askedAt = this.#sandbox.now();
    const answer = await this.#exchange(question);
    this.#sayWhatIsLeft(card.read(question, answer));
    for (const sent of this.#requests) {
      if (sent.side === "card") this.#settle(sent, answer, { askedAt });
      // A till's token is good for two hours.
      else if (askedAt < NOON + 2 * HOUR - MINUTE) {
        const question = terminal.transactionStatus({ transactionReferenceId: sent.id });
        this.#settle(sent, await this.#exchange(question), { askedAt, question });
      }
    }
  }

  #settle(sent, answer, { askedAt, question }) {
    const caller = this.#callers[sent.side];
    const { request, sentAt } = sent;
    const known = { askedAt, ...(question && { question }) };
    const found = caller.reconcile(request, answer, { ...known, sentAt });
    sent.isDecided ||= found.verdict !== "ambiguous";
    this.#say(sent, "reconcile", found);
    if (askedAt - sentAt >= SHOWN_MS) this.#say(sent, "precheck", caller.precheck(request, answer, { ...known, draftedAt: sentAt }));
  }

  #say(sent, by, { verdict, status, reason, advice }) {
    this.#said.push({ by, verdict: verdict ?? status, reason: reason ?? advice ?? "", sent, movedByThen: this.#movements(sent) });
  }

  #sayWhatIsLeft(details) {
    const { cancelLists, missing, charged } = this.#sandbox.unkind(PAYMENT);
    const isHidden = cancelLists === "null" || missing.includes("paymentStatus") || missing.includes("phase") || charged === "hidden";
    if (details.status !== "success" || details.httpStatus >= 300 || isHidden || this.#sandbox.now() < NOON + END) return;
    const claims = refundable(details.data).flatMap((payment) => [payment, ...payment.items]);
    const { left, items } = this.#sandbox.books(PAYMENT);
    const truths = [left, ...items.map((item) => item.left)];
    if (claims.some((claim, at) => parseAmount(claim.refundable) > parseAmount(truths[at]))) this.#tooMuch += 1;
  }

  /** How often money has moved by the request. */
  #movements({ request }) {
    return this.#sandbox.journal().filter(({ moneyMoved, body }) => moneyMoved && body === request.body).length;
  }

  /** Whether the payment's modes, or other people's refunds, hide a request's fate for good. */
  #isHiddenForGood(sent) {
    const moved = this.#movements(sent);
    if (moved > 1) return true;
    if (sent.side === "terminal") return false;
    const modes = this.#sandbox.unkind(PAYMENT);
    const isCharged = sent.request.operation === "refundChargedFromMerchant";
    return (
      (isCharged && (moved === 0 || modes.charged === "hidden")) ||
      this.#hasNamelessRow ||
      modes.ids !== "exact" ||
      modes.rows !== "refunds" ||
      modes.refundLists !== "full" ||
      modes.cancelLists !== "full" ||
      (modes.summary !== "true" && modes.summaryForMs === null) ||
      modes.failedRows === "pending" ||
      (modes.failedRows === "failed" && this.#sandbox.journal().some(leavesDoubtfulRow)) ||
      modes.missing.some((name) => !NEEDLESS.includes(name))
    );
  }
}

/** Fields that no decision needs. */
const NEEDLESS = ["currencyCode", "isAfterSettlement", "phase", "paymentStatus", "systemTime"];

const nameOf = ({ request, id }) => ({ request: `${request.operation} ${id}` });

/** `movedByThen`: how often money had moved when it was said; `moved`: in the end. */
function isWrong({ verdict }, { movedByThen, moved }) {
  if (["success", "landed"].includes(verdict)) return movedByThen === 0;
  return ["failure", "not-landed", "clear"].includes(verdict) && moved > 0;
}

/** Whether a request was refused by an unlisted code: its row then says neither that it failed nor that it was carried out. */
function leavesDoubtfulRow({ fault }) {
  const name = fault?.split(":")[0];
  return name !== "refuse" && Boolean({ ...FAULTS_OF.card, ...FAULTS_OF.terminal }[name]?.leavesRow);
}
