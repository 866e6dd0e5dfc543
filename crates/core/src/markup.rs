//! Pieces of a page as data: elements, attributes and text.
//!
//! Pages are drawn natively into such pieces. They are printed into the files
//! that are served, and travel as JSON to readers who come from another page.
//! So the program in the browser knows how to show *any* page and carries no
//! code for the kinds of blocks: a new one costs a phone nothing.
//!
//! In JSON a text is a string and an element a list: its tag, an object with
//! its attributes if it has any, then its children:
//! `["p", {"class": "lead"}, "Hello ", ["b", "world"]]`.

use std::borrow::Cow;

use crate::{
    from_json::FromJson,
    json::{Map, Value},
    route::Route,
};

#[cfg(feature = "serde")]
mod write;

/// Text that is mostly known when the program is built.
pub type Str = Cow<'static, str>;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Text.
    Text(Str),
    /// An element.
    Element(Element),
}

/// An element with its attributes and children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// The tag, in lower case.
    pub tag: Str,
    /// The attributes.
    pub attributes: Vec<(Str, Str)>,
    /// What stands within.
    pub children: Vec<Node>,
}

/// An element without attributes and children.
#[must_use]
pub fn el(tag: &'static str) -> Element {
    Element {
        tag: Cow::Borrowed(tag),
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// A link to a place on the site, or to an anchor there. The one place that
/// knows which links the program must leave to the browser.
#[must_use]
pub fn link(route: Route, anchor: Option<&str>) -> Element {
    let href = match anchor {
        Some(anchor) => [&route.path(), "#", anchor].concat(),
        None => route.path(),
    };
    el("a")
        .attr("href", href)
        .attr_if("rel", route.loads_whole().then_some("external"))
}

impl Element {
    /// Adds an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<Str>) -> Self {
        self.attributes.push((Cow::Borrowed(name), value.into()));
        self
    }

    /// Adds an attribute if there is a value.
    #[must_use]
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Str>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets the classes.
    #[must_use]
    pub fn class(self, class: impl Into<Str>) -> Self {
        self.attr("class", class)
    }

    /// Adds text. Neighbouring texts become one, as they do in a document.
    #[must_use]
    pub fn text(mut self, text: impl Into<Str>) -> Self {
        push_text(&mut self.children, text.into());
        self
    }

    /// Adds a child.
    #[must_use]
    pub fn child(mut self, child: impl Into<Node>) -> Self {
        push(&mut self.children, child.into());
        self
    }

    /// Adds children.
    #[must_use]
    pub fn children<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        for child in children {
            push(&mut self.children, child.into());
        }
        self
    }
}

fn push(children: &mut Vec<Node>, child: Node) {
    match child {
        Node::Text(text) => push_text(children, text),
        element @ Node::Element(_) => children.push(element),
    }
}

fn push_text(children: &mut Vec<Node>, text: Str) {
    match children.last_mut() {
        _ if text.is_empty() => {}
        Some(Node::Text(before)) => before.to_mut().push_str(&text),
        Some(Node::Element(_)) | None => children.push(Node::Text(text)),
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl FromJson for Node {
    fn from_json(value: &Value) -> Option<Self> {
        if let Some(text) = value.as_str() {
            return Some(Self::Text(Cow::Owned(text.to_owned())));
        }
        let (tag, parts) = value.as_array()?.split_first()?;
        let tag = tag.as_str().filter(|tag| is_harmless_tag(tag))?;
        let mut element = Element {
            tag: Cow::Owned(tag.to_owned()),
            attributes: Vec::new(),
            children: Vec::new(),
        };
        for part in parts {
            match part.as_object() {
                Some(attributes) => element.attributes = read_attributes(attributes)?,
                None => element.children.push(Self::from_json(part)?),
            }
        }
        // Of fields, only those that hold no text.
        let ticked =
            |(name, value): &(Str, Str)| name == "type" && matches!(&**value, "checkbox" | "radio");
        if element.tag == "input" && !element.attributes.iter().any(ticked) {
            return None;
        }
        Some(Self::Element(element))
    }
}

fn read_attributes(object: &Map) -> Option<Vec<(Str, Str)>> {
    let mut attributes = Vec::new();
    for (name, value) in object.iter() {
        let value = value.as_str()?;
        if !is_harmless_attribute(name, value) {
            return None;
        }
        attributes.push((Cow::Owned(name.clone()), Cow::Owned(value.to_owned())));
    }
    Some(attributes)
}

/// A file that was tampered with must not be able to run or load anything.
fn is_harmless_tag(tag: &str) -> bool {
    const LETTERS: fn(u8) -> bool = |b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'P';
    let refused = [
        "script", "style", "iframe", "object", "embed", "link", "meta", "base", "form", "textarea",
        "select", "template", "slot", "image", "img", "video", "audio", "use", "set", "animate",
        "portal",
    ];
    !tag.is_empty() && tag.bytes().all(LETTERS) && !refused.contains(&tag)
}

fn is_harmless_attribute(name: &str, value: &str) -> bool {
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let runs = name
        .get(..2)
        .is_some_and(|start| start.eq_ignore_ascii_case("on"))
        || matches!(
            name,
            "style" | "srcdoc" | "src" | "srcset" | "action" | "formaction" | "ping"
        );
    let leads_out = name == "href"
        && !["/", "#", "https://", "http://", "mailto:", "tel:"]
            .iter()
            .any(|start| value.starts_with(start));
    plain && !runs && !leads_out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
    use super::*;
    use crate::{locale::Locale, route::PageId};

    fn sample() -> Node {
        el("p")
            .class("lead")
            .text("Hello ")
            .text("you, ")
            .child(el("strong").text("كلمة"))
            .child(el("br"))
            .into()
    }

    fn read(json: &str) -> Option<Node> {
        Node::from_json(&crate::json::parse(json).unwrap())
    }

    #[test]
    fn links_to_pages_that_load_whole_are_left_to_the_browser() {
        #[track_caller]
        fn check(page: PageId, anchor: Option<&str>, expected: &str) {
            let link: Node = link(Route::Page(Locale::Ar, page), anchor).into();
            assert_eq!(serde_json::to_string(&link).unwrap(), expected);
        }
        check(PageId::Iraq, None, r#"["a",{"href":"/ar/iraq/"}]"#);
        check(PageId::Iraq, Some("x"), r##"["a",{"href":"/ar/iraq/#x"}]"##);
        check(
            PageId::Recover,
            None,
            r#"["a",{"href":"/ar/recover/","rel":"external"}]"#,
        );
    }

    #[test]
    fn json_round_trips() {
        let json = serde_json::to_string(&sample()).unwrap();
        assert_eq!(
            json,
            r#"["p",{"class":"lead"},"Hello you, ",["strong","كلمة"],["br"]]"#
        );
        assert_eq!(read(&json), Some(sample()));
    }

    #[test]
    fn escaped_text_is_read() {
        let node = read(r#"["p","a \"b\" \u003c"]"#);
        assert_eq!(node, Some(el("p").text("a \"b\" <").into()));
    }

    #[test]
    fn what_could_run_is_refused() {
        for json in [
            r#"["script","alert(1)"]"#,
            r#"["SCRIPT","alert(1)"]"#,
            r#"["p",["iframe",{"src":"https://x"}]]"#,
            r#"["svg",["use",{"href":"/x"}]]"#,
            r#"["a",{"href":"javascript:alert(1)"},"x"]"#,
            r#"["a",{"href":" javascript:alert(1)"},"x"]"#,
            r#"["a",{"href":"data:text/html,x"},"x"]"#,
            r#"["p",{"onclick":"x"}]"#,
            r#"["p",{"OnClick":"x"}]"#,
            r#"["p",{"style":"x"}]"#,
            r#"["p",{"a b":"x"}]"#,
            r#"["form",{"action":"/x"}]"#,
            r#"["input"]"#,
            r#"["input",{"type":"text"}]"#,
            r#"["input",{"type":"image","src":"/x"}]"#,
            r#"[]"#,
            r#"[["p"]]"#,
            r#"{"class":"x"}"#,
            r#"["p",1]"#,
            r#"["p",null]"#,
        ] {
            assert_eq!(read(json), None, "{json}");
        }
    }
}
