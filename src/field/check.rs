//! The one walker: checks params or a body against a table of fields.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::issue::{Code, Issue, Locale, Problem};
use super::rule::{Accepted, Form, MAX_ITEMS, MAX_TEXT, Rule, unwritten};
use super::{Field, Relation};
use crate::json::{self, Object, Value};

/// The values that were given and accepted, in the order of the table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checked(Vec<(&'static Field, Accepted)>);

impl Checked {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(&'static Field, Accepted)> {
        self.0.iter()
    }

    pub(crate) fn value(&self, name: &str) -> Option<&Accepted> {
        for (field, value) in &self.0 {
            if field.name() == name {
                return Some(value);
            }
        }
        None
    }

    /// The text of the field called `name`, if it was given and is one.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.value(name) {
            Some(Accepted::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Only the values of these fields.
    pub(crate) fn only(self, names: &[&str]) -> Self {
        let mut only = Self::default();
        for (field, value) in self.0 {
            if names.contains(&field.name()) {
                only.0.push((field, value));
            }
        }
        only
    }
}

/// Reads `text`, which must be one JSON object.
pub(crate) fn read_object(text: &str) -> Result<Object<'_>, Vec<Issue>> {
    let code = match json::read(text) {
        Ok(Value::Object(object)) => return Ok(object),
        Ok(_) => Code::NotAnObject,
        Err(_) => Code::NotJson,
    };
    Err(vec![Issue::new("", Problem::new(code), Locale::En)])
}

/// Checks an object; every issue is reported, in the order of the fields.
pub(crate) fn check(fields: &'static [&'static Field], object: &Object<'_>, form: Form) -> Result<Checked, Vec<Issue>> {
    let mut walk = Walk {
        form,
        locale: locale(object),
        path: Vec::new(),
        issues: Vec::new(),
    };
    if let Some(problem) = unwritten(object, MAX_TEXT) {
        walk.report("", problem);
        return Err(walk.issues);
    }
    let checked = walk.object(fields, object);
    match walk.issues.is_empty() {
        true => Ok(checked),
        false => Err(walk.issues),
    }
}

/// The language that the caller wants to be answered in.
pub(crate) fn locale(object: &Object<'_>) -> Locale {
    match object.value("locale") {
        Some(Value::Text(text)) if text.eq_ignore_ascii_case("tr") => Locale::Tr,
        _ => Locale::En,
    }
}

struct Walk {
    form: Form,
    locale: Locale,
    path: Vec<String>,
    issues: Vec<Issue>,
}

impl Walk {
    fn object(&mut self, fields: &'static [&'static Field], object: &Object<'_>) -> Checked {
        let mut values = Vec::with_capacity(fields.len());
        for field in fields {
            let value = match (object.value(field.name()), field.rule()) {
                (Some(Value::Array(items)), Rule::Items(of)) => self.items(field.name(), of, items),
                (value, _) => self.field(field, object, value),
            };
            match value {
                Ok(Some(value)) => values.push((*field, value)),
                Ok(None) => {}
                Err(problem) => self.report(field.name(), problem),
            }
        }
        for (name, _) in object.iter() {
            if !fields.iter().any(|field| field.name() == name && self.belongs(field)) {
                let problem = Problem::none_of(Code::UnknownField, &[], nearest(fields, name));
                self.report(name, problem);
            }
        }
        Checked(values)
    }

    fn items(
        &mut self,
        name: &str,
        fields: &'static [&'static Field],
        items: &[Value<'_>],
    ) -> Result<Option<Accepted>, Problem> {
        if items.is_empty() {
            return Err(Problem::new(Code::NoItems));
        }
        if items.len() > MAX_ITEMS && self.form != Form::Asked {
            return Err(Problem::with(Code::TooMany, &json::integer(MAX_ITEMS as i64)));
        }
        let mut checked = Vec::new();
        self.path.push(name.to_owned());
        for (at, item) in items.iter().enumerate() {
            let at = json::integer(at as i64);
            match item {
                // One named "" marks what JavaScript could not write.
                Value::Object(item) if item.value("").is_none() => {
                    self.path.push(at);
                    checked.push(self.object(fields, item));
                    self.path.pop();
                }
                Value::Object(item) => {
                    let problem = unwritten(item, MAX_TEXT).unwrap_or_else(|| Problem::new(Code::NotAnObject));
                    self.report(&at, problem);
                }
                _ => self.report(&at, Problem::new(Code::NotAnObject)),
            }
        }
        self.path.pop();
        Ok(Some(Accepted::Items(checked)))
    }

    fn field(
        &self,
        field: &'static Field,
        object: &Object<'_>,
        value: Option<&Value<'_>>,
    ) -> Result<Option<Accepted>, Problem> {
        let Some(value) = value else {
            let missing = match field.relation() {
                Relation::Unless(other) => object.value(other).is_none(),
                _ => field.is_required(),
            };
            return match missing {
                true => Err(Problem::wanted(Code::Missing, field.rule().wanted())),
                false => Ok(None),
            };
        };
        let value = field.rule().accept(value, self.form)?;
        match field.relation() {
            Relation::AtMost(other) => self.at_most(&value, object.value(other))?,
            Relation::Excludes(other) if object.value(other).is_some() => {
                return Err(Problem::with(Code::NotWith, other));
            }
            Relation::Needs(other) if object.value(other).is_none() => {
                return Err(Problem::with(Code::ReasonRequired, other));
            }
            _ => {}
        }
        Ok(Some(value))
    }

    fn at_most(&self, value: &Accepted, bound: Option<&Value<'_>>) -> Result<(), Problem> {
        // An invalid bound gets its own issue.
        let bound = bound.map(|bound| Rule::Amount.accept(bound, self.form));
        match (value, bound) {
            (Accepted::Amount(amount), Some(Ok(Accepted::Amount(bound)))) if amount.units() > bound.units() => {
                Err(Problem::with(Code::MoreThanUpTo, bound.as_str()))
            }
            _ => Ok(()),
        }
    }

    /// A body holds no field that isn't sent.
    fn belongs(&self, field: &Field) -> bool {
        self.form == Form::Params || field.is_sent()
    }

    fn report(&mut self, name: &str, problem: Problem) {
        if self.issues.len() >= MAX_ISSUES {
            return;
        }
        self.issues.push(Issue::within(&self.path, name, problem, self.locale));
    }
}

/// The most issues that are listed; whoever has so many has another problem than the next one.
const MAX_ISSUES: usize = 100;

/// The field that was probably meant: at most a third of its name differs.
fn nearest(fields: &[&'static Field], name: &str) -> Option<&'static str> {
    // Caps the cost of hostile names.
    if name.len() > 64 {
        return None;
    }
    let mut nearest = None;
    let mut least = usize::MAX;
    for field in fields {
        let distance = distance(name.as_bytes(), field.name().as_bytes());
        if distance < least && distance * 3 <= field.name().len() {
            least = distance;
            nearest = Some(field.name());
        }
    }
    nearest
}

/// The Levenshtein distance, letter case aside. (strsim's would bring the standard library along.)
fn distance(typed: &[u8], name: &[u8]) -> usize {
    let mut row = Vec::new();
    for at in 0..name.len() {
        row.push(at + 1);
    }
    let mut distance = name.len();
    for (at, byte) in typed.iter().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        for (cell, letter) in row.iter_mut().zip(name) {
            let changed = diagonal + usize::from(!byte.eq_ignore_ascii_case(letter));
            diagonal = *cell;
            left = changed.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
        distance = left;
    }
    distance
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::operation::Operation;

    #[test]
    fn the_nearest_name_is_a_near_one() {
        let fields = Operation::find("refund").expect("an operation").fields();
        for (typed, meant) in [
            ("Price", Some("price")),
            ("prices", Some("price")),
            ("amount", None),
            ("paymentId", None),
            ("paymenttransactionid", Some("paymentTransactionId")),
            ("convId", None),
            ("ipp", None),
            ("upto", Some("upTo")),
            ("", None),
        ] {
            assert_eq!(nearest(fields, typed), meant, "{typed}");
        }
    }

    proptest! {
        /// strsim is the reference.
        #[test]
        fn the_distance_is_levenshteins(a in "[a-dA-D]{0,12}", b in "[a-dA-D]{0,12}") {
            let reference = strsim::levenshtein(&a.to_ascii_lowercase(), &b.to_ascii_lowercase());
            prop_assert_eq!(distance(a.as_bytes(), b.as_bytes()), reference);
        }
    }
}
