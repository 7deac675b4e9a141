import { beforeEach, expect, test, vi } from "vitest";

const page = new EventTarget();
vi.stubGlobal("window", page);

beforeEach(() => vi.resetModules());
const opened = () => import("@/app/_offline/page-use");

test("a page asks by itself once when it opens, and once for each use of it, however often it was pressed", async () => {
  const { takeUse } = await opened();
  expect([takeUse("list"), takeUse("list"), takeUse("list")]).toEqual([true, false, false]);
  for (const sign of ["pointerdown", "keydown", "click"]) {
    page.dispatchEvent(new Event(sign));
    page.dispatchEvent(new Event(sign));
    expect([sign, takeUse("list"), takeUse("list")]).toEqual([sign, true, false]);
  }
  for (const other of ["pointermove", "focus", "online", "visibilitychange"]) {
    page.dispatchEvent(new Event(other));
    expect([other, takeUse("list")]).toEqual([other, false]);
  }
});

test("each that asks has a turn of its own, and a code that was read is a use", async () => {
  const { takeUse, noteUse, giveUseBack } = await opened();
  expect([takeUse("list"), takeUse("owner")]).toEqual([true, true]);
  noteUse();
  expect([takeUse("owner"), takeUse("owner"), takeUse("list")]).toEqual([true, false, true]);
  giveUseBack("owner");
  expect([takeUse("list"), takeUse("owner"), takeUse("owner")]).toEqual([false, true, false]);
});
