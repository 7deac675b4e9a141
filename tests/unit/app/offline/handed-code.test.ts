import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  type Handed,
  handOverUnanswered,
  readWithoutInternet,
  takeHandedCodes,
  withId,
} from "@/app/_offline/handed-code";

const [one, other]: Handed[] = [
  { id: "5b0f1d5e-8a52-4c3b-9a59-0b8f5a3f6a11", text: "A", by: "keyboard" },
  { text: "B", by: "picture" },
];
let opened: string[] = [];
let kept: Record<string, string> = {};
let isPageKept = true;

beforeEach(() => {
  [opened, kept, isPageKept] = [[], {}, true];
  vi.useFakeTimers();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, value: string) => (kept[name] = value),
    removeItem: (name: string) => delete kept[name],
  });
  vi.stubGlobal("caches", { match: async () => (isPageKept ? new Response("page") : undefined) });
  vi.stubGlobal("window", {
    setTimeout,
    clearTimeout,
    location: { assign: (path: string) => opened.push(path) },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("codes that reached no server are handed over in order of reading, with their ids, and once", () => {
  readWithoutInternet(one as Handed, other as Handed);
  expect(opened).toEqual(["/sin-conexion"]);
  expect(takeHandedCodes()).toEqual([one, other]);
  expect(takeHandedCodes()).toEqual([]);
});

test("a code that a page of an earlier version handed over is taken too", () => {
  kept["codigo.leido"] = JSON.stringify(other);
  expect(takeHandedCodes()).toEqual([other]);
});

test("a scan that is not answered within twenty seconds is handed over, an answered one never", async () => {
  handOverUnanswered([one as Handed]);
  await vi.advanceTimersByTimeAsync(19_900);
  expect(opened).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(opened).toEqual(["/sin-conexion"]);
  expect(takeHandedCodes()).toEqual([one]);

  const answered = handOverUnanswered([one as Handed]);
  await vi.advanceTimersByTimeAsync(19_900);
  answered();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(opened).toHaveLength(1);
});

test("without a kept page a slow answer is waited for", async () => {
  isPageKept = false;
  handOverUnanswered([one as Handed]);
  await vi.advanceTimersByTimeAsync(60_000);
  vi.stubGlobal("caches", undefined);
  handOverUnanswered([one as Handed]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(opened).toEqual([]);
});

test("each code that is sent gets an id of its own; a page that is not secure can give none", () => {
  const ids = [withId({ text: "A", by: "camera" }).id, withId({ text: "A", by: "camera" }).id];
  expect(new Set(ids).size).toBe(2);
  vi.stubGlobal("crypto", {});
  expect(withId({ text: "A", by: "camera" }).id).toBeUndefined();
});
