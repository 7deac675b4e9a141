import { expect, test } from "vitest";
import { postedForm } from "@/app/_server/http/posted-form";
import { unreadableFaults } from "@/lib/http/form-data";
import { LARGEST_FORM_BYTES } from "@/lib/http/form-limits";

function post(fields: Record<string, string>): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return new Request("http://localhost/", { method: "POST", body });
}

test("a filter that cannot be parsed is an error, not an empty filter", async () => {
  expect(await postedForm(post({ formato: "csv", buscar: "a\0b" }), "ana")).toBe(400);
  expect(await postedForm(post({ formato: "csv", otro: "\ufffd" }), "ana")).toBe(400);
  const read = await postedForm(post({ formato: "csv", buscar: "Jose\u0301" }), "ana");
  expect(read instanceof FormData && read.get("buscar")).toBe("José");
});

test("a form too large and a body that is no form have different errors", async () => {
  expect(await postedForm(post({ buscar: "x".repeat(LARGEST_FORM_BYTES) }), "ana")).toBe(413);
  const body = new Request("http://localhost/", { method: "POST", body: "{" });
  expect(await postedForm(body, "ana")).toBe(400);
});

test("a value that cannot be parsed is reported at a field that has a message for it", () => {
  const form = new FormData();
  form.set("note", "a\0");
  expect(unreadableFaults(form, ["agreementNumber", "note"])).toEqual({ note: "unreadable" });
  form.set("anything", "b\u001b[31m");
  expect(unreadableFaults(form, ["agreementNumber", "note"])).toEqual({
    note: "unreadable",
    agreementNumber: "unreadable",
  });
  expect(unreadableFaults(new FormData(), ["words"])).toEqual({});
});
