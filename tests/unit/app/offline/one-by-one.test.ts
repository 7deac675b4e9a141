import { expect, test } from "vitest";
import { OneByOne } from "@/app/_offline/one-by-one";

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test("codes that were read before anybody could check them are all taken, the handed ones first", async () => {
  const codes = new OneByOne<string>();
  const taken: string[] = [];
  codes.add("B");
  codes.add("C");
  codes.addFirst("A1", "A2");
  await settled();
  expect(taken).toEqual([]);
  codes.serve(async (code) => void taken.push(code));
  await settled();
  expect(taken).toEqual(["A1", "A2", "B", "C"]);
});

test("one is taken after the other, and what arrives meanwhile after them", async () => {
  const codes = new OneByOne<string>();
  const steps: string[] = [];
  codes.serve(async (code) => {
    steps.push(`begin ${code}`);
    await settled();
    if (code === "A") codes.add("C");
    steps.push(`end ${code}`);
  });
  codes.add("A");
  codes.add("B");
  await expect.poll(() => steps).toHaveLength(6);
  expect(steps).toEqual(["begin A", "end A", "begin B", "end B", "begin C", "end C"]);
});

test("what is held while nobody can take it waits for the next one, and one that fails holds nobody", async () => {
  const codes = new OneByOne<string>();
  const taken: string[] = [];
  codes.serve(() => Promise.reject(new Error("full")));
  codes.add("A");
  await settled();
  codes.serve(null);
  codes.add("B");
  await settled();
  codes.serve(async (code) => void taken.push(code));
  await settled();
  expect(taken).toEqual(["B"]);
});
