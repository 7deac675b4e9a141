import { PageBody } from "@/components/layout/page-body";

/** What stands in the place of an answer that is read again. Made by the server: its classes are not sent as code. */
export function AskingAgain({ text }: { text: string }) {
  return (
    <PageBody>
      <p role="status">{text}</p>
    </PageBody>
  );
}
