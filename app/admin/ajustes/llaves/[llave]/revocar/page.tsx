import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { readKeyRing } from "@/domain/order-code/key-ring";
import { formatCount } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { KeyForm } from "../../key-form";

const LIST = "/admin/ajustes/llaves";
type Props = { params: Promise<{ llave: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.keys.revokeTitle((await params).llave) };
}

/** Asks for confirmation before a key is removed from the published list permanently. */
async function RevokePage({ params }: Props) {
  const grant = await requireGrant("key.manage");
  const [{ llave }, keys, { admin }] = await Promise.all([params, readKeyRing(grant), currentMessages()]);
  const key = keys.find(({ id, state }) => String(id) === llave && state === "retired");
  if (!key) redirect(LIST);
  const t = admin.keys;
  return (
    <Page title={t.revokeTitle(llave)} back={{ href: LIST, label: t.title }} width="admin">
      <p>{t.revokeText}</p>
      <p>{t.revokeOrders(formatCount(key.printed))}</p>
      <KeyForm change="revoke" hidden={{ key: key.id }} submit={t.revoke} />
      <p>
        <ButtonLink href={LIST} variant="outline">
          {t.cancel}
        </ButtonLink>
      </p>
    </Page>
  );
}

export default unlessDown(RevokePage);
