//! Latin names and numbers within right-to-left text.
//!
//! The bidirectional algorithm pulls apart what belongs together when digits
//! meet Latin letters or signs: `CC-0`, `OVHIPEC-1`, `43 °C`. Such runs are
//! set apart when the site is built, so that no writer has to think of it.

use crate::document::{Inline, Rich};

/// Splits a text into plain parts and runs to be kept left to right.
pub(crate) fn isolate(text: &str) -> Rich {
    let mut out = Rich::new();
    let mut plain = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let run = run_length(rest);
        let (run, after) = rest.split_at(run);
        if needs_isolation(run) {
            if !plain.is_empty() {
                out.push(Inline::Text(std::mem::take(&mut plain)));
            }
            out.push(Inline::Isolate(run.to_owned()));
            rest = after;
        } else {
            let next = match rest.chars().next() {
                _ if !run.is_empty() => run.len(),
                Some(c) => c.len_utf8(),
                None => break,
            };
            let (head, tail) = rest.split_at(next);
            plain.push_str(head);
            rest = tail;
        }
    }
    if !plain.is_empty() {
        out.push(Inline::Text(plain));
    }
    out
}

/// How many bytes at the start hold together: from a Latin letter or digit to
/// the last one before other text, with signs and single spaces between.
fn run_length(text: &str) -> usize {
    let mut end = 0;
    let mut after_space = false;
    for (at, c) in text.char_indices() {
        let solid = c.is_ascii_alphanumeric() || matches!(c, '%' | '°');
        let joins = matches!(c, '-' | '.' | ',' | '/' | '+' | '±' | ':');
        if solid {
            end = at + c.len_utf8();
            after_space = false;
        } else if c == ' ' && !after_space && end > 0 {
            after_space = true;
        } else if !(joins && end > 0 && !after_space) {
            break;
        }
    }
    end
}

/// Only mixtures are at risk: digits beside letters, or signs between digits.
fn needs_isolation(run: &str) -> bool {
    let digits = run.bytes().any(|b| b.is_ascii_digit());
    let letters = run.contains(|c: char| c.is_ascii_alphabetic() || c == '°');
    let joined = run.contains(['-', '/', '+', '±', ':']);
    digits && (letters || joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_found() {
        let check = |text: &str, isolated: &[&str]| {
            let rich = isolate(text);
            let found: Vec<&str> = rich
                .iter()
                .filter_map(|piece| {
                    let Inline::Isolate(run) = piece else {
                        return None;
                    };
                    Some(run.as_str())
                })
                .collect();
            assert_eq!(found, isolated, "{text}");
            assert_eq!(crate::document::plain_text(&rich), text);
        };
        check("", &[]);
        check("في تجربة PRODIGE 7، لم", &["PRODIGE 7"]);
        check("درجة CC-0.", &["CC-0"]);
        check("من 40 إلى 43 °C في", &["43 °C"]);
        check("بين 30 و120 دقيقة", &[]);
        check("نحو 49% منهن", &[]);
        check("تجربة CHIPOR أظهرت", &[]);
        check("من 9:00 إلى 18:00", &["9:00", "18:00"]);
        check("OVHIPEC-1 و KOV-HIPEC-01", &["OVHIPEC-1", "KOV-HIPEC-01"]);
    }
    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config {
            failure_persistence: None,
            ..proptest::test_runner::Config::default()
        })]

        #[test]
        fn nothing_is_lost_or_added(pieces in proptest::collection::vec(
            proptest::sample::select(&["ب", " ", "7", "A", "-", ".", ":", "°", "%", "،", "±", "é"][..]),
            0..14,
        )) {
            let text = pieces.concat();
            let rich = isolate(&text);
            proptest::prop_assert_eq!(crate::document::plain_text(&rich), text);
            for piece in rich {
                if let Inline::Isolate(run) = piece {
                    let ends = run.chars().next().zip(run.chars().next_back());
                    let solid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '%' | '°');
                    proptest::prop_assert!(ends.is_some_and(|(a, b)| solid(a) && solid(b)));
                }
            }
        }
    }
}
