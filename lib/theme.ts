const always = (colour: string) => ({ light: colour, dark: colour });

/**
 * The colours of all that is drawn, and the only place to change one: screens take them through Tailwind
 * (app/styles/palette.ts), pages and documents of the server, manifest and figures from here.
 */
export const palette = {
  paper: { light: "#f7f4ec", dark: "#10131f" },
  sheet: { light: "#fff", dark: "#1a1f30" },
  ink: { light: "#14192b", dark: "#f3f1ea" },
  "ink-soft": { light: "#434859", dark: "#b9bdcb" },
  line: { light: "#6b7082", dark: "#8a90a6" },
  rule: { light: "#d9d3c3", dark: "#2e3448" },
  indigo: { light: "#2b2f7e", dark: "#4046b0" },
  "indigo-hover": { light: "#1d205c", dark: "#343a98" },
  "indigo-soft": { light: "#e7e7f6", dark: "#232848" },
  link: { light: "#2b2f7e", dark: "#b4baff" },
  // A signal looks the same by day and by night.
  "signal-ink": always("#14192b"),
  info: always("#2b2f7e"),
  go: always("#005e53"),
  "go-text": { light: "#005e53", dark: "#6fe0bc" },
  "go-soft": { light: "#ddf1ea", dark: "#10322d" },
  stop: always("#a4040a"),
  "stop-text": { light: "#a4040a", dark: "#ff9da3" },
  "stop-soft": { light: "#fbe4e4", dark: "#3a1418" },
  warn: always("#ffc72c"),
  "warn-text": { light: "#6b4700", dark: "#ffd257" },
  "warn-soft": { light: "#fff3cf", dark: "#3a2f0c" },
  bar: { light: "#14192b", dark: "#05070d" },
  online: always("#6fe0bc"),
  camera: always("#0b0e17"),
  white: always("#fff"),
  black: always("#000"),
} as const;

/** What a style outside Tailwind writes for a colour: one value, or one by day and one by night. */
export function colour(name: keyof typeof palette): string {
  const { light, dark } = palette[name];
  return light === dark ? light : `light-dark(${light},${dark})`;
}
