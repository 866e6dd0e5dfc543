//! How hard a page is to read: the grade of Flesch and Kincaid, that is, the
//! years of school in the United States after which most people read it with ease
//! (Kincaid and others, Research Branch Report 8-75, 1975).

use std::collections::BTreeSet;

/// The grade of a text; 0 where there are no words.
///
/// `explained` are the words of terms that the glossary explains, in lower
/// case: they count as words, but not with their syllables, because readers are
/// given their meaning.
#[must_use]
pub(crate) fn grade(text: &str, explained: &BTreeSet<String>) -> f64 {
    let (mut words, mut sentences) = (0_u32, 0_u32);
    let (mut weighed, mut syllables) = (0_u32, 0_u32);
    for sentence in text.split(['.', '!', '?', '\n']) {
        let mut any = false;
        for word in sentence.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'') {
            if !word.chars().any(char::is_alphabetic) {
                continue;
            }
            any = true;
            words += 1;
            let word = word.to_lowercase();
            let bare = word.trim_end_matches('s');
            if !explained.contains(&word) && !explained.contains(bare) {
                weighed += 1;
                syllables += syllables_of(&word);
            }
        }
        sentences += u32::from(any);
    }
    if words == 0 || weighed == 0 {
        return 0.0;
    }
    let length = f64::from(words) / f64::from(sentences);
    let weight = f64::from(syllables) / f64::from(weighed);
    (0.39 * length + 11.8 * weight - 15.59).max(0.0)
}

/// An estimate: groups of vowels, without a silent e at the end.
fn syllables_of(word: &str) -> u32 {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é');
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        let vowel = is_vowel(c);
        count += u32::from(vowel && !before);
        before = vowel;
    }
    let silent = (word.ends_with('e') && !word.ends_with("le"))
        || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"))
        || (word.ends_with("es")
            && !["ses", "zes", "ches", "shes", "xes", "ces", "ges"]
                .iter()
                .any(|end| word.ends_with(end)));
    if silent && count > 1 {
        count -= 1;
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        for (word, expected) in [
            ("the", 1),
            ("cancer", 2),
            ("surgery", 3),
            ("operation", 4),
            ("people", 2),
            ("lived", 1),
            ("treated", 2),
            ("came", 1),
            ("doses", 2),
            ("bowel", 2),
        ] {
            assert_eq!(syllables_of(word), expected, "{word}");
        }
    }

    #[test]
    fn short_words_and_sentences_are_easy() {
        let none = BTreeSet::new();
        let easy = grade("The cat sat on the mat. It was a big cat.", &none);
        assert!(easy < 2.0, "{easy}");
        let hard = "Institutional consideration of multidisciplinary recommendations necessitates \
                    comprehensive documentation of individual characteristics";
        assert!(grade(hard, &none) > 15.0);
        assert!(grade("", &none) < f64::EPSILON);
    }

    #[test]
    fn terms_that_are_explained_do_not_make_a_text_harder() {
        let text = "Cytoreductive surgery takes a long time.";
        let explained = ["cytoreductive", "surgery"].map(str::to_owned).into();
        assert!(grade(text, &explained) + 3.0 < grade(text, &BTreeSet::new()));
    }
}
