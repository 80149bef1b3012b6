//! Checks verdicts against what happened in a world.

use serde_json::Value;

use crate::truth::MINUTE;
use crate::{Money, TillWorld, World};

impl World {
    /// Whether a verdict of read-back contradicts what happened.
    pub fn contradicts(&self, verdict: &str) -> bool {
        let landings = self.truth.landings();
        match verdict {
            // If it landed twice, one landing may not be listed yet.
            "landed" => landings == 0 || self.shown.own_listed > 1,
            "not-landed" => landings > 0,
            _ => false,
        }
    }

    /// What is wrong with a verdict of read-back. `None` if nothing is, or if the world is beyond the assumed bounds.
    pub fn objection(&self, verdict: &str) -> Option<String> {
        let landings = self.truth.landings();
        if self.shown.is_within && self.contradicts(verdict) {
            return Some(format!("{verdict}, but it landed {landings} times"));
        }
        let right = if landings == 1 { "landed" } else { "not-landed" };
        (self.shown.is_complete && verdict != right)
            .then(|| format!("{verdict}, but the picture is complete and it landed {landings} times"))
    }

    /// What is wrong with a precheck's verdict on the same request as a draft.
    ///
    /// A precheck does not wait, so a landing contradicts `clear` only when iyzico must show it: after thirty minutes, and two
    /// more because the answer may be a copy.
    pub fn objection_to_draft(&self, verdict: &str) -> Option<String> {
        let landings = self.truth.landings();
        let is_late = self.shown.asked_at - self.truth.sent.at >= 32 * MINUTE;
        if self.shown.is_within && is_late && verdict == "clear" && landings > 0 {
            return Some(format!("clear, but it landed {landings} times"));
        }
        let right = if landings == 1 { "landed" } else { "clear" };
        (self.shown.is_complete && verdict != right)
            .then(|| format!("{verdict}, but the picture is complete and it landed {landings} times"))
    }

    /// What is wrong with a result of `refundable`: `{ payments }`, or `None` for a refusal.
    pub fn objection_to_left(&self, claim: Option<&Value>) -> Option<String> {
        let Some(claim) = claim else {
            return self
                .shown
                .is_complete
                .then(|| "refused, but the picture is complete".to_owned());
        };
        let payments = claim["payments"].as_array()?;
        let payment = payments
            .iter()
            .find(|payment| payment["paymentId"] == self.truth.payment.id)?;
        let is_chargeable = self.truth.payment.status == 1 && self.truth.payment.phase != "PRE_AUTH";
        let mut total = Money(0);
        for (item, left) in payment["items"]
            .as_array()?
            .iter()
            .zip(self.truth.left(self.shown.asked_at))
        {
            let left = if is_chargeable { left } else { Money(0) };
            total = total + left;
            if let Some(objection) = self.objection_to_amounts(item, left) {
                return Some(objection);
            }
        }
        self.objection_to_amounts(payment, total)
    }

    fn objection_to_amounts(&self, claim: &Value, left: Money) -> Option<String> {
        let claimed = |name: &str| claim[name].as_str().and_then(Money::read);
        let refundable = claimed("refundable")?;
        if self.shown.is_caught_up && self.shown.shows_status && refundable > left {
            return Some(format!("{refundable} refundable, but {left} left"));
        }
        let is_exact = refundable == left && claimed("doubtful") == Some(Money(0));
        (self.shown.is_complete && !is_exact).then(|| format!("{claim}, but the picture is complete and {left} left"))
    }
}

impl TillWorld {
    /// What is wrong with a verdict of read-back.
    pub fn objection(&self, verdict: &str) -> Option<String> {
        let is_contradicted = matches!((verdict, self.moved), ("landed", false) | ("not-landed", true));
        if self.is_within && is_contradicted {
            return Some(format!(
                "{verdict}, but it was {}carried out",
                if self.moved { "" } else { "not " }
            ));
        }
        let right = if self.moved { "landed" } else { "not-landed" };
        (self.is_complete && verdict != right).then(|| format!("{verdict}, but the answer is complete: {right}"))
    }
}
