//! The forms a value can have. Each is checked here and nowhere else.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;

use super::Field;
use super::check::Checked;
use super::ip::{is_ipv4, is_ipv6};
use super::issue::{Code, Problem, Wanted};
use crate::amount::{Amount, AmountError};
use crate::ascii::{cut, is_all, is_digits};
use crate::endpoint::is_base_url;
use crate::json::{self, MAX_NAMES, Object, Value};

/// The form of a field's values.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Rule {
    /// Money, as a decimal string or a number that cannot have been rounded
    Amount,
    /// An https address, or http on this machine, in front of a path
    BaseUrl,
    /// How many: a whole number from 1 to 999999999
    Count,
    /// A day of the calendar as the digits YYYYMMDD, a number or a string; sent as a number
    Date,
    /// Yes or no
    Flag,
    /// An id as iyzico gave it: visible ASCII without spaces, and without the `:` that separates
    /// the fields of a signature
    Id,
    /// An IPv4 or IPv6 address
    Ip,
    /// A list of objects, at least one, each with these fields
    Items(&'static [&'static Field]),
    /// A key or token: visible ASCII without spaces
    Key,
    /// One of a list
    OneOf(&'static Choice),
    /// Free text for people: line breaks and tabs are fine, other control characters are not
    Prose,
    /// A caller's own id, by which read-back finds the operation again: printable ASCII without a space at either end,
    /// at most 255 characters, so that no system on the way has a reason to alter it
    Reference,
    /// Any text without control characters
    Text,
    /// Such a text of at most 64 characters
    Text64,
    /// An https address
    Url,
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

    fn accept(&self, text: &str) -> Result<&'static str, Problem> {
        let alike = self.values.iter().find(|value| value.eq_ignore_ascii_case(text));
        match alike {
            Some(value) if self.any_case || *value == text => Ok(value),
            alike => {
                let instead = || self.instead.iter().find(|(wrong, _)| wrong.eq_ignore_ascii_case(text));
                let meant = alike.copied().or_else(|| instead().map(|(_, right)| *right));
                Err(Problem::none_of(self.code, self.values, meant))
            }
        }
    }
}

/// How values are encoded: a caller's params, or the body of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    /// A body that was sent before, maybe built by an earlier version: its ids are taken as they are, so that what was
    /// sent can still be read back.
    Asked,
    /// A body of ours: an amount is a number token, exact as it stands.
    Body,
    /// A caller's params: a number was a double before it became text.
    Params,
}

/// A value that passed its rule.
#[derive(Clone, Debug)]
pub(crate) enum Accepted {
    Amount(Amount),
    Flag(bool),
    Integer(i64),
    Items(Vec<Checked>),
    Text(String),
}

impl Accepted {
    /// The value as an answer would repeat it, alike for all spellings of an amount.
    pub(crate) fn canonical(&self) -> Cow<'_, str> {
        match self {
            Self::Amount(amount) => Cow::Borrowed(amount.canonical()),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Self::Integer(integer) => Cow::Owned(json::integer(*integer)),
            // No answer repeats one.
            Self::Items(_) => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
        }
    }
}

impl Rule {
    /// Checks a value; a list of objects is the walker's to check.
    pub(crate) fn accept(&self, value: &Value<'_>, form: Form) -> Result<Accepted, Problem> {
        match (self, value) {
            (Self::Amount, Value::Text(text)) => amount(Amount::parse(text)),
            (Self::Amount, Value::Number(text)) => amount(match form {
                Form::Asked | Form::Body => Amount::parse(text),
                Form::Params => Amount::parse_number(text),
            }),
            (Self::Count, Value::Number(text)) => match json::read_integer(text) {
                Some(count @ 1..=999_999_999) => Ok(Accepted::Integer(count)),
                _ => Err(Problem::new(Code::Count)),
            },
            (Self::Date, Value::Number(text)) => date(text),
            (Self::Date, Value::Text(text)) => date(text),
            (Self::Flag, Value::Bool(flag)) => Ok(Accepted::Flag(*flag)),
            (
                Self::BaseUrl
                | Self::Id
                | Self::Ip
                | Self::Key
                | Self::OneOf(_)
                | Self::Prose
                | Self::Reference
                | Self::Text
                | Self::Text64
                | Self::Url,
                Value::Text(text),
            ) => self.accept_text(text, form).map(|text| Accepted::Text(text.to_owned())),
            (_, Value::Object(object)) => {
                let problem = unwritten(object, self.longest(form));
                Err(problem.unwrap_or_else(|| Problem::wanted(Code::Type, self.wanted())))
            }
            _ => Err(Problem::wanted(Code::Type, self.wanted())),
        }
    }

    fn accept_text<'a>(&self, text: &'a str, form: Form) -> Result<&'a str, Problem> {
        if text.is_empty() {
            return Err(Problem::new(Code::Empty));
        }
        let longest = self.longest(form);
        if characters(text) > longest {
            return Err(Problem::with(Code::TooLong, &json::integer(longest as i64)));
        }
        let visible = is_all(text, u8::is_ascii_graphic);
        match self {
            Self::BaseUrl if !is_base_url(text) => Err(Problem::new(Code::BaseUrl)),
            Self::Key if !visible => Err(Problem::new(Code::KeyCharacters)),
            Self::Prose
                if !text
                    .chars()
                    .any(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')) =>
            {
                Ok(text)
            }
            _ if text.chars().any(char::is_control) => Err(Problem::new(Code::ControlCharacter)),
            Self::Reference if form != Form::Asked && !survives(text) => Err(Problem::new(Code::ReferenceFormat)),
            Self::Id if !visible || cut(text, b':').is_some() => Err(Problem::new(Code::IdFormat)),
            Self::Ip if !is_ipv4(text) && !is_ipv6(text) => Err(Problem::new(Code::Ip)),
            Self::OneOf(choice) => choice.accept(text),
            Self::Url if !visible || text.strip_prefix("https://").is_none_or(str::is_empty) => {
                Err(Problem::new(Code::Url))
            }
            _ => Ok(text),
        }
    }

    /// The most characters of a text.
    const fn longest(&self, form: Form) -> usize {
        match (self, form) {
            (_, Form::Asked) => usize::MAX,
            (Self::Reference, _) => MAX_REFERENCE,
            (Self::Text64, _) => 64,
            _ => MAX_TEXT,
        }
    }

    /// What a value must be.
    pub(crate) const fn wanted(&self) -> Wanted {
        match self {
            Self::Amount => Wanted::Amount,
            Self::Count => Wanted::Count,
            Self::Date => Wanted::Date,
            Self::Flag => Wanted::Flag,
            Self::Id => Wanted::Id,
            Self::Items(_) => Wanted::Items,
            _ => Wanted::Text,
        }
    }
}

/// Whether no trimming and no change of character set alters it.
fn survives(text: &str) -> bool {
    is_all(text, |byte| matches!(byte, b' '..=b'~')) && text.trim_ascii().len() == text.len()
}

/// What is wrong with a value that JavaScript could not or would not write: it marks one with an object named "".
///
/// `longest` is the most characters that a text in its place may have.
pub(crate) fn unwritten(object: &Object<'_>, longest: usize) -> Option<Problem> {
    let Some(Value::Text(kind)) = object.value("") else {
        return None;
    };
    let most = |code, most: usize| Problem::with(code, &json::integer(most as i64));
    match kind.as_ref() {
        "characters" => Some(most(Code::TooLong, longest)),
        "items" => Some(most(Code::TooMany, MAX_ITEMS)),
        "lone surrogate" => Some(Problem::new(Code::LoneSurrogate)),
        "names" => Some(most(Code::TooMany, MAX_NAMES)),
        _ => None,
    }
}

/// The longest text of a caller's, in characters.
pub const MAX_TEXT: usize = 65_536;

/// The longest list of a caller's params.
pub const MAX_ITEMS: usize = 1_000;

/// The longest `conversationId` or `transactionReferenceId`; iyzico has a limit (error 20) and publishes no number.
const MAX_REFERENCE: usize = 255;

/// The number of characters. (core counts eight bytes at a time, by a kilobyte of the wasm.)
fn characters(text: &str) -> usize {
    text.bytes().filter(|byte| !matches!(byte, 0x80..0xc0)).count()
}

/// A day of the Gregorian calendar; which days make sense is for iyzico to say.
fn date(text: &str) -> Result<Accepted, Problem> {
    let is_date = text.len() == 8 && is_digits(text) && !text.starts_with("0");
    let number = json::read_integer(text).filter(|_| is_date);
    match number {
        Some(number) if is_day(number / 10_000, number / 100 % 100, number % 100) => Ok(Accepted::Integer(number)),
        _ => Err(Problem::new(Code::Date)),
    }
}

const fn is_day(year: i64, month: i64, day: i64) -> bool {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    1 <= day && day <= days
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

/// The terminal's documents write them in upper case and say that `TR` is the default.
pub(crate) static TERMINAL_LOCALE: Choice = Choice {
    code: Code::Locale,
    values: &["TR", "EN"],
    any_case: true,
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
