//! The headers of every response, in the form that Cloudflare Pages and
//! Netlify read.

/// The content security policy. Nothing but this site's own files, no inline
/// script or style, no strings into script; typed text can be sent nowhere.
const POLICY: &[&str] = &[
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
];

const EVERYWHERE: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Strict-Transport-Security",
        "max-age=63072000; includeSubDomains; preload",
    ),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// The text of `_headers`.
pub(super) fn headers() -> String {
    let mut out = String::from("/*\n");
    out.push_str(&format!(
        "  Content-Security-Policy: {}\n",
        POLICY.join("; ")
    ));
    for (name, value) in EVERYWHERE {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    // Named by their content: what has this name never changes.
    out.push_str("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n");
    out
}
