//! Calls as a Rust program makes them: texts in, texts out.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use iyzico_reversals::{
    Credentials, Draft, Environment, HttpAnswer, Inquiry, Issues, Iyzico, Landing, Operation, Params, RandomKey,
    Terminal, Verdict, signature,
};

const SECRET_KEY: &str = "sandbox-wbwpzKIiplZxI3hh5ALI4FJyAcZKL6kq";

fn refund(c: &mut Criterion) {
    let iyzico = iyzico().expect("the keys are right");
    let mut number = 0_u128;
    c.bench_function("check, build and sign a refund", |b| {
        b.iter(|| {
            number += 1;
            let params = Params::check(Operation::Refund, black_box(REFUND), None)?;
            let request = iyzico.request(Draft::new(params)?, RandomKey::from_bytes(number.to_ne_bytes()))?;
            Ok::<_, Issues>(json(&request))
        });
    });
}

fn read(c: &mut Criterion) {
    let iyzico = iyzico().expect("the keys are right");
    let draft = draft(Operation::Refund, REFUND).expect("the params are right");
    let signed = format!("25180188:5.25:TRY:{CONVERSATION_ID}");
    let credentials = credentials().expect("the keys are right");
    let answer = format!(
        r#"{{"status":"success","locale":"tr","systemTime":1755703798426,"conversationId":"{CONVERSATION_ID}","paymentId":"25180188","paymentTransactionId":"27169345","price":5.25,"currency":"TRY","authCode":"512821","hostReference":"mock00007iyzihostrfn","refundHostReference":"mock00007iyzihostrfn","retryable":false,"signature":"{}"}}"#,
        signature(&credentials, &signed)
    );
    let outcome = iyzico.read(&draft, Some(HttpAnswer::new(200, &answer)));
    assert!(
        matches!(outcome.verdict(), Verdict::Success { .. }),
        "{}",
        json(&outcome)
    );
    c.bench_function("read and verify an answer", |b| {
        b.iter(|| json(&iyzico.read(&draft, Some(HttpAnswer::new(200, black_box(&answer))))));
    });
}

fn terminal_refund(c: &mut Criterion) {
    let terminal = Terminal::new(
        "eyJhbGciOiJSUzI1NiJ9.e30.c2ln".to_owned().into(),
        Environment::Sandbox.into(),
    )
    .expect("a token");
    let line = r#"{"relatedSaleItemId":"70001","name":"Fincan","unitCode":"C62","taxGroupCode":"KDV20","itemQuantity":1,"unitPriceAmount":"60.00","grossPriceAmount":"60.00","totalPriceAmount":"60.00"}"#;
    let lines = [line; 3].join(",");
    let refund = format!(
        r#"{{"conversationId":"return-7","deviceUniqueId":"P00134","paymentId":"PAY-9876543","paymentDate":20260406,"transactionReferenceId":"RETURN-7","saleAppName":"MyPOS","saleAppVersion":"1.0.0","saleItems":[{lines}]}}"#
    );
    draft(Operation::TerminalRefund, &refund).expect("the params are right");
    c.bench_function("check and build a terminal refund of 3 lines", |b| {
        b.iter(|| {
            let draft = draft(Operation::TerminalRefund, black_box(&refund))?;
            Ok::<_, Issues>(json(&terminal.request(draft)?))
        });
    });
}

fn reconcile(c: &mut Criterion) {
    let draft = draft(Operation::Refund, REFUND).expect("the params are right");
    let details = details(50);
    let find = || {
        let answer = HttpAnswer::new(200, black_box(&details));
        iyzico_reversals::reconcile(&draft, Some(answer), Inquiry::default())
    };
    assert_eq!(find().verdict(), Landing::Landed);
    c.bench_function("reconcile with a payment of 50 items", |b| b.iter(find));
}

/// A payment of which each item was refunded once, the last one by our refund.
fn details(items: u32) -> String {
    let mut list = String::new();
    for left in (0..items).rev() {
        let (id, refund) = (27_169_345 + left, if left == 0 { CONVERSATION_ID } else { "another" });
        let comma = if left == 0 { "" } else { "," };
        write!(
            list,
            r#"{{"paymentTransactionId":"{id}","transactionStatus":2,"price":10.00,"paidPrice":10.00,"refunds":[{{"refundTxId":"3000{left}","refundConversationId":"{refund}","refundPrice":5.25,"refundStatus":1,"isAfterSettlement":false,"createdDate":"2026-04-06 10:00:00"}}]}}{comma}"#
        )
        .expect("a string takes everything");
    }
    format!(
        r#"{{"status":"success","locale":"tr","systemTime":1755703798426,"conversationId":"question-1","payments":[{{"paymentId":"25180188","paymentStatus":1,"paymentRefundStatus":"PARTIALLY_REFUNDED","price":500.00,"paidPrice":500.00,"currency":"TRY","installment":1,"cancels":[],"itemTransactions":[{list}]}}]}}"#
    )
}

fn draft(operation: Operation, params: &str) -> Result<Draft, Issues> {
    Draft::new(Params::check(operation, params, None)?)
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}

fn iyzico() -> Result<Iyzico, Issues> {
    Ok(Iyzico::new(credentials()?, Environment::Sandbox.into()))
}

fn credentials() -> Result<Credentials, Issues> {
    Credentials::new(
        "sandbox-afXhZPW0MQlE4dCUUlHcEopnMBgXnAZI".to_owned().into(),
        SECRET_KEY.to_owned().into(),
    )
}

const CONVERSATION_ID: &str = "return-7";

/// The refund that JavaScript's contenders sign.
const REFUND: &str = r#"{"locale":"tr","conversationId":"return-7","paymentTransactionId":"27169345","price":"5.25","currency":"TRY","ip":"85.34.78.112","reason":"BUYER_REQUEST","description":"The customer sent the shoes back."}"#;

criterion_group! {
    name = calls;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1500))
        .sample_size(50)
        .nresamples(2_000)
        .without_plots();
    targets = refund, read, terminal_refund, reconcile
}
criterion_main!(calls);
