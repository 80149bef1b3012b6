// Written by `cargo xtask generate` from the tables in src/; edit those.

export const operations = Object.freeze(["refund", "refundV2", "cancel", "refundChargedFromMerchant", "refundToBalance", "paymentDetails", "terminal.refund", "terminal.void", "terminal.refundableSaleInfo", "terminal.transactionStatus", "login.authorize", "login.token", "login.refresh"]);

// The longest answer that is read, in UTF-16 code units.
export const maxAnswer = 262144;
