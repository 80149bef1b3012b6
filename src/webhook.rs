//! Events that iyzico posts to a merchant (docs.iyzico.com, advanced/webhook).

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::answer::http::Answer;
use crate::answer::outcome::Reason;
use crate::doc::Doc;
use crate::sign::{Credentials, response};
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::data::Data;

/// The shapes of webhooks, whose signatures cover different fields.
pub static WEBHOOKS: &[&Webhook] = &[&HOSTED, &SUBSCRIPTION, &DIRECT];

/// One shape of a webhook.
#[derive(Debug)]
pub struct Webhook {
    name: &'static str,
    /// The field by which this shape is recognised.
    marker: Option<&'static AnswerField>,
    fields: &'static [&'static AnswerField],
    signed: &'static [&'static AnswerField],
    ids: &'static [&'static AnswerField],
    /// Whether the signature covers the merchant's id, which the webhook does not contain.
    needs_merchant_id: bool,
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

    /// The fields that the receiver must look up in its own books.
    pub fn ids(&self) -> impl Iterator<Item = &'static str> {
        self.ids.iter().map(|field| field.name())
    }

    /// Whether the signature covers the field called `name`; then every event has it.
    pub fn signs(&self, name: &str) -> bool {
        self.signed.iter().any(|field| field.name() == name)
    }

    /// What it is about.
    pub const fn doc(&self) -> &Doc {
        &self.doc
    }

    fn of(body: &Answer<'_>) -> &'static Self {
        let is_marked = |shape: &&&Self| shape.marker.is_none_or(|marker| body.text(marker.name()).is_some());
        WEBHOOKS.iter().find(is_marked).copied().unwrap_or(&DIRECT)
    }
}

/// A webhook event with a verified signature.
#[derive(Clone, Debug)]
pub struct Event {
    shape: &'static Webhook,
    data: Data,
}

impl Event {
    /// The longest webhook that is read, in bytes. Real ones have a few hundred.
    pub const MAX_LENGTH: usize = 256 << 10;

    /// Verifies a webhook by its `X-IYZ-SIGNATURE-V3` header. A subscription's needs `merchant_id`: the signature covers it,
    /// but the webhook does not contain it.
    ///
    /// iyzico signs the fields without separators, so a digit could move from the end of one field to the start of the next
    /// under the same signature. Accept an event only if its [`Webhook::ids`] are in your own books.
    pub fn verify(
        credentials: &Credentials,
        signature: Option<&str>,
        body: Option<&str>,
        merchant_id: Option<&str>,
    ) -> Result<Self, Refusal> {
        let (event, expected) = Self::sign(credentials, body, merchant_id)?;
        match signature {
            None | Some("") => Err(Refusal::SignatureMissing),
            Some(signature) if response::equal(&expected, signature) => Ok(event),
            Some(_) => Err(Refusal::SignatureWrong),
        }
    }

    /// Reads a webhook and computes the signature it should have.
    pub(crate) fn sign(
        credentials: &Credentials,
        body: Option<&str>,
        merchant_id: Option<&str>,
    ) -> Result<(Self, String), Refusal> {
        // A webhook is a request, and has no HTTP status.
        let body = Answer::parse(200, body.unwrap_or_default(), Self::MAX_LENGTH).map_err(|reason| match reason {
            Reason::TooLarge => Refusal::TooLarge,
            _ => Refusal::Malformed,
        })?;
        let shape = Webhook::of(&body);
        let mut texts = Vec::new();
        if shape.needs_merchant_id {
            let merchant_id = merchant_id.filter(|id| !id.is_empty());
            texts.push(merchant_id.ok_or_else(|| Refusal::FieldMissing(MERCHANT_ID.name()))?);
        }
        texts.push(credentials.secret_key());
        let data = body.data(shape.fields).map_err(|_| Refusal::Malformed)?;
        for field in shape.signed {
            texts.push(data.text(field).ok_or_else(|| Refusal::FieldMissing(field.name()))?);
        }
        let signature = credentials.hmac(&texts);
        Ok((Self { shape, data }, signature))
    }

    /// What the event is about.
    pub const fn shape(&self) -> &'static Webhook {
        self.shape
    }

    /// The event's fields. Ids are text, even where the webhook has numbers.
    pub const fn data(&self) -> &Data {
        &self.data
    }
}

impl Serialize for Event {
    /// Its shape, the ids to look for, and its fields.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Event", 4)?;
        object.serialize_field("ok", &true)?;
        object.serialize_field("shape", self.shape.name)?;
        object.serialize_field("ids", &self.shape.ids().collect::<Vec<_>>())?;
        object.serialize_field("event", &self.data)?;
        object.end()
    }
}

/// Why a webhook is refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
    /// A field that the signature covers is missing, or the merchant's id
    FieldMissing(&'static str),
    /// Not a JSON object with fields of the right types
    Malformed,
    /// No signature; iyzico sends one only to merchants who asked for it
    SignatureMissing,
    /// Not this merchant's signature over this body
    SignatureWrong,
    /// Longer than any real webhook
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

    /// What it means.
    pub const fn doc(self) -> Doc {
        Doc::new(match self {
            Self::FieldMissing(_) => {
                "A field that the signature covers is missing; for a subscription, maybe `merchantId`, which you must pass."
            }
            Self::Malformed => "The body is not a JSON object with fields of the right types.",
            Self::SignatureMissing => "It has no signature. iyzico signs webhooks only for merchants who asked for it.",
            Self::SignatureWrong => "The signature is not this merchant's over this body.",
            Self::TooLarge => "It is longer than any real event.",
        })
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

impl Serialize for Refusal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let field = match self {
            Self::FieldMissing(field) => Some(field),
            _ => None,
        };
        let mut object = serializer.serialize_struct("Refusal", 3)?;
        object.serialize_field("ok", &false)?;
        object.serialize_field("reason", self.as_str())?;
        object.serialize_field("field", &field)?;
        object.end()
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
    signed: &[&EVENT_TYPE, &PAYMENT_ID, &PAYMENT_CONVERSATION_ID, &STATUS],
    ids: &[&PAYMENT_ID, &PAYMENT_CONVERSATION_ID],
    needs_merchant_id: false,
    doc: Doc::new("A payment through the API, or a step of one."),
};

static HOSTED: Webhook = Webhook {
    name: "hosted",
    marker: Some(&TOKEN),
    fields: &[
        &EVENT_TYPE,
        &EVENT_TIME,
        &REFERENCE_CODE,
        &MERCHANT_ID,
        &IYZI_PAYMENT_ID,
        &TOKEN,
        &PAYMENT_CONVERSATION_ID,
        &STATUS,
    ],
    signed: &[&EVENT_TYPE, &IYZI_PAYMENT_ID, &TOKEN, &PAYMENT_CONVERSATION_ID, &STATUS],
    ids: &[&TOKEN, &PAYMENT_CONVERSATION_ID],
    needs_merchant_id: false,
    doc: Doc::new("A payment on a page of iyzico's: checkout form, pay with iyzico."),
};

static SUBSCRIPTION: Webhook = Webhook {
    name: "subscription",
    marker: Some(&SUBSCRIPTION_REFERENCE_CODE),
    fields: &[
        &EVENT_TYPE,
        &EVENT_TIME,
        &REFERENCE_CODE,
        &SUBSCRIPTION_REFERENCE_CODE,
        &ORDER_REFERENCE_CODE,
        &CUSTOMER_REFERENCE_CODE,
    ],
    signed: &[
        &EVENT_TYPE,
        &SUBSCRIPTION_REFERENCE_CODE,
        &ORDER_REFERENCE_CODE,
        &CUSTOMER_REFERENCE_CODE,
    ],
    ids: &[
        &SUBSCRIPTION_REFERENCE_CODE,
        &ORDER_REFERENCE_CODE,
        &CUSTOMER_REFERENCE_CODE,
    ],
    needs_merchant_id: true,
    doc: Doc::new("A subscription's order was paid, or could not be."),
};

static EVENT_TYPE: AnswerField = AnswerField::new(
    "iyziEventType",
    Kind::Text,
    "The type of the event. The documented lists change, and some names are on two of them.",
);
static EVENT_TIME: AnswerField = AnswerField::new("iyziEventTime", Kind::Integer, "When, milliseconds since 1970.");
static REFERENCE_CODE: AnswerField = AnswerField::new("iyziReferenceCode", Kind::Text, "iyzico's id of the event.");
static MERCHANT_ID: AnswerField = AnswerField::new("merchantId", Kind::Text, "The merchant's id; not signed.");
static PAYMENT_ID: AnswerField = AnswerField::new("paymentId", Kind::Text, "The payment's id.");
static IYZI_PAYMENT_ID: AnswerField = AnswerField::new("iyziPaymentId", Kind::Text, "The payment's id.");
static PAYMENT_CONVERSATION_ID: AnswerField = AnswerField::new(
    "paymentConversationId",
    Kind::Text,
    "The conversationId of the payment.",
);
static STATUS: AnswerField = AnswerField::new(
    "status",
    Kind::Text,
    "Such as `SUCCESS`, `FAILURE`, `INIT_THREEDS` or `CALLBACK_THREEDS`.",
);
static TOKEN: AnswerField = AnswerField::new(
    "token",
    Kind::Text,
    "The token of the page, from iyzico's answer when the page was initialised.",
);
static SUBSCRIPTION_REFERENCE_CODE: AnswerField =
    AnswerField::new("subscriptionReferenceCode", Kind::Text, "The subscription.");
static ORDER_REFERENCE_CODE: AnswerField =
    AnswerField::new("orderReferenceCode", Kind::Text, "The order of this period.");
static CUSTOMER_REFERENCE_CODE: AnswerField = AnswerField::new("customerReferenceCode", Kind::Text, "The subscriber.");
