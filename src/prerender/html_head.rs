//! What a page says about itself to machines.

use hipec_content::Site;
use hipec_core::{
    content::ShellData,
    head::Head,
    locale::{Direction, Locale},
    route::{PageId, Route},
    words::ShellText,
};
use serde_json::{Value, json};

use super::{
    assets::{Asset, Assets},
    script_safe,
    template::escape,
};
use crate::context::Screen;

/// The variable part of the head.
pub(super) fn html_head(site: &Site, assets: &Assets, screen: &Screen, head: &Head) -> String {
    let mut out = String::new();
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    line(format!("<title>{}</title>", escape(&head.title)));
    line(meta("name", "description", &head.description));
    match &head.canonical {
        Some(path) => line(format!(
            "<link rel=\"canonical\" href=\"{}{}\">",
            site.origin,
            escape(path)
        )),
        None => line(meta("name", "robots", "noindex")),
    }
    for (tag, path) in &head.alternates {
        line(format!(
            "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}{}\">",
            site.origin,
            escape(path)
        ));
    }
    line(meta("name", "color-scheme", "light dark"));
    line(meta("name", "format-detection", "telephone=no"));
    line("<link rel=\"icon\" href=\"/icons/favicon.svg\" type=\"image/svg+xml\">".to_owned());
    line(style(assets));
    if head.locale.direction() == Direction::Rtl {
        for font in &assets.fonts {
            line(format!(
                "<link rel=\"preload\" href=\"{}\" as=\"font\" type=\"font/woff2\" crossorigin=\"anonymous\">",
                font.path
            ));
        }
    }
    if screen.page.checklist.is_some() {
        line(preload_data(&screen.route.data_path()));
    }
    if let Some(locale) = screen.route.locale() {
        line(preload_data(&Route::shell_path(locale)));
    }
    // Without `integrity`: the start script gives it with the fetch that uses this.
    line(format!(
        "<link rel=\"preload\" href=\"{}\" as=\"fetch\" type=\"application/wasm\" crossorigin=\"anonymous\">",
        assets.wasm.path
    ));
    line(format!(
        "<link rel=\"modulepreload\" href=\"{}\" integrity=\"{}\" crossorigin=\"anonymous\">",
        assets.glue.path, assets.glue.integrity
    ));
    open_graph(site, screen, head, &mut line);
    if let Some(data) = linked_data(site, screen, head) {
        line(format!(
            "<script type=\"application/ld+json\">{}</script>",
            script_safe(&data.to_string())
        ));
    }
    out
}

/// What the program is going to fetch, so that it need not wait for it.
fn preload_data(path: &str) -> String {
    format!("<link rel=\"preload\" href=\"{path}\" as=\"fetch\" crossorigin=\"anonymous\">")
}

fn style(assets: &Assets) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"{}\" integrity=\"{}\" crossorigin=\"anonymous\">",
        assets.css.path, assets.css.integrity
    )
}

/// The script that starts the program once the page stands. On the page about
/// what the device keeps, that page's own script runs before it.
pub(super) fn scripts(assets: &Assets, route: Route) -> String {
    let script = |kind: &str, asset: &Asset| {
        format!(
            "<script {kind} src=\"{}\" integrity=\"{}\" crossorigin=\"anonymous\"></script>",
            asset.path, asset.integrity
        )
    };
    let own = if route.page() == Some(PageId::Recover) {
        script("defer", &assets.recover)
    } else {
        String::new()
    };
    own + &script("type=\"module\"", &assets.start)
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{}\">", escape(content))
}

fn open_graph(site: &Site, screen: &Screen, head: &Head, line: &mut impl FnMut(String)) {
    let Some(path) = &head.canonical else { return };
    line(meta("property", "og:type", "website"));
    line(meta("property", "og:title", &head.title));
    line(meta("property", "og:description", &head.description));
    line(meta(
        "property",
        "og:url",
        &format!("{}{path}", site.origin),
    ));
    line(meta("property", "og:locale", head.locale.open_graph()));
    for other in Locale::ALL
        .into_iter()
        .filter(|other| *other != head.locale)
    {
        line(meta("property", "og:locale:alternate", other.open_graph()));
    }
    if let Some(shell) = screen.shell.as_deref() {
        line(meta(
            "property",
            "og:site_name",
            shell.words.get(ShellText::SiteName),
        ));
    }
}

/// What can truly be said in schema.org's words: no author, reviewer or owner
/// that the content does not name.
fn linked_data(site: &Site, screen: &Screen, head: &Head) -> Option<Value> {
    let shell = screen.shell.as_deref()?;
    screen.route.page()?;
    let url = format!("{}{}", site.origin, screen.route.path());
    let mut graph = vec![web_page(site, screen, shell, head, &url)];
    if screen.route.page() != Some(PageId::Home) {
        graph.push(breadcrumb(site, shell, &screen.page.title, &url));
    }
    if screen.route.page() == Some(PageId::Contact)
        && let Some(owner) = owner(site, shell)
    {
        graph.push(owner);
    }
    Some(json!({"@context": "https://schema.org", "@graph": graph}))
}

fn web_page(site: &Site, screen: &Screen, shell: &ShellData, head: &Head, url: &str) -> Value {
    let route = screen.route;
    let medical = matches!(
        route.page(),
        Some(
            PageId::Home
                | PageId::WhyHipec
                | PageId::Procedure
                | PageId::WhoItCanHelp
                | PageId::BenefitsAndRisks
                | PageId::Research
                | PageId::ResearchBowel
                | PageId::ResearchOvary
                | PageId::ResearchStomach
                | PageId::ResearchAppendix
                | PageId::ResearchMesothelioma
                | PageId::Recovery
                | PageId::Journey
                | PageId::Iraq
                | PageId::ChoosingACentre
                | PageId::Questions
                | PageId::Glossary
                | PageId::ForDoctors
        )
    );
    let mut page = json!({
        "@type": if medical { "MedicalWebPage" } else { "WebPage" },
        "@id": url,
        "url": url,
        "name": screen.page.title,
        "inLanguage": head.locale.tag(),
        "isPartOf": {
            "@type": "WebSite",
            "name": shell.words.get(ShellText::SiteName),
            "url": format!("{}{}", site.origin, Route::Page(head.locale, PageId::Home).path()),
        },
    });
    if let Some(map) = page.as_object_mut() {
        if let Some(updated) = site.updated(route) {
            map.insert("dateModified".to_owned(), json!(updated.to_string()));
        }
        if let Some((name, date)) = site.clinician(route) {
            map.insert("lastReviewed".to_owned(), json!(date.to_string()));
            map.insert(
                "reviewedBy".to_owned(),
                json!({"@type": "Person", "name": name}),
            );
        }
    }
    page
}

fn breadcrumb(site: &Site, shell: &ShellData, title: &str, url: &str) -> Value {
    let home = format!(
        "{}{}",
        site.origin,
        Route::Page(shell.locale, PageId::Home).path()
    );
    json!({
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": shell.words.get(ShellText::Home), "item": home},
            {"@type": "ListItem", "position": 2, "name": title, "item": url},
        ],
    })
}

fn owner(site: &Site, shell: &ShellData) -> Option<Value> {
    let [name, email, phone, address] = site.owner(shell.locale);
    let name = name?;
    let hours: Vec<Value> = site
        .hours
        .iter()
        .map(|hours| {
            let days: Vec<&str> = hours.days.iter().map(|day| day.schema_org()).collect();
            json!({
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": days,
                "opens": hours.opens,
                "closes": hours.closes,
            })
        })
        .collect();
    let mut owner =
        json!({"@type": "MedicalOrganization", "name": name, "openingHoursSpecification": hours});
    if let Some(map) = owner.as_object_mut() {
        for (key, value) in [("email", email), ("telephone", phone), ("address", address)] {
            if let Some(value) = value {
                map.insert(key.to_owned(), json!(value));
            }
        }
    }
    Some(owner)
}
