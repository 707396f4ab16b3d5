// @ts-check

/**
 * Let the phone's own maps program open: `geo:` on Android, Apple Maps on iOS. Elsewhere the plain address stays.
 * @param {ParentNode} root
 * @param {string} agent
 * @param {number} touches an iPad calls itself a Macintosh, but has a touch screen
 */
export function chooseMaps(root, agent, touches) {
  const android = /Android/.test(agent);
  const apple = /iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touches > 1);
  if (!android && !apple) return;
  for (const link of root.querySelectorAll("a[data-to]")) {
    const { to = "", geo } = /** @type {HTMLElement} */ (link).dataset;
    const address = android ? geo : `https://maps.apple.com/?daddr=${encodeURIComponent(to)}`;
    if (address) link.setAttribute("href", address);
  }
}
