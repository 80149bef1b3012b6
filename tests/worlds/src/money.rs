//! Amounts as whole numbers of 10^-8, the finest step that iyzico writes.

use core::fmt;
use core::iter::Sum;
use core::ops::{Add, Sub};

use serde_json::Value;

use crate::Dice;

/// An amount, in units of 10^-8.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Money(pub u64);

impl Money {
    /// An amount in hundredths.
    pub const fn hundredths(hundredths: u64) -> Self {
        Self(hundredths * 1_000_000)
    }

    /// Reads a plain decimal without an exponent.
    pub fn read(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let units = format!("{whole}{fraction:0<8}");
        (fraction.len() <= 8).then(|| units.parse().ok().map(Self)).flatten()
    }

    /// The amount in one of iyzico's spellings.
    pub fn spelled(self, dice: &mut impl Dice) -> Value {
        let text = self.to_string();
        let token = |text: &str| serde_json::from_str(text).expect("a number");
        match dice.below(8) {
            0..=3 => token(&text),
            4 if !text.contains('.') => token(&format!("{text}.00000000")),
            5 => token(&format!("{}E-8", self.0)),
            6 => Value::from(text),
            _ => token(&text),
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:08}", self.0 / 100_000_000, self.0 % 100_000_000);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(|amount| amount.0).sum())
    }
}
