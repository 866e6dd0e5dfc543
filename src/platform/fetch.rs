//! Fetching the data of pages.

use hipec_core::json::{self, Value};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::loading::LoadError;

/// The JSON at a path of this site.
///
/// # Errors
/// [`LoadError`] says which part of the way failed.
pub async fn json(path: &str) -> Result<Value, LoadError> {
    let response = JsFuture::from(window().fetch_with_str(path)).await;
    let response: Response = response
        .ok()
        .and_then(|response| response.dyn_into().ok())
        .ok_or(LoadError::Offline)?;
    match response.status() {
        200..=299 => {}
        404 | 410 => return Err(LoadError::Missing),
        _ => return Err(LoadError::Server),
    }
    let text = response.text().map_err(|_| LoadError::Broken)?;
    // The connection can break while the text arrives.
    let text = JsFuture::from(text).await.map_err(|_| LoadError::Offline)?;
    let text = text.as_string().ok_or(LoadError::Broken)?;
    json::parse(&text).ok_or(LoadError::Broken)
}
