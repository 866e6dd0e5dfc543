//! What was chosen, and why.

use super::{desk::Desk, places};
use crate::element::{El, el};

/// What was chosen, and why.
pub(super) fn decide(desk: Desk) -> El {
    let _ = desk;
    el("section").child(places::title())
}
