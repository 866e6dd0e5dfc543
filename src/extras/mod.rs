//! What the program adds to pages of text that work without it: the search
//! field, and keeping the questions that were picked.
//!
//! Each has a place in the delivered page, found by its id, that carries its
//! words as attributes: so nothing of it burdens the other pages.

mod notes;
mod picks;
mod search;

pub(crate) use notes::close_by_escape;

use std::{any::Any, cell::RefCell};

use hipec_core::route::{PageId, Route};
use leptos::prelude::Owner;

use crate::{element::View, platform::place::Place};

thread_local! {
    /// Keeps what has been added to the page that is shown.
    static SHOWN: RefCell<Option<Added>> = const { RefCell::new(None) };
}

/// Dropping it takes the views away and stops their listening.
struct Added {
    #[allow(dead_code, reason = "held for its end")]
    mounted: Box<dyn Any>,
    owner: Owner,
}

/// Adds what belongs to a page, once the page stands.
pub(crate) fn attach(route: Route) {
    let (Route::Page(locale, page), true) = (route, SHOWN.with_borrow(Option::is_none)) else {
        return;
    };
    let is_search = page == PageId::Search;
    if !is_search && page != PageId::Questions {
        return;
    }
    let id = if is_search { "search" } else { "picked" };
    let Some(place) = Place::find(id) else { return };
    let owner = Owner::new();
    let mounted = owner.with(|| {
        let view: View = if is_search {
            search::view(locale, &place)
        } else {
            picks::view(&place)
        };
        place.fill(view)
    });
    SHOWN.replace(Some(Added { mounted, owner }));
}

/// Takes it away before another page is shown.
pub(crate) fn detach() {
    if let Some(added) = SHOWN.take() {
        added.owner.cleanup();
    }
}
