//! `npm start`: builds, then serves the demo page until it is stopped.

use crate::serve::{Mount, POLICY, listen, serve};
use crate::{dist, project};
use anyhow::{Context, Result};

/// Where the demo is when PORT says nothing.
const PORT: u16 = 8080;

/// Never comes back, except with an error.
///
/// # Errors
/// When PORT is no port or is taken, or the build fails.
pub(crate) fn start() -> Result<()> {
    let port = match std::env::var("PORT") {
        Ok(text) => text.parse().with_context(|| format!("PORT={text} is not a port: a number from 0 to 65535"))?,
        Err(_) => PORT,
    };
    // Before the build: who has to choose another port should not wait for a compiler first.
    let listener = listen(port)?;
    dist::build()?;
    println!("\nThe demo is at http://{}/   (Ctrl-C stops it)", listener.local_addr()?);
    serve(&listener, vec![Mount { prefix: "/", folder: project::dist(), policy: POLICY }]);
    Ok(())
}
