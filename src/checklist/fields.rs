//! Fields that several views share.

use hipec_core::{
    date::Date,
    drawing::{Icon, icon},
    words::ChecklistText,
};
use leptos::prelude::*;

use super::{desk::Desk, keys::is_enter};
use crate::element::{El, el};

/// A field under its label. Both get the id.
pub(super) fn labelled(id: &str, word: String, field: El) -> El {
    el("div")
        .class("field")
        .child(el("label").attr("for", id.to_owned()).text(word))
        .child(field.attr("id", id.to_owned()))
}

/// A choice among a few: pairs of a code and a word.
pub(super) fn choice(
    options: Vec<(String, String)>,
    current: impl Fn() -> String + Copy + Send + 'static,
    set: impl Fn(String) + Send + 'static,
) -> El {
    let options = options.into_iter().map(|(code, word)| {
        let chosen = code.clone();
        el("option")
            .attr("value", code)
            // The property below comes before there are options to choose from.
            .flag("selected", move || current() == chosen)
            .text(word)
    });
    el("select")
        .value(current)
        .on("change", move |event| set(event_target_value(&event)))
        .children(options)
}

/// One line of text.
pub(super) fn line(
    desk: Desk,
    current: impl Fn() -> String + Send + 'static,
    set: impl Fn(String) + Send + 'static,
) -> El {
    el("input")
        .attr("type", "text")
        .writable(desk, current, set)
}

/// Several lines of text.
pub(super) fn text(
    desk: Desk,
    current: impl Fn() -> String + Send + 'static,
    set: impl Fn(String) + Send + 'static,
) -> El {
    el("textarea")
        .attr("rows", "2")
        .writable(desk, current, set)
}

impl El {
    fn writable(
        self,
        desk: Desk,
        current: impl Fn() -> String + Send + 'static,
        set: impl Fn(String) + Send + 'static,
    ) -> Self {
        self.attr("dir", "auto")
            .attr("autocomplete", "off")
            .value(current)
            .on("input", move |event| set(event_target_value(&event)))
            .on("blur", move |_| desk.seal())
    }
}

/// A day, as `YYYY-MM-DD`, or nothing.
pub(super) fn date(
    current: impl Fn() -> String + Send + 'static,
    set: impl Fn(Option<Date>) + Send + 'static,
) -> El {
    el("input")
        .attr("type", "date")
        .value(current)
        .on("change", move |event| {
            set(Date::parse(&event_target_value(&event)));
        })
}

/// A button with a word on it.
pub(super) fn button(desk: Desk, word: ChecklistText) -> El {
    el("button")
        .attr("type", "button")
        .class("button")
        .text(desk.text(word))
}

/// A button with a sign before its word.
pub(super) fn sign_button(desk: Desk, sign: Icon, word: ChecklistText) -> El {
    el("button")
        .attr("type", "button")
        .class("button")
        .child(icon(sign))
        .child(el("span").text(desk.text(word)))
}

/// A field for something new, and the button that adds it; Enter does the same.
/// Not a form: nothing that is typed here could ever be sent, not even by a tap
/// that comes before the program does.
pub(super) fn adder(desk: Desk, id: &'static str, word: ChecklistText, add: fn(Desk)) -> (El, El) {
    let field = el("input")
        .attr("id", id)
        .attr("type", "text")
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .on("keydown", move |event| {
            if is_enter(&event) {
                add(desk);
            }
        });
    let button = sign_button(desk, Icon::Plus, word).on("click", move |_| add(desk));
    (field, button)
}
