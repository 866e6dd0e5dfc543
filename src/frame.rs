//! What stands around every page, and in place of one that could not be had.

use hipec_core::{
    content::{NavEntry, ShellData},
    drawing::{Icon, band, icon, star},
    locale::Locale,
    markup::{Element as Markup, el as markup, link},
    route::{PageId, Route},
    words::ShellText,
};

use crate::{
    context::Screen,
    element::{El, el},
    loading::{Failure, LoadError},
};

/// The header. Where the route has no language there is only the sign.
pub(crate) fn header(screen: &Screen) -> El {
    let Some(shell) = screen.shell.as_deref() else {
        let brand = markup("span")
            .class("brand")
            .child(star())
            .child(markup("span").class("brand-name").text("HIPEC"));
        let bar = markup("div").class("bar").child(brand);
        return markup("header")
            .class("site-header site-header-plain")
            .child(bar)
            .child(band())
            .into();
    };
    let text = |key| shell.words.get(key).to_owned();
    let skip = markup("a")
        .class("skip")
        .attr("href", "#content")
        .attr("rel", "external")
        .text(text(ShellText::SkipToContent));
    let names = markup("span")
        .class("brand-words")
        .child(
            markup("span")
                .class("brand-name")
                .text(text(ShellText::SiteName)),
        )
        .child(
            markup("span")
                .class("brand-tagline")
                .text(text(ShellText::SiteTagline)),
        );
    let brand = link(Route::Page(shell.locale, PageId::Home), None)
        .class("brand")
        .child(star())
        .child(names);
    let menu_button = markup("button")
        .attr("type", "button")
        .class("menu-button")
        .attr("popovertarget", "menu")
        .child(icon(Icon::Menu))
        .text(text(ShellText::Menu));
    let bar = markup("div")
        .class("bar")
        .child(brand)
        .children(hours(shell))
        .child(languages(screen.route, shell))
        .child(search(screen.route, shell))
        .child(menu_button);
    markup("header")
        .class("site-header")
        .child(skip)
        .child(bar)
        .child(navigation(screen.route, shell))
        .child(band())
        .into()
}

fn search(here: Route, shell: &ShellData) -> Markup {
    let target = Route::Page(shell.locale, PageId::Search);
    link(target, None)
        .class("search-link")
        .attr_if("aria-current", (here == target).then_some("page"))
        .child(icon(Icon::Search))
        .child(markup("span").text(shell.words.get(ShellText::Search).to_owned()))
}

fn hours(shell: &ShellData) -> Option<Markup> {
    let hours = shell.hours.clone()?;
    let label = [shell.words.get(ShellText::OpeningHours), ": "].concat();
    let label = markup("span").class("visually-hidden").text(label);
    Some(
        markup("p")
            .class("hours")
            .child(icon(Icon::Clock))
            .child(label)
            .child(markup("bdi").text(hours)),
    )
}

fn languages(here: Route, shell: &ShellData) -> Markup {
    let entry = |locale: Locale| {
        let link = link(here.in_locale(locale), None)
            .attr("lang", locale.tag())
            .attr("hreflang", locale.tag())
            .attr("dir", locale.direction().as_str())
            .attr("data-locale", locale.tag())
            .attr_if("aria-current", (shell.locale == locale).then_some("true"))
            .text(locale.native_name());
        markup("li").child(link)
    };
    markup("nav")
        .class("languages")
        .attr(
            "aria-label",
            shell.words.get(ShellText::Language).to_owned(),
        )
        .child(markup("ul").children(Locale::ALL.into_iter().map(entry)))
}

/// A popover: one column on a phone, a column for each group where there is room.
fn navigation(here: Route, shell: &ShellData) -> Markup {
    let entry = |nav: &NavEntry| {
        let target = Route::Page(shell.locale, nav.page);
        let link = link(target, None)
            .attr_if("aria-current", (here == target).then_some("page"))
            .text(nav.label.clone());
        markup("li").child(link)
    };
    let groups = shell.nav.iter().map(|group| {
        markup("li")
            .child(markup("p").text(group.title.clone()))
            .child(markup("ul").children(group.pages.iter().map(entry)))
    });
    markup("nav")
        .attr("id", "menu")
        .class("menu")
        .attr("popover", "auto")
        .attr(
            "aria-label",
            shell.words.get(ShellText::MainNavigation).to_owned(),
        )
        .child(markup("ul").class("menu-groups").children(groups))
}

/// The footer; none where the route has no language.
pub(crate) fn footer(screen: &Screen) -> Option<El> {
    let shell = screen.shell.as_deref()?;
    let columns = el("div")
        .class("footer-columns")
        .nodes(&shell.footer)
        .nodes(&screen.page.review);
    Some(el("footer").class("site-footer").child(columns))
}

/// A page could not be had: what happened, and how to go on.
pub(crate) fn failed(screen: &Screen, failure: Failure) -> El {
    // Only pages with a language lead on without loading anew.
    let Some(shell) = screen.shell.as_deref() else {
        return el("article");
    };
    let text = |key| shell.words.get(key).to_owned();
    let reason = match failure.error {
        LoadError::Offline => ShellText::FailedOffline,
        LoadError::Missing => ShellText::FailedMissing,
        LoadError::Server => ShellText::FailedServer,
        LoadError::Broken | LoadError::Outdated => ShellText::FailedBroken,
    };
    let way = |class: &'static str, route: Route, key| {
        markup("a")
            .class(class)
            .attr("href", route.path())
            .attr("rel", "external")
            .text(text(key))
    };
    let ways = markup("p")
        .class("actions")
        .child(way("button button-main", failure.route, ShellText::Retry))
        .child(way(
            "button",
            Route::Page(shell.locale, PageId::Home),
            ShellText::Home,
        ));
    markup("article")
        .class("page notice")
        .child(star())
        .child(
            markup("h1")
                .attr("tabindex", "-1")
                .text(text(ShellText::FailedTitle)),
        )
        .child(markup("p").class("lead").text(text(reason)))
        .child(ways)
        .into()
}
