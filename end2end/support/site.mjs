// Which pages there are: what the sitemap says, so that a page that is added
// is tested without anyone having to think of it.
import config from "../playwright.config.mjs";

const base = config.use.baseURL;

async function read() {
  const answer = await fetch(new URL("/sitemap.xml", base));
  if (!answer.ok) throw new Error(`no sitemap at ${base}: ${answer.status}`);
  const places = [...(await answer.text()).matchAll(/<url><loc>([^<]+)<\/loc>/g)];
  return places.map(([, url]) => new URL(url).pathname);
}

/** Every path, `/` included. */
export const paths = await read();

/** The language of a path, if it has one. */
export const localeOf = (path) => /^\/(en|ar|ckb)\//.exec(path)?.[1];

/** What `html[data-started]` becomes on a path. */
export function startOf(path) {
  if (!localeOf(path)) return "links";
  return path.endsWith("/checklist/") ? "hydrate" : "resting";
}

/** The paths of one language. */
export const pathsIn = (locale) => paths.filter((path) => localeOf(path) === locale);
