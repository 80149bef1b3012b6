//! Runs other programs.

use std::env;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, bail};

/// Runs a command with our own output; any exit code but 0 is an error.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

pub fn status(command: &mut Command) -> anyhow::Result<ExitStatus> {
    command.status().with_context(|| not_started(command))
}

/// Runs a command and returns its output, trimmed; its errors go to ours.
pub fn read(command: &mut Command) -> anyhow::Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| not_started(command))?;
    if !output.status.success() {
        bail!("`{}` ended with {}", line(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first line of a program's output, or `None` if it fails.
pub fn version(program: impl AsRef<Path>, arg: &str) -> Option<String> {
    let output = Command::new(program.as_ref())
        .arg(arg)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().next()?.trim();
    (output.status.success() && !line.is_empty()).then(|| line.to_owned())
}

/// Runs a command and both prints and returns its output and errors, in the order written.
pub fn tee(mut command: Command) -> anyhow::Result<(ExitStatus, String)> {
    let (mut reader, writer) = io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| not_started(&command))?;
    // Closes our copy of the writer: otherwise the pipe never ends.
    drop(command);

    let (sender, chunks) = mpsc::channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(length @ 1..) = reader.read(&mut buffer) {
            let chunk = buffer.get(..length).unwrap_or_default().to_vec();
            if sender.send(chunk).is_err() {
                break;
            }
        }
    });

    let mut captured = Vec::new();
    loop {
        match chunks.recv_timeout(Duration::from_secs(2)) {
            Ok(chunk) => {
                io::stdout().write_all(&chunk)?;
                io::stdout().flush()?;
                captured.extend(chunk);
            }
            // A process that it left behind may keep the pipe open: stop at the first silence after its end.
            Err(RecvTimeoutError::Timeout) if child.try_wait()?.is_none() => {}
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        }
    }
    Ok((child.wait()?, String::from_utf8_lossy(&captured).into_owned()))
}

pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

fn line(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for arg in command.get_args() {
        line.push(' ');
        line += &arg.to_string_lossy();
    }
    line
}

fn not_started(command: &Command) -> String {
    format!("can't start `{}`", command.get_program().to_string_lossy())
}
