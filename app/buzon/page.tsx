import type { Metadata } from "next";
import { connection } from "next/server";
import { Page } from "@/components/layout/page";
import { Box } from "@/components/ui/box";
import { Empty } from "@/components/ui/empty";
import { jobsDatabase } from "@/db/client";
import { listMails } from "@/db/queries/notify";
import { openMessage } from "@/domain/notify/outbox";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { requireDemonstration } from "./demo-only";
import { MailText } from "./mail-text";

const NEWEST = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.mailbox.title };
}

/** Mailbox of the demonstration. It exists nowhere else, because e-mails contain links that open accounts. */
export default async function MailboxPage() {
  await connection();
  await requireDemonstration();
  const [rows, { account, demo }, language] = await Promise.all([
    listMails(jobsDatabase(), NEWEST),
    currentMessages(),
    currentLanguage(),
  ]);
  const { mailbox } = account;
  return (
    <Page title={mailbox.title}>
      <p>{mailbox.lead}</p>
      <p>
        <a href="/buzon/papeles">{demo.papers.link}</a>
      </p>
      {rows.length === 0 ? <Empty title={mailbox.empty}>{mailbox.emptyText}</Empty> : null}
      {rows.map(({ id, eventKey, content, createdAt }) => {
        const { to, subject, text } = openMessage(eventKey, content);
        return (
          <Box key={id} as="article">
            <h2>{subject}</h2>
            <p className="text-hint text-ink-soft">
              {mailbox.to(to)} · {dateTime(createdAt, language)}
            </p>
            <MailText text={text} />
          </Box>
        );
      })}
    </Page>
  );
}
