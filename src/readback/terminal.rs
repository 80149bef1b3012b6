//! Whether a refund or void at a till was carried out, by what the status query says of its own reference.

use alloc::vec;

use super::clock::SUMMARY_LAG;
use super::picture::{State, is_none};
use super::{Absence, Doubt, Evidence, Landing, Reconciliation, Weighing, owned};
use crate::answer::{Answer, Data, Received};
use crate::draft::asked_for;
use crate::error_codes::TERMINAL_NOT_FOUND;
use crate::field::check::Checked;
use crate::field::rule::Form;
use crate::operation::Operation;
use crate::outcome::{Asked, Verdict};
use crate::terminal::refund::sum;
use crate::terminal::transaction_status::TRANSACTION_STATUS;
use crate::terminal::void::VOID;

pub(super) fn weigh(
    operation: &'static Operation,
    request: Checked,
    received: Received<'_>,
    weighing: Weighing<'_>,
) -> Reconciliation {
    let price = sum(&request);
    let asked = Asked {
        operation: &TRANSACTION_STATUS,
        // The answer must be about this operation; the question had a conversationId and till of its own.
        values: request.only(&["deviceUniqueId", "transactionReferenceId", "paymentId"]),
        credentials: None,
    };
    match found(operation, &asked, price, received, weighing) {
        Ok((verdict, evidence)) => Reconciliation::new(verdict, evidence.map_or(vec![], |evidence| vec![evidence])),
        Err(doubt) => Reconciliation::doubt(doubt),
    }
}

fn found(
    operation: &'static Operation,
    asked: &Asked<'_>,
    price: Option<i128>,
    received: Received<'_>,
    weighing: Weighing<'_>,
) -> Result<(Landing, Option<Evidence>), Doubt> {
    let answer = Answer::open(received, TRANSACTION_STATUS.longest_answer())?;
    let question = weighing.inquiry().question;
    let question = question.and_then(|body| asked_for(&TRANSACTION_STATUS, body, Form::Asked).ok());
    match asked.judge_answer(&answer)? {
        Verdict::Success(data) => {
            let evidence = evidence(operation, &data);
            // A transaction without the bank's reference is under way, or was given up.
            if evidence.host_reference.is_none() {
                return Err(Doubt::NoHostReference);
            }
            // The answer's price is the sale's in the documents. Either way it can't be less than what went back.
            if let (Some(asked), Some(shown)) = (price, data.units("price"))
                && shown < asked
            {
                return Err(Doubt::OtherAmount);
            }
            // A payment may have had several refunds, and iyzico does not say by which of two ids it looks.
            if question.is_some_and(|question| question.text("paymentId").is_some()) {
                return Err(Doubt::OtherQuestion);
            }
            Ok((Landing::Landed, Some(evidence)))
        }
        Verdict::Failure { error, .. } if TERMINAL_NOT_FOUND.contains(&error.code()) => {
            if !matches!(answer.http_status(), 200 | 400) {
                return Err(Doubt::HttpStatus);
            }
            if !is_about(asked, &answer, question.as_ref(), error.code()) {
                return Err(Doubt::OtherQuestion);
            }
            let system_time = answer.integer("systemTime");
            Ok((weighing.absence(Absence::Absent, system_time, SUMMARY_LAG)?, None))
        }
        Verdict::Failure { .. } => Err(Doubt::Refused),
        Verdict::Unknown { reason, .. } => Err(reason.into()),
    }
}

/// Whether nothing was found under this operation's own reference, and not under another id or at another till.
fn is_about(asked: &Asked<'_>, answer: &Answer<'_>, question: Option<&Checked>, code: &str) -> bool {
    let own = |name| asked.values.text(name);
    let asked_for = |name| question.and_then(|question| question.text(name));
    let is_own_or_none = |shown: Option<&str>, name| shown.is_none() || shown == own(name);
    let reference = "transactionReferenceId";
    let names_it = answer.text(reference) == own(reference) || asked_for(reference) == own(reference);
    let is_elsewhere = ["deviceUniqueId", "paymentId"]
        .iter()
        .any(|name| !is_own_or_none(answer.text(name), name) || !is_own_or_none(asked_for(name), name));
    // This code speaks of a paymentId that was asked for beside the reference.
    let is_of_payment = code == NO_PAYMENT && question.is_none_or(|question| question.text("paymentId").is_some());
    names_it && is_own_or_none(asked_for(reference), reference) && !is_elsewhere && !is_of_payment
}

/// "No payment with this paymentId".
const NO_PAYMENT: &str = "380107";

fn evidence(operation: &Operation, data: &Data) -> Evidence {
    let host_reference = if operation.name() == VOID.name() {
        "cancelHostReference"
    } else {
        "refundHostReference"
    };
    Evidence {
        reference: owned(data.text("transactionReferenceId")),
        payment_id: owned(data.text("paymentId")),
        currency: owned(data.text("currency")),
        created_date: owned(data.text("transactionDateTime")),
        host_reference: owned(data.text(host_reference).filter(|reference| is_reference(reference))),
        id: None,
        payment_transaction_id: None,
        amount: None,
        state: State::CarriedOut,
    }
}

/// Whether a bank's reference is one, and not what systems write where there is none.
fn is_reference(text: &str) -> bool {
    !is_none(text) && text.bytes().any(|byte| byte.is_ascii_alphanumeric() && byte != b'0')
}
