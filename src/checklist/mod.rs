//! The views of the centre checklist. The rules are in
//! `hipec_core::checklist`; here is only what it looks like and how it is
//! operated. Every change goes through [`Desk::dispatch`].

mod ask;
mod blank;
mod centre;
mod compare;
mod criterion;
mod decide;
mod desk;
#[cfg(not(feature = "ssr"))]
pub(crate) mod early;
mod fields;
#[cfg(not(feature = "ssr"))]
mod incoming;
#[cfg(not(feature = "ssr"))]
mod keep;
#[cfg(not(feature = "ssr"))]
pub(crate) mod keeper;
mod keys;
mod measure;
mod overview;
mod own;
mod places;
mod reply;
mod save;
mod send;
mod sheet;
mod toolbar;
mod words;

use std::sync::Arc;

use hipec_core::{checklist::Place, content::ChecklistData, locale::Locale};
use leptos::prelude::*;

pub use desk::{Desk, SaveError, SaveState, Trouble};

use crate::element::{El, View, el, nothing, redrawn};

/// The whole checklist.
#[must_use]
pub fn view(locale: Locale, data: &Arc<ChecklistData>) -> El {
    let desk = Desk::new(locale, data);
    #[cfg(not(feature = "ssr"))]
    keeper::start(desk);
    let place = redrawn(
        move || desk.place.get().fragment(),
        move || match desk.place.get() {
            Place::Overview => overview::overview(desk).into_view(),
            Place::Centre(id) => centre::centre(desk, id),
            Place::Compare => compare::compare(desk).into_view(),
            Place::Ask(centre) => ask::ask(desk, centre).into_view(),
            Place::Decide => decide::decide(desk).into_view(),
            Place::Keep => keep(desk),
            Place::Sheet => blank::blank(desk).into_view(),
        },
    );
    el("div")
        .class("checklist")
        .child(toolbar::toolbar(desk))
        .child(places::navigation(desk))
        .child(toolbar::needs_script(desk))
        .child(save::notices(desk))
        .view(incoming(desk))
        .child(el("div").class("place-view").view(place))
        .child(sheet::sheet(desk))
}

/// A list that came in, until the person has said what to do with it; or what
/// says that it is shown in place of theirs.
fn incoming(desk: Desk) -> View {
    redrawn(
        move || {
            let looking = if desk.looking.get() { "looking" } else { "" };
            [looking, &desk.incoming.get()].concat()
        },
        move || {
            #[cfg(not(feature = "ssr"))]
            if desk.looking.get() {
                return incoming::bar(desk).into_view();
            } else if !desk.incoming.with(String::is_empty) {
                return incoming::panel(desk).into_view();
            }
            nothing()
        },
    )
}

/// Keeping, taking along and erasing. Only drawn in the browser: the delivered
/// page shows the overview.
fn keep(desk: Desk) -> View {
    #[cfg(not(feature = "ssr"))]
    return keep::keep(desk).into_view();
    #[cfg(feature = "ssr")]
    {
        let _ = desk;
        nothing()
    }
}
