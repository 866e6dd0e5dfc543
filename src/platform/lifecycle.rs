//! The page being hidden, left, or changed by another window.

use leptos::{ev, prelude::*};
use web_sys::VisibilityState;

/// Calls `flush` whenever the page may be about to go away for good.
pub fn on_leaving(flush: impl Fn() + Clone + 'static) {
    let hidden = {
        let flush = flush.clone();
        window_event_listener(ev::visibilitychange, move |_| {
            if document().visibility_state() == VisibilityState::Hidden {
                flush();
            }
        })
    };
    let left = window_event_listener(ev::pagehide, move |_| flush());
    on_cleanup(move || {
        hidden.remove();
        left.remove();
    });
}

/// Calls `changed` with the new text whenever another window of this site
/// changes what is stored under `key`.
pub fn on_other_window(key: &'static str, changed: impl Fn(Option<String>) + 'static) {
    let handle = window_event_listener(ev::storage, move |event| {
        // A missing key means that everything was cleared.
        if event.key().is_none_or(|changed| changed == key) {
            changed(event.new_value());
        }
    });
    on_cleanup(move || handle.remove());
}
