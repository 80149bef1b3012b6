//! Reads back a refund or void at a till from `transactionStatus` of its own reference.

use super::clock::SUMMARY_LAG;
use super::inquiry::Search;
use super::payment::is_none;
use super::verdict::{Absence, Doubt, Evidence, Landing, Reconciliation, State, non_empty};
use crate::answer::codes::TERMINAL_NOT_FOUND;
use crate::answer::http::{Answer, Received};
use crate::answer::judge::Judge;
use crate::answer::outcome::Verdict;
use crate::operation::Operation;
use crate::operations::terminal::{answers, fields, transaction_status as status};
use crate::request::{Asked, lines};
use crate::table::answer_field::AnswerField;
use crate::table::data::Data;
use crate::table::field::Field;
use crate::table::values::Values;

pub(super) fn weigh(request: &Asked, received: Received<'_>, search: Search<'_>) -> Reconciliation {
    match found(request, received, search) {
        Ok((verdict, evidence)) => Reconciliation::new(verdict, evidence.into_iter().collect()),
        Err(doubt) => Reconciliation::doubt(doubt),
    }
}

fn found(request: &Asked, received: Received<'_>, search: Search<'_>) -> Result<(Landing, Option<Evidence>), Doubt> {
    let answer = Answer::open(received, Operation::TransactionStatus.longest_answer())?;
    let question = search.inquiry.question;
    match Judge::new(&status_of(request.values()), None).judge(&answer)? {
        Verdict::Success(data) => {
            let evidence = evidence(request.operation(), &data);
            // Without the bank's reference, a transaction is under way or was abandoned.
            if evidence.host_reference.is_none() {
                return Err(Doubt::NoHostReference);
            }
            // In the documents the price is the sale's. It can't be less than the refund in any case.
            if let (Some(asked), Some(shown)) = (lines::sum(request.values()), data.amount(&status::PRICE))
                && shown < asked
            {
                return Err(Doubt::OtherAmount);
            }
            // A payment may have several refunds, and it is not documented which of the two ids iyzico searches by.
            if question.is_some_and(|question| !asks_for_it_alone(question, request.values())) {
                return Err(Doubt::OtherQuestion);
            }
            Ok((Landing::Landed, Some(evidence)))
        }
        Verdict::Failure { error, .. } if TERMINAL_NOT_FOUND.contains(&error.code()) => {
            if !matches!(answer.http_status(), 200 | 400) {
                return Err(Doubt::HttpStatus);
            }
            if !is_about(request.values(), &answer, question, error.code()) {
                return Err(Doubt::OtherQuestion);
            }
            let system_time = answer.integer(answers::SYSTEM_TIME.name());
            Ok((search.absence(Absence::Absent, system_time, SUMMARY_LAG)?, None))
        }
        Verdict::Failure { .. } => Err(Doubt::Refused),
        Verdict::Unknown { reason, .. } => Err(reason.into()),
    }
}

/// The question that decides. (The one that was sent may have had its own conversationId and till.)
fn status_of(request: &Values) -> Asked {
    let own = [
        (&status::ASKED_PAYMENT_ID, &fields::PAYMENT_ID),
        (&status::ASKED_REFERENCE, &fields::OWN_REFERENCE),
    ];
    let values = own
        .into_iter()
        .filter_map(|(asked, own): (&'static Field, _)| Some((asked, request.get(own)?.clone())));
    Asked::new(Operation::TransactionStatus, Values::new(values.collect()))
}

/// Whether iyzico found nothing for this operation's own reference, rather than for another id or till.
fn is_about(request: &Values, answer: &Answer<'_>, question: Option<&Asked>, code: &str) -> bool {
    let id = |own, shown: &AnswerField, asked| Id {
        own: request.text(own),
        shown: answer.text(shown.name()),
        asked: question.and_then(|question| question.values().text(asked)),
    };
    let reference = id(&fields::OWN_REFERENCE, &status::REFERENCE, &status::ASKED_REFERENCE);
    let payment = id(&fields::PAYMENT_ID, &status::PAYMENT_ID, &status::ASKED_PAYMENT_ID);
    let till = id(
        &fields::DEVICE_UNIQUE_ID,
        &status::DEVICE_UNIQUE_ID,
        &fields::ANY_DEVICE_UNIQUE_ID,
    );

    let names_it = reference.shown == reference.own || reference.asked == reference.own;
    let is_elsewhere = [&payment, &till]
        .iter()
        .any(|id| !id.is_own_or_none(id.shown) || !id.is_own_or_none(id.asked));
    // This code is about a paymentId in the question.
    let is_of_payment = code == NO_PAYMENT && !question.is_some_and(|question| asks_for_it_alone(question, request));
    let is_status = question.is_none_or(|question| question.operation() == Operation::TransactionStatus);
    is_status && names_it && reference.is_own_or_none(reference.asked) && !is_elsewhere && !is_of_payment
}

/// Whether it is a status question with the request's own reference and without a payment.
fn asks_for_it_alone(question: &Asked, request: &Values) -> bool {
    let asked = question.values();
    let reference = asked.text(&status::ASKED_REFERENCE);
    question.operation() == Operation::TransactionStatus
        && reference == request.text(&fields::OWN_REFERENCE)
        && asked.get(&status::ASKED_PAYMENT_ID).is_none()
}

/// An id as sent, as the answer shows it, and as the question has it.
struct Id<'a> {
    own: Option<&'a str>,
    shown: Option<&'a str>,
    asked: Option<&'a str>,
}

impl Id<'_> {
    fn is_own_or_none(&self, id: Option<&str>) -> bool {
        id.is_none() || id == self.own
    }
}

/// "No payment with this paymentId".
const NO_PAYMENT: &str = "380107";

fn evidence(operation: Operation, data: &Data) -> Evidence {
    let host_reference = match operation {
        Operation::TerminalVoid => &answers::CANCEL_HOST_REFERENCE,
        _ => &status::REFUND_HOST_REFERENCE,
    };
    Evidence {
        reference: non_empty(data.text(&status::REFERENCE)),
        payment_id: non_empty(data.text(&status::PAYMENT_ID)),
        currency: non_empty(data.text(&answers::CURRENCY)),
        created_date: non_empty(data.text(&answers::TRANSACTION_DATE_TIME)),
        host_reference: non_empty(data.text(host_reference).filter(|reference| is_reference(reference))),
        id: None,
        payment_transaction_id: None,
        amount: None,
        state: State::CarriedOut,
    }
}

/// Whether a text is a bank's reference, and not a system's way to write "none".
fn is_reference(text: &str) -> bool {
    !is_none(text) && text.bytes().any(|byte| byte.is_ascii_alphanumeric() && byte != b'0')
}
