import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { requireLibraries } from "./browser-libraries";

/** Without windows, menus and a profile each context starts in a third of the processor time of a whole browser. */
const headlessShells = ["/usr/bin/chromium-headless-shell"];

const wholeBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The npm package holds a headless shell for this platform alone. */
const isPackaged = process.platform === "linux" && process.arch === "x64";

/**
 * The browser of the tests: PW_CHROMIUM, else Playwright's own, else a headless shell of the machine, else the one
 * that comes in an npm package, else a whole browser of the machine. PW_NO_SYSTEM leaves out those of the machine.
 * Undefined is Playwright's own.
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
];
