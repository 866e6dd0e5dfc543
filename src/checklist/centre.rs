//! One centre in the list, and what can be done with it.

use hipec_core::{
    checklist::{Action, CentreId},
    drawing::{Icon, icon},
    words::{ChecklistText, isolate},
};
use leptos::{
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Event, KeyboardEvent},
};

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
    let rename = button("button rename-centre", ChecklistText::Rename)
        .on("click", move |_| renaming.set(true))
        .text(desk.text(ChecklistText::Rename));
    let sign = move |class: &'static str, sign: Icon, key: ChecklistText| {
        button(class, key)
            .attr("title", desk.text(key))
            .child(icon(sign))
    };
    let earlier = sign(
        "button button-icon move-earlier",
        Icon::Up,
        ChecklistText::MoveEarlier,
    )
    .flag("disabled", move || place().0 == 0)
    .on("click", move |_| {
        shift(desk, id, untrack(place).0.saturating_sub(1), true)
    });
    let later = sign(
        "button button-icon move-later",
        Icon::Down,
        ChecklistText::MoveLater,
    )
    .flag("disabled", move || place().0 + 1 >= place().1)
    .on("click", move |_| {
        shift(desk, id, untrack(place).0 + 1, false)
    });
    let remove = sign(
        "button button-icon remove-centre",
        Icon::Bin,
        ChecklistText::Remove,
    )
    .on("click", move |_| remove(desk, id));
    el("div")
        .class("centre-actions")
        .children([open, rename, earlier, later, remove])
}

/// Moving takes the card out of the document for a moment, and the focus with
/// it: it is given back to the same button, or to its opposite at the end of
/// the list.
fn shift(desk: Desk, id: CentreId, to: usize, earlier: bool) {
    desk.dispatch(Action::MoveCentre { id, to });
    let (first, second) = if earlier {
        (".move-earlier", ".move-later")
    } else {
        (".move-later", ".move-earlier")
    };
    focus_in(id, &[first, second]);
}

/// The focus goes on to the centre that takes the place, or to the field for
/// a new one.
fn remove(desk: Desk, id: CentreId) {
    let at = untrack(|| desk.place(id)).0;
    desk.dispatch(Action::RemoveCentre { id });
    let next = desk.with_untracked(|document| {
        let centres = document.centres();
        centres
            .get(at)
            .or_else(|| centres.last())
            .map(|centre| centre.id())
    });
    match next {
        Some(next) => focus_in(next, &[".remove-centre"]),
        None => focus_first(vec!["#new-centre".to_owned()]),
    }
}

fn open(desk: Desk, id: CentreId) {
    desk.open.set(Some(id));
    #[cfg(not(feature = "ssr"))]
    crate::platform::focus::soon("questions");
}

/// Whether a key was Enter.
pub(super) fn is_enter(event: &Event) -> bool {
    key(event).as_deref() == Some("Enter")
}

fn key(event: &Event) -> Option<String> {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key)
}

fn rename(desk: Desk, id: CentreId, renaming: RwSignal<bool>) -> El {
    let field_id = ["rename-", &id.number().to_string()].concat();
    #[cfg(not(feature = "ssr"))]
    {
        let field_id = field_id.clone();
        request_animation_frame(move || crate::platform::field::select(&field_id));
    }
    let close = move || {
        renaming.set(false);
        focus_in(id, &[".rename-centre"]);
    };
    let keep = {
        let field_id = field_id.clone();
        move || {
            if renamed(desk, id, &field_id) {
                close();
            }
        }
    };
    let field = el("input")
        .attr("id", field_id.clone())
        .attr("type", "text")
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("value", untrack(|| desk.name(id)))
        .on("keydown", {
            let keep = keep.clone();
            move |event| match key(&event).as_deref() {
                Some("Enter") => keep(),
                Some("Escape") => close(),
                _ => {}
            }
        });
    let label = el("label")
        .attr("for", field_id)
        .text(desk.text(ChecklistText::CentreName));
    let button = |class: &'static str, key| {
        el("button")
            .attr("type", "button")
            .class(class)
            .text(desk.text(key))
    };
    let keep = button("button button-main", ChecklistText::RenameDone).on("click", move |_| keep());
    let cancel = button("button", ChecklistText::Cancel).on("click", move |_| close());
    el("div")
        .class("rename")
        .child(label)
        .child(field)
        .child(el("div").class("actions").child(keep).child(cancel))
}

/// Takes the field's text as the centre's name; whether it was accepted.
#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody types natively")
)]
fn renamed(desk: Desk, id: CentreId, field: &str) -> bool {
    #[cfg(not(feature = "ssr"))]
    {
        let name = crate::platform::field::text(field);
        desk.dispatch(Action::RenameCentre { id, name });
        desk.seal();
    }
    desk.refusal.with_untracked(String::is_empty)
}

fn focus_in(id: CentreId, wanted: &[&str]) {
    let card = ["[data-centre='", &id.number().to_string(), "'] "].concat();
    focus_first(
        wanted
            .iter()
            .map(|part| [card.as_str(), part].concat())
            .collect(),
    );
}

#[cfg_attr(
    feature = "ssr",
    allow(unused_variables, reason = "nobody taps natively")
)]
fn focus_first(selectors: Vec<String>) {
    #[cfg(not(feature = "ssr"))]
    crate::platform::focus::first_of(selectors);
}
