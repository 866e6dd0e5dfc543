//! Handing something to another app by the system's own sheet.
//!
//! Call these directly from a tap, and await what they return afterwards:
//! browsers only open the sheet while the tap counts.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/platform/share.js")]
extern "C" {
    #[wasm_bindgen(js_name = canShareText)]
    fn can_text() -> bool;
    #[wasm_bindgen(js_name = canShareLink)]
    fn can_link() -> bool;
    #[wasm_bindgen(js_name = canShareFile)]
    fn can_file(name: &str, kind: &str) -> bool;
    #[wasm_bindgen(js_name = shareText)]
    fn share_text(title: &str, text: &str) -> Promise;
    #[wasm_bindgen(js_name = shareLink)]
    fn share_link(title: &str, url: &str) -> Promise;
    #[wasm_bindgen(js_name = shareFile)]
    fn share_file(title: &str, name: &str, kind: &str, text: &str) -> Promise;
}

/// What came of sharing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Another app has taken it. Whether it arrived is not known.
    Done,
    /// The person closed the sheet.
    Cancelled,
    /// The browser cannot, or would not: another way has to be offered.
    NotPossible,
}

/// Whether there is a sheet for text.
#[must_use]
pub fn can_share_text() -> bool {
    can_text()
}

/// Whether there is a sheet for links.
#[must_use]
pub fn can_share_link() -> bool {
    can_link()
}

/// Whether there is a sheet that takes a file of this name and media type.
#[must_use]
pub fn can_share_file(name: &str, kind: &str) -> bool {
    can_file(name, kind)
}

/// Shares a text.
pub fn text(title: &str, text: &str) -> impl Future<Output = Shared> + use<> {
    outcome(share_text(title, text))
}

/// Shares a link.
pub fn link(title: &str, url: &str) -> impl Future<Output = Shared> + use<> {
    outcome(share_link(title, url))
}

/// Shares a text as a file of this name and media type.
pub fn file(
    title: &str,
    name: &str,
    kind: &str,
    text: &str,
) -> impl Future<Output = Shared> + use<> {
    outcome(share_file(title, name, kind, text))
}

async fn outcome(promise: Promise) -> Shared {
    let code = JsFuture::from(promise).await.ok();
    match code.and_then(|code| code.as_f64()) {
        Some(0.0) => Shared::Done,
        Some(1.0) => Shared::Cancelled,
        _ => Shared::NotPossible,
    }
}
