//! How systems on the way alter an id.

use serde_json::{Value, json};

use crate::Dice;

/// A way in which a system alters every id that passes it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Alteration {
    None,
    Trimmed,
    /// To so many characters, from the beginning or the end.
    Cut(usize),
    CutInFront(usize),
    Upper,
    Lower,
    /// As a Turkish locale does: i and ı are two letters.
    TurkishUpper,
    TurkishLower,
    NoSpaces,
    OneSpace,
    /// Read as a number where it looks like one, and kept as a double.
    Number,
    /// UTF-8 read as Latin-1.
    Latin1,
    /// What ASCII lacks becomes a question mark.
    QuestionMarks,
    /// What ASCII lacks becomes its nearest letter.
    Transliterated,
    UrlEscaped,
    HtmlEscaped,
    Dropped,
}

impl Alteration {
    pub(crate) fn draw(dice: &mut impl Dice) -> Self {
        use Alteration::*;
        match dice.below(18) {
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
            _ => Dropped,
        }
    }

    /// The id as an answer shows it after that.
    pub(crate) fn of(self, id: &str, dice: &mut impl Dice) -> Value {
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
            Self::Dropped => return dice.pick(&[None, Some("")]).map_or(Value::Null, Value::from),
        };
        json!(text)
    }
}
