import { accountMails as account } from "./account-mails";
import { requestMails as requests } from "./request-mails";

export const mails = { account, requests };
