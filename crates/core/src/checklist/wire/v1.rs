//! Version 1 of the document, which is read for ever.
//!
//! It had centres with answers and notes, importance, and `next_id`, the number
//! that the next centre would get: ids counted from 1 up on every phone. Since
//! version 2 an id names the same centre on all phones, so each is replaced by
//! one that hardly meets another.

use crate::json::{Map, Value};

use super::super::limits::MAX_CENTRES;
use super::super::update::free;

/// The same document in version 2, as far as it can be read at all. Migrating
/// the same document always gives the same ids, on every phone.
pub(in super::super) fn migrate(mut document: Map) -> Map {
    document.remove("next_id");
    // Number and new id of each centre so far. Two names can by chance lead to
    // the same id; the same number twice is damage, and stays for the reader.
    let mut known: Vec<(u64, u32)> = Vec::new();
    if let Some(Value::Array(centres)) = document.get_mut("centres") {
        let centres = centres.iter_mut().filter_map(Value::as_object_mut);
        for centre in centres.take(MAX_CENTRES) {
            let number = centre.get("id").and_then(Value::as_u64);
            if let Some(number) = number.filter(|number| *number > 0) {
                let before = known.iter().find(|(old, _)| *old == number);
                let id = before.map(|(_, id)| *id).unwrap_or_else(|| {
                    let name = centre.get("name").and_then(Value::as_str).unwrap_or("");
                    free(new_id(number, name), |id| {
                        known.iter().any(|(_, taken)| *taken == id)
                    })
                });
                known.push((number, id));
                centre.insert("id".to_owned(), id.into());
            }
        }
    }
    document
}

/// A number that depends on the old one and the name (FNV-1a).
fn new_id(number: u64, name: &str) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in number.to_le_bytes().into_iter().chain(name.bytes()) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::new_id;
    use crate::checklist::{Repair, RepairKind, restore};

    /// The ids of the centres with these numbers and names, and the repairs.
    fn migrated(centres: &[(u64, &str)]) -> (Vec<u32>, Vec<Repair>) {
        let centres: Vec<_> = centres
            .iter()
            .map(|(id, name)| format!(r#"{{"answers":[],"id":{id},"name":"{name}"}}"#))
            .collect();
        let data = format!(
            r#"{{"format":"hipec-checklist","version":1,"document":{{"centres":[{}],"importance":[],"next_id":9}}}}"#,
            centres.join(",")
        );
        let (checklist, repairs) = restore(data.as_bytes()).unwrap();
        let ids = checklist.centres().iter().map(|it| it.id().number());
        (ids.collect(), repairs)
    }

    #[test]
    fn numbers_become_ids_that_hardly_meet() {
        let (ids, repairs) = migrated(&[(1, "A"), (2, "B"), (3, "A")]);
        assert_eq!(repairs, Vec::new());
        let (swapped, _) = migrated(&[(3, "A"), (2, "B"), (1, "A")]);
        assert!(ids.iter().eq(swapped.iter().rev()), "place does not matter");
        let (other, _) = migrated(&[(1, "C"), (2, "D"), (3, "E"), (4, "A")]);
        for id in ids {
            assert!(!other.contains(&id));
            assert!(id > 1_000, "a small number would meet those of repairs");
        }
    }

    #[test]
    fn two_names_that_lead_to_one_id_are_kept_apart() {
        let centres = [(1, "sulsrasrasrabakar"), (2, "suljafbilbabilbala")];
        let [one, two] = centres.map(|(number, name)| new_id(number, name));
        assert_eq!(one, two, "found by trying");
        let (ids, repairs) = migrated(&centres);
        assert_eq!(ids, [one, one + 1]);
        assert_eq!(repairs, Vec::new());
    }

    #[test]
    fn a_number_given_twice_is_damage() {
        let (ids, repairs) = migrated(&[(5, "A"), (5, "A"), (5, "B")]);
        let kinds: Vec<_> = repairs.iter().map(|repair| repair.kind).collect();
        assert_eq!(kinds, [RepairKind::CentreRenumbered; 2]);
        assert_eq!(ids, [new_id(5, "A"), 1, 2]);
    }
}
