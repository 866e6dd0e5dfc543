//! Handing a text to the person as a file.

use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the text stays at hand for the browser. Some only begin to read
/// once the person has said where to save it.
const HOLD: Duration = Duration::from_secs(60);

/// Offers a text as a plain file. Where the browser refuses, nothing happens:
/// the text is still where it was.
pub fn text(name: &str, text: &str) {
    let _ = file(name, "text/plain;charset=utf-8", text);
}

/// Offers a text as a file of a media type. False where the browser refuses;
/// whether the person then saves it is not known.
pub fn file(name: &str, kind: &str, text: &str) -> bool {
    offer(name, kind, text).is_ok()
}

fn offer(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        HOLD,
    );
    Ok(())
}
