//! Path patterns: `*` takes anything, `:name` takes one segment or a part of it.

/// A path pattern of the `_headers` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(String),
    Splat,
    Placeholder(String),
}

/// What the wildcards of a pattern stood for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Captures {
    values: Vec<(String, String)>,
}

impl Pattern {
    /// Reads a pattern, or says why it is none.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if text.matches('*').count() > 1 {
            return Err(format!("{text} has more than one `*`"));
        }
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut rest = text;
        while let Some(sign) = rest.chars().next() {
            let tail = rest.get(sign.len_utf8()..).unwrap_or_default();
            let name = if sign == ':' {
                placeholder_name(tail)
            } else {
                ""
            };
            let part = match sign {
                '*' => Part::Splat,
                ':' if !name.is_empty() => Part::Placeholder(name.to_owned()),
                _ => {
                    literal.push(sign);
                    rest = tail;
                    continue;
                }
            };
            if !literal.is_empty() {
                parts.push(Part::Literal(std::mem::take(&mut literal)));
            }
            parts.push(part);
            rest = tail.get(name.len()..).unwrap_or_default();
        }
        if !literal.is_empty() {
            parts.push(Part::Literal(literal));
        }
        Ok(Self { parts })
    }

    /// What the wildcards stand for in `path`; `None` when it does not match.
    pub(super) fn captures(&self, path: &str) -> Option<Captures> {
        let mut values = matches(&self.parts, path)?;
        values.reverse();
        Some(Captures { values })
    }
}

impl Captures {
    /// Puts the captured texts into the places of a header's value.
    pub(super) fn fill(&self, template: &str) -> String {
        self.values
            .iter()
            .fold(template.to_owned(), |text, (name, value)| {
                text.replace(&format!(":{name}"), value)
            })
    }
}

/// The name after a colon: a letter, then letters, digits and underscores.
fn placeholder_name(text: &str) -> &str {
    if !text.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
        return "";
    }
    let end = text
        .find(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '_'))
        .unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The captures from last to first. Wildcards take as much as they can.
fn matches(parts: &[Part], text: &str) -> Option<Vec<(String, String)>> {
    let Some((first, others)) = parts.split_first() else {
        return text.is_empty().then(Vec::new);
    };
    let (name, shortest, longest) = match first {
        Part::Literal(literal) => return matches(others, text.strip_prefix(literal.as_str())?),
        Part::Splat => ("splat", 0, text.len()),
        Part::Placeholder(name) => (name.as_str(), 1, text.find('/').unwrap_or(text.len())),
    };
    (shortest..=longest).rev().find_map(|end| {
        // `get` also skips the ends that would cut a letter in two.
        let (taken, rest) = (text.get(..end)?, text.get(end..)?);
        let mut found = matches(others, rest)?;
        found.push((name.to_owned(), taken.to_owned()));
        Some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_paths() {
        for (pattern, path, expected) in [
            ("/", "/", true),
            ("/", "/en/", false),
            ("/*", "/", true),
            ("/*", "/en/why/", true),
            ("/assets/*", "/assets/", true),
            ("/assets/*", "/asset", false),
            ("/*.html", "/a/404.html", true),
            ("/*.html", "/a/404.htm", false),
            ("/:lang/", "/ar/", true),
            ("/:lang/", "/ar/why/", false),
            ("/:lang/", "//", false),
            ("/:lang/*", "/ar/why/", true),
            ("/a:b", "/axyz", true),
            ("/:1", "/:1", true),
            ("/ە*", "/ەە", true),
        ] {
            let found = Pattern::parse(pattern).unwrap().captures(path);
            assert_eq!(found.is_some(), expected, "{pattern} on {path}");
        }
    }

    #[test]
    fn wildcards_are_named() {
        let captures = Pattern::parse("/:lang/*/x")
            .unwrap()
            .captures("/ar/a/b/x")
            .unwrap();
        assert_eq!(captures.fill(":lang|:splat"), "ar|a/b");
    }

    #[test]
    fn one_splat_only() {
        assert!(Pattern::parse("/*/x/*").is_err());
    }
}
