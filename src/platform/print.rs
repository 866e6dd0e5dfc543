//! Paper.

/// Opens the browser's dialog for printing the page as it is. False where there
/// is none, as within some other apps.
pub fn page() -> bool {
    leptos::prelude::window().print().is_ok()
}
