// @ts-check
/** In the place of the worker where copies are called back: it takes away what was kept, and then itself. */

const sw = /** @type {any} */ (self);

async function leave() {
  await caches.delete(`offramp ${sw.registration.scope}`);
  await sw.registration.unregister();
}

sw.addEventListener("install", () => sw.skipWaiting());
sw.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));
