//! The times and the question of a read-back.

use super::clock::Times;
use super::verdict::{Absence, Doubt, Landing};
use crate::request::Asked;

/// The times and the question of a read-back.
#[derive(Clone, Copy, Debug, Default)]
pub struct Inquiry<'a> {
    /// When the request was sent and when iyzico was asked; without them an absence never counts. For a draft that was never
    /// sent, `sent_at` is when it was drafted: an older row can't be it
    pub times: Option<Times>,
    /// The `terminal.transactionStatus` that was sent; needed if the answer doesn't repeat the reference
    pub question: Option<&'a Asked>,
}

/// A read-back of a request that was sent, or of a draft before it is sent.
#[derive(Clone, Copy)]
pub(super) struct Search<'a> {
    pub(super) inquiry: Inquiry<'a>,
    pub(super) was_sent: bool,
}

impl Search<'_> {
    pub(super) fn times(self) -> Option<Times> {
        self.inquiry.times.filter(|times| times.are_milliseconds())
    }

    /// The verdict when nothing shows the request. For one that was sent, the absence counts only after `lag` milliseconds.
    pub(super) fn absence(self, how: Absence, system_time: Option<i64>, lag: i64) -> Result<Landing, Doubt> {
        if self.was_sent {
            let times = self.times().ok_or(Doubt::NoTimes)?;
            times.are_late_enough(system_time, lag)?;
            Ok(Landing::NotLanded(how))
        } else {
            // An old copy can't rule out what happened since.
            self.times().map_or(Ok(()), |times| times.agrees_with(system_time))?;
            Ok(Landing::Clear(how))
        }
    }
}
