//! The values of fields by their rule, from `vectors/values.json`.

use std::collections::BTreeSet;

use iyzico_reversals::{Access, Draft, Field, Operation, Params, Rule};
use serde_json::{Value, json};

#[test]
fn every_field_is_held_to_its_rule() {
    let vectors = vectors();
    for rule in vectors["rules"].as_array().expect("rules") {
        for field in rule["fields"].as_array().expect("fields") {
            let (operation, path) = field.as_str().and_then(|field| field.split_once(' ')).expect("a field");
            let operation: Operation = operation.parse().expect("an operation");
            let base = base(&vectors, operation, path);
            for accepted in rule["accepted"].as_array().expect("values") {
                accepts(operation, &base, path, accepted);
            }
            for (code, values) in rule["refused"].as_object().expect("codes") {
                for value in values.as_array().expect("values") {
                    refuses(operation, &base, path, &text_of(value), code);
                }
            }
        }
    }
}

/// A field that is added to an operation must be added to a rule.
#[test]
fn every_field_of_every_operation_has_a_rule() {
    let vectors = vectors();
    let covered: BTreeSet<_> = vectors["rules"]
        .as_array()
        .expect("rules")
        .iter()
        .flat_map(|rule| rule["fields"].as_array().expect("fields"))
        .map(|field| field.as_str().expect("a field").to_owned())
        .collect();
    let mut all = BTreeSet::new();
    for operation in Operation::ALL {
        collect(operation.fields(), &format!("{operation} "), &mut all);
    }
    assert_eq!(covered, all);
}

fn collect(fields: &[&Field], prefix: &str, into: &mut BTreeSet<String>) {
    for field in fields {
        match field.rule() {
            Rule::Items(fields) => collect(fields, &format!("{prefix}{}[].", field.name()), into),
            _ => drop(into.insert(format!("{prefix}{}", field.name()))),
        }
    }
}

fn accepts(operation: Operation, base: &Value, path: &str, accepted: &Value) {
    let value = text_of(&accepted["value"]);
    let params = with(base, path, &value);
    let checked = Params::check(operation, &params.to_string(), None);
    let checked = checked.unwrap_or_else(|issues| panic!("{operation} {path} {value}: {issues}"));
    if operation.access() == Access::Login || operation.method() == "GET" || path == "upTo" {
        return;
    }
    let sent = accepted["sent"]
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    let name = path.rsplit('.').next().expect("a name");
    let body = Draft::new(checked).expect("a draft").body().to_owned();
    let sent = format!("\"{name}\":{sent}");
    assert!(body.contains(&sent), "{operation} {path} {value}: no {sent} in {body}");
}

fn refuses(operation: Operation, base: &Value, path: &str, value: &Value, code: &str) {
    let params = with(base, path, value).to_string();
    let issues = Params::check(operation, &params, None).expect_err(&format!("{operation} {path} {value}"));
    let found: Vec<_> = issues
        .iter()
        .map(|issue| (issue.path().join("."), issue.code().as_str()))
        .collect();
    let at = path.replace("[]", ".0");
    assert_eq!(found, [(at, code)], "{operation} {path} {value}");
}

/// Valid params with another value of one field.
fn with(base: &Value, path: &str, value: &Value) -> Value {
    let mut params = base.clone();
    match path.split_once("[].") {
        Some((list, name)) => params[list][0][name] = value.clone(),
        None => params[path] = value.clone(),
    }
    params
}

fn base(vectors: &Value, operation: Operation, path: &str) -> Value {
    let own = &vectors["bases"][format!("{operation} {path}")];
    let base = if own.is_null() {
        &vectors["bases"][operation.name()]
    } else {
        own
    };
    assert!(base.is_object(), "no base for {operation}");
    base.clone()
}

/// A value, or the long text that it stands for.
fn text_of(value: &Value) -> Value {
    match &value["$repeat"] {
        Value::Array(repeat) => {
            let times = repeat[1].as_u64().and_then(|times| usize::try_from(times).ok());
            json!(repeat[0].as_str().expect("a text").repeat(times.expect("a number")))
        }
        _ => value.clone(),
    }
}

fn vectors() -> Value {
    serde_json::from_str(include_str!("../vectors/values.json")).expect("JSON")
}
