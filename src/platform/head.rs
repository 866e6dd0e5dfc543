//! Keeping the document's head in step with the page.

use hipec_core::head::Head;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Sets title, language, direction, description, canonical address and the
/// addresses in other languages.
pub fn sync(head: &Head) {
    let document = document();
    document.set_title(&head.title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", head.locale.tag());
        let _ = root.set_attribute("dir", head.locale.direction().as_str());
    }
    set("meta[name=description]", "content", &head.description);
    let origin = window().location().origin().unwrap_or_default();
    if let Some(path) = &head.canonical {
        set(
            "link[rel=canonical]",
            "href",
            &[origin.as_str(), path].concat(),
        );
    }
    let Ok(alternates) = document.query_selector_all("link[rel=alternate][hreflang]") else {
        return;
    };
    for at in 0..alternates.length() {
        let Some(link) = alternates
            .item(at)
            .and_then(|node| node.dyn_into::<Element>().ok())
        else {
            continue;
        };
        let tag = link.get_attribute("hreflang").unwrap_or_default();
        if let Some((_, path)) = head.alternates.iter().find(|(known, _)| *known == tag) {
            let _ = link.set_attribute("href", &[origin.as_str(), path].concat());
        }
    }
}

/// Sets the window's title alone, for a message in place of a page.
pub fn title(text: &str) {
    document().set_title(text);
}

fn set(selector: &str, attribute: &str, value: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = element.set_attribute(attribute, value);
    }
}
