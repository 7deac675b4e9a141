/** What a row of `order_code` keeps, and the check code to print, as nine letters (see printedCheckCode). */
export type SignedCode = {
  codeId: Buffer;
  keyId: number;
  /** The 92 bytes. Printed as `codeUrl(publicAddress("/"), code)`. */
  code: Buffer;
  checkCode: string;
  checkSealed: Buffer;
  checkIndex: Buffer;
  tailIndex: Buffer;
};
