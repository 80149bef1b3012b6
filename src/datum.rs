//! The one dynamic value, which an answer's data is made of.

use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, Serializer};

use crate::json::{self, ObjectWriter, write_integer, write_text};

/// A value of an answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Datum {
    /// Yes or no
    Flag(bool),
    /// An integer that a double holds exactly; never an amount
    Integer(i64),
    /// Several
    List(Vec<Self>),
    /// Named values, in their order
    Object(Vec<(&'static str, Self)>),
    /// Text, the digits of an id, or an amount without trailing zeros
    Text(String),
}

impl Datum {
    /// The value as JSON text.
    pub fn to_json(&self) -> String {
        json::text(|out| self.write(out))
    }

    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Self::Flag(true) => out.push_str("true"),
            Self::Flag(false) => out.push_str("false"),
            Self::Integer(integer) => write_integer(*integer, out),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    item.write(out);
                }
                out.push(']');
            }
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
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json::serialize(&self.to_json(), serializer)
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
            "[^\\p{Cc}]{0,8}".prop_map(Datum::Text),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            let name = prop_oneof![Just("status"), Just("error"), Just("raw")];
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Datum::List),
                proptest::collection::btree_map(name, inner, 0..4)
                    .prop_map(|members| Datum::Object(members.into_iter().collect())),
            ]
        })
    }

    #[test]
    fn an_empty_object_and_list_are_written_whole() {
        assert_eq!(Datum::Object(vec![]).to_json(), "{}");
        assert_eq!(Datum::List(vec![]).to_json(), "[]");
    }
}
