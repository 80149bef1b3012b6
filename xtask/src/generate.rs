//! What is written from the crate's tables: messages, TypeScript types, JSON Schemas and the tables of the package's documents.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use crate::{workspace, worlds};
use iyzico_reversals::{
    Access, Advice, AnswerField, Books, CODES, Cause, Code, Doc, Doubt, Echo, Field, FindingKind, Kind, ListState,
    MAX_ITEMS, MAX_NAMES, MAX_TEXT, Meaning, Operation, PageDoubt, PaymentState, Reason, Refusal, Relation, Rule,
    WEBHOOKS,
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
        ("pkg-template/answer-tables.js".to_owned(), answer_tables()),
        ("tests/vectors/worlds.json".to_owned(), worlds::vectors()?),
    ];
    for &operation in Operation::ALL {
        outputs.push((
            format!("pkg-template/schema/{}.json", operation.name()),
            json_schema(operation),
        ));
    }
    for folder in ["pkg-template", "pkg-template/docs"] {
        for path in workspace::list(Path::new(folder)).unwrap_or_default() {
            if path.extension().is_some_and(|extension| extension == "md") {
                outputs.push((path.display().to_string(), fill(&fs::read_to_string(&path)?)?));
            }
        }
    }
    Ok(outputs)
}

fn javascript() -> String {
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

// Those that move no money.
export const questions = Object.freeze([{}]);

// The longest answer to each that is read, in UTF-16 code units.
export const longestAnswer = {{ __proto__: null, {} }};

// The most characters of a text, items of a list and names of an object that cross into the core.
export const limits = {{ characters: {MAX_TEXT}, items: {MAX_ITEMS}, names: {MAX_NAMES} }};
",
        names.join(", "),
        questions.join(", "),
        longest.join(", ")
    )
}

/// What `fakeAnswer` and `fakeFailure` know of answers.
fn answer_tables() -> String {
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
        // One that repeats what was not sent is absent; what else is signed is there.
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

fn typescript() -> String {
    let mut out =
        format!("// {HEADER}\n\nimport type {{ LoginRequest, SaleContext, SignedRequest }} from \"./index.js\";\n");
    out += "\n/** The operations' names. */\n";
    out += &union("OperationName", Operation::ALL.iter().map(|operation| operation.name()));
    out += "\n/** Those that a draft can be made of: all but the login's, which hold a password. */\n";
    out += "export type DraftableName = Exclude<OperationName, `login.${string}`>;\n";
    out += "\n/** Those that only ask, and may be asked again. */\n";
    out += &union(
        "QuestionName",
        Operation::ALL
            .iter()
            .filter(|operation| !operation.moves_money())
            .map(|operation| operation.name()),
    );
    out += "\n/** Those that are a GET: what they ask for stands in the URL. */\n";
    out += &union(
        "GetName",
        Operation::ALL
            .iter()
            .filter(|operation| operation.method() == "GET")
            .map(|operation| operation.name()),
    );
    out += "\n/** What is wrong with an input. Fixed for ever. */\n";
    let freed = Doc::new("The object was used after `free()`.");
    let codes = Code::ALL.iter().map(|code| (code.as_str(), code.doc()));
    out += &documented("IssueCode", codes.chain([("freed", freed)]));
    out += "\n/** Why an outcome is unknown. */\n";
    out += &documented(
        "Reason",
        Reason::ALL.iter().map(|reason| (reason.as_str(), reason.doc())),
    );
    out += "\n/** Why read-back doesn't decide. */\n";
    out += &documented("Doubt", Doubt::ALL.iter().map(|doubt| (doubt.as_str(), doubt.doc())));
    out += "\n/** What your books say of a refund or cancel. */\n";
    out += &documented(
        "BookState",
        Books::ALL.iter().map(|books| (books.as_str(), books.doc())),
    );
    out += "\n/** What the books and the list do not agree about. */\n";
    out += &documented(
        "FindingKind",
        FindingKind::ALL.iter().map(|kind| (kind.as_str(), kind.doc())),
    );
    out += "\n/** Why a finding is what it is. */\n";
    out += &documented(
        "FindingReason",
        Cause::ALL.iter().map(|cause| (cause.as_str(), cause.doc())),
    );
    out += "\n/** How the list of a day stands. */\n";
    out += &documented(
        "ListState",
        ListState::ALL.iter().map(|state| (state.as_str(), state.doc())),
    );
    out += "\n/** Why a page of the list does not count. */\n";
    out += &documented(
        "PageDoubt",
        PageDoubt::ALL.iter().map(|doubt| (doubt.as_str(), doubt.doc())),
    );
    out += "\n/** How a payment stands. */\n";
    out += &documented(
        "PaymentState",
        PaymentState::ALL.iter().map(|state| (state.as_str(), state.doc())),
    );
    out += "\n/** What to do about a failure. */\n";
    out += &documented(
        "Advice",
        Advice::ALL.iter().map(|advice| (advice.as_str(), advice.doc())),
    );
    out += "\n/** Why a webhook doesn't count. */\n";
    out += &documented(
        "WebhookRefusal",
        Refusal::ALL.iter().map(|refusal| (refusal.as_str(), refusal.doc())),
    );

    for &operation in Operation::ALL {
        out += &params(operation);
        out += &data(operation);
    }
    out += "\n/** The params of each operation. */\nexport interface Params {\n";
    for &operation in Operation::ALL {
        let _ = writeln!(
            out,
            "  /** {} */\n  {}: {}Params;",
            operation.doc().text(),
            key(operation),
            title(operation)
        );
    }
    out += "}\n\n/** The data of a success of each operation. */\nexport interface Answers {\n";
    for &operation in Operation::ALL {
        let _ = writeln!(
            out,
            "  /** The data of a successful `{}`. */\n  {}: {}Data;",
            operation.name(),
            key(operation),
            title(operation)
        );
    }
    out += "}\n";
    out += &methods("Operations", "a merchant's operations", Access::Merchant);
    out += &methods("TerminalOperations", "a terminal's operations", Access::Terminal);
    out += &methods("LoginOperations", "the login's steps", Access::Login);
    out + &webhooks()
}

fn params(operation: Operation) -> String {
    let mut out = format!("\n/** {} */\n", operation.doc().text());
    let alternatives: Vec<_> = operation
        .fields()
        .iter()
        .filter_map(|field| match field.relation() {
            Relation::Unless(other) => Some((*field, other.name())),
            _ => None,
        })
        .collect();
    let Some((field, other)) = alternatives.first() else {
        let _ = write!(
            out,
            "export interface {}Params {{\n{}}}\n",
            title(operation),
            members(operation.fields(), "  ")
        );
        return out;
    };
    // One of two fields: a union, in which the other is optional or, where the two exclude each other, absent.
    let (alone, rest): (Vec<&Field>, Vec<&Field>) = operation
        .fields()
        .iter()
        .copied()
        .partition(|candidate| candidate.name() == field.name() || candidate.name() == *other);
    let excludes = alone
        .iter()
        .any(|candidate| matches!(candidate.relation(), Relation::Excludes(other) if other.name() == field.name()));
    let branch = |wanted: &str| {
        let lines: String = alone
            .iter()
            .map(|candidate| match (candidate.name() == wanted, excludes) {
                (true, _) => member(candidate, false, "      "),
                (false, false) => member(candidate, true, "      "),
                (false, true) => format!(
                    "      /** Not together with `{wanted}`. */\n      {}?: undefined;\n",
                    candidate.name()
                ),
            })
            .collect();
        format!("  | {{\n{lines}    }}\n")
    };
    let _ = write!(
        out,
        "export type {}Params = {{\n{}}} & (\n{}{});\n",
        title(operation),
        members(&rest, "  "),
        branch(field.name()),
        branch(other)
    );
    out
}

fn members(fields: &[&Field], indent: &str) -> String {
    fields
        .iter()
        .map(|field| member(field, !field.is_required(), indent))
        .collect()
}

fn member(field: &Field, optional: bool, indent: &str) -> String {
    let ty = match field.rule() {
        Rule::Amount | Rule::Date => "string | number".to_owned(),
        Rule::Count | Rule::Time => "number".to_owned(),
        Rule::Flag => "boolean".to_owned(),
        Rule::Items(fields) => format!("readonly {{\n{}{indent}}}[]", members(fields, &format!("{indent}  "))),
        Rule::OneOf(choice) if choice.takes_any_case() => {
            let other: Vec<_> = choice.values().iter().map(|value| value.to_lowercase()).collect();
            quoted(choice.values().iter().copied().chain(other.iter().map(String::as_str)))
        }
        Rule::OneOf(choice) => quoted(choice.values().iter().copied()),
        _ => "string".to_owned(),
    };
    // With `exactOptionalPropertyTypes`, too, a caller may pass what it may not have.
    let (mark, or) = if optional { ("?", " | undefined") } else { ("", "") };
    format!(
        "{indent}/** {} */\n{indent}{}{mark}: {ty}{or};\n",
        field.doc().text(),
        field.name()
    )
}

fn data(operation: Operation) -> String {
    let is_always_there = |field: &AnswerField| field.is_required() || is_always_answered(operation, field);
    format!(
        "\n/** The data of a successful `{}`. */\nexport interface {}Data {{\n{}}}\n",
        operation.name(),
        title(operation),
        answer_members(operation.answer(), &is_always_there, "  ")
    )
}

fn answer_members(fields: &[&AnswerField], is_always_there: &dyn Fn(&AnswerField) -> bool, indent: &str) -> String {
    let mut out = String::new();
    for field in fields {
        let optional = if is_always_there(field) { "" } else { "?" };
        let (ty, note) = match field.kind() {
            Kind::Amount => ("string".to_owned(), " A decimal string without trailing zeros."),
            Kind::Flag => ("boolean".to_owned(), ""),
            Kind::Integer => ("number".to_owned(), ""),
            Kind::List(fields) => {
                let rows = answer_members(fields, &AnswerField::is_required, &format!("{indent}  "));
                (format!("readonly {{\n{rows}{indent}}}[]"), "")
            }
            _ => ("string".to_owned(), ""),
        };
        let _ = writeln!(
            out,
            "{indent}/** {}{note} */\n{indent}readonly {}{optional}: {ty};",
            field.doc().text(),
            field.name()
        );
    }
    out
}

fn methods(interface: &str, whose: &str, access: Access) -> String {
    let mut out = format!("\n/** A method for each of {whose}. */\nexport interface {interface} {{");
    for &operation in Operation::ALL.iter().filter(|operation| operation.access() == access) {
        let method = operation.name().rsplit('.').next().unwrap_or_default();
        let context = match operation {
            Operation::TerminalRefund => ", context?: SaleContext",
            _ => "",
        };
        let request = if access == Access::Login {
            "LoginRequest"
        } else {
            "SignedRequest"
        };
        let _ = write!(
            out,
            "\n  /**\n   * {}\n   *\n   * `{} {}`\n   *\n   * @throws `IyzicoValidationError` with every issue at once\n   * @see {}\n   */\n  {method}(params: {}Params{context}): {request}<\"{}\">;\n",
            operation.doc().text(),
            operation.method(),
            operation.path(),
            operation.source().text(),
            title(operation),
            operation.name(),
        );
    }
    out + "}\n"
}

fn webhooks() -> String {
    let mut out =
        String::from("\n/** The events that a webhook can bring, by shape. */\nexport interface WebhookEvents {\n");
    for webhook in WEBHOOKS {
        let _ = write!(
            out,
            "  /** {} */\n  {}: {{\n{}  }};\n",
            webhook.doc().text(),
            webhook.name(),
            answer_members(webhook.fields(), &|field| webhook.signs(field.name()), "    ")
        );
    }
    out + "}\n"
}

/// A success without the echo of a required field would not be one.
fn is_always_answered(operation: Operation, answer: &AnswerField) -> bool {
    !matches!(answer.echoes(), Echo::None)
        && operation
            .fields()
            .iter()
            .any(|field| field.name() == answer.name() && field.is_required())
}

fn json_schema(operation: Operation) -> String {
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
    for field in operation.fields() {
        let (name, relation) = (json(field.name()), field.relation());
        let _ = match relation {
            Relation::Excludes(other) => {
                writeln!(out, "  \"not\": {{ \"required\": [{name}, {}] }},", json(other.name()))
            }
            Relation::Needs(other) => writeln!(out, "  \"dependentRequired\": {{ {name}: [{}] }},", json(other.name())),
            Relation::Unless(other) => writeln!(
                out,
                "  \"anyOf\": [{{ \"required\": [{name}] }}, {{ \"required\": [{}] }}],",
                json(other.name())
            ),
            _ => Ok(()),
        };
    }
    let _ = write!(
        out,
        "  \"properties\": {{\n{}\n  }}\n}}\n",
        properties(operation.fields())
    );
    out
}

fn properties(fields: &[&Field]) -> String {
    fields
        .iter()
        .map(|field| property(field))
        .collect::<Vec<_>>()
        .join(",\n")
}

fn property(field: &Field) -> String {
    let form = match field.rule() {
        Rule::Amount => "\"type\": [\"string\", \"number\"], \"pattern\": \"^(?![0.]*$)(?:0|[1-9][0-9]{0,19})(?:\\\\.[0-9]{1,8})?$\", \"exclusiveMinimum\": 0".to_owned(),
        Rule::Count => "\"type\": \"integer\", \"minimum\": 1, \"maximum\": 999999999".to_owned(),
        Rule::Date => "\"type\": [\"integer\", \"string\"], \"pattern\": \"^[1-9][0-9]{7}$\", \"minimum\": 10000101, \"maximum\": 99991231".to_owned(),
        Rule::Day => "\"type\": \"string\", \"pattern\": \"^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$\"".to_owned(),
        Rule::Flag => "\"type\": \"boolean\"".to_owned(),
        Rule::Items(fields) => {
            let required: Vec<_> = fields.iter().filter(|field| field.is_required()).map(|field| json(field.name())).collect();
            format!(
                "\"type\": \"array\", \"minItems\": 1, \"maxItems\": {MAX_ITEMS}, \"items\": {{ \"type\": \"object\", \"additionalProperties\": false, \"required\": [{}], \"properties\": {{\n{}\n    }} }}",
                required.join(", "),
                properties(fields)
            )
        }
        Rule::Text64 => "\"type\": \"string\", \"minLength\": 1, \"maxLength\": 64, \"pattern\": \"^[^\\\\u0000-\\\\u001f\\\\u007f-\\\\u009f]*$\"".to_owned(),
        Rule::Prose => "\"type\": \"string\", \"minLength\": 1, \"maxLength\": 65536, \"pattern\": \"^[^\\\\u0000-\\\\u0008\\\\u000b\\\\u000c\\\\u000e-\\\\u001f\\\\u007f-\\\\u009f]*$\"".to_owned(),
        Rule::Reference => "\"type\": \"string\", \"minLength\": 1, \"maxLength\": 255, \"pattern\": \"^[!-~](?:[ -~]*[!-~])?$\"".to_owned(),
        Rule::Url => "\"type\": \"string\", \"pattern\": \"^https://[!-~]+$\"".to_owned(),
        Rule::Id => "\"type\": \"string\", \"pattern\": \"^[!-9;-~]+$\"".to_owned(),
        Rule::Ip => "\"type\": \"string\", \"anyOf\": [{ \"format\": \"ipv4\" }, { \"format\": \"ipv6\" }]".to_owned(),
        Rule::OneOf(choice) => {
            let lower = choice.values().iter().map(|value| value.to_lowercase()).filter(|_| choice.takes_any_case());
            let values: Vec<_> = choice.values().iter().map(|value| (*value).to_owned()).chain(lower).map(|value| json(&value)).collect();
            format!("\"enum\": [{}]", values.join(", "))
        }
        _ => "\"type\": \"string\", \"minLength\": 1, \"maxLength\": 65536, \"pattern\": \"^[^\\\\u0000-\\\\u001f\\\\u007f-\\\\u009f]*$\"".to_owned(),
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

fn union<'a>(name: &str, values: impl Iterator<Item = &'a str>) -> String {
    let lines: String = values.map(|value| format!("\n  | \"{value}\"")).collect();
    format!("export type {name} ={lines};\n")
}

/// A union whose members have a comment each.
fn documented<'a>(name: &str, values: impl Iterator<Item = (&'a str, Doc)>) -> String {
    let lines: String = values
        .map(|(value, doc)| format!("\n  /** {} */\n  | \"{value}\"", doc.text().trim()))
        .collect();
    format!("export type {name} ={lines};\n")
}

fn quoted<'a>(values: impl Iterator<Item = &'a str>) -> String {
    values
        .map(|value| format!("\"{value}\""))
        .collect::<Vec<_>>()
        .join(" | ")
}

/// The name as a member of an interface.
fn key(operation: Operation) -> String {
    match operation.name().contains('.') {
        true => format!("\"{}\"", operation.name()),
        false => operation.name().to_owned(),
    }
}

/// The name as a part of a type's: `TerminalRefund`.
fn title(operation: Operation) -> String {
    let mut out = String::new();
    for part in operation.name().split('.') {
        let mut part = part.to_owned();
        if let Some(first) = part.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        out += &part;
    }
    out
}

fn json(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

const HEADER: &str = "Written by `cargo xtask generate` from the tables in src/; edit those.";
