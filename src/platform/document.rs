//! The page as it was delivered.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element that holds the whole app.
#[must_use]
pub fn app_root() -> Option<HtmlElement> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// The data that came with the page, if any.
#[must_use]
pub fn island() -> Option<String> {
    document().get_element_by_id("page-data")?.text_content()
}

/// What the start script asks for: `mount` after a hydration that failed.
#[must_use]
pub fn asked_to_mount() -> bool {
    document()
        .document_element()
        .and_then(|root| root.get_attribute("data-start"))
        .is_some_and(|mode| mode == "mount")
}

/// Tells styles and tests that the page has been taken over, and how.
pub fn mark_started(mode: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-started", mode);
    }
}

/// Removes everything from an element.
pub fn empty(element: &HtmlElement) {
    element.set_text_content(None);
}

/// The languages that the browser's reader prefers, best first.
#[must_use]
pub fn preferred_languages() -> Vec<String> {
    leptos::prelude::window()
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}

/// Says something once to screen readers, politely. The element stands outside
/// the app, so that it outlives every page.
pub fn announce(text: &str) {
    if let Some(region) = document().get_element_by_id("announcer") {
        region.set_text_content(Some(text));
    }
}
