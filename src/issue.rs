//! The issues of an input: a path, a stable code, and a message in English or Turkish.

use std::error::Error;
use std::fmt;
use std::ops::Deref;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::named::named;

/// The issues of an input: at least one, in the order of the fields.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// `Ok(value)` if there are no issues.
    pub(crate) fn none_or<T>(issues: Vec<Issue>, value: T) -> Result<T, Self> {
        if issues.is_empty() {
            Ok(value)
        } else {
            Err(Self(issues))
        }
    }

    /// A single issue of the member `name`, or of the whole input if `name` is empty.
    pub(crate) fn one(name: &str, problem: impl Into<Problem>) -> Self {
        Issue::new(name, problem, Locale::En).into()
    }
}

impl Deref for Issues {
    type Target = [Issue];

    fn deref(&self) -> &[Issue] {
        &self.0
    }
}

impl Error for Issues {}

impl fmt::Display for Issues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, issue) in self.iter().enumerate() {
            f.write_str(if at > 0 { "; " } else { "" })?;
            issue.fmt(f)?;
        }
        Ok(())
    }
}

impl From<Issue> for Issues {
    fn from(issue: Issue) -> Self {
        Self(vec![issue])
    }
}

impl IntoIterator for Issues {
    type IntoIter = std::vec::IntoIter<Issue>;
    type Item = Issue;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Issues {
    type IntoIter = std::slice::Iter<'a, Issue>;
    type Item = &'a Issue;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl Serialize for Issues {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}

/// One problem with an input.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Issue {
    path: Vec<String>,
    problem: Problem,
    locale: Locale,
}

impl Issue {
    /// An issue of the member `name`, or of the whole input if `name` is empty.
    pub(crate) fn new(name: &str, problem: impl Into<Problem>, locale: Locale) -> Self {
        Self::within(&[], name, problem, locale)
    }

    /// An issue of the member `name` of the value at `path`.
    pub(crate) fn within(path: &[String], name: &str, problem: impl Into<Problem>, locale: Locale) -> Self {
        let mut path = path.to_vec();
        if !name.is_empty() {
            path.push(name.to_owned());
        }
        Self {
            path,
            problem: problem.into(),
            locale,
        }
    }

    /// The path to the value; empty when the whole input is wrong.
    pub fn path(&self) -> &[String] {
        &self.path
    }

    /// The stable code.
    pub const fn code(&self) -> Code {
        self.problem.code
    }

    /// What is wrong and what would be right, in the language of the input's `locale`.
    pub fn message(&self) -> String {
        let Self { problem, locale, .. } = self;
        let mut detail = match &problem.detail {
            Detail::Text(text) => text.clone(),
            Detail::Wanted(wanted) => wanted.said(*locale).to_owned(),
        };
        if let Some(meant) = problem.meant {
            detail += &match locale {
                Locale::En => format!("; did you mean \"{meant}\"?"),
                Locale::Tr => format!("; \"{meant}\" mi demek istediniz?"),
            };
        }
        problem.code.said(*locale, &detail)
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{} ", self.path.join("."))?;
        }
        f.write_str(&self.message())
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Issue", 3)?;
        object.serialize_field("path", &self.path)?;
        object.serialize_field("code", &self.code())?;
        object.serialize_field("message", &self.message())?;
        object.end()
    }
}

/// A code with the details of its sentence.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Problem {
    code: Code,
    detail: Detail,
    /// The value that the caller probably meant.
    meant: Option<&'static str>,
}

/// The text for `{detail}` in a sentence.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Detail {
    /// The same in every language
    Text(String),
    Wanted(Wanted),
}

impl Problem {
    pub(crate) fn with(code: Code, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: Detail::Text(detail.into()),
            meant: None,
        }
    }

    pub(crate) const fn wanted(code: Code, wanted: Wanted) -> Self {
        Self {
            code,
            detail: Detail::Wanted(wanted),
            meant: None,
        }
    }

    /// A value that is none of `values`, with the value that the caller probably meant.
    pub(crate) fn none_of(code: Code, values: &[&str], meant: Option<&'static str>) -> Self {
        Self {
            meant,
            ..Self::with(code, values.join(", "))
        }
    }
}

impl From<Code> for Problem {
    /// A problem whose sentence has no detail.
    fn from(code: Code) -> Self {
        Self::with(code, "")
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

impl Locale {
    /// The text in this language.
    pub(crate) const fn pick(self, en: &'static str, tr: &'static str) -> &'static str {
        match self {
            Self::En => en,
            Self::Tr => tr,
        }
    }
}

/// Declares each code once: its meaning, variant, stable name, and sentence in English and Turkish.
macro_rules! codes {
    ($detail:ident; $($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $en:literal, $tr:literal;)+) => {
        named! {
            /// What is wrong with an input. Names never change.
            Code { $($(#[doc = $doc])+ $variant = $name,)+ }
        }

        impl Code {
            fn said(self, locale: Locale, $detail: &str) -> String {
                match (self, locale) {
                    $((Self::$variant, Locale::En) => format!($en), (Self::$variant, Locale::Tr) => format!($tr),)+
                }
            }
        }
    };
}

codes! { detail;
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
    /// The amount is zero.
    AmountZero = "amount_zero", "must be greater than zero", "sıfırdan büyük olmalı";
    /// The base URL is not https (or http on this machine), or has a user, a query or a fragment.
    BaseUrl = "base_url",
        "must be an https address (http only for this machine) without user, query or fragment",
        "kullanıcı, sorgu ve parça içermeyen bir https adresi olmalı (http yalnız bu makine için)";
    /// The body is not a string.
    Body = "body", "must be the exact text to send", "gönderilecek metnin kendisi olmalı";
    /// iyzico's own figures contradict each other.
    Contradiction = "contradiction", "contradicts itself: {detail}", "kendisiyle çelişiyor: {detail}";
    /// The text contains a control character; line breaks and tabs are fine in free text only.
    ControlCharacter = "control_character", "must not contain control characters", "denetim karakteri içermemeli";
    /// Not a whole number greater than zero.
    Count = "count", "must be a whole number from 1 to 999999999", "1 ile 999999999 arası bir tam sayı olmalı";
    /// Not a currency that iyzico accepts.
    Currency = "currency", "must be one of {detail}", "şunlardan biri olmalı: {detail}";
    /// Not a calendar day as YYYYMMDD.
    Date = "date", "must be a day of the calendar as YYYYMMDD", "YYYYAAGG biçiminde takvimde olan bir gün olmalı";
    /// Not a calendar day as YYYY-MM-DD.
    Day = "day", "must be a day of the calendar as YYYY-MM-DD", "YYYY-AA-GG biçiminde takvimde olan bir gün olmalı";
    /// The draft differs from what its own fields produce.
    DraftAltered = "draft_altered",
        "is not what the draft's own fields produce", "taslağın kendi alanlarının ürettiği değil";
    /// A value that must be unique occurs twice.
    Duplicate = "duplicate", "must be unique, and stands there twice", "benzersiz olmalı; iki kez geçiyor";
    /// An empty string where a value is needed.
    Empty = "empty", "must not be empty", "boş olmamalı";
    /// Not an environment of iyzico's. There is no default.
    Environment = "environment", "must be one of {detail}, or be left out for a baseUrl", "şunlardan biri olmalı: {detail}; ya da yerine baseUrl verilmeli";
    /// Not in the form of iyzico's ids.
    IdFormat = "id_format", "must be an id as iyzico gives it: visible ASCII without spaces or \":\"",
        "iyzico'nun verdiği gibi bir kimlik olmalı: boşluk ve \":\" içermeyen görünür ASCII";
    /// Neither an IPv4 nor an IPv6 address.
    Ip = "ip", "must be an IPv4 or IPv6 address", "bir IPv4 ya da IPv6 adresi olmalı";
    /// The key has a space, a control character or a non-ASCII character.
    KeyCharacters = "key_characters", "must be visible ASCII without spaces", "boşluksuz görünür ASCII olmalı";
    /// Not a language of iyzico's answers.
    Locale = "locale", "must be one of {detail}", "şunlardan biri olmalı: {detail}";
    /// A lone surrogate, which has no UTF-8 form.
    LoneSurrogate = "lone_surrogate", "contains half a character (a lone surrogate)", "yarım bir karakter (eşsiz surrogate) içeriyor";
    /// Not an HTTP method that iyzico uses.
    Method = "method", "must be GET, POST, PUT, PATCH or DELETE, and GET has no body",
        "GET, POST, PUT, PATCH ya da DELETE olmalı; GET gövde taşımaz";
    /// A required field is missing.
    Missing = "missing", "is required: {detail}", "zorunlu: {detail}";
    /// More money than is left of this line of the sale.
    MoreThanReturnableAmount = "more_than_returnable_amount",
        "must be at most {detail}, what is left of this line", "en çok {detail} olmalı (bu kalemde kalan tutar)";
    /// More pieces than are left of this line of the sale.
    MoreThanReturnableQuantity = "more_than_returnable_quantity",
        "must be at most {detail}, what is left of this line", "en çok {detail} olmalı (bu kalemde kalan adet)";
    /// The lines together exceed what is left of the sale.
    MoreThanTotalReturnable = "more_than_total_returnable_amount",
        "must be at most {detail} in all, what is left of the sale", "toplam en çok {detail} olmalı (satışta kalan tutar)";
    /// More than `upTo`.
    MoreThanUpTo = "more_than_up_to", "must be at most {detail}, what is left", "en çok {detail} olmalı (kalan tutar)";
    /// An empty list where an item is needed.
    NoItems = "no_items", "must hold at least one item", "en az bir kalem içermeli";
    /// The params are not an object.
    NotAnObject = "not_an_object", "must be an object", "bir nesne olmalı";
    /// The text is not JSON, or names a field twice.
    NotJson = "not_json", "must be JSON with every name once", "her adı bir kez geçen JSON olmalı";
    /// Two fields that exclude each other.
    NotWith = "not_with", "is not accepted together with {detail}", "{detail} ile birlikte kabul edilmez";
    /// The request and the sale in `context` are about different sales.
    OtherSale = "other_sale", "must be \"{detail}\", the sale that was passed", "\"{detail}\" olmalı (verilen satış)";
    /// Not a path of iyzico's API.
    Path = "path", "must begin with \"/\" and be visible ASCII without \"#\"",
        "\"/\" ile başlamalı ve \"#\" olmadan görünür ASCII olmalı";
    /// A caller's id that systems on the way may alter.
    ReferenceFormat = "reference_format",
        "must be printable ASCII (letters, digits, punctuation) without a space at either end, or read-back may not find it again",
        "başında ve sonunda boşluk olmadan ASCII harf, rakam ve noktalama olmalı; yoksa işlem sonradan bulunamayabilir";
    /// The host has no secure randomness at this moment.
    Randomness = "randomness", "needs crypto.getRandomValues, which Workers offer only inside a handler",
        "crypto.getRandomValues gerekli; Workers onu yalnız bir işleyici içinde sunar";
    /// Not one of the documented reasons.
    Reason = "reason", "must be one of {detail}", "şunlardan biri olmalı: {detail}";
    /// A description without a reason.
    ReasonRequired = "reason_required", "is only accepted together with {detail}", "yalnız {detail} ile birlikte kabul edilir";
    /// Not a time in epoch milliseconds.
    Time = "time", "must be a time in epoch milliseconds, such as Date.now()",
        "1970'ten beri geçen milisaniye olmalı, Date.now() gibi";
    /// Not a state of a ledger entry.
    State = "state", "must be one of {detail}", "şunlardan biri olmalı: {detail}";
    /// A string with too many characters.
    TooLong = "too_long", "must have at most {detail} characters", "en çok {detail} karakter içermeli";
    /// An object with too many members.
    TooMany = "too_many", "must have at most {detail} members", "en çok {detail} öğe içermeli";
    /// A value of another type.
    Type = "type", "must be {detail}", "şu olmalı: {detail}";
    /// An unknown field.
    UnknownField = "unknown_field", "is not a known field{detail}", "bilinmeyen alan{detail}";
    /// An unknown operation.
    UnknownOperation = "unknown_operation", "must be one of {detail}", "şunlardan biri olmalı: {detail}";
    /// The sale has no such line, or several with this name.
    UnknownSaleItem = "unknown_sale_item", "must name exactly one line of the sale", "satışın tam olarak bir kalemini göstermeli";
    /// Not an https address.
    Url = "url", "must be an https address", "bir https adresi olmalı";
}

/// The expected kind of value, which completes "must be …" and "is required: …".
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Wanted {
    /// Money
    Amount,
    /// A count
    Count,
    /// A day
    Date,
    /// A day with hyphens
    Day,
    /// Yes or no
    Flag,
    /// An id of iyzico's
    Id,
    /// A list of objects
    Items,
    /// The data of a successful `paymentDetails`
    PaymentDetails,
    /// The data of a successful `terminal.refundableSaleInfo`
    RefundableSaleInfo,
    /// Text
    Text,
    /// A time
    Time,
}

impl Wanted {
    const fn said(self, locale: Locale) -> &'static str {
        let (en, tr) = match self {
            Self::Amount => ("a decimal string such as \"5.00\"", "\"5.00\" gibi ondalık bir metin"),
            Self::Count => ("a number", "bir sayı"),
            Self::Date => ("a date as YYYYMMDD", "YYYYAAGG biçiminde bir tarih"),
            Self::Day => ("a day as YYYY-MM-DD", "YYYY-AA-GG biçiminde bir gün"),
            Self::Flag => ("true / false", "true / false"),
            Self::Id => (
                "an id as a string (a number may already be rounded)",
                "metin olarak bir kimlik (sayı yuvarlanmış olabilir)",
            ),
            Self::Items => ("a list of objects", "bir nesne listesi"),
            Self::PaymentDetails => (
                "the data of a successful paymentDetails",
                "başarılı bir paymentDetails yanıtının verisi",
            ),
            Self::RefundableSaleInfo => (
                "the data of a successful refundableSaleInfo",
                "başarılı bir refundableSaleInfo yanıtının verisi",
            ),
            Self::Text => ("a string", "bir metin"),
            Self::Time => ("a time in epoch milliseconds", "epoch milisaniyesi olarak bir zaman"),
        };
        locale.pick(en, tr)
    }
}
