//! Views in the document, and what keeps them up to date.

use hipec_core::markup::Str;
use leptos::{
    prelude::{RenderEffect, untrack},
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::{
            RemoveEventHandler, Rndr,
            types::{Element as DomElement, Node as DomNode, Placeholder, Text as DomText},
        },
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
    },
    wasm_bindgen::{JsCast, JsValue},
};

use super::{
    El, Listener, Shown, Value, View,
    live::{EachState, LiveState},
};

const SVG: &str = "http://www.w3.org/2000/svg";

/// How a view comes into the document: drawn anew, or taken over from the
/// delivered page.
#[derive(Clone)]
pub(super) enum Way {
    /// Drawn; within SVG or not.
    Draw(bool),
    /// Taken over, from where the cursor stands.
    TakeOver(Cursor, PositionState),
}

/// An element in the document, with what keeps it up to date.
pub(super) struct ElState {
    element: DomElement,
    _children: Vec<ViewState>,
    _effects: Vec<RenderEffect<()>>,
    _listeners: Vec<RemoveEventHandler<DomElement>>,
}

/// A view in the document, with what keeps it up to date.
pub struct ViewState(pub(super) Inner);

pub(super) enum Inner {
    Nothing(Placeholder),
    Text(DomText),
    LiveText(
        DomText,
        #[allow(dead_code, reason = "it follows")] RenderEffect<()>,
    ),
    Element(ElState),
    Live(LiveState),
    Each(EachState),
}

impl ViewState {
    /// The first node in the document.
    pub(super) fn first(&self) -> Option<DomNode> {
        Some(match &self.0 {
            Inner::Nothing(placeholder) => placeholder.clone().unchecked_into(),
            Inner::Text(text) | Inner::LiveText(text, _) => text.clone().unchecked_into(),
            Inner::Element(element) => element.element.clone().unchecked_into(),
            Inner::Live(live) => return live.first(),
            Inner::Each(each) => each.first(),
        })
    }

    /// Puts it before a node, or at the end.
    pub(super) fn put(&self, parent: &DomElement, before: Option<&DomNode>) {
        match &self.0 {
            Inner::Live(live) => live.put(parent, before),
            Inner::Each(each) => each.put(parent, before),
            Inner::Nothing(_) | Inner::Text(_) | Inner::LiveText(..) | Inner::Element(_) => {
                if let Some(node) = self.first() {
                    Rndr::insert_node(parent, &node, before);
                }
            }
        }
    }

    /// Takes it out of the document.
    pub(super) fn take_out(&self) {
        match &self.0 {
            Inner::Live(live) => live.take_out(),
            Inner::Each(each) => each.take_out(),
            Inner::Nothing(_) | Inner::Text(_) | Inner::LiveText(..) | Inner::Element(_) => {
                if let Some(node) = self.first() {
                    Rndr::remove(&node);
                }
            }
        }
    }
}

impl View {
    pub(super) fn enter(self, way: &Way) -> ViewState {
        ViewState(match self.0 {
            Shown::Nothing => Inner::Nothing(way.placeholder()),
            Shown::Text(text) => Inner::Text(way.text(text.into_owned())),
            Shown::LiveText(read) => {
                // Read without being followed: this runs within the view
                // around, which must not be drawn anew for it.
                let text = way.text(untrack(&read));
                let followed = follow(&text, read);
                Inner::LiveText(text, followed)
            }
            Shown::Element(element) => Inner::Element(element.enter(way)),
            Shown::Live(view) => Inner::Live(LiveState::new(view, way)),
            Shown::Each(keys, element) => Inner::Each(EachState::new(keys, element, way)),
        })
    }
}

impl Way {
    pub(super) fn placeholder(&self) -> Placeholder {
        match self {
            Self::Draw(_) => Rndr::create_placeholder(),
            Self::TakeOver(cursor, position) => cursor.next_placeholder(position),
        }
    }

    fn text(&self, text: String) -> DomText {
        match self {
            Self::Draw(_) => Rndr::create_text_node(&text),
            Self::TakeOver(cursor, position) => {
                text.hydrate::<true>(cursor, position);
                cursor.current().unchecked_into()
            }
        }
    }
}

impl El {
    pub(super) fn enter(self, way: &Way) -> ElState {
        let parts = *self.0;
        let (element, within) = match way {
            Way::Draw(in_svg) => {
                let svg = *in_svg || parts.tag == "svg";
                let element = Rndr::create_element(&parts.tag, svg.then_some(SVG));
                (element, Way::Draw(svg))
            }
            Way::TakeOver(cursor, position) => {
                match position.get() {
                    Position::FirstChild => cursor.child(),
                    Position::Current => {}
                    Position::NextChild
                    | Position::NextChildAfterText
                    | Position::OnlyChild
                    | Position::LastChild => cursor.sibling(),
                }
                position.set(Position::FirstChild);
                (cursor.current().unchecked_into(), way.clone())
            }
        };
        let drawn = matches!(way, Way::Draw(_));
        let mut children = Vec::with_capacity(parts.children.len());
        for child in parts.children {
            let state = child.enter(&within);
            if drawn {
                state.put(&element, None);
            }
            children.push(state);
        }
        // After the children: what a field holds or which button is chosen can
        // only be said of what is there.
        let (effects, listeners) = attend(&element, parts.attributes, parts.listeners, drawn);
        if let Way::TakeOver(cursor, position) = way {
            cursor.set(element.clone().unchecked_into());
            position.set(Position::NextChild);
        }
        ElState {
            element,
            _children: children,
            _effects: effects,
            _listeners: listeners,
        }
    }
}

/// Sets the attributes, or only watches those that are set already.
fn attend(
    element: &DomElement,
    attributes: Vec<(Str, Value)>,
    listeners: Vec<(&'static str, Listener)>,
    drawn: bool,
) -> (Vec<RenderEffect<()>>, Vec<RemoveEventHandler<DomElement>>) {
    let mut effects = Vec::new();
    for (name, value) in attributes {
        let element = element.clone();
        let follow: Box<dyn FnMut(Option<()>)> = match value {
            Value::Fixed(value) => {
                if drawn {
                    Rndr::set_attribute(&element, &name, &value);
                }
                continue;
            }
            Value::Live(value) => Box::new(move |_| match value() {
                Some(value) => Rndr::set_attribute(&element, &name, &value),
                None => Rndr::remove_attribute(&element, &name),
            }),
            Value::Chosen(value) => Box::new(move |_| choose(&element, &value())),
            Value::Property(value) => Box::new(move |_| {
                Rndr::set_property_or_value(&element, &name, &value());
            }),
        };
        effects.push(RenderEffect::new(follow));
    }
    let listeners = listeners.into_iter().map(|(name, mut listener)| {
        let listener = move |event: JsValue| listener(event.unchecked_into());
        Rndr::add_event_listener(element, name, Box::new(listener))
    });
    (effects, listeners.collect())
}

/// Marks the button of choice with this value, within an element, as chosen.
/// The browser takes the mark off the others of its name.
fn choose(within: &DomElement, value: &str) {
    let selector = ["input[value='", value, "']"].concat();
    if let Ok(Some(field)) = within.query_selector(&selector) {
        Rndr::set_property_or_value(&field, "checked", &JsValue::TRUE);
    }
}

fn follow(text: &DomText, read: Box<dyn Fn() -> String + Send>) -> RenderEffect<()> {
    let text = text.clone();
    let follow: Box<dyn FnMut(Option<()>)> = Box::new(move |_| {
        let now = read();
        // Writing the same again would move a screen reader's cursor.
        if text.data() != now {
            Rndr::set_text(&text, &now);
        }
    });
    RenderEffect::new(follow)
}

impl Render for View {
    type State = ViewState;

    fn build(self) -> ViewState {
        self.enter(&Way::Draw(false))
    }

    /// What is drawn anew replaces what was before: what changes often follows
    /// by itself.
    fn rebuild(self, state: &mut ViewState) {
        let mut next = self.build();
        state.insert_before_this(&mut next);
        state.unmount();
        *state = next;
    }
}

impl Mountable for ViewState {
    fn unmount(&mut self) {
        self.take_out();
    }

    fn mount(&mut self, parent: &DomElement, marker: Option<&DomNode>) {
        self.put(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.first();
        let parent = first.as_ref().and_then(Rndr::get_parent);
        let parent: Option<DomElement> = parent.and_then(|parent| parent.dyn_into().ok());
        if let Some(parent) = &parent {
            child.mount(parent, first.as_ref());
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<DomElement> {
        Vec::new()
    }
}

impl AddAnyAttr for View {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for View {
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
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        self.write(buf, position);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> ViewState {
        self.enter(&Way::TakeOver(cursor.clone(), position.clone()))
    }

    fn into_owned(self) -> Self {
        self
    }
}
