// A click on a link right after typing: the text first, then the way; Streamlit would lose the way.
const JUST_NOW = 300;
const RESTED = 150;
const LONGEST_WAY = 4000;
const LINKS = "[data-testid=stPageLink] a";

function holdClick(event) {
  const link = event.target instanceof Element && event.target.closest(LINKS);
  const hurried = Date.now() - (page.left ?? 0) < JUST_NOW || textOf(document.activeElement)?.fresh;
  if (!link || !hurried || link === page.going || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  document.activeElement?.blur?.();
  goWhenAtRest(link.getAttribute("href"), Date.now());
}

// One text may cost two drawings (a popover that closes): only a longer rest is one.
function goWhenAtRest(href, start, ran = false, rest = 0) {
  const now = Date.now();
  const runs = isRunning();
  const since = runs ? 0 : rest || now;
  const rests = !runs && now - since > (ran || runs ? RESTED : 2 * RESTED);
  if (!rests && now - start < LONGEST_WAY) return setTimeout(() => goWhenAtRest(href, start, ran || runs, since), 25);
  const from = location.href;
  go(href);
  setTimeout(() => location.href === from && !isRunning() && go(href), 10 * RESTED);
}

function go(href) {
  page.going = [...document.querySelectorAll(LINKS)].find((one) => one.getAttribute("href") === href);
  page.going?.click();
  page.going = null;
}

function isRunning() {
  const app = document.querySelector("[data-testid=stApp]");
  return app !== null && app.dataset.testScriptState !== "notRunning";
}
