import { expect, test } from "vitest";
import { publicAddress } from "@/lib/mail/address";

test("without PUBLIC_URL an e-mail's link uses the address that npm start prints, so that it has the same session", () => {
  expect(publicAddress("/ingresar")).toBe("http://127.0.0.1:3000/ingresar");
});
