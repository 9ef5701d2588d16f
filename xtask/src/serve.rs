//! Serves folders on 127.0.0.1 as a careful newsroom's server would: right types, a strict Content-Security-Policy,
//! nothing outside the folders. Comes in: GET and HEAD. Knows nothing of what the files are for.

use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// What we promise to run under. Everything the page needs is a file of its own origin: no inline script, no inline
/// style, no eval, and no string that becomes markup.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; \
    require-trusted-types-for 'script'";

const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("json", "application/json"),
    ("wasm", "application/wasm"),
    ("csv", "text/csv; charset=utf-8"),
    ("tsv", "text/tab-separated-values; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("xml", "text/xml; charset=utf-8"),
    ("jsonld", "application/ld+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("ico", "image/x-icon"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/plain; charset=utf-8"),
    ("ts", "text/plain; charset=utf-8"),
];

/// Longest request line and longest header line that are read, in bytes.
const LINE_LIMIT: u64 = 8 * 1024;
/// Most header lines that are read.
const HEADER_LIMIT: usize = 100;

/// A folder, the path it is served under, and the policy its files are sent with.
#[derive(Debug, Clone)]
pub(crate) struct Mount {
    /// Begins and ends with a slash.
    pub(crate) prefix: &'static str,
    pub(crate) folder: PathBuf,
    pub(crate) policy: &'static str,
}

/// Opens the port; 0 takes any free one.
///
/// # Errors
/// When somebody else has the port: a sentence that says so.
pub(crate) fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!(
                "port {port} is taken by another program; choose another one: PORT={} npm start",
                port.saturating_add(1)
            )
        }
        Err(error) => Err(error).with_context(|| format!("could not listen on 127.0.0.1:{port}")),
    }
}

/// Answers for ever, each connection in a thread of its own. Of two mounts that fit, the one named first answers.
pub(crate) fn serve(listener: &TcpListener, mounts: Vec<Mount>) {
    let mounts: Arc<[Mount]> = mounts.into();
    for stream in listener.incoming().flatten() {
        let mounts = Arc::clone(&mounts);
        // A browser that goes away in the middle of an answer is no event here.
        std::thread::spawn(move || drop(answer(&stream, &mounts)));
    }
}

fn answer(stream: &TcpStream, mounts: &[Mount]) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.set_write_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream);
    let request = read_line(&mut reader)?;
    for _ in 0..HEADER_LIMIT {
        if read_line(&mut reader)?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !matches!(method, "GET" | "HEAD") {
        return send(stream, "405 Method Not Allowed", "text/plain", POLICY, b"Only GET and HEAD.\n", method);
    }
    let found = find(target, mounts).and_then(|(mount, path)| Some((mount, fs::read(&path).ok()?, path)));
    match found {
        Some((mount, body, path)) => send(stream, "200 OK", content_type(&path), mount.policy, &body, method),
        None => send(stream, "404 Not Found", "text/plain; charset=utf-8", POLICY, b"There is no such file.\n", method),
    }
}

/// One line without its end; a longer one than the limit is cut, and the rest makes nonsense that finds no file.
fn read_line(reader: &mut impl BufRead) -> io::Result<String> {
    let mut line = Vec::new();
    reader.take(LINE_LIMIT).read_until(b'\n', &mut line)?;
    Ok(String::from_utf8_lossy(&line).trim_end().to_owned())
}

fn send(mut stream: &TcpStream, status: &str, kind: &str, policy: &str, body: &[u8], method: &str) -> io::Result<()> {
    let policy = if policy.is_empty() { String::new() } else { format!("Content-Security-Policy: {policy}\r\n") };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{policy}X-Content-Type-Options: nosniff\r\n\
         Referrer-Policy: no-referrer\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// The file that a request names. A folder means its index.html. Nothing above a mount's folder is ever named: a path
/// with `..`, a drive or a second root in it names no file, and a link that leads out of the folder neither.
fn find<'a>(target: &str, mounts: &'a [Mount]) -> Option<(&'a Mount, PathBuf)> {
    let path = decode(target.split(['?', '#']).next()?)?;
    let (mount, rest) = mounts.iter().find_map(|mount| Some((mount, path.strip_prefix(mount.prefix)?)))?;
    let rest = Path::new(rest);
    if !rest.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let mut file = mount.folder.join(rest);
    if file.is_dir() {
        file.push("index.html");
    }
    let real = file.canonicalize().ok()?;
    real.starts_with(mount.folder.canonicalize().ok()?).then_some((mount, real))
}

/// `%20` and the like undone. None for a broken escape, for bytes that are not UTF-8 and for a NUL.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next()?, rest.next()?];
        bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains('\0'))
}

fn content_type(path: &Path) -> &'static str {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    TYPES.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mounts() -> Vec<Mount> {
        let root = crate::project::root();
        vec![
            Mount { prefix: "/source/", folder: root.join("src"), policy: "" },
            Mount { prefix: "/", folder: root.join("xtask"), policy: POLICY },
        ]
    }

    fn found(target: &str) -> Option<String> {
        let mounts = mounts();
        let (_, path) = find(target, &mounts)?;
        Some(path.file_name()?.to_string_lossy().into_owned())
    }

    #[test]
    fn finds_files_under_their_mounts() {
        assert_eq!(found("/Cargo.toml").as_deref(), Some("Cargo.toml"));
        assert_eq!(found("/src/main.rs?x=1#y").as_deref(), Some("main.rs"));
        assert_eq!(found("/source/lib.rs").as_deref(), Some("lib.rs"));
        assert_eq!(found("/C%61rgo.toml").as_deref(), Some("Cargo.toml"));
    }

    #[test]
    fn names_nothing_outside() {
        let outside = [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/src/../../Cargo.toml",
            "/..%2fCargo.toml",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/Cargo.toml%00.html",
            "/%",
            "/%zz",
            "/%ff",
            "",
            "Cargo.toml",
            "/no-such-file",
            "/src",
        ];
        for target in outside {
            assert_eq!(found(target), None, "{target}");
        }
    }

    /// What a request gets over a real connection, headers and all.
    fn response(request: &str) -> String {
        let listener = listen(0).unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || serve(&listener, mounts()));
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        response
    }

    #[test]
    fn sends_type_policy_and_length() {
        let response = response("GET /src/main.rs HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert!(response.starts_with("HTTP/1.1 200 OK\r\n"), "{response}");
        assert!(
            response.contains("Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval';")
        );
        assert!(response.contains("X-Content-Type-Options: nosniff"));
        assert!(!response.contains("unsafe-inline") && !response.contains("'unsafe-eval'"));
    }

    #[test]
    fn answers_every_request_with_a_status() {
        assert!(response("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
        assert!(response("GET /nothing HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404 "));
        assert!(response("\r\n\r\n").starts_with("HTTP/1.1 405 "));
        let head = response("HEAD /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(head.starts_with("HTTP/1.1 200 ") && head.ends_with("\r\n\r\n"), "{head}");
    }

    #[test]
    fn a_taken_port_is_a_plain_sentence() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let error = listen(port).unwrap_err().to_string();
        assert!(error.starts_with(&format!("port {port} is taken by another program")), "{error}");
    }
}
