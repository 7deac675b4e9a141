import type { Section } from "../es-CO";
import { accountMails as account } from "./account-mails";

export const mails: Section<"mails"> = { account };
