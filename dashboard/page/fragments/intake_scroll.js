// Brings the sentence of the shown proposal into view, inside the text's own box only.
export default function ({ data }) {
  const show = () => {
    const box = document.querySelector(".cd-intake-text")
    const now = box?.querySelector(".cd-now")
    if (!now) return
    const top = now.getBoundingClientRect().top - box.getBoundingClientRect().top
    if (top < 0 || top > box.clientHeight - 80) box.scrollTop += top - box.clientHeight / 3
  }
  requestAnimationFrame(show)
  return undefined
}
