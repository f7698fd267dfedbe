// Plays records day by day. All days come at once, so that a day costs no question to the server.
// Nothing moves until it is asked to. It follows story_draw.js in one script.
function fillList(list, data, records, open) {
  list.replaceChildren()
  for (const [state, label] of Object.entries(data.states)) {
    const group = records.filter(([, its]) => its === state)
    if (!group.length) continue
    const part = html("div"), rows = html("ul")
    part.dataset.state = state
    part.append(html("h3", "", `${label} (${group.length})`), rows)
    for (const [record] of group) {
      const item = html("li"), text = html("div"), button = html("button", "open", record.title)
      item.dataset.id = record.id
      button.type = "button"
      button.addEventListener("click", () => open(record.id))
      const facts = [record.when, record.hours, record.where, `accounts: ${record.told.join(", ") || "none"}`,
        record.contested ? "contested" : ""]
      text.append(button, html("small", "", facts.filter(Boolean).join(" · ")))
      item.append(symbol(record, 12, data.paper), text)
      rows.append(item)
    }
    list.append(part)
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".days"), get = (name) => root.querySelector(name)
  const kept = (root.kept ??= { day: data.start, speed: 1, timer: 0 })
  const fresh = kept.first !== data.first || kept.count !== data.count
  if (fresh) Object.assign(kept, { first: data.first, count: data.count, day: data.start })
  const chart = drawChart(data), map = drawMap(data)
  get(".chart").replaceChildren(chart.svg)
  get(".map").replaceChildren(map.svg)
  const placed = new Set(data.map.places.flatMap((place) => place.ids))
  const slide = get(".slide"), play = get(".play"), speed = get(".speed"), line = get(".day"), list = get(".list")
  slide.max = data.count - 1
  speed.replaceChildren(...data.speeds.map((each) => new Option(each, each, false, each === kept.speed)))

  const show = (day) => {
    kept.day = Math.min(Math.max(day, 0), data.count - 1)
    const records = onDay(data, kept.day), now = new Set(records.map(([record]) => record.id))
    slide.value = kept.day
    slide.setAttribute("aria-valuetext", sayDay(data, kept.day))
    const count = records.length === 1 ? "1 record" : `${records.length || "no"} records`
    line.textContent = `${sayDay(data, kept.day)} · day ${kept.day + 1} of ${data.count} · ${count}`
    chart.move(kept.day)
    for (const [id, mark] of chart.marks) mark.classList.toggle("now", now.has(id))
    map.show(records)
    const off = records.filter(([record]) => !placed.has(record.id)).length
    get(".off").textContent = `Of this day's records not on this map: ${off}`
    fillList(list, data, records, (id) => setTriggerValue("open", { id }))
  }
  const pause = () => {
    clearInterval(kept.timer)
    kept.timer = 0
    play.textContent = "▶ Play"
    line.setAttribute("aria-live", "polite")
  }
  const start = () => {
    if (kept.day >= data.count - 1) show(0)
    play.textContent = "❚❚ Pause"
    line.setAttribute("aria-live", "off")  // each day would be spoken over the one before it
    kept.timer = setInterval(() => {
      show(kept.day + 1)
      if (kept.day >= data.count - 1) pause()
    }, 1000 / kept.speed)
  }
  const step = (by) => () => { pause(); show(kept.day + by) }
  play.onclick = () => (kept.timer ? pause() : start())
  get(".back").onclick = step(-1)
  get(".on").onclick = step(1)
  slide.oninput = () => { pause(); show(Number(slide.value)) }
  speed.onchange = () => {
    kept.speed = Number(speed.value)
    if (kept.timer) { pause(); start() }
  }
  pause()
  show(kept.day)
  return () => { clearInterval(kept.timer); kept.timer = 0 }
}
