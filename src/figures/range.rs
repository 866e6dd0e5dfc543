//! The range a centre can still reach, as a bar from 0 to 100.

use leptos::prelude::*;

/// The bar. `low` and `high` are whole percent, 0 to 100, `low <= high`. It is
/// drawn from the reading side; the words beside it say the same.
pub fn bar(low: u32, high: u32) -> AnyView {
    // A point would be invisible: even a settled range keeps a little width.
    let width = high.saturating_sub(low).max(2);
    let start = low.min(100 - width.min(100));
    view! {
        <svg class="range-bar" viewBox="0 0 100 8" preserveAspectRatio="none" width="100%" height="16" aria-hidden="true" focusable="false">
            <rect class="range-track" x="0" y="2" width="100" height="4" rx="2"/>
            <rect class="range-fill" x=start y="0" width=width height="8" rx="2"/>
        </svg>
    }
    .into_any()
}
