//! Checks values against the rules of their fields. Each rule is checked only here.

use std::net::IpAddr;

use time::{Date, Month};

use super::field::{Choice, MAX_ITEMS, MAX_TEXT, Rule};
use super::url::is_base_url;
use super::values::Value;
use crate::amount::{Amount, AmountError, is_digits};
use crate::issue::{Code, Problem, Wanted};
use crate::json::{self, MAX_NAMES, Object};

/// How values are encoded: a caller's params, or the body of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    /// A body that was sent, maybe by an earlier version: ids are accepted as they are, so that it can be read back.
    Asked,
    /// A body of a draft: an amount is an exact number token.
    Body,
    /// A caller's params: a number was a double in JavaScript.
    Params,
}

/// Checks a value. (The walker checks lists of objects.)
pub(crate) fn accept(rule: &Rule, value: &json::Value<'_>, form: Form) -> Result<Value, Problem> {
    match (rule, value) {
        (Rule::Amount, json::Value::Text(text)) => amount(Amount::parse(text)),
        (Rule::Amount, json::Value::Number(text)) => amount(match form {
            Form::Asked | Form::Body => Amount::parse(text),
            Form::Params => Amount::parse_number(text),
        }),
        (Rule::Count, json::Value::Number(text)) => count(text),
        // In a query every value is text.
        (Rule::Count, json::Value::Text(text)) if form != Form::Params => count(text),
        (Rule::Date, json::Value::Number(text)) => date(text),
        (Rule::Date, json::Value::Text(text)) => date(text),
        (Rule::Day, json::Value::Text(text)) => day(text),
        (Rule::Flag, json::Value::Bool(flag)) => Ok(Value::Flag(*flag)),
        (Rule::Time, json::Value::Number(text)) => time(text),
        (
            Rule::BaseUrl
            | Rule::Id
            | Rule::Ip
            | Rule::Key
            | Rule::OneOf(_)
            | Rule::Prose
            | Rule::Reference
            | Rule::Text
            | Rule::Text64
            | Rule::Url,
            json::Value::Text(text),
        ) => accept_text(rule, text, form).map(|text| Value::Text(text.to_owned())),
        (_, json::Value::Object(object)) => {
            let problem = unwritten(object, longest(rule, form));
            Err(problem.unwrap_or_else(|| Problem::wanted(Code::Type, wanted(rule))))
        }
        _ => Err(Problem::wanted(Code::Type, wanted(rule))),
    }
}

/// The expected type of a value.
pub(crate) const fn wanted(rule: &Rule) -> Wanted {
    match rule {
        Rule::Amount => Wanted::Amount,
        Rule::Count => Wanted::Count,
        Rule::Date => Wanted::Date,
        Rule::Day => Wanted::Day,
        Rule::Flag => Wanted::Flag,
        Rule::Id => Wanted::Id,
        Rule::Items(_) => Wanted::Items,
        Rule::Time => Wanted::Time,
        _ => Wanted::Text,
    }
}

/// The problem with a value that JavaScript could not write. It is marked by an object with the member "".
///
/// `longest` is the most characters of a text in its place.
pub(crate) fn unwritten(object: &Object<'_>, longest: usize) -> Option<Problem> {
    let Some(json::Value::Text(kind)) = object.value("") else {
        return None;
    };
    let most = |code, most: usize| Problem::with(code, most.to_string());
    match kind.as_ref() {
        "characters" => Some(most(Code::TooLong, longest)),
        "items" => Some(most(Code::TooMany, MAX_ITEMS)),
        "lone surrogate" => Some(Code::LoneSurrogate.into()),
        "names" => Some(most(Code::TooMany, MAX_NAMES)),
        _ => None,
    }
}

fn accept_text<'a>(rule: &Rule, text: &'a str, form: Form) -> Result<&'a str, Problem> {
    if text.is_empty() {
        return Err(Code::Empty.into());
    }
    let longest = longest(rule, form);
    // A text has at most as many characters as bytes, so most need no counting.
    if text.len() > longest && text.chars().count() > longest {
        return Err(Problem::with(Code::TooLong, longest.to_string()));
    }
    let is_visible = || text.bytes().all(|byte| byte.is_ascii_graphic());
    match rule {
        Rule::BaseUrl if !is_base_url(text) => Err(Code::BaseUrl.into()),
        Rule::Key if !is_visible() => Err(Code::KeyCharacters.into()),
        Rule::Prose if !text.chars().any(|letter| letter.is_control() && !is_break(letter)) => Ok(text),
        _ if text.chars().any(char::is_control) => Err(Code::ControlCharacter.into()),
        Rule::Reference if form != Form::Asked && !survives(text) => Err(Code::ReferenceFormat.into()),
        Rule::Id if !is_visible() || text.contains(':') => Err(Code::IdFormat.into()),
        Rule::Ip if text.parse::<IpAddr>().is_err() => Err(Code::Ip.into()),
        Rule::OneOf(choice) => one_of(choice, text),
        Rule::Url if !is_visible() || text.strip_prefix("https://").is_none_or(str::is_empty) => Err(Code::Url.into()),
        _ => Ok(text),
    }
}

/// The most characters of a text.
const fn longest(rule: &Rule, form: Form) -> usize {
    match (rule, form) {
        (_, Form::Asked) => usize::MAX,
        (Rule::Reference, _) => MAX_REFERENCE,
        (Rule::Text64, _) => 64,
        _ => MAX_TEXT,
    }
}

/// The longest `conversationId` or `transactionReferenceId`; iyzico has a limit (error 20) and publishes no number.
const MAX_REFERENCE: usize = 255;

const fn is_break(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\t')
}

/// Whether trimming and changes of the character set leave it as it is.
fn survives(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~')) && text.trim_ascii().len() == text.len()
}

fn one_of(choice: &Choice, text: &str) -> Result<&'static str, Problem> {
    let alike = choice.values.iter().find(|value| value.eq_ignore_ascii_case(text));
    match alike {
        Some(value) if choice.any_case || *value == text => Ok(value),
        alike => {
            let instead = || {
                choice
                    .instead
                    .iter()
                    .find(|(wrong, _)| wrong.eq_ignore_ascii_case(text))
            };
            let meant = alike.copied().or_else(|| instead().map(|(_, right)| *right));
            Err(Problem::none_of(choice.code, choice.values, meant))
        }
    }
}

fn count(text: &str) -> Result<Value, Problem> {
    match json::read_integer(text) {
        Some(count @ 1..=999_999_999) => Ok(Value::Integer(count)),
        _ => Err(Code::Count.into()),
    }
}

/// Checks a time in epoch milliseconds.
fn time(text: &str) -> Result<Value, Problem> {
    match json::read_integer(text) {
        Some(time) if is_milliseconds(time) => Ok(Value::Integer(time)),
        _ => Err(Code::Time.into()),
    }
}

/// Whether a number is a time in epoch milliseconds, from 2001 to 2286. Seconds have ten digits today, and dates written as
/// digits have eight, twelve or fourteen.
pub(crate) const fn is_milliseconds(time: i64) -> bool {
    1_000_000_000_000 <= time && time < 10_000_000_000_000
}

fn day(text: &str) -> Result<Value, Problem> {
    if read_day(text).is_some() {
        Ok(Value::Text(text.to_owned()))
    } else {
        Err(Code::Day.into())
    }
}

/// A day of the Gregorian calendar, written YYYY-MM-DD.
pub(crate) fn read_day(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let has_form = (year.len(), month.len(), day.len()) == (4, 2, 2) && !year.starts_with('0');
    let digits = [year, month, day].concat();
    calendar_day(digits.parse().ok().filter(|_| has_form && is_digits(&digits))?)
}

/// A day of the Gregorian calendar; iyzico decides which days make sense.
fn date(text: &str) -> Result<Value, Problem> {
    let number = json::read_integer(text).filter(|_| text.len() == 8 && is_digits(text) && !text.starts_with('0'));
    match number {
        Some(number) if calendar_day(number).is_some() => Ok(Value::Integer(number)),
        _ => Err(Code::Date.into()),
    }
}

/// The day of the digits YYYYMMDD.
fn calendar_day(number: i64) -> Option<Date> {
    let year = i32::try_from(number / 10_000).ok()?;
    let month = Month::try_from(u8::try_from(number / 100 % 100).ok()?).ok()?;
    let day = u8::try_from(number % 100).ok()?;
    Date::from_calendar_date(year, month, day).ok()
}

fn amount(parsed: Result<Amount, AmountError>) -> Result<Value, Problem> {
    parsed.map(Value::Amount).map_err(|error| {
        match error {
            AmountError::Format => Code::AmountFormat,
            AmountError::Imprecise => Code::AmountImprecise,
            AmountError::Range => Code::AmountRange,
            AmountError::Scale => Code::AmountScale,
            AmountError::Zero => Code::AmountZero,
        }
        .into()
    })
}
