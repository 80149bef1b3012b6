//! Events that iyzico posts to a merchant (docs.iyzico.com, advanced/webhook).

use alloc::string::String;
use alloc::vec::Vec;

use crate::answer::{Answer, Data};
use crate::doc::Doc;
use crate::json::{self, ObjectWriter, write_texts};
use crate::operation::{AnswerField, Kind};
use crate::outcome::Reason;
use crate::sign::{Credentials, answer};

/// What a webhook can be about; its signature covers other fields in each.
pub static WEBHOOKS: &[&Webhook] = &[&HOSTED, &SUBSCRIPTION, &DIRECT];

/// One shape of a webhook.
#[derive(Debug)]
pub struct Webhook {
    name: &'static str,
    /// The field that only this shape has.
    marker: Option<&'static str>,
    fields: &'static [&'static AnswerField],
    signed: &'static [&'static str],
    ids: &'static [&'static str],
    doc: Doc,
}

impl Webhook {
    /// The name in JavaScript.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The fields of the event.
    pub const fn fields(&self) -> &'static [&'static AnswerField] {
        self.fields
    }

    /// The fields that the receiver must find in its own books.
    pub const fn ids(&self) -> &'static [&'static str] {
        self.ids
    }

    /// Whether the signature covers the field called `name`; then every event has it.
    pub fn signs(&self, name: &str) -> bool {
        self.signed.contains(&name)
    }

    /// What it is about.
    pub const fn doc(&self) -> &Doc {
        &self.doc
    }

    fn of(body: &Answer<'_>) -> &'static Self {
        for shape in WEBHOOKS {
            if shape.marker.is_none_or(|marker| body.text(marker).is_some()) {
                return shape;
            }
        }
        &DIRECT
    }
}

/// An event whose signature is right.
#[derive(Clone, Debug)]
pub struct Event {
    shape: &'static Webhook,
    data: Data,
}

impl Event {
    /// The longest webhook that is read, in bytes; real ones have a few hundred.
    pub const MAX_LENGTH: usize = 256 << 10;

    /// Verifies a webhook by its `X-IYZ-SIGNATURE-V3` header. `merchant_id` is needed for a subscription's,
    /// which is signed over it without containing it.
    ///
    /// iyzico signs the fields one after another with nothing in between, so a digit could move from the
    /// end of one to the beginning of the next: an event counts only for [`Webhook::ids`] that are in
    /// your own books.
    pub fn verify(
        credentials: &Credentials,
        signature: Option<&str>,
        body: Option<&str>,
        merchant_id: Option<&str>,
    ) -> Result<Self, Refusal> {
        let (event, expected) = Self::sign(credentials, body, merchant_id)?;
        match signature {
            None | Some("") => Err(Refusal::SignatureMissing),
            Some(signature) if answer::equal(&expected, signature) => Ok(event),
            Some(_) => Err(Refusal::SignatureWrong),
        }
    }

    /// Reads a webhook and computes the signature it should have.
    pub(crate) fn sign(
        credentials: &Credentials,
        body: Option<&str>,
        merchant_id: Option<&str>,
    ) -> Result<(Self, String), Refusal> {
        // It comes as a request, which has no status.
        let body = Answer::parse(200, body.unwrap_or_default(), Self::MAX_LENGTH).map_err(|reason| match reason {
            Reason::TooLarge => Refusal::TooLarge,
            _ => Refusal::Malformed,
        })?;
        let shape = Webhook::of(&body);
        let mut texts = Vec::new();
        if shape.name == SUBSCRIPTION.name {
            let merchant_id = merchant_id.filter(|id| !id.is_empty());
            texts.push(merchant_id.ok_or(Refusal::FieldMissing("merchantId"))?);
        }
        texts.push(credentials.secret_key());
        let data = body.data(shape.fields).map_err(|_| Refusal::Malformed)?;
        for name in shape.signed {
            texts.push(data.text(name).ok_or(Refusal::FieldMissing(name))?);
        }
        let signature = credentials.hmac(&texts);
        Ok((Self { shape, data }, signature))
    }

    /// What the event is about.
    pub const fn shape(&self) -> &'static Webhook {
        self.shape
    }

    /// The event's fields; ids are text, whatever they came as.
    pub const fn data(&self) -> &Data {
        &self.data
    }

    /// The event as JSON text: its shape, the ids to look for, and its fields.
    pub fn to_json(&self) -> String {
        json::text(|out| self.write(out))
    }

    pub(crate) fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        object.literal("ok", "true");
        object.plain("shape", self.shape.name);
        write_texts(self.shape.ids, object.name("ids"));
        self.data.write(object.name("event"));
        object.end();
    }
}

/// Why a webhook doesn't count.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
    /// A field that the signature covers is missing, or the merchant's id that it needs
    FieldMissing(&'static str),
    /// Not a JSON object with fields of the right types
    Malformed,
    /// No signature; iyzico sends one only to merchants who asked for it
    SignatureMissing,
    /// Not this merchant's signature over this body
    SignatureWrong,
    /// Longer than any real event
    TooLarge,
}

impl Refusal {
    /// One of each.
    pub const ALL: &'static [Self] = &[
        Self::FieldMissing(""),
        Self::Malformed,
        Self::SignatureMissing,
        Self::SignatureWrong,
        Self::TooLarge,
    ];

    /// The refusal as JSON text.
    pub fn to_json(self) -> String {
        json::text(|out| self.write(out))
    }

    pub(crate) fn write(self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        object.literal("ok", "false");
        object.plain("reason", self.as_str());
        object.optional(
            "field",
            match self {
                Self::FieldMissing(field) => Some(field),
                _ => None,
            },
        );
        object.end();
    }

    /// The name in JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FieldMissing(_) => "field-missing",
            Self::Malformed => "malformed",
            Self::SignatureMissing => "signature-missing",
            Self::SignatureWrong => "signature-wrong",
            Self::TooLarge => "too-large",
        }
    }
}

static DIRECT: Webhook = Webhook {
    name: "direct",
    marker: None,
    fields: &[
        &EVENT_TYPE,
        &EVENT_TIME,
        &REFERENCE_CODE,
        &MERCHANT_ID,
        &PAYMENT_ID,
        &PAYMENT_CONVERSATION_ID,
        &STATUS,
        &IYZI_PAYMENT_ID,
    ],
    signed: &["iyziEventType", "paymentId", "paymentConversationId", "status"],
    ids: &["paymentId", "paymentConversationId"],
    doc: Doc::new("A payment through the API, or a step of one."),
};

static HOSTED: Webhook = Webhook {
    name: "hosted",
    marker: Some("token"),
    fields: &[
        &EVENT_TYPE,
        &EVENT_TIME,
        &REFERENCE_CODE,
        &MERCHANT_ID,
        &IYZI_PAYMENT_ID,
        &AnswerField::new(
            "token",
            Kind::Text,
            "The token of the page, as its initialise answered it.",
        ),
        &PAYMENT_CONVERSATION_ID,
        &STATUS,
    ],
    signed: &[
        "iyziEventType",
        "iyziPaymentId",
        "token",
        "paymentConversationId",
        "status",
    ],
    ids: &["token", "paymentConversationId"],
    doc: Doc::new("A payment on a page of iyzico's: checkout form, pay with iyzico."),
};

static SUBSCRIPTION: Webhook = Webhook {
    name: "subscription",
    marker: Some("subscriptionReferenceCode"),
    fields: &[
        &EVENT_TYPE,
        &EVENT_TIME,
        &REFERENCE_CODE,
        &AnswerField::new("subscriptionReferenceCode", Kind::Text, "The subscription."),
        &AnswerField::new("orderReferenceCode", Kind::Text, "The order of this period."),
        &AnswerField::new("customerReferenceCode", Kind::Text, "The subscriber."),
    ],
    signed: &[
        "iyziEventType",
        "subscriptionReferenceCode",
        "orderReferenceCode",
        "customerReferenceCode",
    ],
    ids: &[
        "subscriptionReferenceCode",
        "orderReferenceCode",
        "customerReferenceCode",
    ],
    doc: Doc::new("A subscription's order was paid, or could not be."),
};

static EVENT_TYPE: AnswerField = AnswerField::new(
    "iyziEventType",
    Kind::Text,
    "What happened; the lists of the documents change, and some names stand on two of them.",
);
static EVENT_TIME: AnswerField = AnswerField::new("iyziEventTime", Kind::Integer, "When, milliseconds since 1970.");
static REFERENCE_CODE: AnswerField = AnswerField::new("iyziReferenceCode", Kind::Text, "iyzico's id of the event.");
static MERCHANT_ID: AnswerField = AnswerField::new("merchantId", Kind::Text, "The merchant's id; not signed.");
static PAYMENT_ID: AnswerField = AnswerField::new("paymentId", Kind::Text, "The payment's id.");
static IYZI_PAYMENT_ID: AnswerField = AnswerField::new("iyziPaymentId", Kind::Text, "The payment's id.");
static PAYMENT_CONVERSATION_ID: AnswerField = AnswerField::new(
    "paymentConversationId",
    Kind::Text,
    "The conversationId the payment was made with.",
);
static STATUS: AnswerField = AnswerField::new(
    "status",
    Kind::Text,
    "Such as `SUCCESS`, `FAILURE`, `INIT_THREEDS` or `CALLBACK_THREEDS`.",
);
