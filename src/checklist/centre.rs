//! One centre in the list, and what can be done with it.

use hipec_core::{
    checklist::{Action, CentreId},
    drawing::{Icon, icon},
    words::{ChecklistText, isolate},
};
use leptos::prelude::*;

use super::{desk::Desk, measure};
use crate::element::{El, el, live};

/// A centre as a card.
pub(super) fn card(desk: Desk, id: CentreId) -> El {
    let renaming = RwSignal::new(false);
    let is_open = move || desk.open.get() == Some(id);
    let head = live(move || {
        if renaming.get() {
            rename(desk, id, renaming)
        } else {
            name(desk, id)
        }
        .into_any()
    });
    el("li")
        .live_attr("class", move || {
            Some(
                if is_open() {
                    "centre centre-open"
                } else {
                    "centre"
                }
                .to_owned(),
            )
        })
        .attr("data-centre", id.number().to_string())
        .view(head)
        .view(measure::answered(desk, id))
        .view(measure::warnings(desk, id))
        .child(measure::essentials(desk, id))
        .child(measure::range(desk, id))
        .child(actions(desk, id, renaming))
}

fn name(desk: Desk, id: CentreId) -> El {
    el("h3")
        .class("centre-name")
        .child(el("bdi").live_text(move || desk.name(id)))
}

fn actions(desk: Desk, id: CentreId, renaming: RwSignal<bool>) -> El {
    // Buttons alike in a row of cards say which centre they mean.
    let button = move |class: &'static str, key: ChecklistText| {
        let label =
            move || Some([desk.text(key).as_str(), ": ", &isolate(&desk.name(id))].concat());
        el("button")
            .attr("type", "button")
            .class(class)
            .live_attr("aria-label", label)
    };
    let place = move || desk.place(id);
    let open = button("button button-main open-centre", ChecklistText::OpenCentre)
        .live_attr("aria-pressed", move || {
            Some((desk.open.get() == Some(id)).to_string())
        })
        .on("click", move |_| open(desk, id))
        .child(icon(Icon::Pencil))
        .child(el("span").text(desk.text(ChecklistText::OpenCentre)));
    let rename = button("button", ChecklistText::Rename)
        .on("click", move |_| renaming.set(true))
        .text(desk.text(ChecklistText::Rename));
    let sign = move |sign: Icon, key: ChecklistText| {
        button("button button-icon", key)
            .attr("title", desk.text(key))
            .child(icon(sign))
    };
    let earlier = sign(Icon::Up, ChecklistText::MoveEarlier)
        .flag("disabled", move || place().0 == 0)
        .on("click", move |_| {
            desk.dispatch(Action::MoveCentre {
                id,
                to: desk.place(id).0.saturating_sub(1),
            })
        });
    let later = sign(Icon::Down, ChecklistText::MoveLater)
        .flag("disabled", move || place().0 + 1 >= place().1)
        .on("click", move |_| {
            desk.dispatch(Action::MoveCentre {
                id,
                to: desk.place(id).0 + 1,
            })
        });
    let remove = sign(Icon::Bin, ChecklistText::Remove)
        .on("click", move |_| desk.dispatch(Action::RemoveCentre { id }));
    el("div")
        .class("centre-actions")
        .children([open, rename, earlier, later, remove])
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn open(desk: Desk, id: CentreId) {
    desk.open.set(Some(id));
    #[cfg(not(feature = "ssr"))]
    crate::platform::focus::soon("questions");
}

fn rename(desk: Desk, id: CentreId, renaming: RwSignal<bool>) -> El {
    let field_id = ["rename-", &id.number().to_string()].concat();
    #[cfg(not(feature = "ssr"))]
    {
        let field_id = field_id.clone();
        request_animation_frame(move || crate::platform::field::select(&field_id));
    }
    let field = el("input")
        .attr("id", field_id.clone())
        .attr("type", "text")
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("value", desk.name(id));
    let label = el("label")
        .attr("for", field_id.clone())
        .text(desk.text(ChecklistText::CentreName));
    let keep = el("button")
        .attr("type", "submit")
        .class("button button-main")
        .text(desk.text(ChecklistText::RenameDone));
    let cancel = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| renaming.set(false))
        .text(desk.text(ChecklistText::Cancel));
    el("form")
        .class("rename")
        .attr("autocomplete", "off")
        .on("submit", move |event| {
            event.prevent_default();
            renamed(desk, id, &field_id, renaming);
        })
        .child(label)
        .child(field)
        .child(el("div").class("actions").child(keep).child(cancel))
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody types natively")
)]
fn renamed(desk: Desk, id: CentreId, field: &str, renaming: RwSignal<bool>) {
    #[cfg(not(feature = "ssr"))]
    {
        desk.dispatch(Action::RenameCentre {
            id,
            name: crate::platform::field::text(field),
        });
        if desk.refusal.with_untracked(String::is_empty) {
            desk.seal();
            renaming.set(false);
        }
    }
}
