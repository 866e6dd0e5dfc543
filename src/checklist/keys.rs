//! The keyboard.

use leptos::{
    wasm_bindgen::JsCast,
    web_sys::{Event, KeyboardEvent},
};

/// The key of a keyboard event.
pub(super) fn key(event: &Event) -> Option<String> {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key)
}

/// Whether a key was Enter.
pub(super) fn is_enter(event: &Event) -> bool {
    key(event).as_deref() == Some("Enter")
}

/// Undo and redo by keyboard, except in a text field, whose own undo the
/// browser does.
#[cfg(not(feature = "ssr"))]
pub(super) fn follow(desk: super::desk::Desk) {
    let press = move |event: Event| {
        // Filling in forms, some browsers send a plain event of this name.
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_typing(event) {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => desk.undo(),
            ("z", true) | ("y", false) => desk.redo(),
            _ => return,
        }
        event.prevent_default();
    };
    crate::platform::listen::listen("keydown", Box::new(press));
}

#[cfg(not(feature = "ssr"))]
fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
    element.is_some_and(|element| {
        element
            .matches("textarea, input:not([type='radio']):not([type='checkbox'])")
            .unwrap_or(false)
    })
}
