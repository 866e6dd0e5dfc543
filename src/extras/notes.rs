//! The notes on terms. They open and close as links; here Escape closes them too.

use hipec_core::route::{PageId, Route};
use leptos::prelude::location;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::platform::{address, focus, listen::listen};

/// From now on, Escape leads from a note back to the word, as its link does.
pub(crate) fn close_by_escape() {
    listen(
        "keydown",
        Box::new(|event| {
            let escape = event
                .dyn_ref::<KeyboardEvent>()
                .is_some_and(|event| event.key() == "Escape");
            if let (true, Some(term)) = (escape, address::fragment().strip_prefix("term-")) {
                back_to(term);
            }
        }),
    );
}

fn back_to(term: &str) {
    // In the glossary a term is an entry, not a note.
    let here = Route::parse(&location().pathname().unwrap_or_default());
    if here.page() != Some(PageId::Glossary) {
        let word = ["use-", term].concat();
        let _ = location().set_hash(&word);
        focus::on(&word);
    }
}
