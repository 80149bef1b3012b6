//! The times of read-back, in epoch milliseconds: when the request and the question were sent, and iyzico's dates.

use time::format_description::well_known::Iso8601;
use time::{OffsetDateTime, PrimitiveDateTime, UtcOffset};

use super::verdict::Doubt;
use crate::json::read_integer;
use crate::table::rule::is_milliseconds;

/// When a request was sent and when iyzico was asked about it, by the host's clock.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Times {
    /// Just before the request was sent
    pub sent_at: i64,
    /// Just before the question was sent
    pub asked_at: i64,
}

/// The longest time until iyzico's summary of a payment shows a landed request: an assumption, see SECURITY.md.
pub(super) const SUMMARY_LAG: i64 = 5 * MINUTE;

/// The longest time until iyzico's lists show a landed request. They decide if the summary would be the same without it. An
/// assumption, see SECURITY.md.
pub(super) const LIST_LAG: i64 = 30 * MINUTE;

/// A row may be dated this much before its request was sent: iyzico's clock and the host's need not agree to the minute.
pub(crate) const DATE_TOLERANCE: i64 = 10 * MINUTE;

/// If two clocks differ by more, one is wrong or the answer is an old copy.
pub(crate) const SKEW: i64 = 2 * MINUTE;

const MINUTE: i64 = 60_000;

impl Times {
    /// Whether both are in milliseconds. In seconds, every answer would look late.
    pub(super) const fn are_milliseconds(self) -> bool {
        is_milliseconds(self.sent_at) && is_milliseconds(self.asked_at)
    }

    /// Fails unless both clocks show that `lag` has passed since the request was sent: only then does an absence count.
    pub(super) fn are_late_enough(self, system_time: Option<i64>, lag: i64) -> Result<(), Doubt> {
        self.agrees_with(system_time)?;
        let system_time = system_time.unwrap_or(self.asked_at);
        if self.asked_at.min(system_time).saturating_sub(self.sent_at) < lag {
            return Err(Doubt::TooEarly);
        }
        Ok(())
    }

    /// Fails if the answer's clock is not near the host's: one of them is wrong, or the answer is an old copy.
    pub(super) fn agrees_with(self, system_time: Option<i64>) -> Result<(), Doubt> {
        if system_time.is_some_and(|time| time.abs_diff(self.asked_at) > SKEW.unsigned_abs()) {
            return Err(Doubt::ClockSkew);
        }
        Ok(())
    }

    /// Whether a row of this date was made before the request was sent, and so belongs to another.
    pub(super) const fn is_older(self, created_at: i64) -> bool {
        created_at < self.sent_at.saturating_sub(DATE_TOLERANCE)
    }
}

/// Whether a row of this date must be in iyzico's summary by `now`. A recent one need not be.
pub(super) const fn is_in_summary(created_at: i64, now: i64) -> bool {
    created_at <= now.saturating_sub(SUMMARY_LAG + SKEW)
}

/// Reads a date in ISO 8601, or epoch milliseconds; `None` for any other spelling.
///
/// A date without a zone is read as UTC. If it was Turkey's time, three hours ahead, it is read as too late, never as too early.
pub(super) fn read_date(text: &str) -> Option<i64> {
    if let Some(milliseconds) = read_integer(text) {
        return is_milliseconds(milliseconds).then_some(milliseconds);
    }
    read_iso_date(text, UtcOffset::UTC)
}

/// Reads a date in ISO 8601, with `T` or a space before the time, into epoch milliseconds. A date without an offset gets
/// `offset`.
pub(crate) fn read_iso_date(text: &str, offset: UtcOffset) -> Option<i64> {
    let text = text.trim().replacen(' ', "T", 1);
    let date = OffsetDateTime::parse(&text, &Iso8601::PARSING)
        .or_else(|_| PrimitiveDateTime::parse(&text, &Iso8601::PARSING).map(|local| local.assume_offset(offset)))
        .ok()?;
    i64::try_from((date - OffsetDateTime::UNIX_EPOCH).whole_milliseconds()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_spelling_of_a_date() {
        for text in [
            "2025-11-25T19:40:00Z",
            "2025-11-25T19:40:00.000Z",
            "2025-11-25T22:40:00+03:00",
            "2025-11-25T22:40:00.000+0300",
            "2025-11-25T19:40:00",
            "2025-11-25 19:40:00",
            "1764099600000",
        ] {
            assert_eq!(read_date(text), Some(1_764_099_600_000), "{text}");
        }
        for text in [
            "",
            "Nov 25, 2025 7:40:00 PM",
            "202511251940",
            "20251125194000",
            "2025-13-25T19:40:00Z",
            "1764099600",
            "today",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }

    #[test]
    fn both_clocks_must_say_that_it_is_late() {
        let times = Times {
            sent_at: 1_764_100_000_000,
            asked_at: 1_764_100_000_000 + SUMMARY_LAG,
        };
        assert_eq!(times.are_late_enough(None, SUMMARY_LAG), Ok(()));
        assert_eq!(times.are_late_enough(Some(times.asked_at), SUMMARY_LAG), Ok(()));
        assert_eq!(times.are_late_enough(Some(times.asked_at + SKEW), SUMMARY_LAG), Ok(()));
        assert_eq!(
            times.are_late_enough(Some(times.asked_at - 1), SUMMARY_LAG),
            Err(Doubt::TooEarly)
        );
        assert_eq!(times.are_late_enough(None, SUMMARY_LAG + 1), Err(Doubt::TooEarly));
        for away in [SKEW + 1, -SKEW - 1, i64::MIN / 2, i64::MAX / 2] {
            let system_time = times.asked_at.saturating_add(away);
            assert_eq!(times.are_late_enough(Some(system_time), 0), Err(Doubt::ClockSkew));
        }
    }
}
