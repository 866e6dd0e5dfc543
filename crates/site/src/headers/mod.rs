//! The `_headers` file, read as Cloudflare Pages and Netlify read it.
//!
//! The local server sends what the file says, so that a policy which breaks a
//! page breaks it here first.

mod parse;
mod pattern;

use std::collections::BTreeSet;
use std::fmt;

use axum::http::{HeaderMap, HeaderName, HeaderValue};

use pattern::Pattern;

/// More rules than this are ignored by the hosts.
pub const MAX_RULES: usize = 100;
/// Longer lines than this are ignored by the hosts.
pub const MAX_LINE: usize = 2_000;

/// The rules of one `_headers` file, in order.
#[derive(Debug, Default)]
pub struct HeaderRules {
    rules: Vec<Rule>,
}

/// One block of the file: a path and what it sets.
#[derive(Debug)]
struct Rule {
    pattern: Pattern,
    set: Vec<(HeaderName, String)>,
    unset: Vec<HeaderName>,
}

/// Something in the file that a host would ignore or read otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "_headers line {}: {}", self.line, self.message)
    }
}

impl HeaderRules {
    /// Reads the text of a `_headers` file. What is wrong is left out and told.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<Problem>) {
        parse::parse(text)
    }

    /// How many rules there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there is no rule at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Changes the headers of the answer to a request for `path`.
    ///
    /// All matching rules count, in order: the first to name a header replaces
    /// what the server would have sent, later ones add to it after a comma.
    pub fn apply(&self, path: &str, headers: &mut HeaderMap) {
        let mut from_file = BTreeSet::new();
        for rule in &self.rules {
            let Some(captures) = rule.pattern.captures(path) else {
                continue;
            };
            for name in &rule.unset {
                headers.remove(name);
            }
            for (name, template) in &rule.set {
                let mut value = captures.fill(template);
                if !from_file.insert(name.as_str().to_owned())
                    && let Some(before) = headers.get(name).and_then(|text| text.to_str().ok())
                {
                    value = format!("{before}, {value}");
                }
                // A path can put signs into a value that no header may carry.
                if let Ok(value) = HeaderValue::from_str(&value) {
                    headers.insert(name.clone(), value);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(text: &str, path: &str, before: &[(&'static str, &'static str)]) -> Vec<String> {
        let (rules, problems) = HeaderRules::parse(text);
        assert_eq!(problems, []);
        let mut headers = HeaderMap::new();
        for (name, value) in before {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        rules.apply(path, &mut headers);
        let mut lines: Vec<_> = headers
            .iter()
            .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
            .collect();
        lines.sort();
        lines
    }

    #[test]
    fn every_matching_rule_counts() {
        let text = "/*\n  X-Frame-Options: DENY\n  X-Robots-Tag: noindex\n\n/ar/*\n  X-Robots-Tag: nosnippet\n/en/*\n  X-Never: here\n";
        assert_eq!(
            answer(text, "/ar/why/", &[]),
            ["x-frame-options: DENY", "x-robots-tag: noindex, nosnippet"]
        );
    }

    #[test]
    fn the_file_replaces_what_the_server_would_send() {
        let text = "/*\n  Cache-Control: no-store\n";
        assert_eq!(
            answer(text, "/", &[("cache-control", "public, max-age=0")]),
            ["cache-control: no-store"]
        );
    }

    #[test]
    fn a_later_rule_can_take_a_header_away_and_set_it_anew() {
        let text =
            "/*\n  Cache-Control: no-cache\n  X-A: 1\n/assets/*\n  ! Cache-Control\n  ! X-A\n";
        assert_eq!(answer(text, "/assets/a.css", &[]), Vec::<String>::new());
        assert_eq!(
            answer(text, "/en/", &[]),
            ["cache-control: no-cache", "x-a: 1"]
        );
    }

    #[test]
    fn captures_go_into_values() {
        let text = "/:lang/*\n  X-Seen: :lang and :splat\n";
        assert_eq!(answer(text, "/ckb/a/b", &[]), ["x-seen: ckb and a/b"]);
    }
}
