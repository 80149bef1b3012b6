//! Worlds for the JavaScript suite: what truly happened, what iyzico shows of it, and what the native core says.

use anyhow::Context as _;
use iyzico_reversals::{Draft, HttpAnswer, Inquiry, Params, Reconciliation, Times, refundable};
use serde_json::{Value, json};
use worlds::{Seeded, World};

const COUNT: u64 = 3_000;

/// One world a line.
pub fn vectors() -> anyhow::Result<String> {
    let lines: Vec<_> = (0..COUNT).map(vector).collect::<anyhow::Result<_>>()?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

fn vector(seed: u64) -> anyhow::Result<String> {
    let world = World::draw(&mut Seeded::new(seed));
    let World { truth, shown } = &world;
    let operation = truth.sent.operation;
    let body = match world.legacy_body() {
        Some(body) => body,
        None => drafted(operation, &truth.sent.params)?,
    };
    let answer = Some(HttpAnswer::new(shown.http_status, &shown.text));
    let times = Some(Times {
        sent_at: truth.sent.at,
        asked_at: shown.asked_at,
    });
    let found = Reconciliation::of_request(operation, &body, answer, Inquiry { times, question: None }).verdict();
    let before = Reconciliation::of_draft(operation, &body, answer, Inquiry::default()).verdict();
    Ok(json!({
        "operation": operation, "body": body, "sentAt": truth.sent.at, "askedAt": shown.asked_at,
        "status": shown.http_status, "text": shown.text,
        "truth": { "landings": truth.landings(), "isWithin": shown.is_within, "isComplete": shown.is_complete },
        "says": {
            "reconcile": [found.as_str(), found.reason()],
            "precheck": [before.as_str(), before.reason()],
            "refundable": left(&shown.text)?,
        },
    })
    .to_string())
}

fn drafted(operation: &str, params: &Value) -> anyhow::Result<String> {
    let draft = Params::check(operation, &params.to_string(), None).and_then(|params| Draft::new(&params));
    let draft = draft.map_err(|issues| anyhow::anyhow!("{issues:?}"))?;
    Ok(draft.body().to_owned())
}

/// What is refundable of each payment; `null` where the figures contradict each other.
fn left(details: &str) -> anyhow::Result<Value> {
    let Ok(text) = refundable(details) else {
        return Ok(Value::Null);
    };
    let found: Value = serde_json::from_str(&text)?;
    let payments = found.get("payments").and_then(Value::as_array).context("a list")?;
    Ok(payments
        .iter()
        .map(|payment| payment.get("refundable").cloned().unwrap_or_default())
        .collect())
}
