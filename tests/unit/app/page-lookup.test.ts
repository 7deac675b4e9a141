import { expect, test } from "vitest";
import { pageLookup } from "@/app/_server/http/page-lookup";

const id = "0f8fad5b-d9cb-469f-a165-70867728950e";

test("only the pages of an answer are about a look-up", () => {
  expect(pageLookup(`/consultar/r/${id}`)).toBe(id);
  expect(pageLookup(`/consultar/r/${id}/usar`)).toBe(id);
  for (const path of [
    "/consultar",
    `/consultar/r/${id}/reportar`,
    `/consultar/r/${id.slice(1)}`,
    `/x/consultar/r/${id}`,
  ])
    expect(pageLookup(path), path).toBeNull();
});
