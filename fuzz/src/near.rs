//! Mostly valid inputs, so that the fuzzer gets past the first checks.

use arbitrary::{Arbitrary, Result, Unstructured};
use iyzico_reversals::{AnswerField, Field, Kind, Operation, Rule};
use serde_json::{Map, Value};

/// Params for the operation, as JSON text.
pub fn params(operation: Operation, choices: &mut Unstructured<'_>) -> Result<String> {
    given(operation.fields(), choices)
}

/// An answer to `sent`, as JSON text. Its signature is mostly `*`, which the target replaces with the right one.
pub fn answer(operation: Operation, sent: &Map<String, Value>, choices: &mut Unstructured<'_>) -> Result<String> {
    let status = choices.choose(&[
        "success", "success", "success", "failure", "SUCCESS", "Failure", "pending",
    ])?;
    let mut members = vec![("status".to_owned(), Value::from(*status).to_string())];
    for field in operation.answer() {
        if sent.contains_key(field.name()) || choices.ratio(1, 2)? {
            members.push((field.name().to_owned(), answered(field, sent, choices)?));
        }
    }
    members.push(("signature".to_owned(), signature(choices)?));
    if !status.eq_ignore_ascii_case("success") || choices.ratio(1, 16)? {
        let codes = ["\"10051\"", "5086", "\"\"", "\"0\"", "null", "\"10220\"", "\"1001\""];
        members.push(("errorCode".to_owned(), (*choices.choose(&codes)?).to_owned()));
        members.push(("errorGroup".to_owned(), text(choices)?));
    }
    disturb(&mut members, choices)?;
    Ok(object(&members))
}

fn given(fields: &[&Field], choices: &mut Unstructured<'_>) -> Result<String> {
    let mut members = Vec::new();
    for field in fields {
        if field.is_required() || choices.ratio(1, 3)? {
            members.push((field.name().to_owned(), param(field, choices)?));
        }
    }
    disturb(&mut members, choices)?;
    Ok(object(&members))
}

fn param(field: &Field, choices: &mut Unstructured<'_>) -> Result<String> {
    if choices.ratio(1, 12)? {
        return wrong(choices);
    }
    match field.rule() {
        Rule::Amount => amount(choices),
        Rule::Count => Ok(choices.int_in_range(1..=20)?.to_string()),
        Rule::Date => Ok((*choices.choose(&["20250820", "\"20240229\"", "20230229", "\"19991231\""])?).to_owned()),
        Rule::Day => {
            Ok((*choices.choose(&["\"2025-08-20\"", "\"2024-02-29\"", "\"2023-02-29\"", "\"20250820\""])?).to_owned())
        }
        Rule::Flag => Ok(bool::arbitrary(choices)?.to_string()),
        Rule::Id => Ok(format!("\"{}\"", u32::arbitrary(choices)?)),
        Rule::Items(fields) => {
            let items = (0..choices.int_in_range(1..=3)?).map(|_| given(fields, choices));
            Ok(format!("[{}]", items.collect::<Result<Vec<_>>>()?.join(",")))
        }
        Rule::Url => Ok("\"https://example.com/back\"".to_owned()),
        Rule::Ip => Ok((*choices.choose(&["\"85.34.78.112\"", "\"::1\"", "\"::ffff:1.2.3.4\""])?).to_owned()),
        Rule::OneOf(choice) => Ok(Value::from(*choices.choose(choice.values())?).to_string()),
        _ => text(choices),
    }
}

fn answered(field: &AnswerField, sent: &Map<String, Value>, choices: &mut Unstructured<'_>) -> Result<String> {
    if choices.ratio(1, 12)? {
        return wrong(choices);
    }
    match (sent.get(field.name()), field.kind()) {
        (Some(Value::String(text)), Kind::Amount) if choices.ratio(1, 2)? => Ok(text.clone()),
        (Some(value), _) => Ok(value.to_string()),
        (None, Kind::Amount) => amount(choices),
        (None, Kind::Flag) => Ok(bool::arbitrary(choices)?.to_string()),
        (None, Kind::Integer) => Ok(u64::arbitrary(choices)?.to_string()),
        (None, _) => text(choices),
    }
}

fn signature(choices: &mut Unstructured<'_>) -> Result<String> {
    match choices.int_in_range(0..=15)? {
        0 => wrong(choices),
        1 => Ok(format!("\"{}\"", "0".repeat(64))),
        2 => Ok("\"269ce670ac4027fc95644812d38bc1c3c3897848573215c5bf03e8dd86b328fd\"".to_owned()),
        _ => Ok("\"*\"".to_owned()),
    }
}

fn amount(choices: &mut Unstructured<'_>) -> Result<String> {
    let whole = choices.arbitrary::<u64>()? >> choices.int_in_range(0..=63)?;
    let fraction = choices.arbitrary::<u32>()? >> choices.int_in_range(0..=31)?;
    let digits = match choices.int_in_range(0..=3)? {
        0 => whole.to_string(),
        1 => format!("{whole}.{fraction}"),
        2 => format!("{whole}.{fraction:08}"),
        _ => format!("{whole}.{:02}", fraction % 100),
    };
    Ok(match choices.ratio(1, 2)? {
        true => digits,
        false => format!("\"{digits}\""),
    })
}

fn text(choices: &mut Unstructured<'_>) -> Result<String> {
    Ok(Value::from(<&str>::arbitrary(choices)?).to_string())
}

fn wrong(choices: &mut Unstructured<'_>) -> Result<String> {
    match choices.ratio(1, 4)? {
        true => text(choices),
        false => Ok((*choices.choose(WRONG)?).to_owned()),
    }
}

/// Reverses, duplicates, adds, removes or rotates members.
fn disturb(members: &mut Vec<(String, String)>, choices: &mut Unstructured<'_>) -> Result<()> {
    let at = choices.choose_index(members.len().max(1))?;
    match choices.int_in_range(0..=11)? {
        0 => members.reverse(),
        1 => members.extend(members.get(at).cloned()),
        2 => members.push((String::arbitrary(choices)?, wrong(choices)?)),
        3 => drop(members.drain(at..).next()),
        4 => members.rotate_left(at),
        _ => {}
    }
    Ok(())
}

fn object(members: &[(String, String)]) -> String {
    let members: Vec<_> = members
        .iter()
        .map(|(name, value)| format!("{}:{value}", Value::from(name.as_str())))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// Values that are wrong for most fields.
const WRONG: &[&str] = &[
    "null",
    "true",
    "[]",
    "{}",
    "{\"\":\"lone surrogate\"}",
    "[[[[[[[[[[[[[]]]]]]]]]]]]]",
    "\"\"",
    "0",
    "-5",
    "0.00",
    "\"0.000000001\"",
    "\"05\"",
    "\"5,00\"",
    "\"1e2\"",
    "1e2",
    "5.0e0",
    "0E-8",
    "1e400",
    "0.30000000000000004",
    "\"123456789012345678901\"",
    "\"12345678901234567890.12345678\"",
    "27169345",
    "\"271:69345\"",
    "\"1:5:TRY\"",
    "\"TL\"",
    "\"try\"",
    "\"fraud\"",
    "\"256.1.1.1\"",
    "\"a\\u0000b\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"",
];
