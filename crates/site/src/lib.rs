//! What happens to the built site after its pages are rendered: content hashes
//! in file names, brotli files, a size report with limits, and a local server
//! that sends the production headers.
//!
//! Nothing here knows what the pages say; it works on a folder of files.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

pub mod compress;
pub mod digest;
pub mod files;
pub mod fingerprint;
pub mod headers;
pub mod media;
pub mod serve;
pub mod size;
