//! One centre in the list, and what can be done with it.

use hipec_core::{
    checklist::{Action, CentreId, Fact},
    drawing::{Icon, icon},
    words::{ChecklistText, isolate},
};
use leptos::prelude::*;

use crate::checklist::{ask, desk::Desk, keys::key, measure};
use crate::element::{El, el, live};

/// A centre as a card.
pub(super) fn card(desk: Desk, id: CentreId) -> El {
    let renaming = RwSignal::new(false);
    let head = live(move || {
        if renaming.get() {
            rename(desk, id, renaming)
        } else {
            name(desk, id)
        }
        .into_view()
    });
    el("li")
        .class("centre")
        .attr("data-centre", id.number().to_string())
        .view(head)
        .child(measure::answered(desk, id))
        .view(measure::warnings(desk, id))
        .child(measure::essentials(desk, id))
        .child(measure::range(desk, id))
        .view(ask::next_of_all(desk, id))
        .child(actions(desk, id, renaming))
}

fn name(desk: Desk, id: CentreId) -> El {
    let is_example = desk.with_centre(id, |_, centre, _| centre.is_example());
    let heading = el("h3")
        .class("centre-name")
        .child(el("bdi").live_text(move || desk.name(id)));
    let city = move || {
        desk.with_centre(id, |_, centre, _| {
            let places = [centre.fact(Fact::City), centre.fact(Fact::Country)];
            let known: Vec<_> = places.into_iter().filter(|it| !it.is_empty()).collect();
            known.join(" · ")
        })
        .unwrap_or_default()
    };
    let head = el("div").child(heading).child(
        el("p")
            .class("centre-city")
            .attr("dir", "auto")
            .live_text(city),
    );
    if is_example == Some(true) {
        head.child(
            el("p")
                .class("badge")
                .text(desk.text(ChecklistText::ExampleBadge)),
        )
    } else {
        head
    }
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
    let open = super::open_link(id)
        .class("button button-main open-centre")
        .live_attr("aria-label", move || {
            Some(
                [
                    desk.text(ChecklistText::OpenCentre).as_str(),
                    ": ",
                    &isolate(&desk.name(id)),
                ]
                .concat(),
            )
        })
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
        let renamed = desk.dispatch(Action::RenameCentre { id, name });
        desk.seal();
        renamed
    }
    #[cfg(feature = "ssr")]
    false
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
