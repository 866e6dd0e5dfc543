//! Saved or not, undo and redo.

use hipec_core::{
    drawing::{Icon, icon},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::{
    desk::Desk,
    save::{chip, refusal},
};
use crate::element::{El, el};

/// The bar that stays in sight.
pub(super) fn toolbar(desk: Desk) -> El {
    let undo = step(
        desk,
        Icon::Undo,
        ChecklistText::Undo,
        ChecklistText::UndoWhat,
        Desk::undoable,
    )
    .attr("id", "undo")
    .on("click", move |_| desk.undo());
    let redo = step(
        desk,
        Icon::Redo,
        ChecklistText::Redo,
        ChecklistText::RedoWhat,
        Desk::redoable,
    )
    .attr("id", "redo")
    .on("click", move |_| desk.redo());
    el("div")
        .class("toolbar only-script")
        .child(chip(desk))
        .child(el("div").class("toolbar-buttons").child(undo).child(redo))
        .child(refusal(desk))
        .child(
            el("p")
                .class("visually-hidden")
                .attr("role", "status")
                .live_text(move || desk.said.get()),
        )
}

/// A button that says what it would take back or do again.
fn step(
    desk: Desk,
    sign: Icon,
    word: ChecklistText,
    what: ChecklistText,
    change: fn(Desk) -> Option<String>,
) -> El {
    let label = move || {
        Some(match change(desk) {
            Some(change) => desk.fill(what, &[("change", &change)]),
            None => desk.text(word),
        })
    };
    el("button")
        .attr("type", "button")
        .class("button")
        .flag("disabled", move || change(desk).is_none())
        .live_attr("aria-label", label)
        .live_attr("title", label)
        .child(icon(sign))
        .child(el("span").text(desk.text(word)))
}

/// What is said where no script runs.
pub(super) fn needs_script(desk: Desk) -> El {
    el("p")
        .class("needs-script callout callout-info")
        .text(desk.text(ChecklistText::NeedsScript))
}
