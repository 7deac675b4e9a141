import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { UploadPage, type UploadProps, uploadMetadata } from "@/app/admin/_imports/imports";

export const generateMetadata = (props: UploadProps) => uploadMetadata("orders", props);

/** Uploads a file of orders; below it earlier imports. */
async function ImportPage({ searchParams }: UploadProps) {
  const grant = await requireGrant("order.import");
  return <UploadPage grant={grant} subject="orders" searchParams={searchParams} />;
}

export default unlessDown(ImportPage);
