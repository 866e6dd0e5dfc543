//! Plain text tables with aligned columns.

use std::fmt;

/// A column's heading; numbers stand flush right.
#[derive(Debug, Clone, Copy)]
pub(super) enum Column {
    Text(&'static str),
    Number(&'static str),
}

/// Rows of cells below headings.
#[derive(Debug)]
pub(super) struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(columns: &[Column]) -> Self {
        Self {
            columns: columns.to_vec(),
            rows: Vec::new(),
        }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }
}

impl Column {
    fn heading(self) -> &'static str {
        match self {
            Self::Text(heading) | Self::Number(heading) => heading,
        }
    }

    fn cell(self, text: &str, width: usize) -> String {
        match self {
            Self::Text(_) => format!("{text:<width$}"),
            Self::Number(_) => format!("{text:>width$}"),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headings: Vec<String> = self
            .columns
            .iter()
            .map(|column| column.heading().to_owned())
            .collect();
        let lines: Vec<&Vec<String>> = std::iter::once(&headings).chain(&self.rows).collect();
        for line in &lines {
            let cells: Vec<String> = self
                .columns
                .iter()
                .zip(line.iter())
                .enumerate()
                .map(|(index, (column, text))| {
                    let width = lines
                        .iter()
                        .filter_map(|line| line.get(index))
                        .map(|cell| cell.chars().count())
                        .max();
                    column.cell(text, width.unwrap_or(0))
                })
                .collect();
            writeln!(out, "  {}", cells.join("  ").trim_end())?;
        }
        Ok(())
    }
}

/// Bytes as kB with one decimal, rounded.
pub(super) fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut table = Table::new(&[Column::Text("page"), Column::Number("kB")]);
        table.row(["/".to_owned(), "1.0".to_owned()]);
        table.row(["/ar/why/".to_owned(), "12.5".to_owned()]);
        assert_eq!(
            table.to_string(),
            "  page        kB\n  /          1.0\n  /ar/why/  12.5\n"
        );
    }

    #[test]
    fn kilobytes_are_rounded() {
        for (bytes, text) in [
            (0, "0.0"),
            (49, "0.0"),
            (50, "0.1"),
            (149_999, "150.0"),
            (1_250, "1.3"),
        ] {
            assert_eq!(kilobytes(bytes), text, "{bytes}");
        }
    }
}
