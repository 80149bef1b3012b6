// Faults of a page of the day's list, besides those of all answers. They don't change a refusal.

import { isDay } from "./calendar.mjs";
import { daysListed } from "./day-list.mjs";

const LONGEST_AGE_MS = 7 * 86_400_000;

/*
 * As in faults.mjs. An empty list of another day cannot be told from the true one, so that a day is chosen only if it has rows on that
 * page; a day that is named is taken whatever it has.
 */
export const LIST_FAULTS = {
  // Another page, as its currentPage says: the next one, or the one that is named.
  "list-other-page": { carriedOut: true, checkArg: (arg) => /^(?:[1-9]\d{0,8})?$/.test(arg), change: ofList(otherPage) },
  // The rows of another day: of the latest before it, or else of any.
  "list-other-day": { carriedOut: true, checkArg: (arg) => arg === "" || isDay(arg), change: ofList(otherDay) },
  // The rows of the page before come again, as if they were of this page.
  "list-page-again": { carriedOut: true, checkArg: (arg) => arg === "", change: ofList(pageAgain) },
  // A copy of the list as it was so many milliseconds ago: "MS" or "MS:fresh" says that it is of now, "MS:old" that it isn't.
  "list-old-copy": { carriedOut: true, checkArg: isAge, change: ofList(oldCopy) },
};

function isAge(arg) {
  const [, age] = /^(\d{1,12})(?::(?:old|fresh))?$/.exec(arg) ?? [];
  return Number(age) <= LONGEST_AGE_MS;
}

function ofList(change) {
  return (given) => (given.answer.fields.status === "success" ? change(given) : given.answer);
}

function otherPage(given) {
  return asking(given, { page: given.arg || String(Number(given.call.field("page")) + 1) });
}

function otherDay(given) {
  const { answer, call, caller, world, arg } = given;
  const onDay = (day) => asking(given, { transactionDate: day });
  if (arg) return onDay(arg);
  const asked = call.field("transactionDate");
  const days = daysListed(caller, world).filter((day) => day !== asked);
  const nearest = [...days.filter((day) => day < asked), ...days.filter((day) => day > asked)];
  return nearest.map(onDay).find(({ fields }) => fields.transactions?.length > 0) ?? answer;
}

function pageAgain(given) {
  const page = Number(given.call.field("page"));
  if (page === 1) return given.answer;
  const { transactions } = asking(given, { page: String(page - 1) }).fields;
  return { ...given.answer, fields: { ...given.answer.fields, transactions } };
}

function oldCopy(given) {
  const [age, time = "fresh"] = given.arg.split(":");
  const then = given.world.now() - Number(age);
  const copy = asking({ ...given, world: { ...given.world, now: () => then } }, {});
  const { systemTime } = time === "old" ? copy.fields : given.answer.fields;
  return { ...copy, fields: { ...copy.fields, systemTime } };
}

/** The answer to the same question with other fields. */
function asking({ route, call, caller, world }, changes) {
  return route.ask({ ...call, field: (name) => changes[name] ?? call.field(name) }, caller, world);
}
