//! How near two folded words are.

/// How near a word of the index comes to one that is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Near {
    /// One letter is wrong, missing, too many, or two have changed places.
    Misspelt,
    /// The word begins so.
    Beginning,
    /// The word, behind one of Arabic's letters that join to it.
    Joined,
    /// The word itself.
    Same,
}

impl Near {
    pub(super) const fn points(self) -> u32 {
        match self {
            Self::Misspelt => 2,
            Self::Beginning => 4,
            Self::Joined => 6,
            Self::Same => 8,
        }
    }
}

/// And, with, for, so, like: written as part of the next word.
const JOINED: [char; 5] = ['و', 'ب', 'ل', 'ف', 'ك'];

/// From how many letters on a word may be misspelt: of shorter ones too many
/// other words are only a letter away.
const LONG_ENOUGH: usize = 4;

/// How near `word` comes to `wanted`, which has so many letters.
pub(super) fn near(wanted: &str, letters: usize, word: &str) -> Option<Near> {
    if word == wanted {
        return Some(Near::Same);
    }
    if letters >= 2 && word.starts_with(wanted) {
        return Some(Near::Beginning);
    }
    if letters < 3 {
        return None;
    }
    if word.strip_prefix(JOINED).is_some_and(|rest| rest == wanted) {
        return Some(Near::Joined);
    }
    let longer_word = word.len() > wanted.len() + 4;
    let shorter_word = wanted.len() > word.len() + 4;
    if letters < LONG_ENOUGH || longer_word || shorter_word {
        return None;
    }
    one_apart(wanted, word).then_some(Near::Misspelt)
}

/// Whether one letter makes the difference.
fn one_apart(a: &str, b: &str) -> bool {
    let (mut rest_a, mut rest_b) = (a.chars(), b.chars());
    loop {
        let (before_a, before_b) = (rest_a.clone(), rest_b.clone());
        match (rest_a.next(), rest_b.next()) {
            (Some(x), Some(y)) if x == y => {}
            (None, None) => return true,
            (x, y) => {
                // Too many in one of them.
                if rest_a.as_str() == before_b.as_str() || before_a.as_str() == rest_b.as_str() {
                    return true;
                }
                // Another letter.
                if x.is_some() && y.is_some() && rest_a.as_str() == rest_b.as_str() {
                    return true;
                }
                // Changed places.
                let next = (rest_a.next(), rest_b.next());
                return next == (y, x) && x.is_some() && rest_a.as_str() == rest_b.as_str();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "a table by the book")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nearness() {
        let check = |wanted: &str, word: &str, expected| {
            assert_eq!(
                near(wanted, wanted.chars().count(), word),
                expected,
                "{wanted} {word}"
            );
        };
        check("stoma", "stoma", Some(Near::Same));
        check("sto", "stoma", Some(Near::Beginning));
        check("s", "stoma", None);
        check("stoma", "stma", Some(Near::Misspelt));
        check("stoma", "sotma", Some(Near::Misspelt));
        check("pci", "pca", None);
        check("جراح", "وجراح", Some(Near::Joined));
        check("جراح", "جراخ", Some(Near::Misspelt));
        check("نەشتەر", "نەشتر", Some(Near::Misspelt));
    }

    /// The distance of Damerau and Levenshtein (neighbours swap once), by the book.
    fn distance(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let cost = usize::from(a[i - 1] != b[j - 1]);
                    let mut best = (table[i - 1][j] + 1)
                        .min(table[i][j - 1] + 1)
                        .min(table[i - 1][j - 1] + cost);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(table[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        #[test]
        fn one_apart_is_a_distance_of_one_at_most(a in "[abسە]{0,6}", b in "[abسە]{0,6}") {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            prop_assert_eq!(one_apart(&a, &b), distance(&letters(&a), &letters(&b)) <= 1);
        }
    }
}
