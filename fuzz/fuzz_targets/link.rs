//! Any bytes as what stands after `#`, and as what a link with the right
//! checksum holds.
#![no_main]

use hipec_core::checklist::{limits, link};
use hipec_fuzz::{check, rules, wrap};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(fragment) = std::str::from_utf8(bytes) {
        open(fragment);
    }
    open(&wrap(bytes));
});

fn open(fragment: &str) {
    let rules = rules();
    if let Ok(decoded) = link::decode(fragment, &rules) {
        assert!(fragment.len() <= limits::MAX_LINK_BYTES);
        assert!(decoded.json.len() <= limits::MAX_LINK_DOCUMENT_BYTES);
    }
    if let Ok((checklist, repairs)) = link::open(fragment, &rules) {
        assert!(repairs.len() <= limits::MAX_REPAIRS);
        check(&checklist);
    }
}
