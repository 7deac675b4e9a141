import { afterEach, beforeEach, expect, test, vi } from "vitest";

let stored: Map<string, string>;

/** The part of a browser that the store needs, with a tab of its own. */
function openTab() {
  stored = new Map();
  const storage = new Proxy(
    {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => void stored.set(name, value),
      removeItem: (name: string) => void stored.delete(name),
    },
    {
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  vi.stubGlobal("window", { addEventListener() {}, location: { pathname: "/consultar", search: "" } });
  vi.stubGlobal("document", { addEventListener() {}, referrer: "" });
  vi.stubGlobal("performance", { getEntriesByType: () => [] });
  vi.stubGlobal("sessionStorage", storage);
}

beforeEach(() => {
  openTab();
  vi.resetModules();
});
afterEach(() => vi.unstubAllGlobals());

const FORM = "form";
const ana = (company: string) => ({ owner: `ana-${company}`, person: "ana", earlier: "" });

async function tabOf() {
  const store = await import("@/components/form/typed-store");
  const read = ({ owner }: { owner: string }) => store.readTyped(store.placeOf(FORM, owner))?.number ?? null;
  return {
    ...store,
    read,
    type: ({ owner, person }: { owner: string; person: string }, number: string) =>
      store.saveTyped(store.placeOf(FORM, owner), { owner, person, values: { number }, sent: false }),
  };
}

test("what a person typed for one company waits while they work for another, each for its own", async () => {
  const tab = await tabOf();
  tab.type(ana("tornillo"), "0004521");
  tab.keepOwn(ana("papel"));
  expect(tab.read(ana("papel"))).toBe(null);
  tab.type(ana("papel"), "77");
  tab.keepOwn(ana("tornillo"));
  expect(tab.read(ana("tornillo"))).toBe("0004521");
  tab.keepOwn(ana("papel"));
  expect(tab.read(ana("papel"))).toBe("77");
});

test("what one person typed is deleted when another one signs in, in whichever company", async () => {
  const tab = await tabOf();
  tab.type(ana("tornillo"), "0004521");
  tab.type(ana("papel"), "77");
  tab.keepOwn({ owner: "luis-tornillo", person: "luis", earlier: "" });
  expect([...stored.keys()]).toEqual([]);
});

test("what was typed on a paired device before a PIN becomes the first named person's, and stays theirs", async () => {
  const tab = await tabOf();
  tab.type({ owner: "till", person: "till" }, "0004521");
  tab.keepOwn({ ...ana("tornillo"), earlier: "till" });
  expect(tab.read(ana("tornillo"))).toBe("0004521");
  tab.keepOwn({ owner: "luis-tornillo", person: "luis", earlier: "till" });
  expect(tab.read({ owner: "luis-tornillo" })).toBe(null);
});

test("what was typed before a rotation of AUTH_SECRET stays its person's, in each company, and nobody else's", async () => {
  const tab = await tabOf();
  tab.type(ana("tornillo"), "0004521");
  tab.type(ana("papel"), "77");
  const now = (company: string) => ({
    owner: `new-${company}`,
    person: "new",
    earlier: `ana-${company} ana`,
  });
  tab.keepOwn(now("tornillo"));
  expect(tab.read(now("tornillo"))).toBe("0004521");
  tab.keepOwn(now("papel"));
  expect(tab.read(now("papel"))).toBe("77");
  tab.keepOwn({ owner: "luis-tornillo", person: "luis", earlier: "old-tornillo old" });
  expect([...stored.keys()]).toEqual([]);
});

test("signing out deletes what was typed for every company", async () => {
  const tab = await tabOf();
  tab.type(ana("tornillo"), "0004521");
  tab.type(ana("papel"), "77");
  tab.forgetTyped();
  expect([...stored.keys()]).toEqual([]);
});

test("what was typed over values that the server kept is newer than they are, and than no others", async () => {
  const tab = await tabOf();
  const place = tab.placeOf(FORM, "ana");
  const values = { number: "2" };
  tab.saveTyped(place, { owner: "ana", person: "ana", values, sent: false, over: "first" });
  expect(tab.readTyped(place, "first")).toEqual(values);
  expect(tab.readTyped(place, "second")).toBe(null);
  // The server keeps it for a quarter of an hour, and this tab for longer.
  expect(tab.readTyped(place)).toEqual(values);
});
