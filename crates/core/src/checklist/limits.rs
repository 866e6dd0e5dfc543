//! How much a checklist may hold, and which characters its texts may carry.
//!
//! The limits protect a cheap phone from a hostile file; a person filling in
//! the checklist by hand should never meet one.

/// Most centres in one checklist.
pub const MAX_CENTRES: usize = 100;

/// Most criteria that one centre may have entries for, and most criteria whose
/// importance may be changed. Well above what content asks, because answers to
/// criteria that content has since dropped are kept.
pub const MAX_CRITERIA: usize = 500;

/// Longest name of a centre, in `char`s after cleaning.
pub const MAX_NAME_CHARS: usize = 120;

/// Longest note, in `char`s after cleaning.
pub const MAX_NOTE_CHARS: usize = 2_000;

/// Longest practical fact, and longest name of a cost, in `char`s after
/// cleaning.
pub const MAX_LINE_CHARS: usize = 200;

/// Most lines of costs at one centre.
pub const MAX_COSTS: usize = 40;

/// Largest amount of one line of costs, in whole units of its currency: a
/// million million, far above any price, and exact in every program that may
/// read the file.
pub const MAX_AMOUNT: u64 = 1_000_000_000_000;

/// Most criteria and questions of one's own.
pub const MAX_OWN: usize = 50;

/// Longest id of a criterion, in bytes (ids are ASCII).
pub const MAX_CRITERION_ID_BYTES: usize = 64;

/// Largest saved document, in bytes: the most that is read, and the most that
/// a document is allowed to grow to, so that whatever is saved can be read.
pub const MAX_FILE_BYTES: usize = 1_000_000;

/// Longest link that is offered for sharing, in characters of what stands after
/// `#`: messengers cut longer ones. Beyond it a file is the better way.
pub const MAX_LINK_CHARS: usize = 1_800;

/// Longest whole address that is drawn as a QR code, in characters: more would
/// be too fine for a cheap phone's camera.
pub const MAX_QR_CHARS: usize = 425;

/// Longest link that is opened, in bytes of what stands after `#`.
pub const MAX_LINK_BYTES: usize = 8_000;

/// Largest document that a link may unfold to, in bytes of its saved form.
pub const MAX_LINK_DOCUMENT_BYTES: usize = 64_000;

/// Most repairs that are listed one by one for a damaged file.
pub const MAX_REPAIRS: usize = 100;

/// Direction marks, embeddings, overrides and isolates. Invisible, and able to
/// make one hospital's answer look like another's. ZWNJ and ZWJ are not among
/// them: Sorani spelling and emoji need those.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Draws nothing on its own: a text of only these is empty to the reader.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// A name as it is stored: one line, single spaces, none at the ends, no
/// control characters; empty if nothing visible is left.
pub(super) fn clean_name(raw: &str) -> String {
    let mut name = String::with_capacity(raw.len());
    for word in raw.split_whitespace() {
        let start = name.len();
        if start > 0 {
            name.push(' ');
        }
        let gap = name.len();
        name.extend(
            word.chars()
                .filter(|&c| !c.is_control() && !is_bidi_control(c)),
        );
        // A word of only control characters must not leave its space behind.
        if name.len() == gap {
            name.truncate(start);
        }
    }
    clear_if_blank(&mut name);
    name
}

/// A note as it is stored: newlines as `\n`, no other control characters;
/// empty if nothing visible is left. Spaces at the ends stay, because a note is
/// stored while it is being typed.
pub(super) fn clean_note(raw: &str) -> String {
    let mut note = String::with_capacity(raw.len());
    let mut after_return = false;
    for c in raw.chars() {
        match c {
            '\n' if after_return => {}
            '\n' | '\r' | '\u{0085}' | '\u{2028}' | '\u{2029}' => note.push('\n'),
            '\t' => note.push(' '),
            _ if c.is_control() || is_bidi_control(c) => {}
            _ => note.push(c),
        }
        after_return = c == '\r';
    }
    clear_if_blank(&mut note);
    note
}

/// A line as it is stored while it is being typed: as a note, but in one line.
pub(super) fn clean_line(raw: &str) -> String {
    clean_note(raw).replace('\n', " ")
}

/// Whether `text` has more than `max` `char`s.
pub(super) fn longer_than(text: &str, max: usize) -> bool {
    text.chars().nth(max).is_some()
}

/// The first `max` `char`s of a clean text, without a space that the cut laid
/// bare; empty if nothing visible is left. A text cut once is clean.
pub(super) fn cut(text: &mut String, max: usize) {
    if let Some((end, _)) = text.char_indices().nth(max) {
        text.truncate(end);
        text.truncate(text.trim_end().len());
        clear_if_blank(text);
    }
}

fn clear_if_blank(text: &mut String) {
    if text.chars().all(is_blank) {
        text.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_name(raw: &str, expected: &str) {
        assert_eq!(clean_name(raw), expected);
        assert_eq!(
            clean_name(expected),
            expected,
            "cleaning twice changes nothing"
        );
    }

    #[track_caller]
    fn check_note(raw: &str, expected: &str) {
        assert_eq!(clean_note(raw), expected);
        assert_eq!(
            clean_note(expected),
            expected,
            "cleaning twice changes nothing"
        );
    }

    #[test]
    fn names_are_one_clean_line() {
        check_name("Hospital A", "Hospital A");
        check_name("  Hospital \t\r\n A \u{a0}", "Hospital A");
        check_name("مستشفى أ", "مستشفى أ");
        check_name("Hos\u{0}pi\u{7f}tal\u{9f}", "Hospital");
        check_name("A\u{2028}B\u{85}C", "A B C");
        check_name("A \u{202E} B", "A B");
        check_name("", "");
        check_name(" \n ", "");
        check_name("\u{200c}\u{200d} \u{feff}", "");
        check_name("\u{202E}", "");
    }

    #[test]
    fn notes_keep_lines_and_spaces() {
        check_note("one\ntwo ", "one\ntwo ");
        check_note("one\r\ntwo\rthree\r\r\nfour", "one\ntwo\nthree\n\nfour");
        check_note("a\tb", "a b");
        check_note("a\u{2028}b\u{2029}c\u{85}d", "a\nb\nc\nd");
        check_note("a\u{b}\u{c}\u{1b}b", "ab");
        check_note(" \n ", "");
    }

    #[test]
    fn bidi_controls_go_and_joiners_stay() {
        for c in "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".chars() {
            let raw: String = ['a', c, 'b'].iter().collect();
            check_name(&raw, "ab");
            check_note(&raw, "ab");
        }
        check_name("نەخۆشخانە\u{200c}کە", "نەخۆشخانە\u{200c}کە");
        check_note("👩\u{200d}⚕\u{fe0f}", "👩\u{200d}⚕\u{fe0f}");
    }

    #[test]
    fn lengths_are_counted_in_chars() {
        assert!(!longer_than("ئاب", 3));
        assert!(longer_than("ئاب ", 3));
        let mut text = String::from("ئا ب");
        cut(&mut text, 3);
        assert_eq!(text, "ئا");
        cut(&mut text, 3);
        assert_eq!(text, "ئا");
        let mut text = String::from("\u{200c}\u{200c}\u{200c}x");
        cut(&mut text, 3);
        assert_eq!(text, "");
    }
}
