//! Running text.

use hipec_core::{
    content::{Inline, Rich},
    words::ShellText,
};
use leptos::prelude::*;

use crate::context::PageCx;

/// A run of text with its markup.
pub fn rich(cx: &PageCx, text: &Rich) -> AnyView {
    text.iter()
        .map(|piece| inline(cx, piece))
        .collect_view()
        .into_any()
}

fn inline(cx: &PageCx, piece: &Inline) -> AnyView {
    match piece {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Isolate(text) => view! { <bdi dir="ltr">{text.clone()}</bdi> }.into_any(),
        Inline::Strong(inner) => view! { <strong>{rich(cx, inner)}</strong> }.into_any(),
        Inline::Emphasis(inner) => view! { <em>{rich(cx, inner)}</em> }.into_any(),
        Inline::Page { text, page, anchor } => {
            let path = cx.path(*page);
            let href = match anchor {
                Some(anchor) => [path.as_str(), "#", anchor].concat(),
                None => path,
            };
            view! { <a href=href>{text.clone()}</a> }.into_any()
        }
        Inline::Term { text, term } => {
            let target = ["term-", term].concat();
            view! {
                <button type="button" class="term" popovertarget=target>
                    {text.clone()}
                </button>
            }
            .into_any()
        }
        Inline::Web { text, url } => {
            view! { <a href=url.clone() rel="external noreferrer">{text.clone()}</a> }.into_any()
        }
        Inline::Cite(number) => cite(cx, *number),
    }
}

fn cite(cx: &PageCx, number: u16) -> AnyView {
    let source = cx
        .sources
        .get(usize::from(number).saturating_sub(1))
        .cloned()
        .unwrap_or_default();
    let number_text = number.to_string();
    let label = cx
        .shell
        .words
        .fill(ShellText::SourceNumber, &[("number", &number_text)]);
    // The first mark of a source can be gone back to.
    let id = cx.cite_first(number).then(|| ["cite-", &source].concat());
    view! {
        <sup class="cite" id=id>
            <a href=["#source-", &source].concat() rel="external" aria-label=label>{number_text}</a>
        </sup>
    }
    .into_any()
}
