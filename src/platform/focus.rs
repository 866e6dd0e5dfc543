//! Where the keyboard and the screen reader are.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the place that the address names, or else to the page's
/// title, without scrolling.
pub fn arrival() {
    let place = leptos::prelude::location().hash().unwrap_or_default();
    let place = place.trim_start_matches('#');
    let place = document()
        .get_element_by_id(place)
        .and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let Some(place) = place else { return title() };
    if !place.has_attribute("tabindex") {
        let _ = place.set_attribute("tabindex", "-1");
    }
    focus_in_place(&place);
}

/// Moves the focus to the page's title, without scrolling.
pub fn title() {
    let title = document().query_selector("#content h1").ok().flatten();
    if let Some(title) = title.and_then(|title| title.dyn_into::<HtmlElement>().ok()) {
        focus_in_place(&title);
    }
}

/// Moves the focus to a field.
pub fn on(id: &str) {
    let field = document().get_element_by_id(id);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Moves the focus to the first of these that is there and not disabled, once
/// the views have settled.
pub fn first_of(selectors: Vec<String>) {
    request_animation_frame(move || {
        let enabled = selectors.iter().find_map(|selector| {
            let selector = [selector, ":not(:disabled)"].concat();
            document().query_selector(&selector).ok().flatten()
        });
        if let Some(element) = enabled.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Moves the focus to an element once the views have settled, and scrolls to it.
pub fn soon(id: &'static str) {
    request_animation_frame(move || {
        let target = document().get_element_by_id(id);
        if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
            target.scroll_into_view();
            focus_in_place(&target);
        }
    });
}

/// Moves the focus to the heading of a view once it stands, and scrolls to the
/// links above it, so that the way to the other views stays in sight.
pub fn place(heading: &'static str) {
    request_animation_frame(move || {
        let heading = document().get_element_by_id(heading);
        if let Some(heading) = heading.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            if let Ok(Some(links)) = document().query_selector(".places") {
                links.scroll_into_view();
            }
            focus_in_place(&heading);
        }
    });
}

fn focus_in_place(element: &HtmlElement) {
    // `focus({preventScroll: true})`, without the dictionary type of web_sys.
    let options = js_sys::Object::new();
    let set = js_sys::Reflect::set(&options, &"preventScroll".into(), &true.into());
    let focus = js_sys::Reflect::get(element, &"focus".into())
        .ok()
        .and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    match (set, focus) {
        (Ok(true), Some(focus)) => {
            let _ = focus.call1(element, &options);
        }
        _ => {
            let _ = element.focus();
        }
    }
}
