//! Alterations of ids by the systems they pass through.

use serde_json::{Value, json};

use crate::Dice;

/// A way in which a system alters ids.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Alteration {
    None,
    Trimmed,
    /// To this number of characters, from the beginning or the end.
    Cut(usize),
    CutInFront(usize),
    Upper,
    Lower,
    /// In a Turkish locale, where i and ı are two letters.
    TurkishUpper,
    TurkishLower,
    NoSpaces,
    OneSpace,
    /// Read as a number where it looks like one, and kept as a double.
    Number,
    /// UTF-8 read as Latin-1.
    Latin1,
    /// Windows-1254 read as Latin-1, which is common in Turkey.
    Windows1254,
    /// Letters that are not ASCII become question marks.
    QuestionMarks,
    /// Letters that are not ASCII become similar ASCII letters.
    Transliterated,
    UrlEscaped,
    HtmlEscaped,
    Dropped,
}

impl Alteration {
    pub(crate) fn draw(dice: &mut impl Dice) -> Self {
        use Alteration::*;
        match dice.below(19) {
            0 => None,
            1 => Trimmed,
            2 => Cut(20 + dice.below(30)),
            3 => CutInFront(20 + dice.below(30)),
            4 => Upper,
            5 => Lower,
            6 => TurkishUpper,
            7 => TurkishLower,
            8 => NoSpaces,
            9 => OneSpace,
            10 | 11 => Number,
            12 => Latin1,
            13 => QuestionMarks,
            14 => Transliterated,
            15 => UrlEscaped,
            16 => HtmlEscaped,
            17 => Windows1254,
            _ => Dropped,
        }
    }

    /// The id after these alterations, in their order, as an answer shows it.
    pub(crate) fn all(alterations: &[Self], id: &str, dice: &mut impl Dice) -> Value {
        let mut shown = json!(id);
        for alteration in alterations {
            // A number or null is not altered further.
            let Some(text) = shown.as_str() else { break };
            shown = alteration.of(text, dice);
        }
        shown
    }

    fn of(self, id: &str, dice: &mut impl Dice) -> Value {
        let characters = |wanted: &dyn Fn(char) -> Option<String>| -> String {
            id.chars()
                .map(|letter| wanted(letter).unwrap_or_else(|| letter.to_string()))
                .collect()
        };
        let text = match self {
            Self::None => id.to_owned(),
            Self::Trimmed => id.trim().to_owned(),
            Self::Cut(length) => id.chars().take(length).collect(),
            Self::CutInFront(length) => {
                let skipped = id.chars().count().saturating_sub(length);
                id.chars().skip(skipped).collect()
            }
            Self::Upper => id.to_uppercase(),
            Self::Lower => id.to_lowercase(),
            Self::TurkishUpper => characters(&|letter| (letter == 'i').then(|| "İ".to_owned())).to_uppercase(),
            Self::TurkishLower => characters(&|letter| (letter == 'I').then(|| "ı".to_owned())).to_lowercase(),
            Self::NoSpaces => characters(&|letter| (letter == ' ').then(String::new)),
            Self::OneSpace => id
                .split(' ')
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
            Self::Number => match id.parse::<f64>() {
                Ok(number) if id.chars().all(|letter| letter.is_ascii_digit()) => {
                    return if dice.one_in(2) {
                        json!(number)
                    } else {
                        json!(format!("{number:e}"))
                    };
                }
                _ => id.to_owned(),
            },
            Self::Latin1 => id.bytes().map(char::from).collect(),
            Self::Windows1254 => characters(&|letter| {
                let shown = match letter {
                    'İ' => "Ý",
                    'ı' => "ý",
                    'Ş' => "Þ",
                    'ş' => "þ",
                    _ => return None,
                };
                Some(shown.to_owned())
            }),
            Self::QuestionMarks => characters(&|letter| (!letter.is_ascii()).then(|| "?".to_owned())),
            Self::Transliterated => characters(&|letter| (letter == 'ş').then(|| "s".to_owned())),
            Self::UrlEscaped => id
                .bytes()
                .map(|byte| match byte {
                    byte if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => char::from(byte).to_string(),
                    byte => format!("%{byte:02X}"),
                })
                .collect(),
            Self::HtmlEscaped => characters(&|letter| (letter == '#').then(|| "&#35;".to_owned())),
            Self::Dropped => {
                let none = dice.pick(&[None, Some(""), Some("null"), Some("-")]);
                return none.map_or(Value::Null, Value::from);
            }
        };
        json!(text)
    }
}
