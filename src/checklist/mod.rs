//! The views of the centre checklist. The rules are in
//! `hipec_core::checklist`; here is only what it looks like and how it is
//! operated. Every change goes through [`Desk::dispatch`].

mod centre;
mod centres;
mod desk;
#[cfg(not(feature = "ssr"))]
pub mod keeper;
mod questions;
mod save;
mod toolbar;

use hipec_core::content::ChecklistPage;
use leptos::prelude::*;

pub use desk::{Desk, SaveState, Trouble};

use crate::context::PageCx;

/// The whole checklist.
pub fn view(cx: &PageCx, page: &ChecklistPage) -> AnyView {
    let desk = Desk::new(cx.locale, page);
    #[cfg(not(feature = "ssr"))]
    keeper::start(desk);
    view! {
        <div class="checklist">
            {toolbar::toolbar(desk)}
            {save::notices(desk)}
            {centres::centres(desk)}
            {questions::questions(cx, desk, page)}
            {toolbar::erase(desk)}
        </div>
    }
    .into_any()
}
