//! How many checks passed, failed and were skipped: read from what other programs print, added up, printed.

use std::fmt;
use std::ops::AddAssign;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, more: Counts) {
        self.passed += more.passed;
        self.failed += more.failed;
        self.skipped += more.skipped;
    }
}

/// The closing line, which CI reads.
impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

impl Counts {
    pub(crate) const PASSED: Counts = Counts { passed: 1, failed: 0, skipped: 0 };
    pub(crate) const FAILED: Counts = Counts { passed: 0, failed: 1, skipped: 0 };

    /// Reads `3 passed, 0 failed, 1 skipped`, a whole line.
    pub(crate) fn from_closing_line(line: &str) -> Option<Counts> {
        let mut numbers = [0; 3];
        let mut parts = line.split(", ");
        for (number, word) in numbers.iter_mut().zip([" passed", " failed", " skipped"]) {
            *number = parts.next()?.strip_suffix(word)?.parse().ok()?;
        }
        let [passed, failed, skipped] = numbers;
        parts.next().is_none().then_some(Counts { passed, failed, skipped })
    }

    /// Reads libtest's `test result: ok. 16 passed; 0 failed; 2 ignored; ...`. An ignored test counts as skipped.
    pub(crate) fn from_test_result(line: &str) -> Option<Counts> {
        let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let number = |word: &str| -> Option<u32> {
            counts.split("; ").find_map(|part| part.strip_suffix(word)?.trim().parse().ok())
        };
        Some(Counts { passed: number("passed")?, failed: number("failed")?, skipped: number("ignored")? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_line_is_read_as_it_is_written() {
        let counts = Counts { passed: 12, failed: 0, skipped: 3 };
        assert_eq!(Counts::from_closing_line(&counts.to_string()), Some(counts));
        assert_eq!(Counts::from_closing_line("chromium: 1 passed, 0 failed, 0 skipped"), None);
        assert_eq!(Counts::from_closing_line("1 passed, 0 failed"), None);
    }

    #[test]
    fn results_of_libtest_are_read() {
        let line = "test result: FAILED. 16 passed; 2 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.01s";
        assert_eq!(Counts::from_test_result(line), Some(Counts { passed: 16, failed: 2, skipped: 1 }));
        assert_eq!(Counts::from_test_result("running 3 tests"), None);
    }
}
