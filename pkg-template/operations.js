// Written by `cargo xtask generate` from the tables in src/; edit those.

export const operations = Object.freeze(["refund", "refundV2", "cancel", "refundChargedFromMerchant", "refundToBalance", "paymentDetails", "terminal.refund", "terminal.void", "terminal.refundableSaleInfo", "terminal.transactionStatus", "login.authorize", "login.token", "login.refresh"]);
