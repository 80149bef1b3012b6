//! A draft is opened only if its own values produce exactly the same bytes.

#![no_main]

use std::collections::BTreeMap;

use arbitrary::{Arbitrary, Result, Unstructured};
use fuzz::{Input, params};
use iyzico_reversals::{Draft, Field, Operation, Params, Rule, Wire};
use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde_json::{Map, Value};

fuzz_target!(|bytes: &[u8]| {
    match Input::new(bytes) {
        Input::Text(text) => drop(opens(text)),
        Input::Choices(mut choices) => {
            if let Ok(Some((text, is_ours))) = made(&mut choices) {
                let opens = opens(&text);
                assert!(opens || !is_ours, "a draft of ours does not open: {text}");
            }
        }
    }
});

fn opens(text: &str) -> bool {
    let Ok(draft) = Draft::reopen(text) else {
        return false;
    };
    let given: BTreeMap<String, String> = serde_json::from_str(text).expect("an opened draft is texts");
    let params = match draft.operation().wire() {
        Wire::Query => queried(draft.operation().fields(), &given["path"]),
        Wire::Form(_) | Wire::Json => sent(draft.operation().fields(), &given["body"]),
    };
    let made = draft_of(&given["operation"], &params.to_string()).expect("its params are valid");
    assert_eq!(draft.body(), given["body"]);
    let mut made: BTreeMap<String, String> = serde_json::from_str(&json(&made)).expect("a draft is texts");
    // An earlier version spelled line breaks differently. Its drafts are signed unchanged.
    let parsed = |body: &str| serde_json::from_str::<Value>(body).ok();
    if parsed(&made["body"]) == parsed(&given["body"]) {
        made.insert("body".to_owned(), given["body"].clone());
    }
    assert_eq!(given, made, "{text}");
    true
}

fn draft_of(operation: &str, params: &str) -> Option<Draft> {
    let params = Params::check(operation.parse().ok()?, params, None).ok()?;
    Draft::new(params).ok()
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}

/// Turns a body back into params. Amounts become strings: a body's number tokens are exact, and number params are doubles.
fn sent(fields: &[&Field], body: &str) -> Value {
    let mut body = serde_json::from_str(body).expect("a body is JSON");
    unquote(fields, &mut body);
    body
}

fn unquote(fields: &[&Field], object: &mut Value) {
    for field in fields {
        match (field.rule(), object.get_mut(field.name())) {
            (Rule::Amount, Some(value)) => *value = Value::from(value.to_string()),
            (Rule::Items(fields), Some(Value::Array(items))) => items.iter_mut().for_each(|item| unquote(fields, item)),
            _ => {}
        }
    }
}

/// Turns a query back into params. Counts become numbers.
fn queried(fields: &[&Field], path: &str) -> Value {
    let query = path.split_once('?').map_or("", |(_, query)| query);
    let pairs = form_urlencoded::parse(query.as_bytes());
    let is_count = |name: &str| {
        let mut named = fields.iter().filter(|field| field.name() == name);
        named.any(|field| matches!(field.rule(), Rule::Count))
    };
    pairs
        .map(|(name, value)| match value.parse::<u32>() {
            Ok(count) if is_count(&name) => (name.into_owned(), Value::from(count)),
            _ => (name.into_owned(), Value::from(value.into_owned())),
        })
        .collect()
}

/// A draft, possibly altered, and whether it must still be accepted.
fn made(choices: &mut Unstructured<'_>) -> Result<Option<(String, bool)>> {
    let operation = *choices.choose(Operation::ALL)?;
    let Some(draft) = draft_of(operation.name(), &params(operation, choices)?) else {
        return Ok(None);
    };
    let mut members: Map<String, Value> = serde_json::from_str(&json(&draft)).expect("a draft is an object");
    let alteration = choices.int_in_range(0..=6)?;
    match alteration {
        0 => {}
        1 => {
            let text = serde_json::to_string_pretty(&members).unwrap_or_default();
            return Ok(Some((text.replace('p', "\\u0070"), true)));
        }
        2 => splice(choose(&mut members, choices)?, choices)?,
        3 => forge(&mut members, choices)?,
        4 => *choose(&mut members, choices)? = Value::from(choices.arbitrary::<u8>()?),
        5 => drop(members.insert(String::arbitrary(choices)?, Value::from(<&str>::arbitrary(choices)?))),
        _ => drop(members.shift_remove(*choices.choose(&["operation", "method", "path", "body", "fingerprint"])?)),
    }
    Ok(Some((Value::Object(members).to_string(), alteration == 0)))
}

fn choose<'a>(members: &'a mut Map<String, Value>, choices: &mut Unstructured<'_>) -> Result<&'a mut Value> {
    let index = choices.choose_index(members.len())?;
    members.values_mut().nth(index).ok_or(arbitrary::Error::EmptyChoose)
}

/// Alters the body and updates the fingerprint, which needs no secret.
fn forge(members: &mut Map<String, Value>, choices: &mut Unstructured<'_>) -> Result<()> {
    splice(&mut members["body"], choices)?;
    let text = |name: &str| members.get(name).and_then(Value::as_str).unwrap_or_default();
    if let Some(forged) = draft_of(text("operation"), text("body")) {
        members.insert("fingerprint".to_owned(), Value::from(forged.fingerprint()));
    }
    Ok(())
}

/// Replaces part of a text.
fn splice(value: &mut Value, choices: &mut Unstructured<'_>) -> Result<()> {
    let chars: Vec<char> = value.as_str().unwrap_or_default().chars().collect();
    let start = choices.int_in_range(0..=chars.len())?;
    let end = choices.int_in_range(start..=chars.len().min(start + 4))?;
    let mut text: String = chars.iter().take(start).collect();
    text.push_str(match choices.ratio(1, 4)? {
        true => <&str>::arbitrary(choices)?,
        false => choices.choose(PIECES)?,
    });
    text.extend(chars.iter().skip(end));
    *value = Value::from(text);
    Ok(())
}

/// Small changes that a parser might overlook.
const PIECES: &[&str] = &[
    "", " ", "\t", "\n", "\0", "\u{feff}", "0", "00", ".", ".0", "-", "e0", "\"", "\\", "\\u0031", ",", ":", "{", "}",
    "/", "?", "#", "..", "V2", "a", "A",
];
