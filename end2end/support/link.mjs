// Links with data as someone who means ill would make them: what the program
// itself writes has been cleaned before. Written from the description in
// `crates/core/src/checklist/link/write.rs`.

const number = (value) => {
  const bytes = [];
  for (;;) {
    const low = value % 128;
    value = Math.floor(value / 128);
    if (value === 0) return [...bytes, low];
    bytes.push(low + 128);
  }
};

const four = (value) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);

/** Characters beyond ASCII all in the long form: 0xff, then UTF-8. */
const text = (value) => {
  const bytes = [...value].flatMap((char) => {
    const utf8 = [...Buffer.from(char)];
    return utf8.length > 1 ? [255, ...utf8] : utf8;
  });
  return [...number(bytes.length), ...bytes];
};

const fnv = (bytes) => {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
};

/**
 * A link to a list of one centre with this word in every place for words: its
 * name, its five facts, a cost line, a note, an own question, the decision.
 */
export function hostileLink(word) {
  const own = 42;
  const bytes = [
    1,
    // The ids: none of content, one of our own, none in letters.
    ...number(0), ...number(1), ...four(own), ...number(0),
    // That question: the first id, a criterion.
    ...number(1), ...number(0), ...text(word),
    // One centre, with all five facts and a cost line.
    ...number(1), ...four(11), ...text(word), ...number(0b1011111),
    ...[1, 2, 3, 4, 5].flatMap(() => text(word)),
    ...number(1), ...four(7), 0b11, ...text(word), ...number(9000),
    // Its answer to our question: the second there is, with details: a note.
    6, 0b100000, ...text(word),
    // No importance; the first centre is chosen, with why and what next.
    ...number(0), 0b1101, ...number(0), ...text(word), ...text(word),
  ];
  return `list-1.${Buffer.from([...bytes, ...four(fnv(bytes))]).toString("base64url")}`;
}
