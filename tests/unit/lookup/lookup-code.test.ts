import fc from "fast-check";
import { expect, test } from "vitest";
import { lookupCode, readLookupCode } from "@/domain/lookup/lookup-code";

test("a look-up code leads back to its look-up, in any case, with or without hyphen", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const code = lookupCode(id);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      const aloud = code.toLowerCase().replace("-", " ").replaceAll("0", "o").replaceAll("1", "l");
      for (const typed of [code, aloud]) {
        const ids = readLookupCode(typed);
        expect(ids && ids.from <= id && id <= ids.to).toBe(true);
      }
    }),
  );
});

test("a look-up code maps to a small range of ids, and another text to none", () => {
  expect(readLookupCode("7K3M-4Q2P")).toEqual({
    from: "3cc7425c-5600-0000-0000-000000000000",
    to: "3cc7425c-56ff-ffff-ffff-ffffffffffff",
  });
  for (const typed of ["", "7K3M", "7K3M-4Q2U", "7K3M-4Q2PX", "código"])
    expect(readLookupCode(typed)).toBeNull();
});

test("the code of a look-up is made of the first forty bits of its id, the highest first", () => {
  expect(lookupCode("3cc7425c-56aa-4bbb-8ccc-123456789abc")).toBe("7K3M-4Q2P");
  expect(lookupCode("00000000-00ff-4fff-8fff-ffffffffffff")).toBe("0000-0000");
  expect(lookupCode("ffffffff-ff00-4000-8000-000000000000")).toBe("ZZZZ-ZZZZ");
  expect(lookupCode("00000000-2000-4000-8000-000000000000")).toBe("0000-0010");
});

test("a code that begins with zeros keeps them in its ids", () => {
  expect(readLookupCode("0000-0001")).toEqual({
    from: "00000000-0100-0000-0000-000000000000",
    to: "00000000-01ff-ffff-ffff-ffffffffffff",
  });
});
