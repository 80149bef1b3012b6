//! Decides what an answer proves about its request.

use super::codes::{Advice, Proof, counts_under, proof};
use super::http::{Answer, ERROR_CODE, ERROR_GROUP, ERROR_MESSAGE, Received, Status};
use super::outcome::{ApiError, Outcome, Reason, Verdict};
use crate::amount::Amount;
use crate::json::Value as Json;
use crate::operation::Operation;
use crate::operations::card::fields::CONVERSATION_ID;
use crate::operations::terminal::refund;
use crate::request::{Asked, lines};
use crate::sign::{Credentials, response};
use crate::table::answer_field::{AnswerField, Echo, Kind};
use crate::table::data::{Data, Datum};
use crate::table::spec::Access;
use crate::table::values::{Value, Values};

/// The request, and the keys that verify its answer.
pub(crate) struct Judge<'a> {
    asked: &'a Asked,
    credentials: Option<&'a Credentials>,
}

impl<'a> Judge<'a> {
    /// `credentials` verify the signature of an answer.
    pub(crate) const fn new(asked: &'a Asked, credentials: Option<&'a Credentials>) -> Self {
        Self { asked, credentials }
    }

    /// Reads the answer; unknown if the operation doesn't belong to `access`.
    pub(crate) fn read(&self, access: Access, received: Received<'_>) -> Outcome {
        let operation = self.operation();
        let verdict = if operation.access() == access {
            Answer::open(received, operation.longest_answer()).and_then(|answer| self.judge(&answer))
        } else {
            Err(Reason::RequestUnreadable)
        };
        let http_status = received.ok().map(|answer| answer.status);
        Outcome::new(Some(operation), http_status, verdict.unwrap_or_else(Verdict::unknown))
    }

    pub(crate) fn judge(&self, answer: &Answer<'_>) -> Result<Verdict, Reason> {
        match (self.operation().access(), answer.status()) {
            (Access::Login, _) => self.login(answer),
            (_, Some(Status::Success)) => self.success(answer),
            (_, Some(Status::Failure)) => self.failure(answer),
            _ => Err(Reason::Malformed),
        }
    }

    fn success(&self, answer: &Answer<'_>) -> Result<Verdict, Reason> {
        if answer.names_an_error(self.operation().access()) {
            return Err(Reason::Contradiction);
        }
        // A signed success counts under any HTTP status. An unsigned one is contradicted by an error status.
        if !self.operation().is_signed() && answer.http_status() >= 400 {
            return Err(Reason::Contradiction);
        }
        let data = answer.data(self.operation().answer())?;
        if self.operation().is_signed() {
            self.verify(&data, answer.text("signature"))?;
        }
        let repeats = |field: &&'static AnswerField| {
            self.echoes(field, data.get(field), false)
                && match field.kind() {
                    Kind::List(fields) => data
                        .list(field)
                        .iter()
                        .all(|row| fields.iter().all(|field| self.echoes(field, row.get(field), false))),
                    _ => true,
                }
        };
        if !self.operation().answer().iter().all(repeats) {
            return Err(Reason::EchoMismatch);
        }
        if !self.repeats_intent(answer) || self.gives_other_sum(&data) {
            return Err(Reason::EchoMismatch);
        }
        Ok(Verdict::Success(data))
    }

    fn failure(&self, answer: &Answer<'_>) -> Result<Verdict, Reason> {
        // A refusal about another payment proves nothing about this one.
        if !self.failure_repeats(answer)? {
            return Err(Reason::EchoMismatch);
        }
        let code = match answer.text(ERROR_CODE) {
            None | Some("" | "0") => return Err(Reason::Malformed),
            Some(code) => code,
        };
        let group = match answer.value(ERROR_GROUP) {
            None | Some(Json::Null) => None,
            Some(Json::Text(group)) => Some(group.as_ref()).filter(|group| !group.is_empty()),
            Some(_) => return Err(Reason::Malformed),
        };
        let error = ApiError {
            code: code.to_owned(),
            group: group.map(ToOwned::to_owned),
            message: answer.text(ERROR_MESSAGE).map(ToOwned::to_owned),
            retryable: answer.flag("retryable"),
        };
        let is_answered = || {
            let name = CONVERSATION_ID.name();
            let asked = self.values().named(name);
            asked.is_some_and(|asked| answer.text(name) == Some(asked.canonical().as_ref()))
        };
        let advice = match proof(self.operation().access(), code, group) {
            Proof::NotDone(advice) => Ok(advice),
            Proof::Unlisted if is_answered() => Ok(Advice::RefusedUnlisted),
            Proof::Unlisted | Proof::Unreadable => Err(Reason::UnlistedCode),
            Proof::Doubtful => Err(Reason::TimeoutCode),
        };
        let advice = advice.and_then(|advice| {
            if counts_under(answer.http_status(), code) {
                Ok(advice)
            } else {
                Err(Reason::HttpStatus)
            }
        });
        Ok(match advice {
            Ok(advice) => Verdict::Failure { error, advice },
            Err(reason) => Verdict::Unknown {
                reason,
                error: Some(error),
            },
        })
    }

    /// Whether everything that a failure repeats of the request is equal to it. It may repeat nothing.
    fn failure_repeats(&self, answer: &Answer<'_>) -> Result<bool, Reason> {
        for field in self.operation().answer() {
            if !matches!(field.echoes(), Echo::None) && !self.echoes(field, answer.datum(field)?.as_ref(), true) {
                return Ok(false);
            }
        }
        Ok(self.repeats_intent(answer))
    }

    /// Whether each value that identifies the request is repeated or left out: an answer that names another payment is about
    /// that one.
    fn repeats_intent(&self, answer: &Answer<'_>) -> bool {
        let mut intent = self.values().iter().filter(|(field, _)| field.is_intent());
        intent.all(|(field, value)| match (value, answer.value(field.name())) {
            (_, None | Some(Json::Null)) | (Value::Items(_), _) => true,
            (Value::Amount(sent), Some(Json::Number(text))) => Amount::from_answer(text) == Some(*sent),
            (Value::Amount(sent), Some(Json::Text(text))) => Amount::from_answer(text) == Some(*sent),
            (sent, _) => answer.text(field.name()) == Some(sent.canonical().as_ref()),
        })
    }

    /// Whether an answer names another amount than the refunded lines add up to.
    fn gives_other_sum(&self, data: &Data) -> bool {
        match (lines::sum(self.values()), data.amount(&refund::PRICE)) {
            (Some(asked), Some(given)) => asked != given,
            _ => false,
        }
    }

    /// The login answers as OAuth does (RFC 6749), except for the errors of its first step.
    fn login(&self, answer: &Answer<'_>) -> Result<Verdict, Reason> {
        let named = |name| answer.text(name).filter(|code| !code.is_empty());
        let Some(code) = named("error").or_else(|| named("errorCode")) else {
            let data = answer.data(self.operation().answer())?;
            return match answer.http_status() {
                200..300 => Ok(Verdict::Success(data)),
                _ => Err(Reason::Contradiction),
            };
        };
        if !counts_under(answer.http_status(), code) {
            return Err(Reason::HttpStatus);
        }
        let advice = match code {
            // The code or refresh token was used before or has expired.
            "invalid_grant" => Advice::RenewToken,
            "server_error" | "temporarily_unavailable" => Advice::RetryLater,
            "invalid_request" | "unsupported_grant_type" => Advice::FixRequest,
            _ => Advice::FixCredentials,
        };
        let message = answer.text("description").or_else(|| answer.text("error_description"));
        let error = ApiError {
            code: code.to_owned(),
            group: None,
            message: message.map(ToOwned::to_owned),
            retryable: None,
        };
        Ok(Verdict::Failure { error, advice })
    }

    fn verify(&self, data: &Data, signature: Option<&str>) -> Result<(), Reason> {
        let signature = signature
            .filter(|text| !text.is_empty())
            .ok_or(Reason::SignatureMissing)?;
        let values = data.signed(self.operation().signed());
        match self.credentials {
            Some(credentials) if response::verify(credentials, &values, signature) => Ok(()),
            _ => Err(Reason::SignatureWrong),
        }
    }

    /// Whether a field of the answer repeats the request's. A failure may leave fields out.
    fn echoes(&self, field: &AnswerField, answered: Option<&Datum>, may_lack: bool) -> bool {
        let (sent, echo) = match field.echoes() {
            Echo::None => return true,
            echo @ (Echo::Exact(of) | Echo::IfAnswered(of) | Echo::Sent(of)) => (self.values().get(of), echo),
        };
        match (sent, answered) {
            (Some(Value::Amount(sent)), Some(Datum::Amount(answered))) => sent == answered,
            (Some(Value::Integer(sent)), Some(Datum::Integer(answered))) => sent == answered,
            (Some(sent), Some(Datum::Text(answered))) => sent.canonical() == *answered,
            (Some(_), None) => may_lack || matches!(echo, Echo::IfAnswered(_)),
            (None, Some(Datum::Text(answered))) => !matches!(echo, Echo::Exact(_)) || answered.is_empty(),
            (Some(_), Some(_)) => false,
            (None, _) => true,
        }
    }

    const fn operation(&self) -> Operation {
        self.asked.operation()
    }

    const fn values(&self) -> &Values {
        self.asked.values()
    }
}
