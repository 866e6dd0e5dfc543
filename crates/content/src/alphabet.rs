//! Putting words in the order of a language's alphabet.

use hipec_core::locale::Locale;

/// The letters in order. What looks like another letter to a reader who leafs
/// through a list stands with it: the forms of alef, ة with ه.
const ARABIC: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
const SORANI: &str = "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆھەیێ";

/// What a word is sorted by: comparing keys compares words.
pub(crate) fn key(locale: Locale, word: &str) -> Vec<usize> {
    let alphabet = match locale {
        Locale::En => return latin(word).map(|c| c as usize).collect(),
        Locale::Ar => ARABIC,
        Locale::Ckb => SORANI,
    };
    let latin_last = alphabet.chars().count();
    plain(locale, word)
        .filter_map(|c| match alphabet.chars().position(|letter| letter == c) {
            Some(at) => Some(at),
            None if c.is_ascii_alphanumeric() => Some(latin_last + c as usize),
            None => None,
        })
        .collect()
}

/// The letter under which a word stands, as a reader sees it.
pub(crate) fn letter(locale: Locale, word: &str) -> String {
    let first = match locale {
        Locale::En => latin(word).next(),
        Locale::Ar | Locale::Ckb => plain(locale, word).find(|c| c.is_alphanumeric()),
    };
    first
        .map(|c| c.to_ascii_uppercase().to_string())
        .unwrap_or_default()
}

fn latin(word: &str) -> impl Iterator<Item = char> {
    word.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
}

/// Without the article and marks, and with the letters that stand together
/// made one.
fn plain(locale: Locale, word: &str) -> impl Iterator<Item = char> {
    let word = match locale {
        Locale::Ar => word.strip_prefix("ال").unwrap_or(word),
        Locale::En | Locale::Ckb => word,
    };
    word.chars()
        .filter(|c| !matches!(u32::from(*c), 0x64b..=0x652 | 0x640))
        .map(move |c| match (locale, c) {
            (Locale::Ar, 'أ' | 'إ' | 'آ' | 'ء') => 'ا',
            (Locale::Ar, 'ة') => 'ه',
            (Locale::Ar, 'ى' | 'ئ') => 'ي',
            (Locale::Ar, 'ؤ') => 'و',
            (_, c) => c.to_ascii_lowercase(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_the_order_of_their_alphabet() {
        let check = |locale, words: &[&str]| {
            let mut sorted = words.to_vec();
            sorted.sort_by_cached_key(|word| key(locale, word));
            assert_eq!(sorted, words, "{locale:?}");
        };
        check(Locale::En, &["biopsy", "CC score", "HIPEC", "stoma"]);
        check(
            Locale::Ar,
            &[
                "الانتكاس",
                "البريتون",
                "التخدير",
                "الخزعة",
                "الفُغرة",
                "الكلية",
                "HIPEC",
            ],
        );
        check(
            Locale::Ckb,
            &[
                "ئەندام",
                "بایۆپسی",
                "پەردەی ناوسک",
                "چارەسەر",
                "ڕێژە",
                "لێکۆڵینەوە",
                "میانە",
            ],
        );
    }

    #[test]
    fn the_letter_of_a_word() {
        let check = |locale, word, expected| assert_eq!(letter(locale, word), expected, "{word}");
        check(Locale::En, "cytoreductive", "C");
        check(Locale::Ar, "الإقفار", "ا");
        check(Locale::Ar, "الفغرة", "ف");
        check(Locale::Ckb, "«پەردە»", "پ");
    }
}
