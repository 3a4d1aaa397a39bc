// Shows a table of which some cells are links. A click stays within this visit; with a modifier key
// the browser does what it always does.
const shown = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".pictures");
  if (!place) return;
  place.onclick = (event) => {
    const way = event.target.closest("a[data-way]");
    if (!way || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    setTriggerValue("way", way.dataset.way);
  };
  if (shown.get(place) === data.html) return;
  place.innerHTML = data.html;
  shown.set(place, data.html);
}
