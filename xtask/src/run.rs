//! Running other programs, and saying so.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::project;

/// Says what begins now.
pub(crate) fn say(text: &str) {
    println!("==> {text}");
    // Children write to the same place: this line has to be there before theirs.
    let _ = std::io::stdout().flush();
}

/// Says what was left out, or found as it should be.
pub(crate) fn note(text: &str) {
    println!("    {text}");
    let _ = std::io::stdout().flush();
}

/// A command in the top folder of the repository, with an environment that
/// every tool here understands.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root());
    // Trunk reads this variable as a truth value and stops at anything but `true`.
    match std::env::var_os("NO_COLOR") {
        Some(value) if !value.is_empty() => {
            command
                .env("NO_COLOR", "true")
                .env("CARGO_TERM_COLOR", "never");
        }
        Some(_) => {
            command.env_remove("NO_COLOR");
        }
        None => {}
    }
    command
}

/// Cargo, in the top folder.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(arguments);
    cargo
}

/// Runs a command whose output the reader may see.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let line = line(command);
    let status = command
        .status()
        .map_err(|error| format!("cannot start `{line}`: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{line}` failed ({status})"))
    }
}

/// Runs a command that goes on until somebody stops it. It takes this
/// program's place where that is possible: whoever stops this, stops it too.
pub(crate) fn hand_over(command: &mut Command) -> Result<(), String> {
    #[cfg(unix)]
    {
        let error = std::os::unix::process::CommandExt::exec(command);
        Err(format!("cannot start `{}`: {error}", line(command)))
    }
    #[cfg(not(unix))]
    run(command)
}

/// Runs a step of minutes: says what begins, and how long it took.
pub(crate) fn step(title: &str, command: &mut Command) -> Result<(), String> {
    say(title);
    let start = Instant::now();
    run(command)?;
    note(&format!("done in {}", seconds(start.elapsed())));
    Ok(())
}

/// The first line that a command prints, or `None` where it does not work.
pub(crate) fn first_line(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .next()
        .map(|line| line.trim().to_owned())
}

/// Runs a quick command and returns what it says; its errors are passed on.
pub(crate) fn answer(command: &mut Command) -> Result<String, String> {
    let line = line(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot start `{line}`: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if output.status.success() {
        return Ok(text);
    }
    println!("{text}");
    Err(format!("`{line}` failed ({})", output.status))
}

/// Runs a command, passes on what it prints as it comes, and keeps it.
///
/// Returns what it printed and whether it succeeded.
pub(crate) fn watch(command: &mut Command) -> Result<(String, bool), String> {
    let line = line(command);
    if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        // Through a pipe the programs cannot see the terminal behind it.
        command
            .env("CARGO_TERM_COLOR", "always")
            .env("FORCE_COLOR", "1");
    }
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot start `{line}`: {error}"))?;
    let mut kept = String::new();
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut bytes = Vec::new();
        // Lossy: a test may print anything, and must not stop the run by it.
        while reader
            .read_until(b'\n', &mut bytes)
            .is_ok_and(|length| length > 0)
        {
            let text = String::from_utf8_lossy(&bytes);
            print!("{text}");
            let _ = std::io::stdout().flush();
            kept.push_str(&text);
            bytes.clear();
        }
    }
    let status = child
        .wait()
        .map_err(|error| format!("lost sight of `{line}`: {error}"))?;
    Ok((kept, status.success()))
}

/// The first program of this name on the PATH.
pub(crate) fn find_on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}

/// A time that is easy to read.
pub(crate) fn seconds(time: Duration) -> String {
    let tenths = time.as_millis() / 100;
    if tenths < 1_200 {
        format!("{}.{} s", tenths / 10, tenths % 10)
    } else {
        format!("{} min {} s", tenths / 600, tenths % 600 / 10)
    }
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program
        .file_name()
        .unwrap_or(command.get_program())
        .to_string_lossy()
        .into_owned();
    std::iter::once(name)
        .chain(
            command
                .get_args()
                .map(|word| word.to_string_lossy().into_owned()),
        )
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_short() {
        for (milliseconds, text) in [
            (0, "0.0 s"),
            (1_250, "1.2 s"),
            (119_999, "119.9 s"),
            (120_000, "2 min 0 s"),
            (599_000, "9 min 59 s"),
        ] {
            assert_eq!(seconds(Duration::from_millis(milliseconds)), text);
        }
    }

    #[test]
    fn failures_name_the_command() {
        let error = run(Command::new("/nowhere/tool").arg("--x")).unwrap_err();
        assert!(error.contains("`tool --x`"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn output_is_kept_with_the_result() {
        let mut command = Command::new("sh");
        command.args(["-c", "printf 'a\\nb'; exit 3"]);
        assert_eq!(watch(&mut command), Ok(("a\nb".to_owned(), false)));
    }
}
