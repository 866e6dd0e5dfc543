//! What every text has to obey, whatever it says.

use hipec_core::locale::Locale;

use crate::{
    coverage::{Coverage, is_common_latin},
    problem::Reporter,
};

/// Letters of the other Arabic-script language that look alike and are wrong.
const NOT_IN_ARABIC: &[char] = &['ک', 'ی', 'ە', 'ھ', 'ڕ', 'ڵ', 'ێ', 'ۆ'];
const NOT_IN_SORANI: &[char] = &['ك', 'ي', 'ة', 'ه', 'ى'];

/// Reports what is wrong with the letters of a text.
pub(crate) fn letters(reporter: &mut Reporter<'_>, path: &str, text: &str, coverage: &Coverage) {
    if text.trim().is_empty() {
        reporter.report(path, "the text is empty: write it");
        return;
    }
    let wrong = text
        .chars()
        .find_map(|c| complaint(c, reporter.locale(), coverage));
    if let Some(message) = wrong {
        reporter.report(path, message);
    }
}

/// Reports what is wrong with a text that is shown as it stands: markup in it
/// would be shown as signs.
pub(crate) fn plain(reporter: &mut Reporter<'_>, path: &str, text: &str, coverage: &Coverage) {
    letters(reporter, path, text, coverage);
    let markup = ["**", "](", "<", ">", "`"]
        .into_iter()
        .find(|markup| text.contains(markup))
        .or_else(|| has_entity(text).then_some("&…;"));
    if let Some(markup) = markup {
        reporter.report(
            path,
            format!("“{markup}” would be shown as it stands: this text is plain, without markup"),
        );
    }
}

/// Whether there is something like `&lt;` or `&#60;`.
fn has_entity(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| {
        rest.split_once(';').is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
        })
    })
}

fn complaint(c: char, locale: Option<Locale>, coverage: &Coverage) -> Option<String> {
    let code = u32::from(c);
    if matches!(code, 0x200e | 0x200f | 0x61c | 0x202a..=0x202e | 0x2066..=0x2069) {
        return Some(format!(
            "there is an invisible direction mark (U+{code:04X}): delete it, the page isolates numbers itself"
        ));
    }
    if c.is_control() {
        return Some(format!(
            "there is a control character (U+{code:04X}): delete it"
        ));
    }
    if c == '\u{640}' {
        return Some(
            "there is a tatweel (ـ): delete it, it hides words from the search".to_owned(),
        );
    }
    if c.is_numeric() && !c.is_ascii_digit() && matches!(code, 0x660..=0x669 | 0x6f0..=0x6f9) {
        return Some(format!("“{c}”: write digits as 0 to 9 in every language"));
    }
    if locale == Some(Locale::Ar) && NOT_IN_ARABIC.contains(&c) {
        return Some(format!(
            "“{c}” (U+{code:04X}) is a Kurdish or Persian letter, Arabic has another that looks alike"
        ));
    }
    if locale == Some(Locale::Ckb) && NOT_IN_SORANI.contains(&c) {
        return Some(format!(
            "“{c}” (U+{code:04X}) is an Arabic letter, Sorani has another that looks alike"
        ));
    }
    if c == '\u{200c}' && locale == Some(Locale::Ckb) || is_common_latin(c) || coverage.contains(c)
    {
        return None;
    }
    Some(format!(
        "the site's font has no “{c}” (U+{code:04X}): use another character"
    ))
}

/// The numbers of a text as they are written, in order of size of their text.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let inside = !current.is_empty()
            && matches!(c, '.' | ',')
            && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() || inside {
            current.push(c);
        } else if !current.is_empty() {
            found.push(std::mem::take(&mut current));
        }
    }
    if !current.is_empty() {
        found.push(current);
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_found() {
        for text in ["&lt;", "a &amp; b", "&#60;"] {
            assert!(has_entity(text), "{text}");
        }
        for text in ["", "a & b; c", "R&D", "&;"] {
            assert!(!has_entity(text), "{text}");
        }
    }

    #[test]
    fn numbers_are_found() {
        let check = |text: &str, expected: &[&str]| assert_eq!(numbers(text), expected, "{text}");
        check("", &[]);
        check("about 1 in 4", &["1", "4"]);
        check("1,822 people, 30 days.", &["1,822", "30"]);
        check("41.7 months", &["41.7"]);
        check("CC-0", &["0"]);
        check("في 10، ثم 20", &["10", "20"]);
    }
}
