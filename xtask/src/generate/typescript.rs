//! The types of each operation and the unions of all literals: `operations.d.ts`.

use std::fmt::Write as _;

use iyzico_reversals::{
    Access, Advice, AnswerField, Books, Cause, Code, Doc, Doubt, Echo, Field, FindingKind, Kind, ListState, Operation,
    PageDoubt, PaymentState, Reason, Refusal, Relation, Rule, WEBHOOKS,
};

use super::{HEADER, key};

/// The union of an enum's names, each with its meaning.
macro_rules! literals {
    ($enum:ident, $name:literal, $doc:literal) => {
        documented(
            $name,
            $doc,
            $enum::ALL.iter().map(|value| (value.as_str(), value.doc())),
        )
    };
}

pub(super) fn operations() -> String {
    let mut out =
        format!("// {HEADER}\n\nimport type {{ LoginRequest, SaleContext, SignedRequest }} from \"./index.js\";\n");
    out += "\n/** The names of all operations. */\n";
    out += &union("OperationName", Operation::ALL.iter().map(|operation| operation.name()));
    out += "\n/** The operations that can be drafted: all but the login's, whose requests hold secrets. */\n";
    out += "export type DraftableName = Exclude<OperationName, `login.${string}`>;\n";
    out += "\n/** The operations that move no money: they may be sent again. */\n";
    out += &union(
        "QuestionName",
        Operation::ALL
            .iter()
            .filter(|operation| !operation.moves_money())
            .map(|operation| operation.name()),
    );
    out += "\n/** The operations that are sent by GET, with their params in the URL. */\n";
    out += &union(
        "GetName",
        Operation::ALL
            .iter()
            .filter(|operation| operation.method() == "GET")
            .map(|operation| operation.name()),
    );
    let freed = ("freed", Doc::new("The object was used after `free()`."));
    let codes = Code::ALL.iter().map(|code| (code.as_str(), code.doc()));
    out += &documented(
        "IssueCode",
        "What is wrong with an input. Codes never change.",
        codes.chain([freed]),
    );
    out += &literals!(Reason, "Reason", "Why an outcome is unknown.");
    out += &literals!(Doubt, "Doubt", "Why read-back doesn't decide.");
    out += &literals!(Books, "BookState", "The state of a refund or cancel in your books.");
    out += &literals!(FindingKind, "FindingKind", "How your books and iyzico's list differ.");
    out += &literals!(Cause, "FindingReason", "The reason of a finding.");
    out += &literals!(ListState, "ListState", "Whether the list of a day was read.");
    out += &literals!(PageDoubt, "PageDoubt", "Why a page of a list was not taken.");
    out += &literals!(PaymentState, "PaymentState", "The state of a payment.");
    out += &literals!(Advice, "Advice", "What to do after a failure.");
    out += &literals!(Refusal, "WebhookRefusal", "Why a webhook was refused.");

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
    // One of two fields is required: a union, in which the other one is optional or, if they exclude each other, absent.
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
    // A caller may pass `undefined` with `exactOptionalPropertyTypes` as well.
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

/// An answer that does not repeat a required field is no success.
fn is_always_answered(operation: Operation, answer: &AnswerField) -> bool {
    !matches!(answer.echoes(), Echo::None)
        && operation
            .fields()
            .iter()
            .any(|field| field.name() == answer.name() && field.is_required())
}

fn union<'a>(name: &str, values: impl Iterator<Item = &'a str>) -> String {
    let lines: String = values.map(|value| format!("\n  | \"{value}\"")).collect();
    format!("export type {name} ={lines};\n")
}

/// A union, documented with its members.
fn documented<'a>(name: &str, doc: &str, values: impl Iterator<Item = (&'a str, Doc)>) -> String {
    let lines: String = values
        .map(|(value, doc)| format!("\n  /** {} */\n  | \"{value}\"", doc.text().trim()))
        .collect();
    format!("\n/** {doc} */\nexport type {name} ={lines};\n")
}

fn quoted<'a>(values: impl Iterator<Item = &'a str>) -> String {
    values
        .map(|value| format!("\"{value}\""))
        .collect::<Vec<_>>()
        .join(" | ")
}

/// The operation's name in the name of a type: `TerminalRefund`.
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
