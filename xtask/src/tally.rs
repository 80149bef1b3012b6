//! Counts passed and failed tests from the output of their runners.

use std::fmt;
use std::ops::AddAssign;

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// One test.
    pub fn of(success: bool) -> Self {
        if success { Self::PASSED } else { Self::FAILED }
    }

    /// Of `cargo test`, native or wasm: the sum of all lines `test result: ok. 3 passed; 0 failed; …`.
    pub fn of_cargo(output: &str) -> Self {
        let mut sum = Self::default();
        for line in output.lines() {
            let Some((_, counts)) = line.split_once("test result: ") else {
                continue;
            };
            sum += Self {
                passed: before(counts, " passed"),
                failed: before(counts, " failed"),
            };
        }
        sum
    }

    /// Of a test script: of our own runner, or else of `node --test`.
    pub fn of_script(output: &str) -> Self {
        match Self::of_summary(output) {
            none if none == Self::default() => Self::of_node(output),
            summary => summary,
        }
    }

    /// Of `node --test`: its `# pass 3` and `# fail 0`, or with `ℹ` instead of `#` on a terminal.
    fn of_node(output: &str) -> Self {
        let after = |name: &str| {
            let count = output.lines().rev().find_map(|line| {
                let line = line.trim_start_matches(['#', 'ℹ', ' ']);
                line.strip_prefix(name)?.trim().parse::<u64>().ok()
            });
            count.unwrap_or(0)
        };
        Self {
            passed: after("pass "),
            failed: after("fail ") + after("cancelled "),
        }
    }

    /// Of our own runners: the last line like `3 passed, 0 failed`.
    fn of_summary(output: &str) -> Self {
        let summary = output.lines().rev().find_map(|line| {
            let (passed, failed) = line.trim().split_once(" passed, ")?;
            Some(Self {
                passed: passed.parse().ok()?,
                failed: failed.strip_suffix(" failed")?.parse().ok()?,
            })
        });
        summary.unwrap_or_default()
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number before a word.
fn before(text: &str, word: &str) -> u64 {
    let number = text.split(word).next().and_then(|text| text.split(' ').next_back());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_results_add_up() {
        let output = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: FAILED. 30 passed; 4 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(Tally::of_cargo(output), Tally { passed: 32, failed: 4 });
    }

    #[test]
    fn node_results_in_both_forms() {
        let expected = Tally { passed: 41, failed: 2 };
        assert_eq!(
            Tally::of_node("# tests 43\n# pass 41\n# fail 1\n# cancelled 1\n"),
            expected
        );
        assert_eq!(
            Tally::of_node("ℹ tests 43\nℹ pass 41\nℹ fail 2\nℹ cancelled 0\n"),
            expected
        );
    }

    #[test]
    fn the_last_summary_counts() {
        let output = "node20: 7 passed, 0 failed\n1 passed, 1 failed\n\n12 passed, 3 failed\n";
        assert_eq!(Tally::of_summary(output), Tally { passed: 12, failed: 3 });
    }

    #[test]
    fn no_result_is_no_test() {
        for tally in [Tally::of_cargo, Tally::of_script] {
            assert_eq!(tally("error: could not compile"), Tally::default());
        }
    }
}
