//! What to ask next.

use hipec_core::checklist::CentreId;
use leptos::prelude::*;

use super::{desk::Desk, places};
use crate::element::{El, el, nothing};

/// The next question for a centre, in one line.
pub(super) fn next_of(_desk: Desk, _id: CentreId) -> AnyView {
    nothing()
}

/// What to ask next, at one centre or over all.
pub(super) fn ask(desk: Desk, _centre: Option<CentreId>) -> El {
    let _ = desk;
    el("section").child(places::title())
}
