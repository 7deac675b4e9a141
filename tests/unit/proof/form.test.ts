import { expect, test } from "vitest";
import { GiveProofInput } from "@/domain/proof/schema";
import { ID } from "@/tests/support/form-limits";

test("a proof is asked for one look-up or one use", () => {
  expect(GiveProofInput.parse({ lookupId: ID })).toEqual({ lookupId: ID });
  expect(GiveProofInput.parse({ useId: ID })).toEqual({ useId: ID });
  for (const form of [{}, { lookupId: "1" }, { useId: "1" }, { reportId: ID }])
    expect(GiveProofInput.safeParse(form).success).toBe(false);
});
