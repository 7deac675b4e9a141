import type { SettleInput } from "@/domain/settlement/schema";
import { type ObjectionEmail, settle } from "@/domain/settlement/settle";
import { owner } from "./look-up-orders";

export type TickedForm = Omit<SettleInput, "uses" | "scope" | "value"> & {
  uses: string[];
  value?: number | null;
};

/** Uses with the version that the caja's page shows now. */
export async function shownVersions(ids: readonly string[]): Promise<SettleInput["uses"]> {
  return Promise.all(
    ids.map(async (id) => {
      const [row] = await owner<{ version: string }[]>`select use_version(${id}) as version`;
      return { id, version: row?.version ?? "" };
    }),
  );
}

/** Settles uses from a page that is up to date. */
export async function settleShownUses(
  grant: Parameters<typeof settle>[0],
  form: TickedForm,
  email: ObjectionEmail,
  client: { ip: string },
): Promise<void> {
  const { uses, value = null, ...rest } = form;
  await settle(grant, { ...rest, value, scope: "marked", uses: await shownVersions(uses) }, email, client);
}
