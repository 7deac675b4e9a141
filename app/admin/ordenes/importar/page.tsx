import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { UploadPage, type UploadProps, uploadMetadata } from "@/app/admin/_imports/imports";

export const generateMetadata = (props: UploadProps) => uploadMetadata("orders", props);

/** The imports of orders; above them, for who may, the upload of a file. */
async function ImportPage({ searchParams }: UploadProps) {
  const grant = await requireGrant("import.read");
  return <UploadPage grant={grant} subject="orders" searchParams={searchParams} />;
}

export default unlessDown(ImportPage);
