//! All different words of an index, each with its uses.
//!
//! A table of our own: the map and the sorting of the standard library, for
//! these types, would be a kilobyte of the program each.

use std::ops::Range;

use super::Use;

/// Every word once, in the order in which they were met.
pub(super) struct Words {
    letters: String,
    words: Vec<(Range<usize>, Vec<Use>)>,
    /// Numbers of words, plus one, where their letters' hash leads.
    table: Vec<u32>,
}

impl Words {
    /// For a text of so many bytes. The table grows by itself as well.
    pub(super) fn with_room_for(bytes: usize) -> Self {
        // Words repeat: there are far fewer different ones than this.
        let room = (bytes / 16).max(64).next_power_of_two();
        Self {
            letters: String::new(),
            words: Vec::new(),
            table: vec![0; room],
        }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn letters(&self, word: usize) -> &str {
        let range = self.words.get(word).map(|(range, _)| range.clone());
        range
            .and_then(|range| self.letters.get(range))
            .unwrap_or_default()
    }

    pub(super) fn uses(&self, word: usize) -> &[Use] {
        self.words.get(word).map_or(&[], |(_, uses)| uses)
    }

    /// The number of a word, if it was met.
    pub(super) fn find(&self, letters: &str) -> Option<usize> {
        self.slot(letters).1
    }

    /// Adds a use. Of several in a place the first counts: headings come before
    /// their text.
    pub(super) fn add(&mut self, letters: &str, used: Use) {
        if self.words.len() * 2 > self.table.len() {
            self.grow();
        }
        let (slot, known) = self.slot(letters);
        let word = known.unwrap_or_else(|| {
            let start = self.letters.len();
            self.letters.push_str(letters);
            self.words.push((start..self.letters.len(), Vec::new()));
            let number = u32::try_from(self.words.len()).unwrap_or(0);
            if let Some(slot) = self.table.get_mut(slot) {
                *slot = number;
            }
            self.words.len() - 1
        });
        if let Some((_, uses)) = self.words.get_mut(word)
            && uses.last().is_none_or(|last| last.place != used.place)
        {
            uses.push(used);
        }
    }

    /// Where a word belongs in the table, and its number if it is there.
    fn slot(&self, letters: &str) -> (usize, Option<usize>) {
        let mask = self.table.len() - 1;
        let mut at = hash(letters) & mask;
        loop {
            let number = self.table.get(at).copied().unwrap_or(0);
            // Half of the table is empty: this ends.
            let Some(word) = (number as usize).checked_sub(1) else {
                return (at, None);
            };
            if self.letters(word) == letters {
                return (at, Some(word));
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        self.table = vec![0; self.table.len() * 4];
        for word in 0..self.words.len() {
            let (slot, _) = self.slot(self.letters(word));
            let number = u32::try_from(word + 1).unwrap_or(0);
            if let Some(slot) = self.table.get_mut(slot) {
                *slot = number;
            }
        }
    }
}

/// FNV-1a.
fn hash(letters: &str) -> usize {
    letters.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    }) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_once_however_many_there_are() {
        let mut words = Words::with_room_for(0);
        for round in 0..2 {
            for number in 0..5_000 {
                let place = round * 10 + number % 2;
                words.add(&number.to_string(), Use { place, weight: 1 });
            }
        }
        assert_eq!(words.len(), 5_000);
        let word = words.find("4321").unwrap_or(usize::MAX);
        assert_eq!(words.letters(word), "4321");
        let places: Vec<_> = words.uses(word).iter().map(|used| used.place).collect();
        assert_eq!(places, [1, 11]);
        assert_eq!(words.find("x"), None);
    }

    #[test]
    fn the_first_use_in_a_place_counts() {
        let mut words = Words::with_room_for(9);
        for weight in [4, 1] {
            words.add("a", Use { place: 0, weight });
        }
        assert_eq!(words.uses(0).len(), 1);
        assert_eq!(words.uses(0).first().map(|used| used.weight), Some(4));
    }
}
