// Brings the page back as soon as the server answers again. Streamlit asks for a server that is away
// ever less often, up to 4 seconds apart, and shows a dialog about the internet over the records.
// Here its question waits until the server's health answers, which is asked for once a second; and a
// line says that the server is away, and of when the page is.
export default function () {
  if (window.__dashboardAsks) return
  window.__dashboardAsks = true
  const EVERY = 1000, LONGEST = 5000, SAY_AFTER = 2000 // ms
  const ask = window.fetch.bind(window)
  const asked = /\/_stcore\/(health|host-config)$/
  const health = new URL("_stcore/health", document.baseURI)

  const answers = async () => {
    try {
      return (await ask(health, { cache: "no-store", signal: AbortSignal.timeout(LONGEST) })).ok
    } catch {
      return false
    }
  }

  const say = (since) => {
    if (document.querySelector(".cd-away")) return
    const line = document.createElement("div")
    line.className = "cd-away"
    line.setAttribute("role", "status")
    const at = since.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })
    line.textContent =
      `The server has not answered since ${at}. What is shown is as it was then and can be read; ` +
      "the page goes on by itself when the server answers."
    document.body.append(line)
  }

  const untilAnswered = async () => {
    const since = new Date()
    while (!(await answers())) {
      if (Date.now() - since >= SAY_AFTER) say(since)
      await new Promise((goOn) => setTimeout(goOn, EVERY))
    }
    document.querySelector(".cd-away")?.remove()
  }

  let waiting = null
  window.fetch = async (request, options) => {
    const address = new URL(request instanceof Request ? request.url : request, document.baseURI)
    if (!asked.test(address.pathname)) return ask(request, options)
    waiting ??= untilAnswered().finally(() => (waiting = null))
    await waiting
    // Not with the caller's signal: it has run out if the server was away for long.
    return ask(request, { ...options, signal: AbortSignal.timeout(LONGEST) })
  }
}
