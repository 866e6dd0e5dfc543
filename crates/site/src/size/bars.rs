//! The limits, in bytes after brotli. One kB is 1000 bytes.

use std::fmt;

use super::table::kilobytes;
use super::visit::Visit;

/// One limit: what is measured, what would be good, and what is too much.
pub(super) struct Bar {
    pub(super) what: &'static str,
    pub(super) measure: fn(&Visit) -> u64,
    /// The levels to aim for, the hardest last.
    pub(super) goals: &'static [(&'static str, u64)],
    pub(super) limit: u64,
}

/// The limits on the bytes of a first visit.
pub(super) const BARS: &[Bar] = &[
    Bar {
        what: "the app (WASM, glue and start script)",
        measure: |visit| visit.script.sent + visit.wasm.sent,
        goals: &[("goal", 150_000), ("stretch", 130_000)],
        limit: 180_000,
    },
    Bar {
        what: "a first visit, everything",
        measure: |visit| visit.total().sent,
        goals: &[("goal", 200_000)],
        limit: 230_000,
    },
    Bar {
        what: "HTML and CSS",
        measure: |visit| visit.html.sent + visit.css.sent,
        goals: &[],
        limit: 24_000,
    },
    Bar {
        what: "HTML alone",
        measure: |visit| visit.html.sent,
        goals: &[],
        limit: 14_000,
    },
];

/// How the heaviest page stands against a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Within the limit, with the levels reached and missed.
    Within {
        bytes: u64,
        page: String,
        limit: u64,
        goals: String,
        all_goals: bool,
    },
    /// Too much.
    Broken {
        bytes: u64,
        page: String,
        limit: u64,
    },
    /// There was no page.
    NotMeasured,
}

impl Bar {
    pub(super) fn judge(&self, bytes: u64, page: &str) -> Verdict {
        let page = page.to_owned();
        if bytes > self.limit {
            return Verdict::Broken {
                bytes,
                page,
                limit: self.limit,
            };
        }
        let goals = self
            .goals
            .iter()
            .map(|(name, goal)| {
                let word = if bytes <= *goal { "reached" } else { "missed" };
                format!(", {name} {} {word}", kilobytes(*goal))
            })
            .collect();
        // The first level is the goal itself; what follows is a stretch.
        let all_goals = self.goals.first().is_none_or(|(_, goal)| bytes <= *goal);
        Verdict::Within {
            bytes,
            page,
            limit: self.limit,
            goals,
            all_goals,
        }
    }
}

impl Verdict {
    pub(super) fn is_broken(&self) -> bool {
        !matches!(self, Self::Within { .. })
    }

    pub(super) fn sentence(&self) -> String {
        match self {
            Self::Within {
                bytes,
                page,
                limit,
                goals,
                ..
            } => format!(
                "{} kB at most (on {page}), limit {}{goals}",
                kilobytes(*bytes),
                kilobytes(*limit)
            ),
            Self::Broken { bytes, page, limit } => format!(
                "{} kB on {page}, {} over the limit of {}",
                kilobytes(*bytes),
                kilobytes(bytes.saturating_sub(*limit)),
                kilobytes(*limit)
            ),
            Self::NotMeasured => "there is no page to measure".to_owned(),
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(match self {
            Self::Within {
                all_goals: true, ..
            } => "ok",
            Self::Within { .. } => "over",
            Self::Broken { .. } | Self::NotMeasured => "FAIL",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_include_their_own_value() {
        let bar = &BARS[0];
        for (bytes, word) in [
            (130_000, "ok"),
            (150_000, "ok"),
            (150_001, "over"),
            (180_000, "over"),
            (180_001, "FAIL"),
        ] {
            assert_eq!(bar.judge(bytes, "/").to_string(), word, "{bytes}");
        }
        let sentence = bar.judge(140_000, "/en/").sentence();
        assert_eq!(
            sentence,
            "140.0 kB at most (on /en/), limit 180.0, goal 150.0 reached, stretch 130.0 missed"
        );
    }

    #[test]
    fn where_there_is_no_goal_the_limit_is_enough() {
        assert_eq!(BARS[3].judge(14_000, "/").to_string(), "ok");
        assert_eq!(BARS[3].judge(14_001, "/").to_string(), "FAIL");
    }
}
