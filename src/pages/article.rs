//! A page of text.

use hipec_core::{
    content::{Article, Block},
    route::Route,
};
use leptos::prelude::*;

use crate::{
    components::{
        article_parts::{on_this_page, page_head, review_notes, sources, terms},
        block::block,
    },
    context::PageCx,
};

/// A page of text, from its title to its sources.
pub fn article(cx: &PageCx, route: Route, article: &Article) -> AnyView {
    around(cx, route, article, ().into_any())
}

/// The same with something of its own between the text and the ways on.
pub fn around(cx: &PageCx, route: Route, article: &Article, inside: AnyView) -> AnyView {
    let is = |wanted: fn(&Block) -> bool| article.blocks.iter().filter(move |block| wanted(block));
    let top: Vec<_> = is(|block| matches!(block, Block::KeyPoints(_)))
        .map(|it| block(cx, it))
        .collect();
    let text: Vec<_> = is(|block| !matches!(block, Block::KeyPoints(_) | Block::Related(_)))
        .map(|it| block(cx, it))
        .collect();
    let ways_on: Vec<_> = is(|block| matches!(block, Block::Related(_)))
        .map(|it| block(cx, it))
        .collect();
    view! {
        <article class="page" data-page=route.page().map(|page| page.id())>
            {page_head(cx, route.page(), article)}
            <div class="review-box">{review_notes(cx, &article.review)}</div>
            {top}
            {on_this_page(cx, article)}
            {text}
            {inside}
            {ways_on}
            {sources(cx, &article.sources)}
            {terms(cx, &article.terms)}
        </article>
    }
    .into_any()
}
