//! Listening to what happens to the window.

use leptos::prelude::{on_cleanup, window_event_listener_untyped};
use web_sys::Event;

/// Calls `act` with every event of this name, for as long as the part of the
/// page that asks for it is there.
///
/// Boxed, because whatever is generic here is compiled again for every kind of
/// event: a kilobyte each time.
pub fn listen(name: &'static str, act: Box<dyn Fn(Event)>) {
    let handle = window_event_listener_untyped(name, act);
    on_cleanup(move || handle.remove());
}
