//! What was wrong with an input, as data: where, a stable code, and a sentence in English or Turkish.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::rule::Rule;

/// One thing that is wrong with an input.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Issue {
    path: Vec<&'static str>,
    unknown: Option<String>,
    code: Code,
    message: String,
}

impl Issue {
    /// The names that lead to the value; empty when the input as a whole is wrong.
    pub fn path(&self) -> impl Iterator<Item = &str> {
        self.path.iter().copied().chain(self.unknown.as_deref())
    }

    /// What is wrong, for programs.
    pub const fn code(&self) -> Code {
        self.code
    }

    /// What is wrong and what would be right, for people.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Path<'a>(&'a Issue);

        impl Serialize for Path<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut path = serializer.serialize_seq(None)?;
                for name in self.0.path() {
                    path.serialize_element(name)?;
                }
                path.end()
            }
        }

        let mut issue = serializer.serialize_map(Some(3))?;
        issue.serialize_entry("path", &Path(self))?;
        issue.serialize_entry("code", self.code.as_str())?;
        issue.serialize_entry("message", &self.message)?;
        issue.end()
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

            /// The sentence, with `{}` where the detail goes.
            pub(crate) const fn template(self, locale: Locale) -> &'static str {
                match (self, locale) {
                    $((Self::$variant, Locale::En) => $en, (Self::$variant, Locale::Tr) => $tr,)+
                }
            }
        }
    };
}

codes! {
    /// The amount is not plain digits with an optional point and fraction.
    AmountFormat = "amount_format",
        "must be written like \"5\" or \"5.00\": digits with a point before the fraction; no sign, space, comma, exponent or leading zero",
        "\"5\" ya da \"5.00\" gibi yazılmalı: rakamlar ve kesirden önce nokta; işaret, boşluk, virgül, üs ya da baştaki sıfır olmadan";
    /// A JavaScript number with more digits than a double keeps, or with an exponent.
    AmountImprecise = "amount_imprecise",
        "is a number that may already be rounded; pass it as a string such as \"5.00\"",
        "yuvarlanmış olabilecek bir sayı; \"5.00\" gibi bir metin olarak verin";
    /// More than 20 digits before the point.
    AmountRange = "amount_range", "must have at most 20 digits before the point", "noktadan önce en çok 20 rakam içermeli";
    /// More than 8 digits after the point.
    AmountScale = "amount_scale", "must have at most 8 digits after the point", "noktadan sonra en çok 8 rakam içermeli";
    /// Zero moves nothing.
    AmountZero = "amount_zero", "must be greater than zero", "sıfırdan büyük olmalı";
    /// The base URL is not https (or http on this machine), or carries what an address must not.
    BaseUrl = "base_url",
        "must be an https address (http only for localhost, 127.0.0.0/8 or [::1]) without user, query or fragment",
        "kullanıcı, sorgu ve parça içermeyen bir https adresi olmalı (http yalnız localhost, 127.0.0.0/8 ya da [::1] için)";
    /// The text contains a control character, a line break included.
    ControlCharacter = "control_character", "must not contain control characters", "denetim karakteri içermemeli";
    /// Not a currency iyzico takes.
    Currency = "currency", "must be one of {}", "şunlardan biri olmalı: {}";
    /// The draft is not what its own fields produce.
    DraftAltered = "draft_altered",
        "is not what the draft's own fields produce; it was altered or made by another version",
        "taslağın kendi alanlarının ürettiği değil; değiştirilmiş ya da başka bir sürümle yapılmış";
    /// An empty text where a value is needed.
    Empty = "empty", "must not be empty", "boş olmamalı";
    /// Neither or both of `environment` and `baseUrl`, or an unknown environment.
    Environment = "environment",
        "say exactly one of environment (\"sandbox\" or \"live\") and baseUrl",
        "environment (\"sandbox\" ya da \"live\") ile baseUrl'den yalnız biri verilmeli";
    /// Not an id of iyzico's.
    IdFormat = "id_format", "must be the id as iyzico gave it: visible ASCII without spaces or \":\"",
        "iyzico'nun verdiği kimlik olmalı: boşluk ve \":\" içermeyen görünür ASCII";
    /// Neither an IPv4 nor an IPv6 address.
    Ip = "ip", "must be an IPv4 or IPv6 address", "bir IPv4 ya da IPv6 adresi olmalı";
    /// A key with characters that cannot be one.
    KeyCharacters = "key_characters", "must be visible ASCII without spaces", "boşluksuz görünür ASCII olmalı";
    /// Not a language iyzico answers in.
    Locale = "locale", "must be one of {}", "şunlardan biri olmalı: {}";
    /// Half of a UTF-16 pair, which has no UTF-8 form.
    LoneSurrogate = "lone_surrogate", "contains half a character (a lone surrogate), which cannot be sent",
        "gönderilemeyen yarım bir karakter (eşsiz surrogate) içeriyor";
    /// Not an HTTP method that iyzico uses.
    Method = "method", "must be GET, POST, PUT, PATCH or DELETE, and GET has no body",
        "GET, POST, PUT, PATCH ya da DELETE olmalı; GET gövde taşımaz";
    /// A required field is missing.
    Missing = "missing", "is required: {}", "zorunlu: {}";
    /// More than the caller says may still be refunded.
    MoreThanUpTo = "more_than_up_to", "must be at most {}, what may still be refunded", "en çok {} olmalı (iade edilebilecek kalan tutar)";
    /// The params are not an object.
    NotAnObject = "not_an_object", "must be an object", "bir nesne olmalı";
    /// The text is not JSON, or names a field twice.
    NotJson = "not_json", "must be JSON in which every name stands once", "her adın bir kez geçtiği JSON olmalı";
    /// Not a path of iyzico's API.
    Path = "path", "must begin with \"/\" and hold only visible ASCII, without \"#\"",
        "\"/\" ile başlamalı ve \"#\" olmadan yalnız görünür ASCII içermeli";
    /// The host offers no secure randomness at this point.
    Randomness = "randomness", "crypto.getRandomValues is not available here; Workers offer it only inside a handler",
        "crypto.getRandomValues burada kullanılamıyor; Workers onu yalnız bir işleyici içinde sunar";
    /// Not one of the documented reasons.
    Reason = "reason", "must be one of {}", "şunlardan biri olmalı: {}";
    /// A description without the reason it describes.
    ReasonRequired = "reason_required", "is only accepted together with {}", "yalnız {} ile birlikte kabul edilir";
    /// A value of another type.
    Type = "type", "must be {}", "şu olmalı: {}";
    /// No field of this name.
    UnknownField = "unknown_field", "is not a known field{}", "bilinen bir alan değil{}";
    /// No operation of this name.
    UnknownOperation = "unknown_operation", "must be one of {}", "şunlardan biri olmalı: {}";
}

/// A code with its detail, before a language is chosen.
#[derive(Debug)]
pub(crate) struct Problem {
    code: Code,
    detail: Detail,
}

impl Problem {
    pub(crate) const fn new(code: Code) -> Self {
        Self {
            code,
            detail: Detail::None,
        }
    }

    pub(crate) const fn wanted(code: Code, rule: &Rule) -> Self {
        Self {
            code,
            detail: Detail::Wanted(*rule),
        }
    }

    pub(crate) const fn one_of(code: Code, values: &'static [&'static str], meant: Option<&'static str>) -> Self {
        Self {
            code,
            detail: Detail::OneOf(values, meant),
        }
    }

    pub(crate) const fn unknown_field(meant: Option<&'static str>) -> Self {
        Self {
            code: Code::UnknownField,
            detail: Detail::OneOf(&[], meant),
        }
    }

    pub(crate) const fn with(code: Code, text: String) -> Self {
        Self {
            code,
            detail: Detail::Text(text),
        }
    }

    pub(crate) fn at(self, path: &[&'static str], locale: Locale) -> Issue {
        self.render(path.to_vec(), None, locale)
    }

    pub(crate) fn at_unknown(self, path: &[&'static str], name: &str, locale: Locale) -> Issue {
        self.render(path.to_vec(), Some(name.to_owned()), locale)
    }

    fn render(self, path: Vec<&'static str>, unknown: Option<String>, locale: Locale) -> Issue {
        let template = self.code.template(locale);
        let mut message = String::new();
        match template.split_once("{}") {
            Some((before, after)) => {
                message.push_str(before);
                self.detail.write(locale, &mut message);
                message.push_str(after);
            }
            None => message.push_str(template),
        }
        Issue {
            path,
            unknown,
            code: self.code,
            message,
        }
    }
}

#[derive(Debug)]
enum Detail {
    None,
    OneOf(&'static [&'static str], Option<&'static str>),
    Text(String),
    Wanted(Rule),
}

impl Detail {
    fn write(&self, locale: Locale, out: &mut String) {
        match self {
            Self::None => {}
            Self::OneOf(values, meant) => {
                for (at, value) in values.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { ", " });
                    out.push_str(value);
                }
                if let Some(meant) = meant {
                    let (before, after) = match locale {
                        Locale::En => ("; did you mean \"", "\"?"),
                        Locale::Tr => ("; \"", "\" mi demek istediniz?"),
                    };
                    out.push_str(before);
                    out.push_str(meant);
                    out.push_str(after);
                }
            }
            Self::Text(text) => out.push_str(text),
            Self::Wanted(rule) => out.push_str(rule.wanted(locale)),
        }
    }
}
