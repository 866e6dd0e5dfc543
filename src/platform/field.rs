//! Text fields.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

fn field(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// What a field holds; empty if there is no such field.
#[must_use]
pub fn text(id: &str) -> String {
    field(id).map(|field| field.value()).unwrap_or_default()
}

/// Empties a field.
pub fn clear(id: &str) {
    if let Some(field) = field(id) {
        field.set_value("");
    }
}

/// Moves the focus to a field and selects what it holds.
pub fn select(id: &str) {
    if let Some(field) = field(id) {
        let _ = field.focus();
        field.select();
    }
}
