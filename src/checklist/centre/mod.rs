//! One centre: how it stands, and the practical side of it. Its questions
//! follow below.

mod costs;
mod facts;

use hipec_core::{
    checklist::{CentreId, Place},
    drawing::{Icon, icon},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::{ask, desk::Desk, fields, measure, places};
use crate::element::{El, View, el, redrawn};

/// The centre that is open.
pub(super) fn centre(desk: Desk, id: CentreId) -> View {
    redrawn(
        move || desk.names(),
        move || {
            if desk.open.get().is_some() {
                head(desk, id).into_view()
            } else {
                // Gone, or the address of another phone's list.
                el("div")
                    .child(places::title().text(desk.text(ChecklistText::CentreGone)))
                    .child(back(desk))
                    .into_view()
            }
        },
    )
}

fn back(desk: Desk) -> El {
    places::link(Place::Overview)
        .class("way-back")
        .child(icon(Icon::Back))
        .child(el("span").text(desk.text(ChecklistText::BackToCentres)))
}

fn head(desk: Desk, id: CentreId) -> El {
    let title = places::title().child(el("bdi").live_text(move || desk.name(id)));
    let standing = el("div")
        .class("standing")
        .child(measure::answered(desk, id))
        .view(measure::warnings(desk, id))
        .child(measure::essentials(desk, id))
        .child(measure::range(desk, id))
        .view(ask::next_of(desk, id));
    let jump = el("p").class("actions").child(
        el("a")
            .attr("href", "#questions")
            .attr("rel", "external")
            .class("button button-main")
            .on("click", |event| {
                // The address keeps saying which centre is open.
                event.prevent_default();
                #[cfg(not(feature = "ssr"))]
                crate::platform::focus::soon("questions");
            })
            .child(icon(Icon::Down))
            .child(el("span").text(desk.text(ChecklistText::ToQuestions))),
    );
    el("section")
        .class("one-centre")
        .attr("aria-labelledby", places::TITLE)
        .child(back(desk))
        .child(title)
        .child(switch(desk, id))
        .child(standing)
        .child(jump)
        .child(facts::facts(desk, id))
        .child(costs::costs(desk, id))
}

/// To another centre without going back to all of them.
fn switch(desk: Desk, id: CentreId) -> El {
    let options = desk.with(|document| {
        let centres = document.centres().iter();
        centres
            .map(|centre| (centre.id().number().to_string(), centre.name().to_owned()))
            .collect::<Vec<_>>()
    });
    let alone = options.len() < 2;
    let field = fields::choice(
        options,
        move || id.number().to_string(),
        move |number| {
            let place = Place::parse(&["centre-", &number].concat());
            desk.go(place.unwrap_or_default());
        },
    );
    fields::labelled(
        "switch-centre",
        desk.text(ChecklistText::SwitchCentre),
        field,
    )
    .flag("hidden", move || alone)
}
