//! What the search of a language looks through: read off the drawn pages, so
//! that it holds what readers see, and nothing else.

use hipec_core::{
    content::{FORMAT, PageData},
    markup::{Element, Node},
    route::PageId,
    search::{Index, Place},
};

/// The index of pages in the order in which they are given.
pub(crate) fn index<'a>(pages: impl Iterator<Item = (PageId, &'a PageData)>) -> Index {
    let mut index = Index {
        format: FORMAT,
        titles: Vec::new(),
        places: Vec::new(),
    };
    for (page, data) in pages.filter(|(page, _)| !NOT_SEARCHED.contains(page)) {
        index.titles.push((page, data.title.clone()));
        let mut reader = Reader {
            page,
            places: vec![place(page, String::new(), data.title.clone())],
            heading: None,
        };
        for node in &data.top {
            reader.read(node);
        }
        for mut place in reader.places {
            place.text = tidy(&place.text);
            if !place.heading.is_empty() {
                index.places.push(place);
            }
        }
    }
    index
}

/// Pages that only lead to others.
const NOT_SEARCHED: [PageId; 1] = [PageId::Search];

/// Classes and ids of what is the same on every page, or is not read.
const NOT_READ: [&str; 12] = [
    "cited-on",
    "filter",
    "letters",
    "needs-script",
    "on-this-page",
    "picked",
    "review-box",
    "study-index",
    "study-kind",
    "cite",
    "verdict",
    "way",
];

const BLOCKS: [&str; 14] = [
    "p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "div", "section", "tr", "th", "td", "caption",
];

struct Reader {
    page: PageId,
    places: Vec<Place>,
    /// The words of the place that is being read, where they still come as its
    /// first element: not to be said twice.
    heading: Option<String>,
}

fn place(page: PageId, anchor: String, heading: String) -> Place {
    Place {
        page,
        anchor,
        heading,
        text: String::new(),
    }
}

impl Reader {
    fn read(&mut self, node: &Node) {
        let element = match node {
            Node::Text(text) => return self.say(text),
            Node::Element(element) => element,
        };
        let skipped = matches!(&*element.tag, "summary" | "svg" | "h1")
            || attribute(element, "class")
                .into_iter()
                .chain(attribute(element, "id"))
                .any(|names| names.split(' ').any(|name| NOT_READ.contains(&name)));
        if skipped {
            return;
        }
        if let Some(anchor) = attribute(element, "id").filter(|_| begins_place(element)) {
            let heading = heading(element).unwrap_or_default();
            self.places
                .push(place(self.page, anchor.to_owned(), tidy(&heading)));
            // A heading's own words are the heading.
            if is_heading(element) {
                return;
            }
            self.heading = Some(heading);
        } else if matches!(&*element.tag, "h3" | "dt" | "label" | "a" | "span")
            && self.heading.as_ref() == Some(&text_of(element))
        {
            self.heading = None;
            return;
        }
        let block = BLOCKS.contains(&&*element.tag);
        if block {
            self.say("\n");
        }
        for child in &element.children {
            self.read(child);
        }
        if block {
            self.say("\n");
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(place) = self.places.last_mut() {
            place.text.push_str(text);
        }
    }
}

fn attribute<'a>(element: &'a Element, wanted: &str) -> Option<&'a str> {
    let found = element.attributes.iter().find(|(name, _)| name == wanted);
    found.map(|(_, value)| &**value)
}

fn is_heading(element: &Element) -> bool {
    matches!(&*element.tag, "h2" | "h3")
}

/// Terms within a text have ids too, so that the way back from their note is
/// found; they begin nothing.
fn begins_place(element: &Element) -> bool {
    is_heading(element) || matches!(&*element.tag, "section" | "li" | "div")
}

/// What stands over an element with an id, or what it begins with.
fn heading(element: &Element) -> Option<String> {
    if is_heading(element) || matches!(&*element.tag, "dt" | "label") {
        return Some(text_of(element));
    }
    let inner = element.children.iter().find_map(|child| match child {
        Node::Element(child) => heading(child),
        Node::Text(_) => None,
    });
    inner.or_else(|| {
        element.children.iter().find_map(|child| match child {
            Node::Element(child) if child.tag == "a" || child.tag == "span" => Some(text_of(child)),
            Node::Element(child) if child.tag == "p" => {
                child.children.iter().find_map(|inner| match inner {
                    Node::Element(link) if link.tag == "a" || link.tag == "span" => {
                        Some(text_of(link))
                    }
                    Node::Element(_) | Node::Text(_) => None,
                })
            }
            Node::Element(_) | Node::Text(_) => None,
        })
    })
}

fn text_of(element: &Element) -> String {
    let mut text = String::new();
    push_text(element, &mut text);
    text
}

fn push_text(element: &Element, text: &mut String) {
    for child in &element.children {
        match child {
            Node::Text(words) => text.push_str(words),
            Node::Element(child) if child.tag == "svg" || child.tag == "sup" => {}
            Node::Element(child) => push_text(child, text),
        }
    }
}

/// One line for each piece of text, without what is only space.
fn tidy(text: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use hipec_core::markup::el;

    #[test]
    fn places_begin_at_anchors_and_leave_out_what_repeats() {
        let data = PageData {
            format: FORMAT,
            title: "Recovery".into(),
            description: String::new(),
            class: "page".into(),
            top: vec![
                el("header")
                    .child(el("h1").text("Recovery"))
                    .child(el("p").class("lead").text("It takes time."))
                    .into(),
                el("div").class("review-box").text("not reviewed").into(),
                el("h2").attr("id", "stoma").text("Stoma?").into(),
                el("p")
                    .text("A ")
                    .child(el("a").attr("id", "use-stoma").text("bag"))
                    .text(" helps")
                    .child(el("sup").class("cite").text("1"))
                    .text(".")
                    .into(),
                el("ul")
                    .child(
                        el("li")
                            .attr("id", "ask-who")
                            .child(el("label").child(el("span").text("Who decides?")))
                            .child(
                                el("details")
                                    .child(el("summary").text("Why?"))
                                    .child(el("p").text("A team sees more.")),
                            ),
                    )
                    .into(),
            ],
            checklist: None,
            bottom: vec![el("p").text("sources").into()],
            review: None,
        };
        let index = index([(PageId::Recovery, &data), (PageId::Search, &data)].into_iter());
        assert_eq!(index.titles, [(PageId::Recovery, "Recovery".to_owned())]);
        let places: Vec<_> = index
            .places
            .iter()
            .map(|place| {
                (
                    place.anchor.as_str(),
                    place.heading.as_str(),
                    place.text.as_str(),
                )
            })
            .collect();
        assert_eq!(
            places,
            [
                ("", "Recovery", "It takes time."),
                ("stoma", "Stoma?", "A bag helps."),
                ("ask-who", "Who decides?", "A team sees more."),
            ]
        );
    }
}
