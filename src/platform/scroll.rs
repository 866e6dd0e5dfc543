//! Remembering how far each page was scrolled, so that Back returns there.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::*;

use super::listen::listen;

/// Where each address of this visit was left, and where Back is to return.
#[derive(Debug, Default)]
pub struct ScrollMemory {
    /// How far each address was scrolled, in pixels; each is there once.
    left_at: RefCell<Vec<(String, f64)>>,
    return_to: Cell<Option<Place>>,
}

/// Where Back is to return.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// How far the page was scrolled, in pixels.
    Left(f64),
    /// The page was not left in this visit: its address says where to begin.
    Unknown,
}

impl ScrollMemory {
    /// Starts remembering. Must be called before anything else listens to
    /// `popstate`, because the browser may move the page right after it.
    #[must_use]
    pub fn start() -> Rc<Self> {
        let memory = Rc::new(Self::default());
        let scrolled = Rc::clone(&memory);
        listen("scroll", Box::new(move |_| scrolled.note()));
        let traversed = Rc::clone(&memory);
        listen("popstate", Box::new(move |_| traversed.arrive()));
        memory
    }

    fn note(&self) {
        // While Back is under way the address is already the new one.
        if self.return_to.get().is_none()
            && let Ok(y) = window().scroll_y()
        {
            let address = address();
            let mut left_at = self.left_at.borrow_mut();
            match left_at.iter_mut().find(|(known, _)| *known == address) {
                Some((_, before)) => *before = y,
                None => left_at.push((address, y)),
            }
        }
    }

    fn arrive(&self) {
        let address = address();
        let left_at = self.left_at.borrow();
        let known = left_at.iter().find(|(known, _)| *known == address);
        let place = known.map_or(Place::Unknown, |(_, y)| Place::Left(*y));
        self.return_to.set(Some(place));
    }

    /// Goes back to where the page was left, once it stands again; after a
    /// link, to the place that it names. (The router does so too, but before a
    /// page that is already known has been drawn.)
    pub fn restore(&self) {
        let hash = location().hash().unwrap_or_default();
        let linked = (!hash.is_empty()).then_some(Place::Unknown);
        let Some(place) = self.return_to.take().or(linked) else {
            return;
        };
        go_to(place);
        // The browser may restore on its own a frame later, from a page that
        // was shorter.
        request_animation_frame(move || go_to(place));
    }

    /// Forgets about returning, for a traversal within the same page.
    pub fn settle(&self) {
        self.return_to.take();
    }
}

fn go_to(place: Place) {
    let y = match place {
        Place::Left(y) => y,
        Place::Unknown => {
            let hash = location().hash().unwrap_or_default();
            if let Some(element) = document().get_element_by_id(hash.trim_start_matches('#')) {
                return element.scroll_into_view();
            }
            0.0
        }
    };
    window().scroll_to_with_x_and_y(0.0, y);
}

fn address() -> String {
    window().location().href().unwrap_or_default()
}
