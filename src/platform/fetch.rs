//! Fetching the data of pages.

use gloo_net::http::Request;
use hipec_core::json::{self, Value};

use crate::loading::LoadError;

/// The JSON at a path of this site.
///
/// # Errors
/// [`LoadError`] says which part of the way failed.
pub async fn json(path: &str) -> Result<Value, LoadError> {
    let response = Request::get(path)
        .send()
        .await
        .map_err(|_| LoadError::Offline)?;
    match response.status() {
        200..=299 => {}
        404 | 410 => return Err(LoadError::Missing),
        _ => return Err(LoadError::Server),
    }
    // The connection can break while the text arrives.
    let text = response.text().await.map_err(|_| LoadError::Offline)?;
    json::parse(&text).ok_or(LoadError::Broken)
}
