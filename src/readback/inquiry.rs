//! What is known about the question whose answer is weighed.

use super::clock::Times;
use super::verdict::{Absence, Doubt, Landing};
use crate::request::Asked;

/// What is known about the question whose answer is weighed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Inquiry<'a> {
    /// When the request was sent and when iyzico was asked; without them an absence never counts. For a draft that was never
    /// sent, `sent_at` is when it was made: nothing older can be it
    pub times: Option<Times>,
    /// The `terminal.transactionStatus` that was asked, where the answer itself does not repeat the reference
    pub question: Option<&'a Asked>,
}

/// An inquiry about something that was sent, or is about to be.
#[derive(Clone, Copy)]
pub(super) struct Search<'a> {
    pub(super) inquiry: Inquiry<'a>,
    pub(super) was_sent: bool,
}

impl Search<'_> {
    pub(super) fn times(self) -> Option<Times> {
        self.inquiry.times.filter(|times| times.are_milliseconds())
    }

    /// The verdict on a request that is nowhere to be seen: an absence counts only if it is late enough.
    pub(super) fn absence(self, how: Absence, system_time: Option<i64>, lag: i64) -> Result<Landing, Doubt> {
        if self.was_sent {
            let times = self.times().ok_or(Doubt::NoTimes)?;
            times.are_late_enough(system_time, lag)?;
            Ok(Landing::NotLanded(how))
        } else {
            // A copy of an older answer can't rule out what was done since.
            self.times().map_or(Ok(()), |times| times.agrees_with(system_time))?;
            Ok(Landing::Clear(how))
        }
    }
}
