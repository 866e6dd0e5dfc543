//! Keeping, taking along and erasing.

use super::{desk::Desk, places};
use crate::element::{El, el};

/// Keeping, taking along and erasing.
pub(super) fn keep(desk: Desk) -> El {
    let _ = desk;
    el("section").child(places::title())
}

/// The questions with boxes for a pen.
pub(super) fn blank_sheet(desk: Desk) -> El {
    let _ = desk;
    el("section").child(places::title())
}
