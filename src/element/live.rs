//! Views that are drawn anew, and lists whose elements stay.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    prelude::{Owner, RenderEffect, untrack},
    tachys::renderer::{
        Rndr,
        types::{Element as DomElement, Node as DomNode, Placeholder},
    },
    wasm_bindgen::JsCast,
};

use super::{
    Element, Keys, View,
    state::{ViewState, Way},
};

/// Runs at once, and again whenever what it reads changes.
fn effect(run: impl FnMut() + 'static) -> RenderEffect<()> {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    let run: Box<dyn FnMut(Option<()>)> = Box::new(move |_| run());
    RenderEffect::new(run)
}

fn parent_of(node: &DomNode) -> Option<DomElement> {
    Rndr::get_parent(node).and_then(|parent| parent.dyn_into().ok())
}

/// Whether new views stand within SVG: known by where they go.
fn way_into(parent: Option<&DomElement>) -> Way {
    let svg = parent.is_some_and(|parent| {
        parent.namespace_uri().as_deref() == Some("http://www.w3.org/2000/svg")
    });
    Way::Draw(svg)
}

/// A view that is drawn anew whenever what it reads changes.
pub(super) struct LiveState {
    /// Absent only natively, where effects do not run.
    shown: Rc<RefCell<Option<ViewState>>>,
    _effect: RenderEffect<()>,
}

impl LiveState {
    pub(super) fn new(view: Box<dyn Fn() -> View + Send>, way: &Way) -> Self {
        let shown: Rc<RefCell<Option<ViewState>>> = Rc::default();
        let mut first = Some(way.clone());
        let effect = effect({
            let shown = Rc::clone(&shown);
            move || {
                let view = view();
                if let Some(way) = first.take() {
                    let state = view.enter(&way);
                    *shown.borrow_mut() = Some(state);
                    return;
                }
                let Some(before) = shown.take() else {
                    return;
                };
                let old = before.first();
                let parent = old.as_ref().and_then(parent_of);
                let state = view.enter(&way_into(parent.as_ref()));
                if let Some(parent) = parent {
                    state.put(&parent, old.as_ref());
                }
                before.take_out();
                *shown.borrow_mut() = Some(state);
            }
        });
        Self {
            shown,
            _effect: effect,
        }
    }

    pub(super) fn first(&self) -> Option<DomNode> {
        self.shown.borrow().as_ref().and_then(ViewState::first)
    }

    pub(super) fn put(&self, parent: &DomElement, before: Option<&DomNode>) {
        if let Some(shown) = self.shown.borrow().as_ref() {
            shown.put(parent, before);
        }
    }

    pub(super) fn take_out(&self) {
        if let Some(shown) = self.shown.borrow().as_ref() {
            shown.take_out();
        }
    }
}

/// An element of a list, and what was made for it.
struct Item {
    key: String,
    state: ViewState,
    owner: Owner,
}

impl Item {
    fn new(key: String, parent: &Owner, element: &Element, way: &Way) -> Self {
        let owner = parent.with(Owner::new);
        let state = owner.with(|| untrack(|| View::from(element(&key))).enter(way));
        Self { key, state, owner }
    }

    fn drop_from_document(self) {
        self.state.take_out();
        drop(self.state);
        self.owner.cleanup();
    }
}

/// A list whose elements stay as long as their keys do.
pub(super) struct EachState {
    items: Rc<RefCell<Vec<Item>>>,
    /// Stands behind the last element.
    end: Placeholder,
    _effect: RenderEffect<()>,
}

impl EachState {
    pub(super) fn new(keys: Keys, element: Element, way: &Way) -> Self {
        // Elements outlive the drawing of the list: they belong to what is
        // around it.
        let around = Owner::current().unwrap_or_default();
        let mut drawn: Vec<Item> = Vec::new();
        let now = untrack(&keys);
        for key in now {
            drawn.push(Item::new(key, &around, &element, way));
        }
        let end = way.placeholder();
        let items = Rc::new(RefCell::new(drawn));
        let effect = effect({
            let (items, end) = (Rc::clone(&items), end.clone());
            let end: DomNode = end.unchecked_into();
            move || arrange(&mut items.borrow_mut(), keys(), &around, &element, &end)
        });
        Self {
            items,
            end,
            _effect: effect,
        }
    }

    fn end(&self) -> DomNode {
        self.end.clone().unchecked_into()
    }

    pub(super) fn first(&self) -> DomNode {
        let items = self.items.borrow();
        let first = items.first().and_then(|item| item.state.first());
        first.unwrap_or_else(|| self.end())
    }

    pub(super) fn put(&self, parent: &DomElement, before: Option<&DomNode>) {
        for item in self.items.borrow().iter() {
            item.state.put(parent, before);
        }
        Rndr::insert_node(parent, &self.end(), before);
    }

    pub(super) fn take_out(&self) {
        for item in self.items.borrow().iter() {
            item.state.take_out();
        }
        Rndr::remove(&self.end());
    }
}

/// Makes the list fit the keys: what is gone is taken out, what is new is made,
/// and only what stands in the wrong place is moved.
fn arrange(
    items: &mut Vec<Item>,
    keys: Vec<String>,
    around: &Owner,
    element: &Element,
    end: &DomNode,
) {
    let mut old = std::mem::take(items);
    let parent = parent_of(end);
    let way = way_into(parent.as_ref());
    for key in keys {
        let item = match old.iter().position(|item| item.key == key) {
            Some(place) => old.remove(place),
            None => Item::new(key, around, element, &way),
        };
        items.push(item);
    }
    for gone in old {
        gone.drop_from_document();
    }
    let Some(parent) = parent else {
        return;
    };
    let mut next = end.clone();
    for item in items.iter().rev() {
        let Some(first) = item.state.first() else {
            continue;
        };
        let in_place = Rndr::next_sibling(&first).is_some_and(|after| after == next);
        if !in_place {
            item.state.put(&parent, Some(&next));
        }
        next = first;
    }
}
