//! Asking the browser not to throw away what is stored.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/platform/persist.js")]
extern "C" {
    #[wasm_bindgen(js_name = persist)]
    fn ask_browser() -> Promise;
    #[wasm_bindgen(js_name = persisted)]
    fn is_persisted() -> Promise;
}

/// Asks, unless it is promised already. Some browsers ask the person, so this
/// belongs after they have entered something worth keeping. Not awaited: most
/// browsers say no, and nothing changes then.
pub fn ask() {
    let _ = ask_browser();
}

/// Whether the browser has promised to keep what is stored until the person
/// deletes it.
pub async fn is_promised() -> bool {
    let promised = JsFuture::from(is_persisted()).await;
    promised.is_ok_and(|promised| promised.is_truthy())
}
