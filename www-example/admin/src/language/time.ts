// Moments as the operator reads them, in iyzico's own time zone: its day decides what can still be cancelled.

import { language } from "./index";

const ZONE = "Europe/Istanbul";

export function dayAndTime(moment: number | string | undefined): string {
  const date = new Date(moment ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return "";
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short", timeZone: ZONE }).format(date);
}

export function isToday(moment: number | string | undefined): boolean {
  const date = new Date(moment ?? Number.NaN);
  return !Number.isNaN(date.getTime()) && day(date) === day(new Date());
}

/** A terminal's clock, which writes no zone: Turkey has kept three hours ahead of UTC since 2016. */
export const terminalTime = (text: string | undefined): string =>
  dayAndTime(text && !/(Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}+03:00` : text);

/** 20261122 as a day. */
export function paymentDay(digits: string | number | undefined): string {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(String(digits)) ?? [];
  if (!year) return "";
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${year}-${month}-${date}`),
  );
}

/** The same day as `digits`, told in iyzico's zone. */
export const isPaymentDayToday = (digits: string | number | undefined): boolean =>
  String(digits) === day(new Date()).replaceAll("-", "");

const day = (date: Date): string => new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: ZONE }).format(date);
