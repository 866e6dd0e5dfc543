//! The clipboard.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/platform/clipboard.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy)]
    fn copy_text(text: &str) -> Promise;
}

/// Copies a text; whether the browser says that it is in the clipboard now.
/// Call it directly from a tap and await it afterwards.
pub fn copy(text: &str) -> impl Future<Output = bool> + use<> {
    let promise = copy_text(text);
    async move {
        let done = JsFuture::from(promise).await;
        done.is_ok_and(|done| done.is_truthy())
    }
}
