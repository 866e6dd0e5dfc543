//! What is the same for all content that has a neutral file and a file of
//! words in each language: criteria, studies, questions.

use std::collections::BTreeSet;

use hipec_core::locale::Locale;

use crate::{
    coverage::Coverage,
    inline,
    parity::{self, Outline, listed},
    problem::Reporter,
    source::Sources,
    texts,
};

/// What the words of one language are checked against.
pub(crate) struct Check<'a, Neutral, Words> {
    pub(crate) neutral: &'a Neutral,
    pub(crate) english: &'a Words,
    pub(crate) words: &'a Words,
    pub(crate) sources: &'a Sources,
}

impl<Neutral, Words> Check<'_, Neutral, Words> {
    /// Letters, running text, cited numbers, and agreement with the English.
    pub(crate) fn texts(
        &self,
        outline: impl Fn(&Words) -> Outline<'_>,
        locale: Locale,
        coverage: &Coverage,
        reporter: &mut Reporter<'_>,
    ) {
        let words = outline(self.words);
        texts::check(reporter, &words, self.sources, coverage);
        if locale != Locale::En {
            parity::compare(reporter, &outline(self.english), &words);
        }
    }
}

/// Reports words that are missing, and those that the neutral file has no
/// entry for.
pub(crate) fn same_keys<'a>(
    reporter: &mut Reporter<'_>,
    neutral_file: &str,
    path: &str,
    expected: impl Iterator<Item = &'a String>,
    found: impl Iterator<Item = &'a String>,
) {
    let (expected, found): (BTreeSet<_>, BTreeSet<_>) = (expected.collect(), found.collect());
    for missing in expected.difference(&found) {
        let at = if path.is_empty() { missing } else { path };
        reporter.report(at, format!("the words of “{missing}” are missing"));
    }
    for extra in found.difference(&expected) {
        let at = [path, if path.is_empty() { "" } else { "." }, extra].concat();
        reporter.report(at, format!("{neutral_file} knows nothing of this"));
    }
}

/// Reports where the words cite other sources than the neutral file names.
pub(crate) fn same_sources<'a>(
    reporter: &mut Reporter<'_>,
    neutral_file: &str,
    path: &str,
    words: impl Iterator<Item = &'a String>,
    named: &[String],
) {
    let mut cited = BTreeSet::new();
    for text in words {
        // A text that cannot be read has been reported.
        let text = inline::parse(text).unwrap_or_default();
        texts::collect(&text, &mut String::new(), &mut cited);
    }
    let named: BTreeSet<String> = named.iter().cloned().collect();
    if cited != named {
        reporter.report(
            path,
            format!(
                "its words cite {}, its sources in {neutral_file} are {}: make them the same",
                listed(&cited),
                listed(&named)
            ),
        );
    }
}
