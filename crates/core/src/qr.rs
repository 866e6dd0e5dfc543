//! QR codes (ISO/IEC 18004), as far as a link on a screen needs them: bytes,
//! the lowest level of error correction (a screen is not scratched), and
//! versions 1 to 13, beyond which a cheap phone's camera has a hard time.

/// For each version from 1: how many bytes of error correction a block has, and
/// how many blocks there are, at level L.
const BLOCKS: [(usize, usize); 13] = [
    (7, 1),
    (10, 1),
    (15, 1),
    (20, 1),
    (26, 1),
    (18, 2),
    (20, 2),
    (24, 2),
    (30, 2),
    (18, 4),
    (20, 4),
    (24, 4),
    (26, 4),
];

/// A QR code without the light border of four modules that has to surround it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    size: usize,
    /// Row by row.
    dark: Vec<bool>,
    /// Where the patterns are that every code of the size has.
    fixed: Vec<bool>,
}

/// The smallest code that holds the text; `None` if it has more than 425 bytes.
#[must_use]
pub fn encode(text: &str) -> Option<Qr> {
    (0..8)
        .map_while(|mask| masked(text, mask))
        .min_by_key(Qr::penalty)
}

/// The code with one of the eight masks.
fn masked(text: &str, mask: usize) -> Option<Qr> {
    let (version, bytes) = codewords(text.as_bytes())?;
    let mut qr = Qr::blank(version);
    qr.draw_format(mask);
    qr.draw_data(&bytes, mask);
    Some(qr)
}

/// How many bytes a version holds, error correction included.
fn capacity(version: usize) -> usize {
    let size = 17 + 4 * version;
    // Three finders with their margins, both timing lines, the format.
    let mut taken = 3 * 64 + 2 * (size - 16) + 31;
    if version >= 2 {
        taken += 25;
    }
    if version >= 7 {
        // Six alignment patterns, two of which lie on a timing line, and twice
        // the version.
        taken += 5 * 25 - 2 * 5 + 36;
    }
    (size * size - taken) / 8
}

/// The version, and its bytes in the order in which they are drawn.
fn codewords(text: &[u8]) -> Option<(usize, Vec<u8>)> {
    let (version, correction, blocks, room) = BLOCKS
        .iter()
        .zip(1..)
        .map(|(&(correction, blocks), version)| {
            let room = capacity(version) - correction * blocks;
            (version, correction, blocks, room)
        })
        .find(|(version, _, _, room)| text.len() + header(*version) <= *room)?;
    // What it is, how long it is, the text, an end: all shifted by four bits.
    let length = u16::try_from(text.len()).ok()?.to_be_bytes();
    let length = length.get(3 - header(version)..)?;
    let mut data = Vec::with_capacity(room);
    let mut carry = 4;
    for byte in length.iter().chain(text) {
        data.push(carry << 4 | byte >> 4);
        carry = byte & 15;
    }
    data.push(carry << 4);
    let mut padding = [0xec, 0x11].into_iter().cycle();
    while data.len() < room {
        data.extend(padding.next());
    }

    let generator = generator(correction);
    let short = room / blocks;
    let first_long = blocks - room % blocks;
    let mut rest = data.as_slice();
    let mut parts: Vec<(&[u8], Vec<u8>)> = Vec::with_capacity(blocks);
    for block in 0..blocks {
        let (part, after) = rest.split_at_checked(short + usize::from(block >= first_long))?;
        rest = after;
        parts.push((part, remainder(part, &generator)));
    }
    let mut woven = Vec::with_capacity(capacity(version));
    for at in 0..=short {
        woven.extend(parts.iter().filter_map(|(part, _)| part.get(at)));
    }
    for at in 0..correction {
        woven.extend(parts.iter().filter_map(|(_, sum)| sum.get(at)));
    }
    Some((version, woven))
}

/// How many bytes there are besides the text: its kind, its length, and half a
/// byte at the end.
fn header(version: usize) -> usize {
    if version < 10 { 2 } else { 3 }
}

/// The product in the field of 256 elements that QR codes reckon in.
fn product(a: u8, b: u8) -> u8 {
    let mut product = 0_u8;
    for place in (0..8).rev() {
        let carry = product >> 7;
        product = (product << 1) ^ (carry * 0x1d) ^ ((b >> place & 1) * a);
    }
    product
}

/// The polynomial to divide by, without its leading 1, highest power first.
fn generator(degree: usize) -> Vec<u8> {
    let mut polynomial = vec![0; degree];
    if let Some(last) = polynomial.last_mut() {
        *last = 1;
    }
    let mut root = 1;
    for _ in 0..degree {
        // Times (x - root).
        let mut lower = 0;
        for place in polynomial.iter_mut().rev() {
            let here = *place;
            *place = product(here, root) ^ lower;
            lower = here;
        }
        root = product(root, 2);
    }
    polynomial
}

/// The bytes of error correction of a block.
fn remainder(data: &[u8], generator: &[u8]) -> Vec<u8> {
    let mut remainder = vec![0; generator.len()];
    for byte in data {
        let factor = byte ^ remainder.first().copied().unwrap_or_default();
        remainder.rotate_left(1);
        if let Some(last) = remainder.last_mut() {
            *last = 0;
        }
        for (place, coefficient) in remainder.iter_mut().zip(generator) {
            *place ^= product(*coefficient, factor);
        }
    }
    remainder
}

impl Qr {
    /// How many modules it is wide and high.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }

    /// Whether a module is dark; `x` and `y` count from 0 at the top left.
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        self.dark.get(y * self.size + x).copied().unwrap_or(false)
    }

    fn fix(&mut self, x: usize, y: usize, dark: bool) {
        let at = y * self.size + x;
        for (modules, value) in [(&mut self.dark, dark), (&mut self.fixed, true)] {
            if let Some(module) = modules.get_mut(at) {
                *module = value;
            }
        }
    }

    /// The patterns that every code of the version has, without the format.
    fn blank(version: usize) -> Self {
        let size = 17 + 4 * version;
        let mut qr = Self {
            size,
            dark: vec![false; size * size],
            fixed: vec![false; size * size],
        };
        for at in 0..size {
            qr.fix(at, 6, at % 2 == 0);
            qr.fix(6, at, at % 2 == 0);
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] {
            qr.draw_rings(x, y, 4);
        }
        let (middle, last) = (2 * version + 8, size - 7);
        if version >= 2 {
            qr.draw_rings(last, last, 2);
        }
        if version >= 7 {
            for (x, y) in [
                (middle, 6),
                (6, middle),
                (middle, middle),
                (middle, last),
                (last, middle),
            ] {
                qr.draw_rings(x, y, 2);
            }
            let bits = with_sum(version, 12, 0x1f25);
            for place in 0..18 {
                let (near, far) = (place / 3, size - 11 + place % 3);
                let dark = bits >> place & 1 == 1;
                qr.fix(near, far, dark);
                qr.fix(far, near, dark);
            }
        }
        qr
    }

    /// A finder (radius 4, its light margin included) or an alignment pattern
    /// (radius 2).
    fn draw_rings(&mut self, x: usize, y: usize, radius: usize) {
        for row in y.saturating_sub(radius)..=(y + radius).min(self.size - 1) {
            for column in x.saturating_sub(radius)..=(x + radius).min(self.size - 1) {
                let ring = row.abs_diff(y).max(column.abs_diff(x));
                let light = if radius == 4 { [2, 4] } else { [1, 1] };
                self.fix(column, row, !light.contains(&ring));
            }
        }
    }

    /// Twice, around the finders: the level and the mask.
    fn draw_format(&mut self, mask: usize) {
        // Level L is 01.
        let bits = with_sum(1 << 3 | mask, 10, 0x537) ^ 0x5412;
        let size = self.size;
        for place in 0..15 {
            let dark = bits >> place & 1 == 1;
            let beside = |place: usize| place + usize::from(place >= 6);
            if place < 8 {
                self.fix(8, beside(place), dark);
                self.fix(size - 1 - place, 8, dark);
            } else {
                self.fix(beside(14 - place), 8, dark);
                self.fix(8, size - 15 + place, dark);
            }
        }
        self.fix(8, size - 8, true);
    }

    /// In columns of two from the right, up and down by turns.
    fn draw_data(&mut self, bytes: &[u8], mask: usize) {
        let mut bits = bytes
            .iter()
            .flat_map(|byte| (0..8).rev().map(move |place| byte >> place & 1 == 1));
        let size = self.size;
        let mut up = true;
        // The timing line stands between the columns.
        for left in (0..size - 1).rev().filter(|left| match left {
            0..6 => left % 2 == 0,
            _ => left % 2 == 1,
        }) {
            for step in 0..size {
                let y = if up { size - 1 - step } else { step };
                for x in [left + 1, left] {
                    let at = y * size + x;
                    if self.fixed.get(at) == Some(&false)
                        && let Some(module) = self.dark.get_mut(at)
                    {
                        // Left-over modules count as light before the mask.
                        *module = bits.next().unwrap_or(false) ^ is_masked(mask, x, y);
                    }
                }
            }
            up = !up;
        }
    }

    /// How hard the code is to read, by the standard's four rules.
    fn penalty(&self) -> usize {
        let size = self.size;
        let mut penalty = 0;
        for across in [false, true] {
            for line in 0..size {
                let (mut run, mut before, mut window) = (0, None, 0_u16);
                for at in 0..size {
                    let dark = if across {
                        self.is_dark(at, line)
                    } else {
                        self.is_dark(line, at)
                    };
                    run = if before == Some(dark) { run + 1 } else { 1 };
                    before = Some(dark);
                    penalty += match run {
                        0..5 => 0,
                        5 => 3,
                        _ => 1,
                    };
                    window = (window << 1 | u16::from(dark)) & 0x7ff;
                    if at >= 10 && (window == 0b101_1101_0000 || window == 0b000_0101_1101) {
                        penalty += 40;
                    }
                }
            }
        }
        let mut dark = 0;
        for y in 0..size {
            for x in 0..size {
                let here = self.is_dark(x, y);
                dark += usize::from(here);
                let same = [(x + 1, y), (x, y + 1), (x + 1, y + 1)]
                    .into_iter()
                    .all(|(x, y)| x < size && y < size && self.is_dark(x, y) == here);
                penalty += if same { 3 } else { 0 };
            }
        }
        penalty + (dark * 20).abs_diff(size * size * 10) / (size * size) * 10
    }
}

/// A number with its checksum of `width` bits behind it.
fn with_sum(number: usize, width: usize, divisor: usize) -> usize {
    let mut rest = number;
    for _ in 0..width {
        rest = (rest << 1) ^ ((rest >> (width - 1) & 1) * divisor);
    }
    number << width | rest & ((1 << width) - 1)
}

fn is_masked(mask: usize, x: usize, y: usize) -> bool {
    let value = match mask {
        0 => (x + y) % 2,
        1 => y % 2,
        2 => x % 3,
        3 => (x + y) % 3,
        4 => (x / 3 + y / 2) % 2,
        5 => x * y % 2 + x * y % 3,
        6 => (x * y % 2 + x * y % 3) % 2,
        _ => ((x + y) % 2 + x * y % 3) % 2,
    };
    value == 0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

    /// The same code as an independent encoder draws it.
    #[track_caller]
    fn check(text: &str) {
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        for mask in 0..8_u8 {
            let ours = masked(text, mask.into()).unwrap();
            let theirs = QrCode::encode_segments_advanced(
                &segments,
                QrCodeEcc::Low,
                Version::new(1),
                Version::new(40),
                Some(Mask::new(mask)),
                false,
            )
            .unwrap();
            assert_eq!(ours.size(), usize::try_from(theirs.size()).unwrap());
            for y in 0..ours.size() {
                for x in 0..ours.size() {
                    let (column, row) = (i32::try_from(x).unwrap(), i32::try_from(y).unwrap());
                    assert_eq!(
                        ours.is_dark(x, y),
                        theirs.get_module(column, row),
                        "{} bytes, mask {mask}, {x} {y}",
                        text.len()
                    );
                }
            }
        }
    }

    #[test]
    fn codes_are_those_of_another_encoder() {
        let address = "https://hipec.example/ckb/checklist/#l1.";
        let letters = "aZ09-_".chars().cycle();
        for length in (0..=425).step_by(3).chain([17, 32, 53, 78, 106, 134, 425]) {
            let text: String = address
                .chars()
                .chain(letters.clone())
                .take(length)
                .collect();
            check(&text);
        }
        check("سەنتەر مستشفى");
    }

    #[test]
    fn longer_texts_are_left_to_other_ways() {
        assert!(encode(&"x".repeat(425)).is_some());
        assert!(encode(&"x".repeat(426)).is_none());
    }

    #[test]
    fn the_chosen_mask_is_one_of_the_eight() {
        let text = "https://hipec.example/#x";
        let chosen = encode(text).unwrap();
        assert!((0..8).any(|mask| masked(text, mask).unwrap() == chosen));
    }
}
