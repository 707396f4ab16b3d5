// @ts-check
/**
 * Pages come light: the finder and its data are brought when somebody turns to the search box or its buttons, and
 * at once where the address or the history already asks something of it. To a list it comes once the cards are painted.
 */
const form = document.getElementById("finder");
const BUTTONS = ["filters", "when", "near", "officer"];

/** @type {Promise<unknown> | undefined} */
let brought;

/** @param {HTMLElement} finder */
function bring(finder) {
  brought ??= new Promise((done) => {
    finder.addEventListener("ready", done, { once: true });
    const main = new URL("./main.js", import.meta.url).href;
    import(main).catch(() => finder.classList.add("off"));
  });
  return brought;
}

/**
 * Do what the button would have done, once the real one is there.
 * @param {HTMLElement} finder
 * @param {Event} event
 */
async function press(finder, event) {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  const name = BUTTONS.find((key) => button?.hasAttribute(`data-${key}`));
  if (!name || finder.classList.contains("on")) return;
  await bring(finder);
  const real = /** @type {HTMLElement | null} */ (finder.querySelector(`.strip [data-${name}]`));
  real?.focus();
  real?.click();
}

if (form) {
  const typed = /** @type {HTMLInputElement | null} */ (form.querySelector("input[type=search]"))?.value;
  if (location.hash.length > 1 || history.state?.words || typed) void bring(form);
  else if (form.dataset.need) requestAnimationFrame(() => setTimeout(() => void bring(form)));
  for (const kind of ["focusin", "pointerdown"]) form.addEventListener(kind, () => void bring(form), { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => void press(form, event));
}
