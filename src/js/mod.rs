//! The JavaScript surface: crosses values and holds no rule of its own.
//!
//! A call is one JSON text in and one out: an object, or a list, which is what was wrong with it. That is
//! the least that crosses and the least code: measured, every function that wasm-bindgen exports costs 600
//! bytes and every argument 80 more and half a microsecond; building objects from here, through js-sys or
//! serde-wasm-bindgen, takes longer still and cost 7 KB more with the standard library that it needs. The
//! wasm tests hold the texts against what serde-wasm-bindgen makes of the same values.

#[cfg(feature = "package")]
mod package;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::{fmt, hint};

use wasm_bindgen::prelude::*;
use zeroize::Zeroize;

use crate::card::refundable::refundable_of;
use crate::config::Caller;
use crate::draft::Draft;
use crate::field::check::read_object;
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::json::{Object, ObjectWriter, Value};
use crate::operation::{Access, Operation};
use crate::params::Params;
use crate::reconciliation::Reconciliation;
use crate::sign::iyzwsv2::{self, RandomKey};
use crate::webhook::Event;

/// Answers what needs no key: `{ task, … }`, where the task is `validate`, `draft` or
/// `refundable`.
#[wasm_bindgen]
pub fn ask(call: &str) -> String {
    text(read_object(call).and_then(|call| Call(call).ask()))
}

/// Wipes what the calls before left on the stack: blocks of keyed hashes hold the key itself. (The heap is
/// wiped as it is freed.)
#[inline(never)]
fn wipe_stack() {
    // In words: byte by byte it would take as long as the signature.
    let mut left = [0_u64; 1024];
    left.zeroize();
    hint::black_box(&mut left);
}

/// Somebody who may call iyzico, or what was wrong with its configuration.
#[wasm_bindgen]
pub struct Client(Result<Caller, Vec<Issue>>);

#[wasm_bindgen]
impl Client {
    /// Takes `{ access, config }`, the configuration of a `merchant`, a `terminal` or a `login`.
    #[wasm_bindgen(constructor)]
    pub fn new(call: &str) -> Self {
        let client = Self(read_object(call).and_then(|call| Call(call).caller()));
        wipe_stack();
        client
    }

    /// Answers what needs a key: `{ task, … }`, where the task is `request`, `sign`, `authorize`, `read`,
    /// `reconcile` or `verifyWebhook`, or for tests `authorizationForTests` or `webhookSignatureForTests`.
    pub fn ask(&self, call: &str) -> String {
        let answer = text(match &self.0 {
            Ok(caller) => read_object(call).and_then(|call| Call(call).ask_of(caller)),
            Err(issues) => Err(issues.clone()),
        });
        wipe_stack();
        answer
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client([redacted])")
    }
}

/// What JavaScript asks for: a task, and what it needs by name.
struct Call<'a>(Object<'a>);

impl Call<'_> {
    fn ask(&self) -> Result<String, Vec<Issue>> {
        Ok(match self.text("task") {
            "validate" => self.params()?.to_json(),
            "draft" => Draft::new(&self.params()?)?.to_json(),
            _ => refundable_of(self.object("details")?)?,
        })
    }

    #[inline(never)]
    fn caller(&self) -> Result<Caller, Vec<Issue>> {
        let access = match self.text("access") {
            "login" => Access::Login,
            "terminal" => Access::Terminal,
            _ => Access::Merchant,
        };
        Caller::new(access, self.object("config")?)
    }

    #[inline(never)]
    fn ask_of(&self, caller: &Caller) -> Result<String, Vec<Issue>> {
        let task = self.text("task");
        if task == "read" {
            let (operation, status, answer) = (self.text("operation"), self.status(), self.given("answer"));
            let outcome = match caller {
                Caller::Login(login) => login.read(operation, status, answer),
                Caller::Merchant(iyzico) => iyzico.read(operation, self.text("asked"), status, answer),
                Caller::Terminal(terminal) => terminal.read(operation, self.text("asked"), status, answer),
            };
            return Ok(outcome.to_json());
        }
        if task == "reconcile" {
            let (operation, asked) = (self.text("operation"), self.text("asked"));
            let found = Reconciliation::read(operation, asked, self.status(), self.given("answer"));
            return Ok(found_json(found.as_str()));
        }
        let draft = match (task, caller) {
            ("request", Caller::Login(login)) => return Ok(login.request(&self.params()?)?.to_json()),
            ("request", _) => Draft::new(&self.params()?)?,
            ("sign", _) => Draft::reopen_object(self.object("draft")?)?,
            (task, Caller::Merchant(iyzico)) => {
                return match task {
                    "authorize" => {
                        let body = self.given("body").ok_or_else(|| issue("body", Code::Body))?;
                        let (method, path) = (self.text("method"), self.text("path"));
                        Ok(iyzico.authorize(method, path, body, &self.random_key()?)?.to_json())
                    }
                    "authorizationForTests" => {
                        let random_key = RandomKey::fixed(self.text("randomKey"));
                        let (path, body) = (self.text("path"), self.text("body"));
                        let signed = iyzwsv2::sign(iyzico.credentials(), &random_key, path, body);
                        Ok(found_json(&signed.authorization()))
                    }
                    "webhookSignatureForTests" => {
                        let event = Event::sign(iyzico.credentials(), self.given("body"), self.given("merchantId"));
                        Ok(found_json(
                            &event.map_or_else(|_| String::new(), |(_, signature)| signature),
                        ))
                    }
                    "verifyWebhook" => {
                        let (signature, body) = (self.given("signature"), self.given("body"));
                        Ok(match iyzico.verify_webhook(signature, body, self.given("merchantId")) {
                            Ok(event) => event.to_json(),
                            Err(refusal) => refusal.to_json(),
                        })
                    }
                    // Nothing is asked: the configuration was right.
                    _ => Ok(String::from("{}")),
                };
            }
            // Nothing is asked: the configuration was right.
            _ => return Ok(String::from("{}")),
        };
        let request = match caller {
            Caller::Login(_) => return Err(Operation::unknown(|operation| operation.access() == Access::Login)),
            Caller::Merchant(iyzico) => iyzico.request(&draft, &self.random_key()?)?,
            Caller::Terminal(terminal) => terminal.request(&draft)?,
        };
        Ok(request.to_json())
    }

    fn params(&self) -> Result<Params, Vec<Issue>> {
        let context = match self.0.value("context") {
            Some(_) => Some(self.object("context")?),
            None => None,
        };
        Params::check_object(self.text("operation"), self.object("params")?, context)
    }

    /// What the host's CSPRNG gave, in hex; nothing, or nothing but zeros, is no randomness.
    fn random_key(&self) -> Result<RandomKey, Vec<Issue>> {
        let random_key = self.text("randomKey");
        match random_key.len() == 32 && random_key.bytes().any(|digit| digit != b'0') {
            true => Ok(RandomKey::fixed(random_key)),
            false => Err(issue("", Code::Randomness)),
        }
    }

    fn object(&self, name: &str) -> Result<&Object<'_>, Vec<Issue>> {
        match self.0.value(name) {
            Some(Value::Object(object)) => Ok(object),
            _ => Err(issue("", Code::NotAnObject)),
        }
    }

    fn given(&self, name: &str) -> Option<&str> {
        match self.0.value(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn text(&self, name: &str) -> &str {
        self.given(name).unwrap_or_default()
    }

    fn status(&self) -> Option<u16> {
        match self.0.value("status") {
            Some(Value::Number(text)) => text.parse().ok().filter(|status| *status < 1000),
            _ => None,
        }
    }
}

fn found_json(text: &str) -> String {
    let mut out = String::new();
    let mut object = ObjectWriter::new(&mut out);
    object.text("found", text);
    object.end();
    out
}

fn issue(name: &str, code: Code) -> Vec<Issue> {
    vec![Issue::new(name, Problem::new(code), Locale::En)]
}

fn text(made: Result<String, Vec<Issue>>) -> String {
    made.unwrap_or_else(|issues| Issue::list_to_json(&issues))
}
