// Arrow keys step through a story. One wish is under way at a time: presses while it is are counted
// into the next one, so that none is lost and none overtakes another. The line says at once which
// step is wished; it stays the same element, so that screen readers announce its changes.
export default function ({ parentElement, data, setStateValue }) {
  const line = parentElement.querySelector("p")
  const kept = (parentElement.storyKeys ??= { fresh: true })
  kept.labels = data.labels
  kept.send = () => {
    kept.sent += 1
    kept.asked = kept.index
    setStateValue("go", { index: kept.index, sent: kept.sent })
  }

  const say = () => {
    const known = kept.index >= 0 && kept.index < kept.labels.length
    const place = `Step ${kept.index + 1} of ${kept.labels.length}`
    const text = known ? `${place} · ${kept.labels[kept.index]}` : data.outside
    if (line.textContent !== text) line.textContent = text
  }
  kept.say = say

  if (kept.fresh) {
    Object.assign(kept, { fresh: false, sent: data.sent, asked: null, index: data.index })
    listen(parentElement, kept)
  } else if (data.sent >= kept.sent) {
    const further = kept.asked !== null && kept.index !== kept.asked
    kept.asked = null
    if (further) kept.send()
    else kept.index = data.index
  }
  kept.index = Math.min(kept.index, data.labels.length - 1)
  say()
}

// What has a use for arrow keys of its own keeps them.
const OTHERS =
  "input, textarea, select, canvas, [contenteditable], [role=slider], [role=radio], [role=tab], " +
  "[role=combobox], [role=listbox], [role=option], [role=grid], [role=spinbutton], [role=menu], " +
  "[role=menuitem], [role=dialog]"

function listen(element, kept) {
  const press = (event) => {
    if (!element.isConnected) return document.removeEventListener("keydown", press)
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by || event.defaultPrevented) return
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const target = event.composedPath()[0]
    if (target instanceof Element && target.closest(OTHERS)) return
    event.preventDefault()
    const wish = Math.min(Math.max(kept.index + by, 0), kept.labels.length - 1)
    if (wish === kept.index) return
    kept.index = wish
    kept.say()
    if (kept.asked === null) kept.send()
  }
  document.addEventListener("keydown", press)
}
