//! Base64 in the alphabet for addresses, without padding (RFC 4648, section 5).

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Appends the bytes as text.
pub(super) fn encode(bytes: &[u8], text: &mut String) {
    for chunk in bytes.chunks(3) {
        let mut group = 0_u32;
        for place in 0..3 {
            group = group << 8 | u32::from(chunk.get(place).copied().unwrap_or(0));
        }
        // One byte fills two digits, two fill three.
        for place in 0..=chunk.len() {
            let digit = group << (place * 6) >> 18 & 63;
            text.extend(ALPHABET.get(digit as usize).copied().map(char::from));
        }
    }
}

/// The bytes of a text; `None` if [`encode`] does not write such a text.
pub(super) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut group, mut bits) = (0_u32, 0_u32);
    for c in text {
        let digit = ALPHABET.iter().position(|known| known == c)?;
        group = group << 6 | u32::try_from(digit).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            let [byte, ..] = (group >> bits).to_le_bytes();
            bytes.push(byte);
            group &= (1 << bits) - 1;
        }
    }
    // What is left over is padding: less than a digit, and empty.
    (bits < 6 && group == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first are the examples of RFC 4648, without their padding.
    #[test]
    fn examples() {
        #[track_caller]
        fn check(bytes: &[u8], text: &str) {
            let mut found = String::new();
            encode(bytes, &mut found);
            assert_eq!(found, text);
            assert_eq!(decode(text.as_bytes()).as_deref(), Some(bytes));
        }
        check(b"", "");
        check(b"f", "Zg");
        check(b"fo", "Zm8");
        check(b"foo", "Zm9v");
        check(b"foob", "Zm9vYg");
        check(b"fooba", "Zm9vYmE");
        check(b"foobar", "Zm9vYmFy");
        check(&[0xfb, 0xff, 0xfe], "-__-");
    }

    #[test]
    fn what_is_not_written_so_is_refused() {
        for text in [
            "Z", "Zh", "Zm9", "Zg==", "Zm+v", "Zm/v", "Zm 9v", "Zm9vZ", "ع",
        ] {
            assert_eq!(decode(text.as_bytes()), None, "{text}");
        }
    }
}
