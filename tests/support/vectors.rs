//! Reads the vectors that Rust and JavaScript share (`tests/vectors/`).

#![allow(dead_code, reason = "each test uses some of them")]

use serde_json::Value;

pub(crate) fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("the vectors are JSON")
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// `base` with changed members: `{ "json": "5.00" }` is a value with exactly this spelling, `{ "absent": true }` removes the
/// member.
pub(crate) fn changed(base: &Value, changes: &Value) -> Value {
    changed_of(base, changes, &Value::Null)
}

/// The same; `{ "sent": "price" }` is what the request sent.
pub(crate) fn changed_of(base: &Value, changes: &Value, sent: &Value) -> Value {
    let mut changed = base.clone();
    let members = changed.as_object_mut().expect("an object");
    for (name, change) in changes.as_object().into_iter().flatten() {
        match (&change["json"], &change["sent"], &change["absent"]) {
            (Value::String(spelled), _, _) => members.insert(name.clone(), parse(spelled)),
            (_, Value::String(param), _) => members.insert(name.clone(), sent[param].clone()),
            (_, _, Value::Bool(true)) => members.remove(name),
            _ => members.insert(name.clone(), change.clone()),
        };
    }
    changed
}

/// HTTP statuses of a case, 200 where it names none.
pub(crate) fn http_statuses(case: &Value) -> Vec<u16> {
    let named = list(&case["http"]);
    if named.is_empty() {
        return vec![200];
    }
    named
        .iter()
        .map(|status| {
            let status = status.as_u64().expect("a status");
            status.try_into().expect("a status")
        })
        .collect()
}
