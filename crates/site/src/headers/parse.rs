//! From the text of a `_headers` file to rules.

use axum::http::{HeaderName, HeaderValue};

use super::pattern::Pattern;
use super::{HeaderRules, MAX_LINE, MAX_RULES, Problem, Rule};

/// Reads the file the way the hosts do: what they would ignore is left out,
/// and each omission is told.
pub(super) fn parse(text: &str) -> (HeaderRules, Vec<Problem>) {
    let mut reader = Reader::default();
    for (index, line) in text.lines().enumerate() {
        reader.number = index + 1;
        reader.line(line.trim());
    }
    reader.close_block();
    (
        HeaderRules {
            rules: reader.rules,
        },
        reader.problems,
    )
}

#[derive(Default)]
struct Reader {
    number: usize,
    rules: Vec<Rule>,
    problems: Vec<Problem>,
    /// The block being read, and the line it began on.
    open: Option<(usize, Rule)>,
    /// Whether the lines belong to a block that was refused or is one too many.
    skipping: bool,
}

impl Reader {
    fn line(&mut self, line: &str) {
        if line.is_empty() || line.starts_with('#') {
            return;
        }
        if line.chars().count() > MAX_LINE {
            self.problem(format!(
                "longer than {MAX_LINE} characters, the hosts ignore it"
            ));
        } else if line.starts_with('/') || is_address(line) {
            self.path(line);
        } else if self.skipping {
            // Told once, at the path.
        } else if let Some(name) = line.strip_prefix('!') {
            self.take_away(name.trim());
        } else if let Some((name, value)) = line.split_once(':') {
            self.header(name.trim(), value.trim());
        } else {
            self.problem("neither a path nor `Name: value`".to_owned());
        }
    }

    fn path(&mut self, line: &str) {
        self.close_block();
        self.skipping = true;
        if self.rules.len() >= MAX_RULES {
            self.problem(format!(
                "rule {} of at most {MAX_RULES}",
                self.rules.len() + 1
            ));
            return;
        }
        if !line.starts_with('/') {
            self.problem(format!(
                "{line} is for one host only; paths alone work everywhere"
            ));
            return;
        }
        match Pattern::parse(line) {
            Ok(pattern) => {
                self.skipping = false;
                self.open = Some((
                    self.number,
                    Rule {
                        pattern,
                        set: Vec::new(),
                        unset: Vec::new(),
                    },
                ));
            }
            Err(message) => self.problem(message),
        }
    }

    fn take_away(&mut self, name: &str) {
        match (HeaderName::try_from(name), &mut self.open) {
            (Ok(name), Some((_, rule))) => rule.unset.push(name),
            (Ok(_), None) => self.problem("comes before any path".to_owned()),
            (Err(_), _) => self.problem(format!("`{name}` is no header name")),
        }
    }

    fn header(&mut self, name: &str, value: &str) {
        let Ok(header) = HeaderName::try_from(name) else {
            return self.problem(format!("`{name}` is no header name"));
        };
        if value.is_empty() || HeaderValue::from_str(value).is_err() {
            return self.problem(format!("{name} has no value that a header can carry"));
        }
        let Some((_, rule)) = &mut self.open else {
            return self.problem("comes before any path".to_owned());
        };
        match rule.set.iter_mut().find(|(known, _)| *known == header) {
            Some((_, before)) => *before = format!("{before}, {value}"),
            None => rule.set.push((header, value.to_owned())),
        }
    }

    fn close_block(&mut self) {
        let Some((line, rule)) = self.open.take() else {
            return;
        };
        if rule.set.is_empty() && rule.unset.is_empty() {
            self.problems.push(Problem {
                line,
                message: "a path without headers".to_owned(),
            });
        } else {
            self.rules.push(rule);
        }
    }

    fn problem(&mut self, message: String) {
        self.problems.push(Problem {
            line: self.number,
            message,
        });
    }
}

/// The hosts take a line for an address by its first word alone.
fn is_address(line: &str) -> bool {
    line.split_whitespace()
        .next()
        .is_some_and(|word| word.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(usize, String)> {
        parse(text)
            .1
            .into_iter()
            .map(|problem| (problem.line, problem.message))
            .collect()
    }

    #[test]
    fn comments_blank_lines_and_case_do_not_matter() {
        let (rules, problems) = parse("# why\n\n/*\n\tX-A: 1\n  x-a: 2\n");
        assert_eq!(problems, []);
        assert_eq!(rules.len(), 1);
        assert_eq!(
            rules.rules[0].set,
            [(HeaderName::from_static("x-a"), "1, 2".to_owned())]
        );
    }

    #[test]
    fn values_may_hold_colons_and_addresses() {
        let (rules, problems) = parse("/*\n  Link: <https://x.example/>; rel=\"a\"\n");
        assert_eq!(problems, []);
        assert_eq!(rules.rules[0].set[0].1, "<https://x.example/>; rel=\"a\"");
    }

    #[test]
    fn each_omission_names_its_line() {
        for (text, line, part) in [
            ("X-A: 1\n", 1, "before any path"),
            ("/*\n  nonsense\n  X-A: 1\n", 2, "neither a path"),
            ("/*\n  X A: 1\n  X-A: 1\n", 2, "no header name"),
            ("/*\n  X-A:\n  X-B: 1\n", 2, "no value"),
            ("/a\n/b\n  X-B: 1\n", 1, "without headers"),
            ("/*/*\n  X-B: 1\n", 1, "more than one"),
            ("https://a.example/*\n  X-B: 1\n", 1, "one host"),
        ] {
            let found = problems(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].0, line, "{text}");
            assert!(found[0].1.contains(part), "{found:?}");
        }
    }

    #[test]
    fn the_limits_of_the_hosts_hold() {
        let long = format!("/*\n  X-A: {}\n  X-B: 1\n", "a".repeat(MAX_LINE));
        assert_eq!(problems(&long).len(), 1);
        assert_eq!(parse(&long).0.rules[0].set.len(), 1);

        let many: String = (0..102)
            .map(|index| format!("/{index}\n  X-A: 1\n"))
            .collect();
        let (rules, problems) = parse(&many);
        assert_eq!(rules.len(), MAX_RULES);
        assert_eq!(problems.len(), 2);
    }
}
