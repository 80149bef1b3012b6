//! The JavaScript surface: crosses values and holds no rule of its own.
//!
//! A call takes one text and returns one. Input: the task, then its arguments, separated by newlines; only the last
//! may hold newlines itself. Output: JSON, an object, or a list of issues that
//! errors.js puts into words. This minimises copying and code size: every function that wasm-bindgen exports
//! costs 600 bytes and every argument 80 more and half a microsecond; building objects from here, through js-sys
//! or serde-wasm-bindgen, takes longer still and cost 7 KB more with the standard library that it needs. The
//! wasm tests hold the texts against what serde-wasm-bindgen makes of the same values.

#[cfg(feature = "package")]
mod package;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::{fmt, hint};

use wasm_bindgen::prelude::*;

use crate::answer::{HttpAnswer, Received};
use crate::ascii::{Parts, is_all};
use crate::client::Iyzico;
use crate::config::Caller;
use crate::draft::Draft;
use crate::field::check::read_object;
use crate::field::issue::{Code, Detail, Issue, Locale, Problem};
use crate::json::{ObjectWriter, read_integer, write_integer, write_text, write_texts};
use crate::operation::{Access, Operation};
use crate::outcome::Reason;
use crate::params::Params;
use crate::readback::refundable::write_refundable;
use crate::readback::{Inquiry, Reconciliation, Times, Weighing};
use crate::request::Request;
use crate::sign::iyzwsv2::{self, RandomKey};
use crate::terminal::transaction_status::TRANSACTION_STATUS;
use crate::webhook::Event;

/// Answers what needs no key; the first line is the task: `validate`, `draft` or `refundable`.
#[wasm_bindgen]
pub fn ask(call: &str) -> String {
    let mut out = String::new();
    let answered = Call::new(call).ask(&mut out);
    finished(answered, out)
}

/// Wipes what the calls before left on the stack: blocks of keyed hashes hold the key itself. (The heap is
/// wiped as it is freed.)
#[inline(never)]
fn wipe_stack() {
    // `black_box` stops the compiler from removing this write.
    hint::black_box(&mut [0_u8; 8192]);
}

/// A configured client, or what is wrong with its configuration.
#[wasm_bindgen]
pub struct Client(Result<Caller, String>);

#[wasm_bindgen]
impl Client {
    /// Takes the configuration of a `merchant`, a `terminal` or a `login`: the first line says which.
    #[wasm_bindgen(constructor)]
    pub fn new(call: &str) -> Self {
        let caller = Call::new(call).caller();
        let client = Self(caller.map_err(|issues| crossing(&issues)));
        wipe_stack();
        client
    }

    /// Answers what needs a key; the first line is the task: `request`, `sign`, `authorize`, `read`,
    /// `reconcile`, `precheck` or `verifyWebhook`, or for tests `authorizationForTests` or `webhookSignatureForTests`.
    pub fn ask(&self, call: &str) -> String {
        let caller = match &self.0 {
            Ok(caller) => caller,
            Err(issues) => return issues.clone(),
        };
        let mut out = String::with_capacity(1024);
        let answered = Call::new(call).ask_of(caller, &mut out);
        wipe_stack();
        finished(answered, out)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client([redacted])")
    }
}

/// What JavaScript asks for: the lines that were not read yet.
struct Call<'a>(Parts<'a>);

impl<'a> Call<'a> {
    const fn new(call: &'a str) -> Self {
        Self(Parts::new(call, b'\n'))
    }

    fn ask(mut self, out: &mut String) -> Result<(), Vec<Issue>> {
        match self.line() {
            "validate" => self.params()?.write(out),
            "draft" => Draft::new(&self.params()?)?.write(out),
            _ => write_refundable(self.line(), out)?,
        }
        Ok(())
    }

    #[inline(never)]
    fn caller(mut self) -> Result<Caller, Vec<Issue>> {
        let access = match self.line() {
            "login" => Access::Login,
            "terminal" => Access::Terminal,
            _ => Access::Merchant,
        };
        Caller::new(access, &read_object(self.line())?)
    }

    #[inline(never)]
    fn ask_of(mut self, caller: &Caller, out: &mut String) -> Result<(), Vec<Issue>> {
        match (self.line(), caller) {
            ("request", Caller::Login(login)) => write_request(&login.request(&self.params()?)?, out),
            ("request", _) => {
                let draft = Draft::new(&self.params()?)?;
                write_request(&self.request(caller, draft)?, out);
            }
            ("sign", _) => {
                let draft = Draft::reopen(self.line())?;
                write_request(&self.request(caller, draft)?, out);
            }
            ("read", _) => {
                let (operation, asked, received) = (self.line(), self.line(), self.received());
                let outcome = match caller {
                    Caller::Login(login) => login.read_received(operation, received),
                    Caller::Merchant(iyzico) => iyzico.read_received(operation, asked, received),
                    Caller::Terminal(terminal) => terminal.read_received(operation, asked, received),
                };
                outcome.write(out);
            }
            ("reconcile", _) => {
                let (operation, asked, times, question) = (self.line(), self.line(), self.times(), self.question());
                let weighing = Weighing::Sent(Inquiry { times, question });
                Reconciliation::weigh(operation, asked, self.received(), weighing).write(out);
            }
            ("precheck", _) => {
                let (operation, asked, times, question) = (self.line(), self.line(), self.times(), self.question());
                let weighing = Weighing::Unsent(Inquiry { times, question });
                Reconciliation::weigh(operation, asked, self.received(), weighing).write(out);
            }
            (task, Caller::Merchant(iyzico)) => self.ask_of_merchant(task, iyzico, out)?,
            // Nothing is asked: the configuration was right.
            _ => out.push_str("{}"),
        }
        Ok(())
    }

    fn ask_of_merchant(mut self, task: &str, iyzico: &Iyzico, out: &mut String) -> Result<(), Vec<Issue>> {
        match task {
            "authorize" => {
                let (method, path, random_key) = (self.line(), self.line(), self.random_key()?);
                let body = self.last().ok_or_else(|| issue("body", Code::Body))?;
                iyzico.authorize(method, path, body, random_key)?.write(out);
            }
            "authorizationForTests" => {
                let (path, random_key) = (self.line(), RandomKey::fixed(self.line()));
                let body = self.last().unwrap_or_default();
                let signed = iyzwsv2::sign(iyzico.credentials(), &random_key, path, body);
                write_found(&signed.authorization(), out);
            }
            "verifyWebhook" => {
                let (signature, merchant_id) = (self.line(), self.line());
                match iyzico.verify_webhook(Some(signature), self.last(), Some(merchant_id)) {
                    Ok(event) => event.write(out),
                    Err(refusal) => refusal.write(out),
                }
            }
            "webhookSignatureForTests" => {
                let merchant_id = self.line();
                let event = Event::sign(iyzico.credentials(), self.last(), Some(merchant_id));
                write_found(event.as_ref().map_or("", |(_, signature)| signature), out);
            }
            // Nothing is asked: the configuration was right.
            _ => out.push_str("{}"),
        }
        Ok(())
    }

    fn request(mut self, caller: &Caller, draft: Draft) -> Result<Request, Vec<Issue>> {
        match caller {
            Caller::Login(_) => Err(Operation::unknown(&[Access::Login])),
            Caller::Merchant(iyzico) => iyzico.request(draft, self.random_key()?),
            Caller::Terminal(terminal) => terminal.request(draft),
        }
    }

    fn params(&mut self) -> Result<Params, Vec<Issue>> {
        let (operation, params, context) = (self.line(), self.line(), self.line());
        Params::check(operation, params, Some(context).filter(|context| !context.is_empty()))
    }

    /// What the host's CSPRNG gave, in hex; nothing, or nothing but zeros, is no randomness.
    fn random_key(&mut self) -> Result<RandomKey, Vec<Issue>> {
        let random_key = self.line();
        match random_key.len() == 32 && !is_all(random_key, |digit| *digit == b'0') {
            true => Ok(RandomKey::fixed(random_key)),
            false => Err(issue("", Code::Randomness)),
        }
    }

    /// The answer's HTTP status and text; where the line is empty none came, and anything but a status is no answer.
    fn received(&mut self) -> Received<'a> {
        let status = self.line();
        match (status, read_integer(status), self.last()) {
            ("", ..) => Err(Reason::NoAnswer),
            (_, Some(status @ 0..1000), Some(text)) => Ok(HttpAnswer::new(status as u16, text)),
            _ => Err(Reason::NotText),
        }
    }

    fn times(&mut self) -> Option<Times> {
        let (sent_at, asked_at) = (read_integer(self.line()), read_integer(self.line()));
        Some(Times {
            sent_at: sent_at?,
            asked_at: asked_at?,
        })
    }

    /// The body of the status query that was asked; another question proves nothing.
    fn question(&mut self) -> Option<&'a str> {
        let (operation, body) = (self.line(), self.line());
        (operation == TRANSACTION_STATUS.name()).then_some(body)
    }

    /// What is left, line breaks and all; `None` where nothing more was given.
    const fn last(&self) -> Option<&'a str> {
        self.0.left()
    }

    /// The next line; empty where there is none.
    fn line(&mut self) -> &'a str {
        self.0.next().unwrap_or_default()
    }
}

/// A request without its body, and on the next line the body as it is: escaped, it would only have to be
/// unescaped.
fn write_request(request: &Request, out: &mut String) {
    request.write(None, out);
    if let Some(body) = request.body() {
        out.push('\n');
        out.push_str(body);
    }
}

fn write_found(text: &str, out: &mut String) {
    let mut object = ObjectWriter::new(out);
    object.text("found", text);
    object.end();
}

fn issue(name: &str, code: Code) -> Vec<Issue> {
    vec![Issue::new(name, Problem::new(code), Locale::En)]
}

fn finished(answered: Result<(), Vec<Issue>>, out: String) -> String {
    match answered {
        Ok(()) => out,
        Err(issues) => crossing(&issues),
    }
}

/// The issues as errors.js reads them, each a list: path, code, language, detail and what was meant, if anything.
/// What messages.js has words for crosses as its place there.
fn crossing(issues: &[Issue]) -> String {
    let mut out = String::from("[");
    for issue in issues {
        out.push_str(if out.len() > 1 { ",[" } else { "[" });
        write_texts(issue.path(), &mut out);
        let Problem { code, detail, meant } = &issue.problem;
        for place in [*code as i64, issue.locale as i64] {
            out.push(',');
            write_integer(place, &mut out);
        }
        out.push(',');
        match detail {
            Detail::Text(text) => write_text(text, &mut out),
            Detail::Wanted(wanted) => write_integer(*wanted as i64, &mut out),
        }
        out.push(',');
        write_text(meant.unwrap_or_default(), &mut out);
        out.push(']');
    }
    out.push(']');
    out
}
