import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { UploadPage, type UploadProps, uploadMetadata } from "@/app/admin/_imports/imports";
import { currentMessages } from "@/messages";

export const generateMetadata = (props: UploadProps) => uploadMetadata("agreements", props);

/** The imports of convenios; above them, for who may, the upload of a file. */
async function ImportAgreementsPage({ searchParams }: UploadProps) {
  const grant = await requireGrant("agreement.read");
  const { title } = (await currentMessages()).admin.agreements;
  const back = { href: "/admin/convenios", label: title };
  return <UploadPage grant={grant} subject="agreements" searchParams={searchParams} back={back} />;
}

export default unlessDown(ImportAgreementsPage);
