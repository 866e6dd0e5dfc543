//! Fetching the data of pages.

use gloo_net::http::Request;
use serde::de::DeserializeOwned;

use crate::loading::LoadError;

/// The JSON at a path of this site.
///
/// # Errors
/// [`LoadError`] says which part of the way failed.
pub async fn json<T: DeserializeOwned>(path: &str) -> Result<T, LoadError> {
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
    serde_json::from_str(&text).map_err(|_| LoadError::Broken)
}
