//! Everything that a build needs, installed once.

use std::ffi::OsString;
use std::time::Instant;

use crate::run::{note, say, seconds};
use crate::{node, tools};

/// Installs what is missing; returns a PATH on which the tools come first.
pub(crate) fn setup() -> Result<OsString, String> {
    say("setup: the build tools");
    let start = Instant::now();
    // What can be missing for good comes before what takes minutes.
    tools::wasm_target()?;
    let npm_programs = node::build_tools()?;
    tools::crates()?;
    let mut folders = tools::all()?;
    folders.push(npm_programs);
    note(&format!("tools ready after {}", seconds(start.elapsed())));

    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    std::env::join_paths(folders)
        .map_err(|error| format!("a tool lies in a folder that cannot be on the PATH: {error}"))
}
