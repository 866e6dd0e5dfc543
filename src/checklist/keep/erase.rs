//! Erasing everything.

use hipec_core::{
    checklist::Action,
    drawing::{Icon, icon},
    words::ChecklistText,
};
use leptos::prelude::*;

use crate::{
    checklist::{desk::Desk, keeper},
    element::{El, el},
};

/// One tap erases everything; undo brings it back until the page closes.
pub(super) fn erase(desk: Desk) -> El {
    let erase = move |_| {
        if desk.dispatch(Action::Clear) {
            keeper::forget_set_aside(desk);
            desk.said.set(desk.text(ChecklistText::Erased));
        }
    };
    let nothing =
        move || desk.with(|document| document.is_empty()) && desk.trouble.with(Option::is_none);
    let button = el("button")
        .attr("type", "button")
        .class("button button-danger")
        .attr("id", "erase")
        .flag("disabled", nothing)
        .on("click", erase)
        .child(icon(Icon::Bin))
        .child(el("span").text(desk.text(ChecklistText::EraseAll)));
    el("section")
        .class("keep-part erase")
        .attr("aria-labelledby", "keep-erase")
        .child(
            el("h3")
                .attr("id", "keep-erase")
                .text(desk.text(ChecklistText::KeepErase)),
        )
        .child(el("p").text(desk.text(ChecklistText::EraseAllText)))
        .child(button)
}
