//! The project's commands. `cargo xtask` alone lists them.
//!
//! Needs nothing but the standard library, so that the first command on a
//! fresh machine starts within seconds.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

mod arguments;
mod browser;
mod build;
mod counts;
mod finish;
mod node;
mod project;
mod run;
mod serve;
mod setup;
mod suite;
mod tools;
mod versions;

use std::process::ExitCode;

use arguments::Arguments;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [--port N] [--no-build]  build the site and serve it with the production headers
  test                           install what the tests need and run all of them
  dev [--port N]                 build on every change and reload the browser
  build                          build the site into dist/
  check-content                  check the content files
  size                           report the sizes of dist/ against their limits
  setup                          install the build tools at their pinned versions";

fn main() -> ExitCode {
    let mut arguments = Arguments::new(std::env::args().skip(1));
    match command(&mut arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Whether everything went well; `Err` where a command could not do its work.
fn command(arguments: &mut Arguments) -> Result<bool, String> {
    let Some(name) = arguments.next() else {
        println!("{USAGE}");
        return Ok(false);
    };
    match name.as_str() {
        "setup" => arguments.end().and_then(|()| setup::setup().map(|_| true)),
        "build" => arguments.end().and_then(|()| build::build().map(|()| true)),
        "finish" => arguments
            .end()
            .and_then(|()| finish::finish().map(|()| true)),
        "serve" => serve::serve(arguments).map(|()| true),
        "dev" => serve::dev(arguments).map(|()| true),
        "check-content" => arguments
            .end()
            .and_then(|()| suite::check_content().map(|()| true)),
        "size" => arguments.end().and_then(|()| suite::size().map(|()| true)),
        "test" => arguments.end().and_then(|()| suite::test()),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(true)
        }
        other => Err(format!("there is no command `{other}`\n{USAGE}")),
    }
}
