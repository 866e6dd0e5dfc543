//! What kind of file a name promises.

use std::path::Path;

/// The `Content-Type` to send for a file, judged by its extension.
#[must_use]
pub fn content_type(path: &Path) -> &'static str {
    match extension(path).as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Whether a file shrinks when compressed. Fonts and pictures are compressed
/// already.
#[must_use]
pub fn is_compressible(path: &Path) -> bool {
    matches!(
        extension(path).as_str(),
        "html" | "js" | "css" | "json" | "wasm" | "svg" | "xml" | "txt" | "webmanifest"
    )
}

/// The extension in lowercase, empty when there is none.
#[must_use]
pub fn extension(path: &Path) -> String {
    path.extension()
        .map(|text| text.to_string_lossy().to_ascii_lowercase())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_that_browsers_insist_on() {
        for (name, expected) in [
            ("a.wasm", "application/wasm"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.webmanifest", "application/manifest+json"),
            ("a.HTML", "text/html; charset=utf-8"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(content_type(Path::new(name)), expected, "{name}");
        }
    }

    #[test]
    fn fonts_and_pictures_are_left_alone() {
        for name in ["a.woff2", "a.png", "a.br", "_headers"] {
            assert!(!is_compressible(Path::new(name)), "{name}");
        }
    }
}
