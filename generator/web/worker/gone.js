// @ts-check
/** In the place of the worker where copies are called back: it takes away what was kept, and then itself. */

const gone = /** @type {any} */ (self);

async function leave() {
  await caches.delete(`offramp ${gone.registration.scope}`);
  await gone.registration.unregister();
}

gone.addEventListener("install", () => gone.skipWaiting());
gone.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));
