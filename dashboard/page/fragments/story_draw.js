// Draws the days and the map of a playback as SVG; every text is set as text, never as markup.
const SVG = "http://www.w3.org/2000/svg"
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")
const ROW = 13, FOOT = 20, MARK = 11

function make(name, attributes = {}, text = "") {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  if (text) element.textContent = text
  return element
}

function html(name, className = "", text = "") {
  const element = document.createElement(name)
  element.className = className
  element.textContent = text
  return element
}

function symbol(record, size, paper) {
  const look = record.contested
    ? { fill: paper, stroke: record.colour, "stroke-width": 7 }
    : { fill: record.colour }
  const box = make("svg", { viewBox: "0 0 64 64", width: size, height: size, "aria-hidden": "true" })
  box.append(make("path", { d: record.path, ...look }))
  return box
}

function dateOf(data, day) {
  const at = new Date(`${data.first}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + day)
  return at
}

function sayDay(data, day) {
  const at = dateOf(data, day)
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`
}

// The records of a day: [record, state], as events.story tells them.
function onDay(data, day) {
  const found = []
  for (const record of data.records)
    for (const [first, last, state] of record.runs)
      if (first <= day && day <= last) found.push([record, state])
  return found
}

function drawChart(data) {
  const wide = data.width
  const row = Math.max(5, Math.min(ROW, 520 / Math.max(data.rows, 1)))
  const high = data.rows * row + 6
  const x = (day) => (day / data.count) * wide
  const svg = make("svg", { width: wide, height: high + FOOT, viewBox: `0 0 ${wide} ${high + FOOT}`,
    role: "img", "aria-label": `The days from ${sayDay(data, 0)} to ${sayDay(data, data.count - 1)}: a point is a day, a bar lasts, a hatched bar is some time within. The list below names the records of the day.` })
  svg.append(make("line", { x1: 0, x2: wide, y1: high, y2: high, stroke: "currentColor", opacity: 0.5 }))
  drawTicks(svg, data, x, high)
  const cursor = make("rect", { y: 0, height: high, width: Math.max(x(1), 2), fill: "currentColor", opacity: 0.12 })
  svg.append(cursor)
  const marks = new Map(data.records.map((record) => {
    const group = drawMark(data, record, x, row)
    svg.append(group)
    return [record.id, group]
  }))
  return { svg, marks, move: (day) => cursor.setAttribute("x", x(day)) }
}

function drawTicks(svg, data, x, high) {
  const step = [1, 7, 14, 31, 91, 365, 1826, 3653].find((n) => x(n) >= 74) || 9999
  for (let day = 0; day < data.count; day += step) {
    const at = x(day)
    svg.append(make("line", { x1: at, x2: at, y1: 0, y2: high + 4, stroke: "currentColor", opacity: 0.2 }))
    if (at > data.width - 62) continue
    const text = step > 40 ? sayDay(data, day) : sayDay(data, day).replace(/ \d+$/, "")
    svg.append(make("text", { x: at, y: high + 15, fill: "currentColor" }, text))
  }
}

function drawMark(data, record, x, row) {
  const [from, to] = record.bar
  const y = 3 + record.row * row + row / 2
  const group = make("g", { class: "mark", "data-id": record.id })
  group.append(make("title", {}, `${record.when}: ${record.title}`))
  if (record.kind !== "point") {
    const look = record.kind === "doubt" ? { fill: hatch(group, record), stroke: record.colour }
      : { fill: record.contested ? data.paper : record.colour, stroke: record.colour,
          "fill-opacity": record.contested ? 1 : 0.5 }
    const wide = Math.max(x(to) - x(from), 2)
    group.append(make("rect", { x: x(from), width: wide, y: y - row * 0.36, height: row * 0.72, ...look }))
    if (wide > 110 && row >= 11)
      group.append(make("text", { x: x(from) + 14, y: y + 4, fill: "currentColor", class: "inside",
        style: "font-size: 10px" }, cut(record.title, (wide - 20) / 5.6)))
  }
  if (record.kind === "point" || record.kind === "truce") {
    const size = Math.min(MARK, row), at = record.kind === "truce" ? x(from) : x((from + to) / 2)
    const mark = symbol(record, size, data.paper)
    mark.setAttribute("x", at - size / 2)
    mark.setAttribute("y", y - size / 2)
    group.append(mark)
  }
  return group
}

function cut(text, letters) {
  return text.length <= letters ? text : `${text.slice(0, Math.max(letters - 1, 1)).trimEnd()}…`
}

function hatch(group, record) {
  const id = `hatch-${record.id}`
  const pattern = make("pattern", { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" })
  pattern.append(make("line", { x1: 0, x2: 0, y1: 0, y2: 5, stroke: record.colour, "stroke-width": 2 }))
  group.append(pattern)
  return `url(#${id})`
}

function drawMap(data) {
  const { width, height, sea, shapes, words, places } = data.map
  const svg = make("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": "Map of the region with the places of the day's records, which the list below names." })
  svg.append(make("rect", { width, height, fill: sea }))
  for (const shape of shapes)
    svg.append(make("path", { d: shape.path, fill: shape.fill, stroke: shape.line, "fill-rule": "evenodd",
      "stroke-width": shape.width, "stroke-dasharray": shape.dash, opacity: shape.opacity ?? 1 }))
  for (const word of words) {
    if (word.town) svg.append(make("circle", { cx: word.x, cy: word.y, r: 2, fill: "currentColor", opacity: 0.6 }))
    svg.append(make("text", { x: word.x + (word.town ? 11 : 0), y: word.y + 4, fill: "currentColor",
      opacity: 0.75, "text-anchor": word.town ? "start" : "middle" }, word.text))
  }
  const layer = make("g")
  svg.append(layer)
  return { svg, show: (records) => showPlaces(layer, places, records, data.paper) }
}

// An area is tinted and outlined as a whole, its number in its middle; a country is only outlined.
function showPlaces(layer, places, records, paper) {
  const now = new Map(records.map(([record]) => [record.id, record]))
  layer.replaceChildren()
  const found = places.map((place) => [place, place.ids.filter((id) => now.has(id))])
    .filter(([, ids]) => ids.length)
  for (const [place, ids] of found.sort(([a], [b]) => b.path.length - a.path.length)) {
    const colours = new Set(ids.map((id) => now.get(id).colour))
    const colour = colours.size === 1 ? [...colours][0] : "currentColor"
    if (place.path)
      layer.append(make("path", { d: place.path, fill: place.country ? "none" : colour, "fill-opacity": 0.2,
        stroke: colour, "stroke-width": 1.5, class: "place", "data-name": place.name }))
    const group = make("g", { class: "place" })
    group.append(make("title", {}, `${place.name}: ${ids.map((id) => now.get(id).title).join("; ")}`))
    const shape = place.path ? { d: octagon(place.x, place.y, 9) } : { cx: place.x, cy: place.y, r: 8 }
    group.append(make(place.path ? "path" : "circle", { ...shape, fill: paper, stroke: colour, "stroke-width": 2 }))
    group.append(make("text", { x: place.x, y: place.y + 4, "text-anchor": "middle", fill: "currentColor",
      "font-weight": 700 }, String(ids.length)))
    layer.append(group)
  }
}

function octagon(x, y, r) {
  const points = [...Array(8).keys()].map((i) => (i + 0.5) * Math.PI / 4)
    .map((turn) => `${(x + r * Math.cos(turn)).toFixed(1)} ${(y + r * Math.sin(turn)).toFixed(1)}`)
  return `M${points.join("L")}Z`
}
