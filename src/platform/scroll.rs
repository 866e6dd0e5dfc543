//! Remembering how far each page was scrolled, so that Back returns there.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use leptos::{ev, prelude::*};

/// Where each address of this visit was left, and where Back is to return.
#[derive(Debug, Clone, Default)]
pub struct ScrollMemory {
    left_at: Rc<RefCell<BTreeMap<String, f64>>>,
    return_to: Rc<RefCell<Option<Place>>>,
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
    pub fn start() -> Self {
        let memory = Self::default();
        let scrolled = memory.clone();
        let on_scroll = window_event_listener(ev::scroll, move |_| scrolled.note());
        let traversed = memory.clone();
        let on_popstate = window_event_listener(ev::popstate, move |_| {
            let known = traversed.left_at.borrow().get(&address()).copied();
            *traversed.return_to.borrow_mut() = Some(known.map_or(Place::Unknown, Place::Left));
        });
        on_cleanup(move || {
            on_scroll.remove();
            on_popstate.remove();
        });
        memory
    }

    fn note(&self) {
        // While Back is under way the address is already the new one.
        if self.return_to.borrow().is_none()
            && let Ok(y) = window().scroll_y()
        {
            self.left_at.borrow_mut().insert(address(), y);
        }
    }

    /// Goes back to where the page was left, once it stands again. After a
    /// link there is nothing to go back to.
    pub fn restore(&self) {
        let Some(place) = self.return_to.borrow_mut().take() else {
            return;
        };
        go_to(place);
        // The browser may restore on its own a frame later, from a page that
        // was shorter.
        request_animation_frame(move || go_to(place));
    }

    /// Forgets about returning, for a traversal within the same page.
    pub fn settle(&self) {
        self.return_to.borrow_mut().take();
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
