//! The files a page loads, under their final names.

use serde::Deserialize;

/// The files a page loads.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Assets {
    /// The script that starts the program.
    pub start: Asset,
    /// The script of the page about what the device keeps.
    pub recover: Asset,
    /// The glue between the page and the program.
    pub glue: Asset,
    /// The program.
    pub wasm: Asset,
    /// The style sheet.
    pub css: Asset,
    /// The fonts.
    pub fonts: Vec<Asset>,
}

/// A file under its final name.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asset {
    /// Its path on the site.
    pub path: String,
    /// Its hash, as the attribute `integrity` wants it.
    #[serde(default)]
    pub integrity: String,
}
