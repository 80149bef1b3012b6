//! What was wrong with an input, as data: where, a stable code, and a sentence in English or Turkish.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// One thing that is wrong with an input.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Issue {
    path: Vec<String>,
    pub(crate) problem: Problem,
    pub(crate) locale: Locale,
}

impl Issue {
    /// An issue of the member called `name`; of the input as a whole when that is empty.
    pub(crate) fn new(name: &str, problem: Problem, locale: Locale) -> Self {
        Self::within(&[], name, problem, locale)
    }

    /// An issue of the member called `name` of the value that `path` leads to.
    pub(crate) fn within(path: &[String], name: &str, problem: Problem, locale: Locale) -> Self {
        let mut path = path.to_vec();
        if !name.is_empty() {
            path.push(name.to_owned());
        }
        Self { path, problem, locale }
    }

    /// The names that lead to the value; empty when the input as a whole is wrong.
    pub fn path(&self) -> &[String] {
        &self.path
    }

    /// What is wrong, for programs.
    pub const fn code(&self) -> Code {
        self.problem.code
    }
}

/// A code, and what goes into its sentence.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Problem {
    pub(crate) code: Code,
    pub(crate) detail: Detail,
    /// The value that was probably meant.
    pub(crate) meant: Option<&'static str>,
}

/// What stands in a sentence where its `%` is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Detail {
    /// The same in every language
    Text(String),
    Wanted(Wanted),
}

// Inlined into every rule, these would be 400 bytes more of the wasm.
impl Problem {
    #[inline(never)]
    pub(crate) const fn new(code: Code) -> Self {
        Self::of(code, Detail::Text(String::new()))
    }

    #[inline(never)]
    pub(crate) fn with(code: Code, detail: &str) -> Self {
        Self::of(code, Detail::Text(detail.to_owned()))
    }

    #[inline(never)]
    pub(crate) const fn wanted(code: Code, wanted: Wanted) -> Self {
        Self::of(code, Detail::Wanted(wanted))
    }

    /// A value that is none of `values`, with the one that was probably meant.
    pub(crate) fn none_of(code: Code, values: &[&str], meant: Option<&'static str>) -> Self {
        let mut detail = String::new();
        for value in values {
            detail.push_str(if detail.is_empty() { "" } else { ", " });
            detail.push_str(value);
        }
        Self {
            meant,
            ..Self::of(code, Detail::Text(detail))
        }
    }

    const fn of(code: Code, detail: Detail) -> Self {
        Self {
            code,
            detail,
            meant: None,
        }
    }
}

/// The language of messages, in the order in which JavaScript knows them.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Locale {
    /// English
    #[default]
    En,
    /// Turkish
    Tr,
}

/// Declares an enum once: variant, what it means, and what is said of it in English and Turkish.
macro_rules! said {
    (
        $(#[doc = $about:literal])+ $enum:ident;
        $($(#[doc = $doc:literal])+ $variant:ident = $en:literal, $tr:literal;)+
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        #[non_exhaustive]
        pub enum $enum {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl $enum {
            /// Every one, in the order in which JavaScript knows them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// What is said of it, in English and Turkish. The package's wasm lacks the words: its JavaScript has them.
            #[cfg(not(feature = "package"))]
            pub const fn said(self) -> (&'static str, &'static str) {
                match self {
                    $(Self::$variant => ($en, $tr),)+
                }
            }
        }
    };
}

/// Declares the codes once: the same, with a stable name.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $en:literal, $tr:literal;)+) => {
        said! {
            /// What is wrong, for programs. The names are fixed for ever.
            Code;
            $($(#[doc = $doc])+ $variant = $en, $tr;)+
        }

        impl Code {
            /// The code's name in JavaScript.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }
    };
}

// A sentence has % where the detail goes.
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
    /// Two of iyzico's own figures or words that can't both be true.
    Contradiction = "contradiction", "contradicts itself: %", "kendisiyle çelişiyor: %";
    /// The text contains a control character; line breaks and tabs are fine in free text only.
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
    /// An id of the caller's that may not reach iyzico's books unaltered.
    ReferenceFormat = "reference_format",
        "must be printable ASCII (letters, digits, punctuation) without a space at either end, or read-back may not find it again",
        "başında ve sonunda boşluk olmadan ASCII harf, rakam ve noktalama olmalı; yoksa işlem sonradan bulunamayabilir";
    /// The host offers no secure randomness at this point.
    Randomness = "randomness", "needs crypto.getRandomValues, which Workers offer only inside a handler",
        "crypto.getRandomValues gerekli; Workers onu yalnız bir işleyici içinde sunar";
    /// Not one of the documented reasons.
    Reason = "reason", "must be one of %", "şunlardan biri olmalı: %";
    /// A description without the reason it describes.
    ReasonRequired = "reason_required", "is only accepted together with %", "yalnız % ile birlikte kabul edilir";
    /// A text with too many characters.
    TooLong = "too_long", "must have at most % characters", "en çok % karakter içermeli";
    /// More members than anything real has.
    TooMany = "too_many", "must have at most % members", "en çok % öğe içermeli";
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

said! {
    /// What a value must be, for "must be …" and "is required: …".
    Wanted;
    /// Money
    Amount = "a decimal string such as \"5.00\"", "\"5.00\" gibi ondalık bir metin";
    /// How many
    Count = "a number", "bir sayı";
    /// A day
    Date = "a date as YYYYMMDD", "YYYYAAGG biçiminde bir tarih";
    /// Yes or no
    Flag = "true / false", "true / false";
    /// An id of iyzico's
    Id = "an id as a string (a number may already be rounded)",
        "metin olarak bir kimlik (sayı yuvarlanmış olabilir)";
    /// A list of objects
    Items = "a list of objects", "bir nesne listesi";
    /// The answer that says what is left of a payment
    PaymentDetails = "the data of a successful paymentDetails", "başarılı bir paymentDetails yanıtının verisi";
    /// The answer that says what is left of a sale
    RefundableSaleInfo = "the data of a successful refundableSaleInfo", "başarılı bir refundableSaleInfo yanıtının verisi";
    /// Text
    Text = "a string", "bir metin";
}

/// What follows the detail where one value was probably meant, which stands for `%`; in English and Turkish.
pub const MEANT: (&str, &str) = ("; did you mean \"%\"?", "; \"%\" mi demek istediniz?");
