//! The forms a value can have. Each is checked here and nowhere else.

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::net::IpAddr;

use super::issue::{Code, Locale, Problem};
use crate::amount::{Amount, AmountError};
use crate::json::Value;

/// The form of a field's values.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Rule {
    /// Money, as a decimal string or a number that cannot have been rounded
    Amount,
    /// An id as iyzico gave it: visible ASCII without spaces, and without the `:` that separates
    /// the fields of a signature
    Id,
    /// An IPv4 or IPv6 address
    Ip,
    /// One of a list
    OneOf(&'static Choice),
    /// Any text without control characters
    Text,
}

/// A closed list of values.
#[derive(Debug)]
pub struct Choice {
    pub(crate) code: Code,
    pub(crate) values: &'static [&'static str],
    /// Whether `fraud` may stand for `FRAUD`; the listed spelling is sent.
    pub(crate) any_case: bool,
    /// Wrong spellings that are common enough to answer them with the right one.
    pub(crate) instead: &'static [(&'static str, &'static str)],
}

impl Choice {
    /// The values as they are sent.
    pub const fn values(&self) -> &'static [&'static str] {
        self.values
    }

    /// Whether another letter case is taken too.
    pub const fn takes_any_case(&self) -> bool {
        self.any_case
    }

    fn accept(&self, text: &str, locale: Locale) -> Result<&'static str, Problem> {
        let alike = self.values.iter().find(|value| value.eq_ignore_ascii_case(text));
        match alike {
            Some(value) if self.any_case || *value == text => Ok(value),
            alike => {
                let instead = || self.instead.iter().find(|(wrong, _)| wrong.eq_ignore_ascii_case(text));
                let meant = alike.copied().or_else(|| instead().map(|(_, right)| *right));
                Err(Problem::none_of(self.code, self.values, meant, locale))
            }
        }
    }
}

/// Where the values come from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    /// A body of ours: an amount is a number token, exact as it stands.
    Body,
    /// A caller's params: a number was a double before it became text.
    Params,
}

/// A value that passed its rule.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Accepted {
    Amount(Amount),
    Text(String),
}

impl Accepted {
    /// The value, alike for all spellings of an amount.
    pub(crate) fn canonical(&self) -> &str {
        match self {
            Self::Amount(amount) => amount.canonical(),
            Self::Text(text) => text,
        }
    }
}

impl Rule {
    pub(crate) fn accept(&self, value: &Value<'_>, form: Form, locale: Locale) -> Result<Accepted, Problem> {
        match (self, value) {
            (Self::Amount, Value::Text(text)) => amount(Amount::parse(text)),
            (Self::Amount, Value::Number(text)) => amount(match form {
                Form::Body => Amount::parse(text),
                Form::Params => Amount::parse_number(text),
            }),
            (Self::Id | Self::Ip | Self::OneOf(_) | Self::Text, Value::Text(text)) => self
                .accept_text(text, locale)
                .map(|text| Accepted::Text(text.to_owned())),
            // The JavaScript side marks what has no UTF-8 or JSON form with an object named "".
            (_, Value::Object(object)) if matches!(object.value(""), Some(Value::Text(kind)) if kind == "lone surrogate") => {
                Err(Problem::new(Code::LoneSurrogate))
            }
            _ => Err(Problem::with(Code::Type, self.wanted(locale))),
        }
    }

    fn accept_text<'a>(&self, text: &'a str, locale: Locale) -> Result<&'a str, Problem> {
        if text.is_empty() {
            return Err(Problem::new(Code::Empty));
        }
        if text.contains(char::is_control) {
            return Err(Problem::new(Code::ControlCharacter));
        }
        match self {
            Self::Id if !text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b':') => {
                Err(Problem::new(Code::IdFormat))
            }
            Self::Ip if text.parse::<IpAddr>().is_err() => Err(Problem::new(Code::Ip)),
            Self::OneOf(choice) => choice.accept(text, locale),
            _ => Ok(text),
        }
    }

    /// What a value must be, for "must be …" and "is required: …".
    pub(crate) const fn wanted(&self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Amount, Locale::En) => "a decimal string such as \"5.00\"",
            (Self::Amount, Locale::Tr) => "\"5.00\" gibi ondalık bir metin",
            (Self::Id, Locale::En) => "an id as a string (a number may already be rounded)",
            (Self::Id, Locale::Tr) => "metin olarak bir kimlik (sayı yuvarlanmış olabilir)",
            (_, Locale::En) => "a string",
            (_, Locale::Tr) => "bir metin",
        }
    }
}

fn amount(parsed: Result<Amount, AmountError>) -> Result<Accepted, Problem> {
    parsed.map(Accepted::Amount).map_err(|error| {
        Problem::new(match error {
            AmountError::Format => Code::AmountFormat,
            AmountError::Imprecise => Code::AmountImprecise,
            AmountError::Range => Code::AmountRange,
            AmountError::Scale => Code::AmountScale,
            AmountError::Zero => Code::AmountZero,
        })
    })
}

/// The languages iyzico answers in.
pub(crate) static LOCALE: Choice = Choice {
    code: Code::Locale,
    values: &["tr", "en"],
    any_case: false,
    instead: &[],
};

/// The currencies of iyzico's SDKs; the documentation leaves the field free, its payment pages list
/// the first six (reference 4.4).
pub(crate) static CURRENCY: Choice = Choice {
    code: Code::Currency,
    values: &["TRY", "USD", "EUR", "GBP", "CHF", "NOK", "RUB", "IRR"],
    any_case: false,
    instead: &[("TL", "TRY")],
};

/// Documented in upper case (docs.iyzico.com, ek-servisler/iptal-ve-iade); most SDKs send lower case
/// and the sandbox was seen to take both, so both are accepted and the documented one is sent.
pub(crate) static REASON: Choice = Choice {
    code: Code::Reason,
    values: &["DOUBLE_PAYMENT", "BUYER_REQUEST", "FRAUD", "OTHER"],
    any_case: true,
    instead: &[],
};
