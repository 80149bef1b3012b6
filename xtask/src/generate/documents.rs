//! The tables in the package's documents.

use std::fmt::Write as _;

use iyzico_reversals::{Advice, CODES, Field, Meaning, Operation, Reason, Relation, Rule};

/// Replaces the text between `<!-- generated NAME -->` and `<!-- end -->`.
pub(super) fn fill(text: &str) -> anyhow::Result<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once("<!-- generated ") {
        let (name, body) = marked
            .split_once(" -->")
            .ok_or_else(|| anyhow::anyhow!("a marker without an end"))?;
        let (_, after) = body
            .split_once("<!-- end -->")
            .ok_or_else(|| anyhow::anyhow!("{name}: no <!-- end -->"))?;
        let table = match name {
            "codes" => code_table(),
            name => Operation::ALL
                .iter()
                .find(|operation| operation.name() == name)
                .map(|operation| field_table(*operation))
                .ok_or_else(|| anyhow::anyhow!("nothing is generated under the name {name}"))?,
        };
        let _ = write!(out, "{before}<!-- generated {name} -->\n{table}<!-- end -->");
        rest = after;
    }
    Ok(out + rest)
}

fn field_table(operation: Operation) -> String {
    let mut out = String::from("| field | | meaning |\n| --- | --- | --- |\n");
    rows(operation.fields(), "", &mut out);
    out
}

fn rows(fields: &[&Field], prefix: &str, out: &mut String) {
    for field in fields {
        let need = match (field.is_required(), field.is_sent(), field.relation()) {
            (true, ..) => "required".to_owned(),
            (_, false, _) => "not sent".to_owned(),
            (.., Relation::Unless(other)) => format!("or `{}`", other.name()),
            _ => String::new(),
        };
        let values = match field.rule() {
            Rule::OneOf(choice) => format!(" One of `{}`.", choice.values().join("`, `")),
            _ => String::new(),
        };
        let _ = writeln!(
            out,
            "| `{prefix}{}` | {need} | {}{values} |",
            field.name(),
            field.doc().text()
        );
        if let Rule::Items(fields) = field.rule() {
            rows(fields, &format!("{}[].", field.name()), out);
        }
    }
}

fn code_table() -> String {
    let mut out = String::from("| code | reads as | published as | source |\n| --- | --- | --- | --- |\n");
    for row in CODES
        .iter()
        .filter(|row| row.meaning != Meaning::Failed(Advice::Refused))
    {
        let meaning = match row.meaning {
            Meaning::Failed(advice) => format!("failure, `{}`", advice.as_str()),
            Meaning::Unknown => format!("unknown, `{}`", Reason::TimeoutCode.as_str()),
        };
        let _ = writeln!(
            out,
            "| {} | {meaning} | {}{} | {} |",
            row.code,
            row.group.map_or_else(String::new, |group| format!("{group}: ")),
            row.doc.text(),
            row.source.text()
        );
    }
    out
}
