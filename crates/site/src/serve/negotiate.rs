//! What the request's headers allow: brotli, or no body at all.

/// Whether an `Accept-Encoding` header allows brotli.
pub(super) fn accepts_brotli(header: &str) -> bool {
    let mut any = None;
    for entry in header.split(',') {
        let (coding, parameters) = entry.split_once(';').unwrap_or((entry, ""));
        let allowed = quality(parameters) > 0.0;
        match coding.trim().to_ascii_lowercase().as_str() {
            "br" => return allowed,
            "*" => any = Some(allowed),
            _ => {}
        }
    }
    any.unwrap_or(false)
}

fn quality(parameters: &str) -> f32 {
    parameters
        .split(';')
        .filter_map(|parameter| parameter.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("q"))
        .map_or(1.0, |(_, value)| value.trim().parse().unwrap_or(0.0))
}

/// Whether an `If-None-Match` header names `etag`, so that the browser's copy
/// is still good. Weak and strong tags compare alike here.
pub(super) fn is_known(header: &str, etag: &str) -> bool {
    header
        .split(',')
        .map(str::trim)
        .any(|tag| tag == "*" || tag.trim_start_matches("W/") == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_only_where_allowed() {
        for (header, expected) in [
            ("gzip, deflate, br", true),
            ("br;q=0.1", true),
            ("BR", true),
            ("*", true),
            ("*;q=0, br", true),
            ("br;q=0, *", false),
            ("br; q=0.0", false),
            ("gzip", false),
            ("", false),
            ("br;q=oops", false),
        ] {
            assert_eq!(accepts_brotli(header), expected, "{header}");
        }
    }

    #[test]
    fn known_copies() {
        for (header, expected) in [
            ("\"a\"", true),
            ("W/\"a\"", true),
            ("\"b\", \"a\"", true),
            ("*", true),
            ("\"b\"", false),
        ] {
            assert_eq!(is_known(header, "\"a\""), expected, "{header}");
        }
    }
}
