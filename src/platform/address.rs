//! What stands after `#` in the address bar.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::listen::listen;

/// What stands after `#`, without it.
#[must_use]
pub fn fragment() -> String {
    let hash = location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Puts something after `#`, as a new step of the history.
pub fn push_fragment(fragment: &str) {
    if let Ok(history) = window().history() {
        let address = ["#", fragment].concat();
        let _ = history.push_state_with_url(&JsValue::UNDEFINED, "", Some(&address));
    }
}

/// Puts something after `#` in place of what stands there.
pub fn replace_fragment(fragment: &str) {
    if let Ok(history) = window().history() {
        let address = ["#", fragment].concat();
        let _ = history.replace_state_with_url(&JsValue::UNDEFINED, "", Some(&address));
    }
}

/// What the address asks the search for: `?q=` in links from elsewhere, `#q=`
/// as this page writes it.
#[must_use]
pub fn asked() -> String {
    let search = location().search().unwrap_or_default();
    let search = search.trim_start_matches('?').to_owned();
    let value = [fragment(), search]
        .iter()
        .flat_map(|part| part.split('&'))
        .find_map(|pair| pair.strip_prefix("q="))
        .map(|value| value.replace('+', " "));
    // Broken escapes are shown as they stand.
    value.map_or_else(String::new, |value| {
        js_sys::decode_uri_component(&value).map_or(value, String::from)
    })
}

/// Puts what is searched for behind `#`, where it is never sent to a server,
/// and takes it from where it would be.
pub fn replace_question(question: &str) {
    let question = String::from(js_sys::encode_uri_component(question));
    let path = location().pathname().unwrap_or_default();
    if let Ok(history) = window().history() {
        let address = [&path, "#q=", &question].concat();
        let _ = history.replace_state_with_url(&JsValue::UNDEFINED, "", Some(&address));
    }
}

/// Calls `changed` whenever the part after `#` changes by a link, by Back or
/// Forward, or by hand.
pub fn on_fragment(changed: impl Fn() + 'static) {
    listen("hashchange", Box::new(move |_| changed()));
}

/// Takes `#` and what follows out of the address bar, without a step of the
/// history: what came in a link is not to stay in sight or be passed on.
pub fn drop_fragment() {
    let path = location().pathname().unwrap_or_default();
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::UNDEFINED, "", Some(&path));
    }
}

/// The address of the page without what stands after `#`.
#[must_use]
pub fn page() -> String {
    let here = location();
    let origin = here.origin().unwrap_or_default();
    [origin, here.pathname().unwrap_or_default()].concat()
}
