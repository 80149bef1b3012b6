//! What is written from the crate's tables: TypeScript types, JSON Schemas and the READMEs' tables.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use crate::workspace;
use iyzico_reversals::{
    Advice, AnswerField, CODES, Code, Echo, Field, Kind, Meaning, OPERATIONS, Operation, Reason, Rule,
};

/// Writes the files, or with `check` only says which of them are out of step.
pub fn run(check: bool) -> anyhow::Result<()> {
    let mut stale = Vec::new();
    for (path, text) in outputs()? {
        let current = fs::read_to_string(&path).unwrap_or_default();
        if current == text {
            continue;
        }
        if check {
            stale.push(path);
        } else {
            if let Some(folder) = Path::new(&path).parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&path, text)?;
            println!("wrote {path}");
        }
    }
    anyhow::ensure!(
        stale.is_empty(),
        "out of step with the tables, run `cargo xtask generate`: {}",
        stale.join(", ")
    );
    Ok(())
}

fn outputs() -> anyhow::Result<Vec<(String, String)>> {
    env::set_current_dir(workspace::root())?;
    let mut outputs = vec![
        ("pkg-template/operations.js".to_owned(), javascript()),
        ("pkg-template/operations.d.ts".to_owned(), typescript()),
    ];
    for operation in OPERATIONS {
        outputs.push((
            format!("pkg-template/schema/{}.json", operation.name()),
            json_schema(operation),
        ));
    }
    for readme in ["README.md", "pkg-template/README.md"] {
        let text = fs::read_to_string(readme).unwrap_or_default();
        outputs.push((readme.to_owned(), fill(&text)?));
    }
    Ok(outputs)
}

fn javascript() -> String {
    let names: Vec<_> = OPERATIONS
        .iter()
        .map(|operation| format!("\"{}\"", operation.name()))
        .collect();
    format!(
        "// {HEADER}\n\nexport const operations = Object.freeze([{}]);\n",
        names.join(", ")
    )
}

fn typescript() -> String {
    let mut out = format!("// {HEADER}\n\nimport type {{ Request }} from \"./index.js\";\n");
    let names = |render: &dyn Fn(&Operation) -> String| OPERATIONS.iter().map(|o| render(o)).collect::<String>();

    out += "\n/** The operations' names. */\n";
    out += &union("OperationName", OPERATIONS.iter().map(|operation| operation.name()));
    out += "\n/** What is wrong with an input. Fixed for ever. */\n";
    out += &union("IssueCode", Code::ALL.iter().map(|code| code.as_str()).chain(["freed"]));
    out += "\n/** Why an outcome is unknown. */\n";
    out += &union("Reason", Reason::ALL.iter().map(|reason| reason.as_str()));
    out += "\n/** What to do about a failure. */\n";
    out += &union("Advice", Advice::ALL.iter().map(|advice| advice.as_str()));

    for operation in OPERATIONS {
        out += &interface(operation);
    }
    out += "\n/** The params of each operation. */\nexport interface Params {\n";
    out += &names(&|o| format!("  {}: {}Params;\n", o.name(), title(o)));
    out += "}\n\n/** The data of a success of each operation. */\nexport interface Answers {\n";
    out += &names(&|o| format!("  {}: {}Data;\n", o.name(), title(o)));
    out += "}\n\n/** A method for each operation. */\nexport interface Operations {";
    out += &names(&|o| {
        format!(
            "\n  /**\n   * {}\n   *\n   * `{} {}`\n   *\n   * @throws `IyzicoValidationError` with every issue at once\n   * @see {}\n   */\n  {}(params: {}Params): Request<\"{}\">;\n",
            o.doc().text(),
            o.method(),
            o.path(),
            o.source().text(),
            o.name(),
            title(o),
            o.name(),
        )
    });
    out += "}\n";
    out
}

fn interface(operation: &Operation) -> String {
    let mut out = format!(
        "\n/** {} */\nexport interface {}Params {{\n",
        operation.doc().text(),
        title(operation)
    );
    for field in operation.fields() {
        let optional = if field.is_required() { "" } else { "?" };
        let ty = match field.rule() {
            Rule::Amount => "string | number".to_owned(),
            Rule::OneOf(choice) if choice.takes_any_case() => {
                let lower = choice
                    .values()
                    .iter()
                    .map(|value| value.to_lowercase())
                    .collect::<Vec<_>>();
                quoted(choice.values().iter().copied().chain(lower.iter().map(String::as_str)))
            }
            Rule::OneOf(choice) => quoted(choice.values().iter().copied()),
            _ => "string".to_owned(),
        };
        let _ = writeln!(
            out,
            "  /** {} */\n  {}{optional}: {ty};",
            field.doc().text(),
            field.name()
        );
    }
    let _ = write!(
        out,
        "}}\n\n/** The data of a successful `{}`. */\nexport interface {}Data {{\n",
        operation.name(),
        title(operation)
    );
    for field in operation.answer() {
        let optional = if is_always_answered(operation, field) { "" } else { "?" };
        let ty = match field.kind() {
            Kind::Amount | Kind::Text => "string",
            Kind::Flag => "boolean",
            Kind::Millis => "number",
            _ => "unknown",
        };
        let note = if field.kind() == Kind::Amount {
            " A decimal string without trailing zeros."
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "  /** {}{note} */\n  readonly {}{optional}: {ty};",
            field.doc().text(),
            field.name()
        );
    }
    out + "}\n"
}

/// A success without the echo of a required field would not be one.
fn is_always_answered(operation: &Operation, answer: &AnswerField) -> bool {
    answer.echoes() != Echo::None
        && operation
            .fields()
            .iter()
            .any(|field| field.name() == answer.name() && field.is_required())
}

fn json_schema(operation: &Operation) -> String {
    let mut out = String::from("{\n");
    let _ = writeln!(out, "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",");
    let _ = writeln!(
        out,
        "  \"title\": {},",
        json(&format!("Params of {}", operation.name()))
    );
    let _ = writeln!(out, "  \"description\": {},", json(operation.doc().text()));
    let _ = writeln!(out, "  \"type\": \"object\",\n  \"additionalProperties\": false,");
    let required: Vec<_> = operation
        .fields()
        .iter()
        .filter(|field| field.is_required())
        .map(|field| json(field.name()))
        .collect();
    let _ = writeln!(out, "  \"required\": [{}],", required.join(", "));
    let needs: Vec<_> = operation
        .fields()
        .iter()
        .filter_map(|field| Some(format!("{}: [{}]", json(field.name()), json(field.needs()?))))
        .collect();
    if !needs.is_empty() {
        let _ = writeln!(out, "  \"dependentRequired\": {{ {} }},", needs.join(", "));
    }
    let properties: Vec<_> = operation.fields().iter().map(property).collect();
    let _ = write!(out, "  \"properties\": {{\n{}\n  }}\n}}\n", properties.join(",\n"));
    out
}

fn property(field: &Field) -> String {
    let form = match field.rule() {
        Rule::Amount => "\"type\": [\"string\", \"number\"], \"pattern\": \"^(?![0.]*$)(?:0|[1-9][0-9]{0,19})(?:\\\\.[0-9]{1,8})?$\", \"exclusiveMinimum\": 0".to_owned(),
        Rule::Id => "\"type\": \"string\", \"pattern\": \"^[!-9;-~]+$\"".to_owned(),
        Rule::Ip => "\"type\": \"string\", \"anyOf\": [{ \"format\": \"ipv4\" }, { \"format\": \"ipv6\" }]".to_owned(),
        Rule::OneOf(choice) => {
            let lower = choice.values().iter().map(|value| value.to_lowercase()).filter(|_| choice.takes_any_case());
            let values: Vec<_> = choice.values().iter().map(|value| (*value).to_owned()).chain(lower).map(|value| json(&value)).collect();
            format!("\"enum\": [{}]", values.join(", "))
        }
        _ => "\"type\": \"string\", \"minLength\": 1, \"pattern\": \"^[^\\\\u0000-\\\\u001f\\\\u007f-\\\\u009f]*$\"".to_owned(),
    };
    format!(
        "    {}: {{ {form}, \"description\": {} }}",
        json(field.name()),
        json(field.doc().text())
    )
}

/// Replaces what stands between `<!-- generated NAME -->` and `<!-- end -->`.
fn fill(text: &str) -> anyhow::Result<String> {
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
            name => OPERATIONS
                .iter()
                .find(|operation| operation.name() == name)
                .map(|operation| field_table(operation))
                .ok_or_else(|| anyhow::anyhow!("nothing is generated under the name {name}"))?,
        };
        let _ = write!(out, "{before}<!-- generated {name} -->\n{table}<!-- end -->");
        rest = after;
    }
    Ok(out + rest)
}

fn field_table(operation: &Operation) -> String {
    let mut out = String::from("| field | | meaning |\n| --- | --- | --- |\n");
    for field in operation.fields() {
        let need = match (field.is_required(), field.is_sent()) {
            (true, _) => "required",
            (_, false) => "not sent",
            _ => "",
        };
        let values = match field.rule() {
            Rule::OneOf(choice) => format!(" One of `{}`.", choice.values().join("`, `")),
            _ => String::new(),
        };
        let _ = writeln!(out, "| `{}` | {need} | {}{values} |", field.name(), field.doc().text());
    }
    out
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
            "| {} | {meaning} | {} | {} |",
            row.code,
            row.doc.text(),
            row.source.text()
        );
    }
    out
}

fn union<'a>(name: &str, values: impl Iterator<Item = &'a str>) -> String {
    let lines: String = values.map(|value| format!("\n  | \"{value}\"")).collect();
    format!("export type {name} ={lines};\n")
}

fn quoted<'a>(values: impl Iterator<Item = &'a str>) -> String {
    values
        .map(|value| format!("\"{value}\""))
        .collect::<Vec<_>>()
        .join(" | ")
}

fn title(operation: &Operation) -> String {
    let mut name = operation.name().to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

fn json(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

const HEADER: &str = "Written by `cargo xtask generate` from the tables in src/; edit those.";
