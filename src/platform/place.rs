//! A place in the delivered page that the program adds something to.

use leptos::{mount::mount_to, prelude::document};
use std::any::Any;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::element::View;

/// The element of a place.
pub struct Place(HtmlElement);

impl Place {
    /// The place of this id on the page that is shown.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        document().get_element_by_id(id)?.dyn_into().ok().map(Self)
    }

    /// A word that the page carries for the place; empty if it lacks one.
    #[must_use]
    pub fn word(&self, name: &str) -> String {
        self.0
            .get_attribute(&["data-", name].concat())
            .unwrap_or_default()
    }

    /// Puts a view there, in place of what was delivered. It stays until what
    /// is returned is dropped.
    #[must_use]
    pub fn fill(self, view: View) -> Box<dyn Any> {
        self.0.set_text_content(None);
        Box::new(mount_to(self.0, move || view))
    }
}
