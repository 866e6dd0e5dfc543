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

/// Whether a box is ticked.
#[must_use]
pub fn is_checked(id: &str) -> bool {
    field(id).is_some_and(|field| field.checked())
}

/// Of all buttons of choice whose name begins with `prefix`: the rest of the
/// name, and the value, of each that is chosen.
#[must_use]
pub fn chosen(prefix: &str) -> Vec<(String, String)> {
    let selector = ["input[name^='", prefix, "']:checked"].concat();
    let Ok(found) = document().query_selector_all(&selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into::<HtmlInputElement>().ok())
        .filter_map(|field| {
            let name = field.name();
            Some((name.strip_prefix(prefix)?.to_owned(), field.value()))
        })
        .collect()
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
