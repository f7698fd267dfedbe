// The table of records by sides: a button in each cell that opens the record's claims. Text from
// data is only ever set as textContent. One cell can be reached by Tab; arrow keys go on from it.
export default function ({ parentElement, data, setTriggerValue }) {
  const frame = parentElement.querySelector(".frame")
  const made = (tag, text, attributes = {}) => {
    const element = document.createElement(tag)
    if (text) element.textContent = text
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
  }

  const cell = (row, side) => {
    const told = row.cells[side.id]
    if (!told) return made("td", "", { class: "none" })
    const box = made("td")
    const button = made("button", "", { type: "button", tabindex: "-1", title: told.statement })
    button.style.setProperty("--side", side.colour)
    const more = told.claims > 1 ? `${told.claims} claims, the first: ` : ""
    const kind = told.contested ? "contested" : "not contested"
    button.setAttribute("aria-label", `${side.label} on ${row.title}, ${kind}: ${more}${told.statement}`)
    const mark = made("span", "", { class: told.contested ? "mark open" : "mark" })
    const head = made("span", "", { class: "top", "aria-hidden": "true" })
    head.append(mark)
    if (told.claims > 1) head.append(made("b", String(told.claims)))
    button.append(head, made("span", told.statement, { class: "words", "aria-hidden": "true" }))
    button.addEventListener("click", () => setTriggerValue("opened", row.id))
    box.append(button)
    return box
  }

  const fill = () => {
    const table = made("table")
    table.append(made("caption", data.caption))
    const head = made("tr")
    head.append(made("th", "Record", { scope: "col", class: "corner" }))
    for (const side of data.sides) {
      const label = made("th", side.label, { scope: "col" })
      label.style.setProperty("--side", side.colour)
      head.append(label)
    }
    const top = made("thead")
    top.append(head)
    const body = made("tbody")
    for (const row of data.rows) {
      const line = made("tr", "", { "data-id": row.id })
      const name = made("th", "", { scope: "row" })
      name.append(made("span", row.date, { class: "when" }), made("span", row.title, { class: "what" }))
      line.append(name, ...data.sides.map((side) => cell(row, side)))
      body.append(line)
    }
    table.append(top, body)
    frame.replaceChildren(table)
  }

  const grid = () => [...frame.querySelectorAll("tbody tr")].map((line) => [...line.querySelectorAll("td")])
  const move = (event) => {
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
    const step = steps[event.key]
    const here = event.target.closest("td")
    if (!step || !here) return
    const cells = grid()
    let r = cells.findIndex((line) => line.includes(here))
    let c = cells[r].indexOf(here)
    do {
      r += step[0]
      c += step[1]
    } while (cells[r]?.[c] && !cells[r][c].firstChild)
    const next = cells[r]?.[c]?.firstChild
    event.preventDefault()
    if (!next) return
    reachable(next)
    next.focus()
  }
  const reachable = (button) => {
    frame.querySelector('button[tabindex="0"]')?.setAttribute("tabindex", "-1")
    button?.setAttribute("tabindex", "0")
  }

  const text = JSON.stringify([data.sides, data.rows, data.caption])
  if (frame.dataset.text !== text) {
    fill()
    frame.dataset.text = text
    reachable(frame.querySelector("button"))
  }
  for (const line of frame.querySelectorAll("tbody tr")) {
    line.classList.toggle("chosen", line.dataset.id === data.open)
  }
  const chosen = frame.querySelector("tr.chosen")
  if (frame.dataset.open !== data.open && chosen) chosen.scrollIntoView({ block: "nearest" })
  frame.dataset.open = data.open
  frame.style.maxHeight = `${data.height}px`
  frame.onkeydown = move
  frame.onfocusin = (event) => reachable(event.target.closest("button"))
}
