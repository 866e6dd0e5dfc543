//! The page of the centre checklist.

use std::sync::Arc;

use hipec_core::{
    content::{ChecklistPage, ShellData},
    route::Route,
};
use leptos::prelude::*;

use crate::{checklist, context::PageCx, pages::article::around};

/// The introduction, then the checklist itself.
pub fn checklist(shell: Arc<ShellData>, route: Route, page: &ChecklistPage) -> AnyView {
    let cx = PageCx::new(
        shell,
        page.article.sources.iter().map(|source| source.id.clone()),
    );
    let inside = checklist::view(&cx, page);
    around(&cx, route, &page.article, inside)
}
