//! The steps of a long way.

use hipec_core::{
    drawing::{Icon, icon},
    markup::{Element, el},
    words::PageText,
};

use super::{Desk, rich::rich};
use crate::document::{JourneyStep, Rich};

/// The steps, one below the other along a line.
pub(super) fn journey(desk: &Desk<'_>, steps: &[JourneyStep]) -> Element {
    el("ol")
        .class("journey")
        .children(steps.iter().map(|it| step(desk, it)))
}

fn step(desk: &Desk<'_>, step: &JourneyStep) -> Element {
    let when = el("p")
        .class("when")
        .child(icon(Icon::Clock))
        .child(el("span").text(step.when.clone()));
    let who = el("p")
        .child(el("strong").text(desk.text(PageText::JourneyWho)))
        .text(" ")
        .children(rich(desk, &step.who));
    let more = el("details")
        .child(el("summary").text(desk.text(PageText::JourneyMore)))
        .child(el("h4").text(desk.text(PageText::JourneyAsk)))
        .child(list(desk, &step.ask))
        .child(el("h4").text(desk.text(PageText::JourneyBring)))
        .child(list(desk, &step.bring));
    el("li")
        .attr("id", step.id.clone())
        .child(el("h3").text(step.title.clone()))
        .child(when)
        .child(el("p").children(rich(desk, &step.happens)))
        .child(who)
        .child(more)
}

fn list(desk: &Desk<'_>, items: &[Rich]) -> Element {
    el("ul")
        .class("list")
        .children(items.iter().map(|item| el("li").children(rich(desk, item))))
}

/// A form to print and fill in by pen.
pub(super) fn sheet(title: &str, fields: &[String]) -> Element {
    let field = |field: &String| {
        el("div")
            .child(el("dt").text(field.clone()))
            .child(el("dd"))
    };
    el("section")
        .class("sheet")
        .child(el("h2").attr("id", "sheet").text(title.to_owned()))
        .child(el("dl").children(fields.iter().map(field)))
}
