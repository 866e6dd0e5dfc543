//! What search engines look for.

use hipec_core::{locale::Locale, route::Route};

/// Every page with its other languages.
pub(super) fn sitemap(origin: &str) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for route in Route::all() {
        out.push_str("<url><loc>");
        out.push_str(origin);
        out.push_str(&route.path());
        out.push_str("</loc>");
        if route.locale().is_some() {
            for locale in Locale::ALL {
                let path = route.in_locale(locale).path();
                out.push_str(&format!(
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{origin}{path}\"/>",
                    locale.tag()
                ));
            }
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// Everything may be read.
pub(super) fn robots(origin: &str) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {origin}/sitemap.xml\n")
}
