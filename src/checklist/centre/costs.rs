//! What it costs.

use hipec_core::checklist::CentreId;

use crate::checklist::desk::Desk;
use crate::element::{El, el};

/// A fold with the costs line by line.
pub(super) fn costs(desk: Desk, id: CentreId) -> El {
    let _ = (desk, id);
    el("div")
}
