//! The boxes beside questions, which stand in the delivered page.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::listen::listen;

const ID: &str = "data-question";

fn each(mut act: impl FnMut(&HtmlInputElement, &str)) {
    let Ok(found) = document().query_selector_all("[data-question]") else {
        return;
    };
    for at in 0..found.length() {
        let input = found
            .item(at)
            .and_then(|node| node.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input
            && let Some(id) = input.get_attribute(ID)
        {
            act(&input, &id);
        }
    }
}

/// The ids of the questions that are ticked, in the order of the page.
#[must_use]
pub fn ticked() -> Vec<String> {
    let mut ids = Vec::new();
    each(|input, id| {
        if input.checked() {
            ids.push(id.to_owned());
        }
    });
    ids
}

/// The questions that are ticked, in words, in the order of the page.
#[must_use]
pub fn ticked_texts() -> Vec<String> {
    let mut texts = Vec::new();
    each(|input, _| {
        if input.checked() {
            let label = input
                .parent_element()
                .and_then(|label| label.text_content());
            texts.extend(label);
        }
    });
    texts
}

/// Ticks those boxes, and no others, whose question's id is wanted.
pub fn tick(wanted: impl Fn(&str) -> bool) {
    each(|input, id| input.set_checked(wanted(id)));
}

/// Calls `changed` with the id and whether it is ticked whenever the person
/// ticks a question or takes the tick away.
pub fn on_change(changed: impl Fn(&str, bool) + 'static) {
    listen(
        "change",
        Box::new(move |event| {
            let input = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input
                && let Some(id) = Element::get_attribute(&input, ID)
            {
                changed(&id, input.checked());
            }
        }),
    );
}
