import { beforeEach, expect, test, vi } from "vitest";
import { goOn } from "@/app/_server/auth/sign-in";
import { goOnEnrolled } from "@/app/(cuenta)/_factor/enrolled";
import { makePaperCodes } from "@/domain/factor/paper-codes";
import type { FactorSession } from "@/domain/factor/session";
import { QueueFull } from "@/lib/priority-queue";
import { Refusal } from "@/model/refusal";

vi.mock("server-only", () => ({}));
vi.mock("@/app/_server/auth/sign-in", () => ({ goOn: vi.fn() }));
vi.mock("@/app/_server/mail-links", () => ({ mailLinks: {} }));
vi.mock("@/app/(cuenta)/_factor/session", () => ({ withBack: (path: string) => path }));
vi.mock("@/app/(cuenta)/_factor/shown-codes", () => ({ handOverCodes: async () => {} }));
vi.mock("@/domain/factor/paper-codes", () => ({ makePaperCodes: vi.fn() }));
vi.mock("@/domain/factor/session", () => ({ readFactorSession: async () => ({ personId: "ana" }) }));
vi.mock("@/domain/notify/factor-emails", () => ({ factorNotice: async () => ({}) }));

const proven = { token: "next", isCaja: true, email: "ana@prueba.example" };
const enrolled = () => goOnEnrolled({ papers: 0 } as FactorSession, proven, "/admin", { ip: "192.0.2.1" });
beforeEach(() => vi.clearAllMocks());

test("after a factor was added the session goes on under its new token, also when no paper codes could be made", async () => {
  for (const error of [new Refusal("too_many_attempts"), new QueueFull("no turn")]) {
    vi.mocked(makePaperCodes).mockRejectedValueOnce(error);
    await enrolled();
    expect(goOn).toHaveBeenLastCalledWith(proven, "/admin");
  }
  expect(goOn).toHaveBeenCalledTimes(2);
  vi.mocked(makePaperCodes).mockResolvedValueOnce(["code"]);
  await enrolled();
  expect(goOn).toHaveBeenLastCalledWith(proven, "/cuenta/seguridad/codigos");
});

test("any other failure to make paper codes is reported", async () => {
  vi.mocked(makePaperCodes).mockRejectedValueOnce(new Error("broken"));
  await expect(enrolled()).rejects.toThrow("broken");
});
