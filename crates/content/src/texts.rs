//! Letters, running text and cited numbers of one page.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    check::{letters, numbers, plain},
    coverage::Coverage,
    inline::{Piece, Text, parse},
    parity::Outline,
    problem::Reporter,
    source::Sources,
};

#[derive(Default)]
struct Claim<'a> {
    first_number: Option<(&'a str, String)>,
    sources: BTreeSet<String>,
    exempt: bool,
}

/// Reports wrong letters, running text that cannot be read, and numbers
/// without a source that allows them.
pub(crate) fn check(
    reporter: &mut Reporter<'_>,
    outline: &Outline<'_>,
    sources: &Sources,
    coverage: &Coverage,
) {
    let mut claims: BTreeMap<usize, Claim<'_>> = BTreeMap::new();
    for flat in &outline.texts {
        let claim = claims.entry(flat.claim).or_default();
        claim.exempt |= flat.exempt;
        let mut words = String::new();
        if flat.inline {
            letters(reporter, &flat.path, flat.text, coverage);
            match parse(flat.text) {
                Ok(text) => collect(&text, &mut words, &mut claim.sources),
                Err(message) => reporter.report(flat.path.as_str(), message),
            }
        } else {
            plain(reporter, &flat.path, flat.text, coverage);
            words.push_str(flat.text);
        }
        if claim.first_number.is_none()
            && let Some(number) = numbers(&words).into_iter().next()
        {
            claim.first_number = Some((&flat.path, number));
        }
    }
    for claim in claims.into_values().filter(|claim| !claim.exempt) {
        let Some((path, number)) = claim.first_number else {
            continue;
        };
        if claim.sources.is_empty() {
            reporter.report(
                path,
                format!(
                    "the number {number} has no source: add <source:…> after the claim, or write it \
                     without the number; a block of a page may have an “exempt” with the reason why \
                     it needs no source"
                ),
            );
        } else if !claim
            .sources
            .iter()
            .any(|id| sources.get(id).is_none_or(|source| source.figures))
        {
            let listed: Vec<_> = claim.sources.into_iter().collect();
            reporter.report(
                path,
                format!(
                    "the number {number} rests on {}, whose figures must not be published",
                    listed.join(", ")
                ),
            );
        }
    }
}

/// The words of a text, and the sources it cites.
pub(crate) fn collect(text: &Text, words: &mut String, sources: &mut BTreeSet<String>) {
    for piece in text {
        match piece {
            Piece::Text(text) | Piece::Link { text, .. } => words.push_str(text),
            Piece::Strong(inner) | Piece::Emphasis(inner) => collect(inner, words, sources),
            Piece::Cite(id) => {
                sources.insert(id.clone());
            }
        }
    }
}
