//! Whether a refund or void at a till was carried out, by what the status query says of its own reference.

use alloc::vec;

use super::clock::SUMMARY_LAG;
use super::picture::State;
use super::{Absence, Doubt, Evidence, Landing, Reconciliation, Weighing, owned};
use crate::answer::{Answer, Data, Received};
use crate::draft::asked_for;
use crate::error_codes::TERMINAL_NOT_FOUND;
use crate::field::check::Checked;
use crate::field::rule::{Accepted, Form};
use crate::operation::Operation;
use crate::outcome::{Asked, Verdict};
use crate::terminal::transaction_status::TRANSACTION_STATUS;
use crate::terminal::void::VOID;

pub(super) fn weigh(
    operation: &'static Operation,
    request: Checked,
    received: Received<'_>,
    weighing: Weighing<'_>,
) -> Reconciliation {
    let price = price(&request);
    let asked = Asked {
        operation: &TRANSACTION_STATUS,
        // The answer must be about this operation; the question had a conversationId and till of its own.
        values: request.only(&["transactionReferenceId", "paymentId"]),
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
            Ok((Landing::Landed, Some(evidence)))
        }
        Verdict::Failure { error, .. } if TERMINAL_NOT_FOUND.contains(&error.code()) => {
            if !matches!(answer.http_status(), 200..300 | 400) {
                return Err(Doubt::HttpStatus);
            }
            let own = asked.values.text("transactionReferenceId");
            if answer.text("transactionReferenceId") != own && !is_asked_by(weighing.inquiry().question, own) {
                return Err(Doubt::OtherQuestion);
            }
            let system_time = answer.integer("systemTime");
            Ok((weighing.absence(Absence::Absent, system_time, SUMMARY_LAG)?, None))
        }
        Verdict::Failure { .. } => Err(Doubt::Refused),
        Verdict::Unknown { reason, .. } => Err(reason.into()),
    }
}

/// Whether the question asked about this reference, and nothing else that may be unknown.
fn is_asked_by(question: Option<&str>, own: Option<&str>) -> bool {
    let question = question.and_then(|body| asked_for(&TRANSACTION_STATUS, body, Form::Asked).ok());
    question.is_some_and(|question| own.is_some() && question.text("transactionReferenceId") == own)
}

/// What a refund's lines give back in all; `None` for a void, which is of the whole sale.
fn price(request: &Checked) -> Option<i128> {
    let Some(Accepted::Items(lines)) = request.value("saleItems") else {
        return None;
    };
    let amount = |line: &Checked| match line.value("returnAmount").or_else(|| line.value("totalPriceAmount")) {
        Some(Accepted::Amount(amount)) => Some(amount.units()),
        _ => None,
    };
    lines.iter().map(amount).sum()
}

fn evidence(operation: &Operation, data: &Data) -> Evidence {
    let host_reference = match operation.name() == VOID.name() {
        true => "cancelHostReference",
        false => "refundHostReference",
    };
    Evidence {
        reference: owned(data.text("transactionReferenceId")),
        payment_id: owned(data.text("paymentId")),
        currency: owned(data.text("currency")),
        created_date: owned(data.text("transactionDateTime")),
        host_reference: owned(data.text(host_reference)),
        state: Some(State::CarriedOut),
        ..Evidence::default()
    }
}
