import type { Section } from "@/messages/es-CO";
import { accountMails as account } from "./account-mails";
import { requestMails as requests } from "./request-mails";

export const mails: Section<"mails"> = { account, requests };
