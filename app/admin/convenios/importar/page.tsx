import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { UploadPage, type UploadProps, uploadMetadata } from "@/app/admin/_imports/imports";
import { currentMessages } from "@/messages";

export const generateMetadata = (props: UploadProps) => uploadMetadata("agreements", props);

/** Uploads a file of convenios; below it earlier imports. */
async function ImportAgreementsPage({ searchParams }: UploadProps) {
  const grant = await requireGrant("agreement.manage");
  const { title } = (await currentMessages()).admin.agreements;
  const back = { href: "/admin/convenios", label: title };
  return <UploadPage grant={grant} subject="agreements" searchParams={searchParams} back={back} />;
}

export default unlessDown(ImportAgreementsPage);
