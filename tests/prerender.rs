//! Every page in every language as it is written to its file.
//!
//! After a change that is meant: `INSTA_UPDATE=always cargo test -p hipec
//! --features ssr --test prerender`, then read the difference.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use std::path::Path;

use hipec::prerender::{self, Asset, Assets};
use hipec_content::{ContentFiles, Coverage, Site, compile};
use hipec_core::route::Route;

fn site() -> Site {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    let files = ContentFiles::read(&folder).unwrap();
    compile(&files, &Coverage::of_site_font().unwrap())
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Names that do not change with every build.
fn assets() -> Assets {
    let asset = |name: &str| Asset {
        path: format!("/assets/{name}"),
        integrity: "sha384-…".to_owned(),
    };
    Assets {
        start: asset("start.js"),
        recover: asset("recover.js"),
        glue: asset("glue.js"),
        wasm: asset("program.wasm"),
        css: asset("site.css"),
        fonts: vec![asset("font.woff2")],
    }
}

/// The shell as Trunk leaves it: without its own links, and with its mark for
/// the start script at the end of the head.
fn template() -> String {
    include_str!("../index.html")
        .lines()
        .filter(|line| !line.contains("data-trunk"))
        .collect::<Vec<_>>()
        .join("\n")
        .replace("</head>", "<!-- start script -->\n</head>")
}

fn page(site: &Site, route: Route) -> String {
    let screen = prerender::screen(site, route).unwrap();
    prerender::page_html(site, &assets(), &template(), &screen).unwrap()
}

#[test]
fn pages_are_as_they_were() {
    let site = site();
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for route in Route::rendered() {
            // A line per element, so that a difference can be read.
            let html = page(&site, route).replace("><", ">\n<");
            let name = route.file().replace(".html", "").replace('/', "_");
            insta::assert_snapshot!(name, html);
        }
    });
}

#[test]
fn every_route_shows_a_page_of_its_own() {
    let site = site();
    let heading = |route| {
        let html = page(&site, route);
        let (_, rest) = html
            .split_once("<h1")
            .unwrap_or_else(|| panic!("{route:?} has no title"));
        let (heading, _) = rest.split_once("</h1>").unwrap();
        (heading.to_owned(), html.matches("<h1").count())
    };
    for route in Route::all() {
        let (title, count) = heading(route);
        assert_eq!(count, 1, "{route:?}");
        for other in [Route::NotFound(None), Route::NotFound(route.locale())] {
            assert_ne!(
                title,
                heading(other).0,
                "{route:?} shows the page for what does not exist"
            );
        }
    }
}

#[test]
fn nothing_in_a_page_runs_or_styles_inline() {
    let site = site();
    for route in Route::rendered() {
        let html = page(&site, route);
        for forbidden in [" style=", "<style", " onclick", "javascript:", "<script>"] {
            assert!(!html.contains(forbidden), "{route:?} contains {forbidden}");
        }
        // Data blocks are not scripts; everything else comes from a file.
        for script in html.split("<script").skip(1) {
            let attributes = script.split_once('>').unwrap().0;
            assert!(
                attributes.contains(" src=") || attributes.contains("application/ld+json"),
                "{route:?}: {attributes}"
            );
        }
    }
}

/// A table's rows need their body written out: parsers add it, and then the
/// program would find other markup than it expects.
#[test]
fn markup_is_what_a_parser_makes_of_it() {
    let site = site();
    for route in Route::rendered() {
        let html = page(&site, route);
        for table in html.split("<table").skip(1) {
            let (table, _) = table.split_once("</table>").unwrap();
            // What follows the last of them is not before a row.
            let rows = table.rsplit_once("<tr").map_or("", |(rows, _)| rows);
            for before in rows.split("<tr") {
                let begins = before.contains("<tbody") || before.contains("<thead");
                let written = before.ends_with("</tr>") || begins && before.ends_with('>');
                assert!(written, "{route:?}: a row without its body: {before}");
            }
        }
        let mut rest = html.as_str();
        while let Some((_, after)) = rest.split_once("<p") {
            if after.starts_with([' ', '>']) {
                let (inside, _) = after.split_once("</p>").unwrap();
                for block in [
                    "<p>", "<p ", "<ul", "<ol", "<div", "<section", "<h2", "<h3", "<table",
                    "<details",
                ] {
                    assert!(
                        !inside.contains(block),
                        "{route:?}: {block} inside a paragraph: {inside}"
                    );
                }
            }
            rest = after;
        }
    }
}
