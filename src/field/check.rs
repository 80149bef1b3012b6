//! The one walker: checks params or a body against a table of fields.

use alloc::vec;
use alloc::vec::Vec;

use super::Field;
use super::issue::{Code, Issue, Locale, Problem};
use super::rule::{Accepted, Form, Rule};
use crate::json::{self, Object, Value};

/// The values that were given and accepted, in the order of the table.
#[derive(Clone, Debug)]
pub(crate) struct Checked(Vec<(&'static Field, Accepted)>);

impl Checked {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(&'static Field, Accepted)> {
        self.0.iter()
    }

    pub(crate) fn value(&self, name: &str) -> Option<&Accepted> {
        self.iter()
            .find(|(field, _)| field.name() == name)
            .map(|(_, value)| value)
    }
}

/// Reads `text` and checks it; every issue is reported, in the order of the fields.
pub(crate) fn check(fields: &'static [Field], text: &str, form: Form) -> Result<Checked, Vec<Issue>> {
    let object = match json::read(text) {
        Ok(Value::Object(object)) => object,
        Ok(_) => return Err(vec![Issue::new("", Problem::new(Code::NotAnObject), Locale::En)]),
        Err(_) => return Err(vec![Issue::new("", Problem::new(Code::NotJson), Locale::En)]),
    };
    let locale = match object.value("locale") {
        Some(Value::Text(text)) if text == "tr" => Locale::Tr,
        _ => Locale::En,
    };
    Walk {
        object: &object,
        form,
        locale,
        issues: Vec::new(),
    }
    .run(fields)
}

struct Walk<'a> {
    object: &'a Object<'a>,
    form: Form,
    locale: Locale,
    issues: Vec<Issue>,
}

impl Walk<'_> {
    fn run(mut self, fields: &'static [Field]) -> Result<Checked, Vec<Issue>> {
        let mut values = Vec::new();
        for field in fields {
            match self.field(field) {
                Ok(Some(value)) => values.push((field, value)),
                Ok(None) => {}
                Err(problem) => self.issues.push(Issue::new(field.name(), problem, self.locale)),
            }
        }
        for (name, _) in self.object.iter() {
            if !fields.iter().any(|field| field.name() == name && self.belongs(field)) {
                let problem = Problem::none_of(Code::UnknownField, &[], nearest(fields, name), self.locale);
                self.issues.push(Issue::new(name, problem, self.locale));
            }
        }
        match self.issues.is_empty() {
            true => Ok(Checked(values)),
            false => Err(self.issues),
        }
    }

    fn field(&self, field: &'static Field) -> Result<Option<Accepted>, Problem> {
        match self.object.value(field.name()) {
            Some(value) => {
                let value = field.rule().accept(value, self.form, self.locale)?;
                self.beside(field, &value)?;
                Ok(Some(value))
            }
            None if field.is_required() => Err(Problem::with(Code::Missing, field.rule().wanted(self.locale))),
            None => Ok(None),
        }
    }

    /// The rules between two fields.
    fn beside(&self, field: &Field, value: &Accepted) -> Result<(), Problem> {
        if let Some(other) = field.needs().filter(|other| self.object.value(other).is_none()) {
            return Err(Problem::with(Code::ReasonRequired, other));
        }
        let bound = field.bound().and_then(|other| self.object.value(other));
        // A bound that is wrong itself is reported under its own name.
        let bound = bound.map(|bound| Rule::Amount.accept(bound, self.form, self.locale));
        match (value, bound) {
            (Accepted::Amount(amount), Some(Ok(Accepted::Amount(bound)))) if *amount > bound => {
                Err(Problem::with(Code::MoreThanUpTo, bound.as_str()))
            }
            _ => Ok(()),
        }
    }

    /// A body holds no field that isn't sent.
    fn belongs(&self, field: &Field) -> bool {
        self.form == Form::Params || field.is_sent()
    }
}

/// The field that was probably meant: at most a third of its name differs.
fn nearest(fields: &'static [Field], name: &str) -> Option<&'static str> {
    // A longer name is no slip of the finger; the bound keeps hostile ones cheap.
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
    let mut row: Vec<_> = (1..=name.len()).collect();
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
