//! Building the site.

use std::time::Instant;

use crate::run::{command, note, run, say, seconds};
use crate::setup::setup;

/// Builds the release site into `dist/`.
pub(crate) fn build() -> Result<(), String> {
    let path = setup()?;
    say("build: the app for the browser, then every page");
    let start = Instant::now();
    // Trunk calls `cargo xtask finish` at the end, in a folder of its own, and
    // only then replaces `dist/`: a build that fails leaves the old site alone.
    run(command("trunk")
        .args(["build", "--release"])
        .env("PATH", path))?;
    note(&format!("dist/ built in {}", seconds(start.elapsed())));
    Ok(())
}
