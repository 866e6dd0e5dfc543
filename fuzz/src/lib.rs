//! What both targets hold against whatever has opened.

use hipec_core::checklist::link::{self, Notes};
use hipec_core::checklist::{Checklist, CriterionId, Importance, Rule, Take, limits, merge};
use hipec_core::checklist::{restore, save};

/// The criteria of content. Those of the golden saves are among them.
pub fn rules() -> Vec<Rule> {
    let ids = [
        "volume",
        "team",
        "icu",
        "cost",
        "interpreter",
        "plain",
        "dated",
        "staff-yes",
        "c00",
        "c01",
        "c02",
    ];
    let rule = |id: &str| Rule {
        id: CriterionId::from(id),
        importance: Importance::Important,
    };
    ids.into_iter().map(rule).collect()
}

/// What has opened is a document like any other: it is saved and comes back
/// without repairs, its texts are clean, and it can be merged and sent.
pub fn check(checklist: &Checklist) {
    let saved = save(checklist);
    assert!(saved.len() <= limits::MAX_FILE_BYTES);
    assert_eq!(
        restore(saved.as_bytes()),
        Ok((checklist.clone(), Vec::new()))
    );
    assert!(!saved.contains(|c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    }));
    for take in [Take::KeepBoth, Take::Newer] {
        assert_eq!(merge(checklist, checklist, take).document, *checklist);
        let _ = merge(&Checklist::default(), checklist, take);
    }
    // A criterion that an older link could not name may find its name again.
    if !saved.contains("\"unknown-")
        && let Some(link) = link::offer(checklist, &rules(), Notes::Included)
    {
        assert_eq!(
            link::open(&link, &rules()),
            Ok((checklist.clone(), Vec::new()))
        );
    }
}

/// A link that holds these bytes, with the right checksum: so that it is the
/// reading that has to hold.
pub fn wrap(content: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut sum: u32 = 0x811c_9dc5;
    for byte in content {
        sum = (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    let mut link = String::from("list-1.");
    let (mut rest, mut bits) = (0_usize, 0);
    for byte in content.iter().copied().chain(sum.to_le_bytes()) {
        rest = rest << 8 | usize::from(byte);
        bits += 8;
        while bits >= 6 {
            bits -= 6;
            link.push(char::from(DIGITS[rest >> bits & 63]));
        }
        rest &= 63;
    }
    if bits > 0 {
        link.push(char::from(DIGITS[rest << (6 - bits) & 63]));
    }
    link
}

/// The bytes that a link holds, without their checksum.
pub fn unwrap(link: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut rest, mut bits) = (Vec::new(), 0_u32, 0);
    for digit in link.strip_prefix("list-1.")?.bytes() {
        let digit = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'-' => 62,
            _ => 63,
        };
        rest = rest << 6 | u32::from(digit);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(rest >> bits).ok()?);
            rest &= (1 << bits) - 1;
        }
    }
    bytes.truncate(bytes.len().checked_sub(4)?);
    Some(bytes)
}
