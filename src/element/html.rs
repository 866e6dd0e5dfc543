//! Views as text, for the delivered page.

use leptos::{
    prelude::untrack,
    tachys::{
        html::attribute::any_attribute::AnyAttribute,
        view::{Position, RenderHtml},
    },
};

use super::{El, Shown, Value, View};

/// Stands where nothing is shown, or where a list ends. Taking a page over
/// looks for it.
const PLACEHOLDER: &str = "<!>";

impl View {
    pub(super) fn write(self, html: &mut String, position: &mut Position) {
        match self.0 {
            Shown::Nothing => {
                html.push_str(PLACEHOLDER);
                *position = Position::NextChild;
            }
            Shown::Text(text) => write_text(text.into_owned(), html, position),
            Shown::LiveText(read) => write_text(untrack(&read), html, position),
            Shown::Element(element) => element.write(html, position),
            Shown::Live(view) => untrack(&view).write(html, position),
            Shown::Each(keys, element) => {
                for key in untrack(&keys) {
                    element(&key).write(html, position);
                }
                html.push_str(PLACEHOLDER);
                *position = Position::NextChild;
            }
        }
    }
}

fn write_text(text: String, html: &mut String, position: &mut Position) {
    text.to_html_with_buf(html, position, true, false, Vec::<AnyAttribute>::new());
}

impl El {
    fn write(self, html: &mut String, position: &mut Position) {
        let parts = *self.0;
        html.push('<');
        html.push_str(&parts.tag);
        for (name, value) in &parts.attributes {
            let value = match value {
                Value::Fixed(value) => value.clone(),
                Value::Live(value) => match untrack(value) {
                    Some(value) => value.into(),
                    None => continue,
                },
                Value::Property(_) | Value::Chosen(_) => continue,
            };
            html.push(' ');
            html.push_str(name);
            if !value.is_empty() {
                html.push_str("=\"");
                push_escaped(html, &value);
                html.push('"');
            }
        }
        html.push('>');
        if !is_void(&parts.tag) {
            *position = Position::FirstChild;
            for child in parts.children {
                child.write(html, position);
            }
            html.push_str("</");
            html.push_str(&parts.tag);
            html.push('>');
        }
        *position = Position::NextChild;
    }
}

fn push_escaped(html: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '"' => html.push_str("&quot;"),
            '<' => html.push_str("&lt;"),
            c => html.push(c),
        }
    }
}

fn is_void(tag: &str) -> bool {
    matches!(tag, "input" | "br" | "hr" | "wbr")
}
