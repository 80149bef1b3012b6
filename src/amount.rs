//! Exact money: parse, compare, print. No float ever touches it.

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;

use crate::ascii::{cut, is_digits};
use crate::json::read_integer;

/// An exact amount of money, zero or more.
///
/// It prints with the digits it was written with (`5.00` stays `5.00`); comparison is by value
/// (`5 == 5.00`). The currency travels in a field of its own.
#[derive(Clone, Debug)]
pub struct Amount(String);

impl Amount {
    /// Reads what a caller wants to move: ASCII digits with an optional point and fraction.
    ///
    /// A sign, exponent, space, comma or leading zero is refused, as is zero itself, so that
    /// nothing but the amount that was meant can come out.
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let (whole, fraction) = cut(text, b'.').unwrap_or((text, "0"));
        if !is_digits(whole) || !is_digits(fraction) || (whole.len() > 1 && whole.starts_with("0")) {
            return Err(AmountError::Format);
        }
        if whole.len() > MAX_WHOLE_DIGITS {
            return Err(AmountError::Range);
        }
        if fraction.len() > MAX_FRACTION_DIGITS {
            return Err(AmountError::Scale);
        }
        match shifted(whole, fraction, 0).and_then(decimal) {
            Some(value) if value.is_zero() => Err(AmountError::Zero),
            Some(_) => Ok(Self(text.to_owned())),
            None => Err(AmountError::Range),
        }
    }

    /// Reads the shortest text of a JavaScript number.
    ///
    /// A double keeps 15 significant decimal digits whatever they are; with more, or with an
    /// exponent, the number may already differ from what the caller typed.
    pub fn parse_number(shortest: &str) -> Result<Self, AmountError> {
        let mut significant = 0;
        for byte in shortest.bytes() {
            match byte {
                b'0' if significant == 0 => {}
                b'0'..=b'9' => significant += 1,
                b'e' | b'E' => return Err(AmountError::Imprecise),
                _ => {}
            }
        }
        let trailing_zeros = shortest.len() - trim_zeros(shortest).len();
        if significant > MAX_DOUBLE_DIGITS + trailing_zeros {
            return Err(AmountError::Imprecise);
        }
        Self::parse(shortest)
    }

    /// Reads an amount of an answer: a JSON number's own text or a string, exponent allowed.
    ///
    /// iyzico has written `5`, `1.20000000` and `0E-8`; anything negative, or with more digits than
    /// can be kept exactly, is `None`.
    pub fn from_answer(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match cut(text, b'e').or_else(|| cut(text, b'E')) {
            Some((mantissa, exponent)) => (mantissa, read_integer(exponent)?),
            None => (text, 0),
        };
        let (whole, fraction) = cut(mantissa, b'.').unwrap_or((mantissa, "0"));
        match is_digits(whole) && is_digits(fraction) {
            true => Self::from_units(shifted(whole, fraction, exponent)?),
            false => None,
        }
    }

    /// The amount without trailing zeros (`5.00` is `5`, `10.50` is `10.5`).
    ///
    /// iyzico signs answers over this spelling
    /// (docs.iyzico.com, advanced/response-signature-validation).
    pub fn canonical(&self) -> &str {
        trim_fraction(&self.0)
    }

    /// The amount as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Zero.
    pub fn zero() -> Self {
        Self(String::from("0"))
    }

    /// The exact sum; `None` if it has more digits than can be kept.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        Self::from_units(self.units() + other.units())
    }

    /// The exact difference; `None` if it would be below zero.
    pub fn minus(&self, other: &Self) -> Option<Self> {
        Self::from_units(self.units() - other.units())
    }

    /// The value in the smallest units that an amount can have, to reckon with.
    pub(crate) fn units(&self) -> i128 {
        let (whole, fraction) = cut(&self.0, b'.').unwrap_or((&self.0, ""));
        shifted(whole, fraction, 0).unwrap_or_default()
    }

    /// Written without trailing zeros; `None` for what is below zero or has more digits than can be kept.
    pub(crate) fn from_units(units: i128) -> Option<Self> {
        let mut rest = kept(u128::try_from(units).ok()?)?;
        let mut digits = String::new();
        while rest > 0 || digits.len() <= MAX_FRACTION_DIGITS {
            if digits.len() == MAX_FRACTION_DIGITS {
                digits.insert(0, '.');
            }
            digits.insert(0, char::from_digit((rest % 10) as u32, 10)?);
            rest /= 10;
        }
        Some(Self(trim_fraction(&digits).to_owned()))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Eq for Amount {}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        decimal(self.units()).cmp(&decimal(other.units()))
    }
}

impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        decimal(self.units()) == decimal(other.units())
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
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

/// Every digit goes into the mantissa as it stands; the parser of rust_decimal would do the same with 2 KB of
/// error texts.
fn decimal(units: i128) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(units, MAX_FRACTION_DIGITS as u32).ok()
}

/// The value of digits times a power of ten, in the smallest units that an amount can have; `None` if that is
/// no whole number of them, or has more digits than can be kept.
fn shifted(whole: &str, fraction: &str, exponent: i64) -> Option<i128> {
    let mut units = 0;
    // Since the last other digit: they need no room of their own until one more, or the point, comes after them.
    let mut zeros = 0;
    for digit in whole.bytes().chain(fraction.bytes()) {
        if digit == b'0' {
            zeros += 1;
        } else {
            units = times_ten_to(zeros + 1, units)? + u128::from(digit.wrapping_sub(b'0'));
            zeros = 0;
        }
    }
    let places = MAX_FRACTION_DIGITS as i64 - fraction.len() as i64 + zeros + exponent;
    i128::try_from(times_ten_to(places, units)?).ok()
}

/// `None` for a part of a unit, or more digits than can be kept.
fn times_ten_to(places: i64, units: u128) -> Option<u128> {
    if units == 0 {
        return Some(0);
    }
    if places < 0 {
        return None;
    }
    let mut units = units;
    for _ in 0..places {
        units = kept(units * 10)?;
    }
    Some(units)
}

fn kept(units: u128) -> Option<u128> {
    (units < END).then_some(units)
}

fn trim_fraction(text: &str) -> &str {
    let Some((whole, fraction)) = cut(text, b'.') else {
        return text;
    };
    match trim_zeros(fraction).len() {
        0 => whole,
        digits => text.get(..whole.len() + 1 + digits).unwrap_or(text),
    }
}

fn trim_zeros(digits: &str) -> &str {
    let mut digits = digits;
    while let Some(shorter) = digits.strip_suffix("0") {
        digits = shorter;
    }
    digits
}

/// With 8 fraction digits this makes 28, which a [`Decimal`] always holds exactly.
const MAX_WHOLE_DIGITS: usize = 20;

/// iyzico's own answers carry up to 8 (`1.20000000`).
const MAX_FRACTION_DIGITS: usize = 8;

/// Decimal digits that survive a round trip through an IEEE 754 double (`DBL_DIG`).
const MAX_DOUBLE_DIGITS: usize = 15;

/// The least value with more digits than can be kept.
const END: u128 = 10_u128.pow((MAX_WHOLE_DIGITS + MAX_FRACTION_DIGITS) as u32);

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

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
                Amount::parse(text).map(|amount| amount.as_str().to_owned()).as_deref(),
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
        assert_eq!(most.plus(&least), None);
        assert_eq!(
            most.minus(&least).map(|amount| amount.0),
            Some("99999999999999999999.99999998".to_owned())
        );
        assert_eq!(least.minus(&most), None);
    }

    proptest! {
        /// rust_decimal's arithmetic is the reference.
        #[test]
        fn sums_and_differences_are_exact(a in "[0-9]{1,9}(\\.[0-9]{1,8})?", b in "[0-9]{1,9}(\\.[0-9]{1,8})?") {
            let (x, y) = (Amount::from_answer(&a).expect("an amount"), Amount::from_answer(&b).expect("an amount"));
            let (p, q) = (decimal(x.units()).expect("fits"), decimal(y.units()).expect("fits"));
            let value = |amount: Option<Amount>| amount.map(|amount| decimal(amount.units()));
            prop_assert_eq!(value(x.plus(&y)), Some(Some(p + q)));
            prop_assert_eq!(value(x.minus(&y)), (p >= q).then_some(Some(p - q)));
            prop_assert_eq!(x.minus(&x).map(|zero| zero.as_str().to_owned()), Some("0".to_owned()));
        }


        /// rust_decimal's own reading is the reference.
        #[test]
        fn every_amount_is_exact(text in "(0|[1-9][0-9]{0,19})(\\.[0-9]{1,8})?") {
            match Amount::parse(&text) {
                Ok(amount) => {
                    let reference = Decimal::from_str_exact(&text).expect("28 digits fit");
                    prop_assert_eq!(decimal(amount.units()), Some(reference));
                    prop_assert_eq!(amount.canonical(), reference.normalize().to_string());
                    prop_assert_eq!(amount.as_str(), &text);
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
                (Some(amount), Ok(reference)) => prop_assert_eq!(decimal(amount.units()), Some(reference)),
                // The reference takes no nothing with such an exponent.
                (Some(amount), Err(_)) => prop_assert_eq!(amount.units(), 0),
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
            prop_assert_eq!(x == y, x.canonical() == y.canonical());
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
                Amount::from_answer(text).as_ref().map(Amount::canonical),
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
