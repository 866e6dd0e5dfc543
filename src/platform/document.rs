//! The page as it was delivered.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element that holds the whole app.
#[must_use]
pub fn app_root() -> Option<HtmlElement> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// What the start script asks for: `mount` after a hydration that failed.
#[must_use]
pub fn asked_to_mount() -> bool {
    document()
        .document_element()
        .and_then(|root| root.get_attribute("data-start"))
        .is_some_and(|mode| mode == "mount")
}

/// Whether the delivered page holds something that only works once the
/// program has taken it over.
#[must_use]
pub fn is_alive() -> bool {
    app_root().is_some_and(|root| root.has_attribute("data-alive"))
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

/// Shows or hides that a page is on its way. The element stands outside the
/// app; `way_round` is where its link leads, for those who wait too long.
pub fn underway(way_round: Option<&str>) {
    let Some(sign) = document().get_element_by_id("underway") else {
        return;
    };
    match way_round {
        Some(path) => {
            if let Ok(Some(link)) = sign.query_selector("a") {
                let _ = link.set_attribute("href", path);
            }
            let _ = sign.remove_attribute("hidden");
        }
        None => {
            let _ = sign.set_attribute("hidden", "");
        }
    }
}

/// Puts the words of another language into the sign that a page is on its way.
pub fn translate_underway(text: &str, retry: &str) {
    for (selector, words) in [("#underway span", text), ("#underway a", retry)] {
        if let Ok(Some(element)) = document().query_selector(selector) {
            element.set_text_content(Some(words));
        }
    }
}

/// Points out a language at the choice of languages.
pub fn show_hint(tag: &str, hint: &str) {
    let selector = ["[data-locale=", tag, "] [data-hint=", hint, "]"].concat();
    if let Ok(Some(badge)) = document().query_selector(&selector) {
        let _ = badge.remove_attribute("hidden");
    }
}

/// Closes the menu: it would lie over whatever comes next.
pub fn close_menu() {
    let Some(menu) = document().get_element_by_id("menu") else {
        return;
    };
    let hide = js_sys::Reflect::get(&menu, &"hidePopover".into()).ok();
    if let Some(hide) = hide.and_then(|hide| hide.dyn_into::<js_sys::Function>().ok()) {
        // Fails where it is not open, which is as well.
        let _ = hide.call0(&menu);
    }
}

/// Puts a path into the address bar as a new step of the history.
pub fn push_address(path: &str) {
    if let Ok(history) = leptos::prelude::window().history() {
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::UNDEFINED, "", Some(path));
    }
}
