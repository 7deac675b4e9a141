import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { requireLibraries } from "./browser-libraries";

const onMachine = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser of the tests: PW_CHROMIUM, else Playwright's own, else one of the machine (unless PW_NO_SYSTEM),
 * else the one that comes in an npm package. Undefined is Playwright's own.
 */
export async function browserPath(): Promise<string | undefined> {
  if (process.env.PW_CHROMIUM) return process.env.PW_CHROMIUM;
  if (existsSync(chromium.executablePath())) return undefined;
  const system = process.env.PW_NO_SYSTEM ? undefined : onMachine.find((file) => existsSync(file));
  if (system) return system;
  const packaged = await (await import("@sparticuz/chromium")).default.executablePath();
  requireLibraries(packaged);
  return packaged;
}

export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
