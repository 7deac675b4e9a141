import { expect, test, vi } from "vitest";
import { z } from "zod";
import { readMultipart } from "@/app/_server/http/multipart-form";

const keep = vi.fn(async (_page: string, _posted: FormData) => {});
const kept = () => keep.mock.lastCall?.map((each) => (each instanceof FormData ? each.get("words") : each));

const form = {
  largestBytes: 4000,
  texts: ["key", "words"] as const,
  schema: z.object({ key: z.string().min(1, "keyMissing"), words: z.string().max(9, "wordsLong") }),
  readable: ["words"] as const,
  hidden: { key: "words" },
  files: {
    photo: async (entry: FormDataEntryValue | null) => {
      if (!(entry instanceof File)) return null;
      return entry.size > 0 ? { bytes: entry.size } : "photoEmpty";
    },
  },
  tooBig: { photo: "photoTooBig" },
  malformed: { words: "missing" },
  keep,
};

function post(fields: Record<string, string>, photo?: File): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (photo) body.set("photo", photo);
  return new Request("http://x.example", { method: "POST", body });
}

test("a multipart form returns parsed texts and files, and keeps what was typed", async () => {
  const photo = new File(["abc"], "a.jpg");
  expect(await readMultipart(post({ key: "k", words: "hola" }, photo), "/p", form)).toEqual({
    texts: { key: "k", words: "hola" },
    files: { photo: { bytes: 3 } },
    faults: {},
    formProvider: null,
  });
  expect(kept()).toEqual(["/p", "hola"]);
});

test("a file is optional; an invalid one is reported together with the texts", async () => {
  expect((await readMultipart(post({ key: "k", words: "" }), "/p", form)).faults).toEqual({});
  const wrong = post({ key: "k", words: "demasiado largo" }, new File([], "a.jpg"));
  const { texts, files, faults } = await readMultipart(wrong, "/p", form);
  expect({ texts, files }).toEqual({ texts: null, files: {} });
  expect(faults).toEqual({ words: "wordsLong", photo: "photoEmpty" });
});

test("the error of a hidden field is shown at a visible field without an error of its own", async () => {
  expect((await readMultipart(post({ words: "" }), "/p", form)).faults).toEqual({ words: "keyMissing" });
  const both = await readMultipart(post({ words: "demasiado largo" }), "/p", form);
  expect(both.faults).toEqual({ words: "wordsLong" });
});

test("a multipart form over the size limit keeps the texts before its file", async () => {
  const heavy = post({ key: "k", words: "hola" }, new File(["a".repeat(6000)], "a.jpg"));
  const { texts, files, faults } = await readMultipart(heavy, "/p", form);
  expect({ texts, files, faults }).toEqual({
    texts: { key: "k", words: "hola" },
    files: {},
    faults: { photo: "photoTooBig" },
  });
  expect(kept()).toEqual(["/p", "hola"]);
});

test("a body that is no multipart form keeps nothing", async () => {
  keep.mockClear();
  const request = new Request("http://x.example", { method: "POST", body: "a=1" });
  expect((await readMultipart(request, "/p", form)).faults).toEqual({ words: "missing" });
  expect(keep).not.toHaveBeenCalled();
});
