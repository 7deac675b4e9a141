import { expect, test } from "vitest";
import { readForm, readFormOrHead } from "@/lib/files/read-form";

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
