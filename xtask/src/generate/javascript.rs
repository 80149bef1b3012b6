//! The JavaScript tables: `operations.js` and, for tests, `answer-tables.js`.

use std::fmt::Write as _;

use iyzico_reversals::{AnswerField, CODES, Echo, Kind, MAX_ITEMS, MAX_NAMES, MAX_TEXT, Operation};

use super::{HEADER, json, key};

pub(super) fn operations() -> String {
    let names: Vec<_> = Operation::ALL
        .iter()
        .map(|operation| format!("\"{}\"", operation.name()))
        .collect();
    let questions: Vec<_> = Operation::ALL
        .iter()
        .filter(|operation| !operation.moves_money())
        .map(|operation| format!("\"{}\"", operation.name()))
        .collect();
    let longest: Vec<_> = Operation::ALL
        .iter()
        .map(|operation| format!("\"{}\": {}", operation.name(), operation.longest_answer()))
        .collect();
    format!(
        "// {HEADER}

export const operations = Object.freeze([{}]);

// The operations that move no money.
export const questions = Object.freeze([{}]);

// The longest answer that is read, in UTF-8 bytes.
export const longestAnswer = {{ __proto__: null, {} }};

// The most characters of a text, items of a list and names of an object that are passed to the core.
export const limits = {{ characters: {MAX_TEXT}, items: {MAX_ITEMS}, names: {MAX_NAMES} }};
",
        names.join(", "),
        questions.join(", "),
        longest.join(", ")
    )
}

/// The tables of `fakeAnswer` and `fakeFailure`.
pub(super) fn answer_tables() -> String {
    let mut out = format!(
        "// {HEADER}\n\n// For tests only: the fields of each operation's answers.\nexport const answers = {{\n"
    );
    for &operation in Operation::ALL {
        let signed: Vec<_> = operation.signed().iter().map(|field| json(field.name())).collect();
        let _ = writeln!(
            out,
            "  {}: {{\n    path: {}, signed: [{}],\n    fields: {},\n  }},",
            key(operation),
            json(operation.path()),
            signed.join(", "),
            answer_table(operation.answer(), operation.signed(), "    ")
        );
    }
    out += "};\n\n// The group and message that a code is published with.\nexport const refusals = {\n";
    for row in CODES {
        let group = row
            .group
            .map_or_else(String::new, |group| format!(", group: {}", json(group)));
        let _ = writeln!(out, "  {}: {{ message: {}{group} }},", row.code, json(row.doc.text()));
    }
    out + "};\n"
}

fn answer_table(fields: &[&AnswerField], signed: &[&AnswerField], indent: &str) -> String {
    let mut out = String::from("[\n");
    for field in fields {
        let kind = match field.kind() {
            Kind::Amount => "\"amount\"".to_owned(),
            Kind::Flag => "\"flag\"".to_owned(),
            Kind::Integer => "\"integer\"".to_owned(),
            Kind::List(fields) => answer_table(fields, &[], &format!("{indent}  ")),
            _ => "\"text\"".to_owned(),
        };
        let repeats = match field.echoes() {
            Echo::Exact(of) | Echo::IfAnswered(of) | Echo::Sent(of) => format!(", repeats: {}", json(of.name())),
            _ => String::new(),
        };
        // A signed field is always answered, unless it repeats a field that was not sent.
        let is_signed = signed.iter().any(|signed| signed.name() == field.name());
        let is_needed = field.is_required() || (is_signed && !matches!(field.echoes(), Echo::Exact(_)));
        let needed = if is_needed { ", isNeeded: true" } else { "" };
        let _ = writeln!(
            out,
            "{indent}  {{ name: {}, kind: {kind}{repeats}{needed} }},",
            json(field.name())
        );
    }
    out + indent + "]"
}
