//! Centres beside each other.

use leptos::prelude::*;

use super::{desk::Desk, places};
use crate::element::{El, el, nothing};

/// What can be said about all centres together.
pub(super) fn overall(_desk: Desk) -> AnyView {
    nothing()
}

/// Centres beside each other.
pub(super) fn compare(desk: Desk) -> El {
    let _ = desk;
    el("section").child(places::title())
}
