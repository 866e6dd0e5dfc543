//! Elements as Leptos views, all of one type.
//!
//! `view!` gives every piece of markup a type of its own, and the compiler
//! writes the code to build, hydrate and update each of them: the first version
//! of this site came to 303 kB that way. Here all elements share one type, so
//! that code exists once; `ARCHITECTURE.md` has the figures. What the pages are
//! drawn with ([`hipec_core::markup`]) becomes a view by the same means.

use std::sync::Arc;

use hipec_core::markup::{Element as Markup, Node, Str};
use leptos::{
    prelude::{Memo, With, untrack},
    wasm_bindgen::JsValue,
    web_sys::Event,
};

mod html;
mod live;
mod state;

/// What happens when something happens.
type Listener = Box<dyn FnMut(Event) + Send>;
/// Texts that tell the elements of a list apart.
type Keys = Box<dyn Fn() -> Vec<String> + Send>;
/// What a list shows for a key.
type Element = Box<dyn Fn(&str) -> El + Send>;

/// An element that can change and be operated.
///
/// Boxed, because views pass it from call to call: moving one word instead of
/// thirteen.
pub struct El(Box<Parts>);

struct Parts {
    tag: Str,
    attributes: Vec<(Str, Value)>,
    listeners: Vec<(&'static str, Listener)>,
    children: Vec<View>,
}

enum Value {
    Fixed(Str),
    /// `None` takes the attribute away.
    Live(Box<dyn Fn() -> Option<String> + Send>),
    /// A property of the DOM object, such as `checked`; natively nothing.
    Property(Box<dyn Fn() -> JsValue + Send>),
    /// Which of the buttons of choice within is chosen, by its value; natively
    /// nothing.
    Chosen(Box<dyn Fn() -> String + Send>),
}

/// Something that is shown, or may be.
pub struct View(Shown);

enum Shown {
    Nothing,
    Text(Str),
    LiveText(Box<dyn Fn() -> String + Send>),
    Element(El),
    Live(Box<dyn Fn() -> View + Send>),
    Each(Keys, Element),
}

/// An element without attributes and children.
#[must_use]
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag: tag.into(),
        attributes: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

/// A view that is drawn anew whenever what it reads changes.
pub fn live(view: impl Fn() -> View + Send + 'static) -> View {
    View(Shown::Live(Box::new(view)))
}

/// A text that is worked out anew when what it reads changes, and followed
/// only when it then differs. All memos of the views are texts: each further
/// type would bring its own copy of their code into the program.
pub fn memo(text: impl Fn() -> String + Send + Sync + 'static) -> Memo<String> {
    let text: Box<dyn Fn() -> String + Send + Sync> = Box::new(text);
    Memo::new(move |_| text())
}

/// A view that is drawn anew only when `key` differs, whatever else changes.
pub fn redrawn(
    key: impl Fn() -> String + Send + Sync + 'static,
    view: impl Fn() -> View + Send + 'static,
) -> View {
    #[inline(never)]
    fn boxed(key: Memo<String>, view: Box<dyn Fn() -> View + Send>) -> View {
        live(move || {
            // Read, not only tracked: a memo that nobody has read follows nothing.
            key.with(|_| ());
            untrack(&view)
        })
    }
    boxed(memo(key), Box::new(view))
}

/// A view that is there while something holds.
pub fn when(
    on: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> View + Send + 'static,
) -> View {
    #[inline(never)]
    fn boxed(on: Arc<dyn Fn() -> bool + Send + Sync>, view: Box<dyn Fn() -> View + Send>) -> View {
        let key = Arc::clone(&on);
        redrawn(
            move || key().to_string(),
            move || if on() { view() } else { nothing() },
        )
    }
    boxed(Arc::new(on), Box::new(view))
}

/// A list with an element for each key. What is in it stays when the keys
/// change, and moves where its key does.
pub fn each(
    keys: impl Fn() -> Vec<String> + Send + 'static,
    element: impl Fn(&str) -> El + Send + 'static,
) -> View {
    View(Shown::Each(Box::new(keys), Box::new(element)))
}

/// Nothing.
#[must_use]
pub fn nothing() -> View {
    View(Shown::Nothing)
}

impl From<El> for View {
    fn from(element: El) -> Self {
        Self(Shown::Element(element))
    }
}

/// What an attribute or a text can be made of.
pub trait Words {
    /// The words as stored.
    fn into_str(self) -> Str;
    /// Puts them into an attribute. Each kind of words has a function of its
    /// own, so that views need not build the stored form on the spot.
    fn into_attr(self, el: El, name: &'static str) -> El
    where
        Self: Sized,
    {
        el.push_attr(name, Value::Fixed(self.into_str()))
    }
    /// Puts them into the text.
    fn into_text(self, el: El) -> El
    where
        Self: Sized,
    {
        el.push(Shown::Text(self.into_str()))
    }
}

impl Words for &'static str {
    fn into_str(self) -> Str {
        self.into()
    }

    #[inline(never)]
    fn into_attr(self, el: El, name: &'static str) -> El {
        el.push_attr(name, Value::Fixed(self.into()))
    }
}

impl Words for String {
    fn into_str(self) -> Str {
        self.into()
    }

    #[inline(never)]
    fn into_attr(self, el: El, name: &'static str) -> El {
        el.push_attr(name, Value::Fixed(self.into()))
    }

    #[inline(never)]
    fn into_text(self, el: El) -> El {
        el.push(Shown::Text(self.into()))
    }
}

impl Words for Str {
    fn into_str(self) -> Str {
        self
    }
}

/// Most of these are not inlined: views call them hundreds of times.
impl El {
    #[inline(never)]
    fn push_attr(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push((name.into(), value));
        self
    }

    #[inline(never)]
    fn push_live(self, name: &'static str, value: Box<dyn Fn() -> Option<String> + Send>) -> Self {
        self.push_attr(name, Value::Live(value))
    }

    #[inline(never)]
    fn push_flag(self, name: &'static str, on: Box<dyn Fn() -> bool + Send>) -> Self {
        self.push_live(name, Box::new(move || on().then(String::new)))
    }

    #[inline(never)]
    fn push_value(self, value: Box<dyn Fn() -> String + Send>) -> Self {
        self.push_attr("value", Value::Property(Box::new(move || value().into())))
    }

    #[inline(never)]
    fn push_checked(self, on: Box<dyn Fn() -> bool + Send>) -> Self {
        self.push_attr("checked", Value::Property(Box::new(move || on().into())))
    }

    #[inline(never)]
    fn push_listener(mut self, event: &'static str, listener: Listener) -> Self {
        self.0.listeners.push((event, listener));
        self
    }

    #[inline(never)]
    fn push(mut self, child: Shown) -> Self {
        self.0.children.push(View(child));
        self
    }

    #[inline(never)]
    fn push_live_text(self, text: Box<dyn Fn() -> String + Send>) -> Self {
        self.push(Shown::LiveText(text))
    }

    #[inline(never)]
    fn push_element(self, child: Self) -> Self {
        self.push(Shown::Element(child))
    }

    /// Adds an attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Words) -> Self {
        value.into_attr(self, name)
    }

    /// Sets the classes.
    #[must_use]
    pub fn class(self, class: impl Words) -> Self {
        class.into_attr(self, "class")
    }

    /// Adds an attribute that follows what it reads; `None` takes it away.
    #[must_use]
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.push_live(name, Box::new(value))
    }

    /// Adds an attribute without a value that comes and goes.
    #[must_use]
    pub fn flag(self, name: &'static str, on: impl Fn() -> bool + Send + 'static) -> Self {
        self.push_flag(name, Box::new(on))
    }

    /// Sets whether a button of choice is chosen, whatever the person has
    /// touched before.
    #[must_use]
    pub fn checked(self, on: impl Fn() -> bool + Send + 'static) -> Self {
        self.push_checked(Box::new(on))
    }

    /// Sets which of the buttons of choice within is chosen, by its value: one
    /// watcher for a whole question instead of one for each answer.
    #[must_use]
    pub fn chosen(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.push_attr("", Value::Chosen(Box::new(value)))
    }

    /// Sets what a field holds, whatever the person has typed before.
    #[must_use]
    pub fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.push_value(Box::new(value))
    }

    /// Listens to an event.
    #[must_use]
    pub fn on(self, event: &'static str, listener: impl FnMut(Event) + Send + 'static) -> Self {
        self.push_listener(event, Box::new(listener))
    }

    /// Adds text.
    #[must_use]
    pub fn text(self, text: impl Words) -> Self {
        text.into_text(self)
    }

    /// Adds text that follows what it reads.
    #[must_use]
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.push_live_text(Box::new(text))
    }

    /// Adds an element.
    #[must_use]
    pub fn child(self, child: impl Into<Self>) -> Self {
        self.push_element(child.into())
    }

    /// Adds elements.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::push_element)
    }

    /// Adds a view.
    #[must_use]
    #[inline(never)]
    pub fn view(self, view: View) -> Self {
        self.push(view.0)
    }

    /// The element as a view.
    #[must_use]
    pub fn into_view(self) -> View {
        self.into()
    }

    /// Adds drawn markup.
    #[must_use]
    pub fn nodes<'a>(mut self, nodes: impl IntoIterator<Item = &'a Node>) -> Self {
        self.0.children.extend(nodes.into_iter().map(View::from));
        self
    }
}

impl From<Markup> for El {
    fn from(markup: Markup) -> Self {
        Self::from(&markup)
    }
}

impl From<&Markup> for El {
    fn from(markup: &Markup) -> Self {
        let fixed = |(name, value): &(Str, Str)| (name.clone(), Value::Fixed(value.clone()));
        Self(Box::new(Parts {
            tag: markup.tag.clone(),
            attributes: markup.attributes.iter().map(fixed).collect(),
            listeners: Vec::new(),
            children: markup.children.iter().map(View::from).collect(),
        }))
    }
}

impl From<&Node> for View {
    fn from(node: &Node) -> Self {
        Self(match node {
            Node::Text(text) => Shown::Text(text.clone()),
            Node::Element(element) => Shown::Element(element.into()),
        })
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use leptos::tachys::view::RenderHtml;

    use super::*;

    #[test]
    fn html() {
        let check = |el: El, html: &str| assert_eq!(el.into_view().to_html(), html);
        check(el("p"), "<p></p>");
        check(
            el("p").class("a \"b\"").text("x < y & z"),
            "<p class=\"a &quot;b&quot;\">x &lt; y &amp; z</p>",
        );
        check(
            el("input").attr("type", "text").flag("disabled", || true),
            "<input type=\"text\" disabled>",
        );
        check(
            el("input").flag("disabled", || false).checked(|| true),
            "<input>",
        );
        check(el("p").live_text(|| "now".to_owned()), "<p>now</p>");
        check(
            el("p")
                .text("a")
                .text("b")
                .child(el("b").text("c"))
                .view(live(|| el("i").into_view())),
            "<p>a<!>b<b>c</b><i></i></p>",
        );
        check(
            el("ul").view(nothing()).view(each(
                || vec!["1".to_owned(), "2".to_owned()],
                |key| el("li").text(key.to_owned()),
            )),
            "<ul><!><li>1</li><li>2</li><!></ul>",
        );
    }
}
