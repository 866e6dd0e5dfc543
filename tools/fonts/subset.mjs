// Makes the site's Arabic and Sorani font from Noto Sans Arabic: only the
// letters both languages use, weights 400 to 700. Also writes the list of its
// characters, against which every text of the site is checked.
//
//   npm install --no-save subset-font@2.9.0 @fontsource-variable/noto-sans-arabic@5.3.0
//   node tools/fonts/subset.mjs
//
// Run it only to change the font; its results are kept in the repository.
import { readFileSync, writeFileSync } from "node:fs";
import subset from "subset-font";

const source =
  "node_modules/@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2";

// Sorted and without gaps between neighbours, so that the list reads well.
const ranges = [
  [0x060c, 0x060c], // ،
  [0x061b, 0x061b], // ؛
  [0x061f, 0x061f], // ؟
  [0x0621, 0x063a], // Arabic letters
  [0x0641, 0x0652], // Arabic letters and vowel signs
  [0x066a, 0x066a], // ٪
  [0x0670, 0x0671], // superscript alef, alef wasla
  [0x067e, 0x067e], // پ
  [0x0686, 0x0686], // چ
  [0x0695, 0x0695], // ڕ
  [0x0698, 0x0698], // ژ
  [0x06a4, 0x06a4], // ڤ
  [0x06a9, 0x06a9], // ک
  [0x06af, 0x06af], // گ
  [0x06b5, 0x06b5], // ڵ
  [0x06be, 0x06be], // ھ
  [0x06c6, 0x06c7], // ۆ ۇ
  [0x06cc, 0x06cc], // ی
  [0x06ce, 0x06ce], // ێ
  [0x06d5, 0x06d5], // ە
  [0x200c, 0x200d], // joiners
];

const text = ranges
  .flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  )
  .join("");

const font = await subset(readFileSync(source), text, {
  targetFormat: "woff2",
  variationAxes: { wght: { min: 400, max: 700 } },
});
writeFileSync("public/fonts/noto-sans-arabic.woff2", font);

const hex = (code) => code.toString(16).toUpperCase().padStart(4, "0");
writeFileSync(
  "style/fonts/noto-sans-arabic.coverage.txt",
  ranges
    .map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`))
    .join("\n") + "\n",
);
console.log(`${font.length} bytes, ${[...text].length} characters`);
