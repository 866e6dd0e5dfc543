//! Searching the pages of a language, without a server.
//!
//! The site's build writes an [`Index`] a language: every place of every page
//! with its text. Here it is made ready once (words folded and sorted), and then
//! answers while the reader types: a word is looked for as it is, as the
//! beginning of a word, and with one letter wrong.

mod fold;
mod near;
mod words;

use std::ops::Range;

use crate::{
    from_json::{FromJson, field},
    json::Value,
    locale::Locale,
    route::PageId,
};
use fold::{Span, each_word};
use near::{Near, near};
use words::Words;

/// A place that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Place {
    /// The page it is on.
    pub page: PageId,
    /// Where on the page; empty for its top.
    pub anchor: String,
    /// The heading of the place, or the page's title at its top.
    pub heading: String,
    /// The text from there to the next place, in sentences.
    pub text: String,
}

/// Everything that can be found in a language, as it is delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Index {
    /// See [`crate::content::FORMAT`].
    pub format: u32,
    /// The titles of the pages.
    pub titles: Vec<(PageId, String)>,
    /// The places in the order of the pages.
    pub places: Vec<Place>,
}

impl FromJson for Place {
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            page: field(value, "page")?,
            anchor: field(value, "anchor")?,
            heading: field(value, "heading")?,
            text: field(value, "text")?,
        })
    }
}

impl FromJson for Index {
    fn from_json(value: &Value) -> Option<Self> {
        let titles = value.get("titles")?.as_array()?;
        let title = |pair: &Value| {
            let [page, title] = pair.as_array()?.as_slice() else {
                return None;
            };
            Some((PageId::from_json(page)?, title.as_str()?.to_owned()))
        };
        Some(Self {
            format: field(value, "format")?,
            titles: titles.iter().map(title).collect::<Option<_>>()?,
            places: field(value, "places")?,
        })
    }
}

/// An index that has been made ready to answer.
pub struct Search {
    locale: Locale,
    index: Index,
    words: Words,
}

/// A use of a word.
#[derive(Clone, Copy)]
struct Use {
    place: usize,
    weight: u32,
}

/// What a use of a word is worth, by where it stands.
const IN_HEADING: u32 = 4;
const IN_TEXT: u32 = 1;

/// More words are not looked for: nobody types them, and each costs time.
const MOST_WORDS: usize = 8;

/// A place that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// The place.
    pub place: &'a Place,
    /// The title of its page.
    pub title: &'a str,
    /// The sentence that was found, in pieces; true for the words looked for.
    pub sentence: Vec<(&'a str, bool)>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results<'a> {
    /// How many places there are in all.
    pub total: usize,
    /// The best of them, best first.
    pub found: Vec<Found<'a>>,
}

impl Search {
    /// Makes an index ready. Takes time in proportion to its text.
    #[must_use]
    pub fn new(locale: Locale, index: Index) -> Self {
        let letters = index.places.iter().map(|place| place.text.len()).sum();
        let mut words = Words::with_room_for(letters);
        for (place, source) in index.places.iter().enumerate() {
            for (text, weight) in [(&source.heading, IN_HEADING), (&source.text, IN_TEXT)] {
                each_word(locale, text, &mut |_, word| {
                    words.add(word, Use { place, weight });
                });
            }
        }
        Self {
            locale,
            index,
            words,
        }
    }

    /// Looks for the places that have at least half of these words. Those with
    /// more of them, with rare ones, and with them in their heading come first.
    #[must_use]
    pub fn find(&self, query: &str, most: usize) -> Results<'_> {
        let mut wanted: Vec<String> = Vec::new();
        each_word(self.locale, query, &mut |_, word| {
            if wanted.len() < MOST_WORDS && !wanted.iter().any(|known| known == word) {
                wanted.push(word.to_owned());
            }
        });
        // Words like "the" say nothing, unless they are all that is asked for.
        let matches: Vec<Vec<(usize, u32)>> =
            wanted.iter().map(|wanted| self.matches(wanted)).collect();
        let common = |matches: &[(usize, u32)]| {
            let half = self.index.places.len() / 2;
            matches
                .iter()
                .any(|(word, _)| self.words.uses(*word).len() > half)
        };
        let all_common = matches.iter().all(|matches| common(matches));

        let places = self.index.places.len();
        let mut marked = vec![0; self.words.len()];
        let mut found = vec![0; places];
        let mut points = vec![0; places];
        for matches in matches {
            if common(&matches) && !all_common {
                continue;
            }
            let mut best = vec![0; places];
            for (word, nearness) in matches {
                set(&mut marked, word, 1);
                let uses = self.words.uses(word);
                // A rare word says more than a frequent one.
                let share = places / uses.len().max(1);
                let rarity = share.checked_ilog2().unwrap_or(0) + 1;
                for used in uses {
                    let value = nearness * rarity * used.weight;
                    let before = get(&best, used.place);
                    set(&mut best, used.place, value.max(before));
                }
            }
            for (at, value) in best.into_iter().enumerate().filter(|(_, value)| *value > 0) {
                let before = (get(&found, at), get(&points, at));
                set(&mut found, at, before.0 + 1);
                set(&mut points, at, before.1 + value);
            }
        }
        let top = found.iter().copied().max().unwrap_or(0);
        let mut ranking: Vec<usize> = (0..places)
            .filter(|at| top > 0 && get(&found, *at) * 2 >= top)
            .collect();
        let total = ranking.len();
        let value = |at: usize| get(&found, at) * get(&found, at) * get(&points, at);
        let mut results = Vec::new();
        // A few of many: taking the best one out is less code than sorting.
        while results.len() < most {
            let mut best: Option<usize> = None;
            for (position, at) in ranking.iter().enumerate() {
                let better = best
                    .and_then(|best| ranking.get(best))
                    .is_none_or(|best| value(*at) > value(*best));
                if better {
                    best = Some(position);
                }
            }
            let Some(best) = best else { break };
            let Some(place) = self.index.places.get(ranking.remove(best)) else {
                break;
            };
            let title = self
                .index
                .titles
                .iter()
                .find(|(page, _)| *page == place.page);
            results.push(Found {
                place,
                title: title.map_or("", |(_, title)| title),
                sentence: self.sentence(&place.text, &marked),
            });
        }
        Results {
            total,
            found: results,
        }
    }

    /// The words of the index that come near a word, and how near.
    fn matches(&self, wanted: &str) -> Vec<(usize, u32)> {
        let letters = wanted.chars().count();
        let mut matches = Vec::new();
        let mut slips = true;
        for word in 0..self.words.len() {
            if let Some(nearness) = near(wanted, letters, self.words.letters(word)) {
                let slip = nearness == Near::Misspelt;
                // With the word as it was typed in the texts, it was no slip.
                if slips && !slip {
                    slips = false;
                    matches.clear();
                }
                if slips || !slip {
                    matches.push((word, nearness.points()));
                }
            }
        }
        matches
    }

    /// The sentence with the most of the words, or the first one.
    fn sentence<'a>(&self, text: &'a str, marked: &[u32]) -> Vec<(&'a str, bool)> {
        let mut spans: Vec<Span> = Vec::new();
        each_word(self.locale, text, &mut |span, word| {
            if self
                .words
                .find(word)
                .is_some_and(|word| get(marked, word) > 0)
            {
                spans.push(span);
            }
        });
        let mut best = 0..0;
        let mut most = None;
        sentences(text, &mut |range| {
            let within = spans.iter().filter(|span| range.contains(&span.start));
            let count = within.count();
            if most.is_none_or(|most| count > most) {
                most = Some(count);
                best = range;
            }
        });
        let mut pieces = Vec::new();
        let mut at = best.start;
        let mut push = |start: usize, end: usize, marked| match text.get(start..end) {
            Some("") | None => {}
            Some(piece) => pieces.push((piece, marked)),
        };
        for span in spans.iter().filter(|span| best.contains(&span.start)) {
            push(at, span.start, false);
            push(span.start, span.end, true);
            at = span.end;
        }
        push(at, best.end, false);
        pieces
    }
}

fn get(numbers: &[u32], at: usize) -> u32 {
    numbers.get(at).copied().unwrap_or(0)
}

fn set(numbers: &mut [u32], at: usize, value: u32) {
    if let Some(number) = numbers.get_mut(at) {
        *number = value;
    }
}

/// Calls `found` with every sentence of a text.
fn sentences(text: &str, found: &mut dyn FnMut(Range<usize>)) {
    let mut start = 0;
    let mut ends = false;
    for (at, c) in text.char_indices() {
        if ends && c == ' ' || c == '\n' {
            if at > start {
                found(start..at);
            }
            start = at + 1;
        }
        ends = matches!(c, '.' | '?' | '!' | '؟');
    }
    if start < text.len() {
        found(start..text.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(page: PageId, anchor: &str, heading: &str, text: &str) -> Place {
        Place {
            page,
            anchor: anchor.into(),
            heading: heading.into(),
            text: text.into(),
        }
    }

    fn english() -> Search {
        let index = Index {
            format: 0,
            titles: vec![
                (PageId::Recovery, "Recovery".into()),
                (PageId::Glossary, "Words".into()),
            ],
            places: vec![
                place(
                    PageId::Recovery,
                    "",
                    "Recovery",
                    "What comes after. It takes time.",
                ),
                place(
                    PageId::Recovery,
                    "stoma",
                    "Will I have a stoma?",
                    "Some people get a bag. A stoma can be closed later. Ask your team.",
                ),
                place(
                    PageId::Recovery,
                    "food",
                    "Eating",
                    "Small meals help. Drink enough.",
                ),
                place(
                    PageId::Glossary,
                    "term-stoma",
                    "stoma",
                    "An opening of the bowel.",
                ),
                place(
                    PageId::Glossary,
                    "term-ileus",
                    "ileus",
                    "The bowel stands still for a time.",
                ),
            ],
        };
        Search::new(Locale::En, index)
    }

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let search = english();
        let results = search.find(query, 9);
        let anchors: Vec<_> = results
            .found
            .iter()
            .map(|found| found.place.anchor.as_str())
            .collect();
        assert_eq!(anchors, expected, "{query}");
        assert_eq!(results.total, expected.len());
    }

    #[test]
    fn words_are_found_where_they_count_most() {
        check("stoma", &["stoma", "term-stoma"]);
        check("STOMAS", &["stoma", "term-stoma"]);
        check("bowel", &["term-stoma", "term-ileus"]);
        // The beginning of a word.
        check("eat", &["food"]);
        // More of the words come before fewer.
        check("bowel still", &["term-ileus", "term-stoma"]);
        check("stoma closed", &["stoma", "term-stoma"]);
    }

    #[test]
    fn one_wrong_letter_is_forgiven() {
        for query in ["sotma", "stona", "stomma", "stma"] {
            check(query, &["stoma", "term-stoma"]);
        }
        // Two are not, nor one in a short word.
        check("stnna", &[]);
        check("tme", &[]);
    }

    #[test]
    fn nothing_asked_nothing_found() {
        for query in ["", "   ", "?!", "\u{200c}", "xyzzy"] {
            check(query, &[]);
        }
    }

    #[test]
    fn the_sentence_with_the_words_is_shown() {
        let search = english();
        let results = search.find("stoma closed", 1);
        let expected = [
            ("A ", false),
            ("stoma", true),
            (" can be ", false),
            ("closed", true),
            (" later.", false),
        ];
        assert_eq!(
            results.found.first().map(|it| it.sentence.as_slice()),
            Some(&expected[..])
        );
        assert_eq!(results.found.first().map(|it| it.title), Some("Recovery"));
    }

    #[test]
    fn a_heading_alone_is_found_with_the_first_sentence() {
        let search = english();
        let results = search.find("eating", 1);
        let sentence = results.found.first().map(|it| it.sentence.clone());
        assert_eq!(sentence, Some(vec![("Small meals help.", false)]));
    }

    #[test]
    fn sentences_are_split() {
        let text = "One. Two? ثلاثة؟ Four 1.5 end";
        let mut parts = Vec::new();
        sentences(text, &mut |range| {
            parts.push(text.get(range).unwrap_or_default())
        });
        assert_eq!(parts, ["One.", "Two?", "ثلاثة؟", "Four 1.5 end"]);
    }
}
