//! From one view of the checklist to another.

use hipec_core::{
    checklist::Place,
    drawing::{Icon, icon},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::desk::Desk;
use crate::element::{El, el};

/// The heading of the view that is shown, which gets the focus.
pub(super) const TITLE: &str = "place-title";

/// A link to another view.
pub(super) fn link(place: Place) -> El {
    el("a").attr("href", place.href()).attr("rel", "external")
}

/// A sentence on what has to be there first, and the way to it.
pub(super) fn first_a_centre(desk: Desk, word: ChecklistText) -> El {
    let way = link(Place::Overview)
        .class("button button-main")
        .text(desk.text(ChecklistText::BackToCentres));
    el("div")
        .child(el("p").text(desk.text(word)))
        .child(el("p").class("actions").child(way))
}

/// The heading of a view.
pub(super) fn title() -> El {
    el("h2")
        .attr("id", TITLE)
        .class("place-title")
        .attr("tabindex", "-1")
}

/// The links to all views.
pub(super) fn navigation(desk: Desk) -> El {
    let entries = [
        (
            Place::Overview,
            Icon::Hospital,
            ChecklistText::PlaceOverview,
        ),
        (Place::Compare, Icon::Balance, ChecklistText::PlaceCompare),
        (Place::Ask(None), Icon::Question, ChecklistText::PlaceAsk),
        (Place::Decide, Icon::Pencil, ChecklistText::PlaceDecide),
        (Place::Keep, Icon::Share, ChecklistText::PlaceKeep),
    ];
    let entries = entries.into_iter().map(|(place, sign, word)| {
        // Where a part of the list is shown, the list is where we are.
        let here = move || {
            let now = desk.place.get();
            now == place
                || matches!(
                    (place, now),
                    (Place::Overview, Place::Centre(_))
                        | (Place::Ask(None), Place::Ask(_))
                        | (Place::Keep, Place::Sheet)
                )
        };
        let link = link(place)
            .class("place")
            .live_attr("aria-current", move || here().then(|| "true".to_owned()))
            .child(icon(sign))
            .text(desk.text(word));
        el("li").child(link)
    });
    el("nav")
        .class("places only-script")
        .attr("aria-label", desk.text(ChecklistText::PlacesLabel))
        .child(el("ul").children(entries))
}

/// Puts a view into the address bar, as a step to come Back from.
#[cfg(not(feature = "ssr"))]
pub(super) fn note(place: Place) {
    crate::platform::address::push_fragment(&place.fragment());
}

/// Follows the address bar, from the moment the page has been taken over: the
/// first rendering must equal the delivered page.
#[cfg(not(feature = "ssr"))]
pub(super) fn follow(desk: Desk) {
    use crate::platform::{address, focus};
    use hipec_core::checklist::link;

    let arrive = move |first: bool| {
        let fragment = address::fragment();
        if link::is_link(&fragment) {
            return super::incoming::by_link(desk, &fragment);
        }
        let Some(place) = Place::parse(&fragment) else {
            return;
        };
        if place != desk.place.get_untracked() {
            desk.place.set(place);
            focus::place(TITLE);
        } else if !first && !fragment.is_empty() {
            focus::place(TITLE);
        }
    };
    arrive(true);
    address::on_fragment(move || arrive(false));
}
