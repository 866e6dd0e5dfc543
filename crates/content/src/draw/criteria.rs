//! What stands behind a criterion's question.

use hipec_core::{
    markup::{Element, el},
    words::{ChecklistText, Words},
};

use super::{Desk, rich::rich};
use crate::document::Rich;

/// Why the question matters, what a good answer sounds like, and what is a
/// warning sign.
pub(crate) fn about(
    desk: &Desk<'_>,
    words: &Words<ChecklistText>,
    why: &Rich,
    good: &Rich,
    warning: &Rich,
) -> Element {
    let text = |key| words.get(key).to_owned();
    let list = el("dl")
        .child(el("dt").text(text(ChecklistText::Why)))
        .child(el("dd").children(rich(desk, why)))
        .child(el("dt").class("good").text(text(ChecklistText::GoodAnswer)))
        .child(el("dd").children(rich(desk, good)))
        .child(el("dt").class("bad").text(text(ChecklistText::WarningSign)))
        .child(el("dd").children(rich(desk, warning)));
    el("details")
        .class("about-criterion")
        .child(el("summary").text(text(ChecklistText::About)))
        .child(list)
}
