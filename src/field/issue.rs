//! What was wrong with an input, as data: where, a stable code, and a sentence in English or Turkish.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, Serializer};

use crate::ascii::cut;
use crate::json::{self, ObjectWriter, write_text};

/// One thing that is wrong with an input.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Issue {
    path: Vec<String>,
    code: Code,
    message: String,
}

impl Issue {
    /// An issue of the member called `name`; of the input as a whole when that is empty.
    pub(crate) fn new(name: &str, problem: Problem, locale: Locale) -> Self {
        Self::within(&[], name, problem, locale)
    }

    /// An issue of the member called `name` of the value that `path` leads to.
    pub(crate) fn within(path: &[String], name: &str, problem: Problem, locale: Locale) -> Self {
        let template = problem.code.template(locale);
        let (before, after) = cut(template, b'%').unwrap_or((template, ""));
        let mut message = String::from(before);
        message.push_str(&problem.detail);
        message.push_str(after);
        let mut path = path.to_vec();
        if !name.is_empty() {
            path.push(name.to_owned());
        }
        Self {
            path,
            code: problem.code,
            message,
        }
    }

    /// The names that lead to the value; empty when the input as a whole is wrong.
    pub fn path(&self) -> &[String] {
        &self.path
    }

    /// What is wrong, for programs.
    pub const fn code(&self) -> Code {
        self.code
    }

    /// What is wrong and what would be right, for people.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The issues as JSON text.
    pub fn list_to_json(issues: &[Self]) -> String {
        let mut out = String::from("[");
        for issue in issues {
            out.push_str(if out.len() > 1 { "," } else { "" });
            issue.write(&mut out);
        }
        out.push(']');
        out
    }

    fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        let path = object.name("path");
        path.push('[');
        for (at, name) in self.path.iter().enumerate() {
            path.push_str(if at > 0 { "," } else { "" });
            write_text(name, path);
        }
        path.push(']');
        object.plain("code", self.code.as_str());
        object.text("message", &self.message);
        object.end();
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut json = String::new();
        self.write(&mut json);
        json::serialize(&json, serializer)
    }
}

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Locale {
    /// English
    #[default]
    En,
    /// Turkish
    Tr,
}

/// Declares the codes once: variant, stable name, what it means, and the two sentences.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $en:literal, $tr:literal;)+) => {
        /// What is wrong, for programs. The names are fixed for ever.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code's name in JavaScript.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// The sentence, with `%` where the detail goes.
            pub(crate) const fn template(self, locale: Locale) -> &'static str {
                // One table, not a branch for each.
                let (en, tr) = match self {
                    $(Self::$variant => ($en, $tr),)+
                };
                match locale {
                    Locale::En => en,
                    Locale::Tr => tr,
                }
            }
        }
    };
}

codes! {
    /// The amount is not plain digits with an optional point and fraction.
    AmountFormat = "amount_format",
        "must be written like \"5\" or \"5.00\": digits with a point before the fraction; no sign, comma, exponent or leading zero",
        "\"5\" ya da \"5.00\" gibi yazılmalı: rakamlar ve kesirden önce nokta; işaret, virgül, üs ya da baştaki sıfır olmadan";
    /// A JavaScript number with more digits than a double keeps, or with an exponent.
    AmountImprecise = "amount_imprecise",
        "is a number that may already be rounded; pass it as a string such as \"5.00\"",
        "yuvarlanmış olabilecek bir sayı; \"5.00\" gibi bir metin olarak verin";
    /// More than 20 digits before the point.
    AmountRange = "amount_range", "must have at most 20 digits before the point", "noktadan önce en çok 20 rakam olmalı";
    /// More than 8 digits after the point.
    AmountScale = "amount_scale", "must have at most 8 digits after the point", "noktadan sonra en çok 8 rakam olmalı";
    /// Zero moves nothing.
    AmountZero = "amount_zero", "must be greater than zero", "sıfırdan büyük olmalı";
    /// The base URL is not https (or http on this machine), or carries what an address must not.
    BaseUrl = "base_url",
        "must be an https address (http only for this machine) without user, query or fragment",
        "kullanıcı, sorgu ve parça içermeyen bir https adresi olmalı (http yalnız bu makine için)";
    /// A body that is no text.
    Body = "body", "must be the exact text to send", "gönderilecek metnin kendisi olmalı";
    /// The text contains a control character, a line break included.
    ControlCharacter = "control_character", "must not contain control characters", "denetim karakteri içermemeli";
    /// Not a whole number greater than zero.
    Count = "count", "must be a whole number from 1 to 999999999", "1 ile 999999999 arası bir tam sayı olmalı";
    /// Not a currency iyzico takes.
    Currency = "currency", "must be one of %", "şunlardan biri olmalı: %";
    /// No day of the calendar.
    Date = "date", "must be a day of the calendar as YYYYMMDD", "YYYYAAGG biçiminde takvimde olan bir gün olmalı";
    /// The draft is not what its own fields produce.
    DraftAltered = "draft_altered",
        "is not what the draft's own fields produce", "taslağın kendi alanlarının ürettiği değil";
    /// An empty text where a value is needed.
    Empty = "empty", "must not be empty", "boş olmamalı";
    /// None of iyzico's environments; there is no default.
    Environment = "environment", "must be one of %, or be left out for a baseUrl", "şunlardan biri olmalı: %; ya da yerine baseUrl verilmeli";
    /// Not an id of iyzico's.
    IdFormat = "id_format", "must be an id as iyzico gives it: visible ASCII without spaces or \":\"",
        "iyzico'nun verdiği gibi bir kimlik olmalı: boşluk ve \":\" içermeyen görünür ASCII";
    /// Neither an IPv4 nor an IPv6 address.
    Ip = "ip", "must be an IPv4 or IPv6 address", "bir IPv4 ya da IPv6 adresi olmalı";
    /// A key with characters that cannot be one.
    KeyCharacters = "key_characters", "must be visible ASCII without spaces", "boşluksuz görünür ASCII olmalı";
    /// Not a language iyzico answers in.
    Locale = "locale", "must be one of %", "şunlardan biri olmalı: %";
    /// Half of a UTF-16 pair, which has no UTF-8 form.
    LoneSurrogate = "lone_surrogate", "contains half a character (a lone surrogate)", "yarım bir karakter (eşsiz surrogate) içeriyor";
    /// Not an HTTP method that iyzico uses.
    Method = "method", "must be GET, POST, PUT, PATCH or DELETE, and GET has no body",
        "GET, POST, PUT, PATCH ya da DELETE olmalı; GET gövde taşımaz";
    /// A required field is missing.
    Missing = "missing", "is required: %", "zorunlu: %";
    /// More than the sale says may still be given back of this line.
    MoreThanReturnableAmount = "more_than_returnable_amount",
        "must be at most %, what is left of this line", "en çok % olmalı (bu kalemde kalan tutar)";
    /// More pieces than the sale says may still come back of this line.
    MoreThanReturnableQuantity = "more_than_returnable_quantity",
        "must be at most %, what is left of this line", "en çok % olmalı (bu kalemde kalan adet)";
    /// The lines together are more than the sale says may still be given back.
    MoreThanTotalReturnable = "more_than_total_returnable_amount",
        "must be at most % in all, what is left of the sale", "toplam en çok % olmalı (satışta kalan tutar)";
    /// More than the caller says may still be refunded.
    MoreThanUpTo = "more_than_up_to", "must be at most %, what is left", "en çok % olmalı (kalan tutar)";
    /// An empty list where something must be in it.
    NoItems = "no_items", "must hold at least one item", "en az bir kalem içermeli";
    /// The params are not an object.
    NotAnObject = "not_an_object", "must be an object", "bir nesne olmalı";
    /// The text is not JSON, or names a field twice.
    NotJson = "not_json", "must be JSON with every name once", "her adı bir kez geçen JSON olmalı";
    /// Two fields of which only one may be given.
    NotWith = "not_with", "is not accepted together with %", "% ile birlikte kabul edilmez";
    /// The request is about another sale than the one it is checked against.
    OtherSale = "other_sale", "must be \"%\", the sale that was passed", "\"%\" olmalı (verilen satış)";
    /// Not a path of iyzico's API.
    Path = "path", "must begin with \"/\" and be visible ASCII without \"#\"",
        "\"/\" ile başlamalı ve \"#\" olmadan görünür ASCII olmalı";
    /// The host offers no secure randomness at this point.
    Randomness = "randomness", "needs crypto.getRandomValues, which Workers offer only inside a handler",
        "crypto.getRandomValues gerekli; Workers onu yalnız bir işleyici içinde sunar";
    /// Not one of the documented reasons.
    Reason = "reason", "must be one of %", "şunlardan biri olmalı: %";
    /// A description without the reason it describes.
    ReasonRequired = "reason_required", "is only accepted together with %", "yalnız % ile birlikte kabul edilir";
    /// A text with too many characters.
    TooLong = "too_long", "must have at most % characters", "en çok % karakter içermeli";
    /// A value of another type.
    Type = "type", "must be %", "şu olmalı: %";
    /// No field of this name.
    UnknownField = "unknown_field", "is not a known field%", "bilinmeyen alan%";
    /// No operation of this name.
    UnknownOperation = "unknown_operation", "must be one of %", "şunlardan biri olmalı: %";
    /// The sale has no such line, or several by this name.
    UnknownSaleItem = "unknown_sale_item", "must name exactly one line of the sale", "satışın tam olarak bir kalemini göstermeli";
    /// Not an https address.
    Url = "url", "must be an https address", "bir https adresi olmalı";
}

/// A code, and what goes into its sentence.
#[derive(Debug)]
pub(crate) struct Problem {
    code: Code,
    detail: String,
}

impl Problem {
    pub(crate) const fn new(code: Code) -> Self {
        Self {
            code,
            detail: String::new(),
        }
    }

    pub(crate) fn with(code: Code, detail: &str) -> Self {
        Self {
            code,
            detail: detail.to_owned(),
        }
    }

    /// A value that is none of `values`, with the one that was probably meant.
    pub(crate) fn none_of(code: Code, values: &[&str], meant: Option<&str>, locale: Locale) -> Self {
        let mut detail = String::new();
        for value in values {
            detail.push_str(if detail.is_empty() { "" } else { ", " });
            detail.push_str(value);
        }
        if let Some(meant) = meant {
            let (before, after) = match locale {
                Locale::En => ("; did you mean \"", "\"?"),
                Locale::Tr => ("; \"", "\" mi demek istediniz?"),
            };
            detail.push_str(before);
            detail.push_str(meant);
            detail.push_str(after);
        }
        Self { code, detail }
    }
}
