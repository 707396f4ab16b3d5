// @ts-check
/**
 * The copy on this phone: fetched whole or not at all, and answered from even when nothing else answers.
 *
 * There is one cache for each site. A file lies in it under its address and its revision, which is the start of its
 * SHA-256: two releases share what did not change, and what lies there is right because it was compared. A page and a
 * worker of different releases talk to each other, so that the messages below keep their meaning.
 */

/**
 * `base`: files of every copy. `rest`: files that the visitor may add. `thin`: what stands in for some of these until
 * then. Each is path from the site's root to revision. `packs`: base with thin, and rest, each as one file.
 * @type {{version: string, date: string, away: string, packs: [string, string], base: Record<string, string>,
 *   thin: Record<string, string>, rest: Record<string, string>, words: Record<string, string>}}
 */
const KEPT = JSON.parse("{}");

/** More files than this come as a pack, in one answer. */
const MANY = 24;
/** What a page may ask for after it was loaded. The data of private places is not kept for that. */
const OPEN = /^(assets|data\/(?!more-))/;
/** Milliseconds that the network has where it knows more than the copy. */
const PATIENCE = 1000;
const TYPES = /** @type {Record<string, string>} */ ({
  html: "text/html", css: "text/css", js: "text/javascript", json: "application/json", svg: "image/svg+xml",
});

const sw = /** @type {any} */ (self);
/** @type {string} */
const scope = sw.registration.scope;
const NAME = `offramp ${scope}`;
const NOTE = `${scope}keep?note`;
const MINE = `${scope}keep?${KEPT.version}`;

/**
 * @param {string} path
 * @param {string} revision
 */
const key = (path, revision) => `${scope}${path}?${revision}`;

/**
 * What the visitor chose, and when the last question for a newer copy was answered.
 * @typedef {{rest?: boolean, checked?: number, retired?: string[]}} Note
 */

/**
 * Looks in our cache without making one: after "Remove" there is none.
 * @param {string} address
 * @returns {Promise<Response | undefined>}
 */
const look = (address) => caches.match(address, { cacheName: NAME });

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
const read = async (address) => (await look(address))?.json() ?? {};

/**
 * @param {string} address
 * @param {object} value
 */
async function write(address, value) {
  const cache = await caches.open(NAME);
  await cache.put(address, new Response(JSON.stringify(value), { headers: { "Content-Type": TYPES.json } }));
}

/** @param {boolean} rest */
const wanted = (rest) => ({ ...KEPT.base, ...KEPT.thin, ...(rest ? KEPT.rest : {}) });

/** @param {boolean} rest */
async function missing(rest) {
  const held = new Set((await caches.has(NAME)) ? (await (await caches.open(NAME)).keys()).map(({ url }) => url) : []);
  return Object.entries(wanted(rest)).filter(([path, revision]) => !held.has(key(path, revision)));
}

/** @param {string} path */
async function bring(path) {
  const answer = await fetch(scope + path, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/**
 * The bytes of the files that are not there yet: one by one, or from a pack where they are many.
 * @param {[string, string][]} files
 * @returns {Promise<Uint8Array[]>}
 */
async function fetched(files) {
  if (files.length <= MANY) {
    return Promise.all(files.map(async ([path, revision]) => {
      const thin = KEPT.thin[path] === revision;
      return new Uint8Array(await (await bring(thin ? `data/keep/${revision}.txt` : path)).arrayBuffer());
    }));
  }
  const ofRest = files.some(([path, revision]) => KEPT.rest[path] === revision);
  const [base, rest] = await Promise.all(KEPT.packs.map(async (pack, at) => (at && !ofRest ? {} : (await bring(pack)).json())));
  const encoder = new TextEncoder();
  return files.map(([path, revision]) => encoder.encode((KEPT.rest[path] === revision ? rest : base)[path]));
}

/**
 * @param {string} path
 * @param {Uint8Array} bytes
 * @param {string} revision
 */
async function compare(path, bytes, revision) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {BufferSource} */ (bytes)));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!found.startsWith(revision)) throw new Error(`${path} is not what the list names`);
}

/**
 * Bring what is missing: all of it, compared, before the first is written; and nothing stays of a half. Whoever wants a
 * copy writes the note before; where it is gone, the visitor removed the copy meanwhile.
 */
async function fill() {
  const { rest = false } = await read(NOTE);
  const files = await missing(rest);
  const bytes = await fetched(files);
  await Promise.all(files.map(([path, revision], at) => compare(path, bytes[at], revision)));
  if (!(await look(NOTE))) throw new Error("removed");
  const cache = await caches.open(NAME);
  try {
    await Promise.all(files.map(([path, revision], at) => cache.put(key(path, revision), kept(path, bytes[at]))));
    await write(MINE, { saved: Date.now() });
  } catch (full) {
    await Promise.all(files.map(([path, revision]) => cache.delete(key(path, revision))));
    throw full;
  }
}

/**
 * @param {string} path
 * @param {Uint8Array} bytes
 */
function kept(path, bytes) {
  const type = TYPES[path.slice(path.lastIndexOf(".") + 1)];
  const headers = { "Content-Type": `${type}; charset=utf-8`, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };
  return new Response(/** @type {BodyInit} */ (bytes), { headers });
}

/** Clear what this release does not need; scripts and data of the last one stay for its open pages, until the next. */
async function sweep() {
  const note = await read(NOTE);
  const cache = await caches.open(NAME);
  const needed = new Set(Object.entries(wanted(Boolean(note.rest))).map(([path, revision]) => key(path, revision)));
  const before = new Set(note.retired ?? []);
  const retired = [];
  for (const { url } of await cache.keys()) {
    if (needed.has(url) || url === NOTE || url === MINE) continue;
    if (OPEN.test(url.slice(scope.length)) && !before.has(url)) retired.push(url);
    else await cache.delete(url);
  }
  await write(NOTE, { ...note, retired });
}

/** Take away what the visitor does not want any longer. */
async function drop() {
  const cache = await caches.open(NAME);
  await Promise.all(Object.entries(KEPT.rest).map(([path, revision]) => cache.delete(key(path, revision))));
}

/**
 * The file of an address, as a host would find it; empty where it is not one of the copy.
 * @param {string} url
 */
function fileOf(url) {
  if (!url.startsWith(scope)) return "";
  const path = url.slice(scope.length).replace(/[?#].*$/, "");
  const names = [path, `${path}.html`, /(^|\/)$/.test(path) ? `${path}index.html` : `${path}/index.html`];
  return names.find((name) => Object.hasOwn(KEPT.base, name) || Object.hasOwn(KEPT.rest, name)) ?? "";
}

/**
 * @param {Request} request
 * @param {string} file
 * @returns {Promise<Response>}
 */
async function answer(request, file) {
  const whole = await look(key(file, KEPT.base[file] ?? KEPT.rest[file]));
  if (whole) return whole;
  const thin = KEPT.thin[file] && (await look(key(file, KEPT.thin[file])));
  if (!thin) return request.mode === "navigate" ? visit(request) : fetch(request);
  if (!navigator.onLine) return thin;
  const late = new Promise((done) => setTimeout(() => done(thin), PATIENCE));
  const online = fetch(request).then((found) => (found.ok ? found : thin), () => thin);
  return Promise.race([online, late]);
}

/**
 * A page that is not in the copy: from the network, or the words that it is not here.
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function visit(request) {
  try {
    return await fetch(request);
  } catch {
    const there = await look(key(KEPT.away, KEPT.base[KEPT.away]));
    if (there) return Response.redirect(scope + KEPT.away);
    const text = KEPT.words["keep.line.gone"];
    return new Response(`${text}\n\n911\n988\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
}

/**
 * Scripts and data of an older release, for a page that is still open.
 * @param {Request} request
 */
async function old(request) {
  return (await caches.match(request, { cacheName: NAME, ignoreSearch: true })) ?? fetch(request);
}

/** What a page says of the copy. */
async function state() {
  const { rest = false, checked = 0 } = await read(NOTE);
  const { saved = 0 } = await read(MINE);
  const { version, date, words } = KEPT;
  return { version, date, words, rest, saved, checked: Math.max(saved, checked), missing: (await missing(rest)).length };
}

/**
 * @param {{ask: string, rest?: boolean}} message
 */
async function obey({ ask, rest }) {
  if (ask === "use") return sw.skipWaiting();
  if (ask === "checked" && (await look(NOTE))) await write(NOTE, { ...(await read(NOTE)), checked: Date.now() });
  if (ask === "fill") {
    const note = await read(NOTE);
    await write(NOTE, { ...note, rest: rest ?? note.rest });
    await fill();
    if (rest === false) await drop();
  }
  return state();
}

sw.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fill()));
sw.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(sweep().then(() => sw.clients.claim())));
sw.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const file = fileOf(request.url);
  if (file) event.respondWith(answer(request, file));
  else if (request.mode === "navigate" && request.url.startsWith(scope)) event.respondWith(visit(request));
  else if (request.url.startsWith(scope) && /^(assets|data)\//.test(request.url.slice(scope.length))) event.respondWith(old(request));
});
sw.addEventListener("message", (/** @type {any} */ event) => {
  const [port] = event.ports;
  const done = obey(event.data).then((told) => port?.postMessage({ told }), () => port?.postMessage({ failed: true }));
  event.waitUntil(done);
});
