import { accountMails as account } from "./account-mails";

export const mails = { account };
