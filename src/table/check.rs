//! The walker that checks params or a body against a table of fields.

use super::field::{Field, MAX_ITEMS, MAX_TEXT, Relation, Rule};
use super::rule::{Form, accept, unwritten, wanted};
use super::values::{Value, Values};
use crate::issue::{Code, Issue, Issues, Locale, Problem};
use crate::json::{self, Object};

/// Reads a text that must be a JSON object.
pub(crate) fn read_object(text: &str) -> Result<Object<'_>, Issues> {
    match json::read(text) {
        Ok(json::Value::Object(object)) => Ok(object),
        Ok(_) => Err(Issues::one("", Code::NotAnObject)),
        Err(_) => Err(Issues::one("", Code::NotJson)),
    }
}

/// Checks an object and reports all issues, in the order of the fields.
pub(crate) fn check(fields: &'static [&'static Field], object: &Object<'_>, form: Form) -> Result<Values, Issues> {
    let mut walk = Walk {
        form,
        locale: locale(object),
        path: Vec::new(),
        issues: Vec::new(),
    };
    if let Some(problem) = unwritten(object, MAX_TEXT) {
        return Err(Issue::new("", problem, walk.locale).into());
    }
    let values = walk.object(fields, object);
    Issues::none_or(walk.issues, values)
}

/// The language of the caller's messages.
pub(crate) fn locale(object: &Object<'_>) -> Locale {
    match object.value("locale") {
        Some(json::Value::Text(text)) if text.eq_ignore_ascii_case("tr") => Locale::Tr,
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
    fn object(&mut self, fields: &'static [&'static Field], object: &Object<'_>) -> Values {
        let mut values = Vec::with_capacity(fields.len());
        for field in fields {
            let value = match (object.value(field.name()), field.rule()) {
                (Some(json::Value::Array(items)), Rule::Items(of)) => self.items(field.name(), of, items),
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
        Values::new(values)
    }

    fn items(
        &mut self,
        name: &str,
        fields: &'static [&'static Field],
        items: &[json::Value<'_>],
    ) -> Result<Option<Value>, Problem> {
        if items.is_empty() {
            return Err(Code::NoItems.into());
        }
        if items.len() > MAX_ITEMS && self.form != Form::Asked {
            return Err(Problem::with(Code::TooMany, MAX_ITEMS.to_string()));
        }
        let mut checked = Vec::new();
        self.path.push(name.to_owned());
        for (at, item) in items.iter().enumerate() {
            let at = at.to_string();
            match item {
                // The name "" marks a value that JavaScript could not write.
                json::Value::Object(item) if item.value("").is_none() => {
                    self.path.push(at);
                    checked.push(self.object(fields, item));
                    self.path.pop();
                }
                json::Value::Object(item) => {
                    let problem = unwritten(item, MAX_TEXT).unwrap_or_else(|| Code::NotAnObject.into());
                    self.report(&at, problem);
                }
                _ => self.report(&at, Code::NotAnObject),
            }
        }
        self.path.pop();
        Ok(Some(Value::Items(checked)))
    }

    fn field(
        &self,
        field: &'static Field,
        object: &Object<'_>,
        value: Option<&json::Value<'_>>,
    ) -> Result<Option<Value>, Problem> {
        let Some(value) = value else {
            let missing = match field.relation() {
                Relation::Unless(other) => object.value(other.name()).is_none(),
                _ => field.is_required(),
            };
            return if missing {
                Err(match field.rule() {
                    Rule::OneOf(choice) => Problem::with(Code::Missing, choice.values().join(" / ")),
                    rule => Problem::wanted(Code::Missing, wanted(rule)),
                })
            } else {
                Ok(None)
            };
        };
        let value = accept(field.rule(), value, self.form)?;
        match field.relation() {
            Relation::AtMost(other) => self.at_most(&value, object.value(other.name()))?,
            Relation::Excludes(other) if object.value(other.name()).is_some() => {
                return Err(Problem::with(Code::NotWith, other.name()));
            }
            Relation::Needs(other) if object.value(other.name()).is_none() => {
                return Err(Problem::with(Code::ReasonRequired, other.name()));
            }
            _ => {}
        }
        Ok(Some(value))
    }

    fn at_most(&self, value: &Value, bound: Option<&json::Value<'_>>) -> Result<(), Problem> {
        // An invalid bound gets its own issue.
        let bound = bound.map(|bound| accept(&Rule::Amount, bound, self.form));
        match (value, bound) {
            (Value::Amount(amount), Some(Ok(Value::Amount(bound)))) if *amount > bound => {
                Err(Problem::with(Code::MoreThanUpTo, bound.to_string()))
            }
            _ => Ok(()),
        }
    }

    /// A body has only fields that are sent.
    fn belongs(&self, field: &Field) -> bool {
        self.form == Form::Params || field.is_sent()
    }

    fn report(&mut self, name: &str, problem: impl Into<Problem>) {
        if self.issues.len() >= MAX_ISSUES {
            return;
        }
        self.issues.push(Issue::within(&self.path, name, problem, self.locale));
    }
}

/// The most issues that are reported.
const MAX_ISSUES: usize = 100;

/// The field that the caller probably meant: at most a third of its name differs.
fn nearest(fields: &[&'static Field], name: &str) -> Option<&'static str> {
    // Caps the cost of hostile names.
    if name.len() > 64 {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let distance = |field: &Field| strsim::levenshtein(&name, &field.name().to_ascii_lowercase());
    let near = fields
        .iter()
        .map(|field| (distance(field), field.name()))
        .filter(|(distance, field)| distance * 3 <= field.len());
    near.min_by_key(|(distance, _)| *distance).map(|(_, field)| field)
}

#[cfg(test)]
mod tests {
    use super::*;

    static FIELDS: &[&Field] = &[
        &Field::new("locale", Rule::Text, ""),
        &Field::new("conversationId", Rule::Reference, ""),
        &Field::new("paymentTransactionId", Rule::Id, ""),
        &Field::new("price", Rule::Amount, ""),
        &Field::new("ip", Rule::Ip, ""),
        &Field::new("upTo", Rule::Amount, ""),
    ];

    #[test]
    fn the_nearest_name_is_a_near_one() {
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
            assert_eq!(nearest(FIELDS, typed), meant, "{typed}");
        }
    }
}
