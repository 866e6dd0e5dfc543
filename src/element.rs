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
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::{
            RemoveEventHandler, Rndr,
            types::{Element as DomElement, Node as DomNode, Text as DomText},
        },
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
    },
    wasm_bindgen::{JsCast, JsValue},
    web_sys::Event,
};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What happens when something happens.
type Listener = Box<dyn FnMut(Event) + Send>;

/// An element that can change and be operated.
///
/// Boxed, because views pass it from call to call: moving one word instead of
/// thirteen is a tenth of the program.
pub struct El(Box<Parts>);

struct Parts {
    tag: Str,
    attributes: Vec<(Str, Value)>,
    listeners: Vec<(&'static str, Listener)>,
    children: Vec<Child>,
}

enum Value {
    Fixed(Str),
    /// `None` takes the attribute away.
    Live(Box<dyn Fn() -> Option<String> + Send>),
    /// A property of the DOM object, such as `checked`; natively nothing.
    Property(Box<dyn Fn() -> JsValue + Send>),
}

enum Child {
    Text(String),
    LiveText(Box<dyn Fn() -> String + Send>),
    Element(El),
    View(AnyView),
}

/// An element without attributes and children.
#[must_use]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag: tag.into(),
        attributes: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

/// A view that is drawn anew whenever what it reads changes.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    view.into_any()
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
    view: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let key = memo(key);
    live(move || {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        key.with(|_| ());
        untrack(&view)
    })
}

/// A list with an element for each key. What is in it stays when the keys
/// change, and moves where its key does.
pub fn each(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    element: impl Fn(&str) -> El + Send + Sync + 'static,
) -> AnyView {
    type Keys = Box<dyn Fn() -> Vec<String> + Send + Sync>;
    type Element = Arc<dyn Fn(&str) -> El + Send + Sync>;
    fn list(keys: Keys, element: Element) -> AnyView {
        view! {
            <For each=move || keys() key=Clone::clone let:key>
                {element(&key).into_any()}
            </For>
        }
        .into_any()
    }
    list(Box::new(keys), Arc::new(element))
}

/// Nothing.
#[must_use]
pub fn nothing() -> AnyView {
    ().into_any()
}

impl El {
    /// Adds an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<Str>) -> Self {
        self.0
            .attributes
            .push((name.into(), Value::Fixed(value.into())));
        self
    }

    /// Sets the classes.
    #[must_use]
    pub fn class(self, class: impl Into<Str>) -> Self {
        self.attr("class", class)
    }

    /// Adds an attribute that follows what it reads; `None` takes it away.
    #[must_use]
    pub fn live_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.0
            .attributes
            .push((name.into(), Value::Live(Box::new(value))));
        self
    }

    /// Adds an attribute without a value that comes and goes.
    #[must_use]
    pub fn flag(self, name: &'static str, on: impl Fn() -> bool + Send + 'static) -> Self {
        self.live_attr(name, move || on().then(String::new))
    }

    /// Sets whether a button of choice is chosen, whatever the person has
    /// touched before.
    #[must_use]
    pub fn checked(mut self, on: impl Fn() -> bool + Send + 'static) -> Self {
        self.0.attributes.push((
            "checked".into(),
            Value::Property(Box::new(move || on().into())),
        ));
        self
    }

    /// Sets what a field holds, whatever the person has typed before.
    #[must_use]
    pub fn value(mut self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.0.attributes.push((
            "value".into(),
            Value::Property(Box::new(move || value().into())),
        ));
        self
    }

    /// Listens to an event.
    #[must_use]
    pub fn on(mut self, event: &'static str, listener: impl FnMut(Event) + Send + 'static) -> Self {
        self.0.listeners.push((event, Box::new(listener)));
        self
    }

    /// Adds text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.0.children.push(Child::Text(text.into()));
        self
    }

    /// Adds text that follows what it reads.
    #[must_use]
    pub fn live_text(mut self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.0.children.push(Child::LiveText(Box::new(text)));
        self
    }

    /// Adds an element.
    #[must_use]
    pub fn child(mut self, child: impl Into<Self>) -> Self {
        self.0.children.push(Child::Element(child.into()));
        self
    }

    /// Adds elements.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.0
            .children
            .extend(children.into_iter().map(Child::Element));
        self
    }

    /// Adds a view.
    #[must_use]
    pub fn view(mut self, view: AnyView) -> Self {
        self.0.children.push(Child::View(view));
        self
    }

    /// Adds drawn markup.
    #[must_use]
    pub fn nodes<'a>(mut self, nodes: impl IntoIterator<Item = &'a Node>) -> Self {
        self.0.children.extend(nodes.into_iter().map(Child::from));
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
            children: markup.children.iter().map(Child::from).collect(),
        }))
    }
}

impl From<&Node> for Child {
    fn from(node: &Node) -> Self {
        match node {
            Node::Text(text) => Self::Text(text.to_string()),
            Node::Element(element) => Self::Element(element.into()),
        }
    }
}

/// An element in the document, with what keeps it up to date.
pub struct ElState {
    element: DomElement,
    _children: Vec<ChildState>,
    _effects: Vec<RenderEffect<()>>,
    _listeners: Vec<RemoveEventHandler<DomElement>>,
}

enum ChildState {
    Text(DomText),
    Element(ElState),
    View(<AnyView as Render>::State),
}

impl ChildState {
    fn as_mountable(&mut self) -> &mut dyn Mountable {
        match self {
            Self::Text(text) => text,
            Self::Element(element) => element,
            Self::View(view) => view,
        }
    }
}

/// Sets the attributes, or only watches those that are set already.
fn attend(
    element: &DomElement,
    attributes: Vec<(Str, Value)>,
    listeners: Vec<(&'static str, Listener)>,
    hydrating: bool,
) -> (Vec<RenderEffect<()>>, Vec<RemoveEventHandler<DomElement>>) {
    let mut effects = Vec::new();
    for (name, value) in attributes {
        match value {
            Value::Fixed(_) if hydrating => {}
            Value::Fixed(value) => Rndr::set_attribute(element, &name, &value),
            Value::Live(value) => {
                let element = element.clone();
                effects.push(RenderEffect::new(move |_| match value() {
                    Some(value) => Rndr::set_attribute(&element, &name, &value),
                    None => Rndr::remove_attribute(&element, &name),
                }));
            }
            Value::Property(value) => {
                let element = element.clone();
                effects.push(RenderEffect::new(move |_| {
                    Rndr::set_property_or_value(&element, &name, &value())
                }));
            }
        }
    }
    let listeners = listeners.into_iter().map(|(name, mut listener)| {
        let listener = move |event: JsValue| listener(event.unchecked_into());
        Rndr::add_event_listener(element, name, Box::new(listener))
    });
    (effects, listeners.collect())
}

fn follow(text: &DomText, read: Box<dyn Fn() -> String + Send>) -> RenderEffect<()> {
    let text = text.clone();
    RenderEffect::new(move |_| {
        let now = read();
        // Writing the same again would move a screen reader's cursor.
        if text.data() != now {
            Rndr::set_text(&text, &now);
        }
    })
}

impl El {
    fn build_in(self, in_svg: bool) -> ElState {
        let parts = *self.0;
        let svg = in_svg || parts.tag == "svg";
        let element = Rndr::create_element(&parts.tag, svg.then_some(SVG));
        let (mut effects, listeners) = attend(&element, parts.attributes, parts.listeners, false);
        let mut children = Vec::with_capacity(parts.children.len());
        for child in parts.children {
            let mut state = match child {
                Child::Text(text) => ChildState::Text(Rndr::create_text_node(&text)),
                Child::LiveText(read) => {
                    let text = Rndr::create_text_node("");
                    effects.push(follow(&text, read));
                    ChildState::Text(text)
                }
                Child::Element(child) => ChildState::Element(child.build_in(svg)),
                Child::View(view) => ChildState::View(view.build()),
            };
            state.as_mountable().mount(&element, None);
            children.push(state);
        }
        ElState {
            element,
            _children: children,
            _effects: effects,
            _listeners: listeners,
        }
    }
}

impl Render for El {
    type State = ElState;

    fn build(self) -> ElState {
        self.build_in(false)
    }

    /// An element that is drawn anew replaces the one before: what changes
    /// often follows by itself.
    fn rebuild(self, state: &mut ElState) {
        let mut next = self.build();
        state.insert_before_this(&mut next);
        state.unmount();
        *state = next;
    }
}

impl Mountable for ElState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &DomElement, marker: Option<&DomNode>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<DomElement> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for El {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        let parts = *self.0;
        buf.push('<');
        buf.push_str(&parts.tag);
        for (name, value) in &parts.attributes {
            let value = match value {
                Value::Fixed(value) => value.clone(),
                Value::Live(value) => match value() {
                    Some(value) => value.into(),
                    None => continue,
                },
                Value::Property(_) => continue,
            };
            buf.push(' ');
            buf.push_str(name);
            if !value.is_empty() {
                buf.push_str("=\"");
                push_escaped(buf, &value);
                buf.push('"');
            }
        }
        buf.push('>');
        if is_void(&parts.tag) {
            *position = Position::NextChild;
            return;
        }
        *position = Position::FirstChild;
        for child in parts.children {
            match child {
                Child::Text(text) => {
                    text.to_html_with_buf(buf, position, true, mark_branches, vec![])
                }
                Child::LiveText(read) => {
                    read().to_html_with_buf(buf, position, true, mark_branches, vec![])
                }
                Child::Element(child) => {
                    child.to_html_with_buf(buf, position, true, mark_branches, vec![])
                }
                Child::View(view) => {
                    view.to_html_with_buf(buf, position, true, mark_branches, vec![])
                }
            }
        }
        buf.push_str("</");
        buf.push_str(&parts.tag);
        buf.push('>');
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> ElState {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            Position::NextChild
            | Position::NextChildAfterText
            | Position::OnlyChild
            | Position::LastChild => {
                cursor.sibling();
            }
        }
        let element: DomElement = cursor.current().unchecked_into();
        let parts = *self.0;
        let (mut effects, listeners) = attend(&element, parts.attributes, parts.listeners, true);
        position.set(Position::FirstChild);
        let children = parts
            .children
            .into_iter()
            .map(|child| match child {
                Child::Text(text) => {
                    text.hydrate::<FROM_SERVER>(cursor, position);
                    ChildState::Text(cursor.current().unchecked_into())
                }
                Child::LiveText(read) => {
                    // Read without being followed: this runs within the view
                    // around, which must not be drawn anew for it.
                    untrack(&read).hydrate::<FROM_SERVER>(cursor, position);
                    let text: DomText = cursor.current().unchecked_into();
                    effects.push(follow(&text, read));
                    ChildState::Text(text)
                }
                Child::Element(child) => {
                    ChildState::Element(child.hydrate::<FROM_SERVER>(cursor, position))
                }
                Child::View(view) => {
                    ChildState::View(view.hydrate::<FROM_SERVER>(cursor, position))
                }
            })
            .collect();
        cursor.set(element.clone().unchecked_into());
        position.set(Position::NextChild);
        ElState {
            element,
            _children: children,
            _effects: effects,
            _listeners: listeners,
        }
    }

    fn into_owned(self) -> Self {
        self
    }
}

fn push_escaped(buf: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            '&' => buf.push_str("&amp;"),
            '"' => buf.push_str("&quot;"),
            '<' => buf.push_str("&lt;"),
            c => buf.push(c),
        }
    }
}

fn is_void(tag: &str) -> bool {
    matches!(tag, "input" | "br" | "hr" | "wbr")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn html() {
        let check = |el: El, html: &str| assert_eq!(el.to_html(), html);
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
                .view(live(|| el("i").into_any())),
            "<p>a<!>b<b>c</b><i></i></p>",
        );
    }
}
