// Turkey's time zone: +03:00 all year, so no time zone data is needed.

const HOUR = 3_600_000;

export const DAY = 24 * HOUR;

/** The wall clock in Istanbul, such as 2026-03-10T12:00:00.000. */
export const istanbulTime = (time) => new Date(time + 3 * HOUR).toISOString().slice(0, -1);

/** The calendar day in Istanbul, which stands in for "the same day": iyzico documents neither its zone nor its hour. */
export const istanbulDay = (time) => istanbulTime(time).slice(0, 10);

/** Whether this is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text) {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** A date as the day's list writes it: yyyy-MM-dd HH:mm:ss, without a zone. */
export const istanbulSeconds = (time) => istanbulTime(time).slice(0, 19).replace("T", " ");

// How createdDate may be written: iyzico's pages say ISO 8601, and its list of a day has no zone.
const DATES = {
  zulu: (time) => new Date(time).toISOString(),
  offset: (time) => `${istanbulTime(time)}+03:00`,
  istanbul: istanbulTime,
  utc: (time) => new Date(time).toISOString().slice(0, -1),
};

export const spelledDate = (time, spelling) => DATES[spelling](time);
