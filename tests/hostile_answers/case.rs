//! A request of every operation, with an answer that succeeds and one that fails.

use iyzico_reversals::{
    Asked, Credentials, Draft, Endpoint, Environment, HttpAnswer, Iyzico, Login, Operation, Outcome, Params, Terminal,
};
use serde_json::{Value, json};

use crate::calls::hmac;

const SECRET: &str = "sandbox-secret-of-this-test";

pub(crate) struct Case {
    pub(crate) operation: &'static str,
    /// The params that were sent.
    pub(crate) sent: Value,
    pub(crate) asked: Asked,
    pub(crate) moves_money: bool,
    pub(crate) success: Value,
    pub(crate) failure: Value,
    caller: Caller,
}

enum Caller {
    Login(Login),
    Merchant(Iyzico),
    Terminal(Terminal),
}

impl Case {
    fn new(operation: &'static str, sent: Value, mut success: Value) -> Self {
        let endpoint: Endpoint = Environment::Sandbox.into();
        let named: Operation = operation.parse().expect("an operation");
        let key = |text: &str| text.to_owned().into();
        let (caller, asked) = match operation.split_once('.') {
            Some(("login", _)) => {
                let login = Login::new(key("client"), key(SECRET), endpoint).expect("valid");
                (Caller::Login(login), Asked::recall(named, "").expect("a login's"))
            }
            terminal => {
                let params = Params::check(named, &sent.to_string(), None).expect("valid params");
                let draft = Draft::new(params).expect("a draft");
                let asked = if draft.body().is_empty() {
                    draft.path()
                } else {
                    draft.body()
                };
                let asked = Asked::recall(named, asked).expect("a request of ours");
                let caller = match terminal {
                    Some(_) => Caller::Terminal(Terminal::new(key(SECRET), endpoint).expect("valid")),
                    None => {
                        let keys = Credentials::new(key("api"), key(SECRET)).expect("valid");
                        Caller::Merchant(Iyzico::new(keys, endpoint))
                    }
                };
                (caller, asked)
            }
        };
        // A till forwards the payment service's codes under a group of its own.
        let group = if operation.starts_with("terminal.") {
            "PAYMENT_ERROR"
        } else {
            "DECLINED"
        };
        let mut failure = json!({ "errorCode": "10220", "errorGroup": group, "errorMessage": "Ödeme alınamadı" });
        if !operation.starts_with("login.") {
            success["status"] = json!("success");
            success["systemTime"] = json!(1_755_703_798_426_u64);
            failure["status"] = json!("failure");
            for echo in ["conversationId", "paymentTransactionId"] {
                failure[echo] = sent[echo].clone();
            }
        }
        Self {
            operation,
            moves_money: !matches!(operation, "refundToBalance" | "paymentDetails")
                && !operation.starts_with("login.")
                && (operation.ends_with("refund") || operation.ends_with("void") || !operation.contains('.')),
            sent,
            asked,
            success,
            failure,
            caller,
        }
    }

    pub(crate) fn read(&self, answer: HttpAnswer<'_>) -> Outcome {
        match &self.caller {
            Caller::Login(login) => login.read(&self.asked, Some(answer)),
            Caller::Merchant(iyzico) => iyzico.read(&self.asked, Some(answer)),
            Caller::Terminal(terminal) => terminal.read(&self.asked, Some(answer)),
        }
    }

    pub(crate) fn is_signed(&self) -> bool {
        matches!(self.operation, "refund" | "refundV2")
    }
}

/// The merchant's signature of a text.
pub(crate) fn signature(text: &str) -> String {
    hmac(SECRET, text)
}

pub(crate) fn cases() -> Vec<Case> {
    let item =
        json!({ "conversationId": "c-1", "paymentTransactionId": "27169345", "price": "5.00", "currency": "TRY" });
    let reversed = json!({
        "locale": "tr", "conversationId": "c-1", "paymentId": "25180188", "paymentTransactionId": "27169345", "price": 5,
        "currency": "TRY", "authCode": "512821", "hostReference": "mock00007iyzihostrfn", "retryable": false,
    });
    let amount = json!({ "conversationId": "c-2", "paymentId": "25180188", "price": "19.90", "currency": "EUR" });
    let unnamed = json!({ "paymentTransactionId": "27169345", "price": "0.5" });
    let operation = json!({
        "conversationId": "c-4", "deviceUniqueId": "P00134", "paymentId": "PAY-9876543", "paymentDate": 20_260_406,
        "transactionReferenceId": "REF-REFUND-001",
    });
    let mut lines = operation.clone();
    lines["saleAppName"] = json!("MyPOS");
    lines["saleAppVersion"] = json!("1.0.0");
    lines["saleItems"] = json!([{
        "name": "Fincan", "unitCode": "C62", "taxGroupCode": "KDV20", "itemQuantity": 1,
        "unitPriceAmount": "60.00", "grossPriceAmount": "60.00", "totalPriceAmount": "60.00",
    }]);
    let tokens = json!({ "access_token": "a.b.c", "refresh_token": "d.e", "token_type": "Bearer", "expires_in": 7199 });

    vec![
        Case::new("refund", item.clone(), reversed.clone()),
        Case::new(
            "refund",
            unnamed,
            json!({ "paymentId": 25_180_188, "price": 0.5, "currency": "TRY" }),
        ),
        Case::new(
            "refundV2",
            amount,
            json!({ "conversationId": "c-2", "paymentId": "25180188", "price": "19.9", "currency": "EUR" }),
        ),
        Case::new(
            "cancel",
            json!({ "conversationId": "c-1", "paymentId": "25180188" }),
            reversed.clone(),
        ),
        Case::new("refundChargedFromMerchant", item, reversed),
        Case::new(
            "refundToBalance",
            json!({ "conversationId": "c-3", "paymentId": "1", "callbackUrl": "https://example.com/back" }),
            json!({ "conversationId": "c-3", "token": "t-1", "url": "https://example.com/confirm" }),
        ),
        Case::new(
            "paymentDetails",
            json!({ "conversationId": "q-1", "paymentId": "25180188" }),
            json!({ "conversationId": "q-1", "payments": [{ "paymentId": "25180188", "itemTransactions": [] }] }),
        ),
        Case::new(
            "terminal.refund",
            lines,
            json!({
                "errorCode": "0", "conversationId": "c-4", "deviceUniqueId": "P00134",
                "transactionReferenceId": "REF-REFUND-001", "price": 60.0,
            }),
        ),
        Case::new(
            "terminal.void",
            operation,
            json!({
                "errorCode": "", "conversationId": "c-4", "deviceUniqueId": "P00134", "paymentId": "PAY-9876543",
                "transactionReferenceId": "REF-REFUND-001",
            }),
        ),
        Case::new(
            "terminal.refundableSaleInfo",
            json!({ "conversationId": "c-5", "transactionReferenceId": "REF-SALE-001" }),
            json!({ "conversationId": "c-5", "saleNumber": "5001", "totalReturnableAmount": "60.00", "saleItems": [] }),
        ),
        Case::new(
            "terminal.transactionStatus",
            json!({ "transactionReferenceId": "REF-REFUND-001", "paymentId": "PAY-9876543" }),
            json!({
                "transactionReferenceId": "REF-REFUND-001", "paymentId": "PAY-9876543", "refundHostReference": "0001",
            }),
        ),
        Case::new("login.authorize", Value::Null, json!({ "code": "FYEff_koHQnoX9v" })),
        Case::new("login.token", Value::Null, tokens.clone()),
        Case::new("login.refresh", Value::Null, tokens),
    ]
}
