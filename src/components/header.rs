//! The top of every page: name, languages, opening hours, navigation.

use hipec_core::{
    content::ShellData,
    locale::Locale,
    route::{PageId, Route},
    words::ShellText,
};
use leptos::prelude::*;

use super::{
    icon::{Icon, icon},
    motif::{band, star},
};
use crate::context::Screen;

/// The header. Where the route has no language there is only the sign.
pub fn header(screen: &Screen) -> AnyView {
    let Some(shell) = screen.shell.as_deref() else {
        return view! {
            <header class="site-header site-header-plain">
                <div class="bar">
                    <span class="brand">{star()}<span class="brand-name">{"HIPEC"}</span></span>
                </div>
                {band()}
            </header>
        }
        .into_any();
    };
    let text = |key| shell.words.get(key).to_owned();
    let home = Route::Page(shell.locale, PageId::Home).path();
    view! {
        <header class="site-header">
            <a class="skip" href="#content" rel="external">{text(ShellText::SkipToContent)}</a>
            <div class="bar">
                <a class="brand" href=home>
                    {star()}
                    <span class="brand-words">
                        <span class="brand-name">{text(ShellText::SiteName)}</span>
                        <span class="brand-tagline">{text(ShellText::SiteTagline)}</span>
                    </span>
                </a>
                {hours(shell)}
                {languages(screen.route, shell)}
                <button type="button" class="menu-button" popovertarget="menu">
                    {icon(Icon::Menu)}
                    {text(ShellText::Menu)}
                </button>
            </div>
            {navigation(screen.route, shell)}
            {band()}
        </header>
    }
    .into_any()
}

fn hours(shell: &ShellData) -> AnyView {
    let Some(first) = shell.owner.hours.first().cloned() else {
        return ().into_any();
    };
    let label = shell.words.get(ShellText::OpeningHours).to_owned();
    view! {
        <p class="hours">
            {icon(Icon::Clock)}
            <span class="visually-hidden">{label}{": "}</span>
            <bdi>{first}</bdi>
        </p>
    }
    .into_any()
}

fn languages(here: Route, shell: &ShellData) -> AnyView {
    let entry = |locale: Locale| {
        let current = (here.locale() == Some(locale)).then_some("true");
        view! {
            <li>
                <a
                    href=here.in_locale(locale).path()
                    lang=locale.tag()
                    hreflang=locale.tag()
                    dir=locale.direction().as_str()
                    aria-current=current
                    data-locale=locale.tag()
                >
                    {locale.native_name()}
                </a>
            </li>
        }
    };
    view! {
        <nav class="languages" aria-label=shell.words.get(ShellText::Language).to_owned()>
            <ul>{Locale::ALL.into_iter().map(entry).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// One list for all widths: a popover on a phone, a row where there is room.
fn navigation(here: Route, shell: &ShellData) -> AnyView {
    let entry = |page: PageId, label: &str| {
        let target = Route::Page(shell.locale, page);
        let current = (here == target).then_some("page");
        view! { <li><a href=target.path() aria-current=current>{label.to_owned()}</a></li> }
    };
    let entries: Vec<_> = shell
        .nav
        .iter()
        .map(|nav| entry(nav.page, &nav.label))
        .collect();
    view! {
        <nav id="menu" class="menu" popover="auto" aria-label=shell.words.get(ShellText::MainNavigation).to_owned()>
            <ul>{entries}</ul>
        </nav>
    }
    .into_any()
}
