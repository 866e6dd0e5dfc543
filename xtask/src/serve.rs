//! Showing the site on this computer.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use crate::arguments::Arguments;
use crate::build::build;
use crate::project;
use crate::run::{cargo, command, hand_over, note, run, say};
use crate::setup::setup;

/// How many ports are tried when the wanted one is taken.
const PORTS_TO_TRY: u16 = 50;

/// Builds the site and serves it as production does, until Ctrl-C.
pub(crate) fn serve(arguments: &mut Arguments) -> Result<(), String> {
    let port = arguments.port()?;
    let no_build = arguments.flag("--no-build");
    arguments.end()?;
    if no_build {
        note("not built: --no-build");
    } else {
        build()?;
    }
    say("serve: dist/ with the production headers, until Ctrl-C");
    hand_over(&mut server(port)?)
}

/// Builds on every change and reloads the browser, until Ctrl-C.
pub(crate) fn dev(arguments: &mut Arguments) -> Result<(), String> {
    let port = free_port(arguments.port()?)?;
    arguments.end()?;
    let path = setup()?;
    say(&format!(
        "dev: http://127.0.0.1:{port} once the first build is done, until Ctrl-C"
    ));
    let port = port.to_string();
    let mut trunk = command("trunk");
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port]);
    hand_over(trunk.env("PATH", path))
}

/// The command that serves `dist/`, with its program built.
fn server(port: u16) -> Result<Command, String> {
    if !project::dist().join("index.html").is_file() {
        return Err("there is no site in dist/: run `cargo xtask build`".to_owned());
    }
    run(&mut cargo(&["build", "--quiet", "--package", "hipec-site"]))?;
    let mut server = command(project::built("site")?);
    server.args(["serve", "dist", "--port", &port.to_string()]);
    Ok(server)
}

fn free_port(wanted: u16) -> Result<u16, String> {
    (wanted..=wanted.saturating_add(PORTS_TO_TRY))
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .ok_or_else(|| format!("port {wanted} and the next {PORTS_TO_TRY} are taken: use --port"))
}

/// A server in the background that ends with this value.
pub(crate) struct Server {
    child: Child,
    /// Where it listens.
    pub(crate) address: String,
}

impl Server {
    /// Serves `dist/` on any free port.
    pub(crate) fn start() -> Result<Self, String> {
        let mut child = server(0)?
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("cannot start the server: {error}"))?;
        let stdout = child.stdout.take();
        // From here on it is stopped whatever happens.
        let mut server = Self {
            child,
            address: String::new(),
        };
        server.address = stdout
            .into_iter()
            .flat_map(|stdout| BufReader::new(stdout).lines())
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("listening on ").map(str::to_owned))
            .ok_or("the server ended before it listened")?;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert_ne!(free_port(port).unwrap(), port);
    }
}
