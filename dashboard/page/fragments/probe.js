// Reports what the server cannot know: whether WebGL works, the width of the main column and the
// height of the window (px, in steps), kept in a cookie of this server for the next visit; and that
// the reader went back or forward, as a message with an old address may be any click.
export default function ({ parentElement, setStateValue }) {
  const host = parentElement.host || parentElement
  const main = host.closest('[data-testid="stMainBlockContainer"]') || document.body

  const hasWebgl = () => {
    try {
      const context = document.createElement("canvas").getContext("webgl2")
      context?.getExtension("WEBGL_lose_context")?.loseContext()
      return Boolean(context)
    } catch {
      return false
    }
  }

  const measure = () => {
    const style = getComputedStyle(main)
    const inner = main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    const width = Math.floor(inner / STEP) * STEP
    const height = Math.round(window.innerHeight / STEP) * STEP
    return { webgl: (window.__dashboardWebgl ??= hasWebgl()), width, height }
  }

  let last = ""
  const report = () => {
    const screen = measure()
    const text = `${screen.width}x${screen.height}x${Number(screen.webgl)}`
    if (text === last || screen.width <= 0) return
    last = text
    document.cookie = `COOKIE=${text}; SameSite=Strict; path=/; max-age=31536000`
    setStateValue("screen", screen)
  }

  let timer = 0
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(report, 250)
  }
  const went = () => setStateValue("went", performance.now())
  report()
  const observer = new ResizeObserver(later)
  observer.observe(main)
  window.addEventListener("resize", later)
  window.addEventListener("popstate", went)
  return () => {
    observer.disconnect()
    window.removeEventListener("resize", later)
    window.removeEventListener("popstate", went)
  }
}
