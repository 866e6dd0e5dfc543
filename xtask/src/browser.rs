//! The browser that the end-to-end tests drive.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{command, find_on_path, first_line, note, say, step};

const USUAL: &str = "/usr/bin/chromium";

/// Finds Chromium, or installs it where that is possible.
pub(crate) fn chromium() -> Result<PathBuf, String> {
    say("browser: Chromium for the end-to-end tests");
    if let Some(program) = find() {
        note(&format!("found: {}", program.display()));
        return Ok(program);
    }
    if find_on_path("apt-get").is_none() {
        return Err("there is no Chromium: install it, and set CHROMIUM to its program".to_owned());
    }
    if first_line(Command::new("id").arg("-u")).as_deref() != Some("0") {
        return Err("there is no Chromium: run `sudo apt-get install chromium`".to_owned());
    }
    step(
        "browser: updating the package lists",
        apt().args(["update", "-q"]),
    )?;
    let install = ["install", "-y", "-q", "--no-install-recommends", "chromium"];
    step("browser: installing Chromium", apt().args(install))?;
    find().ok_or_else(|| "Chromium was installed, but it is not on the PATH".to_owned())
}

fn apt() -> Command {
    let mut apt = command("apt-get");
    // Nobody is there to answer the questions of a package.
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

fn find() -> Option<PathBuf> {
    let chosen = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let usual = Some(Path::new(USUAL).to_path_buf());
    [chosen, find_on_path("chromium"), usual]
        .into_iter()
        .flatten()
        .find(|program| program.is_file())
}
