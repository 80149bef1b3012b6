//! Running other programs, with a word on how to get them.

use std::env;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, bail};

/// Runs it with our own output; anything but success is an error.
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

/// Runs it and takes what it prints; its errors go where ours go.
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

/// The first line of what it prints, or nothing if it can't be had.
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

/// Runs it with both outputs on the terminal and in a buffer, in the order they were written.
pub fn tee(mut command: Command) -> anyhow::Result<(ExitStatus, String)> {
    let (mut reader, writer) = io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| not_started(&command))?;
    // It holds the pipe's other end, which would never end.
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
            // Something it left behind may hold the pipe open for ever; silence after its end is enough.
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
