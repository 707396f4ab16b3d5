// @ts-check
/** The copy of this site on this phone: made, asked, taken away. Only because the visitor says so. */

/**
 * What the worker says. `saved` and `checked` are milliseconds since 1970, `missing` how many files are not there.
 * @typedef {{version: string, date: string, words: Record<string, string>, rest: boolean, saved: number,
 *   checked: number, missing: number}} State
 */

/** The address of the site's root: this script lies below it in the folder of assets. */
const base = import.meta.url.slice(0, import.meta.url.lastIndexOf("/assets/") + 1);
const cacheName = `offramp ${base}`;

/**
 * Whether this browser can keep anything: an address that counts as safe, and a window that may store.
 * @param {Navigator} navigator
 */
export const able = (navigator) => "serviceWorker" in navigator && "caches" in window;

/**
 * The registration of this site, and of no other on the same host.
 * @param {Navigator} navigator
 */
export async function registered(navigator) {
  const found = await navigator.serviceWorker.getRegistration(base);
  return found?.scope === base ? found : undefined;
}

/**
 * Ask a worker for something; gives what it says of the copy.
 * @param {ServiceWorker} worker
 * @param {{ask: "state" | "use" | "checked" | "fill", rest?: boolean}} message
 * @returns {Promise<State>}
 */
export function ask(worker, message) {
  return new Promise((told, failed) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data.failed ? failed(new Error(message.ask)) : told(data.told));
    worker.postMessage(message, [port2]);
  });
}

/** @type {string | undefined} */
let vouched;

/**
 * The address of our worker as a browser with Trusted Types wants it. The policy lets no other address through; a page
 * may make it once.
 * @returns {string}
 */
function workerAddress() {
  const own = `${base}sw.js`;
  vouched ??= /** @type {any} */ (window).trustedTypes?.createPolicy("offramp", {
    createScriptURL: (/** @type {string} */ address) => {
      if (address !== own) throw new TypeError(`not our worker: ${address}`);
      return address;
    },
  }).createScriptURL(own);
  return vouched ?? own;
}

/**
 * Make the copy, or add to it and take from it what the visitor chose. Rejects where not everything arrived; then there
 * is what was there before.
 * @param {Navigator} navigator
 * @param {boolean} [rest] with the private pages; without it as chosen before
 * @returns {Promise<State>}
 */
export async function keep(navigator, rest) {
  const before = (await registered(navigator))?.active;
  if (before) return ask(before, { ask: "fill", rest });
  const cache = await caches.open(cacheName);
  await cache.put(`${base}keep?note`, new Response(JSON.stringify({ rest: Boolean(rest) })));
  try {
    const registration = await navigator.serviceWorker.register(workerAddress(), { scope: base });
    const worker = await activated(registration);
    const told = await ask(worker, { ask: "state" });
    // A worker that was removed on this very page comes back as it was, without what it kept.
    return told.missing ? await ask(worker, { ask: "fill" }) : told;
  } catch (error) {
    await remove(navigator);
    throw error;
  }
}

/**
 * Wait for the first worker of a registration.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<ServiceWorker>}
 */
function activated(registration) {
  return new Promise((done, failed) => {
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    const look = () => {
      if (worker?.state === "activated") done(worker);
      if (!worker || worker.state === "redundant") failed(new Error("not everything arrived"));
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

/**
 * Take everything away: the worker, and whatever it kept.
 * @param {Navigator} navigator
 */
export async function remove(navigator) {
  await (await registered(navigator))?.unregister();
  await caches.delete(cacheName);
}
