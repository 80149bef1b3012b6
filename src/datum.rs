//! The one dynamic value: what an answer's data is made of, and what issues and outcomes become to
//! leave the core.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::json::{ObjectWriter, write_text};

/// A value of an answer or about one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Datum {
    /// Yes or no
    Flag(bool),
    /// An integer that a double holds exactly; never an amount
    Integer(i64),
    /// Several
    List(Vec<Self>),
    /// Nothing
    Null,
    /// Named values, in their order
    Object(Vec<(&'static str, Self)>),
    /// Text, the digits of an id, or an amount without trailing zeros
    Text(String),
}

impl Datum {
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The value as JSON text.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Flag(true) => out.push_str("true"),
            Self::Flag(false) => out.push_str("false"),
            Self::Integer(integer) => out.push_str(itoa::Buffer::new().format(*integer)),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    item.write(out);
                }
                out.push(']');
            }
            Self::Null => out.push_str("null"),
            Self::Object(members) => {
                let mut object = ObjectWriter::new(out);
                for (name, value) in members {
                    value.write(object.name(name));
                }
                object.end();
            }
            Self::Text(text) => write_text(text, out),
        }
    }

    pub(crate) fn optional(text: Option<String>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Integer(integer) => serializer.serialize_i64(*integer),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Null => serializer.serialize_unit(),
            Self::Object(members) => {
                let mut object = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    object.serialize_entry(name, value)?;
                }
                object.end()
            }
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// serde_json, through `Serialize`, is the reference.
        #[test]
        fn both_ways_out_write_the_same(value in datum()) {
            prop_assert_eq!(Some(value.to_json()), serde_json::to_string(&value).ok());
        }
    }

    fn datum() -> impl Strategy<Value = Datum> {
        let leaf = prop_oneof![
            any::<bool>().prop_map(Datum::Flag),
            any::<i64>().prop_map(Datum::Integer),
            Just(Datum::Null),
            "[^\\p{Cc}]{0,8}".prop_map(Datum::Text),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            let pair = (prop_oneof![Just("status"), Just("error"), Just("raw")], inner.clone());
            prop_oneof![
                proptest::collection::vec(inner, 0..4).prop_map(Datum::List),
                proptest::collection::vec(pair, 0..4).prop_map(Datum::Object),
            ]
        })
    }

    #[test]
    fn an_empty_object_and_list_are_written_whole() {
        assert_eq!(Datum::Object(vec![]).to_json(), "{}");
        assert_eq!(Datum::List(vec![]).to_json(), "[]");
    }
}
