//! Remembering how far each page was scrolled, so that Back returns there.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use leptos::{ev, prelude::*};

/// Where each address of this visit was left, and where Back is to return.
#[derive(Debug, Clone, Default)]
pub struct ScrollMemory {
    left_at: Rc<RefCell<HashMap<String, f64>>>,
    return_to: Rc<RefCell<Option<f64>>>,
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
            *traversed.return_to.borrow_mut() = Some(known.unwrap_or_default());
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

    /// Whether the page that is about to be shown was reached by Back or Forward.
    #[must_use]
    pub fn is_returning(&self) -> bool {
        self.return_to.borrow().is_some()
    }

    /// Goes back to where the page was left, once it stands again.
    pub fn restore(&self) {
        let Some(y) = self.return_to.borrow_mut().take() else {
            return;
        };
        window().scroll_to_with_x_and_y(0.0, y);
        // The browser may restore on its own a frame later, from a page that
        // was shorter.
        request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, y));
    }

    /// Forgets about returning, for a traversal within the same page.
    pub fn settle(&self) {
        self.return_to.borrow_mut().take();
    }
}

fn address() -> String {
    window().location().href().unwrap_or_default()
}
