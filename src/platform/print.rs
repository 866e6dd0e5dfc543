//! Paper.

/// Opens the browser's print dialogue for what is shown.
pub fn print() {
    let _ = leptos::prelude::window().print();
}
