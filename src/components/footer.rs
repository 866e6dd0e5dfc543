//! The foot of every page: hours, contact, review state, promises.

use hipec_core::{content::Body, route::PageId, words::ShellText};
use leptos::prelude::*;

use super::{
    article_parts::{contact_list, review_notes},
    icon::{Icon, icon},
};
use crate::context::{PageCx, Screen};

/// The footer; none where the route has no language.
pub fn footer(screen: &Screen) -> AnyView {
    let Some(shell) = screen.shell.clone() else {
        return ().into_any();
    };
    let cx = PageCx::new(shell, std::iter::empty());
    let review = match &screen.page.body {
        Body::Article(article) => Some(article.review.clone()),
        Body::Checklist(checklist) => Some(checklist.article.review.clone()),
        Body::Languages(_) | Body::NotFound(_) => None,
    };
    view! {
        <footer class="site-footer">
            <div class="footer-columns">
                <section>
                    <h2>{cx.text(ShellText::Contact)}</h2>
                    {contact_list(&cx)}
                    <p><a href=cx.path(PageId::Contact)>{cx.text(ShellText::Contact)}</a></p>
                </section>
                <section>
                    <h2>{cx.text(ShellText::SiteName)}</h2>
                    <ul class="promises">
                        <li>{icon(Icon::Lock)}<span>{cx.text(ShellText::Privacy)}</span></li>
                        <li>{icon(Icon::Balance)}<span>{cx.text(ShellText::NoHospital)}</span></li>
                        <li>{icon(Icon::Info)}<span>{cx.text(ShellText::NotAdvice)}</span></li>
                    </ul>
                    {review.map(|review| review_notes(&cx, &review))}
                </section>
            </div>
        </footer>
    }
    .into_any()
}
