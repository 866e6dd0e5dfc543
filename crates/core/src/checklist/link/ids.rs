//! Criteria in few bytes: those of content are named by a number of 16 bits.
//!
//! The number is a hash of the id, so that it means the same to every release
//! of the site that has the criterion. A phone whose content lacks it keeps
//! what was said, under an id made of the number, and a link made there carries
//! the number on.

use super::super::model::{Checklist, CriterionId, Own, Rule};
use super::fnv;

/// What the id of a criterion that could not be found begins with.
const UNKNOWN: &str = "unknown-";

/// The criteria that a document speaks of, in the order of the link.
pub(super) struct Ids<'a> {
    /// Those named by their hash.
    pub(super) hashes: Vec<u16>,
    /// Those of the person's own, named by their number.
    pub(super) own: Vec<u32>,
    /// Those that have to be spelt out.
    pub(super) texts: Vec<&'a str>,
    /// All of them: the hashed, then the own, then the spelt.
    pub(super) all: Vec<&'a CriterionId>,
}

impl<'a> Ids<'a> {
    /// The criteria of a document.
    pub(super) fn of(checklist: &'a Checklist, rules: &[Rule]) -> Self {
        let used = used(checklist);
        let is_used = |id: &CriterionId| used.binary_search(&id).is_ok();
        let mut ids = Self {
            hashes: Vec::new(),
            own: Vec::new(),
            texts: Vec::new(),
            all: Vec::with_capacity(used.len()),
        };
        let (mut own, mut texts) = (Vec::new(), Vec::new());
        for id in used.iter().copied() {
            let hash = match number(id, UNKNOWN, 4) {
                // The number of a lost criterion, unless it has been found again
                // and is spoken of by its right name as well.
                Some(number) => u16::try_from(number)
                    .ok()
                    .filter(|hash| !find(*hash, rules).is_some_and(is_used)),
                None => Some(hash(id)).filter(|hash| find(*hash, rules) == Some(id)),
            };
            if let Some(hash) = hash {
                ids.hashes.push(hash);
                ids.all.push(id);
            } else if let Some(number) = number(id, Own::PREFIX, 8) {
                ids.own.push(number);
                own.push(id);
            } else {
                ids.texts.push(id.as_str());
                texts.push(id);
            }
        }
        ids.all.extend(own);
        ids.all.extend(texts);
        ids
    }

    /// The place of a criterion of this document.
    pub(super) fn place(&self, id: &CriterionId) -> usize {
        let place = self.all.iter().position(|known| *known == id);
        place.unwrap_or_default()
    }
}

/// Every criterion that the document names anywhere, sorted, once.
fn used(checklist: &Checklist) -> Vec<&CriterionId> {
    let mut used: Vec<&CriterionId> = Vec::new();
    let mut add = |id| {
        if let Err(place) = used.binary_search(&id) {
            used.insert(place, id);
        }
    };
    checklist.own.iter().for_each(|own| add(&own.id));
    for (id, _) in checklist.importance.as_slice() {
        add(id);
    }
    for centre in &checklist.centres {
        centre.entries().iter().for_each(|(id, _)| add(id));
        centre.card().unwrap_or_default().iter().for_each(&mut add);
    }
    if let Some(record) = &checklist.decision.record {
        for standing in &record.standings {
            standing.unmet.iter().for_each(&mut add);
            standing.open.iter().for_each(&mut add);
        }
    }
    used
}

/// The number that names a criterion.
fn hash(id: &CriterionId) -> u16 {
    let [a, b, c, d] = fnv(id.as_str().as_bytes()).to_le_bytes();
    u16::from_le_bytes([a ^ c, b ^ d])
}

/// The criterion with this number; `None` if content has none, or several.
fn find(number: u16, rules: &[Rule]) -> Option<&CriterionId> {
    let mut found = rules.iter().filter(|rule| hash(&rule.id) == number);
    let rule = found.next()?;
    found.next().is_none().then_some(&rule.id)
}

/// The criterion with this number, or else an id made of the number; and
/// whether it was found.
pub(super) fn named(number: u16, rules: &[Rule]) -> (CriterionId, bool) {
    match find(number, rules) {
        Some(id) => (id.clone(), true),
        None => (numbered(UNKNOWN, number.into(), 4), false),
    }
}

/// The own criterion with this number.
pub(super) fn own(number: u32) -> CriterionId {
    numbered(Own::PREFIX, number, 8)
}

/// An id of a beginning and a number in so many hexadecimal digits.
fn numbered(prefix: &str, number: u32, digits: u32) -> CriterionId {
    let mut id = String::from(prefix);
    for place in (0..digits).rev() {
        id.extend(char::from_digit(number >> (place * 4) & 15, 16));
    }
    CriterionId::from(id.as_str())
}

/// The number of an id that [`numbered`] made.
fn number(id: &CriterionId, prefix: &str, digits: usize) -> Option<u32> {
    let hex = id.as_str().strip_prefix(prefix)?;
    let lower = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    let fits = hex.len() == digits && hex.bytes().all(lower);
    u32::from_str_radix(hex, 16).ok().filter(|_| fits)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::checklist::Importance;

    fn rules(ids: &[&str]) -> Vec<Rule> {
        ids.iter()
            .map(|id| Rule {
                id: CriterionId::from(*id),
                importance: Importance::Helpful,
            })
            .collect()
    }

    #[test]
    fn numbers_are_stable() {
        // By hand: FNV-1a of "a" is e40c292c.
        assert_eq!(hash(&"a".into()), 0xe40c ^ 0x292c);
        // Found by trying: these two have the same number.
        let (first, second) = twins();
        assert_eq!(hash(&first), hash(&second));
        assert_ne!(first, second);
    }

    fn twins() -> (CriterionId, CriterionId) {
        let ids: Vec<_> = (0..2_000)
            .map(|n| CriterionId::from(n.to_string().as_str()))
            .collect();
        for (place, first) in ids.iter().enumerate() {
            for second in ids.iter().skip(place + 1) {
                if hash(first) == hash(second) {
                    return (first.clone(), second.clone());
                }
            }
        }
        panic!("two thousand ids, and no two with the same number")
    }

    #[test]
    fn a_number_that_two_criteria_share_names_neither() {
        let (first, second) = twins();
        let alone = rules(&[first.as_str(), "volume"]);
        assert_eq!(named(hash(&first), &alone), (first.clone(), true));
        let both = rules(&[first.as_str(), second.as_str()]);
        let (id, found) = named(hash(&first), &both);
        assert!(!found && id.as_str().starts_with(UNKNOWN));
    }

    #[test]
    fn numbers_of_ids() {
        assert_eq!(number(&own(0x0a1), Own::PREFIX, 8), Some(0x0a1));
        assert_eq!(own(u32::MAX).as_str(), "own-ffffffff");
        for id in ["own-0", "own-0000000G", "own-0000000A", "own-+0000001", "x"] {
            assert_eq!(number(&id.into(), Own::PREFIX, 8), None, "{id}");
        }
    }
}
