//! Files that the person picks.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

/// Why there is nothing to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickError {
    /// No file was picked.
    None,
    /// It is longer than allowed. It was not read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// The bytes of the file that was picked in the field of a `change` event, of
/// at most `limit` bytes. The field is emptied, so that the same file can be
/// picked again.
///
/// # Errors
/// [`PickError`] says why there is nothing.
pub async fn picked(event: Event, limit: u32) -> Result<Vec<u8>, PickError> {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .ok_or(PickError::None)?;
    let file = field.files().and_then(|files| files.get(0));
    // Not before the file is held: emptying the field empties its list.
    field.set_value("");
    let file = file.ok_or(PickError::None)?;
    if file.size() > f64::from(limit) {
        return Err(PickError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| PickError::Unreadable)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
