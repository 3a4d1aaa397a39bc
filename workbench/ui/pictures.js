// Shows what was drawn; only when it changed, so that scrolling and focus stay where they are.
const shown = new WeakMap();

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".pictures");
  if (!place || shown.get(place) === data.html) return;
  place.innerHTML = data.html;
  shown.set(place, data.html);
}
