import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { readForm, readFormOrHead } from "@/lib/files/read-form";
import { bodies } from "@/lib/http/body-room";

const address = "http://localhost/";

function post(size: number): Request {
  const body = new FormData();
  body.set("rut", new File([new Uint8Array(size)], "rut.pdf"));
  return new Request(address, { method: "POST", body });
}

test("a form within the size limit is parsed", async () => {
  const form = await readForm(post(1000), 5000);
  expect(form).toBeInstanceOf(FormData);
});

test("a form over the size limit is refused, whatever its Content-Length", async () => {
  expect(await readForm(post(6000), 5000)).toBe("tooBig");
  const announced = new Request(address, {
    method: "POST",
    body: "short",
    headers: { "content-length": "9000" },
  });
  expect(await readForm(announced, 5000)).toBe("tooBig");
});

test("a body that is no form is distinguished from an empty form", async () => {
  const request = new Request(address, {
    method: "POST",
    body: "{",
    headers: { "content-type": "multipart/form-data; boundary=x" },
  });
  expect(await readForm(request, 5000)).toBe("malformed");
});

test("of a form over the size limit the fields before its file are parsed, and nothing of the file", async () => {
  const body = new FormData();
  body.set("words", "Ñandú con tinta corrida 🧾");
  body.set("photo", new File([new Uint8Array(200_000)], "foto.jpg"));
  const form = await readFormOrHead(new Request(address, { method: "POST", body }), 5000);
  if (!("head" in Object(form))) throw new Error("the form was not over the limit");
  const { head } = form as { head: FormData };
  expect([...head.entries()]).toEqual([["words", "Ñandú con tinta corrida 🧾"]]);
});

test("a large form for which there is no room is answered as busy, with its fields before the file", async () => {
  const upload = (at: number) => {
    const body = new FormData();
    body.set("words", `texto ${at}`);
    body.set("photo", new File([new Uint8Array(200_000)], "foto.jpg"));
    return new Request(address, { method: "POST", body, headers: { "x-request-id": `r${at}` } });
  };
  const ids = [0, 1, 2, 3].map((at) => `r${at}`);
  for (const id of ids) bodies.enter(id);
  try {
    expect(await readForm(upload(0), 500_000, "ana")).toBeInstanceOf(FormData);
    expect(await readForm(upload(1), 500_000, "ana")).toBeInstanceOf(FormData);
    const refused = await readFormOrHead(upload(2), 500_000, { whose: "ana" });
    if (!("head" in Object(refused))) throw new Error("there was room");
    expect(refused).toMatchObject({ isBusy: true });
    expect((refused as { head: FormData }).head.get("words")).toBe("texto 2");
    // The answer to the first has ended, and the refused one is sent again.
    bodies.leave("r0");
    expect(await readForm(upload(3), 500_000, "ana")).toBeInstanceOf(FormData);
    expect(await readForm(upload(4), 500_000, "luis")).toBeInstanceOf(FormData);
  } finally {
    for (const id of ids) bodies.leave(id);
  }
}, 60_000);

const MB = 1024 * 1024;

/** A document of 10 MB that comes in pieces, as over a line of its own, of a request that the gate knows. */
async function sent(whose: string): Promise<boolean> {
  const id = randomUUID();
  const text = '--b\r\nContent-Disposition: form-data; name="file"; filename="rut.pdf"\r\n\r\n';
  const parts = [
    Buffer.from(text),
    ...Array.from({ length: 40 }, () => Buffer.alloc(MB / 4)),
    Buffer.from("\r\n--b--"),
  ];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const body = new ReadableStream({
    async pull(controller) {
      await pause(2);
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
  const headers = {
    "x-request-id": id,
    "content-type": "multipart/form-data; boundary=b",
    "content-length": `${length}`,
  };
  bodies.enter(id);
  const form = await readForm(
    new Request(address, { method: "POST", body, headers, duplex: "half" } as RequestInit),
    11 * MB,
    whose,
  );
  bodies.leave(id);
  return form instanceof FormData;
}

test.each([8, 20])(
  "%i people who send 10 MB each at the same moment are all stored",
  async (people) => {
    const stored = Array.from({ length: people }, async (_, at) => {
      for (let time = 1; time <= 4; time++) {
        if (await sent(`person ${at}`)) return time;
        await pause(1_000);
      }
      return null;
    });
    const times = await Promise.all(stored);
    expect(times.filter((time) => time === null)).toEqual([]);
    expect(times.filter((time) => time === 1).length).toBeGreaterThanOrEqual(6);
  },
  120_000,
);
