import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { requireLibraries } from "./browser-libraries";

/**
 * A headless shell has no windows, menus and profile, and starts a context in a third of the processor time
 * of a whole browser.
 */
const headlessShells = ["/usr/bin/chromium-headless-shell"];

const wholeBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The npm package has a headless shell for this platform only. */
const isPackaged = process.platform === "linux" && process.arch === "x64";

/**
 * The browser of the tests, in this order: PW_CHROMIUM, Playwright's own, a headless shell of the machine,
 * the one in an npm package, a whole browser of the machine. PW_NO_SYSTEM excludes those of the machine.
 * Undefined selects Playwright's own.
 */
export async function browserPath(): Promise<string | undefined> {
  if (process.env.PW_CHROMIUM) return process.env.PW_CHROMIUM;
  if (existsSync(chromium.executablePath())) return undefined;
  const ofMachine = (files: string[]) =>
    process.env.PW_NO_SYSTEM ? undefined : files.find((file) => existsSync(file));
  return ofMachine(headlessShells) ?? (isPackaged ? packaged() : ofMachine(wholeBrowsers));
}

async function packaged(): Promise<string> {
  const file = await (await import("@sparticuz/chromium")).default.executablePath();
  requireLibraries(file);
  return file;
}

export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Each test's context begins without anything cached, and a page's scripts were parsed anew at each of its pages: with
  // 4 their code is kept from the first page on. The others are Playwright's own, which this option replaces.
  "--blink-settings=v8CacheOptions=4,primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
];
