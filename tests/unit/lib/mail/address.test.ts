import { expect, test } from "vitest";
import { publicAddress } from "@/lib/mail/address";

test("without PUBLIC_URL a mail's link leads where npm start says that it serves, so that the session is the same", () => {
  expect(publicAddress("/ingresar")).toBe("http://127.0.0.1:3000/ingresar");
});
