// A click on a link right after typing: the text first, then the way; Streamlit would lose the way.
const JUST_NOW = 300;
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

function goWhenAtRest(href, start) {
  const waited = Date.now() - start;
  page.ran = (waited && page.ran) || isRunning();
  const rests = page.ran ? !isRunning() : waited > 250;
  if (!rests && waited < 4000) return setTimeout(() => goWhenAtRest(href, start), 25);
  page.ran = false;
  const link = [...document.querySelectorAll(LINKS)].find((one) => one.getAttribute("href") === href);
  page.going = link;
  link?.click();
  page.going = null;
}

function isRunning() {
  const app = document.querySelector("[data-testid=stApp]");
  return app !== null && app.dataset.testScriptState !== "notRunning";
}
