//! Whether an id that iyzico shows could be one that was sent, altered on its way through gateways, banks and databases.
//!
//! Systems trim ids, cut them to a column's width, fold their case (Turkish has two letters i), read them as numbers, or
//! write them in another character set. Only an id that none of these explains is certainly another's. A wrong "could be"
//! costs a question, a wrong "could not be" costs money.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

/// How an id in an answer stands to the one that was sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Likeness {
    /// The same, character by character
    Same,
    /// Maybe the same, altered
    Alike,
    /// Another
    Other,
}

/// An id that was sent, ready to be compared with many that iyzico shows.
pub(super) struct SentId<'a> {
    id: &'a str,
    marks: Vec<Mark>,
    /// The same from its end: some systems keep the end of what they cut.
    reversed: Vec<Mark>,
    /// How many marks are left at least where it is cut.
    least: usize,
}

impl<'a> SentId<'a> {
    pub(super) fn new(id: &'a str) -> Self {
        let beginning: String = id.chars().take(LEAST_CUT).collect();
        let marks = marks(id);
        Self {
            id,
            reversed: marks.iter().rev().copied().collect(),
            least: folded(&beginning).len().max(1),
            marks,
        }
    }

    /// Compares the id that iyzico shows with the one that was sent.
    pub(super) fn likeness(&self, shown: &str) -> Likeness {
        if self.id == shown {
            return Likeness::Same;
        }
        let mut letters = folded(shown);
        let mut is_alike = self.is_same_number(&letters) || matches(&self.marks, &letters, self.least);
        letters.reverse();
        is_alike |= matches(&self.reversed, &letters, self.least);
        if is_alike { Likeness::Alike } else { Likeness::Other }
    }

    /// Whether both are the same number, as far as a double tells: `007` and `7`, or twenty digits and the same rounded.
    fn is_same_number(&self, shown: &[char]) -> bool {
        let shown: String = shown.iter().collect();
        match (Number::read(self.id.trim_ascii()), Number::read(&shown)) {
            (Some(sent), Some(shown)) => sent.is_about(shown),
            _ => false,
        }
    }
}

/// The shortest width that an id was seen cut to.
const LEAST_CUT: usize = 20;

/// What may stand for one character of an id.
#[derive(Clone, Copy)]
enum Mark {
    /// This letter, in either case
    Letter(char),
    /// This sign, or a stand-in: national character sets have letters in its place
    Sign(char),
    /// Up to eight characters, or none: how many depends on the character set
    Foreign,
}

fn marks(id: &str) -> Vec<Mark> {
    let mark = |letter: &char| match *letter {
        letter if letter.is_ascii_alphanumeric() => Mark::Letter(letter),
        letter if letter.is_ascii() => Mark::Sign(letter),
        _ => Mark::Foreign,
    };
    folded(id).iter().map(mark).collect()
}

impl Mark {
    fn fits(self, shown: char) -> bool {
        match self {
            Self::Letter(letter) => letter == shown,
            Self::Sign(sign) => sign == shown || shown == '?' || !shown.is_ascii(),
            Self::Foreign => true,
        }
    }
}

/// The text without spaces, controls and escapes, in lower case, with one letter i.
fn folded(text: &str) -> Vec<char> {
    let mut folded = Vec::with_capacity(text.len());
    for letter in unescaped(text).chars().flat_map(char::to_lowercase) {
        match letter {
            'ı' => folded.push('i'),
            // What is left of the dot of İ in lower case; what escapes leave; what forms write for a space.
            '\u{307}' | '\\' | '+' => {}
            letter if letter.is_whitespace() || letter.is_control() => {}
            letter => folded.push(letter),
        }
    }
    folded
}

/// The text without the escapes of URLs (`%2F`), HTML (`&amp;`, `&#47;`) and JSON (`\u002f`).
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['%', '&', '\\']) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (written, length) = escape(rest).unwrap_or_else(|| {
            let length = letter.len_utf8();
            (rest.as_bytes().get(..length).unwrap_or_default().to_owned(), length)
        });
        bytes.extend(written);
        rest = rest.get(length..).unwrap_or_default();
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

/// The bytes that the escape at the beginning of `text` stands for, and its length.
fn escape(text: &str) -> Option<(Vec<u8>, usize)> {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok();
    let utf8 = |code: u32| Some(String::from(char::from_u32(code)?).into_bytes());
    if text.starts_with("%") {
        return Some((vec![number(text.get(1..3)?, 16)? as u8], 3));
    }
    if text.starts_with("\\u") {
        return Some((utf8(number(text.get(2..6)?, 16)?)?, 6));
    }
    let name = text.strip_prefix("&")?;
    let length = name.find(';').filter(|length| *length <= 8)?;
    let name = name.get(..length)?;
    let code = match name {
        "amp" => u32::from(b'&'),
        "apos" => u32::from(b'\''),
        "gt" => u32::from(b'>'),
        "lt" => u32::from(b'<'),
        "quot" => u32::from(b'"'),
        name => match name.strip_prefix("#x") {
            Some(digits) => number(digits, 16)?,
            None => number(name.strip_prefix("#")?, 10)?,
        },
    };
    Some((utf8(code)?, length + 2))
}

/// Whether `text` fits all of `pattern`, or what is left of it once it is cut after `least` marks or more.
fn matches(pattern: &[Mark], text: &[char], least: usize) -> bool {
    let is_whole = |count| count == pattern.len() || count >= least;
    if !pattern.iter().any(|mark| matches!(mark, Mark::Foreign)) {
        // One mark stands for one character.
        return text.len() <= pattern.len()
            && is_whole(text.len())
            && pattern.iter().zip(text).all(|(mark, shown)| mark.fits(*shown));
    }
    if text.len() > pattern.len() * MOST_FOR_ONE || pattern.len() > LONGEST {
        return pattern.len() > LONGEST
            && text.len() >= LEAST_CUT
            && pattern
                .iter()
                .zip(text)
                .take(LEAST_CUT)
                .all(|(mark, shown)| mark.fits(*shown));
    }
    // How much of the text the marks so far can stand for.
    let mut reached = vec![false; text.len() + 1];
    set(&mut reached, 0..=0);
    for (count, mark) in pattern.iter().enumerate() {
        if reached.last() == Some(&true) && is_whole(count) {
            return true;
        }
        let mut next = vec![false; text.len() + 1];
        for (at, _) in reached.iter().enumerate().filter(|(_, reached)| **reached) {
            match mark {
                Mark::Foreign => set(&mut next, at..=text.len().min(at + MOST_FOR_ONE)),
                mark if text.get(at).is_some_and(|shown| mark.fits(*shown)) => set(&mut next, at + 1..=at + 1),
                _ => {}
            }
        }
        reached = next;
    }
    reached.last() == Some(&true)
}

fn set(cells: &mut [bool], range: RangeInclusive<usize>) {
    cells.get_mut(range).into_iter().flatten().for_each(|cell| *cell = true);
}

/// Ids of an earlier version that are longer than this, and hold other letters than ASCII, are compared by their beginning.
const LONGEST: usize = 1024;

/// UTF-8 has at most four bytes for a character, and each may be shown as two.
const MOST_FOR_ONE: usize = 8;

/// A number by its first 15 digits, which a double keeps, and the power of ten of the first.
#[derive(Clone, Copy)]
struct Number {
    digits: u64,
    power: i64,
}

const DIGITS: usize = 15;
const DIGITS_END: u64 = 10_u64.pow(DIGITS as u32);

impl Number {
    fn is_about(self, other: Self) -> bool {
        // 999… and 1000… have one power between them.
        let is_next = |less: Self, more: Self| {
            less.power.saturating_add(1) == more.power
                && less.digits + 1 == DIGITS_END
                && more.digits == DIGITS_END / 10
        };
        (self.digits == 0 && other.digits == 0)
            || (self.power == other.power && self.digits.abs_diff(other.digits) <= 1)
            || is_next(self, other)
            || is_next(other, self)
    }

    fn read(text: &str) -> Option<Self> {
        let text = text.strip_prefix(['+', '-']).unwrap_or(text);
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let is_number = !whole.is_empty() && [whole, fraction].concat().bytes().all(|byte| byte.is_ascii_digit());
        if !is_number {
            return None;
        }
        let (mut digits, mut taken, mut leading) = (0, 0, 0);
        for digit in whole.bytes().chain(fraction.bytes()) {
            if taken == 0 && digit == b'0' {
                leading += 1;
            } else if taken < DIGITS {
                digits = digits * 10 + u64::from(digit - b'0');
                taken += 1;
            }
        }
        let scale = u32::try_from(DIGITS - taken).ok()?;
        let power = i64::try_from(whole.len()).ok()? - leading;
        Some(Self {
            digits: digits * 10_u64.pow(scale),
            power: power.saturating_add(exponent),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(sent: &str, shown: &str) -> Likeness {
        SentId::new(sent).likeness(shown)
    }

    const LONG: &str = "iade-2026-11-25-siparis-1234567890-kasa-1-deneme-1";

    fn cut(id: &str, length: usize) -> String {
        id.chars().take(length).collect()
    }

    #[test]
    fn an_altered_id_is_alike() {
        for (sent, shown) in [
            ("c-1", "C-1"),
            ("iade-1", "İADE-1"),
            ("IADE-1", "ıade-1"),
            ("c-1", " c-1\t"),
            ("c 1 x", "c1x"),
            ("c  1", "c 1"),
            ("007", "7"),
            ("7", "7.0"),
            ("12345678901234567890", "12345678901234567000"),
            ("12345678901234567890", "1.2345678901234567E19"),
            ("99999999999999999999", "1E20"),
            ("1e3", "1000"),
            ("gid://shop/Order/55 #1:a", "gid:\\/\\/shop\\/Order\\/55 #1:a"),
            ("gid://shop/Order/55 #1:a", "gid%3A%2F%2Fshop%2FOrder%2F55%20%231%3Aa"),
            ("a&b", "a&amp;b"),
            ("a&amp;b", "a&b"),
            ("a/b", "a&#47;b"),
            ("a#1", "a£1"),
            ("a[1]", "aÄ1Å"),
            ("sipariş-1", "sipari?-1"),
            ("sipariş-1", "siparis-1"),
            ("sipariş-1", "sipariÅ\u{9f}-1"),
            ("sipariş-1", "sipariÅŸ-1"),
            ("sipariş-1", "sipari\u{fffd}\u{fffd}-1"),
            ("sipariş-1", "sipari-1"),
            ("sipariş-1", "sipari\\u015f-1"),
            (LONG, &cut(LONG, 20)),
            (LONG, &cut(LONG, 36)),
            (LONG, &cut(LONG, 49)),
            (LONG, &cut(&LONG.to_uppercase(), 32)),
            (LONG, "siparis-1234567890-kasa-1-deneme-1"),
            ("a b c d e f g h i j k l m n o p", "a b c d e f g h i j"),
        ] {
            assert_eq!(likeness(sent, shown), Likeness::Alike, "{sent} {shown}");
        }
        assert_eq!(likeness("c-1", "c-1"), Likeness::Same);
    }

    #[test]
    fn another_id_is_another() {
        for (sent, shown) in [
            ("c-1", "c-2"),
            ("c-1", "c-10"),
            ("c-10", "c-1"),
            ("c-1", "other-7"),
            ("return-1-12", "return-11-2"),
            ("1", "2"),
            ("27169345", "27169346"),
            ("123456789012345", "123456789012355"),
            ("10", "100"),
            (LONG, &cut(LONG, 19)),
            (LONG, "iade-2026-11-25-siparis-1234567891-kasa-1"),
            ("c-1", ""),
            ("sipariş-1", "sipariş-2"),
        ] {
            assert_eq!(likeness(sent, shown), Likeness::Other, "{sent} {shown}");
        }
    }

    #[test]
    fn an_id_of_any_length_is_compared_at_once() {
        let long = "ş".repeat(100_000);
        assert_eq!(likeness(&long, &cut(&long, 40_000)), Likeness::Alike);
        assert_eq!(likeness(&long, "x"), Likeness::Other);
        assert_eq!(likeness("x", &long), Likeness::Other);
    }
}
