//! Which characters the site can show well.

use std::collections::BTreeSet;

/// Written together with the font by `tools/fonts/subset.mjs`.
const SITE_FONT: &str = include_str!("../../../style/fonts/noto-sans-arabic.coverage.txt");

/// The characters of the site's own font. The file beside the font lists them
/// as ranges of hexadecimal code points, one a line, such as `0621-063A`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    characters: BTreeSet<char>,
}

impl Coverage {
    /// The characters of the font the site ships, from the list kept beside it.
    ///
    /// # Errors
    /// A sentence, if the list cannot be read.
    pub fn of_site_font() -> Result<Self, String> {
        Self::parse(SITE_FONT)
            .map_err(|line| format!("the font's list of characters is broken in line {line}"))
    }

    /// Reads the ranges.
    ///
    /// # Errors
    /// The number of the line that is not a range.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut characters = BTreeSet::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (first, last) = line.split_once('-').unwrap_or((line, line));
            let bounds = (
                u32::from_str_radix(first, 16),
                u32::from_str_radix(last, 16),
            );
            let (Ok(first), Ok(last)) = bounds else {
                return Err(number + 1);
            };
            characters.extend((first..=last).filter_map(char::from_u32));
        }
        Ok(Self { characters })
    }

    /// The characters as ranges, in the form that [`Coverage::parse`] reads.
    #[must_use]
    pub fn to_ranges(&self) -> String {
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for code in self.characters.iter().map(|c| u32::from(*c)) {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == code => *last = code,
                _ => ranges.push((code, code)),
            }
        }
        let mut out = String::new();
        for (first, last) in ranges {
            let line = if first == last {
                format!("{first:04X}\n")
            } else {
                format!("{first:04X}-{last:04X}\n")
            };
            out.push_str(&line);
        }
        out
    }

    /// Whether the font has the character.
    #[must_use]
    pub fn contains(&self, c: char) -> bool {
        self.characters.contains(&c)
    }
}

impl FromIterator<char> for Coverage {
    fn from_iter<T: IntoIterator<Item = char>>(characters: T) -> Self {
        Self {
            characters: characters.into_iter().collect(),
        }
    }
}

/// Characters that every phone's own Latin font has: they are left to it.
#[must_use]
pub fn is_common_latin(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{17f}')
        || matches!(
            c,
            '“' | '”'
                | '‘'
                | '’'
                | '–'
                | '—'
                | '…'
                | '•'
                | '→'
                | '←'
                | '≤'
                | '≥'
                | '−'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_round_trip() {
        let coverage: Coverage = "abcxی".chars().collect();
        assert_eq!(coverage.to_ranges(), "0061-0063\n0078\n06CC\n");
        assert_eq!(Coverage::parse(&coverage.to_ranges()), Ok(coverage));
        assert_eq!(Coverage::parse("0061\nnonsense"), Err(2));
    }
}
