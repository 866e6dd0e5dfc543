//! The page being hidden, left, or changed by another window.

use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{StorageEvent, VisibilityState};

use super::listen::listen;

/// Calls `flush` whenever the page may be about to go away for good.
pub fn on_leaving(flush: Rc<dyn Fn()>) {
    let hidden = Rc::clone(&flush);
    listen(
        "visibilitychange",
        Box::new(move |_| {
            if document().visibility_state() == VisibilityState::Hidden {
                hidden();
            }
        }),
    );
    listen("pagehide", Box::new(move |_| flush()));
}

/// Calls `changed` with the new text whenever another window of this site
/// changes what is stored under `key`.
pub fn on_other_window(key: &'static str, changed: impl Fn(Option<String>) + 'static) {
    listen(
        "storage",
        Box::new(move |event| {
            let Some(event) = event.dyn_ref::<StorageEvent>() else {
                return;
            };
            // A missing key means that everything was cleared.
            if event.key().is_none_or(|changed| changed == key) {
                changed(event.new_value());
            }
        }),
    );
}
