import { expect, test } from "vitest";
import { postedForm } from "@/app/_server/http/posted-form";
import { MOST_INVOICES } from "@/domain/payment/schema";
import { readForm, readFormOrHead } from "@/lib/files/read-form";
import { cleanForm, formValues, unreadableFaults } from "@/lib/http/form-data";
import { LARGEST_FORM_BYTES, MOST_FIELDS } from "@/lib/http/form-limits";
import { cpuMs } from "@/tests/support/cpu";

const kindOf = async (request: Request) => {
  const read = await readForm(request, 10 * MB);
  return read instanceof FormData ? "form" : read;
};

/** As many short names as a form of 64 KB takes. */
const NAMES = 12_000;
const MOST_MS = 50;
const MB = 1024 * 1024;

const formOf = (names: Iterable<string>) => {
  const form = new FormData();
  for (const name of names) form.append(name, "");
  return form;
};
const many = (count: number, name = (at: number) => `a${at}`) =>
  Array.from({ length: count }, (_, at) => name(at));

const urlencoded = (names: string[]) =>
  new Request("http://localhost/", {
    method: "POST",
    body: names.join("&"),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });

const part = (name: string) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n\r\n`;
const multipart = (names: string[], type = "multipart/form-data; boundary=b") =>
  new Request("http://localhost/", {
    method: "POST",
    body: `${names.map(part).join("")}--b--\r\n`,
    headers: { "content-type": type },
  });

test.each([
  ["each with a name of its own", formOf(many(NAMES))],
  ["all with one name", formOf(many(NAMES, () => "a"))],
  ["each with a name of no field", formOf(many(NAMES, (at) => `${at}`))],
])("a form of 12,000 fields, %s, is grouped in one pass", async (_what, form) => {
  for (const read of [cleanForm, formValues, (posted: FormData) => unreadableFaults(posted, ["a"])]) {
    await cpuMs(() => read(form));
    expect(await cpuMs(() => read(form))).toBeLessThan(MOST_MS);
  }
});

test("a form with more fields than any of ours is no form, whichever way it is encoded", async () => {
  for (const post of [urlencoded, multipart]) {
    const names = many(MOST_FIELDS);
    expect(await kindOf(post(names)), post.name).toBe("form");
    expect(await kindOf(post([...names, "z"])), post.name).toBe("malformed");
  }
  expect(await postedForm(urlencoded(many(MOST_FIELDS + 1)), "ana")).toBe(400);
});

test("the largest list of ticks that a page sends is within the limit, with room for its other fields", () => {
  expect(MOST_INVOICES).toBeLessThanOrEqual(MOST_FIELDS / 2);
});

test("fields are counted before they are parsed, whatever the boundary is written like", async () => {
  const names = many(100_000);
  for (const type of [
    "multipart/form-data; boundary=b",
    'multipart/form-data; boundary="b"',
    "Multipart/Form-Data;charset=utf-8 ; BOUNDARY=b; boundary=other",
    "multipart/form-data; xboundary=other; boundary=b",
  ]) {
    const post = multipart(names, type);
    const spent = await cpuMs(async () => expect(await kindOf(post)).toBe("malformed"));
    expect(spent, type).toBeLessThan(200);
  }
});

test("nothing is parsed by another boundary than the one that was counted: two types in one header are no form", async () => {
  const names = many(100_000);
  for (const type of [
    "multipart/form-data; boundary=a, multipart/form-data; boundary=b",
    'multipart/form-data; boundary="a", multipart/form-data; boundary=b',
    "application/x-www-form-urlencoded, multipart/form-data; boundary=b",
    "text/plain, multipart/form-data; boundary=b",
  ]) {
    expect(await kindOf(multipart(many(3), type)), type).toBe("malformed");
    const post = multipart(names, type);
    const spent = await cpuMs(async () => expect(await kindOf(post)).toBe("malformed"));
    expect(spent, type).toBeLessThan(200);
  }
});

test("whatever boundary a browser writes is read", async () => {
  const boundaries = [
    "----WebKitFormBoundary7MA4YWxkTrZu0gW",
    "---------------------------974767299852498929531610575",
  ];
  for (const boundary of [...boundaries, "----geckoformboundary1a2b", "a'()+_-./:=?b"]) {
    const body = `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--${boundary}--\r\n`;
    const headers = { "content-type": `multipart/form-data; boundary="${boundary}"` };
    const form = await readForm(new Request("http://localhost/", { method: "POST", body, headers }), MB);
    expect(form instanceof FormData && form.get("a"), boundary).toBe("1");
  }
});

test("of a form over the size limit the head is counted as well", async () => {
  const head = await readFormOrHead(multipart(many(2_000)), 50_000);
  expect(head instanceof FormData || head === "malformed" ? head : [...head.head.keys()]).toEqual([]);
});

test("texts that are longer than any form without its files are no form", async () => {
  const post = (size: number) => {
    const body = new FormData();
    body.set("words", "x".repeat(size));
    body.set("photo", new File([new Uint8Array(MB)], "a.jpg"));
    return new Request("http://localhost/", { method: "POST", body });
  };
  expect(await kindOf(post(LARGEST_FORM_BYTES))).toBe("form");
  expect(await kindOf(post(LARGEST_FORM_BYTES + 1))).toBe("malformed");
});
