//! Putting a page into the shell that `index.html` is.

use hipec_core::locale::Locale;

use super::Error;

/// What differs from page to page.
pub(super) struct Parts {
    pub(super) locale: Locale,
    pub(super) path: String,
    pub(super) alive: bool,
    pub(super) head: String,
    pub(super) app: String,
    pub(super) underway: String,
    pub(super) script: String,
}

/// Fills the marks of the template, in the order in which they stand.
pub(super) fn fill(template: &str, parts: &Parts) -> Result<String, Error> {
    let root = format!(
        "<html lang=\"{}\" dir=\"{}\">",
        parts.locale.tag(),
        parts.locale.direction().as_str()
    );
    let alive = if parts.alive { " data-alive" } else { "" };
    let app = format!(
        "<div id=\"app\" data-path=\"{}\"{alive}>{}</div>",
        escape(&parts.path),
        parts.app
    );
    let marks: [(&'static str, &str); 5] = [
        ("<html lang=\"en\" dir=\"ltr\">", &root),
        ("<!-- head -->", &parts.head),
        ("<div id=\"app\" data-path=\"/\"><!-- app --></div>", &app),
        ("<!-- underway -->", &parts.underway),
        ("<!-- start script -->", &parts.script),
    ];
    let mut html = template.to_owned();
    for (mark, text) in marks {
        if !html.contains(mark) {
            return Err(Error::NoMark(mark));
        }
        html = html.replacen(mark, text, 1);
    }
    Ok(without_indentation(&html))
}

/// The template's own indentation costs bytes and says nothing.
fn without_indentation(html: &str) -> String {
    let (head, rest) = html.split_once("<div id=\"app\"").unwrap_or((html, ""));
    let head: Vec<&str> = head
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let head = head.join("\n");
    if rest.is_empty() {
        head
    } else {
        format!("{head}\n<div id=\"app\"{rest}")
    }
}

/// Text for an attribute or an element.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
    use super::*;

    fn parts() -> Parts {
        Parts {
            locale: Locale::Ar,
            path: "/ar/".into(),
            head: "<title>t</title>".into(),
            app: "<p>  a</p>".into(),
            alive: false,
            underway: "<p></p>".into(),
            script: "<script src=\"s\"></script>".into(),
        }
    }

    #[test]
    fn the_real_template_is_filled() {
        // Trunk puts its mark for the start script at the end of the head.
        let template =
            include_str!("../../index.html").replace("</head>", "<!-- start script --></head>");
        let html = fill(&template, &parts()).unwrap();
        assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"));
        assert!(html.contains("<div id=\"app\" data-path=\"/ar/\"><p>  a</p></div>"));
        assert!(!html.contains("<!-- "), "{html}");
    }

    #[test]
    fn a_missing_mark_is_named() {
        let error = fill("<html lang=\"en\" dir=\"ltr\">", &parts()).unwrap_err();
        assert!(error.to_string().contains("<!-- head -->"), "{error}");
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escape("a<b>&\"c\""), "a&lt;b&gt;&amp;&quot;c&quot;");
    }
}
