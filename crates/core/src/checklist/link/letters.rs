//! Texts in few bytes: one for each letter of Arabic, Sorani and ASCII.
//!
//! A byte below 0x80 is ASCII, one from 0x80 to 0xfe a letter of [`LETTERS`],
//! and 0xff comes before any other character in UTF-8.

/// The letters that have a byte of their own. A link is read by their places
/// in this list: it may grow at its end, up to 127, and never change otherwise.
const LETTERS: &str = concat!(
    "ءآأؤإئابةتثجحخدذرزسشصضطظعغ",
    "ـفقكلمنهوىي",
    "\u{64b}\u{64c}\u{64d}\u{64e}\u{64f}\u{650}\u{651}\u{652}\u{670}",
    "کگێەڕڵۆھیپچژڤ",
    "\u{200c}\u{200d}\u{fe0f}\u{a0}",
    "،؛؟٪٫٬«»“”‘’–—…·•",
    "٠١٢٣٤٥٦٧٨٩",
    "۰۱۲۳۴۵۶۷۸۹",
    "êîûşçÊÎÛŞÇéöü",
);

const FIRST: u8 = 0x80;
const OTHER: u8 = 0xff;

/// The bytes of a text.
pub(super) fn encode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        let mut utf8 = [0; 4];
        let utf8 = c.encode_utf8(&mut utf8).as_bytes();
        if !c.is_ascii() {
            let letter = LETTERS.chars().zip(FIRST..OTHER).find(|it| it.0 == c);
            if let Some((_, byte)) = letter {
                bytes.push(byte);
                continue;
            }
            bytes.push(OTHER);
        }
        bytes.extend_from_slice(utf8);
    }
    bytes
}

/// The text of these bytes; `None` if they are none, or have control characters
/// other than a newline, which no stored text has and JSON forbids.
pub(super) fn decode(mut bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len() * 2);
    while let Some((&byte, rest)) = bytes.split_first() {
        bytes = rest;
        match byte {
            b'\n' | b' '..FIRST => text.push(char::from(byte)),
            FIRST..OTHER => text.push(LETTERS.chars().nth(usize::from(byte - FIRST))?),
            OTHER => {
                let len = match rest.first()? {
                    0xc2..=0xdf => 2,
                    0xe0..=0xef => 3,
                    0xf0..=0xf4 => 4,
                    _ => return None,
                };
                let (utf8, rest) = rest.split_at_checked(len)?;
                text.push_str(std::str::from_utf8(utf8).ok()?);
                bytes = rest;
            }
            _ => return None,
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, len: usize) {
        let bytes = encode(text);
        assert_eq!(bytes.len(), len, "{text}");
        assert_eq!(decode(&bytes).as_deref(), Some(text));
    }

    #[test]
    fn a_letter_is_a_byte() {
        for text in [
            "Hospital A, 9:00",
            "مستشفى الأمل التخصصي للأورام، الطابق ٢؟",
            "نەخۆشخانە\u{200c}ی ھیوا؛ ڕۆژی چوارشەممە ڤ گ ێ ڵ ژ پ ۱۲",
            "مُسْتَشْفًى «ـــ»",
            "Nexweşxane",
            "a\nb\u{7f}",
        ] {
            check(text, text.chars().count());
        }
    }

    #[test]
    fn other_characters_cost_one_more() {
        check("👩\u{200d}⚕\u{fe0f}", 5 + 1 + 4 + 1);
        check("ß\u{ffff}\u{10ffff}", 3 + 4 + 5);
    }

    /// Each letter once, and each with a byte: else links would be read wrongly.
    #[test]
    fn the_list_is_sound() {
        let mut letters: Vec<char> = LETTERS.chars().collect();
        assert!(letters.len() <= 127);
        assert!(!letters.iter().any(char::is_ascii));
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), LETTERS.chars().count());
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &[0xff][..],
            &[0xfe],
            &[0xff, b'a'],
            &[0xff, 0xc3],
            &[0xff, 0xed, 0xa0, 0x80],
            &[0xff, 0xf4, 0x90, 0x80, 0x80],
            &[0xff, 0xe0, 0x80, 0x80],
            &[0],
            b"a\tb",
            b"\x1b",
        ] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
