//! Read-back, which needs no key.

use wasm_bindgen::prelude::wasm_bindgen;

use super::crossing::{json, recalled, received};
use crate::operation::Operation;
use crate::readback::reconcile::{precheck_received, reconcile_received};
use crate::readback::{self, Doubt, Reconciliation, Times};
use crate::request::Asked;

/// The times and the question of a read-back.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Inquiry {
    times: Option<Times>,
    question: Option<Asked>,
}

#[wasm_bindgen]
impl Inquiry {
    /// Takes when the request was sent (or the draft made) and when iyzico was asked, in epoch milliseconds, and the operation
    /// and body of the question, or neither.
    #[wasm_bindgen(constructor)]
    pub fn new(sent_at: Option<f64>, asked_at: Option<f64>, operation: Option<String>, question: &str) -> Self {
        let times = integer(sent_at).zip(integer(asked_at));
        Self {
            times: times.map(|(sent_at, asked_at)| Times { sent_at, asked_at }),
            question: operation.map(|operation| asked(&operation, question)),
        }
    }

    fn known(&self) -> readback::Inquiry<'_> {
        readback::Inquiry {
            times: self.times,
            question: self.question.as_ref(),
        }
    }
}

/// Whether a request was carried out.
#[wasm_bindgen]
pub fn reconcile(operation: &str, asked: &str, inquiry: Inquiry, status: Option<u16>, text: Option<String>) -> String {
    let received = received(status, text.as_deref());
    weighed(operation, asked, |asked| {
        reconcile_received(asked, received, inquiry.known())
    })
}

/// Whether a draft was carried out before.
#[wasm_bindgen]
pub fn precheck(operation: &str, asked: &str, inquiry: Inquiry, status: Option<u16>, text: Option<String>) -> String {
    let received = received(status, text.as_deref());
    weighed(operation, asked, |asked| {
        precheck_received(asked, received, inquiry.known())
    })
}

fn weighed(operation: &str, asked: &str, weigh: impl FnOnce(&Asked) -> Reconciliation) -> String {
    json(
        &recalled(operation, asked)
            .as_ref()
            .map_or_else(|| Reconciliation::doubt(Doubt::RequestUnreadable), weigh),
    )
}

/// The question. One that can't be read is not the same as none: it may be about another operation.
fn asked(operation: &str, question: &str) -> Asked {
    let Ok(operation) = operation.parse() else {
        return Asked::unreadable(Operation::TransactionStatus);
    };
    Asked::recall(operation, question).unwrap_or_else(|_| Asked::unreadable(operation))
}

/// A safe integer, as in JavaScript.
fn integer(number: Option<f64>) -> Option<i64> {
    let number = number.filter(|number| number.fract() == 0.0 && number.abs() <= MAX_SAFE_INTEGER)?;
    Some(number as i64)
}

const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;
