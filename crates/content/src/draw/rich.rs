//! Running text.

use hipec_core::{
    locale::Direction,
    markup::{Element, Node, el, link},
    route::Route,
    words::PageText,
};

use super::Desk;
use crate::document::{Inline, Rich};

/// A run of text with its markup.
pub(super) fn rich(desk: &Desk<'_>, text: &Rich) -> Vec<Node> {
    text.iter().map(|piece| inline(desk, piece)).collect()
}

fn inline(desk: &Desk<'_>, piece: &Inline) -> Node {
    match piece {
        Inline::Text(text) => text.clone().into(),
        Inline::Isolate(text) => el("bdi").attr("dir", "ltr").text(text.clone()).into(),
        Inline::Strong(inner) => el("strong").children(rich(desk, inner)).into(),
        Inline::Emphasis(inner) => el("em").children(rich(desk, inner)).into(),
        Inline::Page { text, page, anchor } => {
            let route = Route::Page(desk.language.locale, *page);
            link(route, anchor.as_deref()).text(text.clone()).into()
        }
        // A link to the explanation, which shows itself when it is the target
        // of the address: no script, and Back closes it.
        Inline::Term { text, term } => el("a")
            .class("term")
            .attr("id", ["use-", term].concat())
            .attr("href", ["#term-", term].concat())
            .attr("rel", "external")
            .text(text.clone())
            .into(),
        Inline::Web { text, url } => el("a")
            .attr("href", url.clone())
            .attr("rel", "external noreferrer")
            .text(text.clone())
            .into(),
        Inline::Cite(number) => cite(desk, *number).into(),
    }
}

/// Numbers and signs that belong together and run left to right.
pub(super) fn number(desk: &Desk<'_>, text: &str) -> Node {
    match desk.language.locale.direction() {
        Direction::Ltr => text.to_owned().into(),
        Direction::Rtl => el("bdi").attr("dir", "ltr").text(text.to_owned()).into(),
    }
}

/// The number of a source, which leads to it.
pub(super) fn cite(desk: &Desk<'_>, number: u16) -> Element {
    let source = usize::from(number)
        .checked_sub(1)
        .and_then(|at| desk.sources.get(at));
    let source = source.map_or("", |source| source.id.as_str());
    let digits = number.to_string();
    let label = desk
        .language
        .page
        .fill(PageText::SourceNumber, &[("number", &digits)]);
    let link = el("a")
        .attr("href", ["#source-", source].concat())
        .attr("rel", "external")
        .attr("aria-label", label)
        .text(digits);
    el("sup").class("cite").child(link)
}
