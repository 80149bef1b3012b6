//! Exact amounts of money, without floats.

use std::fmt;

use rust_decimal::Decimal;
use serde::ser::{Serialize, Serializer};

/// An exact amount of money, zero or more, with at most 20 digits before the point and 8 after it.
///
/// It prints with the digits it was written with (`5.00` stays `5.00`); comparison and hash are by value
/// (`5 == 5.00`). The currency travels in a field of its own.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Amount(Decimal);

impl Amount {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Reads an amount from a caller: ASCII digits with an optional point and fraction.
    ///
    /// Refuses a sign, exponent, space, comma or leading zero, and zero itself.
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        if !is_digits(whole) || !is_digits(fraction) || (whole.len() > 1 && whole.starts_with('0')) {
            return Err(AmountError::Format);
        }
        if whole.len() > MAX_WHOLE_DIGITS {
            return Err(AmountError::Range);
        }
        if fraction.len() > MAX_FRACTION_DIGITS {
            return Err(AmountError::Scale);
        }
        // These digits always fit.
        let value = Decimal::from_str_exact(text).map_err(|_| AmountError::Range)?;
        if value.is_zero() {
            return Err(AmountError::Zero);
        }
        Ok(Self(value))
    }

    /// Reads the shortest text of a JavaScript number.
    ///
    /// A double keeps any 15 significant decimal digits. With more digits, or with an exponent, the number may already differ
    /// from what the caller typed, and is refused.
    pub fn parse_number(shortest: &str) -> Result<Self, AmountError> {
        if shortest.contains(['e', 'E']) {
            return Err(AmountError::Imprecise);
        }
        let digits = shortest.bytes().filter(u8::is_ascii_digit);
        let significant = digits.skip_while(|digit| *digit == b'0').count();
        let trailing_zeros = shortest.len() - shortest.trim_end_matches('0').len();
        if significant > MAX_DOUBLE_DIGITS + trailing_zeros {
            return Err(AmountError::Imprecise);
        }
        Self::parse(shortest)
    }

    /// Reads an amount of an answer: a JSON number's own text or a string, exponent allowed.
    ///
    /// iyzico has written `5`, `1.20000000` and `0E-8`; anything negative, or with more digits than
    /// can be kept exactly, is `None`. Trailing zeros are dropped.
    pub fn from_answer(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        if !is_digits(whole) || !is_digits(fraction) {
            return None;
        }
        // Zeros at either end are not significant, however many there are.
        let digits = [whole, fraction].concat();
        let kept = digits.trim_end_matches('0');
        let significant = kept.trim_start_matches('0');
        if significant.is_empty() {
            return Some(Self::ZERO);
        }
        let dropped = i64::try_from(digits.len() - kept.len()).ok()?;
        let scale = i64::try_from(fraction.len())
            .ok()?
            .checked_sub(dropped)?
            .checked_sub(exponent)?;
        let value = significant.parse::<i128>().ok()?;
        let (value, scale) = match u32::try_from(scale) {
            Ok(scale) => (value, scale),
            Err(_) => {
                let zeros = u32::try_from(scale.checked_neg()?).ok()?;
                (value.checked_mul(10_i128.checked_pow(zeros)?)?, 0)
            }
        };
        Self::kept(Decimal::try_from_i128_with_scale(value, scale).ok()?)
    }

    /// The same amount without trailing zeros: `5.00` is `5`, `10.50` is `10.5`.
    ///
    /// iyzico signs answers over this spelling
    /// (docs.iyzico.com, advanced/response-signature-validation).
    pub fn normalized(self) -> Self {
        Self(self.0.normalize())
    }

    /// The exact sum; `None` if it has more digits than can be kept.
    pub fn plus(self, other: Self) -> Option<Self> {
        Self::kept(self.0.checked_add(other.0)?)
    }

    /// The exact difference; `None` if it would be below zero.
    pub fn minus(self, other: Self) -> Option<Self> {
        Self::kept(self.0.checked_sub(other.0)?)
    }

    /// The exact sum of all; `None` if it has more digits than can be kept.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// The difference; zero if `other` is larger.
    pub(crate) fn less(self, other: Self) -> Self {
        self.minus(other).unwrap_or(Self::ZERO)
    }

    /// An amount in hundredths of the currency's unit.
    pub(crate) fn hundredths(count: u32) -> Self {
        Self(Decimal::new(count.into(), 2))
    }

    /// A sum of two amounts has at most 29 digits, which a [`Decimal`] holds exactly, so nothing is lost before this check.
    fn kept(value: Decimal) -> Option<Self> {
        let value = value.normalize();
        let fits = value.scale() as usize <= MAX_FRACTION_DIGITS && value < END && !value.is_sign_negative();
        fits.then_some(Self(value))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Amount {
    /// Writes a string: most readers turn a number into a double.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Why a text is not accepted as an amount.
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
    /// Zero
    Zero,
}

/// Whether a text is one or more ASCII digits. (Parsers of numbers also take signs and separators.)
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// With 8 fraction digits this makes 28, which a [`Decimal`] always holds exactly.
const MAX_WHOLE_DIGITS: usize = 20;

/// iyzico's own answers carry up to 8 (`1.20000000`).
const MAX_FRACTION_DIGITS: usize = 8;

/// Decimal digits that survive a round trip through an IEEE 754 double (`DBL_DIG`).
const MAX_DOUBLE_DIGITS: usize = 15;

/// The smallest value with more than [`MAX_WHOLE_DIGITS`] digits before the point: 10^20.
const END: Decimal = Decimal::from_parts(0x6310_0000, 0x6bc7_5e2d, 0x5, false, 0);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
            "0.000001234567891",
            "100000000000000000",
        ] {
            let expected = match text {
                "0.000001234567891" => Err(AmountError::Scale),
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
    fn a_sum_that_cannot_be_kept_is_none() {
        let most = Amount::parse("99999999999999999999.99999999").expect("an amount");
        let least = Amount::parse("0.00000001").expect("an amount");
        assert!(least < most);
        assert_eq!(most.plus(least), None);
        assert_eq!(
            most.minus(least).map(|amount| amount.to_string()),
            Some("99999999999999999999.99999998".to_owned())
        );
        assert_eq!(least.minus(most), None);
    }

    proptest! {
        /// rust_decimal's arithmetic is the reference.
        #[test]
        fn sums_and_differences_are_exact(a in "[0-9]{1,9}(\\.[0-9]{1,8})?", b in "[0-9]{1,9}(\\.[0-9]{1,8})?") {
            let (x, y) = (Amount::from_answer(&a).expect("an amount"), Amount::from_answer(&b).expect("an amount"));
            let (p, q) = (x.0, y.0);
            let value = |amount: Option<Amount>| amount.map(|amount| amount.0);
            prop_assert_eq!(value(x.plus(y)), Some(p + q));
            prop_assert_eq!(value(x.minus(y)), (p >= q).then_some(p - q));
            prop_assert_eq!(x.minus(x).map(|zero| zero.to_string()), Some("0".to_owned()));
        }


        /// rust_decimal's own reading is the reference.
        #[test]
        fn every_amount_is_exact(text in "(0|[1-9][0-9]{0,19})(\\.[0-9]{1,8})?") {
            match Amount::parse(&text) {
                Ok(amount) => {
                    let reference = Decimal::from_str_exact(&text).expect("28 digits fit");
                    prop_assert_eq!(amount.0, reference);
                    prop_assert_eq!(amount.normalized().to_string(), reference.normalize().to_string());
                    prop_assert_eq!(amount.to_string(), text.clone());
                    prop_assert_eq!(Amount::from_answer(&text), Some(amount));
                }
                Err(error) => prop_assert!(error == AmountError::Zero && !text.contains(|c| ('1'..='9').contains(&c))),
            }
        }

        #[test]
        fn an_answer_is_read_exactly_or_not_at_all(text in "[0-9]{1,12}(\\.[0-9]{1,9})?([eE][+-]?[0-9]{1,2})?") {
            let reference = Decimal::from_scientific(&text).or_else(|_| Decimal::from_str_exact(&text));
            match (Amount::from_answer(&text), reference) {
                (Some(amount), Ok(reference)) => prop_assert_eq!(amount.0, reference),
                // The reference takes no zero with such an exponent.
                (Some(amount), Err(_)) => prop_assert_eq!(amount, Amount::ZERO),
                (None, _) => {}
            }
        }

        #[test]
        fn amounts_compare_by_value(a in "[0-9]{1,9}(\\.[0-9]{1,8})?", b in "[0-9]{1,9}(\\.[0-9]{1,8})?") {
            let (x, y) = (Amount::from_answer(&a).expect("fits"), Amount::from_answer(&b).expect("fits"));
            let scaled = |text: &str| {
                let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
                format!("{whole}{fraction:0<8}").parse::<u128>().expect("digits")
            };
            prop_assert_eq!(x.cmp(&y), scaled(&a).cmp(&scaled(&b)));
            prop_assert_eq!(x == y, x.to_string() == y.to_string());
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
            ("100e-9", "0.0000001"),
            ("12000e-11", "0.00000012"),
            ("1000000000000000000000e-28", "0.0000001"),
            ("1000000000000000000000000000000e-23", "10000000"),
            ("0.000000000000000000000000000000000000001e39", "1"),
            ("1.200000000000000000000000000000000000000", "1.2"),
            ("0e99", "0"),
            ("0", "0"),
        ] {
            assert_eq!(
                Amount::from_answer(text).map(|amount| amount.to_string()).as_deref(),
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
            "1e-9",
            "105e-9",
            "79228162514264337593543950336",
            "100000000000000000000000000000000000000000000000",
            "NaN",
            "1.",
            ".5",
        ] {
            assert_eq!(Amount::from_answer(text), None, "{text}");
        }
    }
}
