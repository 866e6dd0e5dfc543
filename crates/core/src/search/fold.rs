//! Words as they are compared: without what people type differently.
//!
//! Arabic: diacritics and tatweel go, the forms of alef are one, ى is ي, ة is ه.
//! Sorani: ي and ك of Arabic keyboards become ی and ک, ه before a ZWNJ becomes
//! ە, which is never merged with ه; the small signs on ڕ ڵ ێ ۆ go, because many
//! keyboards lack them. Latin letters lose case and accents; digits are 0 to 9.
//! Then a light stemmer takes off articles and endings, so that «الجراحات» meets
//! «جراحة».

use crate::locale::Locale;

/// A word of a text: where it stands, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

const ZWNJ: char = '\u{200c}';

/// Calls `found` with every word of a text and its folded stem.
pub(super) fn each_word(locale: Locale, text: &str, found: &mut dyn FnMut(Span, &str)) {
    let mut word = String::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    loop {
        let next = chars.next();
        let inside = next.is_some_and(|(_, c)| is_inside(c, !word.is_empty()));
        if let (Some((at, c)), true) = (next, inside) {
            if word.is_empty() {
                start = at;
            }
            let before_zwnj = chars.peek().is_some_and(|(_, next)| *next == ZWNJ);
            push_folded(locale, c, before_zwnj, &mut word);
            continue;
        }
        if !word.is_empty() {
            let end = next.map_or(text.len(), |(at, _)| at);
            found(Span { start, end }, stem(locale, &word));
            word.clear();
        }
        if next.is_none() {
            return;
        }
    }
}

/// Letters and digits of all three scripts, and what stands within words.
fn is_inside(c: char, within: bool) -> bool {
    let code = u32::from(c);
    match code {
        0x30..=0x39 | 0x41..=0x5a | 0x61..=0x7a => true,
        0xc0..=0x24f => !matches!(code, 0xd7 | 0xf7),
        0x640 | 0x64b..=0x652 | 0x670 | 0x200c | 0x200d => within,
        0x620..=0x64a | 0x660..=0x669 | 0x671..=0x6d3 | 0x6d5 | 0x6f0..=0x6f9 => true,
        _ => false,
    }
}

fn push_folded(locale: Locale, c: char, before_zwnj: bool, word: &mut String) {
    let code = u32::from(c);
    let folded = match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        '٠'..='٩' => digit(code, 0x660),
        '۰'..='۹' => digit(code, 0x6f0),
        _ if matches!(code, 0x640 | 0x64b..=0x652 | 0x670 | 0x200c | 0x200d) => return,
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        _ => match locale {
            Locale::En => c,
            Locale::Ar => match c {
                'ى' | 'ی' | 'ئ' => 'ي',
                'ة' | 'ھ' | 'ە' => 'ه',
                'ک' => 'ك',
                'ؤ' => 'و',
                'گ' => 'ك',
                c => c,
            },
            Locale::Ckb => match c {
                'ه' if before_zwnj => 'ە',
                'ة' => 'ە',
                'ه' => 'ھ',
                'ي' | 'ى' | 'ێ' => 'ی',
                'ك' => 'ک',
                'ڕ' => 'ر',
                'ڵ' => 'ل',
                'ۆ' | 'ؤ' => 'و',
                c => c,
            },
        },
    };
    word.push(folded);
}

fn digit(code: u32, zero: u32) -> char {
    char::from_digit(code.wrapping_sub(zero), 10).unwrap_or('0')
}

/// What comes off, the longest first. Written as folded words are.
const ARABIC_PREFIXES: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];
const ARABIC_SUFFIXES: [&str; 10] = ["يات", "تها", "ها", "ات", "ون", "ين", "ان", "يه", "ه", "ي"];
const SORANI_SUFFIXES: [&str; 15] = [
    "یەکانی",
    "یەکان",
    "یەکەی",
    "یەکە",
    "ەکانی",
    "ەکان",
    "ەکەی",
    "ەکە",
    "انی",
    "یەک",
    "یک",
    "ان",
    "یی",
    "ی",
    "ە",
];

/// The least that stays of a word, in letters.
const LEAST: usize = 3;

fn stem(locale: Locale, word: &str) -> &str {
    match locale {
        Locale::En => match word.strip_suffix('s') {
            Some(stem) if stem.len() >= LEAST && !stem.ends_with(['s', 'u', 'i']) => stem,
            _ => word,
        },
        Locale::Ar => {
            let word = without(word, &ARABIC_PREFIXES, |word, part| word.strip_prefix(part));
            without(word, &ARABIC_SUFFIXES, |word, part| word.strip_suffix(part))
        }
        Locale::Ckb => without(word, &SORANI_SUFFIXES, |word, part| word.strip_suffix(part)),
    }
}

fn without<'a>(
    word: &'a str,
    parts: &[&'static str],
    strip: fn(&'a str, &'static str) -> Option<&'a str>,
) -> &'a str {
    parts
        .iter()
        .filter_map(|part| strip(word, part))
        .find(|stem| stem.chars().count() >= LEAST)
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(locale: Locale, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(locale, text, &mut |span, stem| {
            assert!(text.get(span.start..span.end).is_some());
            words.push(stem.to_owned());
        });
        words
    }

    #[track_caller]
    fn same(locale: Locale, a: &str, b: &str) {
        assert_eq!(words(locale, a), words(locale, b));
    }

    #[track_caller]
    fn differ(locale: Locale, a: &str, b: &str) {
        assert_ne!(words(locale, a), words(locale, b));
    }

    #[test]
    fn english() {
        same(Locale::En, "Stomas", "stoma");
        same(Locale::En, "Quénet", "quenet");
        same(Locale::En, "CC-0", "cc 0");
        assert_eq!(
            words(Locale::En, "What’s HIPEC? 41.7 months"),
            ["what", "s", "hipec", "41", "7", "month"]
        );
        // No plural: what ends in ss, us or is.
        assert_eq!(
            words(Locale::En, "loss virus metastasis"),
            ["loss", "virus", "metastasis"]
        );
    }

    #[test]
    fn arabic() {
        same(Locale::Ar, "الجِراحَة", "جراحه");
        same(Locale::Ar, "إبرة", "ابره");
        same(Locale::Ar, "مستشفى", "مستشفي");
        same(Locale::Ar, "والقـــولون", "القولون");
        same(Locale::Ar, "٣٠ يوماً", "30 يوما");
        same(Locale::Ar, "الأسئلة", "اسئله");
        same(Locale::Ar, "العمليات", "عملية");
        // A word that begins like the article, but has nothing left without it.
        assert_eq!(words(Locale::Ar, "ألم"), ["الم"]);
        differ(Locale::Ar, "كلية", "كبد");
    }

    #[test]
    fn sorani() {
        same(Locale::Ckb, "نەشتەرگەري", "نەشتەرگەری");
        same(
            Locale::Ckb,
            "نه\u{200c}شته\u{200c}رگه\u{200c}ری",
            "نەشتەرگەری",
        );
        same(Locale::Ckb, "ڕێژە", "ریژە");
        same(Locale::Ckb, "هەناو", "ھەناو");
        same(Locale::Ckb, "نەخۆشخانەکان", "نەخۆشخانە");
        same(Locale::Ckb, "گورچیلە", "گورچیلەکان");
        same(Locale::Ckb, "۹۰", "90");
        // ە is a vowel, ه is a consonant: never one for the other.
        differ(Locale::Ckb, "بەر", "بهر");
    }

    #[test]
    fn letters_that_join_words_do_not_begin_them() {
        assert_eq!(words(Locale::Ar, " \u{640} \u{64b} "), Vec::<String>::new());
        assert_eq!(words(Locale::Ckb, "\u{200c}"), Vec::<String>::new());
        assert_eq!(words(Locale::En, ""), Vec::<String>::new());
    }
}
