//! The body holds exactly the accepted params, unchanged.

#![no_main]

use std::net::IpAddr;

use arbitrary::{Result, Unstructured};
use bigdecimal::BigDecimal;
use fuzz::{Input, first_line, params};
use iyzico_reversals::{Access, Draft, Field, Operation, Params, Relation, Rule};
use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde_json::{Map, Value, json};

fuzz_target!(|bytes: &[u8]| {
    match Input::new(bytes) {
        Input::Text(text) => match first_line(text) {
            ("ip", ip) => is_address(ip),
            (operation, params) => hold(operation, params),
        },
        Input::Choices(mut choices) => {
            if let Ok((operation, params)) = made(&mut choices) {
                hold(operation.name(), &params);
            }
        }
    }
});

fn made(choices: &mut Unstructured<'_>) -> Result<(Operation, String)> {
    let operation = *choices.choose(Operation::ALL)?;
    Ok((operation, params(operation, choices)?))
}

/// The standard library is the reference.
fn is_address(ip: &str) {
    let params = json!({ "paymentId": "1", "ip": ip });
    let is_accepted = Params::check(Operation::Cancel, &params.to_string(), None).is_ok();
    assert_eq!(is_accepted, ip.parse::<IpAddr>().is_ok(), "{ip:?}");
}

fn hold(operation: &str, text: &str) {
    let checked = operation
        .parse()
        .and_then(|operation| Params::check(operation, text, None));
    let params = match checked {
        Ok(params) => params,
        Err(issues) => {
            assert!(!issues.is_empty(), "refused without a reason: {text}");
            assert!(issues.iter().all(|issue| !issue.message().is_empty()), "{issues:?}");
            return;
        }
    };
    let given: Value = serde_json::from_str(text).expect("accepted params are JSON");
    let accepted: Value = serde_json::from_str(&json_text(&params)).expect("accepted params are written as JSON");
    let operation = params.operation();
    let fields = operation.fields();
    is_whole(fields, &given, &accepted, |_| true);

    let Ok(draft) = Draft::new(params) else {
        assert_eq!(operation.access(), Access::Login, "only a login has no draft: {text}");
        return;
    };
    if !draft.body().is_empty() {
        let sent: Value = serde_json::from_str(draft.body()).expect("a body is JSON");
        is_whole(fields, &given, &sent, Field::is_sent);
    }
    let reopened = Draft::reopen(&json_text(&draft)).expect("a draft of ours opens");
    assert_eq!(json_text(&reopened), json_text(&draft));
}

fn json_text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}

/// Checks that the body has every param, in the table's order, and nothing else.
fn is_whole(fields: &[&Field], given: &Value, taken: &Value, is_wanted: fn(&Field) -> bool) {
    let (Some(given), Some(taken)) = (given.as_object(), taken.as_object()) else {
        panic!("{given} was taken as {taken}");
    };
    let names = fields
        .iter()
        .filter(|field| given.contains_key(field.name()) && is_wanted(field));
    assert!(
        names.map(|field| field.name()).eq(taken.keys()),
        "{given:?} was taken as {taken:?}"
    );
    assert!(
        given.keys().all(|name| fields.iter().any(|field| field.name() == name)),
        "{given:?}"
    );
    for field in fields {
        is_allowed(field, given);
        if let (Some(given), Some(taken)) = (given.get(field.name()), taken.get(field.name())) {
            is_same(field, given, taken);
        }
    }
}

fn is_same(field: &Field, given: &Value, taken: &Value) {
    match (field.rule(), given, taken) {
        (Rule::Items(fields), Value::Array(given), Value::Array(taken)) => {
            assert!(!given.is_empty() && given.len() == taken.len());
            for (given, taken) in given.iter().zip(taken) {
                is_whole(fields, given, taken, |_| true);
            }
        }
        (Rule::OneOf(choice), Value::String(given), Value::String(taken)) => {
            assert!(choice.values().contains(&taken.as_str()) && given.eq_ignore_ascii_case(taken));
        }
        (Rule::Amount | Rule::Date, _, _) => assert_eq!(digits(given), digits(taken)),
        (Rule::Ip, Value::String(ip), _) => assert!(ip.parse::<IpAddr>().is_ok() && given == taken, "{ip}"),
        _ => assert_eq!(given, taken),
    }
}

fn is_allowed(field: &Field, given: &Map<String, Value>) {
    let has = |name: &str| given.contains_key(name);
    let allowed = match field.relation() {
        Relation::AtMost(other) => match (decimal(given, field.name()), decimal(given, other.name())) {
            (Some(amount), Some(bound)) => amount <= bound,
            _ => true,
        },
        Relation::Excludes(other) => !has(field.name()) || !has(other.name()),
        Relation::Needs(other) => !has(field.name()) || has(other.name()),
        Relation::Unless(other) => has(field.name()) || has(other.name()),
        _ => true,
    };
    assert!(
        allowed && (!field.is_required() || has(field.name())),
        "{} of {given:?}",
        field.name()
    );
}

fn digits(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn decimal(given: &Map<String, Value>, name: &str) -> Option<BigDecimal> {
    digits(given.get(name)?).parse().ok()
}
