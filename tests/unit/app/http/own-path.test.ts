import fc from "fast-check";
import { expect, test } from "vitest";
import { ownPath, seeOther } from "@/lib/http/own-path";

const SITE = "https://portal.example";

test.each([
  ["/equipo?x=1", "/equipo?x=1"],
  ["/a/./b/../c", "/a/c"],
  ["/consultar/r/x?de=//evil.example", "/consultar/r/x?de=//evil.example"],
  ["/caf\u00e9", "/caf%C3%A9"],
  ["//evil.example", null],
  ["/\\evil.example", null],
  ["https://evil.example", null],
  ["javascript:alert(1)", null],
  ["/\t/evil.example", null],
  ["/.//evil.example", null],
  ["/..//evil.example", null],
  ["/a/..//evil.example", null],
  ["/%2e//evil.example", null],
  ["/%2E%2e//evil.example/", null],
  ["/a/%2e././/evil.example", null],
  ["/\u202eevil", null],
  ["/\ud800", null],
  ["/\u0000", null],
  ["", null],
  [undefined, null],
])("the return path %s redirects to %s", (typed, path) => {
  expect(ownPath(typed)).toBe(path);
});

/** Pieces that URL parsers treat in ways of their own, plainly and under one and two encodings. */
const plain = [
  "/",
  "//",
  ".",
  "..",
  "\\",
  ":",
  "@",
  "?",
  "#",
  ";",
  "\t",
  "\n",
  "\u00a0",
  "\u2028",
  "a",
  "evil.example",
];
const pieces = [
  ...plain,
  ...plain.map(encodeURIComponent),
  ...plain.map((piece) => encodeURIComponent(encodeURIComponent(piece))),
  ...[
    "%2e",
    "%2E",
    "%2f",
    "%5c",
    "%00",
    "%",
    "%zz",
    "%ed%a0%80",
    "http:",
    "https:",
    "javascript:",
    "data:",
    "\ud800",
  ],
];

test("every redirect stays on this site (20,000 paths against the WHATWG URL parser)", () => {
  const pages = [`${SITE}/`, `${SITE}/a/b?c=//d`, `${SITE}//x/`];
  let kept = 0;
  const address = fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...pieces) },
        fc.string({ unit: "binary", maxLength: 3 }),
      ),
      {
        maxLength: 9,
      },
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.boolean(), address, (rooted, rest) => {
      const path = ownPath(rooted ? `/${rest}` : rest);
      if (path === null) return true;
      kept++;
      const stays = pages.every((page) => {
        const reached = new URL(path, page);
        const { origin, pathname, search, username, password, hash } = reached;
        return origin === SITE && pathname + search === path && username + password + hash === "";
      });
      return stays && ownPath(path) === path && /^\/(?!\/)[\x21-\x7e]*$/.test(path);
    }),
    { numRuns: 20_000 },
  );
  expect(kept).toBeGreaterThan(2_000);
});

test("a redirect to another host is not sent", () => {
  for (const path of ["//evil.example", "https://evil.example", "/.//evil.example", "evil"])
    expect(() => seeOther(path)).toThrow();
});
