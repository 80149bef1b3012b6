// The screen of a sale at a till.

import type { Desk, Screen } from "../desk/screen";
import { words } from "../language";
import { paymentDay, terminalTime } from "../language/time";
import { isZero, money } from "../money";
import { el } from "../page/element";
import { identifier, type Fact } from "../page/facts";
import type { Question } from "../reversal/confirm";
import { reversalScreen, type Subject, type Tools, type View } from "../reversal/screen";
import { summary } from "../reversal/summary";
import type { FoundSale } from "../worker/contract";
import { firstChoice, isChosen, totalOf, type Choice } from "./choice";
import { saleForm } from "./form";
import { lineList } from "./lines";
import { standingOf, type SaleStanding } from "./standing";

export const saleScreen = (desk: Desk, reference: string | null): Screen => reversalScreen(desk, reference, sale);

function sale({ refresh, ask }: Tools): Subject<FoundSale> {
  let choice = firstChoice();
  return {
    place: "sales",
    words: () => words().sale,
    search: () => ({ label: words().search.sale, hint: words().search.saleHint, check: issuesOf }),
    find: (client, reference) => client.sale(reference),
    view: (found, reference) => view(found, standingOf(found), reference),
    startOver: () => void (choice = firstChoice()),
  };

  function view(found: FoundSale, standing: SaleStanding, reference: string): View {
    return {
      picture: [head(found, standing, reference), lineList(standing.lines, standing.currency)],
      note: null,
      hindering: standing.hindering,
      form: () => {
        // A till does one thing at a time: the worker refuses a second one while the first is in doubt.
        const isOpen = standing.pending.length === 0 && !isZero(standing.whole.refundable);
        return isOpen ? form() : nothingLeft(standing);
      },
      elsewhere: [],
      next: { byItem: null, recorded: () => [] },
    };

    function form(): HTMLElement {
      return saleForm({
        choice,
        reference,
        found,
        standing,
        refresh,
        ask: (draft) => void ask(draft, questionOf(standing, choice, reference)),
      });
    }
  }
}

function issuesOf(reference: string) {
  return reference === "" ? [{ path: [], code: "missing" as const, message: words().search.saleMissing }] : [];
}

function head({ status }: FoundSale, { whole, currency, isVoided }: SaleStanding, reference: string): HTMLElement {
  const w = words().sale;
  const { transactionDateTime, paymentDate, deviceUniqueId, lastFourDigits, paymentId } = status;
  return summary({
    title: w.title,
    id: reference,
    isCancelled: isVoided,
    facts: [
      terminalTime(transactionDateTime) || paymentDay(paymentDate),
      deviceUniqueId && `${w.device} ${deviceUniqueId}`,
      lastFourDigits && identifier(`···· ${lastFourDigits}`),
      paymentId && identifier(paymentId),
    ],
    whole,
    refundable: whole.refundable,
    currency,
  });
}

function nothingLeft({ pending }: SaleStanding): HTMLElement {
  const w = words().sale;
  return el("section", { class: "card empty" }, el("p", {}, pending.length === 0 ? w.nothingLeft : w.pending));
}

function questionOf({ currency, whole, lines }: SaleStanding, choice: Choice, reference: string): Question {
  const w = words();
  const isVoid = choice.mode === "terminal.void";
  const amount = money(isVoid ? whole.paid : (totalOf(choice) ?? "0"), currency);
  const chosen = lines.flatMap(({ id, name }): Fact[] => {
    const line = choice.lines.get(id);
    return isChosen(line) ? [[name, w.lines.count(line.quantity)]] : [];
  });
  return {
    title: isVoid ? w.confirm.voidTitle : w.confirm.refundTitle(amount),
    text: isVoid ? w.confirm.cancelText(amount) : w.confirm.refundText,
    facts: [[w.references.sale, identifier(reference)], ...(isVoid ? [] : chosen)],
    yes: isVoid ? w.confirm.voidYes : w.confirm.refundYes(amount),
    isGrave: isVoid,
  };
}
