//! Any bytes as a save: refused, or opened as a document like any other.
#![no_main]

use hipec_core::checklist::{limits, restore};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok((checklist, repairs)) = restore(bytes) {
        assert!(repairs.len() <= limits::MAX_REPAIRS);
        hipec_fuzz::check(&checklist);
    }
});
