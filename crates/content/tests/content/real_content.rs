//! What the site's own content becomes.

use std::collections::{BTreeMap, BTreeSet};

use hipec_core::{
    content::PageData,
    from_json::FromJson,
    json::parse,
    locale::Locale,
    markup::Node,
    route::{PageId, Route},
    words::{PageText, WordKey},
};

use serde::Serialize;

use crate::support::{attribute, compiled, content, elements, has_class, json, shown, walk, words};

fn pages() -> Vec<(Route, PageData)> {
    let site = compiled(&content());
    Route::rendered()
        .map(|route| {
            let page = site.page(route);
            (route, page.unwrap_or_else(|| panic!("{route:?}")).clone())
        })
        .collect()
}

fn text(locale: Locale, key: PageText) -> String {
    let ui = json(&content(), &format!("{}/ui.json", locale.tag()));
    ui["page"][PageText::NAMES[key.index()]]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn every_route_has_a_page_of_its_own() {
    let pages = pages();
    let fallbacks: BTreeSet<String> = pages
        .iter()
        .filter(|(route, _)| matches!(route, Route::NotFound(_)))
        .map(|(_, page)| words(&page.top))
        .collect();
    assert_eq!(fallbacks.len(), 1 + Locale::ALL.len());
    for (route, page) in &pages {
        assert!(
            !page.title.is_empty() && !page.description.is_empty(),
            "{route:?}"
        );
        let shown = words(&page.top);
        assert!(shown.split_whitespace().count() > 5, "{route:?}: {shown}");
        let heading = elements(&page.top)
            .iter()
            .filter(|it| it.tag == "h1")
            .count();
        assert_eq!(heading, 1, "{route:?}");
        let fallback = matches!(route, Route::NotFound(_));
        assert_eq!(fallbacks.contains(&shown), fallback, "{route:?}");
        assert_eq!(
            page.checklist.is_some(),
            route.page() == Some(PageId::Checklist)
        );
    }
}

#[test]
fn titles_are_all_different() {
    let mut seen = BTreeMap::new();
    for (route, page) in pages() {
        if let Some(before) = seen.insert(page.title.clone(), route) {
            panic!("{before:?} and {route:?} are both called {}", page.title);
        }
    }
}

#[test]
fn pages_have_key_points_review_state_and_sources() {
    let site = compiled(&content());
    for (route, page) in pages() {
        let Route::Page(locale, id) = route else {
            assert!(page.review.is_none(), "{route:?}");
            continue;
        };
        let shown = shown(&page);
        let all = elements(&shown);
        let with = |class: &str| all.iter().filter(|it| has_class(it, class)).count();
        assert_eq!(with("key-points"), 1, "{route:?}");
        assert_eq!(with("related"), 1, "{route:?}");
        assert_eq!(with("review"), 1, "{route:?}");
        let cited = with("cite") > 0;
        // Where all of them stand in the text, there is no second list.
        let listed = cited && id != PageId::Sources;
        assert_eq!(with("sources") == 1, listed, "{route:?}");
        assert!(
            cited
                || matches!(
                    id,
                    PageId::About
                        | PageId::Contact
                        | PageId::Recover
                        | PageId::Glossary
                        | PageId::Search
                        | PageId::Sources
                ),
            "{route:?}"
        );
        let review = words(std::slice::from_ref(page.review.as_ref().unwrap()));
        let updated = locale.date(site.updated(route).unwrap());
        assert!(review.contains(&updated), "{route:?}: {review}");
        let written = json(&content(), &format!("{}/{}.json", locale.tag(), id.id()));
        for (who, missing) in [
            ("clinician", PageText::NotReviewedByClinician),
            ("translator", PageText::NotReviewedByTranslator),
        ] {
            // The English text is the original.
            let asked = who == "clinician" || locale != Locale::En;
            let name = written["review"][who]["name"].as_str();
            let said = review.contains(&text(locale, missing));
            assert_eq!(said, asked && name.is_none(), "{route:?}: {review}");
            if let Some(name) = name {
                assert_eq!(review.contains(name), asked, "{route:?}: {review}");
            }
        }
    }
}

#[test]
fn citations_count_up_and_lead_to_their_source() {
    for (route, page) in pages() {
        let shown = shown(&page);
        let listed: Vec<&str> = elements(&shown)
            .into_iter()
            .filter(|it| it.tag == "li")
            .filter_map(|it| attribute(it, "id")?.strip_prefix("source-"))
            .collect();
        let mut highest = 0;
        for cite in elements(&shown).iter().filter(|it| has_class(it, "cite")) {
            let Some(Node::Element(link)) = cite.children.first() else {
                panic!("{route:?}: a citation without a link");
            };
            let number: usize = words(&link.children).trim().parse().unwrap();
            let target = attribute(link, "href").unwrap();
            assert_eq!(
                target.strip_prefix("#source-"),
                Some(listed[number - 1]),
                "{route:?}"
            );
            assert!(number <= highest + 1, "{route:?}: {number} comes too early");
            highest = highest.max(number);
        }
        let all = route.page() == Some(PageId::Sources);
        assert_eq!(
            highest,
            if all { 0 } else { listed.len() },
            "{route:?}: every listed source is cited"
        );
    }
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages();
    let ids: BTreeMap<String, BTreeSet<String>> = pages
        .iter()
        .map(|(route, page)| (route.path(), ids(&shown(page))))
        .collect();
    for (route, page) in &pages {
        for element in elements(&shown(page)) {
            for name in ["aria-labelledby", "aria-describedby", "for"] {
                if let Some(id) = attribute(element, name) {
                    assert!(ids[&route.path()].contains(id), "{route:?}: {name}={id}");
                }
            }
            let Some(href) = attribute(element, "href") else {
                continue;
            };
            let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
            let path = match path {
                "" => route.path(),
                path if path.starts_with('/') => {
                    let there = Route::parse(path);
                    assert!(!matches!(there, Route::NotFound(_)), "{route:?}: {href}");
                    assert_eq!(there.path(), path, "{route:?}: the one form of a path");
                    assert!(
                        route.locale().is_none() || there.locale() == route.locale(),
                        "{route:?}: {href} changes the language"
                    );
                    path.to_owned()
                }
                _ => {
                    assert!(href.starts_with("http"), "{route:?}: {href}");
                    continue;
                }
            };
            let known = &ids[&path];
            assert!(
                anchor.is_empty() || known.contains(anchor),
                "{route:?}: {href}"
            );
            assert!(!href.ends_with('#'), "{route:?}: {href}");
        }
    }
}

/// The ids of a page, each of which is there once.
fn ids(nodes: &[Node]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in elements(nodes) {
        if let Some(id) = attribute(element, "id") {
            assert!(found.insert(id.to_owned()), "the id {id} is there twice");
        }
    }
    found
}

/// What the browser makes of what is written for it.
fn sent_and_read<T: Serialize + FromJson>(sent: &T) -> Option<T> {
    let text = serde_json::to_string(sent).unwrap();
    T::from_json(&parse(&text).unwrap())
}

#[test]
fn the_browser_accepts_what_is_drawn() {
    let site = compiled(&content());
    for (route, page) in pages() {
        assert_eq!(sent_and_read(&page).as_ref(), Some(&page), "{route:?}");
    }
    for locale in Locale::ALL {
        let shell = site.shell(locale).unwrap();
        assert_eq!(sent_and_read(shell).as_ref(), Some(shell));
        // All but those to which the footer, the head or another page leads.
        let entries = shell.nav.iter().map(|group| group.pages.len());
        assert_eq!(entries.sum::<usize>(), PageId::ALL.len() - 7);
        let hours = json(&content(), "site.json")["hours"]
            .as_array()
            .map(Vec::len);
        assert_eq!(shell.hours.is_some(), hours != Some(0));
    }
}

#[test]
fn no_markup_is_left_in_texts() {
    for (route, page) in pages() {
        let nodes = shown(&page);
        let check = |text: &str| {
            for sign in ["**", "](", "<source:", "{", "}", "\u{1f}"] {
                assert!(!text.contains(sign), "{route:?}: {sign} in {text}");
            }
            assert!(!text.is_empty(), "{route:?}: an empty text");
        };
        check(&page.title);
        check(&page.description);
        walk(&nodes, &mut |node| match node {
            Node::Text(text) => check(text),
            Node::Element(element) => {
                // Words for the program may have places to fill.
                let said = |name: &str| !matches!(name, "hidden" | "checked");
                for (_, value) in element
                    .attributes
                    .iter()
                    .filter(|(name, _)| said(name) && !name.starts_with("data-"))
                {
                    check(value);
                }
            }
        });
    }
}

#[test]
fn mixed_runs_are_isolated_in_right_to_left_text_only() {
    for (route, page) in pages() {
        let isolated = elements(&shown(&page))
            .iter()
            .any(|it| it.tag == "bdi" && attribute(it, "dir") == Some("ltr"));
        match route {
            Route::Page(Locale::En, _) => assert!(!isolated, "{route:?}"),
            Route::Page(_, PageId::BenefitsAndRisks) => assert!(isolated, "{route:?}"),
            _ => {}
        }
    }
}
