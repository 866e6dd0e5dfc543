//! The views of the centre checklist. The rules are in
//! `hipec_core::checklist`; here is only what it looks like and how it is
//! operated. Every change goes through [`Desk::dispatch`].

mod centre;
mod centres;
mod desk;
#[cfg(not(feature = "ssr"))]
pub(crate) mod keeper;
mod measure;
mod questions;
mod save;
mod toolbar;

use hipec_core::{content::ChecklistData, locale::Locale};

pub use desk::{Desk, SaveError, SaveState, Trouble};

use crate::element::{El, el};

/// The whole checklist.
#[must_use]
pub fn view(locale: Locale, data: &ChecklistData) -> El {
    let desk = Desk::new(locale, data);
    #[cfg(not(feature = "ssr"))]
    keeper::start(desk);
    el("div")
        .class("checklist")
        .child(toolbar::toolbar(desk))
        .child(toolbar::needs_script(desk))
        .child(save::notices(desk))
        .child(centres::centres(desk))
        .child(questions::questions(desk, data))
        .child(toolbar::erase(desk))
}
