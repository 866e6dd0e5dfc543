//! The views of the centre checklist. The rules are in
//! `hipec_core::checklist`; here is only what it looks like and how it is
//! operated. Every change goes through [`Desk::dispatch`].

mod ask;
mod centre;
mod compare;
mod criterion;
mod decide;
mod desk;
#[cfg(not(feature = "ssr"))]
pub(crate) mod early;
mod fields;
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

use hipec_core::{checklist::Place, content::ChecklistData, locale::Locale};
use leptos::prelude::*;

pub use desk::{Desk, SaveError, SaveState, Trouble};

use crate::element::{El, el, redrawn};

/// The whole checklist.
#[must_use]
pub fn view(locale: Locale, data: &ChecklistData) -> El {
    let desk = Desk::new(locale, data);
    #[cfg(not(feature = "ssr"))]
    keeper::start(desk);
    let place = redrawn(
        move || desk.place.get().fragment(),
        move || match desk.place.get() {
            Place::Overview => overview::overview(desk).into_any(),
            Place::Centre(id) => centre::centre(desk, id),
            Place::Compare => compare::compare(desk).into_any(),
            Place::Ask(centre) => ask::ask(desk, centre).into_any(),
            Place::Decide => decide::decide(desk).into_any(),
            Place::Keep => keep::keep(desk).into_any(),
            Place::Sheet => keep::blank_sheet(desk).into_any(),
        },
    );
    el("div")
        .class("checklist")
        .child(toolbar::toolbar(desk))
        .child(places::navigation(desk))
        .child(toolbar::needs_script(desk))
        .child(save::notices(desk))
        .child(el("div").class("place-view").view(place))
        .child(sheet::sheet(desk))
        .child(toolbar::erase(desk))
}
