//! The list of centres, and adding one.

#[cfg(not(feature = "ssr"))]
use hipec_core::checklist::Action;
use hipec_core::{
    drawing::{Icon, icon},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::{
    centre::{card, is_enter},
    desk::Desk,
};
use crate::element::{El, el};

const FIELD: &str = "new-centre";
const HINT: &str = "new-centre-hint";

/// All centres, and the field for a new one.
pub(super) fn centres(desk: Desk) -> El {
    let empty = el("div")
        .class("empty")
        .flag("hidden", move || {
            desk.with(|document| !document.centres().is_empty())
        })
        .child(
            el("p")
                .class("empty-title")
                .text(desk.text(ChecklistText::CentresEmptyTitle)),
        )
        .child(el("p").text(desk.text(ChecklistText::CentresEmptyText)));
    let list = view! {
        <For each=move || desk.centre_ids() key=|id| *id let:id>
            {card(desk, id).into_any()}
        </For>
    };
    el("section")
        .class("centres only-script")
        .attr("aria-labelledby", "centres")
        .child(
            el("h2")
                .attr("id", "centres")
                .text(desk.text(ChecklistText::CentresHeading)),
        )
        .child(empty)
        .child(el("ol").class("centre-list").view(list.into_any()))
        .child(form(desk))
}

/// Not a form: nothing that is typed here could ever be sent, not even by a
/// tap that comes before the program does.
fn form(desk: Desk) -> El {
    let field = el("input")
        .attr("id", FIELD)
        .attr("type", "text")
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("aria-describedby", HINT)
        .on("keydown", move |event| {
            if is_enter(&event) {
                add(desk);
            }
        });
    let button = el("button")
        .attr("type", "button")
        .class("button button-main")
        .on("click", move |_| add(desk))
        .child(icon(Icon::Plus))
        .child(el("span").text(desk.text(ChecklistText::AddCentre)));
    el("div")
        .class("add-centre")
        .child(
            el("label")
                .attr("for", FIELD)
                .text(desk.text(ChecklistText::CentreName)),
        )
        .child(
            el("p")
                .class("hint")
                .attr("id", HINT)
                .text(desk.text(ChecklistText::CentreNameHint)),
        )
        .child(el("div").class("field-row").child(field).child(button))
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn add(desk: Desk) {
    #[cfg(not(feature = "ssr"))]
    {
        use crate::platform::field;
        desk.dispatch(Action::AddCentre {
            name: field::text(FIELD),
        });
        if desk.refusal.with_untracked(String::is_empty) {
            field::clear(FIELD);
            // The new centre is the one to go on with.
            desk.open.set(
                desk.with_untracked(|document| document.centres().last().map(|centre| centre.id())),
            );
        } else {
            crate::platform::focus::on(FIELD);
        }
    }
}
