//! Version 1 of the document, which is read for ever.
//!
//! It had centres with answers and notes, importance, and `next_id`, the number
//! that the next centre would get: ids counted from 1 up on every phone. Since
//! version 2 an id names the same centre on all phones, so each is replaced by
//! one that hardly meets another.

use crate::json::{Map, Value};

/// The same document in version 2, as far as it can be read at all. Migrating
/// the same document always gives the same ids, on every phone.
pub(in super::super) fn migrate(mut document: Map) -> Map {
    document.remove("next_id");
    if let Some(Value::Array(centres)) = document.get_mut("centres") {
        for centre in centres.iter_mut().filter_map(Value::as_object_mut) {
            let number = centre.get("id").and_then(Value::as_u64);
            if let Some(number) = number.filter(|number| *number > 0) {
                let name = centre.get("name").and_then(Value::as_str).unwrap_or("");
                let id = new_id(number, name);
                centre.insert("id".to_owned(), id.into());
            }
        }
    }
    document
}

/// An id that depends on the old one and the name (FNV-1a), never 0.
fn new_id(number: u64, name: &str) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in number.to_le_bytes().into_iter().chain(name.bytes()) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash.max(1)
}
