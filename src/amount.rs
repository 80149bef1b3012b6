//! Exact money: parse, compare, print. No float ever touches it.

use core::fmt;

use rust_decimal::Decimal;

/// An exact amount of money, zero or more.
///
/// It prints with the digits it was written with (`5.00` stays `5.00`); comparison is by value
/// (`5 == 5.00`). The currency travels in a field of its own.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Amount(Decimal);

impl Amount {
    /// Reads what a caller wants to move: ASCII digits with an optional point and fraction.
    ///
    /// A sign, exponent, space, comma or leading zero is refused, as is zero itself, so that
    /// nothing but the amount that was meant can come out.
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        };
        let leading_zero = whole.len() > 1 && whole.starts_with('0');
        if !is_digits(whole) || leading_zero || fraction.is_some_and(|text| !is_digits(text)) {
            return Err(AmountError::Format);
        }
        if whole.len() > MAX_WHOLE_DIGITS {
            return Err(AmountError::Range);
        }
        if fraction.is_some_and(|text| text.len() > MAX_FRACTION_DIGITS) {
            return Err(AmountError::Scale);
        }
        match Decimal::from_str_exact(text) {
            Ok(decimal) if decimal.is_zero() => Err(AmountError::Zero),
            Ok(decimal) => Ok(Self(decimal)),
            Err(_) => Err(AmountError::Range),
        }
    }

    /// Reads the shortest text of a JavaScript number.
    ///
    /// A double keeps 15 significant decimal digits whatever they are; with more, or with an
    /// exponent, the number may already differ from what the caller typed.
    pub fn parse_number(shortest: &str) -> Result<Self, AmountError> {
        let significant = shortest
            .bytes()
            .filter(u8::is_ascii_digit)
            .skip_while(|digit| *digit == b'0');
        let trailing_zeros = shortest.bytes().rev().take_while(|byte| *byte == b'0').count();
        let has_exponent = shortest.contains(['e', 'E']);
        if has_exponent || significant.count().saturating_sub(trailing_zeros) > MAX_DOUBLE_DIGITS {
            return Err(AmountError::Imprecise);
        }
        Self::parse(shortest)
    }

    /// Reads an amount of an answer: a JSON number's own text or a string, exponent allowed.
    ///
    /// iyzico has written `5`, `1.20000000` and `0E-8`; anything negative, or with more digits than
    /// can be kept exactly, is `None`.
    pub fn from_answer(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        if !is_digits(whole) || !is_digits(fraction) {
            return None;
        }
        if exponent == 0 {
            return Decimal::from_str_exact(mantissa).ok().map(Self);
        }
        if exponent.unsigned_abs() as usize > MAX_EXPONENT {
            return None;
        }

        // Moves the point by text, so that no arithmetic can round.
        let shift = exponent.unsigned_abs() as usize;
        let mut digits = String::with_capacity(mantissa.len() + shift + 2);
        if exponent < 0 {
            digits.extend(core::iter::repeat_n('0', shift));
        }
        digits.push_str(whole);
        digits.push_str(fraction);
        if exponent > 0 {
            digits.extend(core::iter::repeat_n('0', shift));
        }
        let point = match exponent < 0 {
            true => whole.len(),
            false => whole.len() + shift,
        };
        digits.insert(point, '.');
        let plain = digits.trim_start_matches('0').trim_end_matches('0');
        let plain = plain.strip_suffix('.').unwrap_or(plain);
        match plain {
            "" => Some(Self(Decimal::ZERO)),
            plain => Decimal::from_str_exact(plain).ok().map(Self),
        }
    }

    /// The amount without trailing zeros (`5.00` is `5`, `10.50` is `10.5`).
    ///
    /// iyzico signs answers over this spelling
    /// (docs.iyzico.com, advanced/response-signature-validation).
    pub fn canonical(&self) -> String {
        self.0.normalize().to_string()
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a text is not an amount that can be moved.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum AmountError {
    /// Not plain decimal digits with an optional point and fraction
    Format,
    /// A JavaScript number that may already be rounded
    Imprecise,
    /// More than 20 digits before the point
    Range,
    /// More than 8 digits after the point
    Scale,
    /// Nothing to move
    Zero,
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// With 8 fraction digits this makes 28, which a [`Decimal`] always holds exactly.
const MAX_WHOLE_DIGITS: usize = 20;

/// iyzico's own answers carry up to 8 (`1.20000000`).
const MAX_FRACTION_DIGITS: usize = 8;

/// Decimal digits that survive a round trip through an IEEE 754 double (`DBL_DIG`).
const MAX_DOUBLE_DIGITS: usize = 15;

/// No exact amount needs a larger exponent than a [`Decimal`] has digits.
const MAX_EXPONENT: usize = 28;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_digits_as_written() {
        for text in [
            "5",
            "5.0",
            "5.00",
            "0.5",
            "10",
            "12345678901234567890.12345678",
            "0.00000001",
        ] {
            assert_eq!(
                Amount::parse(text).map(|amount| amount.to_string()).as_deref(),
                Ok(text)
            );
        }
    }

    #[test]
    fn refuses_every_other_spelling() {
        use AmountError::*;
        for (text, error) in [
            ("", Format),
            ("05", Format),
            ("00", Format),
            (".5", Format),
            ("5.", Format),
            ("+5", Format),
            ("-5", Format),
            ("5,00", Format),
            ("1_000", Format),
            (" 5", Format),
            ("5 ", Format),
            ("1e2", Format),
            ("5.0.0", Format),
            ("0x5", Format),
            ("٥", Format),
            ("５", Format),
            ("NaN", Format),
            ("Infinity", Format),
            ("0", Zero),
            ("0.00", Zero),
            ("0.000000001", Scale),
            ("123456789012345678901", Range),
        ] {
            assert_eq!(Amount::parse(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn takes_a_number_only_when_it_means_what_was_typed() {
        for text in [
            "5",
            "0.1",
            "19.99",
            "123456789012.345",
            "0.00000123456789",
            "100000000000000000",
        ] {
            let expected = match text {
                "0.00000123456789" => Err(AmountError::Scale),
                text => Amount::parse(text),
            };
            assert_eq!(Amount::parse_number(text), expected, "{text}");
        }
        for text in [
            "0.30000000000000004",
            "1e+21",
            "5e-7",
            "1234567890123456",
            "123456789012345680000",
        ] {
            assert_eq!(Amount::parse_number(text), Err(AmountError::Imprecise), "{text}");
        }
    }

    #[test]
    fn reads_every_spelling_an_answer_was_seen_with() {
        for (text, canonical) in [
            ("5", "5"),
            ("5.0", "5"),
            ("50.00", "50"),
            ("10.510", "10.51"),
            ("10.51050", "10.5105"),
            ("1.20000000", "1.2"),
            ("0E-8", "0"),
            ("12E-1", "1.2"),
            ("1.25e+1", "12.5"),
            ("2e3", "2000"),
            ("1.5E-3", "0.0015"),
            ("100e-2", "1"),
            ("0", "0"),
        ] {
            assert_eq!(
                Amount::from_answer(text).map(|amount| amount.canonical()).as_deref(),
                Some(canonical),
                "{text}"
            );
        }
        for text in [
            "-5",
            "",
            "5,0",
            "1e29",
            "1e",
            "e5",
            "1e-29",
            "79228162514264337593543950336",
            "NaN",
            "1.",
            ".5",
        ] {
            assert_eq!(Amount::from_answer(text), None, "{text}");
        }
    }
}
