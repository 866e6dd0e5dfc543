//! How many tests passed, read from what the test runners print.

/// Tests that passed, failed and were left out.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Counts {
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Sums up the closing lines of `cargo test`.
    pub(crate) fn of_cargo(output: &str) -> Self {
        let mut counts = Self::default();
        for line in plain(output).lines() {
            let Some(result) = line.trim().strip_prefix("test result: ") else {
                continue;
            };
            // "ok. 3 passed; 0 failed; 1 ignored; …"
            for part in result.split(['.', ';']).map(str::trim) {
                counts.add_named(part.split_once(' '), &["passed"], &["failed"], &["ignored"]);
            }
        }
        counts
    }

    /// Sums up the closing lines of Playwright and of Node's own test runner.
    pub(crate) fn of_node(output: &str) -> Self {
        let mut counts = Self::default();
        for line in plain(output).lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) {
                // "# pass 12"
                let swapped = rest.split_once(' ').map(|(name, number)| (number, name));
                counts.add_named(
                    swapped,
                    &["pass"],
                    &["fail", "cancelled"],
                    &["skipped", "todo"],
                );
            } else {
                // "  12 passed (3.4s)"; "flaky" passed at the second try
                let without_time = line.split_once(" (").map_or(line, |(start, _)| start);
                let passed = ["passed", "flaky"];
                let failed = ["failed", "interrupted"];
                counts.add_named(without_time.split_once(' '), &passed, &failed, &["skipped"]);
            }
        }
        counts
    }

    fn add_named(
        &mut self,
        pair: Option<(&str, &str)>,
        passed: &[&str],
        failed: &[&str],
        skipped: &[&str],
    ) {
        let Some((number, name)) = pair else { return };
        let Ok(number) = number.parse::<u64>() else {
            return;
        };
        if passed.contains(&name) {
            self.passed += number;
        } else if failed.contains(&name) {
            self.failed += number;
        } else if skipped.contains(&name) {
            self.skipped += number;
        }
    }
}

/// The text without the codes that colour it.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut parts = text.split("\u{1b}[");
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        // A code ends with its first letter.
        let end = part
            .find(|sign: char| sign.is_ascii_alphabetic())
            .map_or(part.len(), |at| at + 1);
        plain.push_str(part.get(end..).unwrap_or_default());
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u64, failed: u64, skipped: u64) -> Counts {
        Counts {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn cargo() {
        let output = "running 2 tests\ntest a ... ok\n\n\
            test result: ok. 41 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s\n\n\
            test result: \u{1b}[31mFAILED\u{1b}[0m. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.66s\n";
        assert_eq!(Counts::of_cargo(output), counts(43, 1, 1));
        assert_eq!(
            Counts::of_cargo("error: could not compile"),
            Counts::default()
        );
    }

    #[test]
    fn playwright() {
        let output = "Running 5 tests using 1 worker\n  1 failed\n    [chromium] › a.spec.js:3:1 › x ─────\n  \
            1 flaky\n  2 skipped\n  1 did not run\n  \u{1b}[32m12 passed\u{1b}[39m (1.2m)\n";
        assert_eq!(Counts::of_node(output), counts(13, 1, 2));
    }

    #[test]
    fn node_in_both_styles() {
        let tap = "# tests 4\n# suites 1\n# pass 2\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 0\n# duration_ms 12.5\n";
        assert_eq!(Counts::of_node(tap), counts(2, 1, 1));
        assert_eq!(Counts::of_node(&tap.replace("# ", "ℹ ")), counts(2, 1, 1));
    }

    #[test]
    fn sentences_do_not_count() {
        let output = "3 passed tests are quoted here\nall 4 passed\n  5 passedby\n";
        assert_eq!(Counts::of_node(output), Counts::default());
    }
}
