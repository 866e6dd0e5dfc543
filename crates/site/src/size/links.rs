//! What files refer to: the part of a browser's work that the size report has
//! to repeat.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// A page's language and the files it loads by itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct PageLinks {
    pub(super) language: String,
    pub(super) files: Vec<String>,
}

/// Reads a page. Links that a reader has to follow are not among its files.
pub(super) fn of_page(html: &str) -> PageLinks {
    let mut emitter = DefaultEmitter::default();
    // Without this the text of scripts would be read as tags.
    emitter.naively_switch_states(true);
    let mut links = PageLinks::default();
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        if let Token::StartTag(tag) = token {
            read_tag(&tag, &mut links);
        }
    }
    links
}

fn read_tag(tag: &StartTag<()>, links: &mut PageLinks) {
    let url = match tag.name.as_slice() {
        b"html" => {
            links.language = attribute(tag, b"lang").unwrap_or_default();
            None
        }
        b"link" => attribute(tag, b"href").filter(|_| is_loaded(tag)),
        b"script" | b"img" | b"source" | b"video" | b"audio" | b"iframe" | b"embed" => {
            attribute(tag, b"src")
        }
        b"use" | b"image" => attribute(tag, b"href"),
        _ => None,
    };
    links.files.extend(url);
}

/// Whether a browser loads the target of a `<link>` on a first visit. An
/// `apple-touch-icon` waits until the page is put on a home screen.
fn is_loaded(tag: &StartTag<()>) -> bool {
    attribute(tag, b"rel")
        .unwrap_or_default()
        .split_ascii_whitespace()
        .any(|word| {
            matches!(
                word.to_ascii_lowercase().as_str(),
                "stylesheet" | "preload" | "modulepreload" | "icon" | "manifest"
            )
        })
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    tag.attributes
        .get(name)
        .map(|value| String::from_utf8_lossy(value).into_owned())
}

/// The targets of every `url(…)` in a style sheet.
pub(super) fn of_css(css: &str) -> Vec<String> {
    css.split("url(")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(url, _)| url.trim().trim_matches(['"', '\'']).to_owned())
        .collect()
}

/// The texts of a script that are paths into the folder of hashed files.
pub(super) fn of_script(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    for quote in ['"', '\'', '`'] {
        let opening = format!("{quote}/assets/");
        let paths = script
            .split(opening.as_str())
            .skip(1)
            .filter_map(|rest| rest.split_once(quote))
            .map(|(name, _)| format!("/assets/{name}"));
        found.extend(paths);
    }
    found
}

/// The icons that a web app manifest offers; a browser picks one.
pub(super) fn of_manifest(text: &str) -> Vec<String> {
    let Ok(manifest) = serde_json::from_str::<serde_json::Value>(text) else {
        return Vec::new();
    };
    let icons = manifest.get("icons").and_then(|icons| icons.as_array());
    icons
        .into_iter()
        .flatten()
        .filter_map(|icon| icon.get("src")?.as_str())
        .map(str::to_owned)
        .collect()
}

/// Where a reference in the file at the URL path `base` leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A path on this site.
    Here(String),
    /// Another site.
    Elsewhere,
    /// Nothing to fetch: data in the reference itself, or a place in the page.
    Nothing,
}

/// Resolves `reference` as a browser would, without its query and fragment.
pub(super) fn resolve(base: &str, reference: &str) -> Target {
    let path = reference.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() || reference.starts_with("data:") {
        return Target::Nothing;
    }
    if reference.starts_with("//") || reference.contains("://") {
        return Target::Elsewhere;
    }
    let folder = if path.starts_with('/') {
        ""
    } else {
        base.rsplit_once('/').map_or("", |(up, _)| up)
    };
    let mut segments: Vec<&str> = Vec::new();
    for segment in folder.split('/').chain(path.split('/')) {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            name => segments.push(name),
        }
    }
    let slash = if path.ends_with('/') && !segments.is_empty() {
        "/"
    } else {
        ""
    };
    Target::Here(format!("/{}{slash}", segments.join("/")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_load_some_links_and_only_name_others() {
        let html = r#"<!doctype html><html lang="ckb"><head>
            <link rel="stylesheet" href="/assets/a.css">
            <link rel="canonical" href="https://x.example/ckb/">
            <link rel="alternate" hreflang="en" href="https://x.example/en/">
            <link rel=preload as=fetch crossorigin href=/assets/a.wasm>
            <LINK REL="icon" HREF="/icon.svg?a=1&amp;b=2">
            <link rel="apple-touch-icon" href="/touch.png">
            <link rel="manifest" href="/m.webmanifest">
            <script type="application/json">{"x":"<img src=/not.png>"}</script>
            <script type="module" src="/assets/start.js"></script>
            <!-- <img src="/neither.png"> -->
            </head><body><a href="/en/">x</a><svg><use href="/icons.svg#a"/></svg>"#;
        let links = of_page(html);
        assert_eq!(links.language, "ckb");
        assert_eq!(
            links.files,
            [
                "/assets/a.css",
                "/assets/a.wasm",
                "/icon.svg?a=1&b=2",
                "/m.webmanifest",
                "/assets/start.js",
                "/icons.svg#a",
            ]
        );
    }

    #[test]
    fn style_sheets_scripts_and_manifests() {
        assert_eq!(
            of_css("a{b:url( \"/x.woff2\" )}c{d:url(y.svg)}"),
            ["/x.woff2", "y.svg"]
        );
        assert_eq!(
            of_script(r#"import("/assets/a.js");fetch('/assets/b.wasm');x="/content/en.json""#),
            ["/assets/a.js", "/assets/b.wasm"]
        );
        assert_eq!(
            of_manifest(r#"{"icons":[{"src":"/i.png"},{}]}"#),
            ["/i.png"]
        );
        assert_eq!(of_manifest("{"), Vec::<String>::new());
    }

    #[test]
    fn references_resolve_like_in_a_browser() {
        for (base, reference, expected) in [
            ("/ar/", "/a.css?x#y", Target::Here("/a.css".into())),
            (
                "/assets/s.css",
                "../fonts/f.woff2",
                Target::Here("/fonts/f.woff2".into()),
            ),
            (
                "/assets/s.css",
                "f.svg",
                Target::Here("/assets/f.svg".into()),
            ),
            ("/", "x/", Target::Here("/x/".into())),
            ("/", "data:image/png;base64,AA", Target::Nothing),
            ("/", "#a", Target::Nothing),
            ("/", "//x.example/a", Target::Elsewhere),
            ("/", "https://x.example/a", Target::Elsewhere),
        ] {
            assert_eq!(resolve(base, reference), expected, "{reference}");
        }
    }
}
