//! Checked values.

use std::borrow::Cow;
use std::ptr;

use serde::ser::{Serialize, Serializer};

use super::field::Field;
use crate::amount::Amount;

/// The accepted values, in the order of the table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Values(Vec<(&'static Field, Value)>);

/// A checked value.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Amount(Amount),
    Flag(bool),
    Integer(i64),
    Items(Vec<Values>),
    Text(String),
}

impl Values {
    pub(crate) const fn new(values: Vec<(&'static Field, Value)>) -> Self {
        Self(values)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &(&'static Field, Value)> {
        self.0.iter()
    }

    /// The value of this field, if it was given.
    pub(crate) fn get(&self, field: &'static Field) -> Option<&Value> {
        let (_, value) = self.0.iter().find(|(given, _)| ptr::eq(*given, field))?;
        Some(value)
    }

    /// The value of the field `name`, if it was given.
    pub(crate) fn named(&self, name: &str) -> Option<&Value> {
        let (_, value) = self.0.iter().find(|(given, _)| given.name() == name)?;
        Some(value)
    }

    pub(crate) fn amount(&self, field: &'static Field) -> Option<Amount> {
        match self.get(field)? {
            Value::Amount(amount) => Some(*amount),
            _ => None,
        }
    }

    pub(crate) fn integer(&self, field: &'static Field) -> Option<i64> {
        match self.get(field)? {
            Value::Integer(integer) => Some(*integer),
            _ => None,
        }
    }

    pub(crate) fn items(&self, field: &'static Field) -> Option<&[Self]> {
        match self.get(field)? {
            Value::Items(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn text(&self, field: &'static Field) -> Option<&str> {
        match self.get(field)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(field, value)| (field.name(), value)))
    }
}

impl Value {
    /// The value as an answer repeats it; the same for all spellings of an amount.
    pub(crate) fn canonical(&self) -> Cow<'_, str> {
        match self {
            Self::Amount(amount) => Cow::Owned(amount.normalized().to_string()),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Self::Integer(integer) => Cow::Owned(integer.to_string()),
            // No answer repeats a list.
            Self::Items(_) => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Amount(amount) => amount.serialize(serializer),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Integer(integer) => serializer.serialize_i64(*integer),
            Self::Items(items) => serializer.collect_seq(items),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}
