//! The JSON Schema of each operation's params.

use iyzico_reversals::{Choice, Field, MAX_ITEMS, MAX_TEXT, Operation, Relation, Rule};
use serde_json::{Map, Value, json};

pub(super) fn schema(operation: Operation) -> anyhow::Result<String> {
    let mut schema = Map::new();
    schema.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("title".into(), format!("Params of {}", operation.name()).into());
    schema.insert("description".into(), operation.doc().text().into());
    schema.extend(object(operation.fields()));
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

fn object(fields: &[&Field]) -> Map<String, Value> {
    let required: Vec<_> = fields
        .iter()
        .filter(|field| field.is_required())
        .map(|field| field.name())
        .collect();
    let mut object = members(json!({ "type": "object", "additionalProperties": false, "required": required }));
    for field in fields {
        let name = field.name();
        object.extend(members(match field.relation() {
            Relation::Excludes(other) => json!({ "not": { "required": [name, other.name()] } }),
            Relation::Needs(other) => json!({ "dependentRequired": { name: [other.name()] } }),
            Relation::Unless(other) => json!({ "anyOf": [{ "required": [name] }, { "required": [other.name()] }] }),
            _ => json!({}),
        }));
    }
    let properties: Map<_, _> = fields
        .iter()
        .map(|field| (field.name().to_owned(), property(field)))
        .collect();
    object.insert("properties".into(), properties.into());
    object
}

fn property(field: &Field) -> Value {
    let mut property = members(match field.rule() {
        Rule::Amount => json!({
            "type": ["string", "number"],
            "pattern": r"^(?![0.]*$)(?:0|[1-9][0-9]{0,19})(?:\.[0-9]{1,8})?$",
            "exclusiveMinimum": 0,
        }),
        Rule::Count => json!({ "type": "integer", "minimum": 1, "maximum": 999_999_999 }),
        Rule::Date => json!({
            "type": ["integer", "string"],
            "pattern": "^[1-9][0-9]{7}$",
            "minimum": 10_000_101,
            "maximum": 99_991_231,
        }),
        Rule::Day => text("^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$"),
        Rule::Flag => json!({ "type": "boolean" }),
        Rule::Items(fields) => {
            json!({ "type": "array", "minItems": 1, "maxItems": MAX_ITEMS, "items": object(fields) })
        }
        Rule::Text64 => bounded(64, LINE),
        Rule::Prose => bounded(MAX_TEXT, r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"),
        Rule::Reference => bounded(255, "^[!-~](?:[ -~]*[!-~])?$"),
        Rule::Url => text("^https://[!-~]+$"),
        Rule::Id => text("^[!-9;-~]+$"),
        Rule::Ip => json!({ "type": "string", "anyOf": [{ "format": "ipv4" }, { "format": "ipv6" }] }),
        Rule::OneOf(choice) => json!({ "enum": values(choice) }),
        _ => bounded(MAX_TEXT, LINE),
    });
    property.insert("description".into(), field.doc().text().into());
    property.into()
}

/// Without control characters.
const LINE: &str = r"^[^\u0000-\u001f\u007f-\u009f]*$";

fn text(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn bounded(longest: usize, pattern: &str) -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": longest, "pattern": pattern })
}

fn values(choice: &Choice) -> Vec<String> {
    let lower = choice.values().iter().map(|value| value.to_lowercase());
    let values = choice.values().iter().map(|value| (*value).to_owned());
    values.chain(lower.filter(|_| choice.takes_any_case())).collect()
}

/// The members of an object; `json!` always makes one here.
fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
