/** Places to which an order's personal data are sealed (lib/crypto/seal.ts). */
export const affiliateIdPlace = (orderId: string) => `order.affiliate_id:${orderId}`;
export const affiliateNamePlace = (orderId: string) => `order.affiliate_name:${orderId}`;
