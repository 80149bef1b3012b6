//! Test vectors for the JavaScript suite: what truly happened, what iyzico shows, and the native core's verdict.

use iyzico_reversals::{Asked, Draft, HttpAnswer, Inquiry, Operation, Params, Times, precheck, reconcile, refundable};
use serde_json::{Value, json};
use worlds::{Seeded, World};

const COUNT: u64 = 3_000;

/// One world per line.
pub fn vectors() -> anyhow::Result<String> {
    let lines: Vec<_> = (0..COUNT).map(vector).collect::<anyhow::Result<_>>()?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

fn vector(seed: u64) -> anyhow::Result<String> {
    let world = World::draw(&mut Seeded::new(seed));
    let World { truth, shown } = &world;
    let operation: Operation = truth.sent.operation.parse()?;
    let body = match world.legacy_body() {
        Some(body) => body,
        None => drafted(operation, &truth.sent.params)?,
    };
    let answer = Some(HttpAnswer::new(shown.http_status, &shown.text));
    let times = Some(Times {
        sent_at: truth.sent.at,
        asked_at: shown.asked_at,
    });
    let asked = Asked::recall(operation, &body)?;
    let found = reconcile(&asked, answer, Inquiry { times, question: None }).verdict();
    let before = precheck(&asked, answer, Inquiry::default()).verdict();
    Ok(json!({
        "operation": operation.name(), "body": body, "sentAt": truth.sent.at, "askedAt": shown.asked_at,
        "status": shown.http_status, "text": shown.text,
        "truth": { "landings": truth.landings(), "isWithin": shown.is_within, "isComplete": shown.is_complete },
        "says": {
            "reconcile": [found.as_str(), found.reason()],
            "precheck": [before.as_str(), before.reason()],
            "refundable": left(&shown.text),
        },
    })
    .to_string())
}

fn drafted(operation: Operation, params: &Value) -> anyhow::Result<String> {
    let draft = Params::check(operation, &params.to_string(), None).and_then(Draft::new)?;
    Ok(draft.body().to_owned())
}

/// What is refundable of each payment; `null` where the figures contradict each other.
fn left(details: &str) -> Value {
    match refundable(details) {
        Ok(found) => found
            .payments
            .iter()
            .map(|payment| payment.refundable.to_string())
            .collect(),
        Err(_) => Value::Null,
    }
}
