//! Sources of a world's choices.

/// Draws choices. Callers put the plainest choice first, so that worlds shrink towards plain ones.
pub trait Dice {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize;

    /// True once in `times`.
    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    /// One of the values.
    fn pick<T: Copy>(&mut self, values: &[T]) -> T
    where
        Self: Sized,
    {
        values[self.below(values.len())]
    }

    /// A number from `least` to `most`.
    fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = usize::try_from(most - least + 1).expect("an interval");
        least + i64::try_from(self.below(width)).expect("within it")
    }
}

/// Choices from a seed (splitmix64): the same seed draws the same world.
#[derive(Debug)]
pub struct Seeded(u64);

impl Seeded {
    /// Starts from a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }
}

impl Dice for Seeded {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(end.max(1)).expect("a count")).expect("below it")
    }
}

/// Choices from bytes, two for each. When they run out, every choice is the first.
#[derive(Debug)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Dice for Bytes<'_> {
    fn below(&mut self, end: usize) -> usize {
        let Some((drawn, rest)) = self.0.split_first_chunk::<2>() else {
            return 0;
        };
        self.0 = rest;
        let drawn = usize::from(u16::from_le_bytes(*drawn));
        // Two bytes are too few for an interval of milliseconds.
        let scaled = if end > 1 << 16 { drawn * (end >> 16) } else { drawn };
        scaled % end.max(1)
    }
}
