//! A second opinion on what is a success, written from iyzico's documents and not from the core's tables.

use std::fmt;

use rust_decimal::Decimal;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

use crate::case::{Case, signature};

/// Whether the answer is a success that proves itself.
pub(crate) fn proves(case: &Case, http_status: u16, text: &str) -> bool {
    let Some(answer) = Members::read(text) else {
        return false;
    };
    if matches!(http_status, 0 | 300..400) {
        return false;
    }
    if case.operation.starts_with("login.") {
        let wanted = if case.operation == "login.authorize" {
            "code"
        } else {
            "access_token"
        };
        let names_an_error = ["error", "errorCode"]
            .map(|name| answer.text(name).unwrap_or_default())
            .concat();
        return matches!(http_status, 200..300) && names_an_error.is_empty() && answer.text(wanted).is_some();
    }
    let is_success = answer
        .text("status")
        .is_some_and(|status| status.eq_ignore_ascii_case("success"));
    let says = |name: &str| {
        !matches!(answer.value(name), None | Some(Value::Null)) && answer.text(name).as_deref() != Some("")
    };
    let code = answer.text("errorCode");
    let is_till = case.operation.starts_with("terminal.");
    let names_no_error = (matches!(code.as_deref(), Some("" | "0")) || !says("errorCode"))
        && !says("errorGroup")
        && (!says("errorMessage") || (is_till && matches!(code.as_deref(), Some("" | "0"))));
    let is_proven = if case.is_signed() {
        is_signed(&answer)
    } else {
        http_status < 400
    };
    is_success && names_no_error && echoes(case, &answer) && is_proven
}

/// The signature of a refund: paymentId, price without trailing zeros, currency and conversationId, joined by colons.
fn is_signed(answer: &Members) -> bool {
    let text = |name| answer.text(name).unwrap_or_default();
    let Some(price) = answer.amount("price") else {
        return false;
    };
    let signed = [
        text("paymentId"),
        price.to_string(),
        text("currency"),
        text("conversationId"),
    ]
    .join(":");
    text("signature").eq_ignore_ascii_case(&signature(&signed))
}

fn echoes(case: &Case, answer: &Members) -> bool {
    let sent = |name: &str| case.sent[name].as_str();
    let repeats = |name: &str| sent(name).is_none_or(|sent| answer.text(name).as_deref() == Some(sent));
    let repeats_if_there = |name: &str| answer.text(name).is_none() || repeats(name);
    let repeats_price = || sent("price").and_then(amount) == answer.amount("price");
    // An answer with a conversationId that was never sent is another request's. At a till and to a question, iyzico need not
    // repeat it.
    let is_lenient = case.operation.starts_with("terminal.") || case.operation == "paymentDetails";
    let conversation = match (sent("conversationId"), is_lenient) {
        (Some(_), true) => repeats_if_there("conversationId"),
        (None, true) => true,
        (Some(_), false) => repeats("conversationId"),
        (None, false) => answer.text("conversationId").unwrap_or_default().is_empty(),
    };
    conversation
        && match case.operation {
            "refund" => repeats("paymentTransactionId") && repeats_price() && repeats("currency"),
            "refundChargedFromMerchant" => {
                repeats("paymentTransactionId") && repeats_price() && repeats_if_there("currency")
            }
            "refundV2" => repeats("paymentId") && repeats_price() && repeats("currency"),
            "cancel" => repeats("paymentId"),
            "terminal.refund" => repeats("transactionReferenceId") && repeats("deviceUniqueId"),
            "terminal.void" => {
                repeats("transactionReferenceId") && repeats("deviceUniqueId") && repeats_if_there("paymentId")
            }
            "terminal.transactionStatus" => repeats("transactionReferenceId") && repeats("paymentId"),
            "paymentDetails" => matches!(answer.value("payments"), Some(Value::Array(_))),
            "refundToBalance" => answer.text("token").is_some() && answer.text("url").is_some(),
            _ => true,
        }
}

fn amount(text: &str) -> Option<Decimal> {
    let exact = Decimal::from_str_exact(text)
        .or_else(|_| Decimal::from_scientific(text))
        .ok()?;
    (!exact.is_sign_negative()).then(|| exact.normalize())
}

/// The members of a JSON object without duplicate names. Numbers keep their spelling.
struct Members(Vec<(String, Value)>);

impl Members {
    fn read(text: &str) -> Option<Self> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let members = reader.deserialize_map(Collector).ok()?;
        reader.end().ok()?;
        let mut names: Vec<_> = members.iter().map(|(name, _)| name).collect();
        names.sort();
        names.dedup();
        (names.len() == members.len()).then_some(Self(members))
    }

    fn value(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(member, _)| member == name).map(|(_, value)| value)
    }

    fn text(&self, name: &str) -> Option<String> {
        match self.value(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    fn amount(&self, name: &str) -> Option<Decimal> {
        amount(&self.text(name)?)
    }
}

struct Collector;

impl<'de> Visitor<'de> for Collector {
    type Value = Vec<(String, Value)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(members)
    }
}
