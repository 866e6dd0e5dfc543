//! Stands in for `wasm-streams`, which nothing here uses.
//!
//! Leptos depends on it through its server functions, for bodies that are sent
//! or arrive in pieces. A static site has no server functions, but what that
//! crate exports to JavaScript stays in the program all the same: 4.6 kB. This
//! has the functions that `server_fn` calls. Whoever brings server functions
//! into this site removes the `[patch]` in the workspace's `Cargo.toml`.

use futures_util::stream::{self, Stream};
use wasm_bindgen::{JsCast, JsValue};

/// A body that could arrive in pieces.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream of the browser.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Nothing arrives.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> + 'static {
        stream::empty()
    }

    /// Nothing is sent.
    pub fn from_stream(_body: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }
}
