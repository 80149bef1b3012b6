//! Days in Turkey's time zone: three hours ahead of UTC since 2016, without summer time.

use serde::Serializer;
use time::{Date, OffsetDateTime, UtcOffset};

use crate::readback::clock::read_iso_date;

/// The day of a time in epoch milliseconds.
pub(super) fn day_of(time: i64) -> Option<Date> {
    let utc = OffsetDateTime::from_unix_timestamp(time.div_euclid(1000)).ok()?;
    Some(utc.checked_to_offset(TURKEY)?.date())
}

/// Reads the date of a row into epoch milliseconds. A date without a zone is in Turkey's.
pub(super) fn read_date(text: &str) -> Option<i64> {
    read_iso_date(text, TURKEY)
}

const TURKEY: UtcOffset = match UtcOffset::from_hms(3, 0, 0) {
    Ok(offset) => offset,
    Err(_) => UtcOffset::UTC,
};

/// Writes a day as `YYYY-MM-DD`.
pub(super) fn shown<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(day),
        None => serializer.serialize_none(),
    }
}
