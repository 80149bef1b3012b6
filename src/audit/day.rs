//! Days by Turkey's clocks, which have been three hours ahead of UTC since 2016, without summer time.

use serde::Serializer;
use time::format_description::well_known::Iso8601;
use time::{Date, OffsetDateTime, PrimitiveDateTime, UtcOffset};

/// The day of a time in epoch milliseconds.
pub(super) fn day_of(time: i64) -> Option<Date> {
    let here = OffsetDateTime::from_unix_timestamp(time.checked_add(AHEAD)?.div_euclid(1000)).ok()?;
    Some(here.date())
}

/// When a row was made, in epoch milliseconds. A date without a zone is one of Turkey's clocks.
pub(super) fn read_date(text: &str) -> Option<i64> {
    let text = text.trim().replacen(' ', "T", 1);
    let date = OffsetDateTime::parse(&text, &Iso8601::PARSING).ok().or_else(|| {
        let local = PrimitiveDateTime::parse(&text, &Iso8601::PARSING).ok()?;
        Some(local.assume_offset(UtcOffset::from_hms(3, 0, 0).ok()?))
    })?;
    i64::try_from(date.unix_timestamp_nanos() / 1_000_000).ok()
}

/// Three hours.
const AHEAD: i64 = 3 * 60 * 60 * 1000;

/// A day as it is written in JSON.
pub(super) fn shown<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(day),
        None => serializer.serialize_none(),
    }
}
